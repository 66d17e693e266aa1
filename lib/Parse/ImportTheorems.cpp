//===- ImportTheorems.cpp - Theorems of earlier runs ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What follows from some axioms follows from more of them. So theorems of
// another run hold here if all that its theory says is said here, which is
// decided by comparing texts in which bound variables have numbers.
//
//===----------------------------------------------------------------------===//

#include "ImportTheorems.h"

#include "mplc/Parse/Parser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <functional>

using namespace mplc;

namespace {

/// What stands for a name: a constant, or a number for a bound variable.
using Names = llvm::StringMap<std::string>;

/// A text that two expressions share if they differ in bound names only.
void writeKey(const Expr &expr, const Names &names, unsigned depth,
              std::string &key) {
  auto add = [&](const Identifier &argument) {
    auto it = names.find(argument.name);
    key += it == names.end() ? argument.name : it->second;
    key += ',';
  };
  switch (expr.kind) {
  case Expr::Kind::Atom:
  case Expr::Kind::Equality:
    key += expr.kind == Expr::Kind::Atom ? expr.name : "=";
    key += '[';
    llvm::for_each(expr.arguments, add);
    key += ']';
    return;
  case Expr::Kind::Negation:
    key += '!';
    break;
  case Expr::Kind::Conjunction:
    key += '&';
    break;
  case Expr::Kind::Implication:
    key += '>' + std::to_string(expr.arguments.size());
    break;
  }
  key += '(';
  Names inner;
  const Names *scope = &names;
  if (expr.kind == Expr::Kind::Implication && !expr.arguments.empty()) {
    inner = names;
    // No name starts with a bracket.
    for (const Identifier &variable : expr.arguments)
      inner[variable.name] = "(" + std::to_string(depth++);
    scope = &inner;
  }
  for (const ExprPtr &operand : expr.operands)
    writeKey(*operand, *scope, depth, key);
  key += ')';
}

std::string keyOf(const Expr &expr, const Names &names = {}) {
  std::string key;
  writeKey(expr, names, 0, key);
  return key;
}

std::string keyOf(const Definition &definition) {
  Names names;
  std::string key = std::to_string(definition.parameters.size()) + ":";
  for (auto [i, parameter] : llvm::enumerate(definition.parameters))
    names[parameter.id.name] = "@" + std::to_string(i);
  if (definition.body)
    key += keyOf(*definition.body, names);
  return key;
}

const Definition *find(const Module &module, llvm::StringRef name) {
  for (const Definition &definition : module.definitions)
    if (definition.id.name == name)
      return &definition;
  return nullptr;
}

/// Calls `see` with each part of what `expr` asserts, parts that are definitions
/// also unfolded, as long as it says so.
void parts(const Module &module, const Expr &expr, const Names &names,
           const std::function<bool(const Expr &, const Names &)> &see) {
  if (expr.kind == Expr::Kind::Conjunction) {
    for (const ExprPtr &operand : expr.operands)
      parts(module, *operand, names, see);
    return;
  }
  if (!see(expr, names) || expr.kind != Expr::Kind::Atom)
    return;
  const Definition *definition = find(module, expr.name);
  if (!definition || !definition->body ||
      definition->parameters.size() != expr.arguments.size())
    return;
  Names inner;
  for (auto [parameter, argument] :
       llvm::zip(definition->parameters, expr.arguments)) {
    auto it = names.find(argument.name);
    inner[parameter.id.name] = it == names.end() ? argument.name : it->second;
  }
  parts(module, *definition->body, inner, see);
}

class Importer {
public:
  Importer(Module &module, Theorems &theorems, Diagnostics &diagnostics)
      : module(module), theorems(theorems), from(*theorems.module),
        diagnostics(diagnostics) {}

  void run() {
    if (!checkDefinitions() || !checkTheory())
      return;
    for (const Identifier &name : theorems.import.names)
      if (llvm::none_of(from.conjectures, [&](const Conjecture &c) {
            return c.id.name == name.name;
          }))
        diagnostics.error(name.loc, "'" + theorems.import.file.path +
                                        "' states no theorem '" + name.name +
                                        "'");
    for (Conjecture &statement : from.conjectures)
      import(statement);
  }

private:
  bool refuse(const llvm::Twine &reason) {
    diagnostics.error(theorems.import.file.loc,
                      "cannot use the theorems of '" +
                          theorems.import.file.path + "': " + reason);
    return false;
  }

  /// A definition that both have is the same; those that are missing are added.
  bool checkDefinitions() {
    for (Definition &definition : from.definitions) {
      const Definition *own = find(module, definition.id.name);
      if (!own)
        missing.push_back(&definition);
      else if (keyOf(*own) != keyOf(definition))
        return refuse("'" + definition.id.name +
                      "' has another definition there");
    }
    return true;
  }

  bool checkTheory() {
    if (!module.theory || !module.theory->axioms || !from.theory ||
        !from.theory->axioms)
      return refuse("there is no theory");
    llvm::StringSet<> constants;
    for (const Parameter &constant : module.theory->constants)
      constants.insert(constant.id.name);
    for (const Parameter &constant : from.theory->constants)
      if (!constants.contains(constant.id.name))
        return refuse("the constant '" + constant.id.name +
                      "' of its theory is none of this one");
    return checkAxioms() && checkForms();
  }

  bool checkAxioms() {
    llvm::StringSet<> known;
    parts(module, *module.theory->axioms, {},
          [&](const Expr &part, const Names &names) {
            known.insert(keyOf(part, names));
            return true;
          });
    const Expr *unknown = nullptr;
    parts(from, *from.theory->axioms, {},
          [&](const Expr &part, const Names &names) {
            if (known.contains(keyOf(part, names)))
              return false;
            // What it says may be known by its parts.
            if (part.kind == Expr::Kind::Atom && find(from, part.name))
              return true;
            unknown = unknown ? unknown : &part;
            return false;
          });
    return !unknown || refuse("this theory does not have the axiom " +
                              mplc::toString(*unknown));
  }

  bool checkForms() {
    auto same = [](const Induction &a, const Induction &b) {
      return a.set.name == b.set.name &&
             llvm::equal(a.constructors, b.constructors,
                         [](const Identifier &x, const Identifier &y) {
                           return x.name == y.name;
                         });
    };
    for (const Induction &form : from.inductions)
      if (llvm::none_of(module.inductions, [&](const Induction &own) {
            return same(own, form);
          }))
        return refuse("the induction form for '" + form.set.name +
                      "' is none of this file");
    llvm::StringSet<> facts;
    for (const Fact &fact : module.facts)
      facts.insert(keyOf(*fact.atom));
    for (const Fact &fact : from.facts)
      if (!facts.contains(keyOf(*fact.atom)))
        return refuse("the fact " + mplc::toString(*fact.atom) +
                      " is none of this file");
    return true;
  }

  bool isAssumedAlready(const Conjecture &statement) const {
    return llvm::any_of(module.conjectures, [&](const Conjecture &own) {
      return own.assumed && own.id.name == statement.id.name && own.statement &&
             keyOf(*own.statement) == keyOf(*statement.statement);
    });
  }

  bool isWanted(const Conjecture &statement) const {
    const bool isPremise = statement.assumed && statement.provedIn.empty();
    return isPremise || theorems.import.names.empty() ||
           llvm::any_of(theorems.import.names, [&](const Identifier &name) {
             return name.name == statement.id.name;
           });
  }

  void import(Conjecture &statement) {
    if (!statement.statement || !isWanted(statement) ||
        isAssumedAlready(statement))
      return;
    if (!statement.assumed && !hasProof(statement.id.name)) {
      refuse("there is no proof of '" + statement.id.name + "' beside it");
      return;
    }
    addDefinitions(*statement.statement);
    Conjecture &added = module.conjectures.emplace_back();
    added.id = {statement.id.name, theorems.import.file.loc};
    added.assumed = true;
    if (!statement.assumed || !statement.provedIn.empty())
      added.provedIn = theorems.path;
    added.statement = std::move(statement.statement);
  }

  bool hasProof(llvm::StringRef name) const {
    llvm::SmallString<128> proof = llvm::sys::path::parent_path(theorems.path);
    llvm::sys::path::append(proof, "proofs", name + ".proof");
    return llvm::sys::fs::exists(proof);
  }

  /// The definitions that an expression needs and that are not here yet.
  void addDefinitions(const Expr &expr) {
    if (expr.kind == Expr::Kind::Atom) {
      auto it = llvm::find_if(missing, [&](const Definition *definition) {
        return definition->id.name == expr.name;
      });
      if (it != missing.end()) {
        Definition *definition = *it;
        missing.erase(it);
        addDefinitions(*definition->body);
        definition->syntax = nullptr;
        module.definitions.push_back(std::move(*definition));
      }
    }
    for (const ExprPtr &operand : expr.operands)
      addDefinitions(*operand);
  }

  Module &module;
  Theorems &theorems;
  Module &from;
  Diagnostics &diagnostics;
  std::vector<Definition *> missing;
};

} // namespace

void mplc::importTheorems(Module &module, Theorems &theorems,
                          Diagnostics &diagnostics) {
  Importer(module, theorems, diagnostics).run();
}
