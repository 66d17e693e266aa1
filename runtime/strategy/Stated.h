//===- Stated.h - Stated conjectures by the ladder of budgets ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_STATED_H
#define MPLRT_STRATEGY_STATED_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Attempts stated conjectures until nothing changes, with budgets up to an effort.
///
/// A cycle attempts, in parallel, every open conjecture that is due at the lowest
/// budget that any is due at; all use the theorems in force when the cycle began. What
/// a cycle proves is mailed at its end, in the order of the conjectures: results do not
/// depend on the number of threads.
class Stated : public Strategy {
public:
  /// `allowance`: firings after which no cycle begins any more; 0: no limit.
  explicit Stated(Search &search, Effort effort = Effort::Full, uint64_t allowance = 0)
      : Strategy(search), effort(effort), allowance(allowance) {}
  void run() override { run(effort); }
  void run(Effort upTo);

private:
  std::vector<uint32_t> due(Effort upTo) const;
  AttemptBudget budgetOf(uint32_t level) const;
  uint32_t nextLevel(uint32_t conjecture) const;
  void cycle(const std::vector<uint32_t> &batch);

  const Effort effort;
  const uint64_t allowance;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_STATED_H
