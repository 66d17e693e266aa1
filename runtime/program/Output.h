//===- Output.h - What a run leaves behind ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_OUTPUT_H
#define MPLRT_PROGRAM_OUTPUT_H

#include "runtime/explore/Conditions.h"
#include "runtime/grid/Pool.h"

#include <filesystem>
#include <set>

namespace mplrt {

/// The output directory: proofs/NAME.proof as they are found, and at the end
/// theorems.mpl, open.mpl and results.json (docs/output.md). Every file appears
/// whole or not at all, and links in the folder are never followed. The first failure
/// is remembered.
class Output {
public:
  /// Forced: also to a folder that no run wrote and that is not empty.
  Output(std::filesystem::path directory, const calculus::Program &program,
         bool isForced);
  ~Output();
  Output(const Output &) = delete;

  /// Creates the directory and removes what an earlier run left in it.
  void open();
  void writeProof(const std::string &name, const WrittenProof &proof);
  /// proofs/NAME.model: a finite model that refutes a stated conjecture.
  void writeModel(const std::string &name, const std::string &text);
  /// Writes theorems.mpl if that was not done for some time, so that a run that is
  /// killed leaves it. The files of the end replace it.
  void writeTheoremsIfDue(const Store &store);
  /// Candidates of exploration that some values make false.
  void addRefuted(const std::vector<RefutedEquation> &equations);
  /// flat.txt: laws that flat mode decided, one a line.
  void addFlat(const std::string &text);
  /// Seconds of the phases of the run, in the order in which they began.
  using Phases = std::vector<std::pair<std::string, double>>;
  void writeSummary(const Store &store, const Statistics &statistics,
                    const std::string &stopped, const Phases &phases);
  void fail(std::string message) { failure = std::move(message); }
  const std::string &error() const { return failure; }

private:
  bool isOurs();
  void setAside();
  void useAgain();
  void fail(const std::filesystem::path &path, const std::string &why);
  void writeFile(int folder, const std::string &name, const std::string &text);

  std::string source() const;
  std::string theorems(const Store &store) const;
  std::string open(const Store &store, const std::string &stopped) const;
  std::string refuted(const Store &store) const;
  std::string results(const Store &store, const Statistics &s, const std::string &stopped,
                      const Phases &phases) const;

  const std::filesystem::path directory;
  /// The folder, `proofs` in it, that of an earlier run, and flat.txt; -1: not open.
  int root = -1, proofs = -1, old = -1, flat = -1;
  std::string aside; ///< The name of the folder of the earlier run's proofs.
  std::vector<std::string> spare; ///< Files of an earlier run, to use again.
  const calculus::Program &program;
  const bool isForced;
  std::vector<RefutedEquation> refutedEquations;
  std::chrono::steady_clock::time_point lastTheorems;
  std::string failure;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_OUTPUT_H
