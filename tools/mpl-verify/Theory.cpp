//===- Theory.cpp - What proofs are checked against -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Theory.h"

#include <algorithm>

using namespace mplverify;

const Definition *Theory::definition(Symbol name) const {
  if (size_t(name) >= definitionOf.size() || !definitionOf[name])
    return nullptr;
  return &definitions[definitionOf[name] - 1];
}

const Statement *Theory::statement(Symbol name) const {
  auto it = std::find_if(statements.begin(), statements.end(),
                         [&](const Statement &s) { return s.name == name; });
  return it == statements.end() ? nullptr : &*it;
}

const InductionForm *Theory::induction(Symbol set) const {
  auto it =
      std::find_if(inductions.begin(), inductions.end(),
                   [&](const InductionForm &form) { return form.set == set; });
  return it == inductions.end() ? nullptr : &*it;
}

void Theory::addDefinition(Definition definition) {
  if (definitionOf.size() <= size_t(definition.name))
    definitionOf.resize(definition.name + 1);
  definitions.push_back(std::move(definition));
  definitionOf[definitions.back().name] = uint32_t(definitions.size());
}

/// The number of arguments of a primitive predicate; 0 for any other name.
static size_t primitiveArity(std::string_view name) {
  if (name == "=" || name == "in")
    return 2;
  if (name.size() < 3 || name.size() > 6 || name.substr(0, 2) != "in" ||
      name[2] == '0')
    return 0;
  size_t inputs = 0;
  for (char c : name.substr(2)) {
    if (c < '0' || c > '9')
      return 0;
    inputs = inputs * 10 + size_t(c - '0');
  }
  return inputs < 2 ? 0 : inputs + 1;
}

bool Theory::isPrimitive(Symbol name) const {
  return primitiveArity(symbols.text(name)) != 0;
}

bool Theory::isPredicate(Symbol name, size_t arguments) const {
  if (const Definition *found = definition(name))
    return found->parameters.size() == arguments;
  return primitiveArity(symbols.text(name)) == arguments;
}

namespace {

/// Types while they are being inferred: one slot a constant and parameter.
class TheoryTypes final : public TypeScope {
public:
  explicit TheoryTypes(Theory &theory) : theory(theory), unifier(theory.types) {
    for (const auto &[name, type] : theory.constants)
      constants[name] = unifier.unknown();
    for (const Definition &definition : theory.definitions)
      for (size_t i = 0; i < definition.parameters.size(); ++i)
        parameters[definition.name].push_back(unifier.unknown());
  }

  bool run(std::string &clash) {
    for (const Definition &definition : theory.definitions) {
      current = definition.name;
      if (!add(definition.body, definition.name, clash))
        return false;
    }
    if (!add(theory.axioms, theory.name, clash))
      return false;
    for (const Statement &statement : theory.statements)
      if (!add(statement.formula, statement.name, clash))
        return false;
    for (Formula fact : theory.facts)
      if (!add(fact, theory.name, clash))
        return false;
    return finish(clash);
  }

private:
  Unifier::Slot symbol(Symbol name) override { return constants[name]; }
  Unifier::Slot pattern(uint32_t index) override {
    return parameters[current][index];
  }
  Unifier::Slot parameter(Symbol definition, size_t index) override {
    if (!theory.definition(definition))
      return noSlot;
    const std::vector<Unifier::Slot> &slots = parameters[definition];
    return index < slots.size() ? slots[index] : 0;
  }

  bool add(Formula f, Symbol where, std::string &clash) {
    clash = theory.symbols.quoted(where);
    return inferTypes(theory.store, f, unifier, *this);
  }

  bool finish(std::string &clash) {
    clash = theory.symbols.quoted(theory.name);
    for (auto &[name, type] : theory.constants)
      type = unifier.resolve(constants[name]);
    for (Definition &definition : theory.definitions)
      for (Unifier::Slot slot : parameters[definition.name])
        definition.types.push_back(unifier.resolve(slot));
    return !unifier.tooDeep();
  }

  Theory &theory;
  Unifier unifier;
  std::map<Symbol, Unifier::Slot> constants;
  std::map<Symbol, std::vector<Unifier::Slot>> parameters;
  Symbol current = SymbolTable::anonymous;
};

} // namespace

bool mplverify::inferTheoryTypes(Theory &theory, std::string &clash) {
  return TheoryTypes(theory).run(clash);
}
