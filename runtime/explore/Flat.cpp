//===- Flat.cpp - All laws within bounds ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Testing fills the model's tables, so it is done by one thread; the blocks that
// decide are independent. Lists are tested until there are some hundreds with heads
// that survive, these are decided by all threads, and so on: what there is at a time
// does not grow with the number of lists.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Flat.h"

#include "runtime/explore/FlatTester.h"

#include <algorithm>
#include <set>

namespace mplrt {

namespace {

constexpr size_t maxAssignments = 256;
constexpr uint32_t maxVariables = 26; // Of all sorts: as many as have names.
constexpr size_t chunk = 512; // Lists that are decided together.

/// One a variable.
std::vector<uint32_t> sortsOf(const calculus::Program &program,
                              const calculus::Exploration &bounds) {
  std::set<uint32_t> sorts;
  for (const calculus::RelationId function : bounds.functions)
    for (const calculus::Column &column : program.relations[function].columns)
      sorts.insert(column.sort);
  std::vector<uint32_t> result;
  for (const uint32_t sort : sorts)
    for (uint32_t v = 0; v < bounds.variables && result.size() < maxVariables; ++v)
      result.push_back(sort);
  return result;
}

/// Constants beyond what lists have room for are left out.
calculus::Exploration limited(calculus::Exploration bounds,
                              const calculus::Program &program, uint32_t premises) {
  const size_t others = sortsOf(program, bounds).size() + premises;
  const size_t room = PremiseLists::maxOperands - others;
  if (bounds.constants.size() > room)
    bounds.constants.resize(room);
  return bounds;
}

} // namespace

FlatExplorer::FlatExplorer(const Theory &theory, const calculus::Exploration &bounds,
                           uint32_t premises,
                           std::vector<std::shared_ptr<Model>> models)
    : theory(theory), bounds(limited(bounds, theory.program, premises)),
      variableSorts(sortsOf(theory.program, bounds)),
      sample(std::move(models), variableSorts, maxAssignments),
      lists(theory.program, this->bounds,
            {variableSorts, premises, bounds.premises, premises - 1}),
      maxNegated(premises - 1), laws(theory.program, terms) {}

FlatReport FlatExplorer::run(const RuleSet &rules, const Budget &budget,
                             const Parallel &run) {
  FlatReport report;
  FlatTester tester(theory.program, lists, sample, maxNegated);
  std::vector<Task> tasks;
  double start = threadSeconds();
  auto decideAll = [&] {
    report.testSeconds += threadSeconds() - start;
    decide(tasks, rules, budget, run, report);
    tasks.clear();
    start = threadSeconds();
  };
  lists.enumerate([&](const PremiseList &list) {
    ++report.lists;
    const PremiseList extended = lists.withVariables(list);
    std::vector<ListAtom> heads = tester.survivors(list, extended);
    if (!heads.empty())
      tasks.push_back({std::make_shared<PremiseList>(extended), std::move(heads)});
    if (tasks.size() == chunk)
      decideAll();
    return stopRequest.load(std::memory_order_relaxed) == 0;
  });
  decideAll();
  report.candidates = tester.candidates;
  report.weaker = tester.weaker;
  report.modelSeconds = tester.modelSeconds;
  report.testSeconds -= tester.modelSeconds;
  return report;
}

void FlatExplorer::decide(const std::vector<Task> &tasks, const RuleSet &rules,
                          const Budget &budget, const Parallel &run,
                          FlatReport &report) {
  std::vector<std::vector<bool>> isDecided(tasks.size());
  run(tasks.size(), [&](size_t i) {
    isDecided[i] =
        decideHeads(theory, bounds, *tasks[i].list, tasks[i].heads, rules, budget);
  });
  const size_t before = terms.size();
  std::vector<Law> decided;
  std::vector<std::pair<size_t, size_t>> open;
  for (size_t i = 0; i < tasks.size(); ++i)
    for (size_t h = 0; h < tasks[i].heads.size(); ++h) {
      ++report.survived;
      if (!isDecided[i][h])
        open.push_back({i, h});
      else
        decided.push_back(lawOf(*tasks[i].list, tasks[i].heads[h]));
    }
  report.decided += decided.size();
  if (onDecided)
    onDecided(decided);
  terms.resize(before);
  for (const auto &[i, h] : open)
    left.push_back(lawOf(*tasks[i].list, tasks[i].heads[h]));
}

//===----------------------------------------------------------------------===//
// Laws
//===----------------------------------------------------------------------===//

Law FlatExplorer::lawOf(const PremiseList &list, const ListAtom &head) {
  std::vector<uint32_t> made(list.sorts.size(), calculus::none); // Terms.
  auto add = [&](ExploredTerm term) {
    terms.push_back(std::move(term));
    return uint32_t(terms.size() - 1);
  };
  for (size_t o = 0; o < list.sorts.size(); ++o) {
    ExploredTerm term;
    term.sort = list.sorts[o];
    if (o < bounds.constants.size()) {
      term.kind = ExploredTerm::Kind::Constant;
      term.head = calculus::constantIndex(bounds.constants[o]);
    } else if (list.variables[o] != calculus::none) {
      term.head = list.variables[o];
    } else {
      continue;
    }
    made[o] = add(std::move(term));
  }
  auto apply = [&](const ListAtom &atom) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Application;
    term.head = atom.relation;
    term.sort = theory.program.relations[atom.relation].columns.back().sort;
    term.size = 1;
    for (uint32_t a = 0; a + 1 < atom.arity; ++a) {
      term.args.push_back(made[atom.args[a]]);
      term.size += terms[made[atom.args[a]]].size;
    }
    return add(std::move(term));
  };
  auto literal = [&](const ListAtom &atom) {
    Literal result;
    result.isNegated = atom.isNegated;
    if (atom.relation == calculus::none) {
      result.terms = {made[atom.args[0]], made[atom.args[1]]};
      if (terms[result.terms[0]].kind != ExploredTerm::Kind::Application)
        std::swap(result.terms[0], result.terms[1]);
      return result;
    }
    const calculus::Relation &relation = theory.program.relations[atom.relation];
    if (relation.functional) {
      result.terms = {apply(atom), made[atom.output()]};
      return result;
    }
    result.isNegated |= relation.negated;
    // The complement of a relation's table is its negation's; equality has none.
    result.relation = relation.negated ? relation.complement : atom.relation;
    for (uint32_t a = 0; a < atom.arity; ++a)
      result.terms.push_back(made[atom.args[a]]);
    return result;
  };
  Law law;
  for (size_t i = 0; i < list.numDefinitions; ++i)
    made[list.atoms[i].output()] = apply(list.atoms[i]);
  for (size_t i = list.numDefinitions; i < list.atoms.size(); ++i)
    law.conditions.push_back(literal(list.atoms[i]));
  law.head = literal(head);
  return law;
}

} // namespace mplrt
