//===- Theory.cpp - A program, laid out for blocks ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/layout/Theory.h"

#include "runtime/layout/Chains.h"

#include <algorithm>

namespace mplrt {

Theory::Theory(calculus::Program p, std::span<const KernelEntry> entries)
    : program(std::move(p)) {
  for (const calculus::Relation &relation : program.relations) {
    RelationLayout layout;
    layout.arity = relation.arity();
    layout.firstSlot = slots;
    layout.functional = relation.functional;
    layout.keyColumns = relation.arity() - (relation.functional ? 1 : 0);
    layout.columns = relation.columns;
    slots += layout.arity;
    stride = std::max(stride, layout.arity);
    relations.push_back(std::move(layout));
  }
  kernels.resize(relations.size());
  chains = ChainIndex(relations.size());
  for (const KernelEntry &entry : entries)
    kernels[entry.relation].push_back(entry);
  for (calculus::RuleId id = 0; id < program.rules.size(); ++id) {
    const calculus::Rule &rule = program.rules[id];
    if (!rule.active)
      continue;
    if (rule.premises.empty()) {
      facts.push_back(id);
      continue;
    }
    if (entries.empty())
      addChains(calculus::matcherOf(rule, id), program, relations, mplSteps,
                chains);
  }
  // In compiled theories, build rules come after all others.
  for (calculus::RuleId id = 0; entries.empty() && id < program.rules.size(); ++id)
    if (program.rules[id].active && !program.rules[id].premises.empty())
      for (const calculus::Matcher &build :
           calculus::deriveBuilds(program.rules[id], id, program))
        addChains(build, program, relations, mplSteps, chains);
  chains.share();
}

std::string Theory::refuse(const calculus::Program &program) {
  for (const calculus::Relation &relation : program.relations)
    if (relation.arity() > kMaxArity)
      return "relation " + relation.name + " has more than " +
             std::to_string(kMaxArity) + " columns";
  for (const calculus::Rule &rule : program.rules) {
    if (!calculus::canBeMatched(rule))
      return "rule " + rule.name + " is too long";
  }
  return "";
}

} // namespace mplrt
