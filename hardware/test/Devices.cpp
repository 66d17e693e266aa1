//===- Devices.cpp - Verilated cores --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RtlCore.h"

#include "VlbmDefault.h"
#include "VlbmSmall.h"
#include "VlbmWide.h"
#include "verilated.h"
#ifdef LBM_COVERAGE
#include "verilated_cov.h"
#endif

namespace mplrt::rtl {

namespace {

template <typename Top> class VerilatedDevice final : public Device {
public:
  VerilatedDevice() : top(&context) {
    // What memories and registers hold before they are written must not matter.
    context.randReset(2);
    context.randSeed(1);
    top.clk = 0;
    top.rst = 1;
    settle(false, 0, false);
    clock();
    settle(false, 0, false);
    clock();
    top.rst = 0;
  }
  ~VerilatedDevice() override {
    // Verilator takes scopes from the context of the thread, which may be another
    // one than that which made the device.
    Verilated::threadContextp(&context);
    top.final();
  }

  Pins settle(bool commandValid, uint32_t command, bool eventReady) override {
    top.command_valid = commandValid;
    top.command_word = command;
    top.event_ready = eventReady;
    top.eval();
    return {bool(top.command_ready), bool(top.event_valid), top.event_word,
            uint8_t(top.state)};
  }
  void clock() override {
    top.clk = 1;
    top.eval();
    top.clk = 0;
  }
  void writeCoverage([[maybe_unused]] const std::string &path) override {
#ifdef LBM_COVERAGE
    context.coveragep()->write(path.c_str());
#endif
  }

private:
  VerilatedContext context;
  Top top;
};

} // namespace

std::unique_ptr<Device> makeDevice(Variant variant) {
  switch (variant) {
  case Variant::Default:
    return std::make_unique<VerilatedDevice<VlbmDefault>>();
  case Variant::Wide:
    return std::make_unique<VerilatedDevice<VlbmWide>>();
  case Variant::Small:
    return std::make_unique<VerilatedDevice<VlbmSmall>>();
  }
  return nullptr;
}

} // namespace mplrt::rtl
