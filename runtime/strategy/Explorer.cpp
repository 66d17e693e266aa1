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

#include "runtime/strategy/Explorer.h"

#include "runtime/prove/Values.h"

#include <algorithm>
#include <span>

namespace mplrt {

Explorer::Explorer(Search &search, const calculus::Exploration &bounds,
                   AfterRule &goals)
    : search(search), store(search.store), pool(search.pool), goals(goals),
      bounds(bounds), refuter(search.theory.program, search.models.forCandidates()),
      terms(search.theory, this->bounds, search.models.forCandidates()),
      conditional(search.theory, this->bounds, terms),
      hasInduction(!search.theory.program.inductions.empty()),
      hasCascades(mayCascade(search.theory.program)), prefix(store.freePrefix(search.lawPrefix)),
      joiner(search.theory.program), rungs(makeRungs()),
      costlyFrom(uint32_t(std::find_if(rungs.begin(), rungs.end(),
                                       [](const Rung &r) {
                                         return r.row->when >= ExploredRow::When::Costly;
                                       }) -
                          rungs.begin())) {}

bool Explorer::isDone() const {
  return pool.isStopped() || (isForGoals && !store.hasOpenStated());
}

AttemptBudget directBudget(const Pool &pool, const calculus::Exploration &bounds) {
  // That an equation follows from associativity, commutativity and distributivity
  // takes many firings; an induction that needs many seldom succeeds.
  AttemptBudget budget;
  budget.block.generations = bounds.depth;
  budget.block.firings = uint64_t(bounds.firings) * pool.tuning().moreFirings;
  budget.induction = false;
  return budget;
}

/// The rows of the schedule that are for this theory and within the bounds.
std::vector<Explorer::Rung> Explorer::makeRungs() const {
  using Tries = ExploredRow::Tries;
  std::vector<Rung> result;
  for (const ExploredRow &row : search.schedule.explored) {
    const bool isForTheory = row.theories == ExploredRow::Theories::Any ||
                             hasInduction ==
                                 (row.theories == ExploredRow::Theories::Generated);
    if (!isForTheory || row.splits > bounds.splits ||
        (row.tries == Tries::Cascade && !hasCascades))
      continue;
    AttemptBudget budget = directBudget(pool, bounds);
    budget.block.firings = uint64_t(bounds.firings) / 5 * row.fifths;
    if (row.fifths % 5 == 0)
      budget.block.firings = uint64_t(bounds.firings) * (row.fifths / 5);
    budget.splits = row.splits;
    budget.induction = row.tries == Tries::Induction || row.tries == Tries::Cascade;
    budget.direct = !budget.induction || row.splits > 0;
    if (row.tries == Tries::Deeper)
      ++budget.block.generations;
    // What needs many splits is seldom proved by going through all choices of them.
    if (row.tries == Tries::Cascade) {
      budget.splits = std::min(bounds.splits + 1, 2u) * AttemptBudget::cascadeFactor;
      budget.splitOn = AttemptBudget::SplitOn::Cascade;
    }
    result.push_back({pool.limited(budget), &row});
  }
  return result;
}

const RuleSet &Explorer::fewRules() {
  if (all != store.keepRules()) {
    all = store.keepRules();
    few = std::make_shared<RuleSet>(select(search, {Selection::NoneMultiplies, 0}));
  }
  return *few;
}

void Explorer::accept(uint32_t conjecture, Attempted &result, bool asRule) {
  store.accept(conjecture, result, asRule);
  if (asRule && onFound)
    onFound(conjecture, store.outcomes()[conjecture].text);
  ++(asRule ? report.essential : report.consequences);
  open.erase(std::find(open.begin(), open.end(), conjecture));
}

/// Costly rungs are gone through in turn, or not at all.
bool Explorer::isWorthwhile(uint32_t conjecture, uint32_t rung) const {
  if (rung < costlyFrom)
    return true;
  if (rungs[rung].row->when == ExploredRow::When::AtEnd && !isLast)
    return false;
  if (store.isDue(conjecture, rung - 1))
    return false;
  const auto it = waits.find(conjecture);
  return rung > costlyFrom || isLast || it == waits.end() ||
         it->second.untilRules <= report.essential;
}

std::vector<uint32_t> Explorer::due(uint32_t rung) const {
  std::vector<uint32_t> result;
  const size_t n = rungs[rung].row->when == ExploredRow::When::FirstOnly
                       ? std::min<size_t>(1, open.size())
                       : open.size();
  for (const uint32_t c : std::span(open).first(n))
    if (store.isDue(c, rung) && isWorthwhile(c, rung))
      result.push_back(c);
  return result;
}

void Explorer::reject(uint32_t conjecture, AttemptResult &result, uint32_t rung) {
  store.reject(conjecture, result, rung + 1);
  if (rung != costlyFrom)
    return;
  Wait &wait = waits[conjecture];
  wait.untilRules =
      report.essential + std::min(uint64_t(1) << wait.rounds, pool.tuning().longestWait);
  ++wait.rounds;
}

/// Equations whose sides are rewritten to the same term take no block.
void Explorer::proveByRewriting() {
  // The rules in force; they are only added to.
  const auto &theorems = store.currentRules().theorems;
  for (; numJoined < theorems.size(); ++numJoined)
    for (const calculus::Conjecture &c : store.conjectures())
      if (c.name == theorems[numJoined]->name)
        joiner.add(c);
  for (const uint32_t c : std::vector<uint32_t>(open)) {
    auto proof = joiner.prove(store.conjectures()[c]);
    if (!proof)
      continue;
    store.acceptWritten(c, std::move(*proof), "rewriting", /*asRule=*/false);
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
    if (rung == 0 && hasInduction && joiner.isEquation(store.conjectures()[c]))
      store.skip(c, rung + 1);
    else
      batch.push_back(c);
  std::vector<Attempted> found = pool.attemptAll(batch, rungs[rung].budget, store.currentRules());
  for (size_t i = 0; i < batch.size(); ++i)
    if (found[i].proved)
      accept(batch[i], found[i], /*asRule=*/false);
    else
      reject(batch[i], found[i], rung);
}

/// The first that succeeds; true if there is one.
bool Explorer::proveOne(uint32_t rung) {
  const std::vector<uint32_t> candidates = due(rung);
  std::vector<Attempted> found =
      pool.firstOf(candidates, rungs[rung].budget,
                   rungs[rung].row->rules == ExploredRow::Rules::Few
                       ? fewRules()
                       : store.currentRules());
  for (size_t i = 0; i < found.size(); ++i) {
    if (!found[i].proved) {
      reject(candidates[i], found[i], rung);
      continue;
    }
    std::vector<Attempted> directly;
    if (rung < longDirect())
      directly = pool.attemptAll({candidates[i]}, rungs[longDirect()].budget,
                                 store.currentRules());
    const bool isConsequence = !directly.empty() && directly[0].proved;
    accept(candidates[i], isConsequence ? directly[0] : found[i], !isConsequence);
    return true;
  }
  return false;
}

void Explorer::prove() {
  for (uint32_t rung = 0; rung < rungs.size() && !isDone();) {
    if (rung == costlyFrom)
      dropFalse();
    if (rungs[rung].row->keeps == ExploredRow::Keeps::Consequence) {
      proveConsequences(rung);
      if (rung == 0)
        goals.run();
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
      open.push_back(store.add(std::move(conjecture), Origin::Explored,
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
  search.beginPhase(what + " of size " + std::to_string(size));
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
    if (hasInduction && checked.insert(c).second)
      found = search.models.ofCandidates().refute(store.conjectures()[c]);
    if (!found) {
      left.push_back(c);
      continue;
    }
    std::string values;
    for (const auto &[variable, value] : found->assignment)
      values += (values.empty() ? "" : ", ") + variable + " = " + value;
    dropped.push_back({store.outcomes()[c].text, std::move(values)});
    store.drop(c);
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
  const auto sizesAhead = uint32_t(pool.tuning().sizesAhead);
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
      Stated(search).run(); // With all that the run may use.
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

} // namespace mplrt
