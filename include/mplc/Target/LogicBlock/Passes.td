//===- Passes.td - From plan to the Logic Block machine ----*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TARGET_LOGICBLOCK_PASSES
#define MPLC_TARGET_LOGICBLOCK_PASSES

include "mlir/Pass/PassBase.td"

def ConvertPlanToLBM : Pass<"convert-plan-to-lbm", "::mlir::ModuleOp"> {
  let summary = "Turn kernels into plans of a Logic Block core";
  let description = [{
    Each `plan.kernel` and each `plan.instance` of a shape becomes a `lbm.plan`, a
    straight line of instructions. Tables get the sorts of their columns, and the
    rules that license witnesses become routines; both come from `plan.program`,
    which stays.
  }];
  let dependentDialects = ["::mplc::lbm::LBMDialect"];
  let statistics = [
    Statistic<"numPlans", "plans", "Plans made">,
    Statistic<"numRoutines", "routines", "Routines made">,
    Statistic<"numInstructions", "instructions", "Instructions of both">
  ];
}

def LBMAllocateRegisters : Pass<"lbm-allocate-registers", "::mlir::ModuleOp"> {
  let summary = "Choose a register for each value";
  let description = [{
    Values that find no register are made again where they are used: fetched from
    the row that they were matched in, or loaded. A plan whose iterators hold more
    values than there are registers is an error.
  }];
  let dependentDialects = ["::mplc::lbm::LBMDialect"];
  let statistics = [
    Statistic<"numRemade", "remade", "Instructions added to make values again">,
    Statistic<"numRegisters", "registers", "Registers of the plan that has most">
  ];
}

def LBMAllocateBanks : Pass<"lbm-allocate-banks", "::mlir::ModuleOp"> {
  let summary = "Spread the lists of tables over the banks of the head memory";
  let description = [{
    The columns of a table stand in different banks, so that all heads of a row are
    read at once. Where the first one stands is free; wide tables first, each goes
    where least is. What a new constant costs is the lists of the fullest bank.
  }];
  let dependentDialects = ["::mplc::lbm::LBMDialect"];
  let statistics = [
    Statistic<"numLists", "lists", "Lists in all">,
    Statistic<"numFullest", "fullest", "Lists of the fullest bank">
  ];
}

#endif // MPLC_TARGET_LOGICBLOCK_PASSES
