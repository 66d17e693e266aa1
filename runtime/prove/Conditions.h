//===- Conditions.h - What rules wait to know -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_CONDITIONS_H
#define MPLRT_PROVE_CONDITIONS_H

#include "runtime/block/Block.h"

#include <vector>

namespace mplrt {

/// An atom or equality of which a block knows neither that it holds nor that it
/// does not, by the relation of its negation.
struct Condition {
  uint32_t relation = kNone;
  std::vector<Id> args;
  bool operator==(const Condition &) const = default;
};

/// The conditions that the rules of a block at its fixpoint wait for: each is all
/// that one match of a rule lacks. Those that keep a definition from unfolding come
/// first, then those about the oldest values; at most `limit`.
///
/// `focus`: representatives that a variable may stand for which only negated premises
/// have, best ones first.
std::vector<Condition> openConditions(const Block &block, size_t limit,
                                      const std::vector<Id> &focus);

} // namespace mplrt

#endif // MPLRT_PROVE_CONDITIONS_H
