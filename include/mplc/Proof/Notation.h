//===- Notation.h - What people read ----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_NOTATION_H
#define MPLC_PROOF_NOTATION_H

#include "mplc/Proof/Proof.h"

namespace mplc::proof {

/// A name, or a function applied to terms.
struct Term {
  std::string name;
  std::vector<Term> arguments;

  bool isName() const { return arguments.empty(); }
};

/// `plus(a,s(b))`; a function of two inputs whose name has no letter stands
/// between them, in brackets where it is an input: `(a + b) + c`.
std::string toString(const Term &term);

/// One line of a statement in terms: an equation, or a predicate of terms.
struct Claim {
  std::string predicate; ///< `=`, `in`, or a defined one.
  std::vector<Term> arguments;
};

/// `a + b = b + a`, `a in N`, `P(a)`.
std::string toString(const Claim &claim);

/// A clause in terms: a variable that is the output of a function in one
/// premise is replaced by the application, and that premise is gone.
/// Memberships of variables are listed apart; other premises stay as
/// conditions.
struct Law {
  std::vector<Claim> memberships;
  std::vector<Claim> conditions;
  std::vector<Claim> heads; ///< Conjunction; none for a contradiction.
};

/// The law that a formula states, if it is a universal clause of atoms with an
/// atom, a conjunction of atoms, or a contradiction as its head. None for any
/// other formula.
std::optional<Law> lawOf(const Theory &theory, const FormulaRef &formula);
/// `a + b = b + a`; `if a + c = b + c then a = b`. Memberships are left out.
std::string toString(const Law &law);

/// A path of equalities, each a step read forwards or backwards.
struct Link {
  StepNumber step;
  std::string from, to;
  bool isReversed; ///< The step states `to = from`.
};

/// How the equalities cited by a `chain`, in their order, lead from the left to
/// the right side. None if they do not.
std::optional<std::vector<Link>> chainOf(const Theorem &theorem,
                                         const Step &step);

/// One change that a `rewrite` makes: everywhere that `from` becomes `to`.
/// `isFound` tells whether a cited equality says so; which one is `step`.
struct Change {
  std::string from, to;
  StepNumber step = 0;
  bool isReversed = false;
  bool isFound = false;
};

/// The changes of a `rewrite`, in the order in which they first occur; none if
/// the step that is rewritten has no part of the same shape. `part` is the part
/// (or all) of the rewritten formula that the result comes from.
std::optional<std::vector<Change>>
changesOf(const Theorem &theorem, const Step &step, FormulaRef &part);

/// `from` with the changes number 0 to `count` - 1 made where `to` has them,
/// and `hole` in the places of the change number `count`, if there is one.
FormulaRef withChanges(const FormulaRef &from, const FormulaRef &to,
                       const std::vector<Change> &changes, size_t count,
                       const std::string &hole);

/// Removes steps that nothing leads to from the ends of their blocks.
void trim(Theorem &theorem);

} // namespace mplc::proof

#endif // MPLC_PROOF_NOTATION_H
