//===- Trace.h - Records of what a core does --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_TRACE_H
#define MPLRT_MACHINE_TRACE_H

#include "runtime/machine/MachineEngine.h"
#include "runtime/machine/WaveFile.h"

#include <fstream>
#include <optional>

namespace mplrt {

/// What a core does, cycle by cycle, for wave viewers. Signals have the names that a
/// reader of the theory and of its plans knows:
///
///   state        of docs/lbm.md
///   block        counted from 1
///   plan         the rule and pivot, as in `mplc --emit=lbm-asm`; a theorem's name
///   instruction  with its relation
///   row          the new row, `in3.+[0, 4, 2]`
///
/// and as numbers pc, delta (the row's), rows, ids, firings, and the merges, demands
/// and iterators that wait.
class WaveTrace : public CoreObserver {
public:
  /// Stops after `most` cycles: a trace is some bytes a cycle.
  WaveTrace(const std::string &path, const machine::Image &image, uint64_t most);
  void onCycle(const Core &core, CoreState state) override;
  void onBlock(const Block &block) override;
  /// False if it could not be written.
  bool close() { return file->close(); }

private:
  /// A signal that is written when it changes.
  void show(size_t signal, uint32_t value);
  void show(size_t signal, std::string value);
  void beginTime();
  std::string planOf(const Core &core, uint32_t address) const;
  std::string instructionOf(const Core &core, uint32_t address) const;
  std::string rowOf(const Core &core, uint32_t row) const;

  const machine::Image &image;
  const std::unique_ptr<WaveFile> file;
  const uint64_t most;
  std::vector<std::string> unitOf; ///< By address.
  std::vector<std::string> theoremOf; ///< By rule, from `firstTheorem` on.
  uint32_t firstTheorem = 0, blocks = 0;
  uint64_t now = 0;
  bool hasTime = false;
  std::vector<std::optional<uint32_t>> numbers; ///< As they are shown, by signal.
  std::vector<std::optional<std::string>> texts;
};

/// All words on the ports of a core, with the cycle of each event since the start: a
/// line `> word` a command, `< cycle word` an event, in hexadecimal. What another
/// model of the core must reproduce.
class PortTrace {
public:
  explicit PortTrace(const std::string &path) : out(path) {}
  void exchange(std::span<const uint32_t> commands, std::span<const uint32_t> events,
                std::span<const uint64_t> cycles);
  bool close();

private:
  std::ofstream out;
};

} // namespace mplrt

#endif // MPLRT_MACHINE_TRACE_H
