//===- Completion.h - Ordered completion ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_COMPLETION_H
#define MPLRT_REWRITE_COMPLETION_H

#include "runtime/rewrite/Rewriter.h"

#include <deque>
#include <functional>
#include <set>

namespace mplrt::rewrite {

/// Ordered completion (Knuth and Bendix, 1970; Bachmair, Dershowitz and Plaisted,
/// Completion without failure, 1989): equations are overlapped, least weight first,
/// until the sides of a goal, rewritten as far as they go, are the same term. Goals
/// without variables; complete for these but for the bounds.
///
/// Not looked at: overlaps whose matched part can itself be rewritten below (prime
/// critical pairs: Kapur, Musser and Narendran, 1988), equations that hold by
/// associativity and commutativity alone, if both are known (all of their ground
/// instances join with x(yz) = y(xz): Martin and Nipkow, 1990), and instances of what
/// is there.
class Completion {
public:
  Completion(Terms &terms, Order::Kind kind)
      : terms(terms), rewriter(terms, kind) {}

  /// Equations that hold; their numbers are 0, 1, .. in the order of the calls.
  EquationId addAxiom(TermId left, TermId right);
  /// One that is to be proved; the number of the goal.
  size_t addGoal(TermId left, TermId right);
  /// Instead: values of the variables are asked for that make the sides equal. They are
  /// found by narrowing, and the instance is then a goal.
  void ask(TermId left, TermId right);
  void setLeast(Sort sort, TermId constant) { rewriter.setLeast(sort, constant); }

  /// Goes on until a goal is proved, nothing is left, or so much work is done in
  /// all: critical pairs and rewrite steps.
  void run(uint64_t work, const std::function<bool()> &isStopped);
  /// Some goal is proved.
  bool isDone() const;
  size_t provedGoal() const;
  /// Of a goal that is an instance of what was asked: the values.
  const Terms::Substitution &answer(size_t goal) const { return goals[goal].answer; }
  /// Of a goal that is proved: from its left side to its right side.
  const Chain &proof(size_t goal) const { return goals[goal].left.chain; }
  bool isExhausted() const { return exhausted; }
  uint64_t work() const { return pairsMade + rewriter.steps(); }
  const Rewriter &equations() const { return rewriter; }

  struct Statistics {
    uint64_t given = 0, active = 0, waiting = 0, joined = 0, permuted = 0;
  };
  Statistics statistics;

private:
  /// Equation `second` applied inside a side of equation `first`.
  struct Pair {
    EquationId first, second;
    uint16_t position; ///< In preorder.
    bool firstForward, secondForward;
  };
  struct Side {
    TermId start, now;
    Chain chain;
  };
  struct Goal {
    Side left, right;
    bool isProved = false;
    Terms::Substitution answer;
  };
  /// What is left of the question if the variables are what `answer` says.
  struct Question {
    TermId left, right;
    Terms::Substitution answer;
    uint32_t depth; ///< Narrowing steps.
  };
  /// One direction in which an active equation is overlapped.
  struct Use {
    EquationId equation;
    bool isForward;
    TermId from, to, shiftedFrom, shiftedTo;
    std::vector<std::pair<Terms::Path, TermId>> positions;
  };
  struct Superposed {
    TermId peak, left, right;
    Terms::Path path;
    TermId inner, innerTo; ///< What stood at the path, and stands there now.
  };

  bool given(TermId left, TermId right, Chain chain);
  bool simplify(TermId &left, TermId &right, Chain *chain);
  bool isInstance(TermId left, TermId right);
  bool isKnownPermutation(TermId left, TermId right);
  TermId sorted(TermId t);
  void gather(Symbol f, TermId t, std::vector<TermId> &parts);
  void noteLaws(EquationId e);
  void interreduce(EquationId e);
  void activate(EquationId e, bool overlaps);
  void removeUses(EquationId e);
  void overlapAll(EquationId e);
  void overlap(const Use &outer, const Use &inner);
  bool superpose(const Use &outer, size_t position, const Use &inner, Superposed &out);
  Use makeUse(EquationId e, bool isForward);
  void push(const Pair &pair, TermId left, TermId right);
  bool pop(Pair &pair);
  bool isLive(EquationId e) const {
    return rewriter.equation(e).isActive || isReplaced[e];
  }
  void take(const Pair &pair);
  void checkGoals();
  void joinByInstance(Goal &goal);
  //===--- Questions (Narrowing.cpp) -----------------------------------------//
  void narrowAll(EquationId e);
  void narrow(size_t question, const Use &use);
  void narrowInside(size_t question, bool isLeft, TermId t, Terms::Path &path,
                    const Use &use);
  void addQuestion(Question question);
  void answerBy(const Question &question);

  Terms &terms;
  Rewriter rewriter;
  std::vector<Goal> goals;
  std::vector<Question> questions;
  std::set<std::pair<TermId, TermId>> askedBefore;
  std::deque<EquationId> axioms, again;
  std::vector<Use> uses; ///< Of active equations, in order.
  std::vector<bool> isReplaced; ///< Its right side was rewritten; what it made stays.
  std::vector<Pair> pairs;
  std::vector<bool> isTaken;
  std::vector<std::pair<uint32_t, uint32_t>> heap; ///< Score and number.
  size_t oldest = 0;
  std::vector<bool> commutes, associates; ///< By symbol.
  uint64_t pairsMade = 0;
  Terms::Substitution values;
  bool exhausted = false;
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_COMPLETION_H
