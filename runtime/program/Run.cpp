//===- Run.cpp - One run of a compiled theory -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Run.h"

#include "runtime/explore/Compress.h"
#include "runtime/explore/Facts.h"
#include "runtime/explore/Flat.h"
#include "runtime/explore/Ground.h"
#include "runtime/explore/GroundModel.h"
#include "runtime/explore/RefutationWriter.h"
#include "runtime/explore/Suspicions.h"
#include "runtime/model/FiniteModelView.h"
#include "runtime/model/ModelFile.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <set>

namespace mplrt {

namespace {

// Values of a set like the natural numbers in the models: of the first, in which
// candidates are tested too, and of the second, for stated conjectures alone.
constexpr size_t smallNumerals = 5, manyNumerals = 9;
// Work of completion for all goals together: before blocks have taken long, and after
// that.
constexpr uint64_t fewEquations = 20000, manyEquations = 3000000;
constexpr uint64_t instanceFirings = 200000; // Large values take many.
constexpr uint32_t instanceSplits = 2;
constexpr uint64_t contradictionFirings = 20000;
// Of finite models: elements of a domain, and how many are tested in.
constexpr uint32_t maxModelSize = 6, numModels = 12;
// What the solver may spend on one statement and size: on sizes that are soon done with;
// on all before exploration; on all at the end.
constexpr uint32_t smallModelSize = 3;
constexpr uint32_t conflictsBefore = 2000, conflictsAfter = 20000;
constexpr uint32_t maxGoalSize = 5; // Terms explored for the sake of a goal.

[[gnu::format(printf, 1, 2)]] std::string format(const char *pattern, ...) {
  va_list arguments, again;
  va_start(arguments, pattern);
  va_copy(again, arguments);
  std::string text(size_t(std::vsnprintf(nullptr, 0, pattern, arguments)), 0);
  std::vsnprintf(text.data(), text.size() + 1, pattern, again);
  va_end(again);
  va_end(arguments);
  return text;
}

std::string statisticsText(const Statistics &s) {
  return format("statistics:\n"
              "  cycles        %llu\n"
              "  attempts      %llu\n"
              "  blocks        %llu, largest %u rows\n"
              "  rules kept    %llu\n"
              "  firings       %llu, %.1f million a second\n"
              "  slower path   %llu firings\n"
              "  memory        %.1f MB\n",
              (unsigned long long)s.cycles, (unsigned long long)s.attempts,
              (unsigned long long)s.blocks, s.largestBlock,
              (unsigned long long)s.rules, (unsigned long long)s.firings,
              s.seconds > 0 ? double(s.firings) / s.seconds / 1e6 : 0.0,
              (unsigned long long)s.slowFirings, peakMegabytes());
}

} // namespace

Run::Run(const Theory &theory, const RunOptions &options)
    : theory(theory), options(options),
      output(options.out, theory.program, options.force), grid(theory, options.grid),
      progress(grid, options.quiet), equations(theory, grid) {}

int Run::reportFailure() const {
  std::fprintf(stderr, "error: %s\n", output.error().c_str());
  return Failed;
}

int Run::reportContradiction(const WrittenProof &proof) {
  output.writeProof("contradiction", proof);
  std::fprintf(stderr, "error: the axioms are contradictory: they imply false, "
                       "and with it everything (see contradiction.proof)\n");
  return Contradictory;
}

void Run::onProved(uint32_t c) {
  const calculus::Conjecture &conjecture = grid.conjectures()[c];
  const Outcome &outcome = grid.outcomes()[c];
  output.writeProof(conjecture.name, outcome.proof);
  output.writeTheoremsIfDue(grid);
  if (outcome.origin != Origin::Stated)
    return;
  if (outcome.vacuous)
    std::fprintf(stderr,
                 "%s: warning: the premises of conjecture '%s' can never hold\n",
                 conjecture.location.c_str(), conjecture.name.c_str());
  progress.print(format("proved  %s (%s)\n", conjecture.name.c_str(),
                        outcome.method.c_str()));
}

int Run::run() {
  if (!checkExplained())
    return WrongUsage;
  output.open();
  if (!output.error().empty())
    return reportFailure();
  int code = 0;
  std::string stopped;
  if (const auto contradiction = findContradiction()) {
    code = reportContradiction(*contradiction);
    stopped = "contradictory axioms";
  } else {
    grid.onProved = [&](uint32_t c, const Outcome &) { onProved(c); };
    progress.setPhase("prove");
    grid.runRestated();
    grid.run(Effort::First);
    makeModels();
    if (!output.error().empty())
      return reportFailure();
    refuteStated(Refuter(theory.program, models));
    progress.setPhase("equations");
    equations.run(fewEquations);
    progress.setPhase("prove");
    grid.run(Effort::Cheap);
    grid.explainOpen();
    if (!theory.program.inductions.empty() && grid.hasOpenStated())
      refuteStated(Refuter(theory.program, {largerModel()}));
    refuteBySearch(conflictsBefore);
    if (theory.program.inductions.empty()) {
      progress.setPhase("equations");
      equations.run(manyEquations);
    }
    addGround();
    if (options.explore)
      explore();
    progress.setPhase("prove");
    grid.run();
    refuteBySearch(conflictsAfter);
    progress.setPhase("compress");
    Compressor(grid, grid.limited(Explorer::directBudget({}))).run();
    grid.explainOpen();
    grid.finish();
    code = summarise();
    const auto stop = Limit(stopRequest.load());
    if (stop != Limit::None)
      stopped = toString(stop);
    if (stop == Limit::Interrupt)
      code = Interrupted;
  }
  output.writeSummary(grid, stopped, progress.phases());
  if (!output.error().empty())
    return reportFailure();
  return progress.hasWritten() ? code : int(Failed);
}

/// Some contradictions take a split on an element of which it is not said how it is
/// made, or an induction. Both are tried where there is something to try.
std::optional<WrittenProof> Run::findContradiction() {
  if (auto proof = grid.checkAxioms())
    return proof;
  const calculus::Program &program = theory.program;
  if (program.inductions.empty())
    return std::nullopt;
  std::vector<calculus::Conjecture> suspected =
      suspicions(program, freePrefix("impossible", program, grid));
  if (!suspected.empty() && hasElementsToSplit(program))
    if (auto proof = proveFalse())
      return proof;
  AttemptBudget budget;
  budget.block.firings = contradictionFirings;
  budget.splits = instanceSplits;
  for (calculus::Conjecture &conjecture : suspected) {
    const uint32_t c = grid.add(std::move(conjecture), Origin::Refutation, "");
    std::vector<AttemptResult> found = grid.attemptAll({c}, grid.limited(budget));
    if (!found[0].proved) {
      grid.drop(c);
      continue;
    }
    grid.accept(c, found[0], /*asRule=*/true);
    onProved(c);
    if (auto proof = proveFalse())
      return proof;
  }
  return std::nullopt;
}

std::optional<WrittenProof> Run::proveFalse() {
  AttemptBudget budget;
  budget.block.firings = contradictionFirings;
  budget.splits = instanceSplits;
  const uint32_t c = grid.add(falsity(), Origin::Refutation, "");
  bool isProved = grid.attemptAll({c}, grid.limited(budget))[0].proved;
  if (!isProved) { // What is known to be empty may have members by a function.
    budget.towardsGoal = true;
    budget.splitOn = AttemptBudget::SplitOn::Blocked;
    isProved = grid.attemptAll({c}, grid.limited(budget))[0].proved;
  }
  grid.drop(c);
  if (!isProved)
    return std::nullopt;
  return grid.outcomes()[c].proof;
}

void Run::makeModels() {
  const calculus::Program &program = theory.program;
  if (!program.inductions.empty())
    models.push_back(std::make_shared<GroundModel>(theory, smallNumerals));
  // Constructors that are not free may have finite models, too.
  finder = std::make_unique<ModelFinder>(program);
  if (options.facts.empty())
    return;
  std::string error;
  auto facts = FactsModel::read(options.facts, theory.program, error);
  if (!facts)
    output.fail(error);
  else
    models.push_back(std::move(facts));
}

//===----------------------------------------------------------------------===//
// Refutation
//===----------------------------------------------------------------------===//

void Run::refuteStated(const Refuter &refuter) {
  progress.setPhase("refute");
  const auto &stated = theory.program.conjectures;
  for (uint32_t c = 0; c < stated.size() && !grid.isStopped(); ++c) {
    if (grid.outcomes()[c].status != Status::Open || stated[c].assumed)
      continue;
    const auto found = refuter.refute(stated[c]);
    std::vector<std::string> names;
    if (!found || !proveRefutation(*found, c, names))
      continue;
    grid.refute(c, found->assignment, names);
    printRefuted(c);
    // What it is a part of is refuted with it.
    for (uint32_t whole = 0; whole < stated.size(); ++whole)
      if (std::count(stated[whole].parts.begin(), stated[whole].parts.end(),
                     stated[c].name))
        printRefuted(whole);
  }
}

/// What no proof was found for and no model at hand refutes: a model in which it is
/// false is searched. Sizes go outside and statements inside, so that a true statement
/// does not keep the others from their small models.
void Run::refuteBySearch(uint32_t conflicts) {
  if (!finder || !finder->refusal().empty())
    return;
  progress.setPhase("search models");
  std::set<uint32_t> isTooLarge;
  for (uint32_t size = 1; size <= maxModelSize; ++size)
    for (uint32_t c = 0; c < grid.conjectures().size() && !grid.isStopped(); ++c) {
      const calculus::Conjecture &conjecture = grid.conjectures()[c];
      const Outcome &outcome = grid.outcomes()[c];
      if (outcome.status != Status::Open || conjecture.assumed || outcome.isDropped ||
          conjecture.isComposite() || isTooLarge.count(c) ||
          !modelsTried.insert({c, size, conflicts}).second)
        continue;
      FiniteRefutation found;
      const auto result = finder->refuteAt(
          conjecture.goal, size, size <= smallModelSize ? conflictsAfter : conflicts,
          found);
      if (result == ModelFinder::Search::TooLarge)
        isTooLarge.insert(c);
      if (result == ModelFinder::Search::None)
        for (const uint32_t other : {conflictsBefore, conflictsAfter})
          modelsTried.insert({c, size, other});
      if (result == ModelFinder::Search::Found)
        refuteIn(found, c);
    }
}

void Run::refuteIn(const FiniteRefutation &found, uint32_t c) {
  std::vector<std::pair<std::string, std::string>> assignment;
  for (const auto &[name, term] : grid.conjectures()[c].goal.binders)
    if (!calculus::isConstant(term) && found.assignment[term] != FiniteModel::undefined)
      assignment.push_back({name, std::to_string(found.assignment[term])});
  // The file is about the statement as the source has it, whatever its parts.
  const uint32_t whole = wholeOf(c);
  if (grid.outcomes()[c].origin == Origin::Stated &&
      grid.outcomes()[whole].status == Status::Open) {
    const calculus::Conjecture &refuted = grid.conjectures()[whole];
    output.writeModel(refuted.name, modelFile(theory.program, refuted,
                                              grid.conjectures()[c].goal, found));
  }
  grid.refute(c, std::move(assignment), {}, print(theory.program, found.model));
  if (grid.outcomes()[c].origin == Origin::Stated)
    printRefuted(c);
}

/// The stated conjecture that this one is a claim of; itself if it is none.
uint32_t Run::wholeOf(uint32_t conjecture) const {
  const auto &all = grid.conjectures();
  for (uint32_t whole = 0; whole < theory.program.conjectures.size(); ++whole)
    if (std::count(all[whole].parts.begin(), all[whole].parts.end(),
                   all[conjecture].name))
      return wholeOf(whole);
  return conjecture;
}

void Run::printRefuted(uint32_t conjecture) {
  std::string values;
  for (const auto &[name, value] : grid.outcomes()[conjecture].assignment)
    values += (values.empty() ? "" : ", ") + name + " = " + value;
  progress.print(format("refuted %s (%s)\n",
                        grid.conjectures()[conjecture].name.c_str(), values.c_str()));
}

/// Only a proof counts: that the statement is false, by what is proved of its values.
bool Run::proveRefutation(const Refutation &refutation, uint32_t c,
                          std::vector<std::string> &names) {
  std::vector<uint32_t> instance;
  if (!refutation.isWritten || !proveInstances(refutation.instance, instance))
    return false;
  const calculus::Conjecture claim = grid.conjectures()[c];
  const uint32_t w = wholeOf(c);
  const calculus::Conjecture whole = grid.conjectures()[w];
  calculus::Conjecture theorem;
  theorem.name = whole.name + "_refuted";
  const auto written = writeRefutation(theory, whole, w == c ? whole : claim, refutation,
                                       theorem.name);
  if (!written || grid.outcomes()[w].status != Status::Open ||
      !canExist(refutation)) {
    std::for_each(instance.begin(), instance.end(), [&](uint32_t i) { grid.drop(i); });
    return false;
  }
  for (const uint32_t i : instance)
    onProved(i);
  theorem.statement = written->statement;
  instance.insert(instance.begin(),
                  grid.addRefutation(std::move(theorem), written->proof));
  onProved(instance[0]);
  for (const uint32_t i : instance)
    names.push_back(grid.conjectures()[i].name);
  return true;
}

/// All of them or none: one alone says nothing about the conjecture.
bool Run::proveInstances(const std::vector<calculus::Conjecture> &instances,
                         std::vector<uint32_t> &all) {
  for (const calculus::Conjecture &instance : instances)
    all.push_back(grid.add(instance, Origin::Refutation, ""));
  std::vector<AttemptResult> found = attemptInstances(all);
  if (std::any_of(found.begin(), found.end(),
                  [](const AttemptResult &result) { return !result.proved; })) {
    std::for_each(all.begin(), all.end(), [&](uint32_t c) { grid.drop(c); });
    return false;
  }
  for (size_t i = 0; i < all.size(); ++i)
    grid.accept(all[i], found[i], /*asRule=*/false);
  return true;
}

std::vector<AttemptResult> Run::attemptInstances(const std::vector<uint32_t> &all) {
  AttemptBudget budget = Explorer::directBudget({});
  budget.block.firings = instanceFirings;
  budget.splits = instanceSplits;
  std::vector<AttemptResult> found = grid.attemptAll(all, grid.limited(budget));
  // What is said to exist has a value that is no variable: a + c = b where a <= b.
  budget.splitOn = AttemptBudget::SplitOn::Blocked;
  budget.towardsGoal = true;
  for (size_t i = 0; i < all.size(); ++i)
    if (!found[i].proved)
      found[i] = std::move(grid.attemptAll({all[i]}, grid.limited(budget))[0]);
  return found;
}

/// Sets without constructors need not have so many members: where the theory implies
/// that they have not, what is proved of such members says nothing.
bool Run::canExist(const Refutation &refutation) {
  const calculus::Program &program = theory.program;
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
      impossible(program, freePrefix("members", program, grid) + "1", atoms,
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
  const uint32_t c = grid.add(std::move(none), Origin::Refutation, "");
  known->second = !attemptInstances({c})[0].proved;
  grid.drop(c);
  return known->second;
}

//===----------------------------------------------------------------------===//
// Exploration
//===----------------------------------------------------------------------===//

/// Facts about small values as theorems of their own.
void Run::addGround() {
  if (options.ground == 0)
    return;
  progress.setPhase("ground");
  GroundModel model(theory, options.ground);
  std::vector<uint32_t> batch;
  for (GroundFact &fact : groundFacts(theory.program, model, options.ground))
    batch.push_back(grid.add(std::move(fact.conjecture), Origin::Ground, fact.text));
  std::vector<AttemptResult> found =
      grid.attemptAll(batch, grid.limited(Explorer::directBudget({})));
  size_t proved = 0;
  for (size_t i = 0; i < batch.size(); ++i) {
    if (!found[i].proved) {
      grid.drop(batch[i]);
      continue;
    }
    ++proved;
    grid.accept(batch[i], found[i], /*asRule=*/false);
    onProved(batch[i]);
  }
  progress.print(format("ground  %zu facts proved about the first %u values\n", proved,
                        options.ground));
}

void Run::explore() {
  for (const calculus::Exploration &bounds : theory.program.explorations)
    explore(bounds, /*isForGoals=*/false);
  if (!theory.program.explorations.empty())
    return;
  const auto &stated = theory.program.conjectures;
  if (std::all_of(stated.begin(), stated.end(),
                  [](const calculus::Conjecture &c) { return c.assumed; })) {
    explore(defaultExploration(theory.program), /*isForGoals=*/false);
  } else if (grid.hasOpenStated()) {
    std::vector<const calculus::Goal *> goals;
    for (size_t c = 0; c < stated.size(); ++c)
      if (grid.outcomes()[c].status == Status::Open && !stated[c].assumed)
        goals.push_back(&stated[c].goal);
    calculus::Exploration bounds = explorationFor(goals, theory.program);
    bounds.size = maxGoalSize;
    explore(bounds, /*isForGoals=*/true);
  }
}

void Run::explore(const calculus::Exploration &bounds, bool isForGoals) {
  if (grid.isStopped())
    return;
  if (models.empty()) {
    progress.setPhase("search models");
    for (FiniteModel &model : finder->several(maxModelSize, numModels))
      models.push_back(
          std::make_shared<FiniteModelView>(theory.program, std::move(model)));
  }
  Explorer explorer(theory, grid, bounds, models);
  explorer.isForGoals = isForGoals;
  explorer.onFound = [&](uint32_t c, const std::string &text) {
    progress.print(format("found   %s: %s (%s)\n", grid.conjectures()[c].name.c_str(),
                          text.c_str(), grid.outcomes()[c].method.c_str()));
  };
  explorer.onPhase = [&](const std::string &phase) { progress.setPhase(phase); };
  testWithLarger(explorer);
  const ExplorationReport report = explorer.run();
  output.addRefuted(explorer.refuted());
  if (options.flat > 0 && !isForGoals)
    exploreFlat(bounds);
  progress.print(format("explored %s: %llu terms, %llu candidates; %llu kept "
                        "as rules, %llu follow, %llu open%s\n",
                        bounds.name.c_str(), (unsigned long long)report.terms,
                        (unsigned long long)report.candidates,
                        (unsigned long long)report.essential,
                        (unsigned long long)report.consequences,
                        (unsigned long long)explorer.numOpen(),
                        report.isExhausted ? "; too many terms to look at all" : ""));
}

/// Equations that small values do not refute seldom wait for large ones, and to compute
/// what all triples of these make of them takes long. A condition may.
void Run::testWithLarger(Explorer &explorer) {
  if (theory.program.inductions.empty())
    return;
  explorer.larger = [this]() -> const Refuter & {
    if (!ofCandidates)
      ofCandidates = std::make_unique<Refuter>(
          theory.program, std::vector<std::shared_ptr<Model>>{largerModel()},
          Sample::Choice::Smallest);
    return *ofCandidates;
  };
}

/// There is one for the whole run, as it learns.
const std::shared_ptr<Model> &Run::largerModel() {
  if (!larger)
    larger = std::make_shared<GroundModel>(theory, manyNumerals);
  return larger;
}

/// Attempts of their own for laws that were decided together, so that each has a proof
/// file; how many do.
size_t Run::proveDecided(const std::vector<Law> &laws, const LawWriter &writer,
                         const calculus::Exploration &bounds) {
  std::vector<uint32_t> batch;
  for (const Law &law : laws)
    batch.push_back(grid.add(
        writer.conjecture(law, flatPrefix + std::to_string(++numFlatProofs)),
        Origin::Explored, writer.text(law)));
  size_t proved = 0;
  for (uint32_t splits = 0; splits <= bounds.splits + 1 && !batch.empty(); ++splits) {
    AttemptBudget budget = Explorer::directBudget(bounds);
    budget.splits = splits;
    std::vector<AttemptResult> found = grid.attemptAll(batch, grid.limited(budget));
    std::vector<uint32_t> left;
    for (size_t i = 0; i < batch.size(); ++i) {
      if (!found[i].proved) {
        left.push_back(batch[i]);
        continue;
      }
      grid.accept(batch[i], found[i], /*asRule=*/false);
      onProved(batch[i]);
      ++proved;
    }
    batch = std::move(left);
  }
  for (const uint32_t c : batch)
    grid.drop(c);
  return proved;
}

/// What the rules do not decide at once goes the way of all candidates.
void Run::exploreFlat(const calculus::Exploration &bounds) {
  progress.setPhase("all laws");
  FlatExplorer flat(theory, bounds, options.flat, models);
  size_t withProof = 0;
  flatPrefix = freePrefix("flat", theory.program, grid);
  flat.onDecided = [&](const std::vector<Law> &laws) {
    for (const Law &law : laws)
      output.addFlat(flat.writer().text(law));
    if (options.flatProofs)
      withProof += proveDecided(laws, flat.writer(), bounds);
  };
  const double start = grid.elapsed();
  const FlatReport report =
      flat.run(grid.currentRules(), grid.limited(Explorer::directBudget(bounds)).block,
               [&](size_t n, const std::function<void(size_t)> &work) {
                 grid.inParallel(n, work);
               });
  const double decided = grid.elapsed();
  Explorer explorer(theory, grid, bounds, models);
  testWithLarger(explorer);
  const ExplorationReport rest = explorer.proveAll(flat.undecided(), flat.writer());
  output.addRefuted(explorer.refuted());
  progress.print(format(
      "flat %s: %llu lists of premises, %llu candidates, %llu survive testing: "
      "%llu follow directly, %llu proved otherwise, %llu refuted with other values, "
      "%zu open; %.1f s\n",
      bounds.name.c_str(), (unsigned long long)report.lists,
      (unsigned long long)report.candidates, (unsigned long long)report.survived,
      (unsigned long long)report.decided,
      (unsigned long long)(rest.essential + rest.consequences),
      (unsigned long long)(rest.refuted + explorer.numDropped()), explorer.numOpen(),
      grid.elapsed() - start));
  progress.print(format(
      "flat %s: tested in %.2f s of one processor, %.1f million candidates a second, "
      "and %.2f s for the model's values; until all blocks were done %.1f s; %llu more "
      "hold without one of their conditions\n",
      bounds.name.c_str(), report.testSeconds,
      double(report.candidates) / std::max(report.testSeconds, 1e-3) / 1e6,
      report.modelSeconds, decided - start, (unsigned long long)report.weaker));
  if (options.flatProofs)
    progress.print(format("flat %s: %zu of those that follow directly have a proof "
                          "file\n", bounds.name.c_str(), withProof));
}

//===----------------------------------------------------------------------===//
// The end
//===----------------------------------------------------------------------===//

bool Run::checkExplained() const {
  for (const std::string &name : options.explain)
    if (std::none_of(theory.program.conjectures.begin(), theory.program.conjectures.end(),
                     [&](const calculus::Conjecture &c) { return c.name == name; })) {
      std::fprintf(stderr, "error: --explain: no conjecture is called '%s'\n",
                   name.c_str());
      return false;
    }
  return true;
}

void Run::printExplanation(uint32_t c) {
  const calculus::Conjecture &conjecture = grid.conjectures()[c];
  const Outcome &outcome = grid.outcomes()[c];
  const char *name = conjecture.name.c_str();
  if (conjecture.assumed)
    return progress.print(format("explain %s: it is assumed\n", name));
  if (outcome.status == Status::Proved)
    return progress.print(format("explain %s: it is proved (%s)\n", name,
                                 outcome.method.c_str()));
  if (outcome.status == Status::Refuted)
    return progress.print(format("explain %s: it is refuted\n", name));
  if (conjecture.isComposite()) {
    progress.print(format("explain %s: these parts of it are open:\n", name));
    for (uint32_t part = 0; part < grid.conjectures().size(); ++part)
      if (std::count(conjecture.parts.begin(), conjecture.parts.end(),
                     grid.conjectures()[part].name) &&
          grid.outcomes()[part].status == Status::Open)
        printExplanation(part);
    return;
  }
  progress.print(format("explain %s: open, which does not make it false\n", name));
  progress.print("  tried: " + outcome.tried + "\n");
  for (const std::string &line : outcome.missing)
    progress.print("  nearest: " + line + "\n");
}

int Run::summarise() {
  size_t proved = 0, refuted = 0, open = 0, essential = 0, found = 0;
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    const Outcome &outcome = grid.outcomes()[c];
    if (conjecture.assumed)
      continue;
    if (outcome.origin == Origin::Explored && outcome.status == Status::Proved) {
      ++found;
      essential += outcome.isEssential;
    }
    if (outcome.origin != Origin::Stated)
      continue;
    proved += outcome.status == Status::Proved;
    refuted += outcome.status == Status::Refuted;
    if (outcome.status != Status::Open)
      continue;
    ++open;
    progress.print(format("open    %s (%s)\n", conjecture.name.c_str(),
                          outcome.limit.c_str()));
  }
  if (found > 0)
    progress.print(format("found %zu theorems; all follow from the theory and these %zu:\n", found,
                          essential));
  for (const Outcome &outcome : grid.outcomes())
    if (outcome.origin == Origin::Explored && outcome.isEssential)
      progress.print("  " + outcome.text + "\n");
  const Statistics &s = grid.statistics();
  progress.print(format("%s: %zu proved, %zu refuted, %zu open, %.3f s, %llu firings "
                        "(%llu slow)\n",
                        theory.program.theory.c_str(), proved, refuted, open,
                        s.seconds, (unsigned long long)s.firings,
                        (unsigned long long)s.slowFirings));
  for (const std::string &name : options.explain)
    for (uint32_t c = 0; c < grid.conjectures().size(); ++c)
      if (grid.conjectures()[c].name == name)
        printExplanation(c);
  if (options.stats)
    progress.print(statisticsText(s));
  return open + refuted == 0 ? AllProved : SomeOpen;
}

} // namespace mplrt
