//===- lbm-rtl-mesh.cpp - Random traffic on the mesh ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Packets of random lengths between all nodes and the host, with random waits at
// every port. Each packet has to arrive whole, once, at its destination, and after
// those that its source sent there before. Ends with 1 if one does not, or if the
// mesh stands still.
//
//===----------------------------------------------------------------------===//

#include "VlbmMesh.h"
#include "verilated.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <map>
#include <random>
#include <stdexcept>
#include <vector>

namespace {

constexpr unsigned kX = 4, kY = 3, kNodes = kX * kY;
/// The host as a source and a destination.
constexpr unsigned kHost = kNodes;
constexpr uint64_t kLast = uint64_t(1) << 32;

struct Options {
  uint32_t seed = 1, packets = 20000, load = 40, stalls = 60;
  bool toHostOnly = false;
};

/// Bits of a wide port.
template <typename Port> void put(Port &port, unsigned at, uint64_t flit) {
  for (unsigned b = 0; b < 33; ++b) {
    const unsigned bit = at * 33 + b;
    const uint32_t mask = 1u << bit % 32;
    port[bit / 32] = flit >> b & 1 ? port[bit / 32] | mask : port[bit / 32] & ~mask;
  }
}
template <typename Port> uint64_t get(const Port &port, unsigned at) {
  uint64_t flit = 0;
  for (unsigned b = 0; b < 33; ++b)
    flit |= uint64_t(port[(at * 33 + b) / 32] >> (at * 33 + b) % 32 & 1) << b;
  return flit;
}

class Traffic {
public:
  explicit Traffic(const Options &options) : options(options), random(options.seed) {
    top.clk = 0;
    top.rst = 1;
    top.eval();
    tick();
    top.rst = 0;
  }

  void run() {
    uint32_t made = 0;
    uint64_t quiet = 0;
    while (arrived < options.packets) {
      while (made < options.packets && inQueues() < 4 * kNodes) {
        makePacket();
        ++made;
      }
      quiet = step() ? 0 : quiet + 1;
      if (quiet > 2000)
        throw std::runtime_error("the mesh stands still: " + std::to_string(arrived) +
                                 " of " + std::to_string(made) + " packets arrived");
    }
    if (top.host_out_valid || top.out_valid)
      throw std::runtime_error("there is more than was sent");
    std::printf("%u packets, %llu flits, %llu cycles: all arrived, in order\n",
                options.packets, (unsigned long long)flits, (unsigned long long)cycles);
  }

private:
  bool chance(uint32_t percent) { return random() % 100 < percent; }
  size_t inQueues() const {
    size_t n = 0;
    for (const auto &queue : toSend)
      n += !queue.empty();
    return n == kNodes + 1 ? 4 * kNodes : pending;
  }

  void makePacket() {
    unsigned from = unsigned(random() % (kNodes + 1));
    unsigned to = options.toHostOnly ? kHost : unsigned(random() % (kNodes + 1));
    if (options.toHostOnly && from == kHost)
      from = 0;
    // The host does not send to itself.
    if (from == kHost && to == kHost)
      to = 0;
    const uint32_t header =
        (to == kHost ? 1u << 31 : to % kX | to / kX << 8) | from << 16;
    const unsigned length = 1 + unsigned(random() % (chance(10) ? 40 : 6));
    // The destination, the number within the pair, then numbers from it on.
    const uint32_t number = sent[{from, to}]++;
    auto &queue = toSend[from];
    queue.push_back(header);
    queue.push_back(uint64_t(to));
    queue.push_back(uint64_t(number));
    for (unsigned i = 0; i < length; ++i)
      queue.push_back(uint64_t(number + i) & 0xFFFFFFFF);
    queue.back() |= kLast;
    ++pending;
  }

  /// One cycle; whether a flit came out.
  bool step() {
    for (unsigned n = 0; n <= kNodes; ++n)
      if (!isOffered[n])
        isOffered[n] = !toSend[n].empty() && chance(options.load);
    uint32_t valid = 0, ready = 0;
    for (unsigned n = 0; n < kNodes; ++n) {
      if (isOffered[n]) {
        valid |= 1u << n;
        put(top.in_flit, n, toSend[n].front());
      }
      ready |= uint32_t(!chance(options.stalls)) << n;
    }
    top.in_valid = uint16_t(valid);
    top.out_ready = uint16_t(ready);
    top.host_in_valid = isOffered[kHost];
    if (isOffered[kHost])
      top.host_in_flit = toSend[kHost].front();
    top.host_out_ready = !chance(options.stalls);
    top.eval();
    bool moved = false;
    for (unsigned n = 0; n <= kNodes; ++n) {
      const bool taken = n == kHost ? top.host_in_ready : top.in_ready >> n & 1;
      if (isOffered[n] && taken) {
        toSend[n].pop_front();
        isOffered[n] = false;
      }
      const bool came = n == kHost ? top.host_out_valid && top.host_out_ready
                                   : (top.out_valid & ready) >> n & 1;
      if (came) {
        receive(n, n == kHost ? uint64_t(top.host_out_flit) : get(top.out_flit, n));
        moved = true;
      }
    }
    tick();
    return moved;
  }

  void receive(unsigned at, uint64_t flit) {
    ++flits;
    auto &packet = coming[at];
    packet.push_back(flit);
    if (!(flit & kLast))
      return;
    const unsigned from = packet[0] >> 16 & 0xFF;
    if (packet.size() < 4 || packet[1] != at)
      throw std::runtime_error("a packet came to " + std::to_string(at));
    uint32_t &expected = received[{from, at}];
    if (packet[2] != expected)
      throw std::runtime_error("packet " + std::to_string(packet[2]) + " came for " +
                               std::to_string(expected));
    for (size_t i = 3; i < packet.size(); ++i)
      if ((packet[i] & 0xFFFFFFFF) != expected + i - 3)
        throw std::runtime_error("a packet is not whole");
    ++expected;
    ++arrived;
    --pending;
    packet.clear();
  }

  void tick() {
    top.clk = 1;
    top.eval();
    top.clk = 0;
    ++cycles;
  }

  const Options options;
  VlbmMesh top;
  std::mt19937 random;
  std::array<std::deque<uint64_t>, kNodes + 1> toSend;
  std::array<bool, kNodes + 1> isOffered{};
  std::array<std::vector<uint64_t>, kNodes + 1> coming;
  std::map<std::pair<unsigned, unsigned>, uint32_t> sent, received;
  size_t pending = 0;
  uint32_t arrived = 0;
  uint64_t flits = 0, cycles = 0;
};

} // namespace

int main(int argc, char **argv) {
  Options options;
  CLI::App app{"Random traffic on a mesh of 4 x 3 routers"};
  app.add_option("--seed", options.seed);
  app.add_option("--packets", options.packets);
  app.add_option("--load", options.load,
                 "Cycles of 100 in which a node that has a flit offers it");
  app.add_option("--stalls", options.stalls,
                 "Cycles of 100 in which an output takes nothing");
  app.add_flag("--to-host", options.toHostOnly, "All packets go to the host");
  CLI11_PARSE(app, argc, argv);
  try {
    Traffic(options).run();
  } catch (const std::runtime_error &e) {
    std::printf("error: %s\n", e.what());
    return 1;
  }
}
