//===- RtlGrid.h - A grid of cores in SystemVerilog, at its port -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_HARDWARE_TEST_RTLGRID_H
#define MPLC_HARDWARE_TEST_RTLGRID_H

#include "VlbmGrid.h"
#include "verilated.h"

#include <array>
#include <cstdint>
#include <deque>
#include <random>
#include <span>
#include <stdexcept>

namespace mplrt::rtl {

/// Cores along a side; the build says which, as it verilates the grid.
constexpr unsigned kSide = LBM_GRID_SIDE, kGridCores = kSide * kSide;

/// Cycles of 100 in which the host has nothing to send, and in which it takes nothing.
struct HostStalls {
  uint32_t gaps = 0, stalls = 0, seed = 1;
};

/// The grid with its one port, cycle by cycle: packets of commands go in, in the order in
/// which they were sent; words of events are sorted by the core that they come from.
class RtlGrid {
public:
  explicit RtlGrid(const HostStalls &host) : host(host), random(host.seed) {
    top.clk = 0;
    top.rst = 1;
    top.eval();
    tick();
    top.rst = 0;
  }

  /// Queues commands for a core, in packets.
  void send(unsigned core, std::span<const uint32_t> commands) {
    constexpr size_t wordsOfPacket = 64;
    while (!commands.empty()) {
      const auto packet = commands.first(std::min(wordsOfPacket, commands.size()));
      toSend.push_back(core % kSide | core / kSide << 8);
      toSend.insert(toSend.end(), packet.begin(), packet.end());
      toSend.back() |= kLast;
      commands = commands.subspan(packet.size());
    }
  }

  /// One cycle. Throws std::runtime_error if a packet comes out that is for nobody.
  void step() {
    if (!isOffered)
      isOffered = !toSend.empty() && !chance(host.gaps);
    top.host_in_valid = isOffered;
    top.host_in_flit = isOffered ? toSend.front() : 0;
    top.host_out_ready = !chance(host.stalls);
    top.eval();
    for (unsigned n = 0; n < kGridCores; ++n)
      working[n] += top.is_working >> n & 1;
    if (isOffered && top.host_in_ready) {
      toSend.pop_front();
      isOffered = false;
      ++flits;
    }
    if (top.host_out_valid && top.host_out_ready)
      receive(top.host_out_flit);
    tick();
  }

  /// Nothing is on its way, and no core runs.
  bool isAtRest() const { return toSend.empty() && top.at_rest; }

  /// Words of events that nobody has taken, by core.
  std::array<std::deque<uint32_t>, kGridCores> received;
  uint64_t cycles = 0, flits = 0; ///< Flits over the port, both ways.
  std::array<uint64_t, kGridCores> working{}; ///< Cycles, by core.

private:
  static constexpr uint64_t kLast = uint64_t(1) << 32;

  bool chance(uint32_t percent) { return percent > 0 && random() % 100 < percent; }

  void receive(uint64_t flit) {
    ++flits;
    if (!isInside) {
      from = unsigned((flit >> 16 & 0xFF) + (flit >> 24 & 0x7F) * kSide);
      if (!(flit >> 31 & 1) || from >= kGridCores || flit & kLast)
        throw std::runtime_error("a packet for nobody");
    } else {
      received[from].push_back(uint32_t(flit));
    }
    isInside = !(flit & kLast);
  }

  void tick() {
    top.clk = 1;
    top.eval();
    top.clk = 0;
    ++cycles;
  }

  const HostStalls host;
  std::minstd_rand random;
  VlbmGrid top;
  std::deque<uint64_t> toSend;
  unsigned from = 0;
  bool isInside = false, isOffered = false;
};

} // namespace mplrt::rtl

#endif // MPLC_HARDWARE_TEST_RTLGRID_H
