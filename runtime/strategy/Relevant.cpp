//===- Relevant.cpp - Attempts with the few rules that matter -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Relevant.h"

#include "runtime/prove/Relevance.h"

#include <algorithm>

namespace mplrt {

void Relevant::run() {
  const std::shared_ptr<const RuleSet> rules = store.keepRules();
  std::vector<const calculus::Goal *> theorems;
  for (const auto &theorem : rules->theorems)
    theorems.push_back(&theorem->goal.goal);
  for (const size_t limit : {pool.tuning().fewRelevant, pool.tuning().moreRelevant}) {
    if (theorems.size() <= limit)
      continue; // All of them are tried anyway.
    std::vector<Due> due;
    for (const uint32_t c : store.openGoals()) {
      if (due.size() >= pool.tuning().maxRelevantGoals || pool.isStopped())
        break;
      std::vector<uint32_t> chosen = mostRelevant(
          store.conjectures()[c].goal, theorems, search.theory.program, limit);
      std::sort(chosen.begin(), chosen.end());
      std::vector<std::string> key{store.conjectures()[c].name};
      for (const uint32_t t : chosen)
        key.push_back(rules->theorems[t]->name);
      if (chosen.empty() || !tried.insert(std::move(key)).second)
        continue;
      Due &own = due.emplace_back();
      own.conjecture = c;
      for (const uint32_t t : chosen)
        store.install(rules->theorems[t], own.rules);
      own.rules.chains.share();
    }
    attempt(due, /*towardsGoal=*/false);
    attempt(due, /*towardsGoal=*/true);
  }
}

/// Each with rules of its own, in parallel, within cheap budgets: with few rules there
/// is little to do.
void Relevant::attempt(const std::vector<Due> &due, bool towardsGoal) {
  AttemptBudget budget;
  budget.block.generations = 2;
  budget.block.firings = pool.tuning().firingsRelevant;
  budget.splits = towardsGoal ? 1 : 0;
  budget.splitOn = AttemptBudget::SplitOn::Condition;
  budget.towardsGoal = towardsGoal;
  budget = pool.limited(budget);
  std::vector<uint32_t> batch;
  std::vector<const RuleSet *> rules;
  for (const Due &own : due)
    if (store.isOpenStated(own.conjecture) &&
        (!towardsGoal || search.hasWants(own.conjecture))) {
      batch.push_back(own.conjecture);
      rules.push_back(&own.rules);
    }
  if (batch.empty() || pool.isStopped())
    return;
  std::vector<Attempted> found = pool.attemptEach(batch, budget, rules);
  settle(batch, found, budget);
}

} // namespace mplrt
