//===- ExitCode.h - How every tool says how it ended ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_SUPPORT_EXITCODE_H
#define MPLC_SUPPORT_EXITCODE_H

namespace mplc {

/// One table for all tools (docs/output.md). Codes above 128 are signals.
enum ExitCode : int {
  Done = 0,          ///< Nothing to complain of.
  AllProved = Done,  ///< Of a theory: every stated conjecture.
  SomeOpen = 1,      ///< Something is open or refuted; of a checker: rejected.
  WrongUsage = 2,    ///< Wrong options or arguments.
  Contradictory = 3, ///< The axioms imply false.
  Interrupted = 4,   ///< By a signal; what was proved is written.
  Failed = 5,        ///< The machine: files, memory, the linker, a damaged program.
  BadSource = 6,     ///< An error in the source, or in another file that is read.
};

} // namespace mplc

#endif // MPLC_SUPPORT_EXITCODE_H
