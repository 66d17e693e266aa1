//===- Encoder.cpp - Finite structures as propositional models ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A variable for each fact that could hold, a clause for each instance of each
// rule over the domains (McCune, MACE; Claessen and Soerensson, Paradox, MODEL
// 2003). Rules are relational already, so there is nothing to flatten. A constant
// is an unknown element, with a variable for each value; in an instance of a rule
// it is one more variable, guarded by that value. So are the values of a
// counterexample.
//
// Names of elements are exchangeable. The unknown elements of a domain are numbered
// in order of first use: one is e + 1 only if one before it is e.
//
//===----------------------------------------------------------------------===//

#include "runtime/model/Encoder.h"

#include <algorithm>
#include <numeric>

namespace mplrt {

using namespace mplc::calculus;

namespace {

constexpr uint64_t maxImageLiterals = 1000000; // Of one excluded structure.

} // namespace

/// The instances of some atoms: terms are numbered as slots, each with the number of
/// its values; an instance gives each slot a value.
class Encoder::Grounding {
public:
  /// `ofVariables`: domains by variable. `skolems`: by variable, if they are unknown
  /// elements instead of ranging over their domains.
  Grounding(const Encoder &encoder, const std::vector<uint32_t> &ofVariables,
            const std::vector<Unknown> *skolems = nullptr)
      : encoder(encoder), ofVariables(ofVariables), skolems(skolems) {}

  void addTerm(Term t) {
    if (slotOf(t) < slots.size())
      return;
    const Unknown *unknown = nullptr;
    if (isConstant(t))
      unknown = &encoder.constants[constantIndex(t)];
    else if (skolems && !(*skolems)[t].empty())
      unknown = &(*skolems)[t];
    const uint32_t n = unknown ? uint32_t(unknown->size())
                               : encoder.domainSize(ofVariables[t]);
    slots.push_back({t, unknown, n, 0});
  }
  void addTerms(const std::vector<Atom> &atoms) {
    for (const Atom &atom : atoms)
      for (const Term t : atom.args)
        addTerm(t);
  }

  uint64_t count() const {
    uint64_t result = 1;
    for (const Slot &slot : slots)
      result = result > (uint64_t(1) << 40) ? result : result * slot.size;
    return result;
  }

  /// Calls `visit` for each combination of values of slots from `first` on.
  template <typename Visit> void forEach(const Visit &visit, size_t first = 0) {
    for (size_t s = first; s < slots.size(); ++s)
      slots[s].value = 0;
    while (true) {
      visit();
      size_t s = slots.size();
      while (s > first && ++slots[s - 1].value == slots[s - 1].size)
        slots[--s].value = 0;
      if (s == first)
        return;
    }
  }

  size_t numSlots() const { return slots.size(); }
  /// The values of another one whose slots are the first of this one.
  void setFrom(const Grounding &other) {
    std::copy(other.slots.begin(), other.slots.end(), slots.begin());
  }
  uint32_t value(Term t) const { return slots[slotOf(t)].value; }
  int fact(const Atom &atom) const {
    std::vector<uint32_t> args;
    for (const Term t : atom.args)
      args.push_back(value(t));
    return encoder.fact(atom.relation, args);
  }

  /// The literals by which unknown elements have the values of this instance.
  std::vector<int> guards() const {
    std::vector<int> result;
    for (const Slot &slot : slots)
      if (slot.unknown && slot.size > 1)
        result.push_back((*slot.unknown)[slot.value]);
    return result;
  }

private:
  struct Slot {
    Term term;
    const Unknown *unknown; ///< Of a constant or a variable of a counterexample.
    uint32_t size, value;
  };

  size_t slotOf(Term t) const {
    size_t s = 0;
    while (s < slots.size() && slots[s].term != t)
      ++s;
    return s;
  }

  const Encoder &encoder;
  const std::vector<uint32_t> &ofVariables;
  const std::vector<Unknown> *skolems;
  std::vector<Slot> slots;
};

Encoder::Encoder(const Laws &laws, const Domains &domains, uint32_t size,
                 uint32_t maxInstances)
    : laws(laws), domains(domains), maxInstances(maxInstances) {
  // A domain that no relation has a column of holds one constant that nothing is
  // said about.
  sizes.assign(domains.count, 1);
  for (const auto &columns : domains.columns)
    for (const uint32_t domain : columns)
      sizes[domain] = size;
  named.resize(domains.count);
  for (RelationId r = 0; r < laws.program.relations.size(); ++r) {
    uint64_t rows = 1;
    for (const uint32_t domain : domains.columns[r])
      rows *= sizes[domain];
    firstFact.push_back(0);
    if (!hasRoomFor(rows))
      continue;
    for (uint64_t row = 0; row < rows; ++row) {
      const int variable = solver.addVariable();
      if (row == 0)
        firstFact[r] = variable;
    }
  }
  for (uint32_t c = 0; c < laws.program.constants.size(); ++c)
    constants.push_back(addUnknown(domains.constants[c]));
  for (RelationId r = 0; r < laws.program.relations.size(); ++r)
    if (laws.program.relations[r].negated && firstFact[r] != 0)
      addComplement(r);
}

/// A row of a complement says that the atom does not hold, a row of inequality that
/// its elements differ.
void Encoder::addComplement(RelationId relation) {
  const RelationId other = laws.program.relations[relation].complement;
  const std::vector<uint32_t> &columns = domains.columns[relation];
  uint32_t rows = 1;
  for (const uint32_t domain : columns)
    rows *= sizes[domain];
  for (uint32_t row = 0; row < rows; ++row) {
    const int fact = firstFact[relation] + int(row);
    if (other == calculus::none) {
      const bool isEqual = row / sizes[columns[1]] == row % sizes[columns[1]];
      solver.addClause({{isEqual ? -fact : fact}});
    } else if (firstFact[other] != 0) {
      const int negated = firstFact[other] + int(row);
      solver.addClause({{fact, negated}});
      solver.addClause({{-fact, -negated}});
    }
  }
}

bool Encoder::hasRoomFor(size_t instances) {
  numInstances += instances;
  return numInstances <= maxInstances;
}

Encoder::Unknown Encoder::addUnknown(uint32_t domain) {
  std::vector<Unknown> &before = named[domain];
  const uint32_t n = std::min(sizes[domain], uint32_t(before.size()) + 1);
  Unknown unknown;
  for (uint32_t e = 0; e < n; ++e)
    unknown.push_back(solver.addVariable());
  solver.addClause(unknown);
  for (uint32_t e = 0; e < n; ++e)
    for (uint32_t f = 0; f < e; ++f)
      solver.addClause({{-unknown[e], -unknown[f]}});
  for (uint32_t e = 1; e < n; ++e) {
    std::vector<int> clause{-unknown[e]};
    for (const Unknown &other : before)
      if (e - 1 < other.size())
        clause.push_back(other[e - 1]);
    solver.addClause(clause);
  }
  before.push_back(unknown);
  return unknown;
}

int Encoder::fact(RelationId relation, const std::vector<uint32_t> &args) const {
  uint32_t row = 0;
  for (size_t c = 0; c < args.size(); ++c)
    row = row * sizes[domains.columns[relation][c]] + args[c];
  return firstFact[relation] + int(row);
}

int Encoder::conjunction(const std::vector<int> &literals) {
  if (literals.size() == 1)
    return literals[0];
  const int all = solver.addVariable();
  for (const int literal : literals)
    solver.addClause({{-all, literal}});
  return all;
}

/// Memberships of witnesses that another witness implies are left out.
std::vector<Atom> Encoder::needed(const std::vector<Atom> &witnesses) const {
  std::vector<Atom> result;
  for (const Atom &witness : witnesses) {
    const bool isImplied =
        witness.args.size() == 1 &&
        std::any_of(witnesses.begin(), witnesses.end(), [&](const Atom &other) {
          const Relation &relation = laws.program.relations[other.relation];
          for (size_t c = 0; other.args.size() > 1 && c < other.args.size(); ++c)
            if (other.args[c] == witness.args[0] &&
                relation.columns[c].sort == witness.relation)
              return true;
          return false;
        });
    if (!isImplied)
      result.push_back(witness);
  }
  return result;
}

//===----------------------------------------------------------------------===//
// The theory
//===----------------------------------------------------------------------===//

bool Encoder::addRule(const Rule &rule) {
  const std::vector<uint32_t> ofVariables = *domains.ofVariables(rule);
  Grounding instance(*this, ofVariables);
  instance.addTerms(rule.premises);
  if (rule.head == Rule::Head::Derive)
    instance.addTerms({rule.atom});
  if (rule.head == Rule::Head::Equate) {
    instance.addTerm(rule.left);
    instance.addTerm(rule.right);
  }
  // What the head binds comes last.
  const std::vector<Atom> witnesses = needed(rule.witnesses);
  for (const Atom &witness : witnesses)
    for (const Term t : witness.args)
      if (isConstant(t) || !isFresh(rule, t))
        instance.addTerm(t);
  const uint64_t numClauses = instance.count();
  instance.addTerms(witnesses);
  const uint64_t numCombinations = instance.count();
  if (!hasRoomFor(rule.head == Rule::Head::Witness ? numCombinations * 2
                                                   : numClauses))
    return false;

  const uint64_t numInner = numCombinations / numClauses;
  uint64_t inner = 0;
  std::vector<int> clause;
  instance.forEach([&] {
    if (inner++ == 0) {
      clause.clear();
      for (const int guard : instance.guards())
        clause.push_back(-guard);
      for (const Atom &premise : rule.premises)
        clause.push_back(-instance.fact(premise));
    }
    switch (rule.head) {
    case Rule::Head::Derive:
      clause.push_back(instance.fact(rule.atom));
      break;
    case Rule::Head::Equate:
      if (instance.value(rule.left) == instance.value(rule.right)) {
        inner = 0;
        return;
      }
      break;
    case Rule::Head::Refute:
      break;
    case Rule::Head::Witness: {
      std::vector<int> parts;
      for (const Atom &witness : witnesses)
        parts.push_back(instance.fact(witness));
      clause.push_back(conjunction(parts));
      break;
    }
    }
    if (inner == numInner) {
      solver.addClause(clause);
      inner = 0;
    }
  });
  return true;
}

/// Where the atom does not hold, one of the rules that use it fails.
bool Encoder::addDefinition(const Laws::Definition &definition) {
  const std::vector<uint32_t> &columns = domains.columns[definition.relation];
  uint64_t rows = 1;
  for (const uint32_t domain : columns)
    rows *= sizes[domain];
  std::vector<std::vector<int>> clauses(rows);
  for (uint64_t row = 0; row < rows; ++row)
    clauses[row] = {firstFact[definition.relation] + int(row)};

  for (const uint32_t use : definition.uses) {
    const Rule &rule = laws.rules[use];
    const std::vector<uint32_t> ofVariables = *domains.ofVariables(rule);
    Grounding instance(*this, ofVariables);
    instance.addTerms(rule.premises);
    if (rule.head == Rule::Head::Derive)
      instance.addTerms({rule.atom});
    if (rule.head == Rule::Head::Equate) {
      instance.addTerm(rule.left);
      instance.addTerm(rule.right);
    }
    for (const Atom &witness : rule.witnesses)
      for (const Term t : witness.args)
        if (isConstant(t) || !isFresh(rule, t))
          instance.addTerm(t);
    Grounding inner = instance;
    inner.addTerms(rule.witnesses);
    if (!hasRoomFor(inner.count() * 2))
      return false;
    instance.forEach([&] {
      std::vector<int> fails = instance.guards();
      for (size_t p = 1; p < rule.premises.size(); ++p)
        fails.push_back(instance.fact(rule.premises[p]));
      if (rule.head == Rule::Head::Derive)
        fails.push_back(-instance.fact(rule.atom));
      if (rule.head == Rule::Head::Equate &&
          instance.value(rule.left) == instance.value(rule.right))
        return;
      const int failure = solver.addVariable();
      for (const int literal : fails)
        solver.addClause({{-failure, literal}});
      if (rule.head == Rule::Head::Witness) {
        inner.setFrom(instance);
        inner.forEach(
            [&] {
              std::vector<int> clause{-failure};
              for (const Atom &witness : rule.witnesses)
                clause.push_back(-inner.fact(witness));
              solver.addClause(clause);
            },
            instance.numSlots());
      }
      clauses[instance.fact(rule.premises[0]) - firstFact[definition.relation]]
          .push_back(failure);
    });
  }
  for (const std::vector<int> &clause : clauses)
    solver.addClause(clause);
  return true;
}

/// Every member of the set is built by constructors: in at most as many steps as
/// the domain has elements. A variable says that an element is built by a step.
bool Encoder::addGeneration(const InductionForm &form) {
  const uint32_t n = sizes[domains.columns[form.sort][0]];
  std::vector<int> built; // By element, in the step before.
  for (uint32_t step = 0; step < n; ++step) {
    std::vector<std::vector<int>> clauses(n);
    std::vector<int> now;
    for (uint32_t x = 0; x < n; ++x) {
      now.push_back(solver.addVariable());
      clauses[x].push_back(-now[x]);
      if (step > 0)
        clauses[x].push_back(built[x]);
    }
    for (const Constructor &c : form.constructors) {
      if (!c.isFunction) {
        for (uint32_t x = 0; x < constants[c.index].size(); ++x)
          clauses[x].push_back(constants[c.index][x]);
        continue;
      }
      const Relation &relation = laws.program.relations[c.index];
      Atom application{c.index, {}};
      for (uint32_t a = 0; a < relation.arity(); ++a)
        application.args.push_back(Term(a));
      Grounding instance(*this, domains.columns[c.index]);
      instance.addTerms({application});
      if (!hasRoomFor(instance.count() * 2))
        return false;
      instance.forEach([&] {
        std::vector<int> parts{instance.fact(application)};
        for (uint32_t a = 0; a + 1 < relation.arity(); ++a)
          if (relation.columns[a].sort == form.sort) {
            if (step == 0)
              return;
            parts.push_back(built[instance.value(Term(a))]);
          }
        clauses[instance.value(application.args.back())].push_back(
            conjunction(parts));
      });
    }
    for (const std::vector<int> &clause : clauses)
      solver.addClause(clause);
    built = std::move(now);
  }
  for (uint32_t x = 0; x < n; ++x)
    solver.addClause({{-fact(form.sort, {x}), built[x]}});
  return true;
}

bool Encoder::addLaws() {
  if (!hasRoomFor(0))
    return false;
  for (const Distinct &d : laws.program.distinct) {
    const Unknown &left = constants[constantIndex(d.left)];
    const Unknown &right = constants[constantIndex(d.right)];
    for (size_t e = 0; e < std::min(left.size(), right.size()); ++e)
      solver.addClause({{-left[e], -right[e]}});
  }
  return std::all_of(laws.rules.begin(), laws.rules.end(),
                     [&](const Rule &rule) { return addRule(rule); }) &&
         std::all_of(laws.definitions.begin(), laws.definitions.end(),
                     [&](const auto &d) { return addDefinition(d); }) &&
         std::all_of(laws.program.inductions.begin(),
                     laws.program.inductions.end(),
                     [&](const auto &form) { return addGeneration(form); });
}

//===----------------------------------------------------------------------===//
// Counterexamples, sizes, and structures to leave out
//===----------------------------------------------------------------------===//

bool Encoder::addCounterexample(const Rule &rule) {
  if (!hasRoomFor(0))
    return false;
  const std::vector<uint32_t> ofVariables = *domains.ofVariables(rule);
  for (Term v = 0; v < Term(rule.numVariables); ++v)
    skolems.push_back(isFresh(rule, v) ? Unknown() : addUnknown(ofVariables[v]));

  // Calls `say(clause)` with the literals by which the terms have other values.
  auto forEach = [&](Grounding &instance, const auto &say) {
    if (!hasRoomFor(instance.count()))
      return false;
    instance.forEach([&] {
      std::vector<int> clause;
      for (const int guard : instance.guards())
        clause.push_back(-guard);
      if (say(clause))
        solver.addClause(clause);
    });
    return true;
  };
  for (const Atom &premise : rule.premises) {
    Grounding instance(*this, ofVariables, &skolems);
    instance.addTerms({premise});
    if (!forEach(instance, [&](std::vector<int> &clause) {
          clause.push_back(instance.fact(premise));
          return true;
        }))
      return false;
  }
  Grounding instance(*this, ofVariables, &skolems);
  switch (rule.head) {
  case Rule::Head::Derive:
    instance.addTerms({rule.atom});
    return forEach(instance, [&](std::vector<int> &clause) {
      clause.push_back(-instance.fact(rule.atom));
      return true;
    });
  case Rule::Head::Equate:
    instance.addTerm(rule.left);
    instance.addTerm(rule.right);
    return forEach(instance, [&](std::vector<int> &) {
      return instance.value(rule.left) == instance.value(rule.right);
    });
  case Rule::Head::Refute:
    return true;
  case Rule::Head::Witness:
    instance.addTerms(rule.witnesses);
    return forEach(instance, [&](std::vector<int> &clause) {
      for (const Atom &witness : rule.witnesses)
        clause.push_back(-instance.fact(witness));
      return true;
    });
  }
  return false;
}

void Encoder::addFullness() {
  // A definition may hold of an element that nothing else is said about.
  auto isDefined = [&](RelationId r) {
    return std::any_of(laws.definitions.begin(), laws.definitions.end(),
                       [&](const auto &d) { return d.relation == r; });
  };
  for (uint32_t domain = 0; domain < domains.count; ++domain) {
    // Sets say what is an element of something, unless a column has none.
    bool isMentioned = false, isTyped = true;
    for (RelationId r = 0; r < firstFact.size(); ++r)
      for (size_t c = 0; c < domains.columns[r].size(); ++c)
        if (domains.columns[r][c] == domain && !isDefined(r)) {
          isMentioned = true;
          isTyped &= domains.columns[r].size() == 1 ||
                     laws.program.relations[r].columns[c].sort != none;
        }
    if (!isMentioned)
      continue;
    std::vector<std::vector<int>> uses(sizes[domain]);
    for (RelationId r = 0; r < firstFact.size(); ++r) {
      const std::vector<uint32_t> &columns = domains.columns[r];
      if (isDefined(r) || (isTyped && columns.size() > 1))
        continue;
      Atom atom{r, {}};
      for (size_t c = 0; c < columns.size(); ++c)
        atom.args.push_back(Term(c));
      Grounding instance(*this, columns);
      instance.addTerms({atom});
      instance.forEach([&] {
        for (size_t c = 0; c < columns.size(); ++c)
          if (columns[c] == domain)
            uses[instance.value(Term(c))].push_back(instance.fact(atom));
      });
    }
    for (const Unknown &unknown : named[domain])
      for (size_t e = 0; e < unknown.size(); ++e)
        uses[e].push_back(unknown[e]);
    full.push_back(solver.addVariable());
    for (std::vector<int> &clause : uses) {
      clause.push_back(-full.back());
      solver.addClause(clause);
    }
  }
  if (!full.empty())
    solver.addClause(full);
}

bool Encoder::exclude(const FiniteModel &model) {
  // A total function differs only if one of its outputs does.
  auto isTotal = [&](RelationId r) {
    const Relation &relation = laws.program.relations[r];
    return relation.functional &&
           size_t(std::count(model.tables[r].begin(), model.tables[r].end(), 1)) *
                   sizes[domains.columns[r].back()] ==
               model.tables[r].size();
  };
  uint64_t numImages = 1, length = constants.size();
  for (const uint32_t size : sizes)
    for (uint32_t k = 2; k <= size && numImages <= maxImageLiterals; ++k)
      numImages *= k;
  for (RelationId r = 0; r < model.tables.size(); ++r)
    length += isTotal(r) ? model.tables[r].size() / sizes[domains.columns[r].back()]
                         : model.tables[r].size();
  const bool isOne = numImages * length > maxImageLiterals;

  std::vector<std::vector<uint32_t>> names;
  for (const uint32_t size : sizes)
    std::iota(names.emplace_back(size).begin(), names.back().end(), 0);
  for (bool more = true; more;) {
    std::vector<int> clause;
    bool isPossible = true; // The image numbers its constants in order.
    for (size_t c = 0; c < constants.size(); ++c) {
      const uint32_t e = names[domains.constants[c]][model.constants[c]];
      isPossible &= e < constants[c].size();
      if (isPossible && constants[c].size() > 1)
        clause.push_back(-constants[c][e]);
    }
    for (RelationId r = 0; isPossible && r < model.tables.size(); ++r) {
      const std::vector<uint32_t> &columns = domains.columns[r];
      const bool isOutputEnough = isTotal(r);
      std::vector<uint32_t> args(columns.size());
      for (size_t row = 0; row < model.tables[r].size(); ++row) {
        if (!model.tables[r][row] && isOutputEnough)
          continue;
        size_t rest = row;
        for (size_t c = columns.size(); c-- > 0; rest /= sizes[columns[c]])
          args[c] = names[columns[c]][rest % sizes[columns[c]]];
        clause.push_back(model.tables[r][row] ? -fact(r, args) : fact(r, args));
      }
    }
    if (isPossible)
      solver.addClause(clause);
    more = false;
    for (size_t d = 0; !isOne && !more && d < names.size(); ++d)
      more = std::next_permutation(names[d].begin(), names[d].end());
  }
  return !isOne;
}

void Encoder::prefer(uint32_t taste) {
  // Guessing that a definition fails, for instance, would decide facts already.
  for (int variable = 1; variable <= solver.numVariables(); ++variable)
    solver.prefer(-variable);
  uint64_t state = taste;
  for (RelationId r = 0; r < firstFact.size(); ++r) {
    uint64_t rows = 1;
    for (const uint32_t domain : domains.columns[r])
      rows *= sizes[domain];
    for (uint64_t row = 0; row < rows; ++row) {
      // A linear congruential generator (Knuth, MMIX); its high bits are the good
      // ones.
      state = state * 6364136223846793005u + 1442695040888963407u;
      const bool isWanted = taste < 2 ? taste == 0 : state >> 63;
      const int variable = firstFact[r] + int(row);
      solver.prefer(isWanted ? variable : -variable);
    }
  }
}

FiniteModel Encoder::model() {
  FiniteModel model;
  model.domains = domains;
  model.sizes = sizes;
  auto valueOf = [&](const Unknown &unknown) {
    uint32_t e = 0;
    while (!solver.value(unknown[e]))
      ++e;
    return e;
  };
  for (const Unknown &constant : constants)
    model.constants.push_back(valueOf(constant));
  for (RelationId r = 0; r < firstFact.size(); ++r) {
    std::vector<uint8_t> &table = model.tables.emplace_back(model.tableSize(r));
    for (size_t row = 0; row < table.size(); ++row)
      table[row] = solver.value(firstFact[r] + int(row));
  }
  return model;
}

std::vector<uint32_t> Encoder::assignment() {
  std::vector<uint32_t> result;
  for (const Unknown &unknown : skolems) {
    result.push_back(FiniteModel::undefined);
    for (uint32_t e = 0; e < unknown.size(); ++e)
      if (solver.value(unknown[e]))
        result.back() = e;
  }
  return result;
}

} // namespace mplrt
