//===- Syntax.h - Expressions as they are written ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tree that the parser builds: the relational expressions of the core,
// whose arguments may be terms, and the readable forms around them. Formulas
// and terms share one type, since `a <= b` is either, by where it stands.
// Desugaring turns it into `Expr`; formatting and editors read it as it is.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_SYNTAX_H
#define MPLC_PARSE_SYNTAX_H

#include "mplc/Parse/AST.h"

namespace mplc {

/// One expression as written.
///
///   Name         name
///   Application  name(operands): a function's value or, as a formula, a relation
///   Infix        operands[0] name operands[1]; connectives, `=`, `!=` and `in`
///                included
///   Not          'not' operands[0]
///   Quantifier   name is forall, exists or unique; variables, each with the
///                index of its set in `sets` or -1; operands = {body}
///   Atom, Equality, Conjunction, Implication, Negation: as in Expr, the
///                arguments of atoms and equalities in `operands`, the variables
///                of an implication in `variables`
struct Syntax {
  enum class Kind {
    Name,
    Application,
    Infix,
    Not,
    Quantifier,
    Atom,
    Equality,
    Conjunction,
    Implication,
    Negation,
  };
  Kind kind;
  llvm::SMLoc loc; ///< Where the expression starts.
  llvm::SMLoc nameLoc;
  std::string name;
  std::vector<Identifier> variables;
  std::vector<int> setOf;
  std::vector<Identifier> sets;
  std::vector<SyntaxPtr> operands;
  bool bracketed = false; ///< Stands in round brackets of its own.
  unsigned height = 0;    ///< Of the tree; the parser bounds it.

  bool isInfix(const char *op) const { return kind == Kind::Infix && name == op; }
};

/// Is this an expression of the core as it stands, without any term?
bool isCore(const Syntax &syntax);

/// The precedence of an infix operator or connective; higher binds stronger.
/// Operators that are not listed have `other` and are not mixed with those
/// that stand between terms.
struct Precedence {
  enum Level {
    iff = 1,
    implies,
    disjunction,
    conjunction,
    negation,
    relation,
    other,
    concatenation,
    sum,
    product,
    power,
  };
  Level level;
  enum class Side { Left, Right, None } side;
};
Precedence precedenceOf(const std::string &name);
/// The words that connect formulas: and, or, implies, iff, not, in, forall,
/// exists, unique.
bool isWordOfFormulas(const std::string &name);

/// MPL's word for a connective of another language; empty if `name` is none.
std::string ourWordFor(const std::string &name);

/// The names of `syntax` that nothing in it binds, in order of first
/// occurrence, each at its first place. Those that only stand where a function,
/// a relation or a set stands are listed if `all`.
std::vector<Identifier> freeNames(const Syntax &syntax, bool all = true);

} // namespace mplc

#endif // MPLC_PARSE_SYNTAX_H
