//===- MPLTypes.td - Types of the mpl dialect --------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_MPL_TYPES
#define MPLC_DIALECTS_MPL_TYPES

include "MPLDialect.td"
include "mlir/IR/AttrTypeBase.td"

class MPL_Type<string name, string typeMnemonic> : TypeDef<MPL_Dialect, name> {
  let mnemonic = typeMnemonic;
}

def MPL_ElemType : MPL_Type<"Elem", "elem"> {
  let summary = "an element, `(1)`";
  let description = "The type of the individuals that a theory is about.";
}

def MPL_PowerType : MPL_Type<"Power", "power"> {
  let summary = "a set, `P(T)`";
  let description = [{
    A set of members of type T. A relation is a set of pairs; a unary function
    `P(x(1)(1))` is `!mpl.power<!mpl.product<!mpl.elem, !mpl.elem>>`.
  }];
  let parameters = (ins "::mlir::Type":$member);
  let assemblyFormat = "`<` $member `>`";
}

def MPL_ProductType : MPL_Type<"Product", "product"> {
  let summary = "a pair, `x(T)(U)`";
  let description = "Pairs of a T and a U; longer tuples nest to the right.";
  let parameters = (ins "::mlir::Type":$left, "::mlir::Type":$right);
  let assemblyFormat = "`<` $left `,` $right `>`";
}

def MPL_PropType : MPL_Type<"Prop", "prop"> {
  let summary = "a formula";
  let description = "A proposition. Not a type of arguments.";
}

def MPL_Argument : AnyTypeOf<[MPL_ElemType, MPL_PowerType],
                             "element, set or function">;

#endif // MPLC_DIALECTS_MPL_TYPES
