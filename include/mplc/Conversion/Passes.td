//===- Passes.td - From horn to plan to LLVM ---------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CONVERSION_PASSES
#define MPLC_CONVERSION_PASSES

include "mlir/Pass/PassBase.td"

def ConvertHornToPlan : Pass<"convert-horn-to-plan", "::mlir::ModuleOp"> {
  let summary = "Plan each rule, once for each premise that may be new";
  let description = [{
    Replaces the relations, rules and build rules of a specialised horn module by
    tables, elements and one `plan.kernel` a rule and pivot, and attaches the
    program's text as `plan.program`. The join order is calculus::plan()'s.
  }];
  let dependentDialects = ["::mplc::plan::PlanDialect"];
  let statistics = [
    Statistic<"numKernels", "kernels", "Kernels made">,
    Statistic<"numProbes", "probes", "Premises matched by a probe">,
    Statistic<"numScans", "scans", "Premises matched by a scan of a list">,
    Statistic<"numAll", "full-scans", "Premises matched by every row">
  ];
}

def PlanShareShapes : Pass<"plan-share-shapes", "::mlir::ModuleOp"> {
  let summary = "Merge kernels that differ in names only";
  let description = [{
    Kernels that are equal up to tables, elements and rule numbers become one
    `plan.shape` with a `plan.instance` each: code that is compiled once. A
    kernel whose shape no other has stays specialised.
  }];
  let options = [
    Option<"minInstances", "min-instances", "unsigned", "2",
           "Share a shape that at least this many kernels have">
  ];
  let statistics = [
    Statistic<"numShapes", "shapes", "Shapes shared">,
    Statistic<"numInstances", "instances", "Kernels that became instances">,
    Statistic<"numSpecialised", "specialised", "Kernels that stayed">
  ];
}

def ConvertPlanToSCF : Pass<"convert-plan-to-scf", "::mlir::ModuleOp"> {
  let summary = "Turn kernels and steps into functions with loops";
  let description = [{
    Each `plan.kernel`, `plan.shape` and `plan.step` becomes a function that calls
    the runtime's support functions (runtime/layout/KernelABI.h): probes and
    comparisons become `scf.if`, scans become `scf.while`. What must be known
    about the functions to build the tables is left as `plan.entry` and
    `plan.step_entry`.
  }];
  let dependentDialects = [
    "::mlir::func::FuncDialect", "::mlir::scf::SCFDialect",
    "::mlir::arith::ArithDialect", "::mlir::LLVM::LLVMDialect"
  ];
  let statistics = [
    Statistic<"numFunctions", "functions", "Functions made">
  ];
}

def EmitKernelTables : Pass<"emit-kernel-tables", "::mlir::ModuleOp"> {
  let summary = "Write the tables by which the runtime finds kernels";
  let description = [{
    Once functions are LLVM functions: `plan.entry` and `plan.program` become the
    globals mplKernels, mplKernelCount, mplProgramText and mplProgramSize;
    `plan.step_entry` becomes mplSteps.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

#endif // MPLC_CONVERSION_PASSES
