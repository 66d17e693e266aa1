//===- RuleForms.h - A theorem as rules -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An equation between terms has several relational forms, all equivalent by
// totality and functionality and not equally useful to a forward chase. Given
//
//   a + b = c, b + a = d -> c = d
//
// the form as it stands only compares applications that both exist; the
// directed forms `a + b = c -> b + a = c` make the missing one. A theorem or an
// induction hypothesis is therefore installed as all its forms.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CALCULUS_RULEFORMS_H
#define MPLC_CALCULUS_RULEFORMS_H

#include "mplc/Calculus/Program.h"

namespace mplc::calculus {

/// A goal in the form in which it is proved: if its head is an application
/// `R(x..) = o` of a total function, that application becomes one more premise
/// with an output of its own, and the head the equality of the two outputs.
/// `created` is then the index of that premise, otherwise none.
struct NormalGoal {
  Goal goal;
  uint32_t created = none;
};
NormalGoal normalise(const Goal &goal, const Program &program);

/// One way to use a theorem as a rule.
struct RuleForm {
  enum class Kind : uint8_t {
    Stated,  ///< Premises and head as stated (normal goals: without the created
             ///< premise).
    Compare, ///< All premises of the normal goal, head the equality.
    Directed, ///< Premise `dropped` of the normal goal is derived: its output is
              ///< the other side of the equality.
    Contraposed ///< Another form the other way round (Clause::Kind::Contrapose).
  };
  Kind kind = Kind::Stated;
  uint32_t dropped = none;
  /// clause.cites: how each premise of the *form* as a closed formula is met,
  /// with `formPremises` in order; a premise that a column's type implies is
  /// not matched. clause.root and path are left empty.
  Rule rule;
  /// The form's premises before typing ones were left out.
  std::vector<Atom> formPremises;
  /// An induction hypothesis: the constant that it is about.
  uint32_t hypothesis = none;
};

/// All forms of a goal; none if the goal is existential. Variables keep their
/// numbers. Terms may be constants that only a block knows (an index at or
/// beyond the program's constants).
std::vector<RuleForm> ruleForms(const NormalGoal &goal, const Program &program);

/// The goal with one variable replaced by a term.
Goal substitute(const Goal &goal, Term variable, Term by);

} // namespace mplc::calculus

#endif // MPLC_CALCULUS_RULEFORMS_H
