//===- Exploration.cpp - Laws that nobody stated, by bounds ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Exploration.h"

#include "runtime/explore/Bounds.h"

#include <algorithm>

namespace mplrt {

void Exploration::run() {
  const calculus::Program &program = search.theory.program;
  for (const calculus::Exploration &bounds : program.explorations)
    explore(bounds, /*isForGoals=*/false);
  if (!program.explorations.empty())
    return;
  const auto &stated = program.conjectures;
  if (std::all_of(stated.begin(), stated.end(),
                  [](const calculus::Conjecture &c) { return c.assumed; })) {
    explore(defaultExploration(program), /*isForGoals=*/false);
  } else if (store.hasOpenStated()) {
    std::vector<const calculus::Goal *> open;
    for (uint32_t c = 0; c < stated.size(); ++c)
      if (store.isOpenStated(c))
        open.push_back(&stated[c].goal);
    calculus::Exploration bounds = explorationFor(open, program);
    bounds.size = uint32_t(pool.tuning().maxGoalSize);
    explore(bounds, /*isForGoals=*/true);
  }
}

void Exploration::explore(const calculus::Exploration &bounds, bool isForGoals) {
  if (pool.isStopped())
    return;
  if (search.models.small().empty())
    search.beginPhase("search models");
  Explorer explorer(search, bounds, goals);
  explorer.isForGoals = isForGoals;
  explorer.onFound = [&](uint32_t c, const std::string &text) {
    search.say("found   " + store.conjectures()[c].name + ": " + text + " (" +
               store.outcomes()[c].method + ")");
  };
  const ExplorationReport report = explorer.run();
  const std::vector<RefutedEquation> refuted = explorer.refuted();
  search.refuted.insert(search.refuted.end(), refuted.begin(), refuted.end());
  if (!isForGoals)
    allLaws.run(bounds);
  search.say("explored " + bounds.name + ": " + std::to_string(report.terms) +
             " terms, " + std::to_string(report.candidates) + " candidates; " +
             std::to_string(report.essential) + " kept as rules, " +
             std::to_string(report.consequences) + " follow, " +
             std::to_string(explorer.numOpen()) + " open" +
             (report.isExhausted ? "; too many terms to look at all" : ""));
}

} // namespace mplrt
