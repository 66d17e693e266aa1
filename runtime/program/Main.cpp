//===- Main.cpp - The main program of every compiled theory ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Exit codes (docs/output.md): 0 every conjecture proved, 1 some stay open,
// 2 wrong options, 3 the axioms are contradictory, 4 interrupted, 5 output could
// not be written or the program is damaged.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Explorer.h"
#include "runtime/program/Output.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <limits>
#include <sys/resource.h>
#include <sys/time.h>

using namespace mplrt;

namespace {

enum Exit { AllProved, SomeOpen, WrongUsage, Contradictory, Interrupted, Failed };

struct ProgramOptions {
  GridOptions grid;
  std::string out;
  double memoryMegabytes = 0;
  bool quiet = false;
  bool stats = false;
  bool explore = true;
};

void onInterrupt(int) { stopRequest.store(uint8_t(Limit::Interrupt)); }
void onAlarm(int) {
  uint8_t none = 0;
  stopRequest.compare_exchange_strong(none, uint8_t(Limit::Time));
}

void installSignals(double seconds) {
  struct sigaction action {};
  action.sa_handler = onInterrupt;
  // A second interrupt ends the program at once.
  action.sa_flags = int(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  if (seconds <= 0)
    return;
  action.sa_flags = SA_RESTART;
  action.sa_handler = onAlarm;
  sigaction(SIGALRM, &action, nullptr);
  itimerval timer{};
  timer.it_value.tv_sec = time_t(seconds);
  timer.it_value.tv_usec =
      suseconds_t((seconds - double(timer.it_value.tv_sec)) * 1e6);
  if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0)
    timer.it_value.tv_usec = 1;
  setitimer(ITIMER_REAL, &timer, nullptr);
}

double peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

void printStatistics(const Statistics &s) {
  std::printf("statistics:\n"
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

int reportFailure(const Output &output) {
  std::fprintf(stderr, "error: %s\n", output.error().c_str());
  return Failed;
}

int reportContradiction(Output &output, const WrittenProof &proof) {
  output.writeProof("contradiction", proof);
  std::fprintf(stderr, "error: the axioms are contradictory: they imply false, "
                       "and with it everything (see contradiction.proof)\n");
  return Contradictory;
}

int summarise(const Theory &theory, const Grid &grid, const ProgramOptions &options) {
  size_t proved = 0, open = 0;
  for (size_t c = 0; c < grid.outcomes().size(); ++c) {
    const calculus::Conjecture &conjecture = grid.conjectures()[c];
    const Outcome &outcome = grid.outcomes()[c];
    if (conjecture.assumed || outcome.isExplored)
      continue;
    if (outcome.status == Status::Proved) {
      ++proved;
      continue;
    }
    ++open;
    if (!options.quiet)
      std::printf("open    %s (%s)\n", conjecture.name.c_str(), outcome.limit.c_str());
  }
  const Statistics &s = grid.statistics();
  if (!options.quiet)
    std::printf("%s: %zu proved, %zu open, %.3f s, %llu firings (%llu slow)\n",
                theory.program.theory.c_str(), proved, open, s.seconds,
                (unsigned long long)s.firings, (unsigned long long)s.slowFirings);
  if (options.stats)
    printStatistics(s);
  return open == 0 ? AllProved : SomeOpen;
}

/// What the theory asks to explore, or, if it states nothing, all of it.
void explore(const Theory &theory, Grid &grid, const ProgramOptions &options) {
  std::vector<calculus::Exploration> explorations = theory.program.explorations;
  const auto &stated = theory.program.conjectures;
  if (explorations.empty() &&
      std::all_of(stated.begin(), stated.end(),
                  [](const calculus::Conjecture &c) { return c.assumed; }))
    explorations.push_back(defaultExploration(theory.program));
  if (!options.explore)
    return;
  for (const calculus::Exploration &bounds : explorations) {
    Explorer explorer(theory, grid, bounds);
    explorer.onFound = [&](uint32_t c, const std::string &text) {
      if (!options.quiet)
        std::printf("found   %s: %s (%s)\n", grid.conjectures()[c].name.c_str(),
                    text.c_str(), grid.outcomes()[c].method.c_str());
    };
    const ExplorationReport report = explorer.run();
    if (!options.quiet)
      std::printf("explored %s: %llu terms, %llu equations; %llu needed induction, "
                  "%llu follow, %llu open%s\n",
                  bounds.name.c_str(), (unsigned long long)report.terms,
                  (unsigned long long)report.candidates,
                  (unsigned long long)report.essential,
                  (unsigned long long)report.consequences,
                  (unsigned long long)report.open,
                  report.isExhausted ? "; too many terms to look at all" : "");
  }
}

int run(const Theory &theory, const ProgramOptions &options) {
  installSignals(options.grid.seconds);
  Output output(options.out, theory.program);
  output.open();
  if (!output.error().empty())
    return reportFailure(output);
  Grid grid(theory, options.grid);
  int code = 0;
  std::string stopped;
  if (const auto contradiction = grid.checkAxioms()) {
    code = reportContradiction(output, *contradiction);
    stopped = "contradictory axioms";
  } else {
    grid.onProved = [&](uint32_t c, const Outcome &outcome) {
      const calculus::Conjecture &conjecture = grid.conjectures()[c];
      output.writeProof(conjecture.name, outcome.proof);
      if (outcome.vacuous && !outcome.isExplored)
        std::fprintf(stderr,
                     "%s: warning: the premises of conjecture '%s' can never hold\n",
                     conjecture.location.c_str(), conjecture.name.c_str());
      if (!options.quiet && !outcome.isExplored)
        std::printf("proved  %s (%s)\n", conjecture.name.c_str(),
                    outcome.method.c_str());
    };
    grid.run();
    explore(theory, grid, options);
    grid.finish();
    code = summarise(theory, grid, options);
    const auto stop = Limit(stopRequest.load());
    if (stop != Limit::None)
      stopped = toString(stop);
    if (stop == Limit::Interrupt)
      code = Interrupted;
  }
  output.writeSummary(grid, stopped);
  return output.error().empty() ? code : reportFailure(output);
}

} // namespace

int main(int argc, char **argv) {
  std::string error;
  auto program = calculus::parse({mplProgramText, mplProgramSize}, error);
  if (program && error.empty())
    error = Theory::refuse(*program);
  if (!program || !error.empty()) {
    std::fprintf(stderr, "error: %s\n", error.c_str());
    return Failed;
  }

  ProgramOptions options;
  options.out = std::filesystem::path(argv[0]).filename().string() + ".out";
  CLI::App app{"Proves what the theory " + program->theory + " states."};
  app.option_defaults()->always_capture_default();
  app.add_option("--out", options.out, "Directory for theorems and proofs");
  app.add_option("--threads", options.grid.threads, "Threads; 0: all the machine has")
      ->check(CLI::Range(0u, 4096u));
  app.add_option("--time-limit", options.grid.seconds, "Seconds; 0: none")
      ->check(CLI::Range(0.0, 1e8));
  app.add_option("--memory-limit", options.memoryMegabytes,
                 "Megabytes for all blocks together; 0: none")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--depth", options.grid.generations,
                 "Highest generation of witnesses")->check(CLI::Range(1u, 3u));
  app.add_option("--splits", options.grid.splits, "Nested case splits")
      ->check(CLI::Range(0u, 3u));
  app.add_option("--firings", options.grid.firings, "Rule firings a block")
      ->check(CLI::PositiveNumber);
  app.add_option("--blocks", options.grid.blocks, "Logic Blocks in all; 0: no limit")
      ->check(CLI::Range(int64_t(0), std::numeric_limits<int64_t>::max()));
  app.add_flag("!--no-explore", options.explore, "Prove what is stated, find nothing");
  app.add_flag("--quiet", options.quiet, "Print nothing but errors");
  app.add_flag("--stats", options.stats, "Print statistics at the end");
  app.set_version_flag("--version", "mplc 0.1.0");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &e) {
    return app.exit(e) == 0 ? 0 : WrongUsage;
  }
  options.grid.memory = uint64_t(options.memoryMegabytes * 1e6);
  const Theory theory(std::move(*program), {mplKernels, mplKernelCount});
  return run(theory, options);
}
