//===- lbm-rtl-replay.cpp - A run again, on a grid in SystemVerilog -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What runtime/machine/GridTime computes for a grid, its blocks placed on a time line,
// is here measured on one in SystemVerilog. A run with the model of one core gives the
// commands and events of each block. Then a host, simulated with the grid, does what
// GridTime assumes of it: it hands out the attempts of a batch in order, each to the
// core that is free first, thinks so many cycles between two commands to a block, and
// waits at the end of a batch until the grid is at rest. All words go over the one
// port, one a cycle, and through the mesh; what comes back is compared with the model.
//
// A block's program is sent as what differs from the one before on the same core, so
// the commands that load it are made anew for the core that it comes to.
//
//===----------------------------------------------------------------------===//

#include "RtlGrid.h"

#include "runtime/machine/GridTime.h"
#include "runtime/machine/LoadedImage.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

using namespace mplrt;

namespace {

struct Exchange {
  std::vector<uint32_t> commands, events;
};

/// A block: what it was loaded with, first of all its program; then all exchanges,
/// without the commands that load that.
struct ReplayedBlock {
  BlockRecord record;
  ProgramMemory program;
  std::vector<Exchange> exchanges;
};

/// What the commands to a core were, over time.
class Stream {
public:
  /// Takes the commands that write instructions and plans out of `commands` and does
  /// them to `program`.
  std::vector<uint32_t> withoutProgram(std::span<const uint32_t> commands) {
    std::vector<uint32_t> rest;
    while (!commands.empty()) {
      const uint32_t word = commands[0], index = word & 0xFF;
      const auto all = commands.first(1 + furtherWords(word, arity[index]));
      const auto which = Command(word >> 28);
      if (which == Command::Program) {
        const size_t at = word & 0xFFFF, n = all.size() / 2;
        program.words.resize(std::max(program.words.size(), at + n));
        for (size_t i = 0; i < n; ++i)
          program.words[at + i] = all[1 + 2 * i] | uint64_t(all[2 + 2 * i]) << 32;
      } else if (which == Command::Plan) {
        program.firstPlan[index] = word >> 8 & 0xFFFF;
      } else {
        if (which == Command::Table)
          arity[index] = word >> 8 & 15;
        rest.insert(rest.end(), all.begin(), all.end());
      }
      commands = commands.subspan(all.size());
    }
    return rest;
  }

  const ProgramMemory &programNow() const { return program; }

private:
  static constexpr size_t kRelations = machine::kMaxRelations;
  ProgramMemory program = [] {
    ProgramMemory none;
    none.firstPlan.assign(kRelations, machine::kNoAddress);
    return none;
  }();
  std::array<uint32_t, kRelations> arity{};
};

/// Blocks that follow each other on one core.
using Attempt = std::span<const ReplayedBlock>;

/// The host, and what each core is about.
class Host {
public:
  Host(const std::vector<uint32_t> &theory, uint32_t hostCycles)
      : grid(rtl::HostStalls{}), hostCycles(hostCycles) {
    Stream stream;
    stream.withoutProgram(theory);
    for (unsigned c = 0; c < rtl::kGridCores; ++c) {
      grid.send(c, theory);
      std::vector<uint32_t> sent;
      cores[c].program.load(stream.programNow(), sent);
    }
    rest();
    start = grid.cycles;
  }

  void batch(const std::vector<Attempt> &attempts) {
    auto next = attempts.begin();
    for (;;) {
      bool isBusy = false;
      for (unsigned c = 0; c < rtl::kGridCores; ++c) {
        Core &core = cores[c];
        if (core.blocks.empty() && next != attempts.end()) {
          core.blocks = *next++;
          core.exchange = 0;
          core.isRunning = false;
          core.thinksUntil = grid.cycles;
        }
        if (!core.blocks.empty())
          work(c);
        isBusy |= !core.blocks.empty();
      }
      if (!isBusy && next == attempts.end())
        break;
      grid.step();
      if (grid.cycles - lastWord > 50'000'000)
        throw std::runtime_error("the grid says nothing");
    }
    rest();
  }

  uint64_t cycles() const { return grid.cycles - start; }

private:
  struct Core {
    Attempt blocks; ///< What is left of its attempt.
    size_t exchange = 0;
    bool isRunning = false;
    uint64_t thinksUntil = 0;
    HeldProgram program{machine::kMaxRelations};
  };

  void rest() {
    do
      for (int i = 0; i < 8; ++i) // As long as the barrier's tree needs.
        grid.step();
    while (!grid.isAtRest());
  }

  void work(unsigned c) {
    Core &core = cores[c];
    const ReplayedBlock &block = core.blocks.front();
    if (core.exchange == block.exchanges.size()) { // It never ran.
      nextBlock(core);
      return;
    }
    const Exchange &exchange = block.exchanges[core.exchange];
    if (!core.isRunning) {
      if (grid.cycles < core.thinksUntil)
        return;
      std::vector<uint32_t> words = exchange.commands;
      if (core.exchange == 0) { // After RESET.
        std::vector<uint32_t> program;
        core.program.load(block.program, program);
        words.insert(words.begin() + 1, program.begin(), program.end());
      }
      grid.send(c, words);
      core.isRunning = true;
      return;
    }
    auto &events = grid.received[c];
    if (events.size() < exchange.events.size())
      return;
    if (!std::equal(events.begin(), events.end(), exchange.events.begin(),
                    exchange.events.end()))
      throw std::runtime_error("core " + std::to_string(c) + " and the model differ");
    events.clear();
    lastWord = grid.cycles;
    core.isRunning = false;
    core.thinksUntil = grid.cycles + hostCycles;
    if (++core.exchange == block.exchanges.size())
      nextBlock(core);
  }

  void nextBlock(Core &core) {
    core.blocks = core.blocks.subspan(1);
    core.exchange = 0;
  }

  rtl::RtlGrid grid;
  const uint32_t hostCycles;
  std::array<Core, rtl::kGridCores> cores;
  uint64_t start = 0, lastWord = 0;
};

/// Runs the theory with the model of one core; gives the commands that load the theory
/// and all blocks, in the order of attempts. Throws if there was more than one core.
std::vector<ReplayedBlock> runModel(Theory &theory, const machine::Image &image,
                                    const RunOptions &options,
                                    std::vector<uint32_t> &loading,
                                    std::vector<BatchRecord> &batches, int &code) {
  MachineEngine engine(theory, image, CoreSizes());
  theory.engine = &engine;
  std::vector<Exchange> all;
  engine.setLog([&](auto commands, auto events, auto) {
    if (events.empty() && !loading.empty())
      throw std::runtime_error("the run had more than one thread");
    if (events.empty())
      loading.assign(commands.begin(), commands.end());
    else
      all.push_back({{commands.begin(), commands.end()}, {events.begin(), events.end()}});
  });
  code = Run(theory, options).run();

  std::vector<BlockRecord> records = engine.records();
  batches = engine.batches();
  std::sort(records.begin(), records.end(),
            [](const auto &a, const auto &b) { return a.order < b.order; });
  Stream stream;
  stream.withoutProgram(loading);
  std::vector<ReplayedBlock> blocks;
  auto exchange = all.begin();
  for (const BlockRecord &record : records) {
    ReplayedBlock &block = blocks.emplace_back();
    block.record = record;
    for (uint32_t n = 0; n < record.exchanges; ++n, ++exchange) {
      exchange->commands = stream.withoutProgram(exchange->commands);
      if (n == 0) {
        block.program = stream.programNow();
        block.program.words.resize(record.programSize);
      }
      block.exchanges.push_back(std::move(*exchange));
    }
  }
  std::sort(blocks.begin(), blocks.end(), [](const auto &a, const auto &b) {
    return std::tuple(a.record.batch, a.record.attempt, a.record.order) <
           std::tuple(b.record.batch, b.record.attempt, b.record.order);
  });
  return blocks;
}

/// The blocks of a batch from `at` on, by attempt; blocks of none stand alone.
std::vector<Attempt> attemptsOf(std::span<const ReplayedBlock> blocks, size_t &at,
                                size_t batch) {
  std::vector<Attempt> attempts;
  while (at < blocks.size() && blocks[at].record.batch == batch) {
    const size_t first = at++;
    const uint32_t attempt = blocks[first].record.attempt;
    while (attempt != ~0u && at < blocks.size() && blocks[at].record.batch == batch &&
           blocks[at].record.attempt == attempt)
      ++at;
    attempts.push_back(blocks.subspan(first, at - first));
  }
  return attempts;
}

int fail(const std::string &message) {
  std::fprintf(stderr, "error: %s\n", message.c_str());
  return Failed;
}

} // namespace

int main(int argc, char **argv) {
  RunOptions options;
  options.out = "";
  std::string input;
  GridShape shape;
  shape.cores = rtl::kGridCores;
  shape.hopCycles = 1; // A router's queue.
  CLI::App app{"Measures what the blocks of a run take on a grid of cores in SystemVerilog"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  app.add_option("--host-cycles", shape.hostCycles,
                 "Cycles that the host takes between two commands to a block");
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";
  options.grid.threads = 1;

  std::string error;
  auto loaded = loadImage(input, error);
  if (!loaded)
    return fail(error);
  if (loaded->image.columns != CoreSizes().columns)
    return fail("'" + input + "': the cores of the grid have fewer columns");
  Theory theory(std::move(loaded->program), {});
  try {
    int code = 0;
    std::vector<uint32_t> loading;
    std::vector<BatchRecord> batches;
    const auto blocks = runModel(theory, loaded->image, options, loading, batches, code);
    Host host(loading, shape.hostCycles);
    size_t at = 0;
    for (size_t b = 0; b < batches.size(); ++b)
      host.batch(attemptsOf(blocks, at, b));
    std::vector<BlockRecord> records;
    for (const ReplayedBlock &block : blocks)
      records.push_back(block.record);
    const GridTime time = placeOnGrid(records, batches, shape);
    std::printf("replay: %u cores, %zu blocks, rtl %llu cycles, model %llu\n", shape.cores,
                blocks.size(), (unsigned long long)host.cycles(),
                (unsigned long long)time.cycles);
    return code;
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
