//===- HornDialect.td - The horn dialect -------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_HORN_DIALECT
#define MPLC_DIALECTS_HORN_DIALECT

include "mlir/IR/OpBase.td"

def Horn_Dialect : Dialect {
  let name = "horn";
  let summary = "MPL theories as rules over relations";
  let description = [{
    What a theory is after its definitions have become clauses: relations, rules
    that match facts and derive others, goals. Every rule says which clause of
    the source it is an instance of and how it meets that clause's premises, so
    that a proof can cite the source and not the compiler.

    A program is general at first: relations have columns that hold sets and
    functions, and the rules of a definition are templates. Specialisation on
    constants leaves element columns only, which is what everything later reads.

    Constants, relations, rules and goals are each a name space of their own, by
    `@name`; references are checked by `horn.program`.
  }];
  let cppNamespace = "::mplc::horn";
  let useDefaultTypePrinterParser = 1;
  let extraClassDeclaration = [{ void registerTypes(); }];
}

#endif // MPLC_DIALECTS_HORN_DIALECT
