//===- Main.cpp - The main program of every compiled theory ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Exit codes (docs/output.md): 0 every conjecture proved, 1 some are not,
// 2 wrong options, 3 the axioms are contradictory, 4 interrupted, 5 output could
// not be written or the program is damaged.
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Run.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <limits>
#include <sys/time.h>

using namespace mplrt;

namespace {

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

  RunOptions options;
  double memoryMegabytes = 0;
  options.out = std::filesystem::path(argv[0]).filename().string() + ".out";
  CLI::App app{"Proves what the theory " + program->theory + " states."};
  app.option_defaults()->always_capture_default();
  app.add_option("--out", options.out, "Directory for theorems and proofs");
  app.add_option("--threads", options.grid.threads, "Threads; 0: all the machine has")
      ->check(CLI::Range(0u, 4096u));
  app.add_option("--time-limit", options.grid.seconds, "Seconds; 0: none")
      ->check(CLI::Range(0.0, 1e8));
  app.add_option("--memory-limit", memoryMegabytes,
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
  app.add_option("--ground", options.ground,
                 "Prove the facts about this many small values of each set")
      ->check(CLI::Range(0u, 100u));
  app.add_option("--facts", options.facts,
                 "A model of the theory, as tab-separated facts, to test candidates in")
      ->check(CLI::ExistingFile);
  app.add_option("--flat", options.flat,
                 "Enumerate all laws of up to this many premises as well; 0: no")
      ->check(CLI::Range(0u, 4u));
  app.add_flag("!--no-explore", options.explore, "Prove what is stated, find nothing");
  app.add_flag("--quiet", options.quiet, "Print nothing but errors");
  app.add_flag("--stats", options.stats, "Print statistics at the end");
  app.set_version_flag("--version", "mplc 0.1.0");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &e) {
    return app.exit(e) == 0 ? 0 : WrongUsage;
  }
  options.grid.memory = uint64_t(memoryMegabytes * 1e6);
  const Theory theory(std::move(*program), {mplKernels, mplKernelCount});
  installSignals(options.grid.seconds);
  return Run(theory, options).run();
}
