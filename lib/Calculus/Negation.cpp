//===- Negation.cpp - Rules about negated facts ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/Negation.h"

#include <algorithm>

namespace mplc::calculus {

namespace {

bool mentions(const Atom &atom, Term t) {
  return std::find(atom.args.begin(), atom.args.end(), t) != atom.args.end();
}

class Contraposer {
public:
  Contraposer(const Rule &rule, RuleId base, const Program &program)
      : rule(rule), base(base), program(program), apart(program.apart()) {}

  std::vector<Rule> run() {
    switch (rule.clause.kind) {
    case Clause::Kind::Contradict:
      if (rule.premises.size() == 2 && relation(0).functional && apart != none)
        keepApart(0, outputColumn(0), {});
      return std::move(rules);
    case Clause::Kind::Symmetry:
    case Clause::Kind::Contrapose:
      return {};
    case Clause::Kind::Use:
    case Clause::Kind::Fold:
      break;
    }
    const bool isNegatedHead =
        std::any_of(rule.clause.cites.begin(), rule.clause.cites.end(),
                    [](const Cite &c) { return c.kind == Cite::Kind::Assumed; });
    if (isNegatedHead || !denyHead())
      return {};
    for (uint32_t i = 0; i < rule.premises.size(); ++i)
      drop(i);
    if (apart == none)
      return std::move(rules);
    if (rule.head == Rule::Head::Refute && rule.premises.size() == 1 &&
        !relation(0).negated)
      relax();
    if (isInjectivity())
      keepApart(1, outputColumn(1), denial);
    return std::move(rules);
  }

private:
  const Relation &relation(uint32_t premise) const {
    return program.relations[rule.premises[premise].relation];
  }
  uint32_t outputColumn(uint32_t premise) const {
    return uint32_t(rule.premises[premise].args.size() - 1);
  }

  /// The premise that denies the head, if it is not false; whether there is one.
  bool denyHead() {
    switch (rule.head) {
    case Rule::Head::Refute:
      return true;
    case Rule::Head::Equate:
      denial = {{apart, {rule.left, rule.right}}};
      return apart != none;
    case Rule::Head::Derive: {
      const RelationId complement =
          program.relations[rule.atom.relation].complement;
      denial = {{complement, rule.atom.args}};
      return complement != none;
    }
    case Rule::Head::Witness:
      return false;
    }
    return false;
  }

  Rule start(uint32_t dropped, uint32_t column) const {
    Rule result;
    result.name = rule.name;
    result.numVariables = rule.numVariables;
    result.clause.kind = Clause::Kind::Contrapose;
    result.clause.base = base;
    result.clause.dropped = dropped;
    result.clause.column = column;
    return result;
  }

  void add(Rule result, const std::vector<Atom> &denied) {
    result.premises.insert(result.premises.end(), denied.begin(), denied.end());
    auto isBound = [&](Term t) {
      return isConstant(t) ||
             std::any_of(result.premises.begin(), result.premises.end(),
                         [&](const Atom &p) { return mentions(p, t); });
    };
    const bool isSafe =
        result.head == Rule::Head::Equate
            ? isBound(result.left) && isBound(result.right)
            : std::all_of(result.atom.args.begin(), result.atom.args.end(),
                          isBound);
    if (isSafe)
      rules.push_back(std::move(result));
  }

  /// The rule without premise `i`, whose negation is the head.
  void drop(uint32_t i) {
    const Atom &premise = rule.premises[i];
    Rule result = start(i, none);
    if (premise.relation == apart) {
      result.head = Rule::Head::Equate;
      result.left = premise.args[0];
      result.right = premise.args[1];
    } else if (relation(i).complement != none) {
      result.head = Rule::Head::Derive;
      result.atom = {relation(i).complement, premise.args};
    } else {
      return;
    }
    // The two premises of a key are alike: one rule is enough.
    if (i == 0 && isKey())
      return;
    for (uint32_t j = 0; j < rule.premises.size(); ++j)
      if (j != i)
        result.premises.push_back(rule.premises[j]);
    add(std::move(result), denial);
  }

  /// Premise `i` holds of something else in this column.
  void keepApart(uint32_t i, uint32_t column, const std::vector<Atom> &denied) {
    Rule result = start(i, column);
    const Term other = Term(result.numVariables++);
    result.premises = rule.premises;
    result.head = Rule::Head::Derive;
    result.atom = {apart, {other, result.premises[i].args[column]}};
    result.premises[i].args[column] = other;
    add(std::move(result), denied);
  }

  /// `R(x,c) -> false` or `R(x,x) -> false`.
  void relax() {
    const Atom &premise = rule.premises[0];
    for (uint32_t c = outputColumn(0) + 1; c-- > 0;) {
      const Term t = premise.args[c];
      if (isConstant(t) ||
          std::count(premise.args.begin(), premise.args.end(), t) > 1) {
        keepApart(0, c, {});
        return;
      }
      if (relation(0).functional)
        return;
    }
  }

  bool isKey() const {
    if (rule.head != Rule::Head::Equate || rule.premises.size() != 2)
      return false;
    const Atom &a = rule.premises[0], &b = rule.premises[1];
    return a.relation == b.relation && !a.args.empty() &&
           std::equal(a.args.begin(), a.args.end() - 1, b.args.begin());
  }

  bool isInjectivity() const {
    if (rule.head != Rule::Head::Equate || rule.premises.size() != 2 ||
        rule.premises[0].relation != rule.premises[1].relation ||
        !relation(0).functional)
      return false;
    const Term output = rule.premises[0].args.back();
    return output == rule.premises[1].args.back() && !isConstant(output) &&
           output != rule.left && output != rule.right &&
           std::count(rule.premises[0].args.begin(), rule.premises[0].args.end(),
                      output) == 1 &&
           std::count(rule.premises[1].args.begin(), rule.premises[1].args.end(),
                      output) == 1;
  }

  const Rule &rule;
  const RuleId base;
  const Program &program;
  const RelationId apart;
  std::vector<Atom> denial;
  std::vector<Rule> rules;
};

} // namespace

namespace {

/// What `from` leads to by rules that conclude an atom; with `back`, what leads to it.
std::vector<bool> reach(std::vector<bool> from, const Program &program, bool back) {
  for (bool grows = true; grows;) {
    grows = false;
    for (const Rule &rule : program.rules) {
      if (rule.head != Rule::Head::Derive || !rule.active)
        continue;
      for (const Atom &premise : rule.premises) {
        const Relation &relation = program.relations[premise.relation];
        const RelationId tail =
            relation.negated && relation.complement != none ? relation.complement
                                                            : premise.relation;
        // A negated premise leads both ways: without one side the other holds.
        const RelationId source = back ? rule.atom.relation : tail;
        const RelationId target = back ? tail : rule.atom.relation;
        if (from[source] && !from[target])
          grows = from[target] = true;
      }
    }
  }
  return from;
}

} // namespace

std::vector<RelationId> complementsForGoals(const Program &program) {
  const size_t n = program.relations.size();
  std::vector<bool> denied(n, false), goals(n, false), isSort(n, false);
  for (RelationId r = 0; r < n; ++r) {
    denied[r] = !program.relations[r].negated && program.relations[r].complement != none;
    for (const Column &column : program.relations[r].columns)
      if (column.sort != none)
        isSort[column.sort] = true;
  }
  for (const Conjecture &conjecture : program.conjectures)
    if (!conjecture.isComposite() && !conjecture.assumed &&
        conjecture.goal.head == Rule::Head::Derive)
      goals[conjecture.goal.atom.relation] = true;
  const std::vector<bool> forward = reach(denied, program, /*back=*/false);
  const std::vector<bool> backward = reach(goals, program, /*back=*/true);
  std::vector<RelationId> result;
  for (RelationId r = 0; r < n; ++r) {
    const Relation &relation = program.relations[r];
    if (forward[r] && backward[r] && !denied[r] && !relation.negated &&
        !relation.functional && !isSort[r])
      result.push_back(r);
  }
  return result;
}

std::vector<Rule> complementRules(const Program &program) {
  std::vector<Rule> rules;
  for (RelationId id = 0; id < program.relations.size(); ++id) {
    const Relation &relation = program.relations[id];
    if (!relation.negated)
      continue;
    Rule contradict;
    contradict.name = relation.name + ".contradict";
    contradict.head = Rule::Head::Refute;
    contradict.clause.kind = Clause::Kind::Contradict;
    if (id == program.apart()) {
      contradict.numVariables = 1;
      contradict.premises = {{id, {0, 0}}};
      contradict.clause.cites = {{Cite::Kind::Premise, 0, 0, 0},
                                 {Cite::Kind::Reflexive, 0, 0, 0}};
      Rule symmetry;
      symmetry.name = relation.name + ".symmetry";
      symmetry.numVariables = 2;
      symmetry.premises = {{id, {0, 1}}};
      symmetry.head = Rule::Head::Derive;
      symmetry.atom = {id, {1, 0}};
      symmetry.clause.kind = Clause::Kind::Symmetry;
      symmetry.clause.cites = {{Cite::Kind::Premise, 0, 0, 0}};
      rules.push_back(std::move(contradict));
      rules.push_back(std::move(symmetry));
      continue;
    }
    std::vector<Term> args;
    for (uint32_t c = 0; c < relation.arity(); ++c)
      args.push_back(Term(c));
    contradict.numVariables = relation.arity();
    contradict.premises = {{relation.complement, args}, {id, args}};
    contradict.clause.cites = {{Cite::Kind::Premise, 1, 0, 0},
                               {Cite::Kind::Premise, 0, 0, 0}};
    rules.push_back(std::move(contradict));
  }
  return rules;
}

std::vector<Rule> contrapositives(const Rule &rule, RuleId base,
                                  const Program &program) {
  return Contraposer(rule, base, program).run();
}

} // namespace mplc::calculus
