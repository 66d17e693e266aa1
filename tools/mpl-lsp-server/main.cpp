//===- main.cpp - The language server of MPL ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Server.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/LSP/Logging.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdio>

namespace cl = llvm::cl;
namespace path = llvm::sys::path;

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::OptionCategory category("Options");
  cl::list<std::string> includes(
      "I", cl::value_desc("folder"), cl::Prefix, cl::cat(category),
      cl::desc("Where to look for imported files, before the library"));
  cl::opt<unsigned> seconds(
      "seconds", cl::init(10), cl::cat(category),
      cl::desc("Time for a conjecture that is run (default: 10)"));
  cl::HideUnrelatedOptions(category);
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "mpl-lsp-server " MPLC_VERSION "\n";
  });
  cl::ParseCommandLineOptions(
      argc, argv, "Serves editors by the Language Server Protocol, on standard "
                  "input and output\n");

  llvm::SmallString<128> folder(llvm::sys::fs::getMainExecutable(
      argv[0], reinterpret_cast<void *>(&main)));
  path::remove_filename(folder);
  mplc::lsp::ServerOptions options;
  options.libraryPaths.assign(includes.begin(), includes.end());
  options.seconds = seconds;
  llvm::SmallString<128> place(folder);
  path::append(place, "mplc");
  options.compiler = place.str().str();
  place = folder;
  path::append(place, "..", "share", "mplc", "mpl");
  path::remove_dots(place, /*remove_dot_dot=*/true);
  options.libraryPaths.push_back(place.str().str());

  llvm::lsp::Logger::setLogLevel(llvm::lsp::Logger::Level::Error);
  llvm::lsp::JSONTransport transport(stdin, llvm::outs());
  return mplc::lsp::serve(transport, options);
}
