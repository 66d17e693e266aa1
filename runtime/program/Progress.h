//===- Progress.h - What a user sees while a program runs -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_PROGRESS_H
#define MPLRT_PROGRAM_PROGRESS_H

#include "runtime/grid/Pool.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace mplrt {

double peakMegabytes();

/// On a terminal, one line at the bottom that a thread of its own keeps up to date;
/// elsewhere nothing but the lines that are printed.
class Progress {
public:
  Progress(const Store &store, const Pool &pool, bool isQuiet);
  ~Progress();
  Progress(const Progress &) = delete;

  /// A line that stays, with its end of line.
  void print(const std::string &line);
  /// All that was printed could be written; said at once if it could not.
  bool hasWritten() const { return isWritten; }
  void setPhase(std::string name);
  /// Seconds of all phases so far, in the order in which they first began.
  std::vector<std::pair<std::string, double>> phases();

private:
  void show();
  void clear();
  void endPhase();

  const Store &store; ///< For its counters alone: it changes.
  const Pool &pool;
  const bool isQuiet;
  bool isTerminal;
  bool isWritten = true;
  std::mutex mutex;
  std::condition_variable stop;
  bool isDone = false;
  std::string phase;
  std::chrono::steady_clock::time_point phaseStart;
  std::vector<std::pair<std::string, double>> past;
  std::thread thread;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_PROGRESS_H
