//===- Reasons.cpp - Why a step holds -------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function for each reason of docs/proof-format.md. Each sees the formula of
// the step, the words after the reason, and what is in scope. Formulas that a
// proof makes up are typed here (what follows from typed formulas is typed).
//
//===----------------------------------------------------------------------===//

#include "Checker.h"

#include <algorithm>

using namespace mplverify;
using Kind = FormulaStore::Kind;

//===--- Clauses ----------------------------------------------------------===//

bool Checker::findRoot(std::string_view word, Root &root) {
  if (word.starts_with('@')) {
    Step step;
    if (!cite(word.substr(1), step))
      return false;
    root = {step.named, nullptr, true};
    return true;
  }
  if (word.starts_with("fact:")) {
    uint32_t k = 0;
    word.remove_prefix(5);
    if (word != "0" && !parseNumber(word, k))
      return fail("expected the number of a fact");
    if (k >= theory.facts.size())
      return fail("there is no fact " + std::to_string(k));
    citesFacts = true;
    root = {theory.facts[k], nullptr, false};
    return true;
  }
  Symbol name = symbols.intern(word);
  if (name == theory.name) {
    root = {theory.axioms, nullptr, false};
    return true;
  }
  if (const Definition *definition = theory.definition(name)) {
    root = {definition->body, definition, false};
    return true;
  }
  for (const Theorem &used : *uses)
    if (used.name == name) {
      root = {used.statement, nullptr, false};
      return true;
    }
  return fail("'" + std::string(word) +
              "' is no theory, definition or theorem that 'uses' lists");
}

bool Checker::findClause(Words &words, Root &root, const Clause *&clause) {
  if (!findRoot(words.take(), root))
    return false;
  ClauseTable &table = root.isStep ? stepClauses : theoryClauses;
  clause = &table.find(root.formula, root.definition, words.take());
  return clause->error.empty() || fail(clause->error);
}

/// Splits `x=t`; x is one of the variables.
bool Checker::splitPair(std::string_view word,
                        const std::vector<Symbol> &variables, size_t &variable,
                        std::string_view &value) {
  size_t sign = word.find('=', 1);
  if (sign == word.npos)
    return fail("expected a variable and its term, found '" +
                std::string(word) + "'");
  Symbol name = symbols.intern(word.substr(0, sign));
  auto it = std::find(variables.begin(), variables.end(), name);
  if (it == variables.end())
    return fail("there is no variable " + symbols.quoted(name));
  variable = size_t(it - variables.begin());
  value = word.substr(sign + 1);
  return true;
}

/// Reads `x=t ..` for all the variables, whose patterns start at `offset`.
bool Checker::substitute(Words &words, const std::vector<Symbol> &variables,
                         size_t offset, const std::vector<Type> &types) {
  size_t count = 0;
  for (; !words.empty() && words.peek() != "from" && words.peek() != "new";
       ++count) {
    size_t variable;
    std::string_view value;
    if (!splitPair(words.take(), variables, variable, value))
      return false;
    Term &term = terms[offset + variable];
    if (term != noTerm)
      return fail("variable " + symbols.quoted(variables[variable]) +
                  " has two terms");
    if (!termInScope(value, term))
      return false;
    if (info(term).type != types[offset + variable])
      return fail("the type of " + symbols.quoted(term) +
                  " is not that of the variable " +
                  symbols.quoted(variables[variable]));
  }
  if (count == variables.size())
    return true;
  size_t missing = 0;
  while (terms[offset + missing] != noTerm)
    ++missing;
  return fail("variable " + symbols.quoted(variables[missing]) +
              " has no term");
}

bool Checker::nameWitnesses(Words &words, const Clause &clause) {
  size_t offset = clause.parameters + clause.variables.size();
  if (words.peek() == "new")
    words.take();
  else if (!clause.witnesses.empty())
    return fail("expected 'new'");
  while (!words.empty() && words.peek() != "from") {
    size_t variable;
    std::string_view name;
    if (!splitPair(words.take(), clause.witnesses, variable, name))
      return false;
    Term &term = terms[offset + variable];
    if (term != noTerm)
      return fail("variable " + symbols.quoted(clause.witnesses[variable]) +
                  " has two names");
    if (!introduce(name, clause.types[offset + variable], term))
      return false;
  }
  for (size_t i = 0; i < clause.witnesses.size(); ++i)
    if (terms[offset + i] == noTerm)
      return fail("variable " + symbols.quoted(clause.witnesses[i]) +
                  " has no name");
  return true;
}

/// Whether the steps cited, from the first one to count on, state the patterns
/// in order.
bool Checker::citedAre(const std::vector<Formula> &patterns, size_t first,
                       bool report) {
  if (cited.size() - first != patterns.size())
    return report && fail("expected " +
                          std::to_string(patterns.size() + first) +
                          " cited steps, found " +
                          std::to_string(cited.size()));
  for (size_t i = 0; i < patterns.size(); ++i)
    if (!counts(cited[first + i].canonical, patterns[i]))
      return report &&
             fail("step " + std::to_string(cited[first + i].number) +
                  " is not premise " + std::to_string(i + 1));
  return true;
}

/// Whether the cited steps are the premises. Of a definition the first is its
/// atom, which gives the parameters.
bool Checker::appliesWithRoot(const Root &root, const Clause &clause) {
  if (!root.definition)
    return citedAre(clause.premises, 0, true);
  if (cited.empty())
    return fail("expected a step that states " +
                symbols.quoted(root.definition->name));
  parts.clear();
  store.flatten(cited[0].canonical, parts);
  size_t candidates = 0;
  for (Formula part : parts) {
    if (!store.is(part, Kind::Atom) ||
        store.predicate(part) != root.definition->name)
      continue;
    ++candidates;
    auto arguments = store.arguments(part);
    std::copy(arguments.begin(), arguments.end(), terms.begin());
    if (headMatches(clause) && citedAre(clause.premises, 1, false))
      return true;
  }
  if (candidates == 0)
    return fail("step " + std::to_string(cited[0].number) +
                " does not state " + symbols.quoted(root.definition->name));
  return headMatches(clause) ? citedAre(clause.premises, 1, true)
                             : fail("the formula is not what the clause says");
}

/// Whether the formula of the step is the head, or what holds of witnesses.
bool Checker::headMatches(const Clause &clause) {
  if (!witnessStep)
    return store.matches(clause.head, terms, stated);
  const std::vector<Formula> &expected = clause.parts;
  if (!store.is(stated, Kind::Conjunction))
    return false;
  auto found = store.words(stated);
  if (found.size() != expected.size())
    return false;
  for (size_t i = 0; i < found.size(); ++i)
    if (!store.matches(expected[i], terms, found[i]))
      return false;
  return true;
}

bool Checker::clauseReason(Words words, Root root, const Clause &clause) {
  terms.assign(clause.patterns(), noTerm);
  if (!substitute(words, clause.variables, clause.parameters, clause.types))
    return false;
  if (witnessStep && !nameWitnesses(words, clause))
    return false;
  if (!citeAll(words, true))
    return false;
  if (!root.definition && !headMatches(clause))
    return fail("the formula is not what the clause says");
  return appliesWithRoot(root, clause);
}

bool Checker::clauseStep(Words words, Formula f) {
  Root root;
  const Clause *clause;
  if (!findClause(words, root, clause))
    return false;
  witnessStep = false;
  stated = store.canonical(f);
  return clauseReason(words, root, *clause);
}

/// The formula may name the witnesses, so it is parsed once they are known.
bool Checker::witnessStepLine(Words words, std::string_view formula,
                              Formula &f) {
  return true;
}

//===--- Propositional reasons --------------------------------------------===//

bool Checker::premiseReason(Words words, Formula f) {
  if (!nothingMore(words))
    return false;
  bool found = std::find(premises.rbegin(), premises.rend(),
                         store.canonical(f)) != premises.rend();
  return found || fail("the formula is no premise of an enclosing block");
}
