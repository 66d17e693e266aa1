//===- HornTypes.td - Types of the horn dialect ------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_HORN_TYPES
#define MPLC_DIALECTS_HORN_TYPES

include "HornDialect.td"
include "mlir/IR/AttrTypeBase.td"

def Horn_TermType : TypeDef<Horn_Dialect, "Term"> {
  let mnemonic = "term";
  let summary = "a variable of a rule, or a constant";
  let description = [{
    What an atom is about. Which columns hold elements and which sets or functions
    is a matter of the relation, so terms need no finer types.
  }];
}

#endif // MPLC_DIALECTS_HORN_TYPES
