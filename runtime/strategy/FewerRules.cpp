//===- FewerRules.cpp - Attempts with fewer rules -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/FewerRules.h"

#include <algorithm>
#include <set>

namespace mplrt {

namespace {

/// What a law is about: occurrences of functions other than constructors.
std::vector<uint32_t> functionsOf(const InstalledTheorem &theorem,
                                  const calculus::Program &program) {
  std::vector<uint32_t> functions;
  for (const calculus::Atom &premise : theorem.goal.goal.premises) {
    const calculus::Relation &relation = program.relations[premise.relation];
    if (relation.functional && !relation.constructor)
      functions.push_back(premise.relation);
  }
  return functions;
}

/// Each match of one side makes several terms, as for (a + b) + c = a + (b + c).
bool multiplies(const Search &search, const std::vector<uint32_t> &functions) {
  return functions.size() >= search.pool.tuning().manyApplications;
}

} // namespace

RuleSet select(const Search &search, const Selection &selection) {
  RuleSet set;
  for (const auto &theorem : search.store.currentRules().theorems) {
    const std::vector<uint32_t> about = functionsOf(*theorem, search.theory.program);
    const auto occurrences = std::count(about.begin(), about.end(), selection.function);
    bool isSelected = false;
    switch (selection.kind) {
    case Selection::OnlyAbout:
      isSelected = occurrences == ptrdiff_t(about.size());
      break;
    case Selection::NoneMultiplies:
      isSelected = !multiplies(search, about);
      break;
    case Selection::NoneMultipliesAbout:
      isSelected = !multiplies(search, about) || occurrences == 0;
      break;
    }
    if (isSelected)
      search.store.install(theorem, set);
  }
  set.chains.share();
  return set;
}

void FewerRules::run() {
  std::set<Selection> selections;
  for (const auto &theorem : search.store.currentRules().theorems) {
    const std::vector<uint32_t> functions = functionsOf(*theorem, search.theory.program);
    if (multiplies(search, functions))
      for (const uint32_t f : functions) {
        selections.insert({Selection::OnlyAbout, f});
        selections.insert({Selection::NoneMultipliesAbout, f});
      }
  }
  const bool isFewer = !selections.empty();
  selections.insert({Selection::NoneMultiplies, 0});
  for (const Selection &selection : selections) {
    const RuleSet set = mplrt::select(search, selection);
    size_t &before = tried[selection];
    if (set.theorems.size() == before)
      continue;
    before = set.theorems.size();
    const bool cascades = selection.kind == Selection::NoneMultiplies;
    for (const auto &[budget, effort] : search.ladder) {
      const bool isCascade = budget.splitOn == AttemptBudget::SplitOn::Cascade;
      const bool isCheap = budget.splits <= 1 && budget.block.firings <= 20000 &&
                           !budget.towardsGoal;
      if ((isCascade ? cascades : isCheap && isFewer) && !attemptWith(set, budget))
        return;
    }
  }
}


/// False if there is nothing left to attempt.
bool FewerRules::attemptWith(const RuleSet &selection, const AttemptBudget &budget) {
  const std::vector<uint32_t> batch = store.openGoals();
  if (batch.empty() || pool.isStopped())
    return false;
  std::vector<Attempted> found = pool.attemptAll(batch, budget, selection);
  settle(batch, found, budget);
  return true;
}

} // namespace mplrt
