//===- TestKernels.h - Kernels that test candidates -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CONVERSION_TESTKERNELS_H
#define MPLC_CONVERSION_TESTKERNELS_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/PassManager.h"

namespace mplc {

/// Adds the functions of runtime/kernel/TestKernels.h, written in the vector, arith
/// and scf dialects, and a table of them, the global `table`.
void buildTestKernels(mlir::ModuleOp module, llvm::StringRef table);

/// From there to the LLVM dialect, by MLIR's own conversions.
void addTestKernelsToLLVMPasses(mlir::OpPassManager &passes);

} // namespace mplc

#endif // MPLC_CONVERSION_TESTKERNELS_H
