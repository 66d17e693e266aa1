//===- Stated.cpp - Stated conjectures by the ladder of budgets -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Budgets are raised for all open conjectures together, lowest first: what one needs is
// often proved by another, and a large budget spent on something that is about to become
// easy is wasted.
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Stated.h"

#include <algorithm>

namespace mplrt {

std::vector<uint32_t> Stated::due(Effort upTo) const {
  const std::vector<uint32_t> goals = store.openGoals();
  uint32_t lowest = search.ladder.levelsUpTo(upTo);
  const uint32_t below = lowest;
  for (const uint32_t c : goals)
    lowest = std::min(lowest, store.level(c));
  std::vector<uint32_t> batch;
  for (const uint32_t c : goals)
    if (lowest < below && store.level(c) == lowest)
      batch.push_back(c);
  return batch;
}

/// Very long attempts stay in step with the search so far.
AttemptBudget Stated::budgetOf(uint32_t level) const {
  AttemptBudget budget = search.ladder[level];
  budget.block.firings =
      std::min(budget.block.firings,
               std::max(pool.tuning().usualFirings, pool.statistics().firings / 2));
  return budget;
}

uint32_t Stated::nextLevel(uint32_t conjecture) const {
  uint32_t next = store.level(conjecture) + 1;
  while (next < search.ladder.size() && search.ladder[next].towardsGoal &&
         !search.hasWants(conjecture))
    ++next;
  return next;
}

void Stated::cycle(const std::vector<uint32_t> &batch) {
  const AttemptBudget budget = budgetOf(store.level(batch[0]));
  std::vector<Attempted> found = pool.attemptAll(batch, budget, store.currentRules());
  // Failures first: a rule that this cycle proves may wake them at once.
  for (size_t i = 0; i < batch.size(); ++i)
    if (!found[i].proved)
      store.reject(batch[i], found[i], nextLevel(batch[i]));
  settle(batch, found, budget);
}

void Stated::run(Effort upTo) {
  const uint64_t start = pool.statistics().firings;
  while (!pool.isStopped() &&
         (allowance == 0 || pool.statistics().firings - start < allowance)) {
    const std::vector<uint32_t> batch = due(upTo);
    if (batch.empty())
      return;
    cycle(batch);
  }
}

} // namespace mplrt
