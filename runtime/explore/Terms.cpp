//===- Terms.cpp - Terms up to what they compute --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Theory exploration after Claessen, Johansson, Rosen and Smallbone, QuickSpec and
// HipSpec: terms with the same values under all of a set of assignments become
// candidates for an equation.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Terms.h"

#include "runtime/block/Block.h"
#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <set>

namespace mplrt {

namespace {

constexpr size_t maxAssignments = 216; // Three variables of six values.
constexpr size_t maxTerms = 40000;
constexpr uint32_t maxVariables = 26;

/// The sorts of all columns of the functions and relations explored.
std::vector<uint32_t> sortsOf(const calculus::Program &program,
                              const calculus::Exploration &bounds) {
  std::set<uint32_t> sorts;
  for (const calculus::RelationId function : bounds.functions)
    for (const calculus::Column &column : program.relations[function].columns)
      sorts.insert(column.sort);
  return {sorts.begin(), sorts.end()};
}

/// One a variable.
std::vector<uint32_t> variableSorts(const std::vector<uint32_t> &sorts,
                                    uint32_t each) {
  std::vector<uint32_t> result;
  for (const uint32_t sort : sorts)
    for (uint32_t v = 0; v < each && result.size() < maxVariables; ++v)
      result.push_back(sort);
  return result;
}

/// Nothing that is known of both tells them apart.
bool agree(const std::vector<Element> &a, const std::vector<Element> &b) {
  return testKernels().agree(a.data(), b.data(), a.size());
}

} // namespace

Terms::Terms(const Theory &theory, const calculus::Exploration &bounds,
             std::vector<std::shared_ptr<Model>> models)
    : theory(theory), bounds(bounds), laws(theory.program, terms),
      sample(std::move(models),
             variableSorts(sortsOf(theory.program, bounds), bounds.variables),
             maxAssignments),
      firsts(1) {
  addVariables(variableSorts(sortsOf(theory.program, bounds), bounds.variables));
  addConstants();
}

void Terms::addVariables(const std::vector<uint32_t> &sorts) {
  for (uint32_t v = 0; v < sorts.size(); ++v) {
    ExploredTerm term;
    term.head = v;
    term.sort = sorts[v];
    const auto index = uint32_t(terms.size());
    terms.push_back(std::move(term));
    values.push_back(sample.variable(v));
    firsts[0].push_back(index);
    groups[hashOf(sorts[v], values.back())].push_back(index);
  }
}

void Terms::addConstants() {
  const std::vector<uint32_t> sorts = sortsOf(theory.program, bounds);
  std::vector<Law> none;
  for (const calculus::Term constant : bounds.constants) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Constant;
    term.head = calculus::constantIndex(constant);
    term.sort = theory.program.sortOf(constant);
    if (std::count(sorts.begin(), sorts.end(), term.sort))
      add(term, none);
  }
}

/// Of the values that are known for all terms.
uint64_t Terms::hashOf(uint32_t sort, const std::vector<Element> &own) const {
  uint64_t hash = startKey(sort);
  for (const uint32_t k : sample.core())
    hash = mixKey(hash, own[k]);
  return hash;
}

std::vector<Element> Terms::evaluate(const ExploredTerm &term) const {
  if (term.kind == ExploredTerm::Kind::Constant)
    return sample.constant(term.sort, term.head);
  std::vector<const Element *> inputs;
  for (const uint32_t argument : term.args)
    inputs.push_back(values[argument].data());
  return sample.apply(term.head, inputs);
}

void Terms::add(ExploredTerm term, std::vector<Law> &candidates) {
  std::vector<Element> own = evaluate(term);
  // What is unknown for small values, or for most, is nothing to compare.
  if (std::any_of(sample.core().begin(), sample.core().end(),
                  [&](uint32_t k) { return own[k] == kUnknown; }) ||
      size_t(std::count(own.begin(), own.end(), kUnknown)) * 2 > own.size())
    return;
  const auto number = uint32_t(terms.size());
  const uint32_t sort = term.sort;
  terms.push_back(std::move(term));
  auto &group = groups[hashOf(sort, own)];
  values.push_back(std::move(own));
  for (const uint32_t first : group) {
    if (terms[first].sort != sort || !agree(values[first], values[number]))
      continue;
    Law law;
    // The larger side first; of two equally large ones the one seen first.
    if (terms[first].size < terms[number].size)
      law.head.terms = {number, first};
    else
      law.head.terms = {first, number};
    if (seen.insert(laws.canonical(law)).second)
      candidates.push_back(std::move(law));
    const auto [simplest, isNew] = simpler.try_emplace(first, first);
    if (terms[first].size == terms[number].size &&
        isSimpler(number, simplest->second))
      simplest->second = number;
    return;
  }
  group.push_back(number);
  firsts[terms[number].size].push_back(number);
}

/// Of equally large terms the one with more constructors is what a mathematician
/// writes: s(a) * b, not b + a * b.
bool Terms::isSimpler(uint32_t a, uint32_t b) const {
  std::function<uint32_t(uint32_t)> computed = [&](uint32_t t) {
    const ExploredTerm &term = terms[t];
    uint32_t count = term.kind == ExploredTerm::Kind::Application &&
                     !theory.program.relations[term.head].constructor;
    for (const uint32_t argument : term.args)
      count += computed(argument);
    return count;
  };
  return computed(a) < computed(b);
}

void Terms::addApplications(uint32_t function, std::vector<Law> &candidates) {
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

std::vector<Law> Terms::next() {
  ++currentSize;
  firsts.resize(currentSize + 1);
  std::vector<Law> candidates;
  for (const calculus::RelationId function : bounds.functions)
    addApplications(function, candidates);
  sortByGenerality(candidates, laws);
  return candidates;
}

void sortByGenerality(std::vector<Law> &laws, const LawWriter &writer) {
  std::vector<std::pair<int, uint32_t>> order; // Weight, then as enumerated.
  for (uint32_t i = 0; i < laws.size(); ++i)
    order.push_back({writer.weight(laws[i]), i});
  std::sort(order.begin(), order.end());
  std::vector<Law> sorted;
  for (const auto &[weight, i] : order)
    sorted.push_back(std::move(laws[i]));
  laws = std::move(sorted);
}

} // namespace mplrt
