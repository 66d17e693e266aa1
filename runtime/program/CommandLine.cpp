//===- CommandLine.cpp - Options of a run ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/CommandLine.h"

#include "mplc/Support/Process.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <new>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

namespace mplrt {

namespace {

// `timeout` signals its child and then the child's whole group, and a terminal the group;
// `mplc run` passes on what it gets. All of that is one request.
constexpr int64_t oneRequest = 500'000'000; // Nanoseconds.

/// Requests to end that came one way: to this process, or passed on.
struct Requests {
  volatile sig_atomic_t count = 0;
  volatile int64_t last = 0; ///< Nanoseconds.
};
Requests direct, passedOn;

void onInterrupt(int signal, siginfo_t *info, void *) {
  const int saved = errno;
  const bool isPassedOn =
      info->si_code == SI_QUEUE && info->si_value.sival_int == mplc::passedOnMark;
  Requests &requests = isPassedOn ? passedOn : direct;
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  const int64_t now = int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
  const bool isNew = requests.count == 0 || now - requests.last > oneRequest;
  if (isNew) {
    requests.last = now;
    requests.count = requests.count + 1;
  }
  stopRequest.store(uint8_t(Limit::Interrupt));
  if (isNew && requests.count > 1) { // The user does not want to wait.
    std::signal(signal, SIG_DFL);
    raise(signal); // Is delivered as soon as this handler returns.
  }
  errno = saved;
}
void onAlarm(int) {
  uint8_t none = 0;
  stopRequest.compare_exchange_strong(none, uint8_t(Limit::Time));
}

constexpr rlim_t stackNeeded = 8 << 20;
constexpr size_t reserveSize = 32 << 20; // What writing the results may take.
std::atomic<void *> reserve = nullptr;

void onNoMemory() {
  if (void *kept = reserve.exchange(nullptr)) {
    uint8_t none = 0;
    stopRequest.compare_exchange_strong(none, uint8_t(Limit::Memory));
    std::free(kept);
    return;
  }
  static const char message[] =
      "error: out of memory; what was proved is in the output folder\n";
  (void)!::write(STDERR_FILENO, message, sizeof message - 1);
  _exit(Failed);
}

} // namespace

void installSignals(double seconds) {
  struct sigaction action {};
  action.sa_sigaction = onInterrupt;
  action.sa_flags = SA_RESTART | SA_SIGINFO;
  sigset_t requests;
  sigemptyset(&requests);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (signal == SIGHUP && before.sa_handler == SIG_IGN)
      continue; // Under nohup.
    sigaction(signal, &action, nullptr);
    sigaddset(&requests, signal);
  }
  // `mplc run` holds them back until now.
  sigprocmask(SIG_UNBLOCK, &requests, nullptr);
  // A reader that has seen enough ends no run: what is printed is the least of it.
  std::signal(SIGPIPE, SIG_IGN);
  if (seconds <= 0)
    return;
  action = {};
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

void prepareForLittle() {
  rlimit stack{};
  if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur < stackNeeded)
    std::fprintf(stderr, "warning: the stack has %llu kB; less than %llu may end the "
                         "program (ulimit -s)\n",
                 (unsigned long long)stack.rlim_cur / 1024,
                 (unsigned long long)stackNeeded / 1024);
  reserve = std::malloc(reserveSize);
  std::set_new_handler(onNoMemory);
}

/// Each number of Options.def as --x-NAME, which --help does not show.
static void addTuning(CLI::App &app, Options &tuning) {
  for (const OptionEntry &entry : optionTable())
    app.add_option(std::string("--x-") + entry.name, tuning.*entry.value, entry.text)
        ->check(CLI::Range(entry.low, entry.high))
        ->group("");
  app.add_flag_callback(
         "--print-options",
         [] {
           std::printf("| option | default | low | high | what |\n"
                       "| --- | --- | --- | --- | --- |\n");
           for (const OptionEntry &e : optionTable())
             std::printf("| %s | %llu | %llu | %llu | %s |\n", e.name,
                         (unsigned long long)e.standard, (unsigned long long)e.low,
                         (unsigned long long)e.high, e.text);
           throw CLI::Success();
         },
         "Print the numbers that tune the search (--x-NAME=VALUE sets one), and end")
      ->trigger_on_parse();
}

void addRunOptions(CLI::App &app, RunOptions &options) {
  app.option_defaults()->always_capture_default();
  options.grid.splits = 3;
  app.add_option("--out", options.out, "Directory for theorems and proofs")
      ->check([](const std::string &name) {
        return name == "-" || name.empty() ? "a folder is needed" : "";
      });
  app.add_flag("--force", options.force,
               "Write there also if no run wrote the folder and it is not empty");
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
  app.add_option("--cpu-budget", options.grid.allFirings,
                 "Rule firings in all, the same on every machine; 0: no limit")
      ->check(CLI::Range(int64_t(0), std::numeric_limits<int64_t>::max()));
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
  app.add_flag_callback(
         "--print-schedule",
         [] {
           std::fputs(Schedule::standard().print().c_str(), stdout);
           throw CLI::Success();
         },
         "Print what is tried, in which order, and end")
      ->trigger_on_parse();
  app.add_option_function<std::string>(
         "--schedule",
         [&options](const std::string &file) {
           std::ifstream in(file, std::ios::binary);
           const std::string text{std::istreambuf_iterator<char>(in), {}};
           std::string error;
           auto schedule = Schedule::parse(text, error);
           if (!schedule)
             throw CLI::ValidationError("--schedule", file + ": " + error);
           options.schedule = std::move(*schedule);
         },
         "Such tables in a file, to be used instead")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  addTuning(app, options.grid.tuning);
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
