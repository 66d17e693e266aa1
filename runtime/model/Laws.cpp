//===- Laws.cpp - What a model of a theory has to satisfy -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/model/Laws.h"

#include <algorithm>
#include <numeric>

namespace mplrt {

using namespace mplc::calculus;

namespace {

/// f(..x..) = z, f(..x'..) = z -> x = x', for a column of f's own sort.
bool isInjective(const Laws &laws, RelationId f) {
  const Relation &relation = laws.program.relations[f];
  return std::any_of(laws.rules.begin(), laws.rules.end(), [&](const Rule &rule) {
    if (rule.head != Rule::Head::Equate || rule.premises.size() != 2)
      return false;
    const Atom &a = rule.premises[0], &b = rule.premises[1];
    if (a.relation != f || b.relation != f || a.args.back() != b.args.back())
      return false;
    // All arguments are variables of their own, but for the shared output.
    std::vector<Term> all(a.args);
    all.insert(all.end(), b.args.begin(), b.args.end() - 1);
    for (size_t i = 0; i < all.size(); ++i)
      if (isConstant(all[i]) || std::count(all.begin(), all.end(), all[i]) > 1)
        return false;
    for (size_t c = 0; c + 1 < a.args.size(); ++c)
      if (relation.columns[c].sort == relation.columns.back().sort &&
          ((rule.left == a.args[c] && rule.right == b.args[c]) ||
           (rule.right == a.args[c] && rule.left == b.args[c])))
        return true;
    return false;
  });
}

/// f(..) is never c.
bool misses(const Laws &laws, RelationId f, uint32_t constant) {
  return std::any_of(laws.rules.begin(), laws.rules.end(), [&](const Rule &rule) {
    if (rule.head != Rule::Head::Refute || rule.premises.size() != 1 ||
        rule.premises[0].relation != f)
      return false;
    const std::vector<Term> &args = rule.premises[0].args;
    for (size_t c = 0; c + 1 < args.size(); ++c)
      if (isConstant(args[c]) ||
          std::count(args.begin(), args.end(), args[c]) > 1)
        return false;
    return args.back() == constantTerm(constant);
  });
}

/// Free constructors are recognised by how they are usually stated. What is missed
/// costs a search that finds nothing.
bool hasFreeConstructors(const Laws &laws) {
  for (const InductionForm &form : laws.program.inductions)
    for (const Constructor &f : form.constructors)
      for (const Constructor &c : form.constructors)
        if (f.isFunction && !c.isFunction && misses(laws, f.index, c.index) &&
            isInjective(laws, f.index))
          return true;
  return false;
}

/// Whether a match of the premises gives all variables of the head a value.
/// A negated premise says nothing of where its variables range.
bool bindsHeadVariables(const Program &program, const Rule &rule) {
  auto isBound = [&](Term t) {
    return isConstant(t) || isFresh(rule, t) ||
           std::any_of(rule.premises.begin(), rule.premises.end(),
                       [&](const Atom &premise) {
                         return !program.relations[premise.relation].negated &&
                                std::find(premise.args.begin(), premise.args.end(),
                                          t) != premise.args.end();
                       });
  };
  auto areBound = [&](const Atom &atom) {
    return std::all_of(atom.args.begin(), atom.args.end(), isBound);
  };
  switch (rule.head) {
  case Rule::Head::Derive:
    return areBound(rule.atom);
  case Rule::Head::Equate:
    return isBound(rule.left) && isBound(rule.right);
  case Rule::Head::Refute:
    return true;
  case Rule::Head::Witness:
    return std::all_of(rule.witnesses.begin(), rule.witnesses.end(), areBound);
  }
  return true;
}

Atom applicationOf(RelationId relation, uint32_t arity) {
  Atom atom{relation, {}};
  for (uint32_t c = 0; c < arity; ++c)
    atom.args.push_back(Term(c));
  return atom;
}

} // namespace

Rule asRule(const Goal &goal) {
  Rule rule;
  rule.premises = goal.premises;
  rule.head = goal.head;
  rule.atom = goal.atom;
  rule.left = goal.left;
  rule.right = goal.right;
  rule.fresh = goal.fresh;
  rule.witnesses = goal.witnesses;
  rule.numVariables = goal.numVariables;
  return rule;
}

bool isFresh(const Rule &rule, Term variable) {
  return std::any_of(rule.fresh.begin(), rule.fresh.end(),
                     [&](const auto &f) { return f.second == variable; });
}

Laws::Laws(const Program &program) : program(program), rules(program.rules) {
  for (const Conjecture &conjecture : program.conjectures)
    if (conjecture.assumed && !conjecture.isComposite()) {
      rules.push_back(asRule(conjecture.goal));
      rules.back().name = conjecture.name;
    }
  for (RelationId r = 0; r < program.relations.size(); ++r) {
    const Relation &relation = program.relations[r];
    const uint32_t arity = relation.arity();
    for (uint32_t c = 0; c < arity; ++c)
      if (relation.columns[c].sort != none && relation.columns[c].typing == none) {
        Rule &typing = rules.emplace_back();
        typing.premises = {applicationOf(r, arity)};
        typing.atom = {relation.columns[c].sort, {Term(c)}};
        typing.numVariables = arity;
      }
    if (!relation.functional || relation.key != none)
      continue;
    Rule &key = rules.emplace_back();
    key.premises = {applicationOf(r, arity), applicationOf(r, arity)};
    key.premises[1].args.back() = Term(arity);
    key.head = Rule::Head::Equate;
    key.left = Term(arity - 1);
    key.right = Term(arity);
    key.numVariables = arity + 1;
  }

  for (RelationId r = 0; r < program.relations.size(); ++r) {
    const std::string &predicate = program.relations[r].predicate;
    if (std::none_of(program.definitions.begin(), program.definitions.end(),
                     [&](const auto &d) { return d.name == predicate; }))
      continue;
    if (program.relations[r].negated)
      continue;
    Definition definition{r, {}};
    bool isFolded = false;
    for (uint32_t i = 0; i < program.rules.size(); ++i) {
      const Rule &rule = program.rules[i];
      if (rule.clause.root != predicate)
        continue;
      if (rule.clause.kind == Clause::Kind::Fold) {
        isFolded |= rule.atom.relation == r;
        continue;
      }
      // A premise that another one implies is left out of rules; without the
      // atom nothing says which relation the rule belongs to.
      if (rule.premises.empty() || program.relations[rule.premises[0].relation]
                                           .predicate != predicate)
        refusal = "a rule of definition " + predicate + " lacks its atom";
      else if (rule.premises[0].relation == r)
        definition.uses.push_back(i);
    }
    if (!isFolded)
      definitions.push_back(std::move(definition));
  }
  saysOfAll = !definitions.empty() ||
              !std::all_of(rules.begin(), rules.end(), [&](const Rule &rule) {
                return bindsHeadVariables(program, rule);
              });
  // Facts of one shape and their negations have one table of rows.
  for (const Relation &relation : program.relations)
    if (relation.negated)
      saysOfAll = true;
  if (refusal.empty() && hasFreeConstructors(*this))
    refusal = "constructors are free";
}

//===----------------------------------------------------------------------===//
// Domains
//===----------------------------------------------------------------------===//

namespace {

/// Union-find over columns and constants, and over one rule's variables at a time.
class Merger {
public:
  explicit Merger(const Program &program) {
    uint32_t next = 0;
    for (const Relation &relation : program.relations) {
      first.push_back(next);
      next += relation.arity();
    }
    firstConstant = next;
    next += uint32_t(program.constants.size());
    parent.resize(next);
    std::iota(parent.begin(), parent.end(), 0);
  }

  uint32_t find(uint32_t x) {
    while (parent[x] != x)
      x = parent[x] = parent[parent[x]];
    return x;
  }
  void merge(uint32_t x, uint32_t y) {
    x = find(x);
    y = find(y);
    parent[std::max(x, y)] = std::min(x, y);
  }

  void merge(const Rule &rule) {
    variables.assign(rule.numVariables, none);
    for (const Atom &premise : rule.premises)
      meet(premise);
    if (rule.head == Rule::Head::Derive)
      meet(rule.atom);
    for (const Atom &witness : rule.witnesses)
      meet(witness);
    if (rule.head == Rule::Head::Equate) {
      const uint32_t left = node(rule.left), right = node(rule.right);
      if (left != none && right != none)
        merge(left, right);
    }
  }

  uint32_t column(RelationId r, uint32_t c) { return find(first[r] + c); }
  uint32_t constant(uint32_t c) { return find(firstConstant + c); }
  uint32_t size() const { return uint32_t(parent.size()); }

private:
  uint32_t node(Term t) const {
    return isConstant(t) ? firstConstant + constantIndex(t) : variables[t];
  }
  void meet(const Atom &atom) {
    for (uint32_t c = 0; c < atom.args.size(); ++c) {
      const Term t = atom.args[c];
      if (!isConstant(t) && variables[t] == none)
        variables[t] = first[atom.relation] + c;
      merge(node(t), first[atom.relation] + c);
    }
  }

  std::vector<uint32_t> parent, first, variables;
  uint32_t firstConstant = 0;
};

} // namespace

Domains::Domains(const Laws &laws, const Rule *goal) {
  const Program &program = laws.program;
  Merger merger(program);
  for (const Rule &rule : laws.rules)
    merger.merge(rule);
  if (goal)
    merger.merge(*goal);
  for (const Distinct &distinct : program.distinct)
    merger.merge(merger.constant(constantIndex(distinct.left)),
                 merger.constant(constantIndex(distinct.right)));
  if (laws.saysOfAll)
    for (uint32_t x = 1; x < merger.size(); ++x)
      merger.merge(0, x);

  std::vector<uint32_t> number(merger.size(), none);
  count = 0;
  auto numberOf = [&](uint32_t root) {
    if (number[root] == none)
      number[root] = count++;
    return number[root];
  };
  for (RelationId r = 0; r < program.relations.size(); ++r) {
    columns.emplace_back();
    for (uint32_t c = 0; c < program.relations[r].arity(); ++c)
      columns[r].push_back(numberOf(merger.column(r, c)));
  }
  for (uint32_t c = 0; c < program.constants.size(); ++c)
    constants.push_back(numberOf(merger.constant(c)));
  count = std::max(count, 1u);
}

std::optional<std::vector<uint32_t>> Domains::ofVariables(const Rule &rule) const {
  std::vector<uint32_t> result(rule.numVariables, none);
  bool isConsistent = true;
  auto meet = [&](Term t, uint32_t domain) {
    if (isConstant(t)) {
      isConsistent &= constants[constantIndex(t)] == domain;
      return;
    }
    isConsistent &= result[t] == none || result[t] == domain;
    result[t] = domain;
  };
  auto meetAtom = [&](const Atom &atom) {
    for (uint32_t c = 0; c < atom.args.size(); ++c)
      meet(atom.args[c], columns[atom.relation][c]);
  };
  for (const Atom &premise : rule.premises)
    meetAtom(premise);
  if (rule.head == Rule::Head::Derive)
    meetAtom(rule.atom);
  for (const Atom &witness : rule.witnesses)
    meetAtom(witness);
  if (rule.head == Rule::Head::Equate)
    for (const auto &[t, u] : {std::pair(rule.left, rule.right),
                               std::pair(rule.right, rule.left)}) {
      const uint32_t domain =
          isConstant(u) ? constants[constantIndex(u)] : result[u];
      if (domain != none)
        meet(t, domain);
    }
  if (!isConsistent)
    return std::nullopt;
  // What occurs nowhere may be anything.
  std::replace(result.begin(), result.end(), none, 0u);
  return result;
}

} // namespace mplrt
