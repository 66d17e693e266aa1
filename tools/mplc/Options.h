//===- Options.h - The command line of mplc ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TOOLS_MPLC_OPTIONS_H
#define MPLC_TOOLS_MPLC_OPTIONS_H

#include "mplc/Support/ExitCode.h"
#include "mplc/Target/Target.h"

#include <optional>
#include <string>
#include <vector>

namespace mplc {

/// What --emit asks for, in the order in which it comes about.
enum class Stage {
  AST,
  Source,
  Terms,
  MPL,
  Horn,
  Plan,
  Product, ///< Of the target: Options::product.
};

struct Options {
  std::string input;
  std::vector<std::string> includes; ///< Of -I.
  std::string output; ///< Empty: as the stage has it.
  Stage stage = Stage::Product;
  const Product *product = nullptr;
  std::optional<unsigned> level;
  const Target *target = nullptr;
  std::string cpu;
  std::string linker;
  /// `mplc run`: compile to a temporary, run it with these arguments.
  bool run = false;
  std::vector<std::string> programArguments;
};

/// Reads the command line. An exit code instead if there is nothing to compile:
/// after --help, --version and --print-targets, or if it is wrong.
struct CommandLine {
  Options options;
  std::optional<int> exitCode;
};
CommandLine parseCommandLine(int argc, char **argv);

} // namespace mplc

#endif // MPLC_TOOLS_MPLC_OPTIONS_H
