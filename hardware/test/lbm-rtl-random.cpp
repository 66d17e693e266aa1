//===- lbm-rtl-random.cpp - Random blocks on core and model ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random theories and blocks (RandomBlocks.h) on a verilated core beside the model,
// with random gaps and stalls at its ports. Ends with 1 if words, states or cycles
// differ, and with 2 if a state or a limit was never met.
//
//===----------------------------------------------------------------------===//

#include "RandomBlocks.h"
#include "RtlCore.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <stdexcept>

using namespace mplrt;
using namespace mplrt::rtl;

namespace {

struct Seen {
  std::array<uint64_t, kCoreStates> states{};
  std::array<uint64_t, 16> limits{};
  uint64_t blocks = 0, cycles = 0, waits = 0;
};

struct Options {
  uint32_t first = 1, count = 100;
  std::string sizes = "small", coverage;
  bool isComplete = false, hasDuplicate = false;
  uint64_t fault = 0;
};

void runSeed(Variant variant, uint32_t seed, const Options &options, Seen &seen) {
  const CoreSizes sizes = sizesOf(variant);
  std::minstd_rand random(seed);
  // A third runs without stalls.
  Stalls stalls;
  if (seed % 3 != 0)
    stalls = {uint32_t(random() % 200), uint32_t(random() % 200), seed};
  stalls.fault = options.fault;
  RtlCore core(sizes, variant, stalls);
  RandomBlocks blocks(sizes, seed);
  std::vector<uint32_t> events;
  core.run(blocks.theory(), events);
  for (int block = 0; block < 4; ++block) {
    ++seen.blocks;
    core.run(blocks.block(), events);
    if (options.hasDuplicate)
      core.run(blocks.duplicateRow(), events);
    for (int step = 0; step < 6; ++step) {
      events.clear();
      core.run(blocks.step(), events);
      const uint32_t limit = events.at(events.size() - 3) >> 24 & 15;
      ++seen.limits[limit];
      if (limit > uint32_t(CoreLimit::Firings)) {
        core.run(blocks.noise(), events);
        break;
      }
    }
  }
  for (size_t s = 0; s < kCoreStates; ++s)
    seen.states[s] += core.counts().states[s] + core.counts().loading[s];
  seen.cycles += core.counts().cycles;
  seen.waits += core.waits();
  if (!options.coverage.empty())
    core.port().device().writeCoverage(options.coverage + "." + std::to_string(seed));
}

/// What was never met; 0 if there is nothing.
int reportMissing(const Seen &seen) {
  int code = 0;
  for (size_t s = 0; s < kCoreStates; ++s)
    if (seen.states[s] == 0) {
      std::printf("state %s was never met\n", nameOf(CoreState(s)));
      code = 2;
    }
  for (const CoreLimit limit :
       {CoreLimit::Done, CoreLimit::Firings, CoreLimit::Rows, CoreLimit::Ids,
        CoreLimit::Merges, CoreLimit::Demands, CoreLimit::Nesting, CoreLimit::Program})
    if (seen.limits[size_t(limit)] == 0) {
      std::printf("limit %u was never met\n", unsigned(limit));
      code = 2;
    }
  return code;
}

} // namespace

int main(int argc, char **argv) {
  Options options;
  CLI::App app{"Random blocks on a core in SystemVerilog beside the model"};
  app.add_option("--seed", options.first, "The first one");
  app.add_option("--count", options.count, "How many");
  app.add_option("--sizes", options.sizes, "default, wide or small")
      ->check(CLI::IsMember({"default", "wide", "small"}));
  app.add_flag("--complete", options.isComplete, "Every state and limit has to be met");
  app.add_option("--coverage", options.coverage, "Files for coverage, one a seed");
  app.add_option("--fault", options.fault,
                 "Make this event word of the core wrong: has to be noticed");
  app.add_flag("--duplicate-row", options.hasDuplicate,
               "Send a row with the key of another one: an assertion has to fail");
  CLI11_PARSE(app, argc, argv);
  const Variant variant = options.sizes == "small"  ? Variant::Small
                          : options.sizes == "wide" ? Variant::Wide
                                                    : Variant::Default;
  Seen seen;
  for (uint32_t seed = options.first; seed < options.first + options.count; ++seed) {
    try {
      runSeed(variant, seed, options, seen);
    } catch (const std::exception &e) {
      std::printf("seed %u: %s\n", seed, e.what());
      return 1;
    }
  }
  std::printf("%u seeds, %llu blocks, %llu cycles and %llu in which the core waited: "
              "core and model are equal\n",
              options.count, (unsigned long long)seen.blocks, (unsigned long long)seen.cycles,
              (unsigned long long)seen.waits);
  return options.isComplete ? reportMissing(seen) : 0;
}
