//===- ModelSearch.cpp - Finite models that refute conjectures ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/ModelSearch.h"

#include "runtime/model/FiniteModelView.h"
#include "runtime/model/ModelFile.h"
#include "runtime/strategy/ValueRefutation.h"

namespace mplrt {

void ModelSearch::run() {
  if (!search.models.finder().refusal().empty())
    return;
  search.beginPhase("search models");
  isTooLarge.clear();
  for (uint32_t size = 1; size <= pool.tuning().maxModelSize; ++size)
    for (uint32_t c = 0; c < store.conjectures().size() && !pool.isStopped(); ++c) {
      const calculus::Conjecture &conjecture = store.conjectures()[c];
      const Outcome &outcome = store.outcomes()[c];
      if (outcome.status == Status::Open && !conjecture.assumed && !outcome.isDropped &&
          !conjecture.isComposite() && !isTooLarge.count(c) &&
          tried.insert({c, size, conflicts}).second)
        searchFor(c, size);
    }
}

void ModelSearch::searchFor(uint32_t c, uint32_t size) {
  const Options &tuning = pool.tuning();
  FiniteRefutation found;
  const auto result = search.models.finder().refuteAt(
      store.conjectures()[c].goal, size,
      uint32_t(size <= tuning.smallModelSize ? tuning.conflictsAfter : conflicts), found);
  if (result == ModelFinder::Search::TooLarge)
    isTooLarge.insert(c);
  if (result == ModelFinder::Search::None)
    for (const uint64_t other : {tuning.conflictsBefore, tuning.conflictsAfter})
      tried.insert({c, size, other});
  if (result == ModelFinder::Search::Found)
    refuteIn(found, c);
}

void ModelSearch::refuteIn(const FiniteRefutation &found, uint32_t c) {
  const calculus::Program &program = search.theory.program;
  std::vector<std::pair<std::string, std::string>> assignment;
  for (const auto &[name, term] : store.conjectures()[c].goal.binders)
    if (!calculus::isConstant(term) && found.assignment[term] != FiniteModel::undefined)
      assignment.push_back({name, std::to_string(found.assignment[term])});
  // The file is about the statement as the source has it, whatever its parts.
  const uint32_t whole = wholeOf(search, c);
  if (store.outcomes()[c].origin == Origin::Stated &&
      store.outcomes()[whole].status == Status::Open && search.onModel)
    search.onModel(whole, modelFile(program, store.conjectures()[whole],
                                    store.conjectures()[c].goal, found));
  store.refute(c, std::move(assignment), {}, print(program, found.model));
}

} // namespace mplrt
