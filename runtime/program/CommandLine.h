//===- CommandLine.h - Options of a run -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_COMMANDLINE_H
#define MPLRT_PROGRAM_COMMANDLINE_H

#include "runtime/program/Run.h"

#include <optional>

namespace CLI {
class App;
}

namespace mplrt {

/// Adds the options of docs/output.md.
void addRunOptions(CLI::App &app, RunOptions &options);
/// Parses; the exit code if the program ends here.
std::optional<int> parseRunOptions(CLI::App &app, RunOptions &options, int argc,
                                   char **argv);

/// From now on an interrupt, or the end of this time (0: none), ends the run
/// cleanly.
void installSignals(double seconds);

/// Says if the stack is smaller than 8 MB. Where memory ends (ulimit -v) the run is
/// asked to end, with some that was kept for that; where that ends too, the program
/// does, with a message.
void prepareForLittle();

} // namespace mplrt

#endif // MPLRT_PROGRAM_COMMANDLINE_H
