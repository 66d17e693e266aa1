//===- Passes.h - From plan to the Logic Block machine ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TARGET_LOGICBLOCK_PASSES_H
#define MPLC_TARGET_LOGICBLOCK_PASSES_H

#include "mplc/Machine/Image.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

#include <optional>

namespace mplc {

#define GEN_PASS_DECL
#include "lib/Target/LogicBlock/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lib/Target/LogicBlock/Passes.h.inc"

/// The three passes, from plan to an lbm module that is ready to be an image.
void addPlanToLBMPasses(mlir::OpPassManager &passes);

/// The image that an lbm module with registers and banks stands for. Nothing, and
/// diagnostics, if something is not allocated or does not fit.
std::optional<machine::Image> imageOf(mlir::ModuleOp module);

} // namespace mplc

#endif // MPLC_TARGET_LOGICBLOCK_PASSES_H
