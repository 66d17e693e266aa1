//===- Reading.cpp - Relations read as terms ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Reading.h"

#include <algorithm>

namespace mplrt::rewrite {

using calculus::Atom;
using calculus::Rule;
using calculus::Term;

//===----------------------------------------------------------------------===//
// Symbols
//===----------------------------------------------------------------------===//

Signature::Signature(const calculus::Program &program, Terms &terms)
    : program(program), terms(terms), sorts(program.relations.size(), false),
      functions(program.relations.size(), none), constants(program.constants.size(), none) {
  for (const calculus::Relation &relation : program.relations)
    for (const calculus::Column &column : relation.columns)
      if (column.sort != calculus::none)
        sorts[column.sort] = true;
  for (uint32_t c = 0; c < constants.size(); ++c) {
    const auto sort = program.sortOf(calculus::constantTerm(c));
    if (sort == calculus::none)
      continue;
    sorts[sort] = true;
    constants[c] = add({Meaning::Kind::Constant, c}, {{}, sort, 1, 0});
  }
  for (calculus::RelationId r = 0; r < functions.size(); ++r) {
    if (!isUsable(r))
      continue;
    const auto &columns = program.relations[r].columns;
    SymbolInfo info;
    for (size_t c = 0; c + 1 < columns.size(); ++c)
      info.inputs.push_back(columns[c].sort);
    info.sort = columns.back().sort;
    functions[r] = add({Meaning::Kind::Function, r}, std::move(info));
  }
}

/// A symbol of lower rank than all with more inputs; later ones of the same number
/// have higher rank.
Symbol Signature::add(Meaning meaning, SymbolInfo info) {
  const bool isSkolem = meaning.kind == Meaning::Kind::Skolem;
  const auto number = uint32_t(meanings.size());
  info.rank = (info.inputs.empty() ? (isSkolem ? 1u : 0u) : 2u) << 16 | number;
  meanings.push_back(meaning);
  return terms.addSymbol(std::move(info));
}

Symbol Signature::addSkolem(Term variable, Sort sort) {
  return add({Meaning::Kind::Skolem, uint32_t(variable)}, {{}, sort, 1, 0});
}

TermId Signature::someConstant(Sort sort) const {
  for (const Symbol c : constants)
    if (c != none && terms.symbol(c).sort == sort)
      return terms.constant(c);
  return noTerm;
}

bool Signature::isUsable(calculus::RelationId r) const {
  const calculus::Relation &relation = program.relations[r];
  if (!relation.functional || relation.negated || relation.arity() < 2 ||
      relation.key == calculus::none || relation.totality == calculus::none)
    return false;
  if (std::any_of(relation.columns.begin(), relation.columns.end(),
                  [](const calculus::Column &c) {
                    return c.sort == calculus::none || c.typing == calculus::none;
                  }))
    return false;
  // Totality asks of the inputs no more than their sets.
  const Rule &total = program.rules[relation.totality];
  if (total.fresh.size() != 1)
    return false;
  const auto atom = std::find_if(total.witnesses.begin(), total.witnesses.end(),
                                 [&](const Atom &a) { return a.relation == r; });
  if (atom == total.witnesses.end() || atom->args.back() != total.fresh[0].second)
    return false;
  for (const Atom &other : total.witnesses)
    if (&other != &*atom &&
        (other.args.size() != 1 || other.args[0] != total.fresh[0].second))
      return false;
  for (const calculus::Cite &cite : total.clause.cites)
    if (cite.kind != calculus::Cite::Kind::Premise)
      return false;
  return std::all_of(total.premises.begin(), total.premises.end(), [&](const Atom &p) {
    if (p.args.size() != 1 || calculus::isConstant(p.args[0]))
      return false;
    for (size_t c = 0; c + 1 < atom->args.size(); ++c)
      if (atom->args[c] == p.args[0])
        return relation.columns[c].sort == p.relation;
    return false;
  });
}

//===----------------------------------------------------------------------===//
// Clauses
//===----------------------------------------------------------------------===//

namespace {

class Reader {
public:
  Reader(const Signature &signature, const std::vector<Atom> &premises, uint32_t n)
      : signature(signature), terms(signature.terms), premises(premises),
        sorts(n, calculus::none), isOutput(n, false), done(premises.size(), false) {
    reading.values.assign(n, noTerm);
  }
  virtual ~Reader() = default;

  std::optional<Reading> run();

protected:
  virtual TermId root(Term variable, Sort sort) = 0;
  /// Whether to go on without it.
  virtual bool mayIgnore() const = 0;
  /// Whether the premises may speak in a circle.
  virtual bool mayOpen() const { return mayIgnore(); }

  Symbol function(const Atom &atom) const {
    return signature.function(atom.relation);
  }
  TermId value(Term t) const {
    if (!calculus::isConstant(t))
      return reading.values[size_t(t)];
    const Symbol c = signature.constant(calculus::constantIndex(t));
    return c == Signature::none ? noTerm : terms.constant(c);
  }
  bool findSorts();
  bool makeRoots();
  bool makeRoot(Term variable);
  bool apply(uint32_t premise);
  bool checkMemberships() const;

  const Signature &signature;
  Terms &terms;
  const std::vector<Atom> &premises;
  Reading reading;
  std::vector<Sort> sorts;
  std::vector<bool> isOutput, done;
};

bool Reader::findSorts() {
  for (const Atom &premise : premises) {
    const auto &columns = signature.program.relations[premise.relation].columns;
    const bool isFunction = function(premise) != Signature::none;
    const bool isMembership = premise.args.size() == 1 && signature.isSort(premise.relation);
    if (!isFunction && !isMembership && !mayIgnore())
      return false;
    for (size_t c = 0; c < premise.args.size(); ++c) {
      const Term t = premise.args[c];
      if (calculus::isConstant(t))
        continue;
      if (isFunction && c + 1 == premise.args.size())
        isOutput[size_t(t)] = true;
      const Sort sort = isMembership ? premise.relation : columns[c].sort;
      if (sort != calculus::none && sorts[size_t(t)] == calculus::none)
        sorts[size_t(t)] = sort;
    }
  }
  return true;
}

bool Reader::makeRoot(Term variable) {
  if (sorts[size_t(variable)] == calculus::none)
    return false;
  return (reading.values[size_t(variable)] = root(variable, sorts[size_t(variable)])) !=
         noTerm;
}

bool Reader::makeRoots() {
  for (const Atom &premise : premises)
    for (const Term t : premise.args)
      if (!calculus::isConstant(t) && !isOutput[size_t(t)] && value(t) == noTerm &&
          !makeRoot(t) && !mayIgnore())
        return false;
  return true;
}

/// An application whose inputs are known; false if the sets do not fit.
bool Reader::apply(uint32_t p) {
  const Atom &premise = premises[p];
  const Symbol f = function(premise);
  std::vector<TermId> inputs;
  for (size_t c = 0; c + 1 < premise.args.size(); ++c) {
    inputs.push_back(value(premise.args[c]));
    if (terms.sort(inputs.back()) != terms.symbol(f).inputs[c])
      return false;
  }
  const TermId term = terms.apply(f, inputs);
  const Term output = premise.args.back();
  // Each variable of a goal has a term of its own.
  const bool isNamed = std::find(reading.values.begin(), reading.values.end(), term) !=
                       reading.values.end();
  if (value(output) == noTerm && isNamed && mayIgnore() && !makeRoot(output))
    return false;
  if (value(output) == noTerm)
    reading.values[size_t(output)] = term;
  else if (value(output) != term)
    reading.conditions.push_back({p, term, value(output)});
  return true;
}

bool Reader::checkMemberships() const {
  return std::all_of(premises.begin(), premises.end(), [&](const Atom &premise) {
    if (function(premise) != Signature::none)
      return true;
    const TermId t = value(premise.args[0]);
    return t != noTerm && terms.sort(t) == premise.relation;
  });
}

std::optional<Reading> Reader::run() {
  if (!findSorts() || !makeRoots())
    return std::nullopt;
  for (;;) {
    bool isChanged = false, isLeft = false;
    for (uint32_t p = 0; p < premises.size(); ++p) {
      if (done[p] || function(premises[p]) == Signature::none)
        continue;
      const auto &args = premises[p].args;
      const bool isReady = std::all_of(args.begin(), args.end() - 1, [&](Term t) {
        return value(t) != noTerm;
      });
      isLeft = isLeft || !isReady;
      if (!isReady)
        continue;
      done[p] = isChanged = true;
      const Term output = args.back();
      if (calculus::isConstant(output) && value(output) == noTerm) {
        if (!mayIgnore())
          return std::nullopt;
        continue;
      }
      if (!apply(p) && !mayIgnore())
        return std::nullopt;
    }
    if (!isLeft)
      break;
    if (isChanged)
      continue;
    // A circle: one of its outputs is what the goal is about.
    if (!mayOpen())
      return std::nullopt;
    bool isOpened = false;
    for (uint32_t p = 0; p < premises.size() && !isOpened; ++p)
      for (size_t c = 0; !done[p] && function(premises[p]) != Signature::none &&
                         c + 1 < premises[p].args.size() && !isOpened;
           ++c)
        if (value(premises[p].args[c]) == noTerm)
          isOpened = !calculus::isConstant(premises[p].args[c]) &&
                     makeRoot(premises[p].args[c]);
    if (!isOpened)
      break;
  }
  if (!mayIgnore() && !checkMemberships())
    return std::nullopt;
  return std::move(reading);
}

class ClauseReader : public Reader {
public:
  using Reader::Reader;

private:
  TermId root(Term variable, Sort sort) override {
    return terms.variable(uint32_t(variable), sort);
  }
  bool mayIgnore() const override { return false; }
};

class AskedReader : public Reader {
public:
  AskedReader(const Signature &signature, const Reading &known, const calculus::Goal &goal)
      : Reader(signature, goal.witnesses, goal.numVariables), goal(goal) {
    for (size_t v = 0; v < known.values.size() && v < reading.values.size(); ++v)
      reading.values[v] = known.values[v];
  }

private:
  TermId root(Term variable, Sort sort) override {
    const bool isAsked =
        std::any_of(goal.fresh.begin(), goal.fresh.end(),
                    [&](const auto &fresh) { return fresh.second == variable; });
    return isAsked ? terms.variable(uint32_t(variable), sort) : noTerm;
  }
  bool mayIgnore() const override { return false; }
  bool mayOpen() const override { return true; }

  const calculus::Goal &goal;
};

class GoalReader : public Reader {
public:
  GoalReader(Signature &signature, const std::vector<Atom> &premises, uint32_t n)
      : Reader(signature, premises, n), own(signature) {}

private:
  TermId root(Term variable, Sort sort) override {
    return terms.constant(own.addSkolem(variable, sort));
  }
  bool mayIgnore() const override { return true; }

  Signature &own;
};

} // namespace

std::optional<Reading> readClause(const Signature &signature,
                                  const std::vector<Atom> &premises,
                                  uint32_t numVariables) {
  auto reading = ClauseReader(signature, premises, numVariables).run();
  if (!reading || !reading->conditions.empty())
    return std::nullopt;
  return reading;
}

std::optional<Reading> readGoal(Signature &signature, const calculus::Goal &goal) {
  return GoalReader(signature, goal.premises, goal.numVariables).run();
}

std::optional<Reading> readAsked(const Signature &signature, const Reading &reading,
                                 const calculus::Goal &goal) {
  // Nothing is asked for that the parts do not say.
  std::vector<Term> seen;
  for (const auto &[binder, term] : goal.fresh) {
    if (calculus::isConstant(term) || std::find(seen.begin(), seen.end(), term) != seen.end())
      return std::nullopt;
    seen.push_back(term);
  }
  auto asked = AskedReader(signature, reading, goal).run();
  if (asked && std::any_of(seen.begin(), seen.end(), [&](Term t) {
        return asked->values[size_t(t)] == noTerm;
      }))
    return std::nullopt;
  return asked;
}

std::optional<HeadEquation> readHead(const Signature &signature, const Reading &reading,
                                     Rule::Head head, const Atom &atom, Term left,
                                     Term right) {
  Terms &terms = signature.terms;
  auto value = [&](Term t) {
    if (!calculus::isConstant(t))
      return reading.values[size_t(t)];
    const Symbol c = signature.constant(calculus::constantIndex(t));
    return c == Signature::none ? noTerm : terms.constant(c);
  };
  HeadEquation result;
  if (head == Rule::Head::Equate) {
    result = {value(left), value(right)};
  } else if (head == Rule::Head::Derive &&
             signature.function(atom.relation) != Signature::none) {
    const Symbol f = signature.function(atom.relation);
    std::vector<TermId> inputs;
    for (size_t c = 0; c + 1 < atom.args.size(); ++c) {
      inputs.push_back(value(atom.args[c]));
      if (inputs.back() == noTerm ||
          terms.sort(inputs.back()) != terms.symbol(f).inputs[c])
        return std::nullopt;
    }
    result = {terms.apply(f, inputs), value(atom.args.back())};
  }
  if (result.left == noTerm || result.right == noTerm ||
      terms.sort(result.left) != terms.sort(result.right))
    return std::nullopt;
  return result;
}

} // namespace mplrt::rewrite
