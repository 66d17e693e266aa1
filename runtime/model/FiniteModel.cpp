//===- FiniteModel.cpp - A finite structure of a theory -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The evaluator is a plain search for counterexamples: variables get values in the
// order in which the premises mention them, each premise is looked up as soon as
// its variables have values. It knows nothing of the encoding by which models are
// found, so that it can check that.
//
//===----------------------------------------------------------------------===//

#include "runtime/model/FiniteModel.h"

#include <algorithm>

namespace mplrt {

using namespace mplc::calculus;

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

size_t FiniteModel::index(RelationId relation,
                          std::span<const uint32_t> args) const {
  size_t result = 0;
  for (uint32_t c = 0; c < args.size(); ++c)
    result = result * size(relation, c) + args[c];
  return result;
}

size_t FiniteModel::tableSize(RelationId relation) const {
  size_t result = 1;
  for (const uint32_t domain : domains.columns[relation])
    result *= sizes[domain];
  return result;
}

uint32_t FiniteModel::apply(RelationId relation,
                            std::span<const uint32_t> inputs) const {
  const uint32_t n = size(relation, uint32_t(inputs.size()));
  const auto begin = tables[relation].begin() + index(relation, inputs) * n;
  const auto at = std::find(begin, begin + n, 1);
  return at == begin + n ? undefined : uint32_t(at - begin);
}

uint32_t FiniteModel::size() const {
  return *std::max_element(sizes.begin(), sizes.end());
}

//===----------------------------------------------------------------------===//
// Evaluation
//===----------------------------------------------------------------------===//

namespace {

constexpr uint32_t undefined = FiniteModel::undefined;

class Evaluator {
public:
  Evaluator(const Rule &rule, const FiniteModel &model)
      : rule(rule), model(model), domains(model.domains.ofVariables(rule)) {
    values.assign(rule.numVariables, undefined);
  }

  /// Goes on from what `values` has already.
  bool findCounterexample() {
    return domains && match(rule.premises, 0, [&] { return refuteHead(0); });
  }

  uint32_t value(Term t) const {
    return isConstant(t) ? model.constants[constantIndex(t)] : values[t];
  }

  std::vector<uint32_t> values;

private:
  bool holds(const Atom &atom) const {
    std::vector<uint32_t> args;
    for (const Term t : atom.args)
      args.push_back(value(t));
    return model.holds(atom.relation, args);
  }

  /// Whether some values for the variables of atoms[at..] without one make these
  /// atoms true and `then` succeed; such values stay.
  template <typename Then>
  bool match(const std::vector<Atom> &atoms, size_t at, const Then &then) {
    if (at == atoms.size())
      return then();
    for (const Term t : atoms[at].args)
      if (!isConstant(t) && values[t] == undefined)
        return forEachValue(t, [&] { return match(atoms, at, then); });
    return holds(atoms[at]) && match(atoms, at + 1, then);
  }

  template <typename Then> bool forEachValue(Term variable, const Then &then) {
    for (uint32_t e = 0; e < model.sizes[(*domains)[variable]]; ++e) {
      values[variable] = e;
      if (then())
        return true;
    }
    values[variable] = undefined;
    return false;
  }

  /// Variables from `next` on that no premise binds range over their domains.
  bool refuteHead(Term next) {
    for (; next < Term(rule.numVariables); ++next)
      if (values[next] == undefined && !isFresh(rule, next))
        return forEachValue(next, [&] { return refuteHead(next + 1); });
    switch (rule.head) {
    case Rule::Head::Derive:
      return !holds(rule.atom);
    case Rule::Head::Equate:
      return value(rule.left) != value(rule.right);
    case Rule::Head::Refute:
      return true;
    case Rule::Head::Witness: {
      const bool isMet = match(rule.witnesses, 0, [] { return true; });
      for (const auto &[name, variable] : rule.fresh)
        values[variable] = undefined;
      return !isMet;
    }
    }
    return false;
  }

  const Rule &rule;
  const FiniteModel &model;
  const std::optional<std::vector<uint32_t>> domains;
};

/// The definition's atom holds wherever no rule that uses it fails.
bool isComplete(const Laws &laws, const Laws::Definition &definition,
                const FiniteModel &model) {
  const std::vector<uint32_t> &columns = model.domains.columns[definition.relation];
  std::vector<uint32_t> args(columns.size());
  for (size_t row = 0; row < model.tableSize(definition.relation); ++row) {
    size_t rest = row;
    for (size_t c = columns.size(); c-- > 0; rest /= model.sizes[columns[c]])
      args[c] = uint32_t(rest % model.sizes[columns[c]]);
    if (model.holds(definition.relation, args))
      continue;
    const bool isRefuted = std::any_of(
        definition.uses.begin(), definition.uses.end(), [&](uint32_t use) {
          Rule rule = laws.rules[use];
          const Atom atom = rule.premises[0];
          rule.premises.erase(rule.premises.begin());
          Evaluator evaluator(rule, model);
          for (size_t c = 0; c < args.size(); ++c) {
            const Term t = atom.args[c];
            if (!isConstant(t) && evaluator.values[t] == undefined)
              evaluator.values[t] = args[c];
            else if (evaluator.value(t) != args[c])
              return false;
          }
          return evaluator.findCounterexample();
        });
    if (!isRefuted)
      return false;
  }
  return true;
}

/// Rows of complements are where the atom does not hold, those of inequality where
/// the elements differ.
bool areComplements(const Program &program, const FiniteModel &model) {
  for (RelationId r = 0; r < program.relations.size(); ++r) {
    const Relation &relation = program.relations[r];
    if (!relation.negated)
      continue;
    for (size_t row = 0; row < model.tableSize(r); ++row) {
      const bool isNegated =
          relation.complement != calculus::none
              ? !model.tables[relation.complement][row]
              : row / model.size(r, 1) != row % model.size(r, 1);
      if (bool(model.tables[r][row]) != isNegated)
        return false;
    }
  }
  return true;
}

/// Every member of the set is built by constructors.
bool isGenerated(const Program &program, const InductionForm &form,
                 const FiniteModel &model) {
  std::vector<bool> reached(model.size(form.sort, 0), false);
  for (const Constructor &c : form.constructors)
    if (!c.isFunction)
      reached[model.constants[c.index]] = true;
  for (bool again = true; again;) {
    again = false;
    for (const Constructor &c : form.constructors) {
      if (!c.isFunction)
        continue;
      const Relation &relation = program.relations[c.index];
      const uint32_t inputs = relation.arity() - 1;
      std::vector<uint32_t> args(inputs + 1);
      for (size_t row = 0; row < model.tableSize(c.index); ++row) {
        size_t rest = row;
        bool isBuilt = model.tables[c.index][row];
        for (uint32_t a = inputs + 1; a-- > 0; rest /= model.size(c.index, a)) {
          args[a] = uint32_t(rest % model.size(c.index, a));
          isBuilt &= a == inputs || relation.columns[a].sort != form.sort ||
                     reached[args[a]];
        }
        if (isBuilt && !reached[args[inputs]])
          reached[args[inputs]] = again = true;
      }
    }
  }
  for (uint32_t x = 0; x < reached.size(); ++x)
    if (!reached[x] && model.tables[form.sort][x])
      return false;
  return true;
}

} // namespace

bool satisfies(const Laws &laws, const FiniteModel &model) {
  const Program &program = laws.program;
  return areComplements(program, model) &&
         std::none_of(laws.rules.begin(), laws.rules.end(),
                      [&](const Rule &rule) {
                        return Evaluator(rule, model).findCounterexample();
                      }) &&
         std::none_of(program.distinct.begin(), program.distinct.end(),
                      [&](const Distinct &d) {
                        return model.constants[constantIndex(d.left)] ==
                               model.constants[constantIndex(d.right)];
                      }) &&
         std::all_of(laws.definitions.begin(), laws.definitions.end(),
                     [&](const auto &d) { return isComplete(laws, d, model); }) &&
         std::all_of(program.inductions.begin(), program.inductions.end(),
                     [&](const InductionForm &form) {
                       return isGenerated(program, form, model);
                     });
}

std::optional<std::vector<uint32_t>> counterexample(const Rule &rule,
                                                    const FiniteModel &model) {
  Evaluator evaluator(rule, model);
  if (!evaluator.findCounterexample())
    return std::nullopt;
  return std::move(evaluator.values);
}

bool isCounterexample(const Rule &rule, const FiniteModel &model,
                      const std::vector<uint32_t> &assignment) {
  Evaluator evaluator(rule, model);
  evaluator.values = assignment;
  return evaluator.findCounterexample();
}

//===----------------------------------------------------------------------===//
// Compaction and text
//===----------------------------------------------------------------------===//

namespace {

/// Calls `visit(relation, row, args)` for each row that holds.
template <typename Visit>
void forEachFact(const FiniteModel &model, const Visit &visit) {
  for (RelationId r = 0; r < model.tables.size(); ++r) {
    std::vector<uint32_t> args(model.domains.columns[r].size());
    for (size_t row = 0; row < model.tables[r].size(); ++row) {
      if (!model.tables[r][row])
        continue;
      size_t rest = row;
      for (uint32_t c = uint32_t(args.size()); c-- > 0; rest /= model.size(r, c))
        args[c] = uint32_t(rest % model.size(r, c));
      visit(r, args);
    }
  }
}

} // namespace

void compact(FiniteModel &model, const Rule *rule,
             std::vector<uint32_t> *assignment) {
  std::vector<std::vector<uint32_t>> number; // By domain and old element.
  for (const uint32_t size : model.sizes)
    number.emplace_back(size, undefined);
  const Domains &domains = model.domains;
  auto use = [&](uint32_t domain, uint32_t e) { number[domain][e] = 0; };
  forEachFact(model, [&](RelationId r, const std::vector<uint32_t> &args) {
    for (size_t c = 0; c < args.size(); ++c)
      use(domains.columns[r][c], args[c]);
  });
  for (size_t c = 0; c < model.constants.size(); ++c)
    use(domains.constants[c], model.constants[c]);
  std::optional<std::vector<uint32_t>> ofVariables;
  if (rule && assignment)
    ofVariables = domains.ofVariables(*rule);
  for (size_t v = 0; ofVariables && v < assignment->size(); ++v)
    if ((*assignment)[v] != undefined)
      use((*ofVariables)[v], (*assignment)[v]);

  FiniteModel result;
  result.domains = domains;
  for (std::vector<uint32_t> &elements : number) {
    uint32_t next = 0;
    for (uint32_t &e : elements)
      if (e != undefined)
        e = next++;
    result.sizes.push_back(std::max(next, 1u));
  }
  for (size_t c = 0; c < model.constants.size(); ++c)
    result.constants.push_back(number[domains.constants[c]][model.constants[c]]);
  for (size_t v = 0; ofVariables && v < assignment->size(); ++v)
    if ((*assignment)[v] != undefined)
      (*assignment)[v] = number[(*ofVariables)[v]][(*assignment)[v]];
  for (RelationId r = 0; r < model.tables.size(); ++r)
    result.tables.emplace_back(result.tableSize(r), 0);
  forEachFact(model, [&](RelationId r, std::vector<uint32_t> args) {
    for (size_t c = 0; c < args.size(); ++c)
      args[c] = number[domains.columns[r][c]][args[c]];
    result.tables[r][result.index(r, args)] = 1;
  });
  model = std::move(result);
}

std::string print(const Program &program, const FiniteModel &model) {
  std::string text;
  for (size_t c = 0; c < model.constants.size(); ++c)
    text += program.constants[c] + " = " + std::to_string(model.constants[c]) + "\n";
  std::vector<std::string> lines(program.relations.size());
  forEachFact(model, [&](RelationId r, const std::vector<uint32_t> &args) {
    const bool isFunction = program.relations[r].functional;
    lines[r] += " ";
    for (size_t c = 0; c < args.size(); ++c)
      lines[r] += (c == 0                                 ? ""
                   : isFunction && c + 1 == args.size() ? "="
                                                        : ",") +
                  std::to_string(args[c]);
  });
  for (RelationId r = 0; r < lines.size(); ++r)
    text += program.relations[r].name + ":" + lines[r] + "\n";
  return text;
}

} // namespace mplrt
