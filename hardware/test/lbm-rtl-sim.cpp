//===- lbm-rtl-sim.cpp - Proves on the core in SystemVerilog --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// As lbm-sim, with its blocks on verilated cores. The model runs beside them: words,
// states and cycles have to be the same, or the run ends with an error.
//
//===----------------------------------------------------------------------===//

#include "RtlCore.h"

#include "runtime/machine/LoadedImage.h"
#include "runtime/machine/MachineEngine.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <ctime>
#include <stdexcept>

using namespace mplrt;

namespace {

int fail(const std::string &message) {
  std::fprintf(stderr, "error: %s\n", message.c_str());
  return Failed;
}

} // namespace

int main(int argc, char **argv) {
  RunOptions options;
  options.out = "";
  std::string input, coverage;
  rtl::Stalls stalls;
  bool isSmall = false;
  CLI::App app{"Proves what a theory states on a Logic Block core in SystemVerilog, "
               "cycle for cycle beside the model"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  app.add_flag("--small", isSmall, "A core that is soon full");
  app.add_option("--command-gaps", stalls.commands,
                 "Cycles of 256 in which there is no command word")
      ->check(CLI::Range(0, 255));
  app.add_option("--event-stalls", stalls.events,
                 "Cycles of 256 in which no event word is taken")
      ->check(CLI::Range(0, 255));
  app.add_option("--seed", stalls.seed, "Of gaps and stalls");
  app.add_option("--coverage", coverage, "File for coverage, of a core made for it");
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";

  std::string error;
  auto loaded = loadImage(input, error);
  if (!loaded)
    return fail(error);

  const auto variant = isSmall ? rtl::Variant::Small
                       : loaded->image.columns == 8 ? rtl::Variant::Wide
                                             : rtl::Variant::Default;
  Theory theory(std::move(loaded->program), {});
  std::vector<rtl::RtlCore *> cores;
  std::mutex mutex;
  auto makeCore = [&](const CoreSizes &sizes) {
    auto core = std::make_unique<rtl::RtlCore>(sizes, variant, stalls);
    const std::scoped_lock lock(mutex);
    cores.push_back(core.get());
    return core;
  };
  try {
    MachineEngine engine(theory, loaded->image, rtl::sizesOf(variant), makeCore);
    theory.engine = &engine;
    installSignals(options.grid.seconds);
    const int code = Run(theory, options).run();
    const CoreCounts counts = engine.counts();
    uint64_t waits = 0;
    for (rtl::RtlCore *core : cores)
      waits += core->waits();
    std::printf("rtl: %llu cycles and %llu in which it waited, equal to the model; "
                "%zu blocks; %.0f thousand cycles a second of processor time\n",
                (unsigned long long)counts.cycles, (unsigned long long)waits,
                engine.records().size(),
                double(counts.cycles + waits) / 1000 /
                    (double(std::clock()) / CLOCKS_PER_SEC));
    if (!coverage.empty())
      cores.front()->port().device().writeCoverage(coverage);
    return code;
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
