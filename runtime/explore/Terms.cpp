//===- Terms.cpp - Terms up to what they compute --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Theory exploration after Claessen, Johansson, Rosen and Smallbone, QuickSpec and
// HipSpec: terms with the same values under all of a set of assignments become
// candidates for an equation. Assignments are drawn from a fixed sequence, so the
// candidates of a theory are always the same.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Terms.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <set>

namespace mplrt {

namespace {

constexpr size_t numAssignments = 48;
constexpr size_t maxTerms = 8000;
constexpr const char *variableNames = "abcdefghijklmnopqrstuvwxyz";

} // namespace

Terms::Terms(const Theory &theory, const calculus::Exploration &bounds)
    : theory(theory), bounds(bounds), model(theory), firsts(1) {
  const calculus::Program &program = theory.program;
  std::set<uint32_t> sorts;
  for (const calculus::RelationId function : bounds.functions)
    for (const calculus::Column &column : program.relations[function].columns)
      if (column.sort != calculus::none)
        sorts.insert(column.sort);
  std::mt19937 random(1);
  std::vector<Candidate> none;
  uint32_t number = 0;
  for (const uint32_t sort : sorts)
    for (uint32_t v = 0; v < bounds.variables && number < 26; ++v) {
      const std::vector<Id> &pool = model.values(sort);
      if (pool.empty())
        break;
      std::vector<Id> drawn;
      for (size_t k = 0; k < numAssignments; ++k)
        drawn.push_back(pool[random() % pool.size()]);
      ExploredTerm term;
      term.head = number++;
      term.sort = sort;
      const auto index = uint32_t(terms.size());
      terms.push_back(std::move(term));
      values.push_back(std::move(drawn));
      firsts[0].push_back(index);
      groups[hashOf(index)].push_back(index);
    }
  for (const calculus::Term constant : bounds.constants) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Constant;
    term.head = calculus::constantIndex(constant);
    for (const calculus::Rule &fact : program.rules)
      if (fact.premises.empty() && fact.head == calculus::Rule::Head::Derive &&
          fact.atom.args.size() == 1 && fact.atom.args[0] == constant &&
          sorts.count(fact.atom.relation)) {
        term.sort = fact.atom.relation;
        add(term, none);
        break;
      }
  }
}

std::vector<Id> Terms::valuesOf(const ExploredTerm &term) {
  if (term.kind == ExploredTerm::Kind::Constant)
    return std::vector<Id>(numAssignments, model.find(term.head));
  std::vector<Id> result(numAssignments);
  std::vector<Id> inputs(term.args.size());
  for (size_t k = 0; k < numAssignments; ++k) {
    for (size_t a = 0; a < inputs.size(); ++a)
      inputs[a] = values[term.args[a]][k];
    result[k] = model.apply(term.head, inputs);
    if (result[k] == kNone)
      return {};
  }
  return result;
}

uint64_t Terms::hashOf(uint32_t term) const {
  uint64_t hash = startKey(terms[term].sort);
  for (const Id id : values[term])
    hash = mixKey(hash, model.find(id));
  return hash;
}

void Terms::add(ExploredTerm term, std::vector<Candidate> &candidates) {
  std::vector<Id> own = valuesOf(term);
  if (own.empty())
    return;
  const auto number = uint32_t(terms.size());
  terms.push_back(std::move(term));
  values.push_back(own);
  auto &group = groups[hashOf(number)];
  for (const uint32_t first : group) {
    const bool same =
        terms[first].sort == terms[number].sort &&
        std::equal(own.begin(), own.end(), values[first].begin(),
                   [&](Id a, Id b) { return model.find(a) == model.find(b); });
    if (!same)
      continue;
    const Candidate candidate{number, first};
    if (seen.insert(canonical(candidate)).second)
      candidates.push_back(candidate);
    return;
  }
  group.push_back(number);
  firsts[terms[number].size].push_back(number);
}

void Terms::addApplications(uint32_t function, std::vector<Candidate> &candidates) {
  const calculus::Relation &relation = theory.program.relations[function];
  const uint32_t inputs = relation.arity() - 1;
  ExploredTerm term;
  term.kind = ExploredTerm::Kind::Application;
  term.head = function;
  term.args.resize(inputs);
  term.sort = relation.columns[inputs].sort;
  term.size = currentSize;
  std::function<void(uint32_t, uint32_t)> choose = [&](uint32_t at, uint32_t left) {
    if (at == inputs) {
      if (left == 0 && terms.size() < maxTerms)
        add(term, candidates);
      exhausted |= terms.size() >= maxTerms;
      return;
    }
    for (uint32_t size = 0; size <= left; ++size)
      for (const uint32_t argument : std::vector<uint32_t>(firsts[size])) {
        if (exhausted || stopRequest.load(std::memory_order_relaxed))
          return;
        if (terms[argument].sort != relation.columns[at].sort)
          continue;
        term.args[at] = argument;
        choose(at + 1, left - size);
      }
  };
  choose(0, currentSize - 1);
}

std::vector<Candidate> Terms::next() {
  ++currentSize;
  firsts.resize(currentSize + 1);
  std::vector<Candidate> candidates;
  for (const calculus::RelationId function : bounds.functions)
    addApplications(function, candidates);
  // General laws first: many variables, few constants.
  auto weight = [&](const Candidate &candidate) {
    std::set<uint32_t> variables;
    int constants = 0;
    std::function<void(uint32_t)> walk = [&](uint32_t t) {
      if (terms[t].kind == ExploredTerm::Kind::Variable)
        variables.insert(terms[t].head);
      constants += terms[t].kind == ExploredTerm::Kind::Constant;
      for (const uint32_t argument : terms[t].args)
        walk(argument);
    };
    walk(candidate.left);
    walk(candidate.right);
    return constants - int(variables.size());
  };
  std::vector<std::pair<int, uint32_t>> order; // Weight, then as enumerated.
  for (uint32_t i = 0; i < candidates.size(); ++i)
    order.push_back({weight(candidates[i]), i});
  std::sort(order.begin(), order.end());
  std::vector<Candidate> sorted;
  for (const auto &[w, i] : order)
    sorted.push_back(candidates[i]);
  return sorted;
}

//===----------------------------------------------------------------------===//
// Equations
//===----------------------------------------------------------------------===//

std::string Terms::canonical(const Candidate &candidate) const {
  // Variables by order of occurrence; both orders of the sides, the lesser text.
  auto print = [&](uint32_t first, uint32_t second) {
    std::map<uint32_t, size_t> order;
    std::string out;
    std::function<void(uint32_t)> walk = [&](uint32_t t) {
      const ExploredTerm &term = terms[t];
      if (term.kind == ExploredTerm::Kind::Variable) {
        const size_t n = order.try_emplace(term.head, order.size()).first->second;
        out += 'v' + std::to_string(term.sort) + '_' + std::to_string(n);
      } else {
        out += (term.kind == ExploredTerm::Kind::Constant ? 'c' : 'f') +
               std::to_string(term.head) + '(';
        for (const uint32_t argument : term.args) {
          walk(argument);
          out += ',';
        }
        out += ')';
      }
    };
    walk(first);
    out += '=';
    walk(second);
    return out;
  };
  return std::min(print(candidate.left, candidate.right),
                  print(candidate.right, candidate.left));
}

std::string Terms::text(uint32_t t) const {
  const ExploredTerm &term = terms[t];
  if (term.kind == ExploredTerm::Kind::Variable)
    return std::string(1, variableNames[term.head]);
  if (term.kind == ExploredTerm::Kind::Constant)
    return theory.program.constants[term.head];
  const std::string &symbol = theory.program.relations[term.head].pattern.back();
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

std::string Terms::text(const Candidate &candidate) const {
  return text(candidate.left) + " = " + text(candidate.right);
}

calculus::Conjecture Terms::conjecture(const Candidate &candidate,
                                       const std::string &name) const {
  const calculus::Program &program = theory.program;
  calculus::Conjecture result;
  result.name = name;
  calculus::Goal &goal = result.goal;
  std::map<uint32_t, calculus::Term> variables;
  std::map<std::vector<calculus::Term>, calculus::Term> outputs;
  std::vector<std::string> names;
  std::set<std::string> taken;
  std::map<calculus::Term, uint32_t> sortOf;

  auto fresh = [&]() {
    size_t n = names.size();
    std::string fresh;
    do {
      fresh = std::string(1, variableNames[n % 26]) +
              (n < 26 ? "" : std::to_string(n / 26));
      ++n;
    } while (taken.count(fresh) || isSymbol(fresh));
    taken.insert(fresh);
    names.push_back(fresh);
    return calculus::Term(names.size() - 1);
  };
  std::function<calculus::Term(uint32_t)> flatten = [&](uint32_t t) {
    const ExploredTerm &term = terms[t];
    if (term.kind == ExploredTerm::Kind::Constant)
      return calculus::constantTerm(term.head);
    if (term.kind == ExploredTerm::Kind::Variable) {
      const auto it = variables.find(term.head);
      if (it != variables.end())
        return it->second;
      const calculus::Term v = fresh();
      sortOf[v] = term.sort;
      return variables[term.head] = v;
    }
    std::vector<calculus::Term> key{calculus::Term(term.head)};
    for (const uint32_t argument : term.args)
      key.push_back(flatten(argument));
    const auto it = outputs.find(key);
    if (it != outputs.end())
      return it->second;
    const calculus::Term output = fresh();
    outputs[key] = output;
    calculus::Atom atom{term.head, {key.begin() + 1, key.end()}};
    atom.args.push_back(output);
    goal.premises.push_back(std::move(atom));
    return output;
  };

  // Variables first, in the order in which they are read.
  std::function<void(uint32_t)> name_ = [&](uint32_t t) {
    if (terms[t].kind == ExploredTerm::Kind::Variable)
      flatten(t);
    for (const uint32_t argument : terms[t].args)
      name_(argument);
  };
  name_(candidate.left);
  name_(candidate.right);
  const calculus::Term right = flatten(candidate.right);
  const ExploredTerm &root = terms[candidate.left];
  goal.atom.relation = root.head;
  for (const uint32_t argument : root.args)
    goal.atom.args.push_back(flatten(argument));
  goal.atom.args.push_back(right);

  // Memberships that no premise implies.
  for (const auto &[v, sort] : sortOf) {
    const calculus::Term variable = v;
    const bool isImplied = std::any_of(
        goal.premises.begin(), goal.premises.end(), [&](const calculus::Atom &p) {
          return std::find(p.args.begin(), p.args.end(), variable) != p.args.end();
        });
    if (!isImplied)
      goal.premises.push_back({sort, {variable}});
  }
  goal.numVariables = uint32_t(names.size());
  auto text = [&](const calculus::Atom &atom) {
    std::vector<std::string> args;
    for (const calculus::Term t : atom.args)
      args.push_back(calculus::isConstant(t)
                         ? program.constants[calculus::constantIndex(t)]
                         : names[t]);
    return calculus::formula(program.relations[atom.relation], args);
  };
  std::string binders, premises;
  for (uint32_t v = 0; v < names.size(); ++v) {
    goal.binders.push_back({names[v], calculus::Term(v)});
    binders += (v ? "," : "") + names[v];
  }
  for (uint32_t i = 0; i < goal.premises.size(); ++i) {
    goal.cites.push_back({calculus::Cite::Kind::Premise, i, 0, 0});
    premises += text(goal.premises[i]);
  }
  if (goal.premises.size() > 1)
    premises = "(&" + premises + ")";
  result.statement = goal.premises.empty()
                         ? text(goal.atom)
                         : "(>[" + binders + "]" + premises + text(goal.atom) + ")";
  return result;
}

bool Terms::isSymbol(const std::string &name) const {
  const calculus::Program &program = theory.program;
  return std::find(program.constants.begin(), program.constants.end(), name) !=
             program.constants.end() ||
         std::any_of(program.relations.begin(), program.relations.end(),
                     [&](const calculus::Relation &r) {
                       return std::find(r.pattern.begin(), r.pattern.end(), name) !=
                              r.pattern.end();
                     });
}

} // namespace mplrt
