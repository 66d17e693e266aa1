//===- Main.cpp - The main program of every compiled theory ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Exit codes (docs/output.md): 0 every conjecture proved, 1 some are not,
// 2 wrong options, 3 the axioms are contradictory, 4 interrupted, 5 output could
// not be written or the program is damaged.
//
//===----------------------------------------------------------------------===//

#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <cstdio>

using namespace mplrt;

int main(int argc, char **argv) {
  std::string error;
  auto program = calculus::parse({mplProgramText, mplProgramSize}, error);
  if (program && error.empty())
    error = Theory::refuse(*program);
  if (!program || !error.empty()) {
    std::fprintf(stderr, "error: %s\n", error.c_str());
    return Failed;
  }

  RunOptions options;
  options.out = std::filesystem::path(argv[0]).filename().string() + ".out";
  CLI::App app{"Proves what the theory " + program->theory + " states."};
  addRunOptions(app, options);
  if (const auto code = parseRunOptions(app, options, argc, argv))
    return *code;
  const Theory theory(std::move(*program), {mplKernels, mplKernelCount});
  installSignals(options.grid.seconds);
  return Run(theory, options).run();
}
