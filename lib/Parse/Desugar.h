//===- Desugar.h - From what is written to the core -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_DESUGAR_H
#define MPLC_LIB_PARSE_DESUGAR_H

#include "Diagnostics.h"
#include "Signatures.h"

#include "mplc/Parse/Syntax.h"

#include "llvm/ADT/StringSet.h"

#include <optional>
#include <set>

namespace mplc {

/// A set whose members are written as integers: one constant and one unary
/// constructor on the set itself.
struct Numerals {
  std::string set, zero, successor;
};

/// What a statement may speak about.
struct Context {
  llvm::StringSet<> scope; ///< Constants of the theory or parameters.
  Signatures signatures;
  std::vector<Numerals> numerals;
  const llvm::StringSet<> *definitions = nullptr;
};

/// How a statement's free names are read.
enum class Free {
  ForAll, ///< Of formulas: variables that hold for all of their sets.
  Keep,   ///< As they are: the parameters of a bare expression.
};

/// Turns a formula into the core: terms become premises of the quantifier that
/// binds their arguments. Reports what it cannot read and is null then.
ExprPtr desugar(const Syntax &syntax, const Context &context,
                Diagnostics &diagnostics, Free free = Free::ForAll);

/// `(fact ..)`: one atom about constants and integers. Null if it is none.
ExprPtr desugarFact(const Syntax &syntax, const Context &context);

/// Fills in the bodies of definitions, the axioms, statements and facts of a
/// module, and what its declarations stand for.
void desugar(Module &module, Diagnostics &diagnostics);

//===--- Parts of the core --------------------------------------------------===//

ExprPtr makeExpr(Expr::Kind kind, llvm::SMLoc loc);
ExprPtr copyExpr(const Expr &expr);
/// An expression that isCore(), as it is.
ExprPtr convertCore(const Syntax &syntax);
ExprPtr makeAtom(std::string name, std::vector<Identifier> arguments,
                 llvm::SMLoc loc);
/// `(inK[arguments])`, the set, function or relation last.
ExprPtr makeIn(std::vector<Identifier> arguments, llvm::SMLoc loc);
ExprPtr makeEquality(Identifier left, Identifier right, llvm::SMLoc loc);
/// The opposite: `!A`, and A for `!A`.
ExprPtr makeNegation(ExprPtr expr, llvm::SMLoc loc);
/// One part is itself.
ExprPtr makeConjunction(std::vector<ExprPtr> parts, llvm::SMLoc loc);
ExprPtr makeImplication(std::vector<Identifier> variables,
                        std::vector<ExprPtr> premises, ExprPtr head,
                        llvm::SMLoc loc);

//===--- Declarations -------------------------------------------------------===//

/// Declares constants: their names, sets and induction forms.
void declare(const Declaration &declaration, Theory &theory, Context &context,
             std::vector<Induction> &inductions);
/// The axioms that a declaration stands for, clauses not included. `function`
/// tells whether `fXY` and so on mean what they do in the library.
void axiomsOf(const Declaration &declaration, bool function,
              std::vector<ExprPtr> &axioms);
/// Warns of a function's clauses that are not seen to be complete, free of
/// overlaps and terminating.
void checkClauses(const Declaration &function,
                  const std::vector<const Declaration *> &datatypes,
                  const Context &context, Diagnostics &diagnostics);

} // namespace mplc

#endif // MPLC_LIB_PARSE_DESUGAR_H
