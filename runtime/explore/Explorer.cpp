//===- Explorer.cpp - Laws that nobody stated ----------------------------===//
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

#include "runtime/grid/Values.h"

#include <algorithm>

namespace mplrt {

namespace {

constexpr size_t inductionBatch = 4;
// Of the ladder of budgets, tried on stated conjectures after each new rule.
constexpr uint32_t goalLevels = 5;

// Levels of an explored conjecture: what it has failed at since it was last woken.
enum Level : uint32_t { Untried, NotDirect };

} // namespace

std::string freePrefix(std::string prefix, const calculus::Program &program,
                       const Grid &grid) {
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

Explorer::Explorer(const Theory &theory, Grid &grid,
                   const calculus::Exploration &bounds,
                   std::vector<std::shared_ptr<Model>> models)
    : grid(grid), bounds(bounds), refuter(theory.program, models),
      terms(theory, this->bounds, std::move(models)),
      conditional(theory, this->bounds, terms),
      hasInduction(!theory.program.inductions.empty()),
      hasCascades(mayCascade(theory.program)),
      prefix(freePrefix("law", theory.program, grid)) {}

bool Explorer::isDone() const {
  return grid.isStopped() || (isForGoals && !grid.hasOpenStated());
}

void Explorer::drop(uint32_t conjecture) {
  open.erase(std::find(open.begin(), open.end(), conjecture));
}

AttemptBudget Explorer::directBudget(const calculus::Exploration &bounds) {
  // That an equation follows from associativity, commutativity and distributivity
  // takes many firings; an induction that needs many seldom succeeds.
  constexpr uint32_t moreFirings = 4;
  AttemptBudget budget;
  budget.block.generations = bounds.depth;
  budget.block.firings = uint64_t(bounds.firings) * moreFirings;
  budget.induction = false;
  return budget;
}

/// Induction, then with case splits; where there is no induction, more generations.
/// Then the same with fewer rules, since a law whose proof is short may be out of
/// reach because of what others make of its terms, and a cascade of splits.
std::vector<Explorer::Rung> Explorer::harderRungs() const {
  std::vector<AttemptBudget> budgets;
  if (!hasInduction) {
    budgets.push_back(directBudget(bounds));
    ++budgets.back().block.generations;
  }
  for (uint32_t splits = 0; splits <= bounds.splits && hasInduction; ++splits) {
    budgets.push_back(directBudget(bounds));
    budgets.back().block.firings = bounds.firings;
    budgets.back().splits = splits;
    budgets.back().induction = true;
    budgets.back().direct = splits > 0;
  }
  std::vector<Rung> rungs;
  for (const bool hasFewRules : {false, true})
    for (const AttemptBudget &budget : budgets)
      rungs.push_back({grid.limited(budget), hasFewRules});
  // What needs many splits is seldom proved by going through all choices of them.
  if (hasCascades && hasInduction && bounds.splits > 0) {
    AttemptBudget budget = budgets.back();
    budget.splits = (bounds.splits + 1) * AttemptBudget::cascadeFactor;
    budget.splitOn = AttemptBudget::SplitOn::Cascade;
    rungs.push_back({grid.limited(budget), /*hasFewRules=*/true});
  }
  return rungs;
}

void Explorer::proveDirectly() {
  std::vector<uint32_t> batch;
  for (const uint32_t c : open)
    if (grid.isDue(c, Untried))
      batch.push_back(c);
  std::vector<AttemptResult> found = grid.attemptAll(batch, grid.limited(directBudget(bounds)));
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

/// The first open one that an attempt with more than a direct proof succeeds on.
bool Explorer::proveHarder() {
  const std::vector<Rung> rungs = harderRungs();
  for (uint32_t rung = 0; rung < rungs.size(); ++rung) {
    const uint32_t level = NotDirect + rung;
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
          rungs[rung].hasFewRules ? grid.attemptAllWithFew(batch, rungs[rung].budget)
                                  : grid.attemptAll(batch, rungs[rung].budget);
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
        onFound(c, grid.outcomes()[c].text);
      ++report.essential;
      drop(c);
      return true;
    }
  }
  return false;
}

/// Laws that say most are proved before others are so much as tried: with their help
/// most others follow directly.
void Explorer::take(std::vector<Law> laws, const LawWriter &writer) {
  for (size_t first = 0; first < laws.size() && !isDone();) {
    const int weight = writer.weight(laws[first]);
    for (; first < laws.size() && writer.weight(laws[first]) == weight;
         ++first) {
      const std::string name = prefix + std::to_string(report.candidates + 1);
      calculus::Conjecture conjecture = writer.conjecture(laws[first], name);
      // The sample has values for all variables that a law could have; those that
      // meet a law's conditions may be few.
      const bool isEquation = laws[first].conditions.empty() &&
                              laws[first].head.isEquation() &&
                              !laws[first].head.isNegated;
      if (!isEquation && refuter.refute(conjecture)) {
        ++report.refuted;
        continue;
      }
      ++report.candidates;
      open.push_back(grid.add(std::move(conjecture), Origin::Explored,
                              writer.text(laws[first])));
    }
    prove();
  }
}

void Explorer::prove() {
  do {
    proveDirectly();
    if (grid.hasOpenStated())
      grid.run(goalLevels);
    if (grid.hasOpenStated())
      grid.runWithFewerRules();
  } while (!isDone() && proveHarder());
}

void Explorer::beginPhase(const std::string &what, uint32_t size) {
  if (onPhase)
    onPhase(what + " of size " + std::to_string(size));
}

ExplorationReport Explorer::proveAll(std::vector<Law> laws, const LawWriter &writer) {
  sortByGenerality(laws, writer);
  take(std::move(laws), writer);
  return report;
}

std::vector<RefutedEquation> Explorer::dropFalse(const Refuter &refuter) {
  std::vector<std::optional<Refutation>> found(open.size());
  for (size_t i = 0; i < open.size(); ++i)
    found[i] = refuter.refute(grid.conjectures()[open[i]]);
  std::vector<RefutedEquation> result;
  std::vector<uint32_t> left;
  for (size_t i = 0; i < open.size(); ++i) {
    if (!found[i]) {
      left.push_back(open[i]);
      continue;
    }
    std::string values;
    for (const auto &[variable, value] : found[i]->assignment)
      values += (values.empty() ? "" : ", ") + variable + " = " + value;
    result.push_back({grid.outcomes()[open[i]].text, std::move(values)});
    grid.drop(open[i]);
  }
  open = std::move(left);
  return result;
}

/// Equations with several constants, which are many where little is asked for, come
/// after the larger ones without.
void Explorer::delay(std::vector<Law> laws, uint32_t size) {
  for (Law &law : laws) {
    const uint32_t constants = terms.writer().count(law).constants;
    delayed[size + (constants > 1 ? constants - 1 : 0)].push_back(std::move(law));
  }
  sortByGenerality(delayed[size], terms.writer());
}

ExplorationReport Explorer::run() {
  // A law with conditions is proved more easily when larger equations are known.
  const uint32_t last = bounds.size + (bounds.premises > 1 ? 1 : 0);
  for (uint32_t size = 1; size <= last && !isDone(); ++size) {
    if (size <= bounds.size) {
      beginPhase("equations", size);
      delay(terms.next(), size);
      take(std::move(delayed[size]), terms.writer());
    }
    if (size == 1 && !isDone()) {
      beginPhase("laws about predicates", size);
      take(conditional.aboutPredicates(), terms.writer());
    }
    if (size - 1 <= ConditionalLaws::largest(bounds) && !isDone()) {
      beginPhase("conditional laws", size - 1);
      take(conditional.next(size - 1), terms.writer());
    }
    if (isForGoals && !isDone())
      grid.run(); // With all that the run may use.
  }
  for (auto &[stage, laws] : delayed)
    if (stage > bounds.size && !isDone()) {
      beginPhase("equations with constants", bounds.size);
      take(std::move(laws), terms.writer());
    }
  report.terms = terms.numTerms();
  report.isExhausted = terms.isExhausted();
  return report;
}

namespace {

void addConstants(const calculus::Program &program, calculus::Exploration &bounds) {
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (!c.isFunction)
        bounds.constants.push_back(calculus::constantTerm(c.index));
}

void addRelation(const calculus::Program &program, uint32_t r,
                 calculus::Exploration &bounds) {
  const calculus::Relation &relation = program.relations[r];
  if (relation.totality != calculus::none)
    bounds.functions.push_back(r);
  else if (!relation.functional && !relation.negated && relation.arity() > 0)
    bounds.relations.push_back(r);
}

} // namespace

calculus::Exploration defaultExploration(const calculus::Program &program) {
  calculus::Exploration result;
  result.name = "default";
  for (uint32_t r = 0; r < program.relations.size(); ++r)
    addRelation(program, r, result);
  addConstants(program, result);
  return result;
}

calculus::Exploration explorationFor(const std::vector<const calculus::Goal *> &goals,
                                     const calculus::Program &program) {
  std::vector<bool> isNeeded(program.relations.size(), false);
  std::vector<uint32_t> next;
  auto need = [&](const calculus::Atom &atom) {
    if (atom.relation < isNeeded.size() && !isNeeded[atom.relation]) {
      isNeeded[atom.relation] = true;
      next.push_back(atom.relation);
    }
  };
  for (const calculus::Goal *goal : goals) {
    std::for_each(goal->premises.begin(), goal->premises.end(), need);
    std::for_each(goal->witnesses.begin(), goal->witnesses.end(), need);
    need(goal->atom);
  }
  while (!next.empty()) {
    const uint32_t relation = next.back();
    next.pop_back();
    for (const calculus::Rule &rule : program.rules)
      if (rule.head == calculus::Rule::Head::Derive && rule.atom.relation == relation &&
          program.relations[relation].arity() > 1)
        std::for_each(rule.premises.begin(), rule.premises.end(), need);
  }
  calculus::Exploration result;
  result.name = "goals";
  for (uint32_t r = 0; r < program.relations.size(); ++r)
    if (isNeeded[r])
      addRelation(program, r, result);
  // Values are made by all constructors of their sets.
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (c.isFunction && isNeeded[form.sort] && !isNeeded[c.index])
        result.functions.push_back(c.index);
  addConstants(program, result);
  return result;
}

} // namespace mplrt
