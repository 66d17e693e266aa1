//===- Attempt.h - Trying to prove one conjecture ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_GRID_ATTEMPT_H
#define MPLRT_GRID_ATTEMPT_H

#include "runtime/block/Block.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace mplrt {

/// What one attempt may use.
struct AttemptBudget {
  Budget block;
  uint32_t splits = 0; ///< Nested case splits.
  /// A cascade, which has no choices, may have so many times as many.
  static constexpr uint32_t cascadeFactor = 3;
  /// On what: see Attempt.cpp.
  enum class SplitOn : uint8_t { Plain, Blocked, Condition, Cascade };
  SplitOn splitOn = SplitOn::Plain;
  bool direct = true, induction = true; ///< What to try.
  /// At each fixpoint also create what rules could use to reach the goal (Wants.h).
  /// Such a block runs native code even if its theory has an engine.
  bool towardsGoal = false;
};

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

/// How many blocks there were of each size: number k counts those with at least 2^k
/// and fewer than 2^(k+1) rows when their search ended, number 0 empty ones as well.
using BlockSizes = std::array<uint64_t, 32>;

struct AttemptResult {
  bool proved = false;
  bool vacuous = false; ///< Its premises alone imply false.
  std::string method;   ///< `direct`, `cases`, `induction on x`.
  Limit limit = Limit::None; ///< Not proved: a limit that some block reached.
  uint64_t firings = 0, slowFirings = 0, blocks = 0;
  uint32_t largestBlock = 0;       ///< Rows.
  BlockSizes blockSizes{};
  std::vector<bool> inhabited;     ///< Relations with a row in some open block.
  std::unique_ptr<ProofTree> tree; ///< Proved.
};

/// Direct proof, then induction on every variable that is no output of a
/// premise; case splits up to the budget in each.
AttemptResult attempt(const Theory &theory, const RuleSet &rules,
                      const calculus::Conjecture &conjecture,
                      const AttemptBudget &budget);

/// What a direct attempt that fails lacked: a line for each rule that came near
/// (Nearest.h). Nothing if it succeeds or ends at a limit of the run.
std::vector<std::string> explainFailure(const Theory &theory, const RuleSet &rules,
                                        const calculus::Conjecture &conjecture,
                                        const AttemptBudget &budget);

/// Whether the axioms alone imply false: the block that shows it, or null.
std::unique_ptr<BlockNode> refuteAxioms(const Theory &theory,
                                        const Budget &budget);

} // namespace mplrt

#endif // MPLRT_GRID_ATTEMPT_H
