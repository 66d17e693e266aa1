//===- mplc.cpp - The compiler --------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tools/mplc/Pipeline.h"

#include "mplc/Support/Process.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/Path.h"

int main(int argc, char **argv) {
  mplc::holdStandardFiles();
  llvm::InitLLVM init(argc, argv);
  const mplc::CommandLine line = mplc::parseCommandLine(argc, argv);
  if (line.exitCode)
    return *line.exitCode;

  // ../lib, beside the folder of this executable, built or installed.
  llvm::SmallString<128> libraries(llvm::sys::fs::getMainExecutable(
      argv[0], reinterpret_cast<void *>(&main)));
  llvm::sys::path::remove_filename(libraries);
  llvm::sys::path::append(libraries, "..", "lib");
  llvm::sys::path::remove_dots(libraries, /*remove_dot_dot=*/true);
  return line.options.run ? mplc::compileAndRun(line.options, libraries)
                          : mplc::compile(line.options, libraries);
}
