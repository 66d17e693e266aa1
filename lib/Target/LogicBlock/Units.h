//===- Units.h - Between lbm operations and instructions --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TARGET_LOGICBLOCK_UNITS_H
#define MPLC_LIB_TARGET_LOGICBLOCK_UNITS_H

#include "mplc/Machine/Code.h"

#include "dialects/LBM/LBM.h"

#include "mlir/IR/Builders.h"

namespace mplc::lbm {

/// The symbols of tables, by id.
using TableNames = llvm::SmallVector<mlir::StringAttr>;
TableNames tableNames(mlir::ModuleOp module);

/// Adds the instructions at the builder's place. `reg` are numbers of values, or
/// registers if `isAllocated`. The instruction `plan` is left out.
void buildInstructions(mlir::OpBuilder &builder, mlir::Location loc,
                       llvm::ArrayRef<machine::Instruction> code,
                       const TableNames &tables, bool isAllocated);

/// The instructions of a plan (without the instruction `plan`) or routine; values
/// are numbered if they have no registers. Fails, with a diagnostic, if only some
/// have.
mlir::FailureOr<std::vector<machine::Instruction>>
instructionsOf(mlir::Operation *unit);

/// Whether the values of a plan or routine have registers; true if it has none.
bool isAllocated(mlir::Operation *unit);

} // namespace mplc::lbm

#endif // MPLC_LIB_TARGET_LOGICBLOCK_UNITS_H
