//===- Progress.cpp - What a user sees while a program runs ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/program/Progress.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace mplrt {

namespace {

constexpr auto interval = std::chrono::milliseconds(100);

double megabytesNow() {
  unsigned long pages = 0, resident = 0;
  if (FILE *file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%lu %lu", &pages, &resident) != 2)
      resident = 0;
    std::fclose(file);
  }
  return double(resident) * double(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

double peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

Progress::Progress(const Store &store, const Pool &pool, bool isQuiet)
    : store(store), pool(pool), isQuiet(isQuiet), isTerminal(!isQuiet && isatty(STDOUT_FILENO)),
      phaseStart(std::chrono::steady_clock::now()) {
  const char *terminal = std::getenv("TERM"), *plain = std::getenv("NO_COLOR");
  if ((terminal && std::string(terminal) == "dumb") || (plain && *plain))
    isTerminal = false; // It has lines alone, or is to have.
  if (isTerminal)
    thread = std::thread([this] {
      std::unique_lock lock(mutex);
      while (!stop.wait_for(lock, interval, [this] { return isDone; }))
        show();
    });
}

Progress::~Progress() {
  if (!thread.joinable())
    return;
  {
    const std::lock_guard lock(mutex);
    isDone = true;
    clear();
  }
  stop.notify_one();
  thread.join();
}

void Progress::print(const std::string &line) {
  if (isQuiet)
    return;
  const std::lock_guard lock(mutex);
  clear();
  std::fputs(line.c_str(), stdout);
  if (std::fflush(stdout) != 0 && isWritten) {
    isWritten = false;
    std::fprintf(stderr, "error: standard output cannot be written: %s\n",
                 std::strerror(errno));
  }
}

void Progress::setPhase(std::string name) {
  const std::lock_guard lock(mutex);
  endPhase();
  phase = std::move(name);
}

std::vector<std::pair<std::string, double>> Progress::phases() {
  const std::lock_guard lock(mutex);
  endPhase();
  return past;
}

/// What has passed of the phase counts; the rest of it will be added.
void Progress::endPhase() {
  const auto now = std::chrono::steady_clock::now();
  const double seconds = std::chrono::duration<double>(now - phaseStart).count();
  phaseStart = now;
  if (phase.empty())
    return;
  const auto it = std::find_if(past.begin(), past.end(),
                               [&](const auto &known) { return known.first == phase; });
  if (it == past.end())
    past.emplace_back(phase, seconds);
  else
    it->second += seconds;
}

void Progress::clear() {
  if (isTerminal)
    std::fputs("\r\033[K", stdout);
}

void Progress::show() {
  const Activity &live = pool.activity();
  const uint64_t planned = live.planned, done = live.done;
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - phaseStart)
          .count();
  std::string end;
  if (done > 0 && planned > done)
    end = ", about " +
          std::to_string(long(seconds * double(planned - done) / double(done)) + 1) +
          " s left";
  char text[512];
  std::snprintf(text, sizeof text,
                "%s: %llu proved, %llu refuted; %u blocks, %.0f MB, %.1f s%s",
                phase.c_str(), (unsigned long long)store.numProved(),
                (unsigned long long)store.numRefuted(), live.attempts.load(),
                megabytesNow(), store.elapsed(), end.c_str());
  // A longer one would wrap, and leave its first part behind.
  winsize window{};
  const bool isKnown = ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0;
  const int width = isKnown && window.ws_col > 1 ? window.ws_col - 1 : 79;
  std::printf("\r\033[K%.*s", width, text);
  std::fflush(stdout);
}

} // namespace mplrt
