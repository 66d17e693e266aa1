//===- LBM.h - The lbm dialect ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_LBM_LBM_H
#define MPLC_DIALECTS_LBM_LBM_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"

#include "dialects/LBM/LBMDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/LBM/LBMTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/LBM/LBMOps.h.inc"

#endif // MPLC_DIALECTS_LBM_LBM_H
