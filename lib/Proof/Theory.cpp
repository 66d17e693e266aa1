//===- Theory.cpp - Reads the theory of a run -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

#include <algorithm>

namespace mplc::proof {

template <typename List>
static auto find(List &list, std::string_view name) -> decltype(&list[0]) {
  for (auto &entry : list)
    if (entry.name == name)
      return &entry;
  return nullptr;
}

const Definition *Theory::definition(std::string_view name) const {
  return find(definitions, name);
}

const Statement *Theory::assumption(std::string_view name) const {
  return find(assumed, name);
}

const InductionForm *Theory::induction(std::string_view set) const {
  for (const InductionForm &form : inductions)
    if (form.set == set)
      return &form;
  return nullptr;
}

TypeRef Theory::typeOf(std::string_view name) const {
  if (const Variable *constant = find(constants, name))
    return constant->type;
  if (const Variable *integer = find(integers, name))
    return integer->type;
  return nullptr;
}

std::vector<FormulaRef> Theory::axiomList() const {
  if (axioms->kind == Formula::Kind::Conjunction)
    return axioms->parts;
  return {axioms};
}

bool InductionForm::isRecursive(const Constructor &constructor,
                                size_t input) const {
  const auto &sets = constructor.inputSets[input];
  return std::find(sets.begin(), sets.end(), set) != sets.end();
}

namespace {

class TheoryReader {
public:
  TheoryReader(std::string_view text, Theory &theory, std::string &error)
      : scanner(text), theory(theory), error(error) {}

  bool run() {
    while (!scanner.atEnd())
      if (!form())
        return fail("expected a form");
    if (!theory.axioms)
      return fail("there is no theory");
    return inferTypes() && supportInductions(theory, error);
  }

private:
  bool fail(const std::string &message) {
    if (error.empty())
      error = scanner.error.empty() ? message : scanner.error;
    return false;
  }

  bool form() {
    if (!scanner.take('('))
      return false;
    const std::string word = scanner.takeName();
    if (word == "define" || word == "theory")
      return named(word == "theory");
    if (word == "conjecture" || word == "assume")
      return statement(word == "assume");
    if (word == "induction")
      return induction();
    if (word == "fact") {
      theory.facts.push_back(scanner.formula());
      return theory.facts.back() && scanner.take(')');
    }
    return word == "explore" && exploration();
  }

  bool named(bool isTheory) {
    const std::string name = scanner.takeName();
    std::vector<std::string> names;
    if (name.empty() || !scanner.takeList(names))
      return false;
    std::vector<Variable> variables;
    for (std::string &text : names)
      variables.push_back({std::move(text), nullptr});
    FormulaRef body = scanner.formula();
    if (!body || !scanner.take(')'))
      return false;
    if (!isTheory) {
      theory.definitions.push_back({name, std::move(variables), body});
      return true;
    }
    if (theory.axioms)
      return fail("a file states one theory only");
    theory.name = name;
    theory.constants = std::move(variables);
    theory.axioms = body;
    return true;
  }

  bool statement(bool isAssumed) {
    const std::string name = scanner.takeName();
    FormulaRef formula = name.empty() ? nullptr : scanner.formula();
    if (!formula)
      return false;
    // Of a theorem of another run, the file that has it.
    if (isAssumed && scanner.take('"') && !scanner.skipPast('"'))
      return false;
    if (!scanner.take(')'))
      return false;
    (isAssumed ? theory.assumed : theory.stated).push_back({name, formula});
    return true;
  }

  bool induction() {
    std::vector<std::string> names;
    if (!scanner.takeList(names) || names.size() < 2)
      return false;
    InductionForm form{names[0], {}};
    for (size_t i = 1; i < names.size(); ++i)
      form.constructors.push_back({names[i], {}, nullptr, {}});
    theory.inductions.push_back(std::move(form));
    return scanner.take(')');
  }

  /// What a search was told is nothing that a proof needs.
  bool exploration() {
    std::vector<std::string> symbols;
    if (scanner.takeName().empty() || !scanner.takeList(symbols))
      return false;
    while (scanner.take('(')) {
      scanner.takeName();
      scanner.takeName();
      if (!scanner.take(')'))
        return false;
    }
    return scanner.take(')');
  }

  bool inferTypes() {
    std::map<std::string, Unifier::Slot> constants, local;
    std::map<std::string, std::vector<Unifier::Slot>> parameters;
    TypeInference inference(
        [&](const std::string &name) -> std::optional<Unifier::Slot> {
          for (const auto *scope : {&local, &constants})
            if (auto it = scope->find(name); it != scope->end())
              return it->second;
          return std::nullopt;
        },
        [&](const std::string &name) -> const std::vector<Unifier::Slot> * {
          auto it = parameters.find(name);
          return it == parameters.end() ? nullptr : &it->second;
        });
    auto add = [&](const FormulaRef &formula, const std::string &where) {
      return inference.add(formula) || fail(where + ": " + inference.error);
    };
    for (const Definition &definition : theory.definitions) {
      local.clear();
      std::vector<Unifier::Slot> slots;
      for (const Variable &parameter : definition.parameters) {
        slots.push_back(inference.unifier.unknown());
        local[parameter.name] = slots.back();
      }
      // Known from here on: a definition does not use itself or a later one.
      if (!add(definition.body, definition.name))
        return false;
      parameters[definition.name] = std::move(slots);
    }
    local.clear();
    for (const FormulaRef &fact : theory.facts)
      for (const std::string &name : fact->arguments)
        if (!find(theory.constants, name) && !find(theory.integers, name))
          theory.integers.push_back({name, nullptr});
    for (auto *list : {&theory.constants, &theory.integers})
      for (const Variable &constant : *list)
        constants[constant.name] = inference.unifier.unknown();
    if (!add(theory.axioms, theory.name))
      return false;
    for (const FormulaRef &fact : theory.facts)
      if (!add(fact, "fact"))
        return false;
    for (const auto *list : {&theory.assumed, &theory.stated})
      for (const Statement &statement : *list)
        if (!add(statement.formula, statement.name))
          return false;
    for (auto *list : {&theory.constants, &theory.integers})
      for (Variable &constant : *list)
        constant.type = inference.unifier.resolve(constants[constant.name]);
    for (Definition &definition : theory.definitions)
      for (size_t i = 0; i < definition.parameters.size(); ++i)
        definition.parameters[i].type =
            inference.unifier.resolve(parameters[definition.name][i]);
    auto isTyped = [](const Variable &v) { return v.type != nullptr; };
    bool ok =
        std::all_of(theory.constants.begin(), theory.constants.end(),
                    isTyped) &&
        std::all_of(theory.integers.begin(), theory.integers.end(), isTyped);
    for (const Definition &definition : theory.definitions)
      ok &= std::all_of(definition.parameters.begin(),
                        definition.parameters.end(), isTyped);
    return ok ? inference.finish() || fail(inference.error)
              : fail("a type has too many parts, or is that of a pair");
  }

  Scanner scanner;
  Theory &theory;
  std::string &error;
};

} // namespace

/// The sets and functions at the end of an atom of a definition, if all that
/// stands before them are elements.
static std::vector<std::string> lastArguments(const Definition &definition,
                                              const Formula &atom) {
  const auto &parameters = definition.parameters;
  auto isElement = [](const Variable &parameter) {
    return parameter.type->kind == Type::Kind::Element;
  };
  const auto first =
      std::find_if_not(parameters.begin(), parameters.end(), isElement);
  if (std::any_of(first, parameters.end(), isElement))
    return {};
  return {atom.arguments.begin() + (first - parameters.begin()),
          atom.arguments.end()};
}

static void findImplicit(Theory &theory, const Formula &formula) {
  for (const FormulaRef &part : formula.parts)
    findImplicit(theory, *part);
  const Definition *definition = formula.kind == Formula::Kind::Atom
                                     ? theory.definition(formula.predicate)
                                     : nullptr;
  if (!definition)
    return;
  std::vector<std::string> last = lastArguments(*definition, formula);
  const bool isConstant =
      last.size() < formula.arguments.size() &&
      std::all_of(last.begin(), last.end(), [&](const std::string &name) {
        return theory.typeOf(name) != nullptr;
      });
  if (!isConstant)
    last.clear();
  auto it = theory.implicitArguments.emplace(definition->name, last).first;
  // None, if they differ.
  if (it->second != last)
    it->second.clear();
}

bool readTheory(std::string_view text, Theory &theory, std::string &error) {
  error.clear();
  if (!TheoryReader(text, theory, error).run())
    return false;
  findImplicit(theory, *theory.axioms);
  for (const auto *list : {&theory.assumed, &theory.stated})
    for (const Statement &statement : *list)
      findImplicit(theory, *statement.formula);
  return true;
}

} // namespace mplc::proof
