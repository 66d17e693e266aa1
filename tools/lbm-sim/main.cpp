//===- main.cpp - The Logic Block machine, simulated ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Proves what the theory in an image states, as a native program does, with its
// blocks on cores of the cycle-level model (docs/lbm.md).
//
//===----------------------------------------------------------------------===//

#include "mplc/Support/Process.h"
#include "runtime/machine/LoadedImage.h"
#include "runtime/machine/Report.h"
#include "runtime/machine/Trace.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <stdexcept>

using namespace mplrt;

namespace {

int fail(const std::string &message) {
  std::fprintf(stderr, "error: %s\n", message.c_str());
  return Failed;
}

void addSizeOptions(CLI::App &app, CoreSizes &sizes) {
  auto add = [&](const char *name, uint32_t &value, uint32_t least, uint32_t most,
                 const char *what) {
    app.add_option(name, value, what)->check(CLI::Range(least, most))->group(
        "Sizes of a core (docs/lbm.md)");
  };
  add("--id-bits", sizes.idBits, 2, 16, "Bits of an id");
  add("--row-bits", sizes.rowBits, 3, 20, "Bits of a row number");
  add("--lists", sizes.lists, 1, 1024, "Lists a bank of the head memory");
  add("--hash-bits", sizes.hashBits, 1, 20, "Hash heads, log2");
  add("--demand-bits", sizes.demandBits, 1, 16, "Waiting demands, log2");
  add("--demand-hash-bits", sizes.demandHashBits, 1, 16, "Their hash heads, log2");
  add("--demand-row-bits", sizes.demandRowBits, 1, 16,
      "Rows that waiting demands remember, log2");
  add("--merge-bits", sizes.mergeBits, 0, 16, "Pending merges, log2");
  add("--program-bits", sizes.programBits, 4, 16, "Instructions, log2");
  add("--nesting", sizes.nesting, 1, 64, "Nested iterators");
}

struct MachineOptions {
  CoreSizes sizes;
  GridShape grid;
  std::string stats; ///< A file for JSON, or empty.
  std::string trace, ports;
  uint64_t traceCycles = 1000000;
  bool isOnHost = false;
};

void addGridOptions(CLI::App &app, MachineOptions &options) {
  const char *group = "The grid (docs/hardware.md)";
  app.add_option("--cores", options.grid.cores, "Cores, in a square mesh")
      ->check(CLI::Range(1u, 65536u))->group(group);
  app.add_option("--hop-cycles", options.grid.hopCycles,
                 "Cycles from one router to the next")
      ->check(CLI::Range(1u, 1000u))->group(group);
  app.add_option("--host-ports", options.grid.hostPorts, "Host ports")
      ->check(CLI::Range(1u, 256u))->group(group);
  app.add_flag("--eager", options.grid.isEager,
               "Blocks of an attempt run at once")->group(group);
  app.add_flag("--multicast", options.grid.isMulticast,
               "Routers pass theorems on to all cores")->group(group);
  app.add_flag("--buffered", options.grid.isBuffered,
               "Mailboxes keep the commands that load a block")->group(group);
  app.add_option("--host-cycles", options.grid.hostCycles,
                 "Cycles that the host takes between two commands to a block")
      ->check(CLI::Range(0u, 1000000u))->group(group);
}

void addRecordOptions(CLI::App &app, MachineOptions &options) {
  const char *group = "Records";
  app.add_option("--machine-stats", options.stats, "Write statistics as JSON")
      ->group(group);
  app.add_option("--trace", options.trace,
                 "Write what a core does, for wave viewers: FST if the name ends in "
                 ".fst, else a value change dump; one thread")
      ->group(group);
  app.add_option("--trace-cycles", options.traceCycles, "Of the trace")->group(group);
  app.add_flag("--on-host", options.isOnHost,
               "Run blocks on the host: what the machine has to agree with")
      ->group(group);
  app.add_option("--port-trace", options.ports,
                 "Write the words on a core's ports, with their cycles; one thread")
      ->group(group);
}

size_t countProved(const Run &run) {
  const auto &outcomes = run.outcomes();
  return size_t(std::count_if(outcomes.begin(), outcomes.end(), [](const auto &o) {
    return o.status == Status::Proved;
  }));
}

int simulate(Theory &theory, const machine::Image &image, RunOptions &options,
             const MachineOptions &machine) {
  MachineEngine engine(theory, image, machine.sizes);
  if (!machine.isOnHost)
    theory.engine = &engine;
  std::optional<WaveTrace> waves;
  std::optional<PortTrace> ports;
  if (!machine.trace.empty())
    engine.setObserver(&waves.emplace(machine.trace, image, machine.traceCycles));
  if (!machine.ports.empty())
    engine.setLog([&ports = ports.emplace(machine.ports)](
                      auto commands, auto events, auto cycles) {
      ports.exchange(commands, events, cycles);
    });
  if (waves || ports)
    options.grid.threads = 1;
  installSignals(options.grid.seconds);
  Run run(theory, options);
  const int code = run.run();
  const Report report(engine, machine.sizes, machine.grid, countProved(run));
  if (!options.quiet && !machine.isOnHost)
    std::fputs((options.stats ? report.table() : report.summary()).c_str(), stdout);
  if (!machine.stats.empty()) {
    std::ofstream out(machine.stats);
    out << report.json();
    out.close();
    if (!out)
      return fail("'" + machine.stats + "' cannot be written");
  }
  if (waves && !waves->close())
    return fail("'" + machine.trace + "' cannot be written");
  if (ports && !ports->close())
    return fail("'" + machine.ports + "' cannot be written");
  return code;
}

} // namespace

int main(int argc, char **argv) {
  mplc::holdStandardFiles();
  prepareForLittle();
  RunOptions options;
  options.out = "";
  MachineOptions machineOptions;
  std::string input;
  CLI::App app{"Proves what a theory states on a simulated Logic Block machine"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  addSizeOptions(app, machineOptions.sizes);
  addGridOptions(app, machineOptions);
  addRecordOptions(app, machineOptions);
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (input == "-") {
    fail("an image is a file, which '-' is not");
    return Failed;
  }
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";

  std::string error;
  auto loaded = loadImage(input, error);
  if (!loaded)
    return fail(error);

  machineOptions.sizes.columns = loaded->image.columns;
  Theory theory(std::move(loaded->program), {});
  try {
    return simulate(theory, loaded->image, options, machineOptions);
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
