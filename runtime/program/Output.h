//===- Output.h - What a run leaves behind ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_OUTPUT_H
#define MPLRT_PROGRAM_OUTPUT_H

#include "runtime/explore/Conditions.h"
#include "runtime/grid/Grid.h"

#include <filesystem>
#include <fstream>
#include <set>

namespace mplrt {

/// The output directory: proofs/NAME.proof as they are found, and at the end
/// theorems.mpl, open.mpl and results.json (docs/output.md). Every file appears
/// whole or not at all. The first failure is remembered.
class Output {
public:
  Output(std::filesystem::path directory, const calculus::Program &program);

  /// Creates the directory and removes what an earlier run left in it.
  void open();
  void writeProof(const std::string &name, const WrittenProof &proof);
  /// proofs/NAME.model: a finite model that refutes a stated conjecture.
  void writeModel(const std::string &name, const std::string &text);
  /// Writes theorems.mpl if that was not done for some time, so that a run that is
  /// killed leaves it. The files of the end replace it.
  void writeTheoremsIfDue(const Grid &grid);
  /// Candidates of exploration that some values make false.
  void addRefuted(const std::vector<RefutedEquation> &equations);
  /// flat.txt: laws that flat mode decided, one a line.
  void addFlat(const std::string &text);
  /// Seconds of the phases of the run, in the order in which they began.
  using Phases = std::vector<std::pair<std::string, double>>;
  void writeSummary(const Grid &grid, const std::string &stopped, const Phases &phases);
  void fail(std::string message) { failure = std::move(message); }
  const std::string &error() const { return failure; }

private:
  void setAside();
  std::filesystem::path aside() const { return directory / "proofs.old"; }
  static std::filesystem::path partOf(const std::filesystem::path &path) {
    return path.string() + ".part";
  }
  void writeFile(const std::filesystem::path &path, const std::string &text);

  std::string source() const;
  std::string theorems(const Grid &grid) const;
  std::string open(const Grid &grid, const std::string &stopped) const;
  std::string refuted(const Grid &grid) const;
  std::string results(const Grid &grid, const std::string &stopped,
                      const Phases &phases) const;

  std::filesystem::path directory;
  std::vector<std::filesystem::path> spare; ///< Files to use again.
  const calculus::Program &program;
  std::vector<RefutedEquation> refutedEquations;
  std::ofstream flat;
  std::chrono::steady_clock::time_point lastTheorems;
  std::string failure;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_OUTPUT_H
