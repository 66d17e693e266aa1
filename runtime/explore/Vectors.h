//===- Vectors.h - Tables and truth values, many at a time ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_VECTORS_H
#define MPLRT_EXPLORE_VECTORS_H

#include "runtime/explore/Model.h"

namespace mplrt {

/// An entry of a table that was not asked for yet, or that the table's array is
/// too small for.
inline constexpr Element kPending = 0xFFFE;

/// outputs[k] = table[inputs[0][k] * stride^(m-1) + ... + inputs[m-1][k]], or
/// kPending where an input is not below the stride.
void gather(const Element *table, uint32_t stride, ElementColumns inputs, size_t n,
            Element *outputs);

/// mask[k] = mask[k] and left[k] is known and equal to right[k].
void restrictToEqual(const Element *left, const Element *right, uint8_t *mask,
                     size_t n);

/// Whether left[k] = right[k] wherever the mask says so; unknown ones agree with
/// nothing.
bool agreeWhere(const uint8_t *mask, const Element *left, const Element *right,
                size_t n);

} // namespace mplrt

#endif // MPLRT_EXPLORE_VECTORS_H
