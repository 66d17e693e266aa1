//===- Process.h - What tools ask of the operating system -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_SUPPORT_PROCESS_H
#define MPLC_SUPPORT_PROCESS_H

#include <fcntl.h>

namespace mplc {

/// The value of a signal that `mplc run` passes on to the program that it runs, which
/// may have got the same signal by itself.
constexpr int passedOnMark = 0x6d706c;

/// Takes the numbers 0 to 2 if they are closed, so that no file gets them and what is
/// printed does not end up in it. Nothing can be written to what takes them.
inline void holdStandardFiles() {
  for (int file = 0; file <= 2; ++file)
    if (fcntl(file, F_GETFD) < 0)
      (void)::open("/dev/null", O_RDONLY); // The lowest free number.
}

} // namespace mplc

#endif // MPLC_SUPPORT_PROCESS_H
