//===- Plan.cpp - Join order of a rule, one plan a pivot ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Greedy ordering. Blocks are small and most relations are functions, so what
// decides the cost of a join is how early each variable becomes known: a probe
// by key costs one look-up and yields at most one row, and therefore always
// comes first; among scans that of a constructor by its output, which few rows
// share, then the one with the most known columns: it is the most selective and
// leaves the fewest variables open. A unary function by its output leaves one, and goes
// before others with two columns known: of mirror(r) = a and node(l, x, r) = t with a,
// x and even l known the first, as many trees hold an x and a leaf.
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/Plan.h"

#include <bit>

namespace mplc::calculus {

namespace {

/// The variables that have a value so far.
class Known {
public:
  explicit Known(uint32_t numVariables) : known(numVariables, false) {}

  bool has(Term t) const { return isConstant(t) || known[t]; }
  void bind(const Atom &atom) {
    for (Term t : atom.args)
      if (!isConstant(t))
        known[t] = true;
  }
  uint32_t mask(const Atom &atom) const {
    uint32_t bits = 0;
    for (size_t c = 0; c < atom.args.size(); ++c)
      if (has(atom.args[c]))
        bits |= 1u << c;
    return bits;
  }

private:
  std::vector<bool> known;
};

uint32_t keyMask(const Relation &relation) {
  const uint32_t columns = relation.arity() - (relation.functional ? 1 : 0);
  return (1u << columns) - 1;
}

/// How well the premise goes with these columns known; more is better.
int scoreOf(const Relation &relation, uint32_t mask) {
  constexpr int probe = 1000, constructorByOutput = 500, column = 10,
                unaryByOutput = 25;
  if ((mask & keyMask(relation)) == keyMask(relation))
    return probe;
  if (relation.constructor && (mask >> (relation.arity() - 1) & 1))
    return constructorByOutput;
  const bool isUnary = relation.functional && relation.arity() == 2;
  return isUnary && mask != 0 ? unaryByOutput : column * std::popcount(mask);
}

} // namespace

std::vector<Plan> plan(const Matcher &matcher, const Program &program) {
  const auto &premises = matcher.premises;
  std::vector<Plan> plans;
  for (uint32_t pivot = 0; pivot < premises.size(); ++pivot) {
    Known known(matcher.numVariables);
    Plan plan;
    plan.pivot = pivot;
    plan.pivotKnown = known.mask(premises[pivot]);
    known.bind(premises[pivot]);

    std::vector<bool> done(premises.size(), false);
    done[pivot] = true;
    for (size_t left = premises.size() - 1; left > 0; --left) {
      PlanOp best;
      int bestScore = -1;
      for (uint32_t i = 0; i < premises.size(); ++i) {
        if (done[i])
          continue;
        const Relation &relation = program.relations[premises[i].relation];
        const uint32_t mask = known.mask(premises[i]);
        const bool isProbe = (mask & keyMask(relation)) == keyMask(relation);
        const int score = scoreOf(relation, mask);
        if (score <= bestScore)
          continue;
        bestScore = score;
        best.kind = isProbe  ? PlanOp::Kind::Probe
                    : mask != 0 ? PlanOp::Kind::Scan
                                : PlanOp::Kind::All;
        best.premise = i;
        best.known = mask;
      }
      done[best.premise] = true;
      known.bind(premises[best.premise]);
      plan.ops.push_back(best);
    }
    plans.push_back(std::move(plan));
  }
  return plans;
}

} // namespace mplc::calculus
