//===- Induction.cpp - What the axioms say of constructors ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The premises of a case depend on what the axioms say of the inputs of a
// constructor. Only a typing clause tells: one whose only premise is the
// constructor's atom, with distinct variables, and whose head is membership of
// one of them in a constant set (docs/proof-format.md).
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

#include <algorithm>

namespace mplc::proof {

namespace {

/// Membership of one position of the atoms of a constructor.
struct Typing {
  std::string constructor;
  size_t inputs;
  size_t position; ///< That of the output is `inputs`.
  std::string set;
  bool isStrict; ///< Nothing but the atom is a premise.
};

class Survey {
public:
  explicit Survey(const Theory &theory) : theory(theory) {}

  void walk(const FormulaRef &at, const Renaming &terms) {
    // Unfolding may lead to very many clauses; those not seen give nothing.
    if (++steps > 1'000'000)
      return;
    switch (at->kind) {
    case Formula::Kind::Conjunction:
      for (const FormulaRef &part : at->parts)
        walk(part, terms);
      return;
    case Formula::Kind::Implication:
      enter(at, terms);
      return;
    case Formula::Kind::Atom:
      atom(substitute(at, terms));
      return;
    default:
      return;
    }
  }

  std::set<std::pair<std::string, std::string>> members;
  std::vector<Typing> typings;
  std::set<std::string> functions;

private:
  void enter(const FormulaRef &at, Renaming terms) {
    const size_t outer = premises.size();
    // No name of a file has a space.
    for (const Variable &variable : at->variables)
      terms[variable.name] = " " + std::to_string(variables++);
    for (const FormulaRef &premise : flatten(at->parts[0]))
      premises.push_back(substitute(premise, terms));
    walk(at->parts[1], terms);
    premises.resize(outer);
    variables -= at->variables.size();
  }

  void atom(const FormulaRef &at) {
    if (const Definition *definition = theory.definition(at->predicate)) {
      Renaming arguments;
      for (size_t i = 0; i < at->arguments.size(); ++i)
        arguments[definition->parameters[i].name] = at->arguments[i];
      walk(definition->body, arguments);
      return;
    }
    if (at->isEquality())
      functional(at->arguments);
    if (at->predicate != "in" || isVariable(at->arguments[1]))
      return;
    if (premises.empty())
      members.insert({at->arguments[0], at->arguments[1]});
    else if (isVariable(at->arguments[0]))
      typing(at->arguments[0], at->arguments[1]);
  }

  /// `f(x..) = y` and `f(x..) = z`, and the head is `y = z`.
  void functional(const std::vector<std::string> &sides) {
    if (premises.size() != 2 || !isConstructed(*premises[0]) ||
        !isConstructed(*premises[1]))
      return;
    std::vector<std::string> first = premises[0]->arguments;
    const std::vector<std::string> &second = premises[1]->arguments;
    const size_t output = first.size() - 2;
    if (second.size() != first.size() || first[output] == second[output])
      return;
    const bool equates =
        (first[output] == sides[0] && second[output] == sides[1]) ||
        (first[output] == sides[1] && second[output] == sides[0]);
    first[output] = second[output];
    if (equates && first == second)
      functions.insert(second.back());
  }

  void typing(const std::string &variable, const std::string &set) {
    const Formula *application = nullptr;
    for (const FormulaRef &premise : premises) {
      if (premise->predicate == "in")
        continue;
      if (application || !isConstructed(*premise))
        return;
      application = premise.get();
    }
    if (!application)
      return;
    const std::vector<std::string> &arguments = application->arguments;
    auto at = std::find(arguments.begin(), arguments.end() - 1, variable);
    for (const FormulaRef &premise : premises)
      if (premise->predicate == "in" &&
          std::find(arguments.begin(), arguments.end() - 1,
                    premise->arguments[0]) == arguments.end() - 1)
        return;
    if (at != arguments.end() - 1)
      typings.push_back({arguments.back(), arguments.size() - 2,
                         size_t(at - arguments.begin()), set,
                         premises.size() == 1});
  }

  /// `inK` of distinct variables and a constant.
  static bool isConstructed(const Formula &f) {
    if (!f.isApplication() || isVariable(f.arguments.back()))
      return false;
    const std::set<std::string> distinct(f.arguments.begin(),
                                         f.arguments.end());
    return distinct.size() == f.arguments.size() &&
           std::all_of(f.arguments.begin(), f.arguments.end() - 1, isVariable);
  }

  static bool isVariable(const std::string &name) { return name[0] == ' '; }

  const Theory &theory;
  std::vector<FormulaRef> premises;
  size_t variables = 0, steps = 0;
};

/// Splits the type of a function into those of inputs and output.
bool splitFunction(TypeRef type, size_t inputs, Constructor &constructor) {
  if (!type || type->kind != Type::Kind::Power)
    return false;
  type = type->first;
  for (size_t i = 0; i < inputs; ++i) {
    if (type->kind != Type::Kind::Product)
      return false;
    constructor.inputs.push_back(type->first);
    type = type->second;
  }
  constructor.output = type;
  return true;
}

} // namespace

bool supportInductions(Theory &theory, std::string &error) {
  Survey survey(theory);
  if (theory.axioms)
    survey.walk(theory.axioms, {});
  theory.functions = survey.functions;
  for (const Typing &typing : survey.typings) {
    Signature &signature = theory.signatures[typing.constructor];
    // An application of another arity would be of another type.
    signature.resize(typing.inputs + 1);
    std::string &set = signature[typing.position];
    if (typing.isStrict && (set.empty() || typing.set < set))
      set = typing.set;
  }
  for (InductionForm &form : theory.inductions) {
    for (Constructor &constructor : form.constructors) {
      const bool isConstant =
          survey.members.count({constructor.name, form.set});
      std::set<size_t> inputs;
      for (const Typing &typing : survey.typings)
        if (typing.constructor == constructor.name &&
            typing.position == typing.inputs && typing.set == form.set)
          inputs.insert(typing.inputs);
      const TypeRef type = theory.typeOf(constructor.name);
      bool isGood = inputs.size() + isConstant == 1;
      if (isGood && isConstant)
        constructor.output = type;
      else if (isGood)
        isGood = splitFunction(type, *inputs.begin(), constructor);
      if (!isGood) {
        error = "the axioms do not make '" + constructor.name +
                "' a constant of, or a function into, '" + form.set + "'";
        return false;
      }
      constructor.inputSets.resize(constructor.inputs.size());
      for (const Typing &typing : survey.typings) {
        if (typing.constructor != constructor.name || !typing.isStrict ||
            typing.inputs != constructor.inputs.size() ||
            typing.position >= typing.inputs)
          continue;
        auto &sets = constructor.inputSets[typing.position];
        if (std::find(sets.begin(), sets.end(), typing.set) == sets.end())
          sets.push_back(typing.set);
      }
      for (auto &sets : constructor.inputSets)
        std::sort(sets.begin(), sets.end());
    }
  }
  return true;
}

} // namespace mplc::proof
