//===- Axioms.cpp - Whether the axioms contradict each other --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Axioms.h"

#include "runtime/explore/Suspicions.h"

namespace mplrt {

std::optional<WrittenProof> refuteAxioms(const Search &search) {
  const auto node = refuteAxioms(search.theory, search.ladder[0].block);
  if (!node)
    return std::nullopt;
  return writeContradiction(search.theory, *node);
}

/// Some contradictions take a split on an element of which it is not said how it is
/// made, or an induction. Both are tried where there is something to try.
std::optional<WrittenProof> Axioms::findContradiction() {
  if (auto proof = refuteAxioms(search))
    return proof;
  const calculus::Program &program = search.theory.program;
  if (program.inductions.empty())
    return std::nullopt;
  std::vector<calculus::Conjecture> suspected =
      suspicions(program, store.freePrefix("impossible"));
  if (!suspected.empty() && hasElementsToSplit(program))
    if (auto proof = proveFalse())
      return proof;
  AttemptBudget budget;
  budget.block.firings = pool.tuning().contradictionFirings;
  budget.splits = uint32_t(pool.tuning().instanceSplits);
  for (calculus::Conjecture &conjecture : suspected) {
    const uint32_t c = store.add(std::move(conjecture), Origin::Refutation, "");
    std::vector<Attempted> found =
        pool.attemptAll({c}, pool.limited(budget), store.currentRules());
    if (!found[0].proved) {
      store.drop(c);
      continue;
    }
    store.accept(c, found[0], /*asRule=*/true);
    if (auto proof = proveFalse())
      return proof;
  }
  return std::nullopt;
}

std::optional<WrittenProof> Axioms::proveFalse() {
  AttemptBudget budget;
  budget.block.firings = pool.tuning().contradictionFirings;
  budget.splits = uint32_t(pool.tuning().instanceSplits);
  const uint32_t c = store.add(falsity(), Origin::Refutation, "");
  const RuleSet &rules = store.currentRules();
  Attempted found = std::move(pool.attemptAll({c}, pool.limited(budget), rules)[0]);
  if (!found.proved) { // What is known to be empty may have members by a function.
    budget.towardsGoal = true;
    budget.splitOn = AttemptBudget::SplitOn::Blocked;
    found = std::move(pool.attemptAll({c}, pool.limited(budget), rules)[0]);
  }
  store.drop(c);
  if (!found.proved)
    return std::nullopt;
  return std::move(found.proof);
}

} // namespace mplrt
