//===- CommandLine.cpp - Options of a run ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <limits>
#include <sys/time.h>

namespace mplrt {

namespace {

void onInterrupt(int) { stopRequest.store(uint8_t(Limit::Interrupt)); }
void onAlarm(int) {
  uint8_t none = 0;
  stopRequest.compare_exchange_strong(none, uint8_t(Limit::Time));
}

} // namespace

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

void addRunOptions(CLI::App &app, RunOptions &options) {
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
  app.add_option("--ground", options.ground,
                 "Prove the facts about this many small values of each set")
      ->check(CLI::Range(0u, 100u));
  app.add_option("--facts", options.facts,
                 "A model of the theory, as tab-separated facts, to test candidates in")
      ->check(CLI::ExistingFile);
  app.add_option("--flat", options.flat,
                 "Enumerate all laws of up to this many premises as well; 0: no")
      ->check(CLI::Range(0u, 4u));
  app.add_flag("--flat-proofs", options.flatProofs,
               "Prove each law that --flat decides by itself as well, with a proof file");
  app.add_flag("!--no-explore", options.explore, "Prove what is stated, find nothing");
  app.add_flag("--quiet", options.quiet, "Print nothing but errors");
  app.add_flag("--stats", options.stats, "Print statistics at the end");
  app.add_option("--explain", options.explain,
                 "Say at the end what was tried for this conjecture and what was missing")
      ->type_name("NAME");
  app.set_version_flag("--version", "mplc 0.1.0");
}

std::optional<int> parseRunOptions(CLI::App &app, RunOptions &options, int argc,
                                   char **argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &e) {
    return app.exit(e) == 0 ? 0 : int(WrongUsage);
  }
  options.grid.memory = uint64_t(options.memoryMegabytes * 1e6);
  return std::nullopt;
}

} // namespace mplrt
