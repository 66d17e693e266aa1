//===- Parser.h - From MPL text to a checked module -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_PARSER_H
#define MPLC_PARSE_PARSER_H

#include "mplc/Parse/AST.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace llvm {
class SourceMgr;
}

namespace mplc {

struct ParseOptions {
  /// If false, an import is an error and no file is ever opened.
  bool followImports = true;
  /// Folders in which `(import <name>)` looks, in order, and `(import "path")`
  /// after the importing file's own.
  std::vector<std::string> libraryPaths;
};

/// Parses the last buffer of `sources` and, through it, whatever it imports
/// (added to `sources` as further buffers; paths are relative to the importing
/// file). Every error is reported through `sources`; the result is null if
/// there was one. Names and types are not looked at.
std::unique_ptr<Module> parse(llvm::SourceMgr &sources,
                              const ParseOptions &options = {});

/// Resolves names, checks arities, scopes and recursion, and infers types;
/// brings the definitions into an order in which each stands before its first
/// use. Reports through `sources`; false if there was an error. Warnings do not
/// count.
bool analyse(Module &module, llvm::SourceMgr &sources);

/// A checked module in which premises, and parts of existential heads, are literals:
/// other formulas there are atoms of definitions of their own, each before its first
/// use, called calculus::inlinePrefix and a number. What was so before is left as it was.
Module nameSubformulas(const Module &module);

/// Prints one expression in canonical form (no white space).
void print(const Expr &expr, llvm::raw_ostream &os);
std::string toString(const Expr &expr);

/// Prints a module in canonical form, one form after the other, imports
/// expanded. Parsing the text again gives an equal module.
void print(const Module &module, llvm::raw_ostream &os);

/// Only what the theory says: everything but conjectures and explore forms.
void printTheory(const Module &module, llvm::raw_ostream &os);

/// Everything but definitions and the theory, statements as `print` has them.
void printForms(const Module &module, llvm::raw_ostream &os,
                llvm::function_ref<std::string(const Expr &)> print);

/// Prints the tree with kinds and inferred types, for people (`--emit=ast`).
void dumpTree(const Module &module, llvm::raw_ostream &os);

} // namespace mplc

#endif // MPLC_PARSE_PARSER_H
