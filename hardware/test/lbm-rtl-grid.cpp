//===- lbm-rtl-grid.cpp - Proves on a grid of cores in SystemVerilog ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Four cores on a mesh, a thread of the host for each: it sends packets of commands
// to its core, and all packets of events come out of one port. The model runs beside
// each core; the words have to be the same.
//
//===----------------------------------------------------------------------===//

#include "RtlGrid.h"

#include "runtime/machine/LoadedImage.h"
#include "runtime/machine/MachineEngine.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <mutex>
#include <thread>

using namespace mplrt;

namespace {

constexpr unsigned kCores = rtl::kGridCores;

/// The grid as its threads see it, who step it in turns.
class SharedGrid {
public:
  explicit SharedGrid(const rtl::HostStalls &host) : grid(host) {}

  /// Sends commands to a core and waits for as many words of events. Throws if they
  /// do not come.
  std::vector<uint32_t> exchange(unsigned core, std::span<const uint32_t> commands,
                                 size_t words) {
    std::unique_lock lock(mutex);
    grid.send(core, commands);
    auto &events = grid.received[core];
    uint64_t quiet = 0;
    while (events.size() < words) {
      const size_t before = events.size();
      for (int i = 0; i < 256; ++i)
        grid.step();
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
      grid.step();
    if (!grid.isAtRest())
      throw std::runtime_error("the grid is not at rest");
    for (const auto &events : grid.received)
      if (!events.empty())
        throw std::runtime_error("a core says more than its model");
  }

  const rtl::RtlGrid &counts() const { return grid; }

private:
  std::mutex mutex;
  rtl::RtlGrid grid;
};

/// The model beside one core of the grid.
class GridCore final : public Core {
public:
  GridCore(const CoreSizes &sizes, SharedGrid &grid, unsigned number)
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
  SharedGrid &grid;
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
  rtl::HostStalls host;
  CLI::App app{"Proves what a theory states on a grid of four Logic Block cores in "
               "SystemVerilog, word for word beside the model"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  app.add_option("--stalls", host.stalls, "Cycles of 100 in which the host takes nothing")
      ->check(CLI::Range(0, 99));
  app.add_option("--gaps", host.gaps, "Cycles of 100 in which the host sends nothing")
      ->check(CLI::Range(0, 99));
  app.add_option("--seed", host.seed, "Of stalls and gaps");
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";
  if (options.grid.threads == 0 || options.grid.threads > kCores)
    options.grid.threads = kCores;

  std::string error;
  auto loaded = loadImage(input, error);
  if (!loaded)
    return fail(error);
  if (loaded->image.columns != CoreSizes().columns)
    return fail("'" + input + "': the cores of the grid have fewer columns");

  Theory theory(std::move(loaded->program), {});
  SharedGrid grid(host);
  std::atomic<unsigned> made{0};
  auto makeCore = [&](const CoreSizes &sizes) {
    const unsigned number = made++;
    if (number >= kCores)
      throw std::runtime_error("more threads than cores");
    return std::make_unique<GridCore>(sizes, grid, number);
  };
  try {
    MachineEngine engine(theory, loaded->image, CoreSizes(), makeCore);
    theory.engine = &engine;
    installSignals(options.grid.seconds);
    const int code = Run(theory, options).run();
    grid.expectRest();
    std::printf("rtl grid: %u cores, %llu cycles, %llu flits at the host, working",
                made.load(), (unsigned long long)grid.counts().cycles,
                (unsigned long long)grid.counts().flits);
    for (const uint64_t working : grid.counts().working)
      std::printf(" %.0f%%", 100.0 * double(working) / double(grid.counts().cycles));
    std::printf("; equal to the model\n");
    return code;
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
