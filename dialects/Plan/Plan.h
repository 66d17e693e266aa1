//===- Plan.h - The plan dialect --------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_PLAN_PLAN_H
#define MPLC_DIALECTS_PLAN_PLAN_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dialects/Plan/PlanDialect.h.inc"
#include "dialects/Plan/PlanEnums.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/Plan/PlanTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/Plan/PlanOps.h.inc"

namespace mplc::plan {

/// What `name` refers to in `from`: the innermost enclosing shape, step or
/// module that declares it; null if none does.
mlir::Operation *lookup(mlir::Operation *from, mlir::FlatSymbolRefAttr name);
TableOp lookupTable(mlir::Operation *from, mlir::FlatSymbolRefAttr name);
ElementOp lookupElement(mlir::Operation *from, mlir::FlatSymbolRefAttr name);

} // namespace mplc::plan

#endif // MPLC_DIALECTS_PLAN_PLAN_H
