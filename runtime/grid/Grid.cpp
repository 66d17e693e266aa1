//===- Grid.cpp - Cycles of Logic Blocks over all conjectures -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Budgets are raised for all open conjectures together, lowest first: what one
// needs is often proved by another, and a large budget spent on something that
// is about to become easy is wasted. A new rule brings a conjecture back to the
// lowest budget, but only if it could have changed its last attempts: each
// premise of one of the rule's plans must have had a row there.
//
// Only theorems that needed induction, a split or depth become rules. What
// follows directly at the lowest depth would add matching and prove nothing new.
//
//===----------------------------------------------------------------------===//

#include "runtime/grid/Grid.h"

#include "mplc/Calculus/Restates.h"
#include "runtime/grid/Relevance.h"
#include "runtime/grid/Values.h"
#include "runtime/grid/Wants.h"
#include "runtime/kernel/Chains.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <thread>

namespace mplrt {

namespace {

/// Of attempts in turn, how many an engine makes at a time.
constexpr size_t attemptsAhead = 4;
/// A block may have more firings than this only if the search so far had twice as many.
constexpr uint64_t usualFirings = 200000, rowsOfLongBlocks = 40000;
/// Of an attempt with one theorem: without the others, blocks stay small.
constexpr uint64_t firingsAlone = 2500;
/// The same with few rules, and how many these are.
constexpr uint64_t firingsRelevant = 5000;
constexpr size_t numRelevant[] = {3, 8};
constexpr size_t maxRelevantGoals = 100; ///< At one new rule.
/// Open conjectures of which is said what they lacked.
constexpr size_t maxExplained = 100;

struct Rung {
  AttemptBudget budget;
  Effort effort;
};

std::vector<Rung> makeLadder(const GridOptions &options,
                             const calculus::Program &program) {
  using SplitOn = AttemptBudget::SplitOn;
  struct Row {
    Effort effort;
    uint32_t generations, splits;
    uint64_t firings;
    SplitOn on;
    bool towardsGoal = false;
  };
  constexpr uint64_t many = usualFirings, all = ~uint64_t(0);
  constexpr SplitOn plain = SplitOn::Plain, blocked = SplitOn::Blocked,
                    condition = SplitOn::Condition, cascade = SplitOn::Cascade;
  using enum Effort;
  static constexpr Row rows[] = {
      {First, 1, 0, 2500, plain},
      {AfterRule, 1, 0, 20000, plain},
      {AfterRule, 1, 1, 20000, condition},
      {AfterRule, 1, 1, 20000, plain},
      {AfterRule, 2, 0, 20000, plain},
      {AfterRule, 2, 0, 20000, plain, true},
      {Cheap, 2, 1, 20000, condition, true},
      {Cheap, 1, 1, 20000, blocked},
      {Cheap, 1, 2, 5000, cascade},
      {Full, 1, 2, 20000, condition},
      {Full, 1, 2, 20000, plain},
      {Full, 1, 2, 20000, blocked},
      {Full, 2, 2, 20000, condition, true},
      {Full, 2, 0, many, plain},
      {Full, 2, 1, many, condition},
      {Full, 2, 1, many, plain},
      {Full, 3, 0, many, plain},
      {Full, 1, 3, many, condition},
      {Full, 1, 3, many, plain},
      {Full, 1, 3, many, blocked},
      {Full, 2, 0, all, plain},
  };
  const bool hasConditions =
      std::any_of(program.relations.begin(), program.relations.end(),
                  [](const calculus::Relation &r) { return r.negated; });
  const bool hasCascades = hasConditions || mayCascade(program);
  std::vector<Rung> ladder;
  for (const Row &row : rows) {
    if (row.generations > options.generations || row.splits > options.splits ||
        (row.on == condition && !hasConditions) || (row.on == cascade && !hasCascades))
      continue;
    AttemptBudget budget;
    budget.block.generations = row.generations;
    budget.block.firings = row.firings;
    budget.splits = row.splits;
    budget.splitOn = row.on;
    budget.towardsGoal = row.towardsGoal;
    if (row.on == cascade)
      budget.splits *= AttemptBudget::cascadeFactor;
    // Blocks that do not grow any more find new ways to say the same for long. Those
    // that grow are given up.
    if (row.firings == all)
      budget.block.rows = rowsOfLongBlocks;
    ladder.push_back({budget, row.effort});
  }
  return ladder;
}

/// A split may decide what is negated.
bool isAllInhabited(const calculus::Matcher &matcher,
                    const calculus::Program &program,
                    const std::vector<bool> &inhabited) {
  return std::all_of(matcher.premises.begin(), matcher.premises.end(),
                     [&](const calculus::Atom &p) {
                       return inhabited[p.relation] ||
                              program.relations[p.relation].negated;
                     });
}

} // namespace

Grid::Grid(const Theory &theory, const GridOptions &options)
    : theory(theory), options(options), start(std::chrono::steady_clock::now()) {
  for (const Rung &rung : makeLadder(options, theory.program)) {
    ladder.push_back(limited(rung.budget));
    efforts.push_back(rung.effort);
  }
  all = theory.program.conjectures;
  states.resize(all.size());
  for (uint32_t c = 0; c < all.size(); ++c) {
    if (all[c].isComposite())
      continue;
    states[c].hasWants =
        hasWants(calculus::normalise(all[c].goal, theory.program).goal, theory.program);
    states[c].isRestated = calculus::restates(all[c].goal, theory.program) ||
                           calculus::saysTotality(all[c].goal, theory.program);
  }
  results.resize(all.size());
  rules = std::make_shared<RuleSet>(rulesOf({}));
}

AttemptBudget Grid::limited(AttemptBudget budget) const {
  budget.block.generations =
      std::min(budget.block.generations, options.generations);
  budget.block.firings = std::min(budget.block.firings, options.firings);
  const bool isCascade = budget.splitOn == AttemptBudget::SplitOn::Cascade;
  budget.splits = std::min(budget.splits,
                           options.splits *
                               (isCascade ? AttemptBudget::cascadeFactor : 1));
  if (options.memory != 0)
    budget.block.bytes = options.memory / numThreads();
  return budget;
}

unsigned Grid::numThreads() const {
  return options.threads ? options.threads
                         : std::max(1u, std::thread::hardware_concurrency());
}

double Grid::elapsed() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
      .count();
}

std::optional<WrittenProof> Grid::checkAxioms() {
  const auto node = refuteAxioms(theory, ladder[0].block);
  if (!node)
    return std::nullopt;
  return writeContradiction(theory, *node);
}

std::shared_ptr<const InstalledTheorem> Grid::theoremOf(uint32_t conjecture) const {
  const std::scoped_lock lock(mutex);
  std::shared_ptr<const InstalledTheorem> &known = installed[conjecture];
  if (!known) {
    auto theorem = std::make_shared<InstalledTheorem>();
    theorem->name = all[conjecture].name;
    theorem->statement = all[conjecture].statement;
    theorem->goal = calculus::normalise(all[conjecture].goal, theory.program);
    theorem->forms = calculus::ruleForms(theorem->goal, theory.program);
    known = std::move(theorem);
  }
  return known;
}

void Grid::install(std::shared_ptr<const InstalledTheorem> theorem,
                   RuleSet &set) const {
  const calculus::Program &program = theory.program;
  const auto index = uint32_t(set.theorems.size());
  for (uint32_t f = 0; f < theorem->forms.size(); ++f) {
    const auto number = uint32_t(program.rules.size() + set.forms.size());
    addForm(theorem->forms[f], number, theory, mplSteps, set.chains);
    set.forms.push_back({index, f});
  }
  set.theorems.push_back(std::move(theorem));
}

RuleSet Grid::rulesOf(const std::vector<uint32_t> &theorems) const {
  RuleSet set;
  for (uint32_t c = 0; c < all.size(); ++c)
    if (all[c].assumed && !states[c].isRestated)
      install(theoremOf(c), set);
  for (const uint32_t c : theorems)
    install(theoremOf(c), set);
  set.chains.share();
  return set;
}

std::vector<uint32_t> Grid::due(Effort upTo) const {
  const auto below = uint32_t(
      std::upper_bound(efforts.begin(), efforts.end(), upTo) - efforts.begin());
  uint32_t lowest = below;
  auto isOpen = [&](uint32_t c) {
    return isOpenStated(c) && !all[c].isComposite();
  };
  for (uint32_t c = 0; c < states.size(); ++c)
    if (isOpen(c))
      lowest = std::min(lowest, states[c].level);
  std::vector<uint32_t> batch;
  for (uint32_t c = 0; c < states.size() && lowest < below; ++c)
    if (isOpen(c) && states[c].level == lowest)
      batch.push_back(c);
  return batch;
}

void Grid::wake(const InstalledTheorem &theorem) {
  std::vector<calculus::Matcher> matchers;
  for (const calculus::RuleForm &form : theorem.forms) {
    matchers.push_back(calculus::matcherOf(form.rule, 0));
    for (calculus::Matcher &build : calculus::deriveBuilds(
             form.rule, 0, theory.program, /*isTheorem=*/true))
      matchers.push_back(std::move(build));
  }
  for (State &state : states)
    if (!state.inhabited.empty() &&
        std::any_of(matchers.begin(), matchers.end(), [&](const auto &m) {
          return isAllInhabited(m, theory.program, state.inhabited);
        }))
      state.level = 0;
}

AttemptResult Grid::attemptOne(uint32_t c, const AttemptBudget &budget,
                               const RuleSet &with) {
  ++live.attempts;
  AttemptResult found = attempt(theory, with, all[c], budget);
  if (found.proved) {
    results[c].proof = writeProof(theory, with, *found.tree);
    found.tree.reset();
  }
  --live.attempts;
  ++live.done;
  return found;
}

std::vector<AttemptResult> Grid::attemptAll(const std::vector<uint32_t> &batch,
                                            const AttemptBudget &budget,
                                            const RuleSet &with) {
  std::vector<AttemptResult> found(batch.size());
  live.done = 0;
  live.planned = batch.size();
  const InBatch onEngine(theory.engine, batch.size());
  inParallel(batch.size(), [&](size_t i) {
    const InAttempt onThread(theory.engine, i);
    found[i] = attemptOne(batch[i], budget, with);
  });
  ++totals.cycles;
  for (const AttemptResult &result : found)
    account(result);
  return found;
}

namespace {

/// Attempts in turn, some of them ahead: which is the last whose result counts.
class Race {
public:
  Race(std::vector<AttemptResult> &found, uint64_t blocks)
      : found(found), isDone(found.size(), false), blocksLeft(blocks),
        last(found.size()) {}

  /// The next that is wanted as far as is known.
  std::optional<size_t> begin() {
    const size_t i = next++;
    return i < numWanted() ? std::optional(i) : std::nullopt;
  }
  size_t numWanted() const { return std::min(size_t(last) + 1, found.size()); }
  Cancellation cancellation(size_t i) const { return {&last, i}; }

  /// As if each began when the one before it had ended: one succeeds, or the blocks
  /// are used up.
  void end(size_t i) {
    const std::scoped_lock lock(mutex);
    isDone[i] = true;
    for (; settled < numWanted() && isDone[settled]; ++settled) {
      blocksLeft -= std::min(blocksLeft, found[settled].blocks);
      if (blocksLeft == 0 || found[settled].proved)
        last = settled;
    }
    if (found[i].proved && i < last)
      last = i;
  }

private:
  std::vector<AttemptResult> &found;
  std::vector<bool> isDone;
  uint64_t blocksLeft;
  size_t settled = 0;
  std::atomic<size_t> next = 0, last;
  std::mutex mutex;
};

} // namespace

std::vector<AttemptResult> Grid::attemptInTurn(size_t n, const AttemptBudget &budget,
                                               Engine::Theorems theorems,
                                               const NumberedAttempt &attempt) {
  if (n == 0)
    return {};
  std::vector<AttemptResult> found(n);
  live.done = 0;
  live.planned = n;
  Race race(found, options.blocks == 0
                       ? ~uint64_t(0)
                       : options.blocks - std::min(options.blocks, totals.blocks));
  if (theory.engine)
    for (;;) {
      std::vector<size_t> side;
      while (side.size() < attemptsAhead)
        if (const auto i = race.begin())
          side.push_back(*i);
        else
          break;
      if (side.empty())
        break;
      const InBatch onEngine(theory.engine, side.size(), theorems);
      inParallel(side.size(), [&](size_t k) {
        const InAttempt onThread(theory.engine, k);
        found[side[k]] = attempt(side[k], budget);
        race.end(side[k]);
      });
    }
  else
    inParallel(std::min(size_t(numThreads()), n), [&](size_t) {
      while (const auto i = race.begin()) {
        AttemptBudget own = budget;
        own.block.cancellation = race.cancellation(*i);
        found[*i] = attempt(*i, own);
        race.end(*i);
      }
    });
  found.resize(race.numWanted());
  ++totals.cycles;
  for (const AttemptResult &result : found)
    account(result);
  return found;
}

std::vector<AttemptResult>
Grid::attemptUntilProved(const std::vector<uint32_t> &batch, const AttemptBudget &budget,
                         bool withFew) {
  if (withFew && !few)
    few = std::make_shared<RuleSet>(select({Selection::NoneMultiplies, 0}));
  const RuleSet &with = withFew ? *few : *rules;
  return attemptInTurn(batch.size(), budget, Engine::Theorems::Same,
                       [&](size_t i, const AttemptBudget &own) {
                         return attemptOne(batch[i], own, with);
                       });
}

void Grid::account(const AttemptResult &result) {
  ++totals.attempts;
  totals.blocks += result.blocks;
  totals.firings += result.firings;
  totals.slowFirings += result.slowFirings;
  totals.largestBlock = std::max(totals.largestBlock, result.largestBlock);
  for (size_t k = 0; k < totals.blockSizes.size(); ++k)
    totals.blockSizes[k] += result.blockSizes[k];
}

void Grid::reject(uint32_t conjecture, AttemptResult &result, uint32_t next) {
  State &state = states[conjecture];
  // Attempts differ in what they try: a rule that could change one is enough.
  if (state.inhabited.empty())
    state.inhabited = std::move(result.inhabited);
  else
    for (size_t r = 0; r < state.inhabited.size(); ++r)
      state.inhabited[r] = state.inhabited[r] || result.inhabited[r];
  state.limit = result.limit;
  while (next < ladder.size() && ladder[next].towardsGoal && !state.hasWants)
    ++next;
  state.level = std::max(state.level, next);
  state.reached = std::max(state.reached, state.level);
}

void Grid::accept(uint32_t conjecture, AttemptResult &result, bool asRule) {
  Outcome &outcome = results[conjecture];
  outcome.status = Status::Proved;
  ++live.proved;
  outcome.method = std::move(result.method);
  outcome.vacuous = result.vacuous;
  outcome.isRule = asRule;
  outcome.order = numProved++;
  outcome.seconds = elapsed();
  if (asRule) {
    auto next = std::make_shared<RuleSet>(*rules);
    install(theoremOf(conjecture), *next);
    next->chains.share();
    rules = std::move(next);
    few = nullptr;
    wake(*rules->theorems.back());
    totals.rules = rules->theorems.size();
  }
}

void Grid::acceptWritten(uint32_t conjecture, WrittenProof proof, std::string method,
                         bool asRule) {
  AttemptResult result;
  result.proved = true;
  result.method = std::move(method);
  results[conjecture].proof = std::move(proof);
  accept(conjecture, result, asRule);
  std::vector<uint32_t> proved{conjecture};
  compose(proved);
  if (onProved)
    for (const uint32_t c : proved)
      onProved(c, results[c]);
}

uint32_t Grid::add(calculus::Conjecture conjecture, Origin origin,
                   std::string text) {
  all.push_back(std::move(conjecture));
  states.emplace_back();
  results.emplace_back();
  results.back().origin = origin;
  results.back().text = std::move(text);
  return uint32_t(all.size() - 1);
}

uint32_t Grid::addRefutation(calculus::Conjecture theorem, WrittenProof proof) {
  const uint32_t c = add(std::move(theorem), Origin::Refutation, "");
  Outcome &outcome = results[c];
  outcome.status = Status::Proved;
  ++live.proved;
  outcome.method = "values";
  outcome.isNegation = true;
  outcome.order = numProved++;
  outcome.seconds = elapsed();
  outcome.proof = std::move(proof);
  return c;
}

bool Grid::isOpenStated(uint32_t c) const {
  return results[c].status == Status::Open && results[c].origin == Origin::Stated &&
         !all[c].assumed;
}

bool Grid::hasOpenStated() const {
  for (uint32_t c = 0; c < all.size(); ++c)
    if (isOpenStated(c))
      return true;
  return false;
}

void Grid::refute(uint32_t conjecture,
                  std::vector<std::pair<std::string, std::string>> assignment,
                  std::vector<std::string> theorems, std::string model) {
  Outcome &outcome = results[conjecture];
  outcome.status = Status::Refuted;
  ++live.refuted;
  outcome.assignment = std::move(assignment);
  outcome.refutedBy = std::move(theorems);
  outcome.model = std::move(model);
  outcome.seconds = elapsed();
  // A statement one of whose parts is false is false.
  for (uint32_t c = 0; c < all.size(); ++c)
    if (results[c].status == Status::Open &&
        std::count(all[c].parts.begin(), all[c].parts.end(), all[conjecture].name))
      refute(c, results[conjecture].assignment, results[conjecture].refutedBy,
             results[conjecture].model);
}

std::vector<Grid::Support> Grid::followAll(const std::vector<Question> &questions,
                                           const AttemptBudget &budget) {
  std::vector<Support> result(questions.size());
  auto answer = [&](size_t i) {
    const RuleSet set = rulesOf(questions[i].from);
    const InAttempt onThread(theory.engine, i);
    const AttemptResult found = attempt(theory, set, all[questions[i].theorem], budget);
    if (found.proved)
      result[i] = writeProof(theory, set, *found.tree).uses;
  };
  const InBatch onEngine(theory.engine, questions.size(), Engine::Theorems::Own);
  inParallel(questions.size(), answer);
  return result;
}

/// Very long attempts stay in step with the search so far.
AttemptBudget Grid::budgetOf(uint32_t level) const {
  AttemptBudget budget = ladder[level];
  budget.block.firings =
      std::min(budget.block.firings, std::max(usualFirings, totals.firings / 2));
  return budget;
}

void Grid::cycle(const std::vector<uint32_t> &batch) {
  const AttemptBudget budget = budgetOf(states[batch[0]].level);
  std::vector<AttemptResult> found = attemptAll(batch, budget);
  settle(batch, found, budget, /*rejects=*/true);
}

void Grid::settle(const std::vector<uint32_t> &batch, std::vector<AttemptResult> &found,
                  const AttemptBudget &budget, bool rejects) {
  // Failures first: a rule that this cycle proves may wake them at once.
  std::vector<uint32_t> proved;
  for (size_t i = 0; i < batch.size() && rejects; ++i)
    if (!found[i].proved)
      reject(batch[i], found[i], states[batch[i]].level + 1);
  for (size_t i = 0; i < batch.size(); ++i) {
    if (!found[i].proved) {
      ++states[batch[i]].attempts;
      continue;
    }
    const bool isEasy =
        states[batch[i]].isRestated ||
        (found[i].method == "direct" && budget.block.generations == 1);
    accept(batch[i], found[i], !isEasy);
    proved.push_back(batch[i]);
  }
  compose(proved);
  if (onProved)
    for (const uint32_t c : proved)
      onProved(c, results[c]);
}

//===----------------------------------------------------------------------===//
// Selections of rules
//===----------------------------------------------------------------------===//

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
bool multiplies(const std::vector<uint32_t> &functions) {
  constexpr size_t manyApplications = 4;
  return functions.size() >= manyApplications;
}

} // namespace

RuleSet Grid::select(const Selection &selection) const {
  RuleSet set;
  for (const auto &theorem : rules->theorems) {
    const std::vector<uint32_t> about = functionsOf(*theorem, theory.program);
    const auto occurrences = std::count(about.begin(), about.end(), selection.function);
    bool isSelected = false;
    switch (selection.kind) {
    case Selection::OnlyAbout:
      isSelected = occurrences == ptrdiff_t(about.size());
      break;
    case Selection::NoneMultiplies:
      isSelected = !multiplies(about);
      break;
    case Selection::NoneMultipliesAbout:
      isSelected = !multiplies(about) || occurrences == 0;
      break;
    }
    if (isSelected)
      install(theorem, set);
  }
  set.chains.share();
  return set;
}

void Grid::runWithFewerRules() {
  std::set<Selection> selections;
  for (const auto &theorem : rules->theorems) {
    const std::vector<uint32_t> functions = functionsOf(*theorem, theory.program);
    if (multiplies(functions))
      for (const uint32_t f : functions) {
        selections.insert({Selection::OnlyAbout, f});
        selections.insert({Selection::NoneMultipliesAbout, f});
      }
  }
  const bool isFewer = !selections.empty();
  selections.insert({Selection::NoneMultiplies, 0});
  for (const Selection &selection : selections) {
    const RuleSet set = select(selection);
    size_t &before = tried[selection];
    if (set.theorems.size() == before)
      continue;
    before = set.theorems.size();
    const bool cascades = selection.kind == Selection::NoneMultiplies;
    for (const AttemptBudget &budget : ladder) {
      const bool isCascade = budget.splitOn == AttemptBudget::SplitOn::Cascade;
      const bool isCheap = budget.splits <= 1 && budget.block.firings <= 20000 &&
                           !budget.towardsGoal;
      if ((isCascade ? cascades : isCheap && isFewer) && !attemptWith(set, budget))
        return;
    }
  }
}

/// False if there is nothing left to attempt.
bool Grid::attemptWith(const RuleSet &selection, const AttemptBudget &budget) {
  std::vector<uint32_t> batch;
  for (uint32_t c = 0; c < all.size(); ++c)
    if (isOpenStated(c) && !all[c].isComposite())
      batch.push_back(c);
  if (batch.empty() || isStopped())
    return false;
  std::vector<AttemptResult> found = attemptAll(batch, budget, selection);
  settle(batch, found, budget, /*rejects=*/false);
  return true;
}

void Grid::runWithRelevant() {
  std::vector<const calculus::Goal *> theorems;
  for (const auto &theorem : rules->theorems)
    theorems.push_back(&theorem->goal.goal);
  for (const size_t limit : numRelevant) {
    std::vector<RelevantRules> due;
    // If there are no more rules than these, all of them are tried anyway.
    for (uint32_t c = 0; c < all.size() && theorems.size() > limit &&
                         due.size() < maxRelevantGoals && !isStopped();
         ++c) {
      if (!isOpenStated(c) || all[c].isComposite())
        continue;
      std::vector<uint32_t> chosen =
          mostRelevant(all[c].goal, theorems, theory.program, limit);
      std::sort(chosen.begin(), chosen.end());
      std::vector<std::string> key{all[c].name};
      for (const uint32_t t : chosen)
        key.push_back(rules->theorems[t]->name);
      if (chosen.empty() || !triedRelevant.insert(std::move(key)).second)
        continue;
      RelevantRules &own = due.emplace_back();
      own.conjecture = c;
      for (const uint32_t t : chosen)
        install(rules->theorems[t], own.rules);
      own.rules.chains.share();
    }
    attemptRelevant(due, /*towardsGoal=*/false);
    attemptRelevant(due, /*towardsGoal=*/true);
  }
}

/// Each with rules of its own, in parallel, within cheap budgets: with few rules there
/// is little to do.
void Grid::attemptRelevant(const std::vector<RelevantRules> &due, bool towardsGoal) {
  AttemptBudget budget;
  budget.block.generations = 2;
  budget.block.firings = firingsRelevant;
  budget.splits = towardsGoal ? 1 : 0;
  budget.splitOn = AttemptBudget::SplitOn::Condition;
  budget.towardsGoal = towardsGoal;
  budget = limited(budget);
  std::vector<uint32_t> batch, from;
  for (uint32_t i = 0; i < due.size(); ++i)
    if (isOpenStated(due[i].conjecture) &&
        (!towardsGoal || states[due[i].conjecture].hasWants)) {
      batch.push_back(due[i].conjecture);
      from.push_back(i);
    }
  if (batch.empty() || isStopped())
    return;
  std::vector<AttemptResult> found(batch.size());
  live.done = 0;
  live.planned = batch.size();
  {
    const InBatch onEngine(theory.engine, batch.size(), Engine::Theorems::Own);
    inParallel(batch.size(), [&](size_t i) {
      const InAttempt onThread(theory.engine, i);
      found[i] = attemptOne(batch[i], budget, due[from[i]].rules);
    });
  }
  ++totals.cycles;
  for (const AttemptResult &result : found)
    account(result);
  settle(batch, found, budget, /*rejects=*/false);
}

void Grid::runWithOneTheorem() {
  std::vector<uint32_t> proved(numProved, calculus::none);
  for (uint32_t c = 0; c < all.size(); ++c)
    if (results[c].status == Status::Proved && !all[c].isComposite())
      proved[results[c].order] = c;
  std::vector<uint32_t> theorems;
  for (; triedAlone < numProved; ++triedAlone)
    if (proved[triedAlone] != calculus::none &&
        results[proved[triedAlone]].origin == Origin::Explored)
      theorems.push_back(proved[triedAlone]);
  for (uint32_t goal = 0; goal < all.size() && !isStopped(); ++goal)
    if (isOpenStated(goal) && !all[goal].isComposite())
      runWithOneTheorem(goal, theorems);
}

void Grid::runWithOneTheorem(uint32_t goal, const std::vector<uint32_t> &theorems) {
  AttemptBudget budget;
  budget.block.firings = firingsAlone;
  budget.splits = 1;
  budget.towardsGoal = states[goal].hasWants;
  budget.block.generations = budget.towardsGoal ? 2 : 1;
  budget = limited(budget);
  std::vector<AttemptResult> found = attemptInTurn(
      theorems.size(), budget, Engine::Theorems::Own,
      [&](size_t i, const AttemptBudget &own) {
        return attemptOne(goal, own, rulesOf({theorems[i]}));
      });
  if (!found.empty() && found.back().proved) {
    std::vector<AttemptResult> last;
    last.push_back(std::move(found.back()));
    settle({goal}, last, budget, /*rejects=*/false);
  }
}

/// Statements all of whose parts are proved by now.
void Grid::compose(std::vector<uint32_t> &proved) {
  auto isProved = [&](const std::string &name) {
    for (uint32_t c = 0; c < all.size(); ++c)
      if (all[c].name == name)
        return results[c].status == Status::Proved;
    return false;
  };
  for (uint32_t c = 0; c < all.size(); ++c) {
    const auto &parts = all[c].parts;
    if (parts.empty() || results[c].status == Status::Proved ||
        !std::all_of(parts.begin(), parts.end(), isProved))
      continue;
    results[c].status = Status::Proved;
    ++live.proved;
    results[c].method = "parts";
    results[c].seconds = elapsed();
    results[c].proof = writeComposite(theory, all[c]);
    proved.push_back(c);
  }
}

template <typename F> void Grid::inArena(F &&work) {
  std::optional<tbb::global_control> workers;
  if (options.threads != 0)
    workers.emplace(tbb::global_control::max_allowed_parallelism, options.threads);
  tbb::task_arena arena(options.threads ? int(options.threads)
                                        : tbb::task_arena::automatic);
  arena.execute(work);
}

/// Each thread takes the next piece when it is done with one: pieces differ much, and
/// long ones often stand together.
void Grid::inParallel(size_t n, const std::function<void(size_t)> &work) {
  std::atomic<size_t> next = 0;
  auto takeAll = [&](size_t) {
    for (size_t i; (i = next++) < n;)
      work(i);
  };
  if (n == 1)
    return takeAll(0);
  inArena([&] {
    tbb::parallel_for(size_t(0), std::min(size_t(numThreads()), n), takeAll);
  });
}

void Grid::runRestated() {
  std::vector<uint32_t> batch;
  for (uint32_t c = 0; c < all.size(); ++c)
    if (isOpenStated(c) && states[c].isRestated)
      batch.push_back(c);
  if (batch.empty() || isStopped())
    return;
  AttemptBudget budget;
  budget.block.firings = firingsAlone;
  budget.induction = false;
  budget.towardsGoal = true;
  budget = limited(budget);
  std::vector<AttemptResult> found = attemptAll(batch, budget, *rules);
  settle(batch, found, budget, /*rejects=*/false);
}

void Grid::run(Effort upTo) {
  while (!isStopped()) {
    const std::vector<uint32_t> batch = due(upTo);
    if (batch.empty())
      return;
    cycle(batch);
  }
}

bool Grid::isStopped() const {
  return stopRequest.load() != 0 ||
         (options.blocks != 0 && totals.blocks >= options.blocks);
}

void Grid::explainOpen() {
  if (ladder.empty())
    return;
  AttemptBudget budget;
  budget.block.firings = firingsAlone;
  budget.towardsGoal = true;
  budget = limited(budget);
  std::vector<uint32_t> batch;
  for (uint32_t c = 0; c < all.size() && batch.size() < maxExplained; ++c)
    if (isOpenStated(c) && !all[c].isComposite())
      batch.push_back(c);
  inParallel(batch.size(), [&](size_t i) {
    auto lines = explainFailure(theory, *rules, all[batch[i]], budget);
    if (!isStopped())
      results[batch[i]].missing = std::move(lines);
  });
}

std::string Grid::triedText(const State &state) const {
  uint32_t generations = 0, splits = 0;
  uint64_t firings = 0;
  for (uint32_t level = 0; level < std::min<size_t>(state.reached, ladder.size());
       ++level) {
    if (ladder[level].towardsGoal && !state.hasWants)
      continue;
    generations = std::max(generations, ladder[level].block.generations);
    splits = std::max(splits, ladder[level].splits);
    firings = std::max(firings, std::min(ladder[level].block.firings,
                                         std::max(usualFirings, totals.firings / 2)));
  }
  if (state.attempts == 0)
    return "no attempt was finished";
  return std::to_string(state.attempts) + (state.attempts == 1 ? " attempt" : " attempts") +
         ", with up to " + std::to_string(generations) +
         (generations == 1 ? " generation" : " generations") + " of new terms, " +
         std::to_string(splits) + (splits == 1 ? " nested split and " : " nested splits and ") +
         std::to_string(firings) + " firings a block";
}

void Grid::finish() {
  const std::string stopped = stopRequest.load() != 0
                                  ? toString(Limit(stopRequest.load()))
                              : isStopped() ? "blocks"
                                            : "";
  for (uint32_t c = 0; c < results.size(); ++c)
    if (isOpenStated(c) && !all[c].isComposite())
      results[c].tried = triedText(states[c]);
  for (uint32_t c = 0; c < results.size(); ++c)
    if (results[c].status == Status::Open)
      results[c].limit = !stopped.empty()        ? stopped
                         : all[c].isComposite()  ? "a part is open"
                                                 : toString(states[c].limit);
  totals.seconds = elapsed();
}

} // namespace mplrt
