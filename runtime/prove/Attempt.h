//===- Attempt.h - Trying to prove one conjecture ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_ATTEMPT_H
#define MPLRT_PROVE_ATTEMPT_H

#include "runtime/prove/ProofTree.h"

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
  uint64_t allFirings = 0; ///< Of all blocks; 0: no limit. No block begins beyond it.
  /// At each fixpoint also create what rules could use to reach the goal (Wants.h).
  /// Such a block runs native code even if its theory has an engine.
  bool towardsGoal = false;
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

#endif // MPLRT_PROVE_ATTEMPT_H
