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
// Most attempts fail, and most of what fails is about to become easy: it waits for a
// law that is tried a little later. So effort grows by rungs. Direct proofs come with
// a small budget first, and with the whole one after induction; what induction proves
// is tried once more directly before it becomes a rule. Only the most general candidate
// is worth a long induction before that: often all others wait for it. The costly rungs,
// splits and selections of the rules, are tried again only when there are some more
// rules, and at the end.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Explorer.h"

#include "runtime/grid/Values.h"
#include "runtime/proof/Inline.h"

#include <algorithm>
#include <span>

namespace mplrt {

namespace {

constexpr uint32_t moreFirings = 4;
// Rules that a candidate waits for before it is tried with all means again: a law that
// waits longer misses the few rules that it needs among many that do without it.
constexpr uint64_t longestWait = 4;
// Conditional laws of a size come after equations that are so much larger, which they
// are proved with more easily.
constexpr uint32_t sizesAhead = 2;

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
      prefix(freePrefix("law", theory.program, grid)), joiner(theory.program), rungs(makeRungs()),
      costlyFrom(uint32_t(std::find_if(rungs.begin(), rungs.end(),
                                       [](const Rung &r) { return r.isCostly; }) -
                          rungs.begin())) {}

bool Explorer::isDone() const {
  return grid.isStopped() || (isForGoals && !grid.hasOpenStated());
}

AttemptBudget Explorer::directBudget(const calculus::Exploration &bounds) {
  // That an equation follows from associativity, commutativity and distributivity
  // takes many firings; an induction that needs many seldom succeeds.
  AttemptBudget budget;
  budget.block.generations = bounds.depth;
  budget.block.firings = uint64_t(bounds.firings) * moreFirings;
  budget.induction = false;
  return budget;
}

/// Directly, by induction, the first one by a long induction, directly with all firings.
/// Then what is costly: induction and case splits; the same with fewer rules, since a
/// law whose proof is short may be out of reach because of what others make of its
/// terms; a cascade of splits. Where there is no induction, more generations take its
/// place.
std::vector<Explorer::Rung> Explorer::makeRungs() const {
  using Keeps = Rung::Keeps;
  const uint32_t few = bounds.firings / 5 * 2;
  auto with = [](AttemptBudget budget, uint64_t firings) {
    budget.block.firings = firings;
    return budget;
  };
  const AttemptBudget direct = directBudget(bounds);
  std::vector<AttemptBudget> harder;
  if (!hasInduction) {
    harder.push_back(direct);
    ++harder.back().block.generations;
  }
  for (uint32_t splits = 0; splits <= bounds.splits && hasInduction; ++splits) {
    // A split has many blocks.
    harder.push_back(with(direct, splits > 0 ? few : bounds.firings));
    harder.back().splits = splits;
    harder.back().induction = true;
    harder.back().direct = splits > 0;
  }
  const AttemptBudget &simplest = harder.front(), &hardest = harder.back();

  std::vector<Rung> result{{with(direct, few), Keeps::Nothing}};
  if (hasInduction) {
    result.push_back({with(simplest, few), Keeps::Rules});
    result.push_back({simplest, Keeps::Rules});
    result.back().isForFirst = true;
  } else {
    result.push_back({simplest, Keeps::Rules});
  }
  result.push_back({direct, Keeps::Nothing});
  auto addCostly = [&](const AttemptBudget &budget, bool hasFewRules = false,
                       bool isLast = false) {
    result.push_back({budget, Keeps::Rules, hasFewRules, isLast});
    result.back().isCostly = true;
  };
  for (const bool hasFewRules : {false, true})
    for (const AttemptBudget &budget : harder)
      addCostly(budget, hasFewRules);
  // What needs many splits is seldom proved by going through all choices of them.
  if (hasCascades && hasInduction && bounds.splits > 0) {
    AttemptBudget cascade = hardest;
    cascade.splits = (bounds.splits + 1) * AttemptBudget::cascadeFactor;
    cascade.splitOn = AttemptBudget::SplitOn::Cascade;
    addCostly(cascade, /*hasFewRules=*/true);
  }
  for (const AttemptBudget &budget : harder)
    if (budget.splits > 0)
      addCostly(with(budget, bounds.firings), /*hasFewRules=*/false, /*isLast=*/true);
  // Without induction, whose hypotheses shorten proofs, some need very many firings.
  if (!hasInduction)
    addCostly(with(hardest, hardest.block.firings * moreFirings));
  for (Rung &rung : result)
    rung.budget = grid.limited(rung.budget);
  return result;
}

void Explorer::accept(uint32_t conjecture, AttemptResult &result, bool asRule) {
  grid.accept(conjecture, result, asRule);
  const Outcome &outcome = grid.outcomes()[conjecture];
  if (grid.onProved)
    grid.onProved(conjecture, outcome);
  if (asRule && onFound)
    onFound(conjecture, outcome.text);
  ++(asRule ? report.essential : report.consequences);
  open.erase(std::find(open.begin(), open.end(), conjecture));
}

/// Costly rungs are gone through in turn, or not at all.
bool Explorer::isWorthwhile(uint32_t conjecture, uint32_t rung) const {
  if (rung < costlyFrom)
    return true;
  if (rungs[rung].isLast && !isLast)
    return false;
  if (grid.isDue(conjecture, rung - 1))
    return false;
  const auto it = waits.find(conjecture);
  return rung > costlyFrom || isLast || it == waits.end() ||
         it->second.untilRules <= report.essential;
}

std::vector<uint32_t> Explorer::due(uint32_t rung) const {
  std::vector<uint32_t> result;
  const size_t n = rungs[rung].isForFirst ? std::min<size_t>(1, open.size()) : open.size();
  for (const uint32_t c : std::span(open).first(n))
    if (grid.isDue(c, rung) && isWorthwhile(c, rung))
      result.push_back(c);
  return result;
}

void Explorer::reject(uint32_t conjecture, AttemptResult &result, uint32_t rung) {
  grid.reject(conjecture, result, rung + 1);
  if (rung != costlyFrom)
    return;
  Wait &wait = waits[conjecture];
  wait.untilRules =
      report.essential + std::min(uint64_t(1) << wait.rounds, longestWait);
  ++wait.rounds;
}

/// Equations whose sides are rewritten to the same term take no block.
void Explorer::proveByRewriting() {
  // The rules in force; they are only added to.
  const auto &theorems = grid.currentRules().theorems;
  for (; numJoined < theorems.size(); ++numJoined)
    for (const calculus::Conjecture &c : grid.conjectures())
      if (c.name == theorems[numJoined]->name)
        joiner.add(c);
  for (const uint32_t c : std::vector<uint32_t>(open)) {
    auto proof = joiner.prove(grid.conjectures()[c]);
    if (!proof)
      continue;
    grid.acceptWritten(c, std::move(*proof), "rewriting", /*asRule=*/false);
    ++report.consequences;
    open.erase(std::find(open.begin(), open.end(), c));
  }
}

void Explorer::proveConsequences(uint32_t rung) {
  if (rung == 0)
    proveByRewriting();
  std::vector<uint32_t> batch;
  for (const uint32_t c : due(rung))
    // What a few firings would prove of equations rewriting has proved.
    if (rung == 0 && hasInduction && joiner.isEquation(grid.conjectures()[c]))
      grid.skip(c, rung + 1);
    else
      batch.push_back(c);
  std::vector<AttemptResult> found = grid.attemptAll(batch, rungs[rung].budget);
  for (size_t i = 0; i < batch.size(); ++i)
    if (found[i].proved)
      accept(batch[i], found[i], /*asRule=*/false);
    else
      reject(batch[i], found[i], rung);
}

/// The first that succeeds; true if there is one.
bool Explorer::proveOne(uint32_t rung) {
  const std::vector<uint32_t> all = due(rung);
  std::vector<AttemptResult> found =
      grid.attemptUntilProved(all, rungs[rung].budget, rungs[rung].hasFewRules);
  for (size_t i = 0; i < found.size(); ++i) {
    if (!found[i].proved) {
      reject(all[i], found[i], rung);
      continue;
    }
    std::vector<AttemptResult> directly;
    if (rung < longDirect())
      directly = grid.attemptAll({all[i]}, rungs[longDirect()].budget);
    const bool isConsequence = !directly.empty() && directly[0].proved;
    accept(all[i], isConsequence ? directly[0] : found[i], !isConsequence);
    return true;
  }
  return false;
}

void Explorer::prove() {
  for (uint32_t rung = 0; rung < rungs.size() && !isDone();) {
    if (rung == costlyFrom)
      dropFalse();
    if (rungs[rung].keeps == Rung::Keeps::Nothing) {
      proveConsequences(rung);
      if (rung == 0 && grid.hasOpenStated())
        grid.runWithRelevant();
      if (rung == 0 && grid.hasOpenStated())
        grid.run(Effort::AfterRule);
      if (rung == 0 && grid.hasOpenStated())
        grid.runWithFewerRules();
      if (rung == 0 && grid.hasOpenStated())
        grid.runWithOneTheorem();
      ++rung;
    } else {
      rung = proveOne(rung) ? 0 : rung + 1;
    }
  }
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

void Explorer::finish() {
  isLast = true;
  prove();
  isLast = false;
}

void Explorer::beginPhase(const std::string &what, uint32_t size) {
  if (onPhase)
    onPhase(what + " of size " + std::to_string(size));
}

ExplorationReport Explorer::proveAll(std::vector<Law> laws, const LawWriter &writer) {
  sortByGenerality(laws, writer);
  take(std::move(laws), writer);
  finish();
  return report;
}

/// What the values that candidates were tested with do not refute, larger ones may.
void Explorer::dropFalse() {
  std::vector<uint32_t> left;
  for (const uint32_t c : open) {
    std::optional<Refutation> found;
    if (larger && checked.insert(c).second)
      found = larger().refute(grid.conjectures()[c]);
    if (!found) {
      left.push_back(c);
      continue;
    }
    std::string values;
    for (const auto &[variable, value] : found->assignment)
      values += (values.empty() ? "" : ", ") + variable + " = " + value;
    dropped.push_back({grid.outcomes()[c].text, std::move(values)});
    grid.drop(c);
  }
  open = std::move(left);
}

std::vector<RefutedEquation> Explorer::refuted() const {
  std::vector<RefutedEquation> all = conditional.refuted();
  all.insert(all.end(), dropped.begin(), dropped.end());
  return all;
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
  const uint32_t largest = std::min(ConditionalLaws::largest(bounds),
                                    bounds.size - (bounds.premises > 1 ? 0 : 1));
  const uint32_t last = std::max(bounds.size, largest + sizesAhead);
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
    if (size >= sizesAhead && size - sizesAhead <= largest && !isDone()) {
      beginPhase("conditional laws", size - sizesAhead);
      take(conditional.next(size - sizesAhead), terms.writer());
    }
    if (isForGoals && !isDone())
      grid.run(); // With all that the run may use.
  }
  for (auto &[stage, laws] : delayed)
    if (stage > bounds.size && !isDone()) {
      beginPhase("equations with constants", bounds.size);
      take(std::move(laws), terms.writer());
    }
  finish();
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
  if (isInline(relation.predicate))
    return; // Parts of statements, which a law would be long to write with.
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
