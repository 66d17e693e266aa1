//===- GroundModel.h - A theory's functions on small values -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_GROUNDMODEL_H
#define MPLRT_EXPLORE_GROUNDMODEL_H

#include "runtime/block/Block.h"

#include <unordered_map>

namespace mplrt {

/// The model that candidates are tested in. It is derived, not given: a block
/// without variables in which the theory's own rules compute. Values of a set with
/// constructors are built from them; sets without get a few elements of which
/// nothing is known.
class GroundModel {
public:
  explicit GroundModel(const Theory &theory);

  /// Small values of a set (its membership relation); at least one, unless the set
  /// is empty as far as is known.
  const std::vector<Id> &values(uint32_t sort);
  /// The function's output; kNone if it cannot be computed within bounds.
  Id apply(uint32_t function, const std::vector<Id> &inputs);
  Id find(Id x) const { return block.find(x); }
  bool isFalse() const { return block.isFalse(); }

private:
  void settle();

  const Theory &theory;
  const RuleSet noTheorems;
  Block block;
  std::unordered_map<uint32_t, std::vector<Id>> pools; ///< By sort.
  /// By a hash of function and inputs. Two that collide could cost a candidate
  /// or add a false one, which no proof will be found for.
  std::unordered_map<uint64_t, Id> memo;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_GROUNDMODEL_H
