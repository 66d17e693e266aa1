//===- Rewriter.h - Equations as rewrite rules ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_REWRITER_H
#define MPLRT_REWRITE_REWRITER_H

#include "runtime/rewrite/Index.h"
#include "runtime/rewrite/Order.h"

#include <map>

namespace mplrt::rewrite {

using EquationId = uint32_t;

/// One use of an equation: the term at a position, which is an instance of one side,
/// becomes the same instance of the other.
struct Step {
  EquationId equation = 0;
  bool isForward = true; ///< From left to right.
  Terms::Path path;
  TermId before = noTerm, after = noTerm; ///< At the position.
};
/// From the left side of what it proves to the right side.
using Chain = std::vector<Step>;

/// The chain from the other end.
Chain reversed(Chain chain);
/// With the variables replaced.
Chain substitute(Terms &terms, const Chain &chain, const Terms::Substitution &values);

/// x y = y x
bool isCommutativity(const Terms &terms, TermId left, TermId right);
/// (x y) z = x (y z)
bool isAssociativity(const Terms &terms, TermId left, TermId right);

/// An equation for all values of its variables. It never changes; what simplifies it
/// makes another one, since proofs refer to it.
struct Equation {
  TermId left = noTerm, right = noTerm;
  bool isDerived = false; ///< Follows by `proof`; otherwise given from outside.
  Chain proof;
  bool isOriented = false; ///< left > right; otherwise neither side is greater.
  bool isActive = false;
  /// Whether a side has variables that the other one has not.
  bool leftIsWider = false, rightIsWider = false;
};

/// Equations, some of them active: these rewrite terms to smaller ones. One whose
/// sides no order tells apart rewrites where the instance gets smaller (ordered
/// rewriting: Martin and Nipkow, 1990).
class Rewriter {
public:
  Rewriter(Terms &terms, Order::Kind kind)
      : terms(terms), order(terms, kind), index(terms) {}

  /// Renames the variables to 0, 1, .. and puts the greater side left.
  EquationId add(TermId left, TermId right, bool isDerived, Chain proof);
  void activate(EquationId e);
  void deactivate(EquationId e);
  const Equation &equation(EquationId e) const { return equations[e]; }
  size_t size() const { return equations.size(); }

  /// The normal form; the steps that lead there are appended to `chain` if there is
  /// one, below the position `at`.
  TermId normalise(TermId t, Chain *chain, const Terms::Path &at = {});
  /// Whether the equation rewrites the term somewhere.
  bool isReducibleBy(TermId t, EquationId e);
  /// What is put for variables of a right side that the left side does not bind.
  void setLeast(Sort sort, TermId constant) { least[sort] = constant; }

  /// The term with the least constants for its variables; noTerm, if there is none.
  TermId close(TermId t);

  uint64_t steps() const { return numSteps; }
  const Order &reductionOrder() const { return order; }
  Terms &graph() { return terms; }

private:
  static uint32_t use(EquationId e, bool isForward) { return e * 2 + isForward; }
  TermId rewriteAtRoot(TermId t, EquationId &by, bool &isForward);
  TermId instantiate(TermId side);
  bool apply(EquationId e, bool isForward, TermId t, TermId &result);

  Terms &terms;
  Order order;
  Index index;
  std::vector<Equation> equations;
  std::map<Sort, TermId> least;
  Terms::Substitution values;
  uint32_t stamp = 1; ///< Of the set of active equations.
  uint64_t numSteps = 0;
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_REWRITER_H
