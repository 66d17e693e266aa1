//===- LBMTypes.td - Types of the lbm dialect --------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LBM_TYPES
#define MPLC_LBM_TYPES

include "LBMDialect.td"
include "mlir/IR/AttrTypeBase.td"

def LBM_Reg : TypeDef<LBM_Dialect, "Reg"> {
  let mnemonic = "reg";
  let summary = "A binding register";
  let description = [{
    Holds the id of a constant. `!lbm.reg` stands for any register,
    `!lbm.reg<5>` for r5.
  }];
  let parameters = (ins DefaultValuedParameter<"int32_t", "-1">:$number);
  let assemblyFormat = "(`<` $number^ `>`)?";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    bool isAllocated() const { return getNumber() >= 0; }
  }];
}

#endif // MPLC_LBM_TYPES
