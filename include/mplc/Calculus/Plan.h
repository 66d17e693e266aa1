//===- Plan.h - How a rule is matched, step by step -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A rule is matched semi-naively: for each of its premises (the pivot) there is
// one plan that starts from a new row of the pivot's relation and joins the
// other premises with older rows. A plan is a fixed sequence of operations with
// all choices made: which atom comes next, which of its columns are known by
// then, and by which index it is found.
//
// Build rules (design: 'witnesses on demand') are plans too: their head asks
// for the creation of an application instead of deriving a fact.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CALCULUS_PLAN_H
#define MPLC_CALCULUS_PLAN_H

#include "mplc/Calculus/Program.h"

namespace mplc::calculus {

/// What a complete match does.
struct Action {
  enum class Kind : uint8_t {
    Derive, ///< insert `atom`
    Equate, ///< merge `left` and `right`
    Refute, ///< the block is contradictory
    Create, ///< demand the application `atom` (its last argument is ignored)
    Invent, ///< demand the fresh values of a Witness rule; `atom.args` are the
            ///< variables that the head shares with the premises
    Reach,  ///< the goal is reached
  };
  Kind kind = Kind::Derive;
  Atom atom;
  Term left = 0, right = 0;
  /// Create, Invent: the demand gets the highest generation of the constants
  /// matched by the first `core` premises, plus one unless `unfold`.
  uint32_t core = 0;
  bool unfold = false;
};

/// A rule in the form in which it is matched: premises and an action.
struct Matcher {
  uint32_t rule = none; ///< Rule (or rule form) that a match is an instance of.
  std::vector<Atom> premises;
  Action action;
  uint32_t numVariables = 0;
};

/// One step of a plan. `known` has bit c set if column c's term has a value
/// before the step (a constant always has); unknown columns are bound by the
/// step, a variable that occurs twice being bound by its first column and
/// compared at the second.
struct PlanOp {
  enum class Kind : uint8_t {
    Probe, ///< All key columns known: at most one row. For a functional relation
           ///< the key is all columns but the last, otherwise all columns.
    Scan,  ///< Some column known: the rows in the shortest list of a known column.
    All,   ///< Nothing known: every row.
  };
  Kind kind = Kind::Probe;
  uint32_t premise = 0; ///< Index into Matcher::premises.
  uint32_t known = 0;
};

struct Plan {
  uint32_t pivot = 0;    ///< Premise that the new row matches.
  uint32_t pivotKnown = 0; ///< Columns of the pivot to compare (constants).
  std::vector<PlanOp> ops;
};

/// Rows that premise `premise` may match when the pivot is `pivot`: strictly
/// older than the pivot's row before it, at most as old after it. Each
/// combination of rows is then met exactly once.
inline bool matchesStrictlyOlder(uint32_t premise, uint32_t pivot) {
  return premise < pivot;
}

/// One plan a premise. Greedy: probes first, then scans of a constructor by its
/// output, then the scan with most known columns, where a unary function by its output
/// counts for more than two; ties by order of premises.
std::vector<Plan> plan(const Matcher &matcher, const Program &program);

/// The matcher that derives what a rule derives (Witness rules that are not
/// mere totality give Invent).
Matcher matcherOf(const Rule &rule, RuleId id);

/// Build rules that a rule of the theory gives (unfolding of definitions by
/// recursion, rewriting by an equation, laws about a unary function). The rule
/// form of a theorem or hypothesis is an equation, never a definition to unfold.
std::vector<Matcher> deriveBuilds(const Rule &rule, RuleId id,
                                  const Program &program,
                                  bool isTheorem = false);

} // namespace mplc::calculus

#endif // MPLC_CALCULUS_PLAN_H
