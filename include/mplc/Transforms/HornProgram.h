//===- HornProgram.h - From the horn dialect to plain data ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TRANSFORMS_HORNPROGRAM_H
#define MPLC_TRANSFORMS_HORNPROGRAM_H

#include "mplc/Calculus/Plan.h"
#include "mplc/Calculus/Program.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Support/LLVM.h"

namespace mplc {

/// The program that a specialised horn module states (after the passes
/// horn-specialise-constants and horn-infer-keys). Relations, constants and rules
/// are numbered in the order of their ops.
mlir::FailureOr<calculus::Program> programOf(mlir::ModuleOp module);

/// What kernels are made for: a matcher for each active rule, then one for each
/// horn.build op, in the order of the ops, each with the op that it comes from.
struct SourcedMatcher {
  mlir::Operation *op;
  calculus::Matcher matcher;
};
std::vector<SourcedMatcher> matchersOf(mlir::ModuleOp module,
                                       const calculus::Program &program);

} // namespace mplc

#endif // MPLC_TRANSFORMS_HORNPROGRAM_H
