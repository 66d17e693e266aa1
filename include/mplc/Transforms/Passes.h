//===- Passes.h - From formulas to rules ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TRANSFORMS_PASSES_H
#define MPLC_TRANSFORMS_PASSES_H

#include "mlir/Pass/Pass.h"

namespace mplc {

#define GEN_PASS_DECL
#include "lib/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lib/Transforms/Passes.h.inc"

} // namespace mplc

#endif // MPLC_TRANSFORMS_PASSES_H
