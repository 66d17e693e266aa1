//===- Law.cpp - Terms, literals and what is conjectured of them ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Law.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace mplrt {

using calculus::Term;

namespace {

constexpr const char *variableNames = "abcdefghijklmnopqrstuvwxyz";

/// Prints literals with variables by order of occurrence.
class CanonicalPrinter {
public:
  explicit CanonicalPrinter(const std::vector<ExploredTerm> &terms) : terms(terms) {}

  void print(const Literal &literal, bool isSwapped) {
    out += literal.isNegated ? '!' : ' ';
    out += literal.isEquation() ? "=" : std::to_string(literal.relation);
    if (isSwapped) {
      print(literal.terms[1]);
      print(literal.terms[0]);
    } else {
      for (const uint32_t t : literal.terms)
        print(t);
    }
    out += ';';
  }
  std::string out;

private:
  void print(uint32_t t) {
    const ExploredTerm &term = terms[t];
    if (term.kind == ExploredTerm::Kind::Variable) {
      const size_t n = order.try_emplace(term.head, order.size()).first->second;
      out += 'v' + std::to_string(term.sort) + '_' + std::to_string(n) + ' ';
      return;
    }
    out += (term.kind == ExploredTerm::Kind::Constant ? 'c' : 'f') +
           std::to_string(term.head) + '(';
    for (const uint32_t argument : term.args)
      print(argument);
    out += ')';
  }

  const std::vector<ExploredTerm> &terms;
  std::map<uint32_t, size_t> order;
};

/// Builds the relational form of one law.
class Flattener {
public:
  Flattener(const calculus::Program &program, const std::vector<ExploredTerm> &terms,
            calculus::Conjecture &result)
      : program(program), terms(terms), result(result), goal(result.goal) {}

  void run(const Law &law) {
    for (const Literal &literal : law.conditions)
      nameVariables(literal);
    nameVariables(law.head);
    for (const Literal &literal : law.conditions)
      addCondition(literal);
    setHead(law.head);
    addMemberships();
    finish(law.head.isNegated);
  }

private:
  void nameVariables(const Literal &literal) {
    std::function<void(uint32_t)> walk = [&](uint32_t t) {
      if (terms[t].kind == ExploredTerm::Kind::Variable)
        flatten(t);
      for (const uint32_t argument : terms[t].args)
        walk(argument);
    };
    for (const uint32_t t : literal.terms)
      walk(t);
  }

  Term fresh() {
    size_t n = names.size();
    std::string name;
    do {
      name = std::string(1, variableNames[n % 26]) +
             (n < 26 ? "" : std::to_string(n / 26));
      ++n;
    } while (taken.count(name) || isSymbol(name));
    taken.insert(name);
    names.push_back(name);
    return Term(names.size() - 1);
  }

  bool isSymbol(const std::string &name) const {
    return std::find(program.constants.begin(), program.constants.end(), name) !=
               program.constants.end() ||
           std::any_of(program.relations.begin(), program.relations.end(),
                       [&](const calculus::Relation &r) {
                         return std::find(r.pattern.begin(), r.pattern.end(),
                                          name) != r.pattern.end();
                       });
  }

  /// The application without its output, which is also how it is remembered.
  std::vector<Term> applied(const ExploredTerm &term) {
    std::vector<Term> key{Term(term.head)};
    for (const uint32_t argument : term.args)
      key.push_back(flatten(argument));
    return key;
  }

  Term flatten(uint32_t t) {
    const ExploredTerm &term = terms[t];
    if (term.kind == ExploredTerm::Kind::Constant)
      return calculus::constantTerm(term.head);
    if (term.kind == ExploredTerm::Kind::Variable) {
      const auto it = variables.find(term.head);
      if (it != variables.end())
        return it->second;
      const Term v = fresh();
      sortOf[v] = term.sort;
      return variables[term.head] = v;
    }
    const std::vector<Term> key = applied(term);
    const auto it = outputs.find(key);
    if (it != outputs.end())
      return it->second;
    const Term output = fresh();
    addApplication(key, output);
    return output;
  }

  void addApplication(const std::vector<Term> &key, Term output) {
    outputs[key] = output;
    calculus::Atom atom{calculus::RelationId(key[0]), {key.begin() + 1, key.end()}};
    atom.args.push_back(output);
    goal.premises.push_back(std::move(atom));
  }

  calculus::Atom atomOf(const Literal &literal) {
    calculus::Atom atom{literal.relation, {}};
    for (const uint32_t t : literal.terms)
      atom.args.push_back(flatten(t));
    return atom;
  }

  void addCondition(const Literal &literal) {
    if (literal.isNegated || !literal.isEquation()) {
      calculus::Atom atom = atomOf(literal);
      if (literal.isNegated) // Negated atoms have tables of their own.
        atom.relation = literal.isEquation()
                            ? program.apart()
                            : program.relations[literal.relation].complement;
      goal.premises.push_back(std::move(atom));
      return;
    }
    const Term right = flatten(literal.terms[1]);
    addApplication(applied(terms[literal.terms[0]]), right);
  }

  void setHead(const Literal &head) {
    using Head = calculus::Rule::Head;
    if (!head.isEquation()) {
      goal.atom = atomOf(head);
    } else if (const ExploredTerm &root = terms[head.terms[0]];
               root.kind == ExploredTerm::Kind::Application) {
      const Term right = flatten(head.terms[1]);
      const std::vector<Term> key = applied(root);
      goal.atom = {root.head, {key.begin() + 1, key.end()}};
      goal.atom.args.push_back(right);
    } else {
      goal.head = Head::Equate;
      goal.left = flatten(head.terms[0]);
      goal.right = flatten(head.terms[1]);
    }
    if (head.isNegated && goal.head == Head::Derive) {
      goal.head = Head::Refute;
      refuted = goal.atom;
      goal.atom = {};
    }
  }

  void addMemberships() {
    // Memberships that no premise implies; a column without a type implies none.
    for (const auto &[v, sort] : sortOf) {
      if (sort == calculus::none)
        continue;
      bool isImplied = false;
      for (const calculus::Atom &premise : goal.premises)
        for (size_t c = 0; c < premise.args.size(); ++c)
          isImplied |= premise.args[c] == v &&
                       program.relations[premise.relation].columns[c].sort == sort;
      if (!isImplied)
        goal.premises.push_back({sort, {v}});
    }
  }

  std::string text(const calculus::Atom &atom) const {
    std::vector<std::string> args;
    for (const Term t : atom.args)
      args.push_back(textOf(t));
    return calculus::formula(program.relations[atom.relation], args);
  }

  std::string textOf(Term t) const {
    return calculus::isConstant(t) ? program.constants[calculus::constantIndex(t)]
                                   : names[t];
  }

  void finish(bool isNegated) {
    goal.numVariables = uint32_t(names.size());
    std::string binders, premises, head;
    for (uint32_t v = 0; v < names.size(); ++v) {
      goal.binders.push_back({names[v], Term(v)});
      binders += (v ? "," : "") + names[v];
    }
    for (uint32_t i = 0; i < goal.premises.size(); ++i) {
      goal.cites.push_back({calculus::Cite::Kind::Premise, i, 0, 0});
      premises += text(goal.premises[i]);
    }
    if (goal.premises.size() > 1)
      premises = "(&" + premises + ")";
    if (goal.head == calculus::Rule::Head::Equate)
      head = "(=[" + textOf(goal.left) + "," + textOf(goal.right) + "])";
    else if (isNegated)
      head = "!" + text(refuted);
    else
      head = text(goal.atom);
    result.statement = goal.premises.empty()
                           ? head
                           : "(>[" + binders + "]" + premises + head + ")";
    if (isNegated) { // What is to be refuted is one more premise.
      goal.cites.push_back(
          {calculus::Cite::Kind::Premise, uint32_t(goal.premises.size()), 0, 0});
      goal.premises.push_back(refuted);
    }
  }

  const calculus::Program &program;
  const std::vector<ExploredTerm> &terms;
  calculus::Conjecture &result;
  calculus::Goal &goal;
  calculus::Atom refuted;
  std::map<uint32_t, Term> variables;
  std::map<std::vector<Term>, Term> outputs;
  std::vector<std::string> names;
  std::set<std::string> taken;
  std::map<Term, uint32_t> sortOf;
};

} // namespace

std::string LawWriter::canonical(const Law &law) const {
  std::vector<size_t> order;
  std::vector<const Literal *> literals{&law.head};
  for (size_t i = 0; i < law.conditions.size(); ++i) {
    order.push_back(i);
    literals.push_back(&law.conditions[i]);
  }
  std::string least;
  do {
    for (uint32_t swaps = 0; swaps < (1u << literals.size()); ++swaps) {
      bool isUseful = true;
      for (size_t i = 0; i < literals.size(); ++i)
        isUseful &= literals[i]->isEquation() || !(swaps >> i & 1);
      if (!isUseful)
        continue;
      CanonicalPrinter printer(terms);
      for (const size_t i : order)
        printer.print(law.conditions[i], swaps >> (i + 1) & 1);
      printer.print(law.head, swaps & 1);
      if (least.empty() || printer.out < least)
        least = printer.out;
    }
  } while (std::next_permutation(order.begin(), order.end()));
  return least;
}

LawWriter::Count LawWriter::count(const Law &law) const {
  std::set<uint32_t> variables;
  uint32_t constants = 0;
  std::function<void(uint32_t)> walk = [&](uint32_t t) {
    if (terms[t].kind == ExploredTerm::Kind::Variable)
      variables.insert(terms[t].head);
    constants += terms[t].kind == ExploredTerm::Kind::Constant;
    for (const uint32_t argument : terms[t].args)
      walk(argument);
  };
  for (const uint32_t t : law.head.terms)
    walk(t);
  for (const Literal &condition : law.conditions)
    for (const uint32_t t : condition.terms)
      walk(t);
  return {constants, uint32_t(variables.size())};
}

uint32_t LawWriter::size(const Literal &literal) const {
  uint32_t size = 0;
  for (const uint32_t t : literal.terms)
    size += terms[t].size;
  return size;
}

std::string LawWriter::text(uint32_t t) const {
  const ExploredTerm &term = terms[t];
  if (term.kind == ExploredTerm::Kind::Variable)
    return std::string(1, variableNames[term.head]);
  if (term.kind == ExploredTerm::Kind::Constant)
    return program.constants[term.head];
  const std::string &symbol = program.relations[term.head].pattern.back();
  const bool isOperator = term.args.size() == 2 && !std::isalnum(symbol[0]);
  auto side = [&](uint32_t argument) {
    const bool brackets = terms[argument].kind == ExploredTerm::Kind::Application &&
                          terms[argument].args.size() == 2 && isOperator;
    return brackets ? '(' + text(argument) + ')' : text(argument);
  };
  if (isOperator)
    return side(term.args[0]) + ' ' + symbol + ' ' + side(term.args[1]);
  std::string out = symbol + '(';
  for (size_t a = 0; a < term.args.size(); ++a)
    out += (a ? ", " : "") + text(term.args[a]);
  return out + ')';
}

std::string LawWriter::text(const Literal &literal) const {
  if (literal.isEquation())
    return text(literal.terms[0]) + (literal.isNegated ? " != " : " = ") +
           text(literal.terms[1]);
  const calculus::Relation &relation = program.relations[literal.relation];
  // `le(a, b)`; a relation that its last column names, as in in2[x,y,<], by that.
  const bool isNamed = !relation.pattern.empty() && relation.pattern.back()[0] != '$';
  std::string out = literal.isNegated ? "not " : "";
  out += (isNamed ? relation.pattern.back() : relation.predicate) + '(';
  for (size_t a = 0; a < literal.terms.size(); ++a)
    out += (a ? ", " : "") + text(literal.terms[a]);
  return out + ')';
}

std::string LawWriter::text(const Law &law) const {
  std::string out;
  for (const Literal &condition : law.conditions)
    out += (out.empty() ? "" : ", ") + text(condition);
  return out + (out.empty() ? "" : " -> ") + text(law.head);
}

calculus::Conjecture LawWriter::conjecture(const Law &law,
                                           const std::string &name) const {
  calculus::Conjecture result;
  result.name = name;
  Flattener(program, terms, result).run(law);
  return result;
}

} // namespace mplrt
