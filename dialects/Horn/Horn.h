//===- Horn.h - The horn dialect --------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_HORN_HORN_H
#define MPLC_DIALECTS_HORN_HORN_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dialects/Horn/HornDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/Horn/HornTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/Horn/HornOps.h.inc"

#endif // MPLC_DIALECTS_HORN_HORN_H
