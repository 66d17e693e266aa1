//===- TestKernels.cpp - Which library of tests runs here -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/kernel/TestKernels.h"

namespace mplrt {

const TestKernels &testKernels() {
#ifdef MPLRT_HAS_WIDE_TESTS
  static const bool isWide = __builtin_cpu_supports("x86-64-v3");
  if (isWide)
    return mplTestsWide;
#endif
  return mplTestsGeneric;
}

} // namespace mplrt
