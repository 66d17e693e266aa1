//===- RtlCore.h - The core in SystemVerilog beside its model ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_HARDWARE_TEST_RTLCORE_H
#define MPLC_HARDWARE_TEST_RTLCORE_H

#include "runtime/machine/Core.h"

#include <memory>
#include <optional>
#include <random>
#include <string>

namespace mplrt::rtl {

/// A core made by Verilator, at its pins.
class Device {
public:
  virtual ~Device() = default;

  struct Pins {
    bool commandReady, eventValid;
    uint32_t eventWord;
    uint8_t state;
  };
  /// What the core shows for these inputs, before the clock edge.
  virtual Pins settle(bool commandValid, uint32_t command, bool eventReady) = 0;
  virtual void clock() = 0;
  /// Adds what was covered to a file that verilator_coverage reads; nothing, if the
  /// core was made without coverage.
  virtual void writeCoverage(const std::string &path) = 0;
};

/// Sizes that there is a verilated core of.
enum class Variant : uint8_t {
  Default, ///< docs/lbm.md, with 4 columns.
  Wide,    ///< The same with 8.
  Small,   ///< So small that every limit is soon reached.
};
CoreSizes sizesOf(Variant variant);
std::unique_ptr<Device> makeDevice(Variant variant);
/// The variant of these sizes, if there is one.
std::optional<Variant> variantOf(const CoreSizes &sizes);

/// How often, of 256 cycles, a port is not ready; and from what that is drawn.
struct Stalls {
  uint32_t commands = 0, events = 0;
  uint32_t seed = 1;
  uint64_t fault = 0; ///< This event word, from 1 on, is wrong: for tests of tests.
};

/// What went over the ports, and when. Cycles in which the core waits for a port
/// are not counted: the count is then the same for all stalls.
struct Exchange {
  std::vector<uint32_t> events;
  std::vector<uint64_t> stamps; ///< The cycle of each event word, from 1 on.
  std::vector<uint8_t> states;  ///< Of each cycle.
  uint64_t waits = 0;
};

/// A device with its clock.
class Driver {
public:
  Driver(std::unique_ptr<Device> device, const Stalls &stalls);

  /// Sends the commands, and runs until the core is idle. Throws std::runtime_error
  /// if it is not after `most` cycles.
  Exchange run(std::span<const uint32_t> commands, uint64_t most);
  Device &device() { return *core; }

private:
  bool isStalled(uint32_t often) { return often != 0 && random() % 256 < often; }

  const std::unique_ptr<Device> core;
  const Stalls stalls;
  std::minstd_rand random;
  uint64_t words = 0;
};

/// The model and the device in step: what one does, the other has to do in the same
/// cycle. The events are those of the device. A difference throws
/// std::runtime_error that says what it is.
class RtlCore final : public Core {
public:
  RtlCore(const CoreSizes &sizes, Variant variant, const Stalls &stalls);

  void run(std::span<const uint32_t> commands, std::vector<uint32_t> &events,
           std::vector<uint64_t> *stamps = nullptr) override;

  Driver &port() { return driver; }
  uint64_t waits() const { return waited; }

private:
  /// The states that the model goes through.
  class Trace final : public CoreObserver {
  public:
    void onCycle(const Core &, CoreState state) override {
      states.push_back(uint8_t(state));
    }
    std::vector<uint8_t> states;
  };
  std::string difference(const Exchange &rtl, std::span<const uint32_t> events,
                         std::span<const uint64_t> stamps) const;

  Driver driver;
  Trace trace;
  uint64_t waited = 0;
  bool isApart = false; ///< The model was stopped, the device was not.
};

} // namespace mplrt::rtl

#endif // MPLC_HARDWARE_TEST_RTLCORE_H
