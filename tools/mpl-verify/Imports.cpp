//===- Imports.cpp - Theorems that other runs proved ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What follows from axioms follows from more of them. Two theories have their
// own symbols and formulas, so they are compared by texts without bound names.
//
//===----------------------------------------------------------------------===//

#include "Imports.h"

#include <algorithm>
#include <filesystem>
#include <functional>

using namespace mplverify;
namespace fs = std::filesystem;

bool mplverify::findFiles(const std::string &path,
                          std::vector<std::string> &files) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    files.push_back(path);
    return fs::exists(path, error);
  }
  fs::path folder = path;
  if (fs::is_directory(folder / "proofs", error))
    folder /= "proofs";
  std::vector<std::string> found;
  fs::directory_iterator it(folder, error), end;
  for (; !error && it != end; it.increment(error))
    if (it->path().extension() == ".proof" || it->path().extension() == ".model")
      found.push_back(it->path().string());
  std::sort(found.begin(), found.end());
  files.insert(files.end(), found.begin(), found.end());
  return !error;
}

//===--- Texts ------------------------------------------------------------===//

static void writeKey(const Theory &theory, Formula f, std::string &key) {
  const FormulaStore &store = theory.store;
  using Kind = FormulaStore::Kind;
  const auto words = store.words(f);
  switch (store.kind(f)) {
  case Kind::False:
    key += "false";
    return;
  case Kind::Atom:
    key += theory.symbols.text(store.predicate(f));
    key += '[';
    for (Term term : store.arguments(f)) {
      if (isSymbol(term))
        key += theory.symbols.text(term);
      else // No name has one of these.
        key += isPattern(term) ? "(" + std::to_string(patternIndex(term))
                               : ")" + std::to_string(boundIndex(term));
      key += ',';
    }
    key += ']';
    return;
  case Kind::Negation:
    key += '!';
    writeKey(theory, store.negated(f), key);
    return;
  case Kind::Implication:
    key += '>' + std::to_string(words.size() - 2) + '(';
    writeKey(theory, words[0], key);
    writeKey(theory, words[1], key);
    break;
  case Kind::Conjunction:
    key += "&(";
    for (Formula part : words)
      writeKey(theory, part, key);
    break;
  }
  key += ')';
}

static std::string keyOf(const Theory &theory, Formula f) {
  std::string key;
  writeKey(theory, f, key);
  return key;
}

static std::string keyOf(const TypeTable &types, Type type) {
  using Kind = TypeTable::Kind;
  if (types.kind(type) == Kind::Element)
    return "1";
  std::string first = "(" + keyOf(types, types.first(type)) + ")";
  return types.kind(type) == Kind::Power
             ? "P" + first
             : "x" + first + "(" + keyOf(types, types.second(type)) + ")";
}

/// Calls `see` with the flattened parts of a formula; those that are definitions are
/// unfolded as well if it returns true.
static void parts(Theory &theory, Formula f,
                  const std::function<bool(Formula)> &see) {
  std::vector<Formula> list;
  theory.store.flatten(f, list);
  for (Formula part : list) {
    if (!see(part) || !theory.store.is(part, FormulaStore::Kind::Atom))
      continue;
    const Definition *definition = theory.definition(theory.store.predicate(part));
    if (!definition)
      continue;
    const auto span = theory.store.arguments(part);
    const std::vector<Term> arguments(span.begin(), span.end());
    parts(theory, theory.store.replacePatterns(definition->body, arguments), see);
  }
}

//===--- One theory in another --------------------------------------------===//

static bool hasForm(const Theory &theory, const InductionForm &form,
                    const Theory &whole) {
  for (const InductionForm &other : whole.inductions)
    if (whole.symbols.text(other.set) == theory.symbols.text(form.set))
      return std::equal(form.constructors.begin(), form.constructors.end(),
                        other.constructors.begin(), other.constructors.end(),
                        [&](const Constructor &a, const Constructor &b) {
                          return theory.symbols.text(a.name) ==
                                 whole.symbols.text(b.name);
                        });
  return false;
}

bool ImportChecker::isPart(Theory &theory, Theory &whole, std::string &problem) {
  const auto text = [&](Symbol symbol) { return theory.symbols.text(symbol); };
  for (const auto &[name, type] : theory.constants) {
    auto it = whole.constants.find(whole.symbols.intern(text(name)));
    problem = "the constant " + quote(text(name));
    if (it == whole.constants.end() ||
        keyOf(whole.types, it->second) != keyOf(theory.types, type))
      return false;
  }
  for (const Definition &definition : theory.definitions) {
    const Definition *other =
        whole.definition(whole.symbols.intern(text(definition.name)));
    problem = "the definition " + quote(text(definition.name));
    if (other && (other->parameters.size() != definition.parameters.size() ||
                  keyOf(whole, other->body) != keyOf(theory, definition.body)))
      return false;
  }
  std::set<std::string> known;
  parts(whole, whole.axioms, [&](Formula f) {
    known.insert(keyOf(whole, f));
    return true;
  });
  bool ok = true;
  parts(theory, theory.axioms, [&](Formula f) {
    if (known.count(keyOf(theory, f)))
      return false;
    if (theory.store.is(f, FormulaStore::Kind::Atom) &&
        theory.definition(theory.store.predicate(f)))
      return true;
    ok = false;
    return false;
  });
  problem = "an axiom";
  if (!ok)
    return false;
  problem = "an induction form";
  for (const InductionForm &form : theory.inductions)
    if (!hasForm(theory, form, whole))
      return false;
  problem = "a fact";
  std::set<std::string> facts;
  for (Formula fact : whole.facts)
    facts.insert(keyOf(whole, fact));
  for (Formula fact : theory.facts)
    if (!facts.count(keyOf(theory, fact)))
      return false;
  for (const Statement &statement : theory.statements) {
    if (!statement.assumed || !statement.provedIn.empty())
      continue;
    problem = "the assumption " + quote(text(statement.name));
    const Statement *other =
        whole.statement(whole.symbols.intern(text(statement.name)));
    if (!other || !other->assumed ||
        keyOf(whole, other->formula) != keyOf(theory, statement.formula))
      return false;
  }
  return true;
}

//===--- Runs -------------------------------------------------------------===//

ImportChecker::Run *ImportChecker::load(const std::string &path) {
  std::error_code code;
  const std::string real = fs::weakly_canonical(path, code).string();
  if (std::find(open.begin(), open.end(), real) != open.end()) {
    problems.push_back(path + ": its theorems rest on themselves");
    return nullptr;
  }
  const auto [it, isNew] = runs.try_emplace(real);
  if (!isNew)
    return it->second.get();
  auto run = std::make_unique<Run>();
  std::string error;
  if (!readTheory(path, run->theory, error)) {
    problems.push_back(error);
    return nullptr;
  }
  open.push_back(real);
  check(run->theory);
  open.pop_back();
  checkProofs(*run, path);
  return (runs[real] = std::move(run)).get();
}

void ImportChecker::checkProofs(Run &run, const std::string &path) {
  std::vector<std::string> files;
  const fs::path folder = fs::path(path).parent_path();
  findFiles(folder.empty() ? "." : folder.string(), files);
  ProofSet proofs(run.theory);
  for (const std::string &file : files)
    if (fs::path(file).extension() == ".proof" && !proofs.add(file))
      problems.push_back(file + ": cannot be read");
  proofs.check();
  for (const Proof &proof : proofs.all()) {
    if (!proof.error.empty()) {
      problems.push_back(proof.path + ":" + std::to_string(proof.errorLine) +
                         ": " + proof.error);
      continue;
    }
    ++numProofs;
    run.proved.emplace(run.theory.symbols.text(proof.theorem.name));
  }
}

void ImportChecker::check(Theory &theory) {
  std::map<std::string, std::vector<const Statement *>> byFile;
  for (const Statement &statement : theory.statements)
    if (!statement.provedIn.empty())
      byFile[statement.provedIn].push_back(&statement);
  for (const auto &[path, statements] : byFile) {
    Run *run = load(path);
    std::string problem;
    if (!run) {
      problems.push_back(path + ": none of its theorems can be used");
      continue;
    }
    if (!isPart(run->theory, theory, problem)) {
      problems.push_back(path + ": " + problem +
                         " of its theory is not the same in " +
                         theory.symbols.quoted(theory.name));
      continue;
    }
    for (const Statement *statement : statements) {
      const std::string name(theory.symbols.text(statement->name));
      const Statement *there =
          run->theory.statement(run->theory.symbols.intern(name));
      if (!there || keyOf(run->theory, there->formula) !=
                        keyOf(theory, statement->formula))
        problems.push_back(path + ": it does not state " + quote(name) +
                           " as it is used");
      else if (there->assumed ? there->provedIn.empty()
                              : !run->proved.count(name))
        problems.push_back(path + ": " + quote(name) + " is not proved there");
    }
  }
}
