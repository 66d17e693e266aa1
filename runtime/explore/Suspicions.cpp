//===- Suspicions.cpp - Where axioms may contradict each other ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Suspicions.h"

#include <algorithm>

namespace mplrt {

using calculus::Atom;
using calculus::Cite;
using calculus::Rule;
using calculus::Term;

namespace {

constexpr size_t maxSuspicions = 8, maxAtoms = 6;

bool isGenerated(const calculus::Program &program, uint32_t set) {
  return std::any_of(program.inductions.begin(), program.inductions.end(),
                     [&](const auto &form) { return form.sort == set; });
}

/// Whether the atoms say that the term is in a generated set.
bool isInGenerated(const calculus::Program &program, const std::vector<Atom> &atoms,
                   Term term) {
  for (const Atom &atom : atoms) {
    const calculus::Relation &relation = program.relations[atom.relation];
    for (size_t c = 0; c < atom.args.size() && !relation.negated; ++c)
      if (atom.args[c] == term &&
          isGenerated(program, atom.args.size() == 1 ? atom.relation
                                                     : relation.columns[c].sort))
        return true;
  }
  return false;
}

bool isConstructor(const calculus::Program &program, uint32_t constant) {
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (!c.isFunction && c.index == constant)
        return true;
  return false;
}

std::vector<Atom> factsAbout(const calculus::Program &program, Term constant) {
  std::vector<Atom> facts;
  for (const Rule &rule : program.rules)
    if (rule.premises.empty() && rule.head == Rule::Head::Derive &&
        std::count(rule.atom.args.begin(), rule.atom.args.end(), constant) &&
        facts.size() < maxAtoms)
      facts.push_back(rule.atom);
  return facts;
}

bool hasBase(const calculus::Program &program, const calculus::InductionForm &form) {
  return std::any_of(
      form.constructors.begin(), form.constructors.end(),
      [&](const calculus::Constructor &c) {
        if (!c.isFunction)
          return true;
        const auto &columns = program.relations[c.index].columns;
        return std::none_of(columns.begin(), columns.end() - 1,
                            [&](const auto &column) { return column.sort == form.sort; });
      });
}

} // namespace

calculus::Conjecture impossible(const calculus::Program &program,
                                const std::string &name,
                                const std::vector<Atom> &atoms,
                                uint32_t numVariables) {
  calculus::Conjecture result;
  result.name = name;
  calculus::Goal &goal = result.goal;
  goal.head = Rule::Head::Refute;
  goal.numVariables = numVariables;
  goal.premises = atoms;
  std::string binders;
  for (uint32_t v = 0; v < numVariables; ++v) {
    std::string binder = "x" + std::to_string(v);
    while (std::count(program.constants.begin(), program.constants.end(), binder) ||
           std::any_of(program.relations.begin(), program.relations.end(),
                       [&](const auto &r) {
                         return std::count(r.pattern.begin(), r.pattern.end(), binder);
                       }))
      binder = "x" + binder;
    goal.binders.push_back({binder, Term(v)});
    binders += (v ? "," : "") + binder;
  }
  std::vector<std::string> texts;
  for (uint32_t p = 0; p < atoms.size(); ++p) {
    goal.cites.push_back({Cite::Kind::Premise, p, 0, 0});
    std::vector<std::string> args;
    for (const Term t : atoms[p].args)
      args.push_back(calculus::isConstant(t)
                         ? program.constants[calculus::constantIndex(t)]
                         : goal.binders[t].first);
    texts.push_back(calculus::formula(program.relations[atoms[p].relation], args));
  }
  // A single one stands on both sides.
  std::string last = "!" + texts.back();
  if (last.substr(0, 2) == "!!")
    last = last.substr(2);
  if (texts.size() > 1)
    texts.pop_back();
  else
    goal.cites.push_back({Cite::Kind::Premise, 0, 0, 0});
  std::string left;
  for (const std::string &text : texts)
    left += text;
  if (texts.size() > 1)
    left = "(&" + left + ")";
  result.statement = "(>[" + binders + "]" + left + last + ")";
  return result;
}

bool hasElementsToSplit(const calculus::Program &program) {
  for (uint32_t c = 0; c < program.constants.size(); ++c) {
    const Term constant = calculus::constantTerm(c);
    if (!isConstructor(program, c) &&
        isInGenerated(program, factsAbout(program, constant), constant))
      return true;
  }
  return false;
}

std::vector<calculus::Conjecture> suspicions(const calculus::Program &program,
                                             const std::string &prefix) {
  std::vector<calculus::Conjecture> result;
  auto add = [&](const std::vector<Atom> &atoms, uint32_t numVariables) {
    if (result.size() < maxSuspicions)
      result.push_back(impossible(program, prefix + std::to_string(result.size() + 1),
                                  atoms, numVariables));
  };
  for (const calculus::InductionForm &form : program.inductions)
    if (!hasBase(program, form))
      add({{form.sort, {0}}}, 1);
  for (uint32_t c = 0; c < program.constants.size(); ++c) {
    const Term constant = calculus::constantTerm(c);
    std::vector<Atom> facts = factsAbout(program, constant);
    if (isConstructor(program, c) || !isInGenerated(program, facts, constant))
      continue;
    std::stable_partition(facts.begin(), facts.end(), [&](const Atom &atom) {
      return !program.relations[atom.relation].negated;
    });
    std::reverse(facts.begin(), facts.end()); // The last one is no negation.
    for (Atom &fact : facts)
      std::replace(fact.args.begin(), fact.args.end(), constant, Term(0));
    add(facts, 1);
  }
  for (const Rule &rule : program.rules) {
    if (rule.head != Rule::Head::Witness || !rule.premises.empty() ||
        rule.witnesses.size() > maxAtoms)
      continue;
    std::vector<Atom> atoms = rule.witnesses;
    std::vector<Term> numbers(rule.numVariables, -1);
    Term next = 0;
    for (Atom &atom : atoms)
      for (Term &t : atom.args)
        if (!calculus::isConstant(t))
          t = numbers[t] >= 0 ? numbers[t] : numbers[t] = next++;
    if (next > 0)
      add(atoms, uint32_t(next));
  }
  return result;
}

calculus::Conjecture falsity() {
  calculus::Conjecture result;
  result.name = "contradiction";
  result.statement = "false";
  result.goal.head = Rule::Head::Refute;
  return result;
}

} // namespace mplrt
