//===- Restates.cpp - Goals that say what a rule says ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Subsumption of one clause by another (Robinson 1965), by matching: variables of the
// rule become terms of the goal, variables of the goal stay. Clauses are small, so
// that plain backtracking over the atoms is enough.
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/Restates.h"

#include <algorithm>

namespace mplc::calculus {

namespace {

class Subsumption {
public:
  Subsumption(const Rule &rule, const Goal &goal, const Program &program)
      : rule(rule), goal(goal), program(program), bound(rule.numVariables, false),
        image(rule.numVariables, 0) {}

  bool holds() {
    if (rule.head != goal.head)
      return false;
    switch (rule.head) {
    case Rule::Head::Derive:
      return match(rule.atom, goal.atom) && matchPremises(0);
    case Rule::Head::Equate:
      return either(goal.left, goal.right) || either(goal.right, goal.left);
    case Rule::Head::Refute:
      return matchPremises(0);
    case Rule::Head::Witness:
      return matchWitnesses(0);
    }
    return false;
  }

private:
  struct State {
    std::vector<bool> bound;
    std::vector<Term> image;
  };
  State save() const { return {bound, image}; }
  void restore(const State &state) {
    bound = state.bound;
    image = state.image;
  }

  bool match(Term own, Term other) {
    if (isConstant(own))
      return own == other;
    if (bound[own])
      return image[own] == other;
    bound[own] = true;
    image[own] = other;
    return true;
  }
  bool match(const Atom &own, const Atom &other) {
    if (own.relation != other.relation)
      return false;
    for (size_t c = 0; c < own.args.size(); ++c)
      if (!match(own.args[c], other.args[c]))
        return false;
    return true;
  }

  bool either(Term left, Term right) {
    const State before = save();
    if (match(rule.left, left) && match(rule.right, right) && matchPremises(0))
      return true;
    restore(before);
    return false;
  }

  /// Premises of the rule from the k-th on, each by one of the goal.
  bool matchPremises(size_t k) {
    if (k == rule.premises.size())
      return true;
    const Atom &own = rule.premises[k];
    const State before = save();
    for (const Atom &other : goal.premises) {
      if (match(own, other) && matchPremises(k + 1))
        return true;
      restore(before);
      if (own.args.size() != 1)
        continue;
      // A membership may be that of a column.
      for (size_t c = 0; c < other.args.size(); ++c) {
        if (program.relations[other.relation].columns[c].sort == own.relation &&
            match(own.args[0], other.args[c]) && matchPremises(k + 1))
          return true;
        restore(before);
      }
    }
    return false;
  }

  /// What the goal says of its witnesses from the k-th atom on, each by an atom that
  /// the rule says of its own.
  bool matchWitnesses(size_t k) {
    if (k == goal.witnesses.size())
      return matchPremises(0) && areFreshApart();
    const Atom &other = goal.witnesses[k];
    const State before = save();
    for (const Atom &own : rule.witnesses) {
      if (match(own, other) && matchWitnesses(k + 1))
        return true;
      restore(before);
      if (other.args.size() != 1)
        continue;
      for (size_t c = 0; c < own.args.size(); ++c) {
        if (program.relations[own.relation].columns[c].sort == other.relation &&
            match(own.args[c], other.args[0]) && matchWitnesses(k + 1))
          return true;
        restore(before);
      }
    }
    return false;
  }

  static bool binds(const std::vector<std::pair<std::string, Term>> &fresh, Term t) {
    return std::any_of(fresh.begin(), fresh.end(),
                       [&](const auto &entry) { return entry.second == t; });
  }

  /// A witness of the rule is one of the goal's, and nothing else is.
  bool areFreshApart() const {
    for (Term own = 0; own < Term(rule.numVariables); ++own)
      if (bound[own] && binds(rule.fresh, own) != binds(goal.fresh, image[own]))
        return false;
    return true;
  }

  const Rule &rule;
  const Goal &goal;
  const Program &program;
  std::vector<bool> bound;
  std::vector<Term> image;
};

} // namespace

bool restates(const Goal &goal, const Program &program) {
  return std::any_of(program.rules.begin(), program.rules.end(), [&](const Rule &rule) {
    return Subsumption(rule, goal, program).holds();
  });
}

bool saysTotality(const Goal &goal, const Program &program) {
  if (goal.head != Rule::Head::Witness)
    return false;
  auto isFresh = [&](Term t) {
    return std::any_of(goal.fresh.begin(), goal.fresh.end(),
                       [&](const auto &entry) { return entry.second == t; });
  };
  // The set of each witness, once it is known to be an output.
  std::vector<RelationId> sorts(goal.numVariables, none);
  std::vector<bool> isOutput(goal.numVariables, false);
  for (const Atom &atom : goal.witnesses) {
    if (atom.args.size() == 1)
      continue;
    const Relation &relation = program.relations[atom.relation];
    if (atom.args.empty())
      return false;
    const Term output = atom.args.back();
    if (!relation.functional || relation.totality == none || !isFresh(output) ||
        isOutput[output])
      return false;
    // Outputs are inputs of later applications only, or they might depend on
    // themselves.
    for (size_t c = 0; c + 1 < atom.args.size(); ++c)
      if (isFresh(atom.args[c]) && !isOutput[atom.args[c]])
        return false;
    isOutput[output] = true;
    sorts[output] = relation.columns.back().sort;
  }
  return std::all_of(goal.witnesses.begin(), goal.witnesses.end(), [&](const Atom &a) {
    return a.args.size() > 1 || (isFresh(a.args[0]) && isOutput[a.args[0]] &&
                                 sorts[a.args[0]] == a.relation);
  });
}

} // namespace mplc::calculus
