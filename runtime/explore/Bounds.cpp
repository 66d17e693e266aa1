//===- Bounds.cpp - What is explored --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Bounds.h"

#include "runtime/proof/Inline.h"

#include <algorithm>

namespace mplrt {

namespace {

void addConstants(const calculus::Program &program, calculus::Exploration &bounds) {
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (!c.isFunction)
        bounds.constants.push_back(calculus::constantTerm(c.index));
}

void addRelation(const calculus::Program &program, uint32_t r,
                 calculus::Exploration &bounds) {
  const calculus::Relation &relation = program.relations[r];
  if (isInline(relation.predicate))
    return; // Parts of statements, which a law would be long to write with.
  if (relation.totality != calculus::none)
    bounds.functions.push_back(r);
  else if (!relation.functional && !relation.negated && relation.arity() > 0)
    bounds.relations.push_back(r);
}

} // namespace

calculus::Exploration defaultExploration(const calculus::Program &program) {
  calculus::Exploration result;
  result.name = "default";
  for (uint32_t r = 0; r < program.relations.size(); ++r)
    addRelation(program, r, result);
  addConstants(program, result);
  return result;
}

calculus::Exploration explorationFor(const std::vector<const calculus::Goal *> &goals,
                                     const calculus::Program &program) {
  std::vector<bool> isNeeded(program.relations.size(), false);
  std::vector<uint32_t> next;
  auto need = [&](const calculus::Atom &atom) {
    if (atom.relation < isNeeded.size() && !isNeeded[atom.relation]) {
      isNeeded[atom.relation] = true;
      next.push_back(atom.relation);
    }
  };
  for (const calculus::Goal *goal : goals) {
    std::for_each(goal->premises.begin(), goal->premises.end(), need);
    std::for_each(goal->witnesses.begin(), goal->witnesses.end(), need);
    need(goal->atom);
  }
  while (!next.empty()) {
    const uint32_t relation = next.back();
    next.pop_back();
    for (const calculus::Rule &rule : program.rules)
      if (rule.head == calculus::Rule::Head::Derive && rule.atom.relation == relation &&
          program.relations[relation].arity() > 1)
        std::for_each(rule.premises.begin(), rule.premises.end(), need);
  }
  calculus::Exploration result;
  result.name = "goals";
  for (uint32_t r = 0; r < program.relations.size(); ++r)
    if (isNeeded[r])
      addRelation(program, r, result);
  // Values are made by all constructors of their sets.
  for (const calculus::InductionForm &form : program.inductions)
    for (const calculus::Constructor &c : form.constructors)
      if (c.isFunction && isNeeded[form.sort] && !isNeeded[c.index])
        result.functions.push_back(c.index);
  addConstants(program, result);
  return result;
}

} // namespace mplrt
