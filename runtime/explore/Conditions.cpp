//===- Conditions.cpp - Laws with conditions, laws about relations --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Conditions.h"

#include <algorithm>
#include <set>

namespace mplrt {

namespace {

using Bits = std::vector<uint64_t>;

// Fewer assignments that meet all conditions say too little about the head.
constexpr size_t minWitnesses = 2;
constexpr size_t maxLiterals = 20000;
constexpr size_t maxRefuted = 10000; // That are listed.

size_t countCommon(const Bits &a, const Bits &b) {
  return testKernels().countCommon(a.data(), b.data(), a.size());
}

bool isDisjoint(const Bits &a, const Bits &b) {
  return testKernels().isDisjoint(a.data(), b.data(), a.size());
}

bool isSubset(const Bits &a, const Bits &b) {
  return testKernels().isSubset(a.data(), b.data(), a.size());
}

Bits both(const Bits &a, const Bits &b) {
  Bits result(a.size());
  for (size_t w = 0; w < a.size(); ++w)
    result[w] = a[w] & b[w];
  return result;
}

bool isEmpty(const Bits &a) {
  return std::all_of(a.begin(), a.end(), [](uint64_t word) { return word == 0; });
}

/// The constants that a set consists of; 0 if it has others or is no such set.
size_t numConstants(const calculus::Program &program, uint32_t sort) {
  for (const calculus::InductionForm &form : program.inductions)
    if (form.sort == sort &&
        std::none_of(form.constructors.begin(), form.constructors.end(),
                     [](const calculus::Constructor &c) { return c.isFunction; }))
      return form.constructors.size();
  return 0;
}

} // namespace

ConditionalLaws::ConditionalLaws(const Theory &theory,
                                 const calculus::Exploration &bounds,
                                 const Terms &terms)
    : theory(theory), bounds(bounds), terms(terms),
      words((terms.assignments().size() + 63) / 64) {
  const calculus::Program &program = theory.program;
  std::set<uint32_t> sorts;
  for (const ExploredTerm &term : terms.all())
    sorts.insert(term.sort);
  for (uint32_t r = 0; r < program.relations.size(); ++r) {
    const calculus::Relation &relation = program.relations[r];
    // Only about values that there are terms for.
    const bool isUsable = std::all_of(
        relation.columns.begin(), relation.columns.end(),
        [&](const calculus::Column &c) {
          return c.sort == calculus::none || sorts.count(c.sort) != 0;
        });
    const bool isMembership = relation.arity() == 1 && sorts.count(r) != 0;
    const bool isWanted =
        std::count(bounds.relations.begin(), bounds.relations.end(), r) != 0;
    if (isUsable && isWanted && !isMembership && !relation.functional)
      relations.push_back(r);
  }
}

/// For instance x <= y as a relation, or (x <= y) = true, on variables.
bool ConditionalLaws::isPredicate(const Literal &literal) const {
  const std::vector<uint32_t> *arguments = &literal.terms;
  if (literal.isEquation()) {
    const ExploredTerm &left = terms.all()[literal.terms[0]];
    if (left.kind != ExploredTerm::Kind::Application ||
        terms.all()[literal.terms[1]].kind != ExploredTerm::Kind::Constant ||
        numConstants(theory.program, left.sort) == 0)
      return false;
    arguments = &left.args;
  }
  return std::all_of(arguments->begin(), arguments->end(), [&](uint32_t t) {
    return terms.all()[t].kind == ExploredTerm::Kind::Variable;
  });
}

void ConditionalLaws::add(Entry entry) {
  if (entries.size() >= maxLiterals)
    return;
  entry.isPredicate = isPredicate(entry.literal);
  Law law;
  law.head = entry.literal;
  if (entry.isCondition)
    entry.isFirstOfRenamings =
        seenConditions.insert(terms.writer().canonical(law)).second;
  bySize[entry.size].push_back(uint32_t(entries.size()));
  entries.push_back(entry);
  if (entry.literal.isNegated)
    return;
  // That two variables differ is a condition; it is never what is to be proved.
  const calculus::Program &program = theory.program;
  entry.isHead = !entry.literal.isEquation() || entry.isCondition;
  // That a truth value is not true is better said by an equation. As a head it would
  // also hide what follows from `t = false`, being as strong as that.
  if (entry.literal.isEquation() &&
      terms.all()[entry.literal.terms[1]].kind == ExploredTerm::Kind::Constant &&
      numConstants(program, terms.all()[entry.literal.terms[1]].sort) == 2)
    entry.isHead = false;
  entry.isCondition =
      (entry.literal.isEquation()
           ? program.apart()
           : program.relations[entry.literal.relation].complement) != calculus::none;
  entry.literal.isNegated = true;
  std::swap(entry.holds, entry.fails);
  if (entry.isHead || entry.isCondition)
    add(std::move(entry));
}

bool ConditionalLaws::isApplication(uint32_t term) const {
  return terms.all()[term].kind == ExploredTerm::Kind::Application;
}

bool ConditionalLaws::isDefinition(uint32_t left, uint32_t right) const {
  std::function<bool(uint32_t)> contains = [&](uint32_t t) {
    const auto &arguments = terms.all()[t].args;
    return t == right || std::any_of(arguments.begin(), arguments.end(), contains);
  };
  return terms.all()[right].kind == ExploredTerm::Kind::Variable && !contains(left);
}

void ConditionalLaws::addEquation(uint32_t left, uint32_t right) {
  Entry entry;
  entry.literal.terms = {left, right};
  entry.size = terms.writer().size(entry.literal);
  entry.holds.resize(words);
  entry.fails.resize(words);
  const auto &a = terms.valuesOf(left), &b = terms.valuesOf(right);
  testKernels().compare(a.data(), b.data(), a.size(), entry.holds.data(),
                        entry.fails.data());
  // An equation between smaller things says which the variables are, and t = v, where
  // v is a variable that is not in t, is said by writing t for v.
  entry.isCondition = isApplication(left) && !isDefinition(left, right);
  noteRefuted(entry);
  add(std::move(entry));
}

void ConditionalLaws::addRelation(uint32_t relation, uint32_t size) {
  const calculus::Relation &r = theory.program.relations[relation];
  Entry entry;
  entry.literal.relation = relation;
  entry.literal.terms.resize(r.arity());
  entry.size = size;
  std::function<void(uint32_t, uint32_t)> choose = [&](uint32_t at, uint32_t left) {
    if (at == r.arity()) {
      if (left != 0 || entries.size() >= maxLiterals)
        return;
      std::vector<const Element *> columns;
      for (const uint32_t t : entry.literal.terms)
        columns.push_back(terms.valuesOf(t).data());
      const std::vector<uint8_t> truth =
          terms.assignments().holds(relation, columns);
      entry.holds.assign(words, 0);
      entry.fails.assign(words, 0);
      for (size_t k = 0; k < truth.size(); ++k) {
        bool isKnown = true;
        for (const Element *column : columns)
          isKnown &= column[k] != kUnknown;
        if (isKnown)
          (truth[k] ? entry.holds : entry.fails)[k / 64] |= uint64_t(1) << k % 64;
      }
      entry.isCondition = true;
      add(entry);
      return;
    }
    for (uint32_t own = 0; own <= left; ++own)
      for (const uint32_t t : terms.ofSize(own))
        if (r.columns[at].sort == calculus::none ||
            terms.all()[t].sort == r.columns[at].sort) {
          entry.literal.terms[at] = t;
          choose(at + 1, left - own);
        }
  };
  choose(0, size);
}

void ConditionalLaws::addLiterals(uint32_t size) {
  while (bySize.size() <= size) {
    const auto now = uint32_t(bySize.size());
    bySize.emplace_back();
    for (uint32_t own = now - now / 2; own <= now; ++own)
      for (const uint32_t left : terms.ofSize(own))
        for (const uint32_t right : terms.ofSize(now - own)) {
          const bool isOrdered = own != now - own || left < right;
          if (isOrdered && terms.all()[left].sort == terms.all()[right].sort)
            addEquation(terms.simplest(left), terms.simplest(right));
        }
    for (const uint32_t relation : relations)
      addRelation(relation, now);
  }
}

bool ConditionalLaws::isDefinitelyUnequal(const Literal &equation, size_t k) const {
  Model &model = terms.assignments().modelOf(k);
  const uint32_t sort = terms.all()[equation.terms[0]].sort;
  const Element a = terms.valuesOf(equation.terms[0])[k];
  const Element b = terms.valuesOf(equation.terms[1])[k];
  return !model.isSame(sort, a, b) && model.isDefinite(sort, a) &&
         model.isDefinite(sort, b);
}

/// Each once up to names of variables, where the first values show it.
void ConditionalLaws::noteRefuted(const Entry &entry) {
  Law law;
  law.head = entry.literal;
  if (!isApplication(entry.literal.terms[0]) ||
      seenConditions.count(terms.writer().canonical(law)) ||
      equations.size() >= maxRefuted)
    return;
  size_t k = 0;
  for (; k < terms.assignments().size(); ++k)
    if ((entry.fails[k / 64] >> k % 64 & 1) && isDefinitelyUnequal(entry.literal, k))
      break;
  if (k == terms.assignments().size())
    return;
  Model &model = terms.assignments().modelOf(k);
  auto value = [&](uint32_t t) {
    return model.text(terms.all()[t].sort, terms.valuesOf(t)[k]);
  };
  std::set<uint32_t> variables;
  std::function<void(uint32_t)> collect = [&](uint32_t t) {
    if (terms.all()[t].kind == ExploredTerm::Kind::Variable)
      variables.insert(t);
    for (const uint32_t argument : terms.all()[t].args)
      collect(argument);
  };
  std::string values;
  for (const uint32_t t : entry.literal.terms)
    collect(t);
  for (const uint32_t v : variables)
    values += (values.empty() ? "" : ", ") + terms.writer().text(v) + " = " + value(v);
  equations.push_back({terms.writer().text(law),
                       values + ": " + value(entry.literal.terms[0]) + " is not " +
                           value(entry.literal.terms[1])});
}

/// The strongest heads that follow from the conditions in the model.
void ConditionalLaws::conclude(const std::vector<uint32_t> &conditions,
                               const Bits &where, const std::vector<uint32_t> &among,
                               std::vector<Law> &laws) {
  std::vector<uint32_t> heads;
  for (const uint32_t h : among) {
    const Entry &head = entries[h];
    ++tested;
    if (!head.isHead || !isDisjoint(where, head.fails) ||
        countCommon(where, head.holds) < minWitnesses)
      continue;
    // Not if it holds anyway, or for one of the conditions alone.
    if (!conditions.empty() && isEmpty(head.fails))
      continue;
    if (std::find(conditions.begin(), conditions.end(), h) != conditions.end())
      continue;
    if (conditions.size() > 1 &&
        std::any_of(conditions.begin(), conditions.end(), [&](uint32_t c) {
          return isDisjoint(entries[c].holds, head.fails);
        }))
      continue;
    heads.push_back(h);
  }
  // Of heads that say the same, one; besides, one that says what a variable is, as
  // inv(a) = b does beside b * a = e.
  auto saysVariable = [&](uint32_t h) {
    const Literal &literal = entries[h].literal;
    return literal.isEquation() && !literal.isNegated &&
           isDefinition(literal.terms[0], literal.terms[1]);
  };
  auto isStronger = [&](uint32_t a, uint32_t b) {
    if (!isSubset(entries[a].holds, entries[b].holds))
      return false;
    return !isSubset(entries[b].holds, entries[a].holds) ||
           (a < b && saysVariable(a) == saysVariable(b));
  };
  for (const uint32_t h : heads) {
    if (std::any_of(heads.begin(), heads.end(),
                    [&](uint32_t other) { return other != h && isStronger(other, h); }))
      continue;
    Law law;
    for (const uint32_t c : conditions)
      law.conditions.push_back(entries[c].literal);
    law.head = entries[h].literal;
    if (seenLaws.insert(terms.writer().canonical(law)).second)
      laws.push_back(std::move(law));
  }
}

/// Two conditions that say more than each alone, once in either order.
bool ConditionalLaws::isPair(uint32_t p, uint32_t q) const {
  const Entry &one = entries[p], &other = entries[q];
  return other.isCondition && q > p && !isEmpty(other.fails) &&
         !isSubset(one.holds, other.holds) && !isSubset(other.holds, one.holds);
}

std::vector<Law> ConditionalLaws::aboutPredicates() {
  addLiterals(1);
  std::vector<uint32_t> predicates, heads = bySize[0];
  for (const uint32_t size : {0, 1})
    for (const uint32_t entry : bySize[size])
      if (entries[entry].isPredicate)
        predicates.push_back(entry);
  for (const uint32_t entry : predicates)
    if (std::find(heads.begin(), heads.end(), entry) == heads.end())
      heads.push_back(entry);
  std::vector<Law> laws;
  for (const uint32_t p : predicates) {
    const Entry &one = entries[p];
    if (bounds.premises == 0 || !one.isCondition || !one.isFirstOfRenamings ||
        isEmpty(one.fails))
      continue;
    conclude({p}, one.holds, heads, laws);
    for (const uint32_t q : predicates)
      if (isPair(p, q))
        conclude({p, q}, both(one.holds, entries[q].holds), heads, laws);
  }
  sortByGenerality(laws, terms.writer());
  return laws;
}

std::vector<Law> ConditionalLaws::next(uint32_t size) {
  addLiterals(size);
  std::vector<Law> laws;
  // Without a condition: relations, and equations that never hold.
  Bits everywhere(words, ~uint64_t(0));
  for (const uint32_t h : bySize[size]) {
    const Entry &head = entries[h];
    const bool isEquation = head.literal.isEquation() && !head.literal.isNegated;
    if (isEquation || !head.isHead || !isEmpty(head.fails) || isEmpty(head.holds))
      continue;
    Law law;
    law.head = head.literal;
    if (seenLaws.insert(terms.writer().canonical(law)).second)
      laws.push_back(std::move(law));
  }
  for (uint32_t first = 0; first <= size && bounds.premises > 0; ++first)
    for (const uint32_t p : bySize[first]) {
      const Entry &one = entries[p];
      if (!one.isCondition || !one.isFirstOfRenamings || isEmpty(one.fails))
        continue;
      if (size <= maxSize)
        conclude({p}, one.holds, bySize[size - first], laws);
      if (bounds.premises < 2)
        continue;
      for (uint32_t second = 0; second <= size - first; ++second)
        for (const uint32_t q : bySize[second])
          if (isPair(p, q))
            conclude({p, q}, both(one.holds, entries[q].holds),
                     bySize[size - first - second], laws);
    }
  sortByGenerality(laws, terms.writer());
  return laws;
}

} // namespace mplrt
