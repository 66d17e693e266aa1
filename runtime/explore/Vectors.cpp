//===- Vectors.cpp - Tables and truth values, many at a time --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Vectors.h"

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
  // Without an early end the loop is one of vector instructions.
  uint8_t differs = 0;
  for (size_t k = 0; k < n; ++k)
    differs |= mask[k] & (uint8_t(left[k] != right[k]) | uint8_t(left[k] == kUnknown));
  return differs == 0;
}

} // namespace mplrt
