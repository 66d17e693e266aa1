//===- Vectors.cpp - Tables and truth values, many at a time --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Vectors.h"

#include <algorithm>

namespace mplrt {

void gather(const Element *table, uint32_t stride, ElementColumns inputs, size_t n,
            Element *outputs) {
  for (size_t k = 0; k < n; ++k) {
    size_t at = 0;
    bool isInside = true;
    for (const Element *column : inputs) {
      isInside &= column[k] < stride;
      at = at * stride + column[k];
    }
    outputs[k] = isInside ? table[at] : kPending;
  }
}

void restrictToEqual(const Element *left, const Element *right, uint8_t *mask,
                     size_t n) {
  for (size_t k = 0; k < n; ++k)
    mask[k] = mask[k] & uint8_t(left[k] == right[k]) & uint8_t(left[k] != kUnknown);
}

bool agreeWhere(const uint8_t *mask, const Element *left, const Element *right,
                size_t n) {
  // Within a stretch the loop has no early end, so that it is one of vector
  // instructions; most of what differs does so in the first stretch.
  constexpr size_t stretch = 32;
  for (size_t first = 0; first < n; first += stretch) {
    const size_t last = std::min(n, first + stretch);
    uint8_t differs = 0;
    for (size_t k = first; k < last; ++k)
      differs |= mask[k] & (uint8_t(left[k] != right[k]) | uint8_t(left[k] == kUnknown));
    if (differs != 0)
      return false;
  }
  return true;
}

} // namespace mplrt
