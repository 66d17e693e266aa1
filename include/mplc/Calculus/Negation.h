//===- Negation.h - Rules about negated facts -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A premise `!A` is matched like any other: in a relation of its own, the
// complement of A's. What fills that relation are rules derived from the others.
// A rule `P, Q -> H` says just as well `P, !H -> !Q`, and so on: each premise
// whose complement something could match gives a rule. Rules derived in this
// way are about facts only; reaching a contradiction by assuming something is
// left to goals and to case splits.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CALCULUS_NEGATION_H
#define MPLC_CALCULUS_NEGATION_H

#include "mplc/Calculus/Program.h"

namespace mplc::calculus {

/// The relations whose complements a program lacks to use the negation of a goal: those
/// that lead by rules from a relation that has a complement, since a premise or a
/// disjunction negates it, to the head of a goal that is an atom. If the goal is denied,
/// contrapositives lead the same way back. None where nothing is negated. Functions
/// (whose outputs differ instead) and sorts of columns are left out.
std::vector<RelationId> complementsForGoals(const Program &program);

/// The rules by which negated relations mean what they say: `A, !A -> false`,
/// `!(x = x) -> false` and `!(x = y) -> !(y = x)`.
std::vector<Rule> complementRules(const Program &program);

/// What a rule says of the complements of its premises; `base` is what the
/// results have as Clause::base. Besides the contrapositives:
///
///   R(x,c) -> false                        R(x,w) -> w != c
///   f(x) = u, f(y) = u -> x = y            f(x) = u, f(y) = w, x != y -> w != u
///   R(x) = z, R(x) != z -> false           R(x) = w, R(x) != z -> w != z
///
/// None, if the rule is itself one of them.
std::vector<Rule> contrapositives(const Rule &rule, RuleId base,
                                  const Program &program);

} // namespace mplc::calculus

#endif // MPLC_CALCULUS_NEGATION_H
