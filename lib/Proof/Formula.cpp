//===- Formula.cpp - Types and formulas as plain data ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Formula.h"

#include <algorithm>

namespace mplc::proof {

//===--- Types ------------------------------------------------------------===//

TypeRef Type::element() {
  static const TypeRef type = std::make_shared<const Type>();
  return type;
}

TypeRef Type::power(TypeRef member) {
  return std::make_shared<const Type>(
      Type{Kind::Power, std::move(member), nullptr});
}

TypeRef Type::product(TypeRef left, TypeRef right) {
  return std::make_shared<const Type>(
      Type{Kind::Product, std::move(left), std::move(right)});
}

static std::string inner(const Type &type) {
  switch (type.kind) {
  case Type::Kind::Element:
    return "1";
  case Type::Kind::Power:
    return "P(" + inner(*type.first) + ")";
  case Type::Kind::Product:
    return "x(" + inner(*type.first) + ")(" + inner(*type.second) + ")";
  }
  return {};
}

std::string Type::label() const {
  return kind == Kind::Element ? "(1)" : inner(*this);
}

bool operator==(const Type &a, const Type &b) {
  if (&a == &b)
    return true;
  if (a.kind != b.kind)
    return false;
  return (!a.first || *a.first == *b.first) &&
         (!a.second || *a.second == *b.second);
}

//===--- Formulas ---------------------------------------------------------===//

FormulaRef Formula::falsity() {
  static const FormulaRef formula = std::make_shared<const Formula>();
  return formula;
}

FormulaRef Formula::atom(std::string predicate,
                         std::vector<std::string> arguments) {
  auto formula = std::make_shared<Formula>();
  formula->kind = Kind::Atom;
  formula->predicate = std::move(predicate);
  formula->arguments = std::move(arguments);
  return formula;
}

bool Formula::isApplication() const {
  return kind == Kind::Atom && predicate.size() > 2 &&
         predicate.compare(0, 2, "in") == 0 &&
         std::all_of(predicate.begin() + 2, predicate.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

void flatten(const FormulaRef &formula, std::vector<FormulaRef> &parts) {
  if (formula->kind != Formula::Kind::Conjunction) {
    parts.push_back(formula);
    return;
  }
  for (const FormulaRef &part : formula->parts)
    flatten(part, parts);
}

std::vector<FormulaRef> flatten(const FormulaRef &formula) {
  std::vector<FormulaRef> parts;
  flatten(formula, parts);
  return parts;
}

std::vector<FormulaRef> bodyOf(const FormulaRef &exists) {
  std::vector<FormulaRef> parts = flatten(exists->parts[0]);
  flatten(exists->parts[1], parts);
  return parts;
}

static bool isNegated(const FormulaRef &formula) {
  return formula->kind == Formula::Kind::Negation ||
         formula->kind == Formula::Kind::Exists;
}

static FormulaRef implication(std::vector<Variable> variables, FormulaRef left,
                              FormulaRef right) {
  auto result = std::make_shared<Formula>();
  result->kind = Formula::Kind::Implication;
  result->variables = std::move(variables);
  result->parts = {std::move(left), std::move(right)};
  return result;
}

/// What a negation or an existential negates.
static FormulaRef negated(const FormulaRef &formula) {
  if (formula->kind == Formula::Kind::Negation)
    return formula->parts[0];
  return implication(formula->variables, formula->parts[0],
                     negate(formula->parts[1]));
}

FormulaRef negate(const FormulaRef &formula) {
  if (isNegated(formula))
    return negated(formula);
  auto result = std::make_shared<Formula>();
  if (formula->kind == Formula::Kind::Implication) {
    result->kind = Formula::Kind::Exists;
    result->variables = formula->variables;
    result->parts = {formula->parts[0], negate(formula->parts[1])};
  } else {
    result->kind = Formula::Kind::Negation;
    result->parts = {formula};
  }
  return result;
}

namespace {

/// Bound names of two formulas, innermost last.
using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

bool sameName(const std::string &a, const std::string &b, const Pairs &bound) {
  for (size_t i = bound.size(); i-- > 0;)
    if (bound[i].first == a || bound[i].second == b)
      return bound[i].first == a && bound[i].second == b;
  return a == b;
}

bool same(const Formula &a, const Formula &b, Pairs &bound) {
  if (a.kind != b.kind || a.predicate != b.predicate ||
      a.arguments.size() != b.arguments.size() ||
      a.variables.size() != b.variables.size() ||
      a.parts.size() != b.parts.size())
    return false;
  for (size_t i = 0; i < a.arguments.size(); ++i)
    if (!sameName(a.arguments[i], b.arguments[i], bound))
      return false;
  const size_t outer = bound.size();
  for (size_t i = 0; i < a.variables.size(); ++i)
    bound.emplace_back(a.variables[i].name, b.variables[i].name);
  bool equal = true;
  for (size_t i = 0; equal && i < a.parts.size(); ++i)
    equal = same(*a.parts[i], *b.parts[i], bound);
  bound.resize(outer);
  return equal;
}

void free(const Formula &f, std::vector<std::string_view> &bound,
          std::set<std::string> &names) {
  for (const std::string &argument : f.arguments)
    if (std::find(bound.begin(), bound.end(), argument) == bound.end())
      names.insert(argument);
  const size_t outer = bound.size();
  for (const Variable &variable : f.variables)
    bound.push_back(variable.name);
  for (const FormulaRef &part : f.parts)
    free(*part, bound, names);
  bound.resize(outer);
}

} // namespace

bool sameFormula(const FormulaRef &a, const FormulaRef &b) {
  Pairs bound;
  return a == b || same(*a, *b, bound);
}

void freeNames(const FormulaRef &formula, std::set<std::string> &names) {
  std::vector<std::string_view> bound;
  free(*formula, bound, names);
}

FormulaRef substitute(const FormulaRef &formula, const Renaming &names) {
  if (names.empty())
    return formula;
  auto result = std::make_shared<Formula>(*formula);
  for (std::string &argument : result->arguments)
    if (auto it = names.find(argument); it != names.end())
      argument = it->second;
  if (formula->variables.empty()) {
    for (FormulaRef &part : result->parts)
      part = substitute(part, names);
    return result;
  }
  Renaming inner = names;
  for (const Variable &variable : formula->variables)
    inner.erase(variable.name);
  // What is put in must stay free.
  std::set<std::string> inside, taken;
  for (const FormulaRef &part : formula->parts)
    freeNames(part, inside);
  for (const std::string &name : inside)
    if (auto it = inner.find(name); it != inner.end())
      taken.insert(it->second);
  for (Variable &variable : result->variables) {
    if (!taken.count(variable.name))
      continue;
    const std::string old = variable.name;
    auto clashes = [&](const std::string &name) {
      if (taken.count(name) || inside.count(name))
        return true;
      return std::any_of(result->variables.begin(), result->variables.end(),
                         [&](const Variable &v) { return v.name == name; });
    };
    std::string fresh = old + "'";
    while (clashes(fresh))
      fresh += "'";
    variable.name = fresh;
    inner[old] = fresh;
  }
  for (FormulaRef &part : result->parts)
    part = substitute(part, inner);
  return result;
}

static void print(const Formula &f, std::string &text) {
  auto list = [&](const auto &names, const auto &name) {
    text += '[';
    for (size_t i = 0; i < names.size(); ++i)
      (text += i ? "," : "") += name(names[i]);
    text += ']';
  };
  auto nameOf = [](const Variable &v) { return v.name; };
  switch (f.kind) {
  case Formula::Kind::False:
    text += "false";
    return;
  case Formula::Kind::Atom:
    text += '(' + f.predicate;
    list(f.arguments, [](const std::string &name) { return name; });
    text += ')';
    return;
  case Formula::Kind::Conjunction:
    text += "(&";
    break;
  case Formula::Kind::Implication:
    text += "(>";
    list(f.variables, nameOf);
    break;
  case Formula::Kind::Negation:
    text += '!';
    print(*f.parts[0], text);
    return;
  case Formula::Kind::Exists:
    text += "!(>";
    list(f.variables, nameOf);
    print(*f.parts[0], text);
    // What it denies; two negations say nothing.
    if (const std::string denied = toString(f.parts[1]); denied[0] == '!')
      text += denied.substr(1);
    else
      text += '!' + denied;
    text += ')';
    return;
  }
  for (const FormulaRef &part : f.parts)
    print(*part, text);
  text += ')';
}

std::string toString(const FormulaRef &formula) {
  std::string text;
  print(*formula, text);
  return text;
}

} // namespace mplc::proof
