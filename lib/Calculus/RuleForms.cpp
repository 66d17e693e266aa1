//===- RuleForms.cpp - A theorem as rules ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/RuleForms.h"

#include "mplc/Calculus/Negation.h"

#include <algorithm>
#include <set>

namespace mplc::calculus {

namespace {

bool isTotalFunction(const Atom &atom, const Program &program) {
  const Relation &relation = program.relations[atom.relation];
  return relation.functional && relation.totality != none;
}

bool mentions(const Atom &atom, Term t) {
  return std::find(atom.args.begin(), atom.args.end(), t) != atom.args.end();
}

/// Sets rule.premises and cites from formPremises: a membership that a column
/// of another premise implies is not matched.
void leaveOutTyping(RuleForm &form, const Program &program) {
  auto typingOf = [&](const Atom &membership) -> std::optional<Cite> {
    uint32_t matched = 0;
    for (const Atom &other : form.formPremises) {
      const Relation &relation = program.relations[other.relation];
      const bool isMembership = other.args.size() == 1;
      for (uint32_t c = 0; !isMembership && c < other.args.size(); ++c)
        if (other.args[c] == membership.args[0] &&
            relation.columns[c].sort == membership.relation)
          return Cite{Cite::Kind::Typing, matched, c, 0};
      if (!isMembership)
        ++matched;
    }
    return std::nullopt;
  };
  // Premises that are matched keep their order; memberships come last, so that
  // the indices found above stay right.
  std::vector<Atom> memberships;
  std::vector<std::pair<size_t, size_t>> late; // (cite, membership)
  for (const Atom &premise : form.formPremises) {
    if (premise.args.size() != 1) {
      form.rule.clause.cites.push_back(
          {Cite::Kind::Premise, uint32_t(form.rule.premises.size()), 0, 0});
      form.rule.premises.push_back(premise);
    } else if (auto cite = typingOf(premise)) {
      form.rule.clause.cites.push_back(*cite);
    } else {
      late.push_back({form.rule.clause.cites.size(), memberships.size()});
      form.rule.clause.cites.push_back({Cite::Kind::Premise, 0, 0, 0});
      memberships.push_back(premise);
    }
  }
  for (auto [cite, membership] : late) {
    form.rule.clause.cites[cite].premise = uint32_t(form.rule.premises.size());
    form.rule.premises.push_back(memberships[membership]);
  }
}

/// Every variable of the head occurs in a matched premise.
bool isSafe(const Rule &rule) {
  auto isBound = [&](Term t) {
    return isConstant(t) ||
           std::any_of(rule.premises.begin(), rule.premises.end(),
                       [&](const Atom &p) { return mentions(p, t); });
  };
  switch (rule.head) {
  case Rule::Head::Derive:
    return std::all_of(rule.atom.args.begin(), rule.atom.args.end(), isBound);
  case Rule::Head::Equate:
    return isBound(rule.left) && isBound(rule.right);
  case Rule::Head::Refute:
    return true;
  case Rule::Head::Witness:
    return false;
  }
  return false;
}

/// That the inputs of an application are in the sets that totality asks for,
/// where the premises do not imply it already: the dropped application did.
void addLicence(const Atom &application, std::vector<Atom> &premises,
                const Program &program) {
  const Rule &total =
      program.rules[program.relations[application.relation].totality];
  const auto witness = std::find_if(
      total.witnesses.begin(), total.witnesses.end(),
      [&](const Atom &a) { return a.relation == application.relation; });
  for (const Atom &wanted : total.premises) {
    const auto column = std::find(witness->args.begin(), witness->args.end(),
                                  wanted.args[0]);
    if (wanted.args.size() != 1 || column == witness->args.end())
      continue;
    const Term t = application.args[size_t(column - witness->args.begin())];
    auto implies = [&](const Atom &p) {
      for (size_t c = 0; c < p.args.size(); ++c)
        if (p.args[c] == t &&
            (p.args.size() == 1 ? p.relation
                                : program.relations[p.relation].columns[c].sort) ==
                wanted.relation)
          return true;
      return false;
    };
    if (std::none_of(premises.begin(), premises.end(), implies))
      premises.push_back({wanted.relation, {t}});
  }
}

} // namespace

NormalGoal normalise(const Goal &goal, const Program &program) {
  NormalGoal normal{goal, none};
  if (goal.head != Rule::Head::Derive || !isTotalFunction(goal.atom, program))
    return normal;
  Goal &g = normal.goal;
  Atom application = g.atom;
  g.head = Rule::Head::Equate;
  g.left = Term(g.numVariables++);
  g.right = application.args.back();
  application.args.back() = g.left;
  normal.created = uint32_t(g.premises.size());
  g.premises.push_back(std::move(application));
  g.atom = {};
  return normal;
}

static std::vector<RuleForm> positiveForms(const NormalGoal &normal,
                                           const Program &program) {
  const Goal &goal = normal.goal;
  std::vector<RuleForm> forms;
  auto add = [&](RuleForm form) {
    form.rule.numVariables = goal.numVariables;
    leaveOutTyping(form, program);
    if (isSafe(form.rule) && !form.rule.premises.empty())
      forms.push_back(std::move(form));
  };

  if (goal.head != Rule::Head::Equate) {
    RuleForm form;
    form.formPremises = goal.premises;
    form.rule.head = goal.head;
    form.rule.atom = goal.atom;
    add(std::move(form));
    return forms;
  }

  RuleForm compare;
  compare.kind = normal.created == none ? RuleForm::Kind::Stated
                                        : RuleForm::Kind::Compare;
  compare.formPremises = goal.premises;
  compare.rule.head = Rule::Head::Equate;
  compare.rule.left = goal.left;
  compare.rule.right = goal.right;
  add(std::move(compare));

  // Drop the application that defines one root and derive it from the other.
  for (const bool dropRight : {true, false}) {
    const Term root = dropRight ? goal.right : goal.left;
    const Term other = dropRight ? goal.left : goal.right;
    if (isConstant(root) || root == other)
      continue;
    uint32_t dropped = none;
    size_t uses = 0;
    for (uint32_t i = 0; i < goal.premises.size(); ++i) {
      const Atom &premise = goal.premises[i];
      uses += std::count(premise.args.begin(), premise.args.end(), root);
      if (dropped == none && premise.args.size() > 1 && premise.args.back() == root &&
          isTotalFunction(premise, program))
        dropped = i;
    }
    if (dropped == none)
      continue;
    // Memberships of the root go with it; any other use keeps it.
    std::vector<Atom> rest;
    size_t memberships = 0;
    for (uint32_t i = 0; i < goal.premises.size(); ++i) {
      if (i == dropped)
        continue;
      if (goal.premises[i].args.size() == 1 && goal.premises[i].args[0] == root)
        ++memberships;
      else
        rest.push_back(goal.premises[i]);
    }
    if (uses != 1 + memberships)
      continue;
    RuleForm form;
    form.kind = dropped == normal.created ? RuleForm::Kind::Stated
                                          : RuleForm::Kind::Directed;
    form.dropped = dropped;
    if (form.kind == RuleForm::Kind::Directed)
      addLicence(goal.premises[dropped], rest, program);
    form.formPremises = std::move(rest);
    form.rule.head = Rule::Head::Derive;
    form.rule.atom = goal.premises[dropped];
    form.rule.atom.args.back() = other;
    add(std::move(form));
  }
  return forms;
}

std::vector<RuleForm> ruleForms(const NormalGoal &normal,
                                const Program &program) {
  std::vector<RuleForm> forms = positiveForms(normal, program);
  if (forms.empty())
    return forms;
  // The first form has all premises; the directed ones say nothing else.
  const Rule stated = forms[0].rule;
  for (Rule &rule : contrapositives(stated, 0, program)) {
    RuleForm form;
    form.kind = RuleForm::Kind::Contraposed;
    form.rule = std::move(rule);
    form.rule.clause.base = RuleId(forms.size());
    if (!form.rule.premises.empty())
      forms.push_back(std::move(form));
  }
  return forms;
}

Goal substitute(const Goal &goal, Term variable, Term by) {
  Goal result = goal;
  auto apply = [&](Term &t) {
    if (t == variable)
      t = by;
  };
  auto applyAtom = [&](Atom &atom) {
    for (Term &t : atom.args)
      apply(t);
  };
  for (Atom &premise : result.premises)
    applyAtom(premise);
  for (Atom &witness : result.witnesses)
    applyAtom(witness);
  applyAtom(result.atom);
  apply(result.left);
  apply(result.right);
  for (auto &[name, term] : result.binders)
    apply(term);
  for (Cite &cite : result.cites)
    if (cite.kind == Cite::Kind::Reflexive)
      apply(cite.term);
  return result;
}

} // namespace mplc::calculus
