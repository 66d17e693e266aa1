//===- Output.h - What a run leaves behind ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_OUTPUT_H
#define MPLRT_PROGRAM_OUTPUT_H

#include "runtime/grid/Grid.h"

#include <filesystem>
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
  void writeSummary(const Grid &grid, const std::string &stopped);
  const std::string &error() const { return failure; }

private:
  void writeFile(const std::filesystem::path &path, const std::string &text);

  std::filesystem::path directory;
  const calculus::Program &program;
  std::string failure;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_OUTPUT_H
