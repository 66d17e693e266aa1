//===- Alone.cpp - Stated conjectures by themselves -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Theorems that others state are rules, and with many rules every block grows: a law
// that is found in a moment from the axioms can be out of reach beside its neighbours.
// So a verdict must not wait for what else a file says. The firings are counted, not
// the time: what is found does not depend on the machine.
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Alone.h"

#include "runtime/explore/Bounds.h"
#include "runtime/strategy/Explorer.h"
#include "runtime/strategy/Stated.h"

#include <algorithm>
#include <set>

namespace mplrt {

void Alone::run() {
  const std::vector<uint32_t> goals = store.openGoals();
  const Options &tuning = pool.tuning();
  // One that is alone in its file needs no share.
  const auto stated = std::count_if(
      search.theory.program.conjectures.begin(), search.theory.program.conjectures.end(),
      [](const calculus::Conjecture &c) { return !c.assumed && !c.isComposite(); });
  if (goals.empty() || stated < 2 || goals.size() > tuning.maxAlone)
    return;
  search.beginPhase("each by itself");
  const uint64_t share =
      std::min(tuning.aloneFirings / goals.size(), tuning.maxAloneFirings);
  for (const uint32_t goal : goals)
    if (share > 0 && store.isOpenStated(goal) && !pool.isStopped())
      attempt(goal, share);
}

void Alone::attempt(uint32_t goal, uint64_t share) {
  GridOptions options = pool.limits();
  options.allFirings = share;
  Search own(search.theory, options, search.schedule, search.ownModels);
  own.lawPrefix = store.freePrefix(store.conjectures()[goal].name + "_lemma");
  const auto &stated = search.theory.program.conjectures;
  for (uint32_t c = 0; c < stated.size(); ++c)
    if (c != goal && !stated[c].assumed)
      own.store.drop(c);
  Stated(own, Effort::Cheap).run();
  if (own.store.isOpenStated(goal) && !own.pool.isStopped()) {
    calculus::Exploration bounds =
        explorationFor({&stated[goal].goal}, search.theory.program);
    bounds.size = uint32_t(pool.tuning().maxGoalSize);
    AfterRule goals(own);
    Explorer explorer(own, bounds, goals);
    explorer.isForGoals = true;
    explorer.run();
  }
  pool.add(own.pool.statistics());
  if (own.store.outcomes()[goal].status == Status::Proved)
    take(own, goal);
}

/// All theorems that the proof rests on, in the order in which they were proved.
void Alone::take(const Search &own, uint32_t goal) {
  const auto &outcomes = own.store.outcomes();
  std::set<std::string> needed{own.store.conjectures()[goal].name};
  std::vector<uint32_t> taken;
  const std::vector<uint32_t> proved = own.store.inOrderOfProof();
  for (auto it = proved.rbegin(); it != proved.rend(); ++it)
    if (*it != calculus::none && needed.count(own.store.conjectures()[*it].name)) {
      const std::vector<std::string> &uses = outcomes[*it].proof.uses;
      needed.insert(uses.begin(), uses.end());
      taken.push_back(*it);
    }
  for (auto it = taken.rbegin(); it != taken.rend(); ++it) {
    const Outcome &outcome = outcomes[*it];
    const bool isGoal = *it == goal;
    const uint32_t c = isGoal ? goal
                              : store.add(own.store.conjectures()[*it],
                                          Origin::Explored, outcome.text);
    Attempted result;
    result.proved = true;
    result.vacuous = outcome.vacuous;
    result.method = outcome.method;
    result.proof = outcome.proof;
    store.accept(c, result, outcome.isRule);
    if (!isGoal && outcome.isRule)
      search.say("found   " + store.conjectures()[c].name + ": " + outcome.text + " (" +
                 outcome.method + ")");
  }
  store.compose();
}

} // namespace mplrt
