//===- MPLDialect.td - The mpl dialect ---------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_MPL_DIALECT
#define MPLC_DIALECTS_MPL_DIALECT

include "mlir/IR/OpBase.td"

def MPL_Dialect : Dialect {
  let name = "mpl";
  let summary = "MPL theories as typed logic";
  let description = [{
    A theory file after names are resolved and types are known: definitions, the
    theory with its axioms, and what is to be done with it. A formula is a value
    of type `!mpl.prop`, built from its parts; a term is a value of one of the
    argument types. Bound variables are block arguments, so that use and binding
    are connected as they are in logic.
  }];
  let cppNamespace = "::mplc::mpl";
  let useDefaultTypePrinterParser = 1;
  let extraClassDeclaration = [{ void registerTypes(); }];
}

#endif // MPLC_DIALECTS_MPL_DIALECT
