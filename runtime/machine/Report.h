//===- Report.h - What a run on the machine cost ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_REPORT_H
#define MPLRT_MACHINE_REPORT_H

#include "runtime/machine/GridTime.h"

#include <string>

namespace mplrt {

/// Everything that is said about one run; docs/hardware.md explains the terms.
class Report {
public:
  Report(MachineEngine &engine, const CoreSizes &sizes, const GridShape &shape,
         size_t theorems);

  /// For people; ends with a line end.
  std::string table() const;
  /// The same and more, for programs.
  std::string json() const;
  /// One line.
  std::string summary() const;

private:
  struct Spread {
    uint64_t median, most90, most99, largest;
  };
  template <typename Of> Spread spread(Of of) const;
  uint64_t cyclesOf(std::initializer_list<CoreState> states) const;
  std::vector<std::pair<const char *, uint64_t>> causes() const;
  /// Bits of memory of a core that is just large enough for a part of all blocks.
  uint64_t bitsFor(double part) const;

  const CoreSizes sizes;
  const GridShape shape;
  const size_t theorems;
  const CoreCounts counts;
  const std::vector<BlockRecord> blocks;
  const std::vector<BatchRecord> batches;
  const size_t theorySize;
  const uint32_t lists;
  uint64_t cycles = 0, loadCycles = 0, instructions = 0, firings = 0;
  uint64_t wordsIn = 0, wordsOut = 0;
};

/// Bits of all memories of a core of these sizes.
uint64_t memoryBits(const CoreSizes &sizes);

} // namespace mplrt

#endif // MPLRT_MACHINE_REPORT_H
