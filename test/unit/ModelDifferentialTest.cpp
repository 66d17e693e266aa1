//===- ModelDifferentialTest.cpp - The model finder against brute force ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Random small Horn theories. All structures of up to two elements are tried with an
// evaluator that assigns values to all variables blindly; the model finder must find
// models and refutations where there are any, as many of each size as there are up to
// names of elements, and what it finds must be models by that evaluator, as
// structures with one sort.
//
//===----------------------------------------------------------------------===//

#include "runtime/model/ModelFinder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace mplrt;
using namespace mplc::calculus;

namespace {

enum : RelationId { P, R, F };

/// P(x), x R y, a partial function F, and a constant c.
Program signature() {
  Program p;
  p.constants = {"c"};
  for (const uint32_t arity : {1, 2, 2}) {
    Relation relation;
    relation.name = "r" + std::to_string(p.relations.size());
    relation.predicate = relation.name;
    relation.columns.resize(arity);
    relation.functional = p.relations.size() == F;
    p.relations.push_back(relation);
  }
  return p;
}

class Generator {
public:
  explicit Generator(uint32_t seed) : random(seed) {}

  uint32_t below(uint32_t n) { return random() % n; }

  Atom atom(const std::vector<Term> &terms) {
    Atom result{below(3), {}};
    for (uint32_t c = 0; c < (result.relation == P ? 1u : 2u); ++c)
      result.args.push_back(terms[below(uint32_t(terms.size()))]);
    return result;
  }

  /// A rule whose head mentions what premises do, constants aside.
  Rule rule() {
    Rule result;
    const uint32_t numPremises = below(4);
    for (uint32_t i = 0; i < numPremises; ++i)
      result.premises.push_back(atom({0, 0, 1, 1, 2, constantTerm(0)}));
    number(result);
    std::vector<Term> bound{constantTerm(0)};
    for (uint32_t v = 0; v < result.numVariables; ++v)
      bound.insert(bound.end(), 2, Term(v));
    switch (below(8)) {
    case 0:
      result.head = Rule::Head::Refute;
      break;
    case 1:
    case 2:
      result.head = Rule::Head::Equate;
      result.left = bound[below(uint32_t(bound.size()))];
      result.right = bound[below(uint32_t(bound.size()))];
      break;
    case 3:
    case 4:
    case 5: {
      result.head = Rule::Head::Witness;
      const Term fresh = Term(result.numVariables++);
      result.fresh = {{"y", fresh}};
      bound.push_back(fresh);
      // The first mentions the witness.
      result.witnesses.push_back(atom(bound));
      result.witnesses.back().args.back() = fresh;
      if (below(2))
        result.witnesses.push_back(atom(bound));
      break;
    }
    default:
      result.atom = atom(bound);
    }
    return result;
  }

private:
  /// Renames variables to 0, 1, .. and counts them.
  static void number(Rule &rule) {
    std::vector<Term> seen;
    for (Atom &premise : rule.premises)
      for (Term &t : premise.args) {
        if (isConstant(t))
          continue;
        if (std::find(seen.begin(), seen.end(), t) == seen.end())
          seen.push_back(t);
        t = Term(std::find(seen.begin(), seen.end(), t) - seen.begin());
      }
    rule.numVariables = uint32_t(seen.size());
  }

  std::mt19937 random;
};

/// All assignments, in turn; nothing is skipped.
class Blind {
public:
  Blind(const FiniteModel &model) : model(model), size(model.size()) {}

  bool holds(const Rule &rule) const {
    const uint32_t numOuter = rule.numVariables - uint32_t(rule.fresh.size());
    std::vector<uint32_t> values(rule.numVariables, 0);
    do {
      if (holdsFor(rule, values, numOuter))
        continue;
      return false;
    } while (next(values, 0, numOuter));
    return true;
  }

  bool isModel(const std::vector<Rule> &rules) const {
    for (uint32_t x = 0; x < size; ++x)
      for (uint32_t y = 0; y < size; ++y)
        for (uint32_t z = 0; z < size; ++z)
          if (y != z && model.holds(F, {{x, y}}) && model.holds(F, {{x, z}}))
            return false;
    return std::all_of(rules.begin(), rules.end(),
                       [&](const Rule &rule) { return holds(rule); });
  }

private:
  bool next(std::vector<uint32_t> &values, uint32_t from, uint32_t to) const {
    for (uint32_t v = from; v < to; ++v) {
      if (++values[v] < size)
        return true;
      values[v] = 0;
    }
    return false;
  }
  uint32_t value(Term t, const std::vector<uint32_t> &values) const {
    return isConstant(t) ? model.constants[constantIndex(t)] : values[t];
  }
  bool holds(const Atom &atom, const std::vector<uint32_t> &values) const {
    std::vector<uint32_t> args;
    for (const Term t : atom.args)
      args.push_back(value(t, values));
    return model.holds(atom.relation, args);
  }
  bool holdsFor(const Rule &rule, std::vector<uint32_t> values,
                uint32_t numOuter) const {
    for (const Atom &premise : rule.premises)
      if (!holds(premise, values))
        return true;
    switch (rule.head) {
    case Rule::Head::Derive:
      return holds(rule.atom, values);
    case Rule::Head::Equate:
      return value(rule.left, values) == value(rule.right, values);
    case Rule::Head::Refute:
      return false;
    case Rule::Head::Witness:
      do {
        if (std::all_of(rule.witnesses.begin(), rule.witnesses.end(),
                        [&](const Atom &w) { return holds(w, values); }))
          return true;
      } while (next(values, numOuter, rule.numVariables));
      return false;
    }
    return false;
  }

  const FiniteModel &model;
  const uint32_t size;
};

FiniteModel emptyStructure(uint32_t size) {
  FiniteModel model;
  model.domains.columns = {{0}, {0, 0}, {0, 0}};
  model.domains.constants = {0};
  model.sizes = {size};
  model.constants = {0};
  for (RelationId r = 0; r < 3; ++r)
    model.tables.emplace_back(model.tableSize(r), 0);
  return model;
}

std::vector<FiniteModel> allStructures(uint32_t size) {
  std::vector<FiniteModel> result;
  const uint32_t bits = size + 2 * size * size;
  for (uint32_t code = 0; code < (1u << bits) * size; ++code) {
    FiniteModel model = emptyStructure(size);
    uint32_t rest = code;
    for (std::vector<uint8_t> &table : model.tables)
      for (uint8_t &entry : table) {
        entry = rest & 1;
        rest >>= 1;
      }
    model.constants[0] = rest;
    result.push_back(std::move(model));
  }
  return result;
}

/// The same structure with domains side by side in one.
FiniteModel withOneSort(const FiniteModel &model) {
  std::vector<uint32_t> offset;
  uint32_t total = 0;
  for (const uint32_t size : model.sizes) {
    offset.push_back(total);
    total += size;
  }
  FiniteModel result = emptyStructure(total);
  result.constants[0] = offset[model.domains.constants[0]] + model.constants[0];
  for (RelationId r = 0; r < 3; ++r) {
    const auto &columns = model.domains.columns[r];
    const uint32_t last = columns.size() > 1 ? model.size(r, 1) : 1;
    for (uint32_t x = 0; x < model.size(r, 0); ++x)
      for (uint32_t y = 0; y < last; ++y) {
        std::vector<uint32_t> from{x, y}, to{offset[columns[0]] + x,
                                             offset[columns.back()] + y};
        from.resize(columns.size());
        to.resize(columns.size());
        if (model.holds(r, from))
          result.tables[r][result.index(r, to)] = 1;
      }
  }
  return result;
}

/// Every element occurs in a fact or is the constant.
bool usesAll(const FiniteModel &model) {
  FiniteModel copy = model;
  compact(copy);
  return copy.sizes == model.sizes;
}

/// Of a structure of two elements, the one with exchanged names.
FiniteModel swapped(const FiniteModel &model) {
  FiniteModel result = model;
  result.constants[0] = 1 - model.constants[0];
  for (std::vector<uint8_t> &table : result.tables)
    std::reverse(table.begin(), table.end());
  return result;
}

auto key(const FiniteModel &model) { return std::pair(model.constants, model.tables); }

TEST(ModelDifferential, AgreesWithBruteForce) {
  const std::vector<FiniteModel> structures[] = {allStructures(1), allStructures(2)};
  uint32_t numRefuted = 0, numOneDomain = 0, numSeveral = 0, numUnsatisfiable = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    Generator generate(seed);
    Program p = signature();
    const uint32_t numRules = 1 + generate.below(5);
    for (uint32_t i = 0; i < numRules; ++i)
      p.rules.push_back(generate.rule());
    const Rule claim = generate.rule();
    Goal goal;
    goal.premises = claim.premises;
    goal.head = claim.head;
    goal.atom = claim.atom;
    goal.left = claim.left;
    goal.right = claim.right;
    goal.fresh = claim.fresh;
    goal.witnesses = claim.witnesses;
    goal.numVariables = claim.numVariables;
    const ModelFinder finder(p);

    // Brute force; the checker of models must say the same of every structure.
    std::set<decltype(key(structures[0][0]))> kinds[2];
    bool isRefutable = false;
    for (const std::vector<FiniteModel> &ofSize : structures)
      for (const FiniteModel &structure : ofSize) {
        const bool isModel = Blind(structure).isModel(p.rules);
        ASSERT_EQ(satisfies(finder.laws(), structure), isModel);
        ASSERT_EQ(counterexample(claim, structure).has_value(),
                  !Blind(structure).holds(claim));
        if (!isModel)
          continue;
        isRefutable |= !Blind(structure).holds(claim);
        if (usesAll(structure))
          kinds[structure.size() - 1].insert(
              structure.size() == 1
                  ? key(structure)
                  : std::min(key(structure), key(swapped(structure))));
      }

    const auto refutation = finder.refute(goal, 2);
    EXPECT_TRUE(refutation || !isRefutable);
    if (refutation) {
      ++numRefuted;
      const FiniteModel whole = withOneSort(refutation->model);
      EXPECT_TRUE(Blind(whole).isModel(p.rules));
      EXPECT_FALSE(Blind(whole).holds(claim));
      if (refutation->model.domains.count == 1) {
        EXPECT_TRUE(isRefutable);
      }
    }

    const std::vector<FiniteModel> models = finder.several(2, 1000000);
    EXPECT_FALSE(models.empty() && !(kinds[0].empty() && kinds[1].empty()));
    for (const FiniteModel &model : models)
      ASSERT_TRUE(Blind(withOneSort(model)).isModel(p.rules));
    numUnsatisfiable += models.empty();
    if (Domains(finder.laws(), nullptr).count > 1) {
      numSeveral += !models.empty();
      continue;
    }
    ++numOneDomain;
    for (const uint32_t size : {1u, 2u})
      EXPECT_EQ(size_t(std::count_if(
                    models.begin(), models.end(),
                    [&](const FiniteModel &m) { return m.size() == size; })),
                kinds[size - 1].size());
  }
  // Each kind of theory has been met.
  EXPECT_GT(numRefuted, 10u);
  EXPECT_GT(numOneDomain, 10u);
  EXPECT_GT(numSeveral, 10u);
  EXPECT_GT(numUnsatisfiable, 3u);
}

} // namespace
