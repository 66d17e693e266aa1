//===- Search.h - The search for an equational proof ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_SEARCH_H
#define MPLRT_REWRITE_SEARCH_H

#include "runtime/rewrite/Completion.h"
#include "runtime/rewrite/EquationWriter.h"

namespace mplrt::rewrite {

/// A goal whose head is an equation, from the equations of a program and of theorems,
/// by completion. Premises of the goal that say more than what its terms are called
/// are equations between constants. Can be continued.
class Search {
public:
  Search(const calculus::Program &program,
         const std::vector<const calculus::Conjecture *> &known,
         const calculus::Conjecture &stated, Order::Kind kind);

  /// Whether the goal reads as an equation of terms.
  bool isPossible() const { return head.has_value(); }
  /// Until so much work (Completion::run) is done in all; true if it is proved.
  bool run(uint64_t work, const std::function<bool()> &isStopped);
  /// Nothing was left to do: more work proves no more.
  bool isExhausted() const { return completion.isExhausted(); }
  std::optional<WrittenProof> proof();
  const Completion &state() const { return completion; }

private:
  void readHeadOf(const calculus::Goal &goal);
  void addClause(Source source, const std::vector<calculus::Atom> &premises,
                 uint32_t numVariables, calculus::Rule::Head head,
                 const calculus::Atom &atom, calculus::Term left, calculus::Term right);

  const calculus::Conjecture conjecture; ///< Copies: those of a run move.
  std::deque<calculus::Conjecture> theorems;
  Terms terms;
  Signature signature;
  Completion completion;
  std::vector<Source> sources;
  std::optional<Reading> reading;
  std::optional<HeadEquation> head;
  std::optional<Asked> asked; ///< An existential goal; the head has variables.
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_SEARCH_H
