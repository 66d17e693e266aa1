//===- GroundModel.cpp - A theory's functions on small values -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An application is created and the block runs to its fixpoint with unfolding
// alone, by the same kernels that prove. Two values are the same if the block has
// merged them; for values built from constructors, not being merged means being
// different in the intended model. A block is never split, so a definition that
// waits for something unknown leaves its output unknown: such a value is equal to
// nothing else, which can only lose candidates.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/GroundModel.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>

namespace mplrt {

namespace {

constexpr uint32_t maxRows = 400000;  // Of the whole model.
constexpr size_t numUnknowns = 3;     // Elements of a set without constructors.
constexpr size_t numValues = 5;       // Of a set with constructors.

} // namespace

GroundModel::GroundModel(const Theory &theory)
    : theory(theory), block(theory, noTheorems) {
  settle();
}

void GroundModel::settle() {
  Budget budget;
  budget.generations = 0;
  budget.firings = ~uint64_t(0);
  block.restartGrowth();
  do
    block.saturate(budget);
  while (!block.isFalse() && block.rows.size() < maxRows && block.grow(budget));
}

const std::vector<Id> &GroundModel::values(uint32_t sort) {
  const auto [it, isNew] = pools.try_emplace(sort);
  std::vector<Id> &pool = it->second;
  if (!isNew)
    return pool;
  const auto &forms = theory.program.inductions;
  const auto form = std::find_if(forms.begin(), forms.end(),
                                 [&](const auto &f) { return f.sort == sort; });
  if (form == forms.end()) {
    for (size_t i = 0; i < numUnknowns; ++i) {
      const Id id = block.addConstant(0);
      block.assertFact(sort, &id, block.record(prov::Premise, {}));
      pool.push_back(id);
    }
    return pool;
  }
  auto add = [&](Id id) {
    id = id == kNone ? kNone : find(id);
    if (id != kNone && std::find(pool.begin(), pool.end(), id) == pool.end())
      pool.push_back(id);
  };
  for (const calculus::Constructor &c : form->constructors)
    if (!c.isFunction)
      add(c.index);
  // Breadth first, the other sorts' values in turn, so that values differ in
  // shape as well as in what they hold.
  uint32_t turn = 0;
  for (size_t round = 0; round < 4 * numValues && pool.size() < numValues; ++round)
    for (const calculus::Constructor &c : form->constructors) {
      if (!c.isFunction || pool.size() >= numValues)
        continue;
      const calculus::Relation &relation = theory.program.relations[c.index];
      std::vector<Id> inputs;
      for (uint32_t a = 0; a + 1 < relation.arity(); ++a) {
        const uint32_t from = relation.columns[a].sort;
        if (from == calculus::none)
          return pool;
        const std::vector<Id> source = from == sort ? pool : values(from);
        if (source.empty())
          return pool;
        inputs.push_back(from == sort ? source[(round + a) % source.size()]
                                      : source[turn++ % source.size()]);
      }
      add(apply(c.index, inputs));
    }
  return pools[sort];
}

Id GroundModel::apply(uint32_t function, const std::vector<Id> &inputs) {
  uint64_t key = startKey(function);
  for (const Id id : inputs)
    key = mixKey(key, find(id));
  const auto known = memo.find(key);
  if (known != memo.end())
    return known->second == kNone ? kNone : find(known->second);
  Id output = kNone;
  if (block.rows.size() < maxRows && !block.isFalse()) {
    output = block.apply(function, inputs.data(), 0);
    settle();
  }
  memo[key] = output;
  return output == kNone ? kNone : find(output);
}

} // namespace mplrt
