//===- Passes.h - From horn to plan to LLVM ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CONVERSION_PASSES_H
#define MPLC_CONVERSION_PASSES_H

#include "mlir/Pass/Pass.h"

namespace mplc {

#define GEN_PASS_DECL
#include "lib/Conversion/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "lib/Conversion/Passes.h.inc"

/// From kernels, shapes and steps to the LLVM dialect: the passes of this
/// library, with MLIR's standard conversions between them. Also available as
/// the pipeline `convert-plan-to-llvm`.
void addPlanToLLVMPasses(mlir::OpPassManager &passes);

/// Registers that pipeline.
void registerConversionPipelines();

} // namespace mplc

#endif // MPLC_CONVERSION_PASSES_H
