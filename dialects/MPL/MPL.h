//===- MPL.h - The mpl dialect ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_MPL_MPL_H
#define MPLC_DIALECTS_MPL_MPL_H

#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "dialects/MPL/MPLDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/MPL/MPLTypes.h.inc"

#define GET_OP_CLASSES
#include "dialects/MPL/MPLOps.h.inc"

namespace mplc::mpl {

/// The label of the language document, for instance `P(x(1)(1))`.
std::string label(mlir::Type type);

/// The number of arguments of a primitive atom (`in` 2, `in2` 3, `in3` 4, ...), or
/// 0 if the predicate is not primitive.
unsigned primitiveArity(llvm::StringRef predicate);

} // namespace mplc::mpl

#endif // MPLC_DIALECTS_MPL_MPL_H
