//===- Evaluate.cpp - Formulas in finite structures -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a formula means, word by word: variables range over the elements, atoms of
// definitions mean their bodies. To find values for the variables of an
// implication, its premises are taken in turn: one whose variables all have values
// is looked up, an atom of a set gives values to its other variables row by row.
//
//===----------------------------------------------------------------------===//

#include "Model.h"

#include <algorithm>

using namespace mplverify;
using Kind = FormulaStore::Kind;

namespace {

/// An element (not negative), a set, or nothing yet.
using Value = int64_t;
constexpr Value unknown = -1;
constexpr Value setValue(Symbol set) { return -2 - Value(set); }
constexpr Symbol setOf(Value value) { return Symbol(-2 - value); }

constexpr uint64_t maxSteps = 200'000'000;
constexpr unsigned maxDepth = 2000;

class Evaluator {
public:
  using Values = std::map<Symbol, uint32_t>;

  Evaluator(Theory &theory, const Structure &structure)
      : theory(theory), store(theory.store), structure(structure) {}

  bool holds(Formula f) {
    if (!step())
      return false;
    ++depth;
    bool result = false;
    switch (store.kind(f)) {
    case Kind::False:
      break;
    case Kind::Atom:
      result = atom(f);
      break;
    case Kind::Conjunction: {
      result = true;
      for (size_t i = 0; result && i < store.words(f).size(); ++i)
        result = holds(Formula(store.words(f)[i]));
      break;
    }
    case Kind::Negation:
      result = !holds(store.negated(f));
      break;
    case Kind::Implication:
      result = !fails(f, nullptr);
      break;
    }
    --depth;
    return result;
  }

  /// Whether the formula is false where its outer variables have these values;
  /// others may have any.
  bool isFalse(Formula f, const Values &values) {
    if (store.is(f, Kind::Implication))
      return fails(f, &values);
    if (store.is(f, Kind::Conjunction)) {
      const std::vector<int32_t> parts(store.words(f).begin(), store.words(f).end());
      return std::any_of(parts.begin(), parts.end(),
                         [&](int32_t part) { return isFalse(Formula(part), values); });
    }
    if (store.is(f, Kind::Atom) && theory.definition(store.predicate(f)))
      return unfold(f, [&](Formula body) { return isFalse(body, values); });
    return !holds(f) && problem.empty();
  }

  /// Why nothing could be said; empty if all is well.
  std::string problem;

private:
  /// The premises of an implication and which of its variables each speaks of.
  struct Plan {
    std::vector<Formula> premises;
    std::vector<uint64_t> variables;
    size_t count;
  };

  bool step() {
    if (problem.empty() && (++steps > maxSteps || depth > maxDepth))
      problem = "it takes too long to evaluate";
    return problem.empty();
  }

  Value value(Term t) const {
    if (isBound(t))
      return bound[bound.size() - 1 - boundIndex(t)];
    if (isPattern(t))
      return parameters[patternIndex(t)];
    if (theory.constants.at(t) != TypeTable::element)
      return setValue(t);
    const auto it = structure.constants.find(t);
    return it == structure.constants.end() ? 0 : it->second;
  }

  const std::vector<Structure::Row> &rows(Symbol set) const {
    static const std::vector<Structure::Row> none;
    const auto it = structure.sets.find(set);
    return it == structure.sets.end() ? none : it->second;
  }

  /// Sets with the same members are the same.
  bool isSame(Value a, Value b) const {
    return a == b || (a < unknown && b < unknown && rows(setOf(a)) == rows(setOf(b)));
  }

  bool atom(Formula f) {
    if (theory.definition(store.predicate(f)))
      return unfold(f, [&](Formula body) { return holds(body); });
    std::vector<Value> values;
    for (const Term t : store.arguments(f))
      values.push_back(value(t));
    if (store.isEquality(f))
      return isSame(values[0], values[1]);
    if (values.back() >= unknown) {
      problem = "a formula ranges over sets";
      return false;
    }
    Structure::Row row;
    for (size_t i = 0; i + 1 < values.size(); ++i) {
      if (values[i] < 0) {
        problem = "a formula speaks of a set of sets";
        return false;
      }
      row.push_back(uint32_t(values[i]));
    }
    const auto &all = rows(setOf(values.back()));
    return std::binary_search(all.begin(), all.end(), row);
  }

  /// The body of a definition with the atom's arguments; it has no other names.
  template <typename F> bool unfold(Formula f, const F &then) {
    std::vector<Value> arguments;
    for (const Term t : store.arguments(f))
      arguments.push_back(value(t));
    const Formula body = theory.definition(store.predicate(f))->body;
    std::vector<Value> outerBound;
    outerBound.swap(bound);
    arguments.swap(parameters);
    const bool result = then(body);
    arguments.swap(parameters);
    outerBound.swap(bound);
    return result;
  }

  const Plan &planOf(Formula implication) {
    const auto [it, isNew] = plans.try_emplace(implication);
    Plan &plan = it->second;
    if (!isNew)
      return plan;
    plan.count = store.variables(implication).size();
    if (plan.count > 64) {
      problem = "an implication has more than 64 variables";
      return plan;
    }
    store.flatten(store.left(implication), plan.premises);
    for (const Formula premise : plan.premises)
      plan.variables.push_back(variablesOf(premise, 0, plan.count));
    return plan;
  }

  uint64_t variablesOf(Formula f, size_t inner, size_t count) const {
    uint64_t result = 0;
    if (store.is(f, Kind::Atom)) {
      for (const Term t : store.arguments(f))
        if (isBound(t) && boundIndex(t) >= inner && boundIndex(t) < inner + count)
          result |= uint64_t(1) << (count - 1 - (boundIndex(t) - inner));
      return result;
    }
    const bool isImplication = store.is(f, Kind::Implication);
    inner += isImplication ? store.variables(f).size() : 0;
    const size_t children = isImplication ? 2 : store.words(f).size();
    for (size_t i = 0; i < children; ++i)
      result |= variablesOf(Formula(store.words(f)[i]), inner, count);
    return result;
  }

  /// Whether some values make the premises true and the right side false.
  bool fails(Formula implication, const Values *values) {
    const Plan &plan = planOf(implication);
    if (!problem.empty())
      return false;
    bound.resize(bound.size() + plan.count, unknown);
    if (values)
      for (size_t i = 0; i < plan.count; ++i)
        if (const auto it = values->find(store.variables(implication)[i]);
            it != values->end())
          variable(plan, i) = it->second;
    std::vector<bool> isDone(plan.premises.size(), false);
    const bool result = search(implication, plan, isDone, values);
    bound.resize(bound.size() - plan.count);
    return result && problem.empty();
  }

  Value &variable(const Plan &plan, size_t i) {
    return bound[bound.size() - plan.count + i];
  }

  uint64_t missing(const Plan &plan) {
    uint64_t result = 0;
    for (size_t i = 0; i < plan.count; ++i)
      if (variable(plan, i) == unknown)
        result |= uint64_t(1) << i;
    return result;
  }

  bool search(Formula implication, const Plan &plan, std::vector<bool> isDone,
              const Values *values) {
    if (!step())
      return false;
    const uint64_t open = missing(plan);
    size_t next = plan.premises.size();
    int fewest = 65;
    for (size_t p = 0; p < plan.premises.size(); ++p) {
      if (isDone[p])
        continue;
      const int left = __builtin_popcountll(plan.variables[p] & open);
      if (left == 0) {
        if (!holds(plan.premises[p]))
          return false;
        isDone[p] = true;
      } else if (left < fewest && isTable(plan.premises[p])) {
        next = p;
        fewest = left;
      }
    }
    auto goOn = [&] { return search(implication, plan, isDone, values); };
    if (next < plan.premises.size()) {
      isDone[next] = true;
      return eachRow(plan.premises[next], goOn);
    }
    if (open) {
      const auto i = size_t(__builtin_ctzll(open));
      for (uint32_t e = 0; e < structure.elements; ++e) {
        variable(plan, i) = e;
        if (goOn())
          return true;
      }
      variable(plan, i) = unknown;
      return false;
    }
    const Formula right = store.right(implication);
    return values ? isFalse(right, *values) : !holds(right) && problem.empty();
  }

  /// An atom of a set that is known.
  bool isTable(Formula f) {
    return store.is(f, Kind::Atom) && !store.isEquality(f) &&
           !theory.definition(store.predicate(f)) &&
           value(store.arguments(f).back()) < unknown;
  }

  /// Gives the atom's variables the values of each row in turn.
  template <typename F> bool eachRow(Formula f, const F &goOn) {
    const std::vector<Term> terms(store.arguments(f).begin(),
                                  store.arguments(f).end());
    for (const Structure::Row &row : rows(setOf(value(terms.back())))) {
      std::vector<size_t> given;
      bool isMatch = row.size() + 1 == terms.size();
      for (size_t i = 0; isMatch && i < row.size(); ++i) {
        if (value(terms[i]) == unknown) {
          given.push_back(bound.size() - 1 - boundIndex(terms[i]));
          bound[given.back()] = row[i];
        }
        isMatch = value(terms[i]) == Value(row[i]);
      }
      if (isMatch && goOn())
        return true;
      for (const size_t at : given)
        bound[at] = unknown;
    }
    return false;
  }

  Theory &theory;
  const FormulaStore &store;
  const Structure &structure;
  std::vector<Value> bound;      ///< Of the implications around, innermost last.
  std::vector<Value> parameters; ///< Of the definition whose body this is.
  std::map<Formula, Plan> plans;
  uint64_t steps = 0;
  unsigned depth = 0;
};

/// Whether every member of the form's set is made by its constructors. An input
/// that typing puts in the set itself must be made before, others may be anything.
bool isGenerated(const Theory &theory, const Structure &structure,
                 const InductionForm &form) {
  static const std::vector<Structure::Row> none;
  auto rowsOf = [&](Symbol name) -> const std::vector<Structure::Row> & {
    const auto it = structure.sets.find(name);
    return it == structure.sets.end() ? none : it->second;
  };
  std::vector<bool> isMade(structure.elements, false);
  for (const Constructor &constructor : form.constructors)
    if (!constructor.inputs) {
      const auto it = structure.constants.find(constructor.name);
      isMade[it == structure.constants.end() ? 0 : it->second] = true;
    }
  auto isReady = [&](const Constructor &constructor, const Structure::Row &row) {
    for (size_t i = 0; i < constructor.inputs; ++i) {
      const std::vector<Symbol> &sets = constructor.inputSets[i];
      if (std::find(sets.begin(), sets.end(), form.set) != sets.end() &&
          !isMade[row[i]])
        return false;
    }
    return true;
  };
  for (bool some = true; some;) {
    some = false;
    for (const Constructor &constructor : form.constructors)
      for (const Structure::Row &row : rowsOf(constructor.name))
        if (constructor.inputs && row.size() == constructor.inputs + 1 &&
            !isMade[row.back()] && isReady(constructor, row))
          some = isMade[row.back()] = true;
  }
  const auto &members = rowsOf(form.set);
  return std::all_of(members.begin(), members.end(),
                     [&](const Structure::Row &row) { return isMade[row[0]]; });
}

} // namespace

bool mplverify::refutes(Theory &theory, const Structure &structure,
                        const Statement &statement,
                        const std::map<Symbol, uint32_t> &values,
                        std::string &error) {
  Evaluator evaluator(theory, structure);
  auto fail = [&](const std::string &message) {
    error = evaluator.problem.empty() ? message
                                      : "the model cannot be checked: " +
                                            evaluator.problem;
    return false;
  };
  std::vector<Formula> axioms;
  theory.store.flatten(theory.axioms, axioms);
  for (size_t i = 0; i < axioms.size(); ++i)
    if (!evaluator.holds(axioms[i]))
      return fail("axiom " + std::to_string(i + 1) + " does not hold in the model");
  for (size_t i = 0; i < theory.facts.size(); ++i)
    if (!evaluator.holds(theory.facts[i]))
      return fail("fact " + std::to_string(i + 1) + " does not hold in the model");
  for (const Statement &assumed : theory.statements)
    if (assumed.assumed && !evaluator.holds(assumed.formula))
      return fail(theory.symbols.quoted(assumed.name) +
                  ", which is assumed, does not hold in the model");
  for (const InductionForm &form : theory.inductions)
    if (!form.problem.empty() || !isGenerated(theory, structure, form))
      return fail("the induction form for " + theory.symbols.quoted(form.set) +
                  " does not hold in the model");
  if (!evaluator.isFalse(statement.formula, values) || !evaluator.problem.empty())
    return fail(theory.symbols.quoted(statement.name) +
                " is not false with these values in the model");
  return true;
}
