//===- Theory.cpp - What proofs are checked against -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Theory.h"

#include <algorithm>

using namespace mplverify;

/// What the list has for the symbol, null if nothing.
template <typename Entry>
static const Entry *entryOf(const std::vector<Entry> &list,
                            const std::vector<uint32_t> &places,
                            Symbol symbol) {
  if (size_t(symbol) >= places.size() || !places[symbol])
    return nullptr;
  return &list[places[symbol] - 1];
}

/// Appends to the list; the first entry of a symbol is the one that is found.
template <typename Entry>
static void append(std::vector<Entry> &list, std::vector<uint32_t> &places,
                   Symbol symbol, Entry entry) {
  if (places.size() <= size_t(symbol))
    places.resize(symbol + 1);
  list.push_back(std::move(entry));
  if (!places[symbol])
    places[symbol] = uint32_t(list.size());
}

const Definition *Theory::definition(Symbol name) const {
  return entryOf(definitions, definitionOf, name);
}

const Statement *Theory::statement(Symbol name) const {
  return entryOf(statements, statementOf, name);
}

const InductionForm *Theory::induction(Symbol set) const {
  return entryOf(inductions, inductionOf, set);
}

void Theory::addDefinition(Definition definition) {
  const Symbol name = definition.name;
  append(definitions, definitionOf, name, std::move(definition));
}

void Theory::addStatement(Statement statement) {
  append(statements, statementOf, statement.name, statement);
}

void Theory::addInduction(InductionForm form) {
  const Symbol set = form.set;
  append(inductions, inductionOf, set, std::move(form));
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
