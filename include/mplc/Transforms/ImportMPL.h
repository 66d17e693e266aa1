//===- ImportMPL.h - From the syntax tree to the mpl dialect ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TRANSFORMS_IMPORTMPL_H
#define MPLC_TRANSFORMS_IMPORTMPL_H

#include "mplc/Parse/AST.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace llvm {
class SourceMgr;
}

namespace mplc {

/// The module of the mpl dialect that states an analysed tree. Every operation
/// is located at the line and column in `sources` that it comes from, so that
/// what passes have to say points at the source. Cannot fail.
mlir::OwningOpRef<mlir::ModuleOp> importModule(const Module &module,
                                               llvm::SourceMgr &sources,
                                               mlir::MLIRContext &context);

} // namespace mplc

#endif // MPLC_TRANSFORMS_IMPORTMPL_H
