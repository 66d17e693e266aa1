//===- Main.cpp - The main program of every compiled theory ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Support/Process.h"
#include "runtime/program/CommandLine.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

using namespace mplrt;

int main(int argc, char **argv) {
  mplc::holdStandardFiles();
  prepareForLittle();
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
  try {
    return Run(theory, options).run();
  } catch (const std::exception &e) { // Of a library: no thread can be made.
    std::fprintf(stderr, "error: %s\n", e.what());
    return Failed;
  }
}
