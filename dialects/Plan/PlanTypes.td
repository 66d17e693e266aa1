//===- PlanTypes.td - Types and attributes of the plan dialect -*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PLAN_TYPES
#define MPLC_PLAN_TYPES

include "PlanDialect.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"

def Plan_Id : TypeDef<Plan_Dialect, "Id"> {
  let mnemonic = "id";
  let summary = "A constant of a Logic Block";
  let description = [{
    The small number by which a block knows a constant, always the
    representative of its class: two are equal if and only if the block knows
    the constants to be equal.
  }];
}

def Plan_Bound : I32EnumAttr<"Bound", "which rows a premise may match", [
    I32EnumAttrCase<"Older", 0, "older">,
    I32EnumAttrCase<"Upto", 1, "upto">,
    I32EnumAttrCase<"Given", 2, "given">]> {
  let cppNamespace = "::mplc::plan";
  let description = [{
    `older`: rows strictly older than the pivot's row. `upto`: also that row
    itself. `given`: as the step's descriptor says.
  }];
}

def Plan_StepField : I32EnumAttr<"StepField", "a field of the step library", [
    I32EnumAttrCase<"Enter", 0, "enter">,
    I32EnumAttrCase<"ProbeFunction", 1, "probe_function">,
    I32EnumAttrCase<"ProbeRelation", 2, "probe_relation">,
    I32EnumAttrCase<"Scan", 3, "scan">,
    I32EnumAttrCase<"All", 4, "all">,
    I32EnumAttrCase<"DeriveFunction", 5, "derive_function">,
    I32EnumAttrCase<"DeriveRelation", 6, "derive_relation">,
    I32EnumAttrCase<"Create", 7, "create">,
    I32EnumAttrCase<"Equate", 8, "equate">,
    I32EnumAttrCase<"Refute", 9, "refute">,
    I32EnumAttrCase<"Reach", 10, "reach">,
    I32EnumAttrCase<"Same", 11, "same">]> {
  let cppNamespace = "::mplc::plan";
}

#endif // MPLC_PLAN_TYPES
