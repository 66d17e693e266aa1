//===- Clause.cpp - What a path reaches in a formula ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A path walks from a formula to one of the clauses that it implies. Where it
// enters an implication, new pattern variables take the place of the bound
// ones, so that all that is met on the way is about one set of variables.
//
// The types of the variables come from all that is in their scope and not just
// from what the path keeps of it: each body is typed when it is opened, before
// the path picks a part.
//
//===----------------------------------------------------------------------===//

#include "Clause.h"

#include <algorithm>

using namespace mplverify;
using Kind = FormulaStore::Kind;

bool PatternTypes::resolve(std::vector<Type> &types) {
  for (Unifier::Slot slot : patterns)
    types.push_back(unifier.resolve(slot));
  return !unifier.tooDeep();
}

Unifier::Slot PatternTypes::parameter(Symbol name, size_t index) {
  const Definition *definition = theory.definition(name);
  if (!definition)
    return noSlot;
  if (index >= definition->types.size())
    return 0;
  return unifier.known(definition->types[index]);
}

namespace {

/// No word of a proof is this path.
constexpr std::string_view wholePath = " ";

/// One walk along a path.
class Walk {
public:
  Walk(Theory &theory, const NameTypes &names, Clause &clause)
      : theory(theory), store(theory.store), clause(clause),
        types(theory, theory.types, names) {}

  bool start(Formula root, const Definition *definition) {
    at = root;
    if (definition)
      for (Type type : definition->types) {
        types.add(type);
        terms.push_back(patternTerm(uint32_t(terms.size())));
      }
    clause.parameters = terms.size();
    return types.infer(root) || fail("types clash");
  }

  bool follow(std::string_view path) {
    if (path == "-")
      return true;
    while (true) {
      size_t dot = path.find('.');
      if (!step(path.substr(0, dot)))
        return false;
      if (dot == path.npos)
        return true;
      path.remove_prefix(dot + 1);
    }
  }

  bool followToEnd() {
    while (store.is(at, Kind::Implication))
      if (!enter())
        return false;
    return true;
  }

  /// Turns the formula reached into the head.
  bool finish() {
    clause.head = store.canonical(at);
    clause.existential = store.isExistential(at);
    if (clause.existential) {
      openExistential();
    } else if (store.is(at, Kind::Negation)) {
      store.flatten(store.canonical(store.negated(at)), clause.premises);
      clause.head = FormulaStore::falseFormula;
    }
    return types.resolve(clause.types) || fail("types nest too deep");
  }

private:
  bool fail(std::string message) {
    clause.error = std::move(message);
    return false;
  }

  bool step(std::string_view word) {
    if (word == "i")
      return store.is(at, Kind::Implication)
                 ? enter()
                 : fail("the path enters what is no implication");
    if (word == "u")
      return unfold();
    return pick(word);
  }

  bool pick(std::string_view word) {
    size_t k = 0;
    for (char c : word) {
      if (c < '0' || c > '9' || word.size() > 9)
        return fail("there is no such path");
      k = k * 10 + size_t(c - '0');
    }
    if (word.empty() || (word.size() > 1 && word[0] == '0'))
      return fail("there is no such path");
    if (!store.is(at, Kind::Conjunction) || k >= store.words(at).size())
      return fail("the path picks a part that there is not");
    at = store.words(at)[k];
    return true;
  }

  bool unfold() {
    const Definition *definition =
        store.is(at, Kind::Atom) ? theory.definition(store.predicate(at))
                                 : nullptr;
    if (!definition)
      return fail("the path unfolds what is no definition");
    auto words = store.arguments(at);
    std::vector<Term> arguments(words.begin(), words.end());
    at = store.replacePatterns(definition->body, arguments);
    return types.infer(at) || fail("types clash");
  }

  bool enter() {
    Formula implication = at;
    std::vector<Term> opened = open(implication, clause.variables);
    Formula left = store.instantiate(store.left(implication), opened);
    at = store.instantiate(store.right(implication), opened);
    store.flatten(store.canonical(left), clause.premises);
    return (types.infer(left) && types.infer(at)) || fail("types clash");
  }

  void openExistential() {
    Formula implication = store.negated(at);
    std::vector<Term> opened = open(implication, clause.witnesses);
    Formula left = store.instantiate(store.left(implication), opened);
    Formula right = store.instantiate(store.right(implication), opened);
    right = store.negate(right);
    // What is typed here was typed before as a whole, and cannot clash.
    types.infer(left);
    types.infer(right);
    store.flatten(store.canonical(left), clause.parts);
    store.flatten(store.canonical(right), clause.parts);
  }

  /// New pattern variables for those of an implication.
  std::vector<Term> open(Formula implication, std::vector<Symbol> &into) {
    std::vector<Symbol> bound(store.variables(implication).begin(),
                              store.variables(implication).end());
    std::vector<Term> opened;
    for (Symbol variable : bound) {
      into.push_back(distinct(variable, into));
      opened.push_back(patternTerm(uint32_t(terms.size())));
      terms.push_back(opened.back());
      types.addUnknown();
    }
    return opened;
  }

  /// The second `x` along a path is called `x#2`, the third `x#3`.
  Symbol distinct(Symbol variable, const std::vector<Symbol> &others) {
    auto taken = [&](Symbol name) {
      return std::find(others.begin(), others.end(), name) != others.end();
    };
    if (!taken(variable))
      return variable;
    for (unsigned n = 2;; ++n) {
      std::string text(theory.symbols.text(variable));
      Symbol next = theory.symbols.intern(text + "#" + std::to_string(n));
      if (!taken(next))
        return next;
    }
  }

  Theory &theory;
  FormulaStore &store;
  Clause &clause;
  PatternTypes types;
  std::vector<Term> terms;
  Formula at = FormulaStore::falseFormula;
};

} // namespace

const Clause &ClauseTable::find(Formula root, const Definition *definition,
                                std::string_view path) {
  Key key{root, definition ? definition->name : SymbolTable::anonymous,
          theory.symbols.intern(path)};
  if (last.second && last.first == key)
    return *last.second;
  auto [it, isNew] = numbers.try_emplace(key, nullptr);
  if (isNew) {
    it->second = &clauses.emplace_back();
    Walk walk(theory, names, *it->second);
    bool ok = walk.start(root, definition) &&
              (path == wholePath ? walk.followToEnd() : walk.follow(path)) &&
              walk.finish();
    if (ok == !it->second->error.empty())
      it->second->error = "there is no such path";
  }
  last = {key, it->second};
  return *it->second;
}

const Clause &ClauseTable::whole(Formula f) { return find(f, nullptr, wholePath); }
