//===- main.cpp - The Logic Block machine, simulated ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Proves what the theory in an image states, as a native program does, with its
// blocks on cores of the cycle-level model (docs/lbm.md).
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/MachineEngine.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>

using namespace mplrt;

namespace {

std::optional<std::string> readAll(const std::string &path) {
  std::ifstream in(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  return in.is_open() && !in.bad() ? std::optional(std::move(text)) : std::nullopt;
}

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

} // namespace

int main(int argc, char **argv) {
  RunOptions options;
  options.out = "";
  CoreSizes sizes;
  std::string input;
  CLI::App app{"Proves what a theory states on a simulated Logic Block machine"};
  app.add_option("image", input, "What mplc --target=lbm wrote")->required();
  addRunOptions(app, options);
  addSizeOptions(app, sizes);
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  if (options.out.empty())
    options.out = std::filesystem::path(input).stem().string() + ".out";

  const auto bytes = readAll(input);
  if (!bytes)
    return fail("'" + input + "' cannot be read");
  std::string error;
  const auto image = machine::readImage(*bytes, error);
  if (!image)
    return fail("'" + input + "': " + error);
  auto program = calculus::parse(image->program, error);
  if (!program)
    return fail("'" + input + "': " + error);
  error = Theory::refuse(*program);
  if (error.empty() && program->relations.size() != image->tables.size())
    error = "its program and its tables do not belong together";
  if (!error.empty())
    return fail("'" + input + "': " + error);

  sizes.columns = image->columns;
  Theory theory(std::move(*program), {});
  try {
    MachineEngine engine(theory, *image, sizes);
    theory.engine = &engine;
    installSignals(options.grid.seconds);
    const int code = Run(theory, options).run();
    const CoreCounts counts = engine.counts();
    std::printf("machine: %llu cycles, %llu instructions, %zu blocks\n",
                (unsigned long long)counts.cycles,
                (unsigned long long)counts.instructions, engine.records().size());
    return code;
  } catch (const std::runtime_error &e) {
    return fail(e.what());
  }
}
