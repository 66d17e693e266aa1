//===- Explorer.cpp - Equations that nobody stated ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What follows directly from the rules in force is a consequence: it is recorded
// with its proof and not kept. Only then is induction tried, on a few candidates
// at a time, general ones first, and the first that succeeds becomes a rule before
// anything else is tried: otherwise many instances of a law would be proved by an
// induction of their own beside the law. The few are always the same number, so
// that the result does not depend on the number of threads.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Explorer.h"

#include <algorithm>

namespace mplrt {

namespace {

constexpr size_t inductionBatch = 4;

// Levels of an explored conjecture: what it has failed at since it was last woken.
enum Level : uint32_t { Untried, NotDirect, NotByInduction, NotByCases };

AttemptBudget directBudget() {
  AttemptBudget budget;
  budget.block.generations = 1;
  budget.block.firings = 20000;
  budget.induction = false;
  return budget;
}

AttemptBudget inductionBudget(uint32_t splits) {
  AttemptBudget budget;
  budget.block.generations = 1;
  budget.block.firings = 20000;
  budget.splits = splits;
  budget.direct = false;
  return budget;
}

/// `law`, or longer if the theory has names that start so.
std::string freePrefix(const calculus::Program &program, const Grid &grid) {
  std::string prefix = "law";
  auto clashes = [&](const std::string &name) {
    return name.compare(0, prefix.size(), prefix) == 0;
  };
  auto anyClashes = [&] {
    return clashes(program.theory) ||
           std::any_of(program.definitions.begin(), program.definitions.end(),
                       [&](const auto &d) { return clashes(d.name); }) ||
           std::any_of(grid.conjectures().begin(), grid.conjectures().end(),
                       [&](const auto &c) { return clashes(c.name); });
  };
  while (anyClashes())
    prefix += '_';
  return prefix;
}

} // namespace

Explorer::Explorer(const Theory &theory, Grid &grid,
                   const calculus::Exploration &bounds)
    : grid(grid), terms(theory, bounds), maxSize(bounds.size),
      prefix(freePrefix(theory.program, grid)) {}

void Explorer::drop(uint32_t conjecture) {
  open.erase(std::find(open.begin(), open.end(), conjecture));
}

void Explorer::proveDirectly() {
  std::vector<uint32_t> batch;
  for (const uint32_t c : open)
    if (grid.isDue(c, Untried))
      batch.push_back(c);
  std::vector<AttemptResult> found = grid.attemptAll(batch, grid.limited(directBudget()));
  for (size_t i = 0; i < batch.size(); ++i) {
    if (!found[i].proved) {
      grid.reject(batch[i], found[i]);
      continue;
    }
    grid.accept(batch[i], found[i], /*asRule=*/false);
    if (grid.onProved)
      grid.onProved(batch[i], grid.outcomes()[batch[i]]);
    ++report.consequences;
    drop(batch[i]);
  }
}

bool Explorer::proveByInduction() {
  for (const uint32_t level : {NotDirect, NotByInduction}) {
    std::vector<uint32_t> due;
    for (const uint32_t c : open)
      if (grid.isDue(c, level))
        due.push_back(c);
    for (size_t first = 0; first < due.size() && !grid.isStopped();
         first += inductionBatch) {
      const std::vector<uint32_t> batch(
          due.begin() + ptrdiff_t(first),
          due.begin() + ptrdiff_t(std::min(first + inductionBatch, due.size())));
      std::vector<AttemptResult> found =
          grid.attemptAll(
              batch, grid.limited(inductionBudget(level - NotDirect)));
      size_t best = batch.size();
      for (size_t i = 0; i < batch.size(); ++i) {
        if (!found[i].proved)
          grid.reject(batch[i], found[i]);
        else if (best == batch.size())
          best = i;
      }
      if (best == batch.size())
        continue;
      const uint32_t c = batch[best];
      grid.accept(c, found[best], /*asRule=*/true);
      if (grid.onProved)
        grid.onProved(c, grid.outcomes()[c]);
      if (onFound)
        onFound(c, texts[c]);
      ++report.essential;
      drop(c);
      return true;
    }
  }
  return false;
}

ExplorationReport Explorer::run() {
  for (uint32_t size = 1; size <= maxSize && !grid.isStopped(); ++size) {
    for (const Candidate &candidate : terms.next()) {
      const std::string name = prefix + std::to_string(++report.candidates);
      const uint32_t c = grid.add(terms.conjecture(candidate, name));
      texts[c] = terms.text(candidate);
      open.push_back(c);
    }
    do {
      proveDirectly();
      if (grid.hasOpenStated())
        grid.run();
    } while (!grid.isStopped() && proveByInduction());
  }
  report.terms = terms.numTerms();
  report.open = open.size();
  report.isExhausted = terms.isExhausted();
  return report;
}

calculus::Exploration defaultExploration(const calculus::Program &program) {
  calculus::Exploration result;
  result.name = "default";
  for (uint32_t r = 0; r < program.relations.size(); ++r)
    if (program.relations[r].totality != calculus::none)
      result.functions.push_back(r);
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (!c.isFunction)
        result.constants.push_back(calculus::constantTerm(c.index));
  return result;
}

} // namespace mplrt
