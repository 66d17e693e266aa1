//===- Joiner.h - Equations that hold by rewriting alone --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_JOINER_H
#define MPLRT_REWRITE_JOINER_H

#include "runtime/rewrite/EquationWriter.h"

#include <deque>

namespace mplrt::rewrite {

/// The equations of a program and of theorems, oriented by the path order, in which
/// functions that come later are larger: definitions unfold and products distribute
/// over sums. Nothing is completed but that of a function that commutes and associates
/// x(yz) = y(xz) is known: so sums have one form.
class Joiner {
public:
  explicit Joiner(const calculus::Program &program);

  /// What has been proved, if it is an equation.
  void add(const calculus::Conjecture &theorem);
  /// Whether it is an equation without conditions between terms.
  bool isEquation(const calculus::Conjecture &conjecture);
  /// The proof of an equation without conditions whose sides have one normal form.
  std::optional<WrittenProof> prove(const calculus::Conjecture &conjecture);

private:
  void addClause(Source source, const std::vector<calculus::Atom> &premises,
                 uint32_t numVariables, calculus::Rule::Head head,
                 const calculus::Atom &atom, calculus::Term left, calculus::Term right);
  void noteLaw(EquationId e);
  void addExchange(Symbol f);

  std::deque<calculus::Conjecture> theorems;
  Terms terms;
  Signature signature;
  Rewriter rewriter;
  std::vector<Source> sources; ///< By equation; of derived ones, nothing.
  struct Laws {
    EquationId commutes = ~0u, associates = ~0u;
    bool isDone = false;
  };
  std::map<Symbol, Laws> laws;
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_JOINER_H
