//===- ValueRefutation.cpp - Stated conjectures that values make false ----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/ValueRefutation.h"

#include "runtime/explore/RefutationWriter.h"
#include "runtime/explore/Suspicions.h"
#include "runtime/strategy/Explorer.h"

#include <algorithm>

namespace mplrt {

uint32_t wholeOf(const Search &search, uint32_t conjecture) {
  const auto &all = search.store.conjectures();
  for (uint32_t whole = 0; whole < search.theory.program.conjectures.size(); ++whole)
    if (std::count(all[whole].parts.begin(), all[whole].parts.end(),
                   all[conjecture].name))
      return wholeOf(search, whole);
  return conjecture;
}

void ValueRefutation::run() {
  const calculus::Program &program = search.theory.program;
  if (in == In::SmallModels)
    refuteIn(Refuter(program, search.models.small()));
  else if (!program.inductions.empty() && store.hasOpenStated())
    refuteIn(Refuter(program, {search.models.larger()}));
}

void ValueRefutation::refuteIn(const Refuter &refuter) {
  search.beginPhase("refute");
  const auto &stated = search.theory.program.conjectures;
  for (uint32_t c = 0; c < stated.size() && !pool.isStopped(); ++c) {
    if (!store.isOpenStated(c))
      continue;
    const auto found = refuter.refute(stated[c]);
    std::vector<std::string> names;
    if (found)
      names = prove(*found, c);
    if (!names.empty())
      store.refute(c, found->assignment, std::move(names));
  }
}

/// All of the instance or none: one statement alone says nothing about the conjecture.
/// The theorems that refute it, or nothing.
std::vector<std::string> ValueRefutation::prove(const Refutation &refutation,
                                                uint32_t c) {
  if (!refutation.isWritten)
    return {};
  std::vector<uint32_t> instance;
  for (const calculus::Conjecture &conjecture : refutation.instance)
    instance.push_back(store.add(conjecture, Origin::Refutation, ""));
  std::vector<Attempted> found = attemptInstances(instance);
  const uint32_t w = wholeOf(search, c);
  const calculus::Conjecture claim = store.conjectures()[c], whole = store.conjectures()[w];
  calculus::Conjecture theorem;
  theorem.name = whole.name + "_refuted";
  std::optional<RefutationProof> written;
  if (std::all_of(found.begin(), found.end(),
                  [](const Attempted &result) { return result.proved; }))
    // The writer tells by identity whether the claim is a part.
    written = writeRefutation(search.theory, whole, w == c ? whole : claim, refutation,
                              theorem.name);
  if (!written || store.outcomes()[w].status != Status::Open || !canExist(refutation)) {
    for (const uint32_t i : instance)
      store.drop(i);
    return {};
  }
  for (size_t i = 0; i < instance.size(); ++i)
    store.accept(instance[i], found[i], /*asRule=*/false);
  theorem.statement = written->statement;
  std::vector<std::string> names{theorem.name};
  store.addNegation(std::move(theorem), written->proof);
  for (const uint32_t i : instance)
    names.push_back(store.conjectures()[i].name);
  return names;
}

std::vector<Attempted>
ValueRefutation::attemptInstances(const std::vector<uint32_t> &all) {
  AttemptBudget budget = directBudget(pool, {});
  budget.block.firings = pool.tuning().instanceFirings;
  budget.splits = uint32_t(pool.tuning().instanceSplits);
  const RuleSet &rules = store.currentRules();
  std::vector<Attempted> found = pool.attemptAll(all, pool.limited(budget), rules);
  // What is said to exist has a value that is no variable: a + c = b where a <= b.
  budget.splitOn = AttemptBudget::SplitOn::Blocked;
  budget.towardsGoal = true;
  for (size_t i = 0; i < all.size(); ++i)
    if (!found[i].proved)
      found[i] = std::move(pool.attemptAll({all[i]}, pool.limited(budget), rules)[0]);
  return found;
}

/// Sets without constructors need not have so many members: where the theory implies
/// that they have not, what is proved of such members says nothing.
bool ValueRefutation::canExist(const Refutation &refutation) {
  const calculus::Program &program = search.theory.program;
  std::vector<uint32_t> sorts;
  for (const uint32_t atom : refutation.atoms)
    sorts.push_back(refutation.terms[atom].sort);
  if (sorts.empty())
    return true;
  std::sort(sorts.begin(), sorts.end());
  const auto [known, isNew] = existing.try_emplace(sorts, false);
  if (!isNew)
    return known->second;
  std::vector<calculus::Atom> atoms;
  for (uint32_t i = 0; i < sorts.size(); ++i) {
    if (sorts[i] != calculus::none)
      atoms.push_back({sorts[i], {calculus::Term(i)}});
    for (uint32_t j = 0; j < i; ++j)
      if (sorts[i] == sorts[j] && program.apart() != calculus::none)
        atoms.insert(atoms.begin(),
                     {program.apart(), {calculus::Term(j), calculus::Term(i)}});
  }
  if (atoms.empty())
    return known->second = true;
  calculus::Conjecture none =
      impossible(program, store.freePrefix("members") + "1", atoms,
                 uint32_t(sorts.size()));
  // Where nothing can say that they differ, they would be proved to be equal.
  if (program.apart() == calculus::none && sorts.size() == 2 && sorts[0] == sorts[1]) {
    calculus::Goal &goal = none.goal;
    goal.head = calculus::Rule::Head::Equate;
    goal.left = 0;
    goal.right = 1;
    const std::string last = "!" + calculus::formula(program.relations[sorts[1]],
                                                     {goal.binders[1].first});
    const std::string both =
        calculus::formula(program.relations[sorts[0]], {goal.binders[0].first});
    none.statement = "(>[" + goal.binders[0].first + "," + goal.binders[1].first +
                     "](&" + both + last.substr(1) + ")(=[" + goal.binders[0].first +
                     "," + goal.binders[1].first + "]))";
  }
  const uint32_t c = store.add(std::move(none), Origin::Refutation, "");
  known->second = !attemptInstances({c})[0].proved;
  store.drop(c);
  return known->second;
}

} // namespace mplrt
