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
  return fail(quote(word) +
                " is no theory, definition or theorem that 'uses' lists");
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
    return fail("expected a variable and its term, found " + quote(word));
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
bool Checker::applies(const Root &root, const Clause &clause) {
  if (!root.definition) {
    if (!headMatches(clause))
      return fail("the formula is not what the clause says");
    return citedAre(clause.premises, 0, true);
  }
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
  if (!witnessed)
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

bool Checker::clauseReason(Words words, Formula f) {
  Root root;
  const Clause *clause;
  if (!findClause(words, root, clause))
    return false;
  terms.assign(clause->patterns(), noTerm);
  if (!substitute(words, clause->variables, clause->parameters,
                  clause->types) ||
      !citeAll(words, true))
    return false;
  witnessed = false;
  stated = store.canonical(f);
  return applies(root, *clause);
}

/// The formula names the witnesses, so it is parsed once they are known.
bool Checker::witnessReason(Words words, std::string_view formula,
                            Formula &f) {
  Root root;
  const Clause *clause;
  if (!findClause(words, root, clause))
    return false;
  if (!clause->existential)
    return fail("the head is no existential");
  terms.assign(clause->patterns(), noTerm);
  if (!substitute(words, clause->variables, clause->parameters,
                  clause->types) ||
      !nameWitnesses(words, *clause) || !citeAll(words, true) ||
      !parseFormula(formula, f))
    return false;
  witnessed = true;
  stated = store.canonical(f);
  return applies(root, *clause);
}

//===--- Connectives ------------------------------------------------------===//

bool Checker::premiseReason(Words words, Formula f) {
  if (!nothingMore(words))
    return false;
  bool found = std::find(premises.rbegin(), premises.rend(),
                         store.canonical(f)) != premises.rend();
  return found || fail("the formula is no premise of an enclosing block");
}

bool Checker::existsReason(Words words, Formula f) {
  if (!store.isExistential(f))
    return fail("the formula is no existential");
  const Clause &clause = stepClauses.find(f, nullptr, "-");
  if (!clause.error.empty())
    return fail(clause.error);
  terms.assign(clause.patterns(), noTerm);
  return substitute(words, clause.witnesses, 0, clause.types) &&
         citeAll(words, true) && citedAre(clause.parts, 0, true);
}

bool Checker::foldReason(Words words, Formula f) {
  std::string_view name = words.take();
  const Definition *definition = theory.definition(symbols.intern(name));
  if (!definition)
    return fail(quote(name) +
                " is no definition");
  if (!store.is(f, Kind::Atom) || store.predicate(f) != definition->name)
    return fail("the formula is no atom of the definition");
  if (!citeAll(words, true) || !wellTyped(f))
    return false;
  terms.assign(store.arguments(f).begin(), store.arguments(f).end());
  parts.clear();
  store.flatten(store.canonical(definition->body), parts);
  return citedAre(parts, 0, true);
}

/// The parts count as they stand in the formula, or flattened.
bool Checker::bothReason(Words words, Formula f) {
  if (!store.is(f, Kind::Conjunction))
    return fail("the formula is no conjunction");
  if (!citeAll(words, false))
    return false;
  terms.clear();
  Formula conjunction = store.canonical(f);
  parts.clear();
  store.flatten(conjunction, parts);
  if (citedAre(parts, 0, false))
    return true;
  parts.assign(store.words(conjunction).begin(),
               store.words(conjunction).end());
  return citedAre(parts, 0, true);
}

bool Checker::absurdReason(Words words, Formula f) {
  Step step;
  if (!cite(words.take(), step) || !nothingMore(words))
    return false;
  if (step.canonical != FormulaStore::falseFormula)
    return fail("step " + std::to_string(step.number) + " is not false");
  return wellTyped(f);
}

//===--- Equality ---------------------------------------------------------===//

/// Appends the two sides of an equality, or of each that is a part.
void Checker::equalities(Formula f) {
  parts.clear();
  store.flatten(f, parts);
  for (Formula part : parts)
    if (store.isEquality(part))
      pairs.push_back({store.arguments(part)[0], store.arguments(part)[1]});
}

bool Checker::chainReason(Words words, Formula f) {
  if (!store.isEquality(f))
    return fail("the formula is no equality");
  if (!citeAll(words, false))
    return false;
  // A step that is a conjunction may go on from here to several terms.
  std::vector<Term> reached{store.arguments(f)[0]}, next;
  for (const Step &step : cited) {
    pairs.clear();
    equalities(step.canonical);
    next.clear();
    for (auto [a, b] : pairs) {
      if (std::find(reached.begin(), reached.end(), a) != reached.end())
        next.push_back(b);
      if (std::find(reached.begin(), reached.end(), b) != reached.end())
        next.push_back(a);
    }
    if (next.empty())
      return fail("step " + std::to_string(step.number) +
                  " does not continue the chain");
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    reached.swap(next);
  }
  Term end = store.arguments(f)[1];
  return std::find(reached.begin(), reached.end(), end) != reached.end() ||
         fail("the chain does not lead to " + symbols.quoted(end));
}

/// Whether `to` is `from` with some arguments replaced along `pairs`. Bound
/// variables are in no pair, so that they stay.
bool Checker::rewrites(Formula from, Formula to) const {
  if (from == to)
    return true;
  auto a = store.words(from), b = store.words(to);
  if (store.kind(from) != store.kind(to) || a.size() != b.size())
    return false;
  if (store.is(from, Kind::Atom)) {
    if (a[0] != b[0])
      return false;
    for (size_t i = 1; i < a.size(); ++i) {
      bool equal = a[i] == b[i];
      for (size_t p = 0; p < pairs.size() && !equal; ++p)
        equal = pairs[p] == std::pair(a[i], b[i]) ||
                pairs[p] == std::pair(b[i], a[i]);
      if (!equal)
        return false;
    }
    return true;
  }
  size_t children = store.is(from, Kind::Implication) ? 2 : a.size();
  for (size_t i = 0; i < children; ++i)
    if (!rewrites(a[i], b[i]))
      return false;
  return true;
}

bool Checker::rewriteReason(Words words, Formula f) {
  Step step;
  if (!cite(words.take(), step))
    return false;
  if (words.take() != "by")
    return fail("expected 'by'");
  if (!citeAll(words, false))
    return false;
  pairs.clear();
  for (const Step &equality : cited) {
    size_t before = pairs.size();
    equalities(equality.canonical);
    if (pairs.size() == before)
      return fail("step " + std::to_string(equality.number) +
                  " is no equality");
  }
  Formula to = store.canonical(f);
  if (rewrites(step.canonical, to))
    return true;
  parts.clear();
  store.flatten(step.canonical, parts);
  for (Formula part : parts)
    if (rewrites(part, to))
      return true;
  return fail("the equalities do not make step " +
              std::to_string(step.number) + " the formula");
}

//===--- Blocks -----------------------------------------------------------===//

bool Checker::showReason(Words words, Formula f) {
  if (!store.is(f, Kind::Implication) && !store.is(f, Kind::Negation))
    return fail("the formula is no implication or negation");
  const Clause &clause = stepClauses.whole(f);
  if (!clause.error.empty())
    return fail(clause.error);
  if (!words.empty() && words.take() != "fix")
    return fail("expected 'fix'");
  Block &block = open(BlockKind::Show, currentNumber, f);
  terms.assign(clause.patterns(), noTerm);
  for (size_t i = 0; i < clause.variables.size(); ++i) {
    if (words.empty())
      return fail("variable " + symbols.quoted(clause.variables[i]) +
                  " has no name");
    if (!introduce(words.take(), clause.types[i], terms[i]))
      return false;
  }
  for (Formula premise : clause.premises)
    premises.push_back(store.replacePatterns(premise, terms));
  block.goal = store.replacePatterns(clause.head, terms);
  return nothingMore(words);
}

const InductionForm *Checker::findForm(std::string_view word) {
  const InductionForm *form = theory.induction(symbols.intern(word));
  if (!form) {
    fail("there is no induction form for " + quote(word));
    return nullptr;
  }
  if (!form->problem.empty()) {
    fail(form->problem);
    return nullptr;
  }
  return form;
}

bool Checker::inductionReason(Words words, Formula f) {
  if (!store.is(f, Kind::Implication))
    return fail("the formula is no implication");
  const Clause &clause = stepClauses.whole(f);
  if (!clause.error.empty())
    return fail(clause.error);
  Symbol variable = symbols.intern(words.take());
  auto it =
      std::find(clause.variables.begin(), clause.variables.end(), variable);
  if (it == clause.variables.end())
    return fail("there is no variable " + symbols.quoted(variable));
  const InductionForm *form = findForm(words.take());
  if (!form || !nothingMore(words))
    return false;
  Block &block = open(BlockKind::Cases, currentNumber, f);
  block.form = form;
  block.clause = &clause;
  block.induction = true;
  block.variable = size_t(it - clause.variables.begin());
  if (theory.types.first(info(form->set).type) != clause.types[block.variable])
    return fail("the variable cannot be a member of " +
                symbols.quoted(form->set));
  Formula member = store.make(
      Kind::Atom, std::vector<int32_t>{SymbolTable::in,
                                       patternTerm(uint32_t(block.variable)),
                                       form->set});
  block.memberNeeded = std::find(clause.premises.begin(),
                                 clause.premises.end(),
                                 member) == clause.premises.end();
  return true;
}

bool Checker::splitReason(Words words, Formula f) {
  Term subject;
  if (!termInScope(words.take(), subject))
    return false;
  const InductionForm *form = findForm(words.take());
  if (!form)
    return false;
  if (!citeAll(words, true) || !wellTyped(f))
    return false;
  Formula member = store.make(
      Kind::Atom,
      std::vector<int32_t>{SymbolTable::in, subject, form->set});
  terms.clear();
  if (cited.size() != 1 || !counts(cited[0].canonical, member))
    return fail("expected one step that states that " +
                symbols.quoted(subject) + " is in " +
                symbols.quoted(form->set));
  Block &block = open(BlockKind::Cases, currentNumber, f);
  block.form = form;
  block.subject = subject;
  return true;
}

/// Either the condition holds or it does not.
bool Checker::casesReason(Words words, Formula f) {
  Formula condition;
  if (!parseFormula(words.take(), condition) || !nothingMore(words))
    return false;
  if (condition == FormulaStore::falseFormula)
    return fail("'false' is no condition");
  if (!wellTyped(condition) || !wellTyped(f))
    return false;
  open(BlockKind::Cases, currentNumber, f).condition =
      store.canonical(condition);
  return true;
}
