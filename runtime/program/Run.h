//===- Run.h - One run of a compiled theory ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_RUN_H
#define MPLRT_PROGRAM_RUN_H

#include "mplc/Support/ExitCode.h"
#include "runtime/program/Output.h"
#include "runtime/program/Progress.h"
#include "runtime/strategy/Equations.h"
#include "runtime/strategy/ModelSearch.h"

namespace mplrt {

struct RunOptions {
  GridOptions grid;
  std::string out;
  bool force = false; ///< Write to `out` whoever wrote it.
  std::string facts;   ///< A file of facts that a user supplies, or empty.
  uint32_t ground = 0; ///< Small values whose facts are theorems of their own.
  uint32_t flat = 0; ///< Premises of laws to enumerate without pruning; 0: none.
  bool flatProofs = false; ///< Proof files for all of these that follow.
  double memoryMegabytes = 0; ///< Of the command line; see GridOptions::memory.
  bool explore = true;
  bool quiet = false;
  bool stats = false;
  std::vector<std::string> explain; ///< Stated conjectures to say more about.
  Schedule schedule = Schedule::standard();
};

using enum mplc::ExitCode;

/// A list of strategies, one after another, and what is told and written of it.
class Run {
public:
  Run(const Theory &theory, const RunOptions &options);
  int run();
  const std::vector<Outcome> &outcomes() const { return search.store.outcomes(); }

private:
  using Strategies = std::vector<std::pair<const char *, std::unique_ptr<Strategy>>>;
  Strategies strategies();
  void listen();
  int reportFailure() const;
  int reportContradiction(const WrittenProof &proof);
  void onProved(uint32_t conjecture);
  void onRefuted(uint32_t conjecture);
  void readFacts();
  int summarise();
  bool checkExplained() const;
  void printExplanation(uint32_t conjecture);

  const Theory &theory;
  const RunOptions &options;
  Output output;
  Search search;
  Progress progress;
  Equations equations;
  ModelSearch::Tried modelsTried;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_RUN_H
