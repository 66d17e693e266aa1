//===- Pipeline.h - From a file to what is asked for ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TOOLS_MPLC_PIPELINE_H
#define MPLC_TOOLS_MPLC_PIPELINE_H

#include "tools/mplc/Options.h"

#include "llvm/ADT/StringRef.h"

namespace mplc {

/// Compiles as `options` say. Messages go to standard error. `libraries` is the
/// folder with the runtime library and the support functions.
ExitCode compile(const Options &options, llvm::StringRef libraries);

/// Compiles to a temporary executable, runs it and gives its exit code, or 128
/// and the signal that ended it.
int compileAndRun(Options options, llvm::StringRef libraries);

} // namespace mplc

#endif // MPLC_TOOLS_MPLC_PIPELINE_H
