//===- lbm-rtl-grid.cpp - Proves on a grid of cores in SystemVerilog ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Four cores on a mesh, a thread of the host for each: it sends packets of commands
// to its core, and all packets of events come out of one port. The model runs beside
// each core; the words have to be the same.
//
//===----------------------------------------------------------------------===//

#include "VlbmGrid.h"
#include "verilated.h"

#include "runtime/machine/MachineEngine.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <array>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

using namespace mplrt;

namespace {

constexpr unsigned kX = 2, kCores = 4;
constexpr uint64_t kLast = uint64_t(1) << 32;
/// Words of commands a packet.
constexpr size_t kPacket = 64;

/// The grid, with its one port. Threads step it in turns.
class RtlGrid {
public:
  RtlGrid(uint32_t stalls, uint32_t seed) : stalls(stalls), random(seed) {
    top.clk = 0;
    top.rst = 1;
    top.eval();
    tick();
    top.rst = 0;
  }

  /// Sends commands to a core and waits for as many words of events. Throws if they
  /// do not come.
  std::vector<uint32_t> exchange(unsigned core, std::span<const uint32_t> commands,
                                 size_t words) {
    std::unique_lock lock(mutex);
    for (size_t at = 0; at < commands.size(); at += kPacket) {
      const auto packet = commands.subspan(at, std::min(kPacket, commands.size() - at));
      toSend.push_back(core % kX | core / kX << 8);
      toSend.insert(toSend.end(), packet.begin(), packet.end());
      toSend.back() |= kLast;
    }
    auto &events = received[core];
    uint64_t quiet = 0;
    while (events.size() < words) {
      const size_t before = events.size();
      for (int i = 0; i < 256; ++i)
        step();
      quiet = events.size() == before ? quiet + 256 : 0;
      if (quiet > 20'000'000)
        throw std::runtime_error("core " + std::to_string(core) + " says nothing");
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    std::vector<uint32_t> result(events.begin(), events.begin() + ptrdiff_t(words));
    events.erase(events.begin(), events.begin() + ptrdiff_t(words));
    return result;
  }

  /// Nothing is on its way: after the end.
  void expectRest() {
    for (int i = 0; i < 1000; ++i)
      step();
    if (!top.at_rest || !toSend.empty())
      throw std::runtime_error("the grid is not at rest");
    for (const auto &events : received)
      if (!events.empty())
        throw std::runtime_error("a core says more than its model");
  }

  uint64_t cycles = 0, flits = 0;
  std::array<uint64_t, kCores> working{};

private:
  void step() {
    top.host_in_valid = !toSend.empty();
    top.host_in_flit = toSend.empty() ? 0 : toSend.front();
    top.host_out_ready = random() % 100 >= stalls;
    top.eval();
    for (unsigned n = 0; n < kCores; ++n)
      working[n] += top.is_working >> n & 1;
    if (top.host_in_valid && top.host_in_ready) {
      toSend.pop_front();
      ++flits;
    }
    if (top.host_out_valid && top.host_out_ready)
      receive(top.host_out_flit);
    tick();
  }

  void receive(uint64_t flit) {
    ++flits;
    if (!isInside) {
      from = unsigned((flit >> 16 & 0xFF) + (flit >> 24 & 0x7F) * kX);
      if (!(flit >> 31 & 1) || from >= kCores || flit & kLast)
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

  std::mutex mutex;
  VlbmGrid top;
  const uint32_t stalls;
  std::minstd_rand random;
  std::deque<uint64_t> toSend;
  std::array<std::deque<uint32_t>, kCores> received;
  unsigned from = 0;
  bool isInside = false;
};

/// The model beside one core of the grid.
class GridCore final : public Core {
public:
  GridCore(const CoreSizes &sizes, RtlGrid &grid, unsigned number)
      : Core(sizes), grid(grid), number(number) {}

  void run(std::span<const uint32_t> commands, std::vector<uint32_t> &events,
           std::vector<uint64_t> *stamps) override {
    const auto before = ptrdiff_t(events.size());
    Core::run(commands, events, stamps);
    const auto words =
        grid.exchange(number, commands, events.size() - size_t(before));
    if (!std::equal(words.begin(), words.end(), events.begin() + before, events.end()))
      throw std::runtime_error("core " + std::to_string(number) +
                               " of the grid and the model differ");
  }

private:
  RtlGrid &grid;
  const unsigned number;
};

int fail(const std::string &message) {
  std::fprintf(stderr, "error: %s\n", message.c_str());
  return Failed;
}

} // namespace

int main(int argc, char **argv) {
  RunOptions options;
  options.out = "";
  std::string input;
  uint32_t stalls = 0, seed = 1;
  CLI::App app{"Proves what a theory states on a grid of four Logic Block cores in "
               "SystemVerilog, word for word beside the model"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  app.add_option("--stalls", stalls, "Cycles of 100 in which the host takes nothing")
      ->check(CLI::Range(0, 99));
  app.add_option("--seed", seed, "Of stalls");
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";
  if (options.grid.threads == 0 || options.grid.threads > kCores)
    options.grid.threads = kCores;

  std::ifstream in(input, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  std::string error;
  const auto image = machine::readImage(bytes, error);
  if (!image)
    return fail("'" + input + "': " + error);
  auto program = calculus::parse(image->program, error);
  if (!program)
    return fail("'" + input + "': " + error);
  if (image->columns != CoreSizes().columns)
    return fail("'" + input + "': the cores of the grid have fewer columns");

  Theory theory(std::move(*program), {});
  RtlGrid grid(stalls, seed);
  std::atomic<unsigned> made{0};
  auto makeCore = [&](const CoreSizes &sizes) {
    const unsigned number = made++;
    if (number >= kCores)
      throw std::runtime_error("more threads than cores");
    return std::make_unique<GridCore>(sizes, grid, number);
  };
  try {
    MachineEngine engine(theory, *image, CoreSizes(), makeCore);
    theory.engine = &engine;
    installSignals(options.grid.seconds);
    const int code = Run(theory, options).run();
    grid.expectRest();
    std::printf("rtl grid: %u cores, %llu cycles, %llu flits at the host, working",
                made.load(), (unsigned long long)grid.cycles,
                (unsigned long long)grid.flits);
    for (const uint64_t working : grid.working)
      std::printf(" %.0f%%", 100.0 * double(working) / double(grid.cycles));
    std::printf("; equal to the model\n");
    return code;
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
