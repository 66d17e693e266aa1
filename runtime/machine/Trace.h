//===- Trace.h - Records of what a core does --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_TRACE_H
#define MPLRT_MACHINE_TRACE_H

#include "runtime/machine/MachineEngine.h"

#include <fstream>

namespace mplrt {

/// A value change dump (IEEE 1364) of a core's state, cycle by cycle, for wave viewers:
/// the state and the plan by their names, the address and the new row by number.
class WaveTrace : public CoreObserver {
public:
  /// Stops after `most` cycles: a dump is some bytes a cycle.
  WaveTrace(const std::string &path, const machine::Image &image, uint64_t most);
  void onCycle(uint64_t cycle, CoreState state, uint32_t pc, uint32_t row) override;
  /// False if it could not be written.
  bool close();

private:
  void binary(uint32_t value, const char *code);
  void text(const std::string &value, const char *code);

  std::ofstream out;
  const uint64_t most;
  std::vector<std::string> unitOf; ///< By address.
  uint64_t next = 0;
  CoreState state = CoreState::IDLE;
  uint32_t pc = ~0u, row = ~0u;
  std::string unit;
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
