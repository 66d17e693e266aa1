//===- ProofTree.h - What a proof is written from ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_PROOFTREE_H
#define MPLRT_PROVE_PROOFTREE_H

#include "runtime/block/Block.h"

#include <memory>
#include <vector>

namespace mplrt {

/// A block and, if it was split, the blocks of its cases. Cases are copies, so
/// rows and edges below `firstRow` and `firstEdge` are the parent's.
struct BlockNode {
  explicit BlockNode(Block block) : block(std::move(block)) {}

  Block block;
  std::vector<Id> env; ///< The goal's variables.
  RowId firstRow = 0;
  uint32_t firstEdge = 0;
  /// A case: its constructor and the constants that it introduces (the inputs;
  /// for induction also the output, last).
  uint32_t constructor = 0;
  std::vector<Id> introduced;
  /// If it was split: on what.
  Id splitValue = kNone;
  uint32_t splitForm = kNone;
  /// Or: on whether a condition holds, given by the relation of its negation. The
  /// first case is that it does.
  uint32_t condition = kNone;
  std::vector<Id> conditionArgs;
  std::vector<std::unique_ptr<BlockNode>> cases;
};

/// A finished search, with all that its proof is written from.
struct ProofTree {
  const calculus::Conjecture *conjecture = nullptr;
  calculus::NormalGoal goal;
  /// Induction: variable and form; roots are the cases in order. Direct: one root.
  calculus::Term inductionVariable = -1;
  uint32_t inductionForm = kNone;
  std::vector<std::unique_ptr<BlockNode>> roots;
};

} // namespace mplrt

#endif // MPLRT_PROVE_PROOFTREE_H
