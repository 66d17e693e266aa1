//===- Run.cpp - One run of a compiled theory -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Run.h"

#include "runtime/explore/Facts.h"
#include "runtime/strategy/Alone.h"
#include "runtime/strategy/Axioms.h"
#include "runtime/strategy/Compression.h"
#include "runtime/strategy/Equations.h"
#include "runtime/strategy/Explanation.h"
#include "runtime/strategy/Exploration.h"
#include "runtime/strategy/Ground.h"
#include "runtime/strategy/Restated.h"
#include "runtime/strategy/ValueRefutation.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace mplrt {

namespace {

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

std::string statisticsText(const Store &store, const Statistics &s) {
  const double seconds = store.elapsed();
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
              (unsigned long long)store.numRules(), (unsigned long long)s.firings,
              seconds > 0 ? double(s.firings) / seconds / 1e6 : 0.0,
              (unsigned long long)s.slowFirings, peakMegabytes());
}

} // namespace

Run::Run(const Theory &theory, const RunOptions &options)
    : theory(theory), options(options), output(options.out, theory.program, options.force),
      search(theory, options.grid, options.schedule),
      progress(search.store, search.pool, options.quiet), equations(search) {}

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

//===----------------------------------------------------------------------===//
// What is told and written as it happens
//===----------------------------------------------------------------------===//

void Run::onProved(uint32_t c) {
  const calculus::Conjecture &conjecture = search.store.conjectures()[c];
  const Outcome &outcome = search.store.outcomes()[c];
  output.writeProof(conjecture.name, outcome.proof);
  output.writeTheoremsIfDue(search.store);
  if (outcome.origin != Origin::Stated)
    return;
  if (outcome.vacuous)
    std::fprintf(stderr,
                 "%s: warning: the premises of conjecture '%s' can never hold\n",
                 conjecture.location.c_str(), conjecture.name.c_str());
  progress.print(format("proved  %s (%s)\n", conjecture.name.c_str(),
                        outcome.method.c_str()));
}

void Run::onRefuted(uint32_t c) {
  const Outcome &outcome = search.store.outcomes()[c];
  if (outcome.origin != Origin::Stated)
    return;
  std::string values;
  for (const auto &[name, value] : outcome.assignment)
    values += (values.empty() ? "" : ", ") + name + " = " + value;
  progress.print(format("refuted %s (%s)\n",
                        search.store.conjectures()[c].name.c_str(), values.c_str()));
}

void Run::listen() {
  search.store.onProved = [this](uint32_t c) { onProved(c); };
  search.store.onRefuted = [this](uint32_t c) { onRefuted(c); };
  search.onPhase = [this](const std::string &phase) { progress.setPhase(phase); };
  search.onMessage = [this](const std::string &line) { progress.print(line + "\n"); };
  search.onModel = [this](uint32_t c, const std::string &text) {
    output.writeModel(search.store.conjectures()[c].name, text);
  };
}

//===----------------------------------------------------------------------===//
// The strategies
//===----------------------------------------------------------------------===//

namespace {

/// Completion goes on where it stopped, with more work.
class EquationsUpTo : public Strategy {
public:
  EquationsUpTo(Search &search, Equations &equations, uint64_t work)
      : Strategy(search), equations(equations), work(work) {}
  void run() override { equations.run(work); }

private:
  Equations &equations;
  const uint64_t work;
};

} // namespace

/// Each with the phase that it begins, or with the phase before it.
Run::Strategies Run::strategies() {
  Strategies list;
  auto add = [&]<typename S>(const char *phase, std::unique_ptr<S> strategy) {
    list.emplace_back(phase, std::move(strategy));
  };
  const Options &tuning = search.pool.tuning();
  using In = ValueRefutation::In;
  add("prove", std::make_unique<Restated>(search));
  add("", std::make_unique<Stated>(search, Effort::First));
  add("", std::make_unique<ValueRefutation>(search, In::SmallModels));
  add("equations", std::make_unique<EquationsUpTo>(search, equations, tuning.fewEquations));
  add("prove", std::make_unique<Stated>(search, Effort::Cheap));
  add("", std::make_unique<Explanation>(search));
  add("", std::make_unique<ValueRefutation>(search, In::LargerModel));
  add("", std::make_unique<ModelSearch>(search, tuning.conflictsBefore, modelsTried));
  if (theory.program.inductions.empty())
    add("equations",
        std::make_unique<EquationsUpTo>(search, equations, tuning.manyEquations));
  add("prove", std::make_unique<Stated>(search, Effort::Long, tuning.longFirings));
  if (options.explore)
    add("", std::make_unique<Alone>(search));
  add("", std::make_unique<Ground>(search, options.ground));
  if (options.explore) {
    auto exploration =
        std::make_unique<Exploration>(search, options.flat, options.flatProofs);
    exploration->onFlat() = [this](const std::string &text) { output.addFlat(text); };
    add("", std::move(exploration));
  }
  add("prove", std::make_unique<Stated>(search, Effort::Full));
  add("", std::make_unique<ModelSearch>(search, tuning.conflictsAfter, modelsTried));
  add("", std::make_unique<Compression>(search));
  add("", std::make_unique<Explanation>(search));
  return list;
}

void Run::readFacts() {
  if (options.facts.empty())
    return;
  std::string error;
  auto facts = FactsModel::read(options.facts, theory.program, error);
  if (!facts)
    output.fail(error);
  else
    search.models.add(std::move(facts));
}

int Run::run() {
  if (!checkExplained())
    return WrongUsage;
  output.open();
  readFacts();
  if (!output.error().empty())
    return reportFailure();
  int code = 0;
  std::string stopped;
  listen();
  Axioms axioms(search);
  axioms.run();
  if (const auto &contradiction = axioms.contradiction()) {
    code = reportContradiction(*contradiction);
    stopped = "contradictory axioms";
  } else {
    for (const auto &[phase, strategy] : strategies()) {
      if (*phase)
        progress.setPhase(phase);
      strategy->run();
    }
    search.store.finish(search.pool.stopReason());
    output.addRefuted(search.refuted);
    code = summarise();
    const auto stop = Limit(stopRequest.load());
    if (stop != Limit::None)
      stopped = toString(stop);
    if (stop == Limit::Interrupt)
      code = Interrupted;
  }
  output.writeSummary(search.store, search.pool.statistics(), stopped,
                      progress.phases());
  if (!output.error().empty())
    return reportFailure();
  return progress.hasWritten() ? code : int(Failed);
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
  const calculus::Conjecture &conjecture = search.store.conjectures()[c];
  const Outcome &outcome = search.store.outcomes()[c];
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
    for (uint32_t part = 0; part < search.store.conjectures().size(); ++part)
      if (std::count(conjecture.parts.begin(), conjecture.parts.end(),
                     search.store.conjectures()[part].name) &&
          search.store.outcomes()[part].status == Status::Open)
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
  for (size_t c = 0; c < search.store.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = search.store.conjectures()[c];
    const Outcome &outcome = search.store.outcomes()[c];
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
  for (const Outcome &outcome : search.store.outcomes())
    if (outcome.origin == Origin::Explored && outcome.isEssential)
      progress.print("  " + outcome.text + "\n");
  const Statistics &s = search.pool.statistics();
  progress.print(format("%s: %zu proved, %zu refuted, %zu open, %.3f s, %llu firings "
                        "(%llu slow)\n",
                        theory.program.theory.c_str(), proved, refuted, open,
                        search.store.elapsed(), (unsigned long long)s.firings,
                        (unsigned long long)s.slowFirings));
  for (const std::string &name : options.explain)
    for (uint32_t c = 0; c < search.store.conjectures().size(); ++c)
      if (search.store.conjectures()[c].name == name)
        printExplanation(c);
  if (options.stats)
    progress.print(statisticsText(search.store, s));
  return open + refuted == 0 ? AllProved : SomeOpen;
}

} // namespace mplrt
