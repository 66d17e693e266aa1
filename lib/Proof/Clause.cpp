//===- Clause.cpp - What a path reaches in a formula ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A path walks from a formula to one of the clauses that it implies. The
// formula reached is kept with the terms that its free names stand for, and
// what the path collects is substituted: so the names that the source binds
// remain known, which is how proofs speak of the variables of a clause.
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Theory.h"

#include <algorithm>

namespace mplc::proof {

namespace {

class Walk {
public:
  Walk(const Theory &theory, FormulaRef root) : theory(theory), at(root) {}

  void start(const Definition &definition) {
    clause.parameters = definition.parameters;
    for (const Variable &parameter : definition.parameters)
      terms[parameter.name] = "@" + parameter.name;
  }

  bool follow(std::string_view path) {
    if (path == "-")
      return true;
    while (true) {
      const size_t dot = path.find('.');
      if (!step(path.substr(0, dot)))
        return false;
      if (dot == path.npos)
        return true;
      path.remove_prefix(dot + 1);
    }
  }

  void enter() {
    for (const Variable &variable : at->variables) {
      const std::string name = distinct(variable.name, clause.variables);
      clause.variables.push_back({name, variable.type});
      terms[variable.name] = name;
    }
    for (const FormulaRef &premise : flatten(at->parts[0]))
      clause.premises.push_back(substitute(premise, terms));
    at = at->parts[1];
  }

  const Formula &reached() const { return *at; }

  Clause finish() {
    clause.head = substitute(at, terms);
    if (at->kind == Formula::Kind::Negation) {
      for (const FormulaRef &premise : flatten(at->parts[0]))
        clause.premises.push_back(substitute(premise, terms));
      clause.head = Formula::falsity();
    } else if (at->kind == Formula::Kind::Exists) {
      for (const Variable &variable : at->variables) {
        const std::string name = distinct(variable.name, clause.witnesses);
        clause.witnesses.push_back({name, variable.type});
        terms[variable.name] = "?" + name;
      }
      for (const FormulaRef &part : bodyOf(at))
        clause.parts.push_back(substitute(part, terms));
    }
    return std::move(clause);
  }

private:
  bool step(std::string_view word) {
    if (word == "i") {
      if (at->kind != Formula::Kind::Implication)
        return false;
      enter();
      return true;
    }
    return word == "u" ? unfold() : pick(word);
  }

  bool pick(std::string_view word) {
    size_t part = 0;
    for (char c : word) {
      if (c < '0' || c > '9' || word.size() > 9)
        return false;
      part = part * 10 + size_t(c - '0');
    }
    if (word.empty() || (word.size() > 1 && word[0] == '0') ||
        at->kind != Formula::Kind::Conjunction || part >= at->parts.size())
      return false;
    at = at->parts[part];
    return true;
  }

  bool unfold() {
    const Definition *definition = at->kind == Formula::Kind::Atom
                                       ? theory.definition(at->predicate)
                                       : nullptr;
    if (!definition)
      return false;
    Renaming arguments;
    for (size_t i = 0; i < at->arguments.size(); ++i) {
      const std::string &argument = at->arguments[i];
      auto it = terms.find(argument);
      arguments[definition->parameters[i].name] =
          it == terms.end() ? argument : it->second;
    }
    terms = std::move(arguments);
    at = definition->body;
    return true;
  }

  /// The second `x` along a path is called `x#2`, the third `x#3`.
  static std::string distinct(const std::string &name,
                              const std::vector<Variable> &others) {
    auto taken = [&](const std::string &candidate) {
      return std::any_of(
          others.begin(), others.end(),
          [&](const Variable &other) { return other.name == candidate; });
    };
    std::string candidate = name;
    for (unsigned n = 2; taken(candidate); ++n)
      candidate = name + "#" + std::to_string(n);
    return candidate;
  }

  const Theory &theory;
  FormulaRef at;
  Renaming terms;
  Clause clause;
};

} // namespace

std::optional<Clause> clauseAt(const Theory &theory, const FormulaRef &root,
                               const Definition *definition,
                               std::string_view path) {
  Walk walk(theory, root);
  if (definition)
    walk.start(*definition);
  if (!walk.follow(path))
    return std::nullopt;
  return walk.finish();
}

Clause wholeClause(const Theory &theory, const FormulaRef &formula) {
  Walk walk(theory, formula);
  while (walk.reached().kind == Formula::Kind::Implication)
    walk.enter();
  return walk.finish();
}

/// The formula with another name for the variable that it binds.
static FormulaRef renamed(const Formula &formula, const std::string &variable) {
  auto result = std::make_shared<Formula>(formula);
  std::set<std::string> taken{variable};
  for (const FormulaRef &part : formula.parts)
    freeNames(part, taken);
  for (const Variable &bound : formula.variables)
    taken.insert(bound.name);
  std::string fresh = variable;
  while (taken.count(fresh))
    fresh += "'";
  for (Variable &bound : result->variables)
    if (bound.name == variable)
      bound.name = fresh;
  for (FormulaRef &part : result->parts)
    part = substitute(part, {{variable, fresh}});
  return result;
}

FormulaRef hypothesis(const FormulaRef &implication, size_t variable,
                      const std::string &term) {
  auto result = std::make_shared<Formula>(*implication);
  const size_t own = implication->variables.size();
  if (variable >= own) {
    FormulaRef outer = implication;
    for (const Variable &bound : implication->variables)
      if (bound.name == term)
        outer = renamed(*implication, bound.name);
    *result = *outer;
    result->parts[1] = hypothesis(outer->parts[1], variable - own, term);
    return result;
  }
  const std::string name = implication->variables[variable].name;
  result->variables.erase(result->variables.begin() + ptrdiff_t(variable));
  // The variables that stay must not capture the term.
  return substitute(result, {{name, term}});
}

} // namespace mplc::proof
