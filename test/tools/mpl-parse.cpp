//===- mpl-parse.cpp - The front end alone --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parses and analyses one file and prints it, so that the front end can be
// tested without the rest of the compiler. Reads standard input for `-`.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

namespace cl = llvm::cl;

enum class Emit { AST, Source };

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::OptionCategory category("mpl-parse options");
  cl::opt<std::string> input(cl::Positional, cl::desc("<file>"), cl::init("-"),
                             cl::cat(category));
  cl::opt<Emit> emit(
      "emit", cl::desc("What to print"),
      cl::values(
          clEnumValN(Emit::AST, "ast", "the tree with inferred types"),
          clEnumValN(Emit::Source, "mpl-source", "MPL in canonical form")),
      cl::init(Emit::AST), cl::cat(category));
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, "MPL parser and printer\n");

  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(input);
  if (!buffer) {
    llvm::errs() << "error: cannot open '" << input
                 << "': " << buffer.getError().message() << '\n';
    return 1;
  }
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
  std::unique_ptr<mplc::Module> module = mplc::parse(sources);
  if (!module || !mplc::analyse(*module, sources))
    return 1;
  if (emit == Emit::AST)
    mplc::dumpTree(*module, llvm::outs());
  else
    mplc::print(*module, llvm::outs());
  return 0;
}
