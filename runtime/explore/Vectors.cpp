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

} // namespace mplrt
