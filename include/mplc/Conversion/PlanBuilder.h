//===- PlanBuilder.h - From plans to the plan dialect -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CONVERSION_PLANBUILDER_H
#define MPLC_CONVERSION_PLANBUILDER_H

#include "mplc/Calculus/Plan.h"
#include "mplc/Calculus/Program.h"

#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/ArrayRef.h"

namespace mplc {

/// A matcher and where it comes from.
struct LocatedMatcher {
  mlir::Location location;
  calculus::Matcher matcher;
};

/// Adds to the end of `module` the program's text, its tables and elements, and
/// a kernel for each matcher and pivot in that order.
void buildPlan(mlir::ModuleOp module, const calculus::Program &program,
               llvm::ArrayRef<LocatedMatcher> matchers);

/// Adds a plan.step for every entry of the step library that makes sense; the
/// others stay null: scans that know nothing or the whole row, and keys without
/// a column.
void buildStepLibrary(mlir::ModuleOp module);

} // namespace mplc

#endif // MPLC_CONVERSION_PLANBUILDER_H
