//===- TermPrinter.h - The core as terms and formulas -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_TERMPRINTER_H
#define MPLC_PARSE_TERMPRINTER_H

#include "mplc/Parse/AST.h"

#include "llvm/Support/raw_ostream.h"

#include <memory>

namespace mplc {

/// Prints expressions of a module, which has been analysed, as one writes them
/// by hand: `(a + b) + c = a + (b + c)`. Each text is read again before it is
/// given out and must be the same statement up to names of variables and the
/// order of premises; what cannot be said that way is printed in the core.
class TermPrinter {
public:
  explicit TermPrinter(const Module &module);
  ~TermPrinter();

  /// A statement or an axiom about the constants of the theory.
  std::string statement(const Expr &expr) const;
  /// A `(define ..)` form.
  std::string definition(const Definition &definition) const;
  /// The whole module: definitions and axioms a part a line.
  void print(llvm::raw_ostream &os) const;

private:
  struct State;
  std::unique_ptr<State> state;
};

/// Are two expressions the same up to the names of bound variables, the order
/// of the parts of conjunctions, and double negations?
bool isSameStatement(const Expr &left, const Expr &right);

} // namespace mplc

#endif // MPLC_PARSE_TERMPRINTER_H
