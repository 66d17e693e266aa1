//===- Restated.cpp - Conjectures that say what a rule says ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Restated.h"

namespace mplrt {

void Restated::run() {
  std::vector<uint32_t> batch;
  for (const uint32_t c : store.openGoals())
    if (store.isRestated(c))
      batch.push_back(c);
  if (batch.empty() || pool.isStopped())
    return;
  AttemptBudget budget;
  budget.block.firings = pool.tuning().firingsAlone;
  budget.induction = false;
  budget.towardsGoal = true;
  budget = pool.limited(budget);
  std::vector<Attempted> found = pool.attemptAll(batch, budget, store.currentRules());
  settle(batch, found, budget);
}

} // namespace mplrt
