//===- Saturate.cpp - A block's fixpoint, and witnesses on demand ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every live row is, once, the new row of all plans whose pivot is its
// relation. Applications are never created while rules run: what build rules
// ask for is collected with the lowest generation at which it was asked for, and
// created between fixpoints, cheapest first. A fixpoint that already contains the
// goal therefore never pays for depth.
//
//===----------------------------------------------------------------------===//

#include "runtime/block/BlockInline.h"
#include "runtime/layout/Chains.h"

#include <algorithm>

namespace mplrt {

void Block::saturate(const Budget &budget) {
  if (engine)
    return engine->saturate(*this, budget);
  static thread_local KeptMatches keptOfThread;
  kept = &keptOfThread;
  generationLimit = budget.generations;
  flush();
  while (queueHead < rows.size() && !isFalse() && !isReached()) {
    const RowId row = queueHead++;
    if (!rows[row].live)
      continue;
    delta = row;
    const uint32_t relation = rows[row].relation;
    for (const KernelEntry &kernel : theory->kernels[relation])
      kernel.run(this, row, kernel.params);
    theory->chains.run(*this, relation);
    rules->chains.run(*this, relation);
    if (localChains)
      localChains->run(*this, relation);
    if (queryChains)
      queryChains->run(*this, relation);
    flush();

    if (firings > budget.firings)
      limit = Limit::Firings;
    else if ((queueHead & 63) == 0 && isTooLarge(budget))
      return;
    else if (stopRequest.load(std::memory_order_relaxed))
      limit = Limit(stopRequest.load());
    else if (budget.cancellation.isCancelled())
      limit = Limit::Interrupt;
    if (limit != Limit::None)
      return;
  }
}

void Block::setHypotheses(std::vector<calculus::RuleForm> forms) {
  hypotheses = std::move(forms);
  if (engine)
    return;
  auto index = std::make_shared<ChainIndex>(theory->relations.size());
  for (uint32_t i = 0; i < hypotheses.size(); ++i)
    addForm(hypotheses[i], firstLocalRule() + i, *theory, mplSteps, *index);
  index->share();
  localChains = std::move(index);
}

void Block::setQuery(calculus::Matcher matcher) {
  query = std::move(matcher);
  if (engine)
    return;
  auto index = std::make_shared<ChainIndex>(theory->relations.size());
  addChains(*query, *theory, mplSteps, *index);
  index->share();
  queryChains = std::move(index);
}

uint64_t Block::bytes() const {
  auto of = [](const auto &v) { return v.capacity() * sizeof(v[0]); };
  return of(cells) + of(rows) + of(lists) + of(rep) + of(log) + of(edges) +
         of(forestParent) + of(forestEdge) + of(generation) + of(nextMember) +
         of(table) + of(pending) + of(demands) + of(demandPool) +
         of(demandTable);
}

void Block::watch(Id left, Id right) {
  watched = true;
  watchLeft = left;
  watchRight = right;
}

//===----------------------------------------------------------------------===//
// Demands
//===----------------------------------------------------------------------===//

uint32_t Block::matchedGeneration(uint32_t core) const {
  uint32_t highest = 0;
  for (uint32_t i = 0; i < core; ++i) {
    const RowId row = match[i];
    const uint32_t arity = theory->relations[rows[row].relation].arity;
    for (uint32_t c = 0; c < arity; ++c)
      highest = std::max(highest, generationOf(cellOf(*this, row, c)));
  }
  return highest;
}

void Block::createSlow(uint32_t relation, uint32_t arity, uint32_t extra,
                       const Id *inputs) {
  const bool unfold = extra & 1;
  const uint32_t gen = matchedGeneration(extra >> 1) + (unfold ? 0 : 1);
  if (gen <= generationLimit)
    demand(relation, false, gen, inputs, arity - 1, 0);
}

void Block::inventSlow(uint32_t number, uint32_t count, uint32_t extra,
                       const Id *shared) {
  const uint32_t gen = matchedGeneration(extra >> 1) + 1;
  if (gen <= generationLimit)
    demand(number, true, gen, shared, count,
           uint32_t(rule(number).premises.size()));
}

void Block::demand(uint32_t subject, bool invent, uint32_t gen, const Id *ids,
                   uint32_t count, uint32_t matched) {
  if ((demands.size() + 1) * 2 > demandTable.size()) {
    const size_t size = std::max<size_t>(64, demandTable.size() * 2);
    demandTable.assign(size, kNone);
    for (uint32_t i = 0; i < demands.size(); ++i) {
      const Demand &d = demands[i];
      uint64_t at = hashKey(d.subject * 2 + d.invent, &demandPool[d.first],
                            d.count) & (size - 1);
      while (demandTable[at] != kNone)
        at = (at + 1) & (size - 1);
      demandTable[at] = i;
    }
  }
  const uint64_t mask = demandTable.size() - 1;
  uint64_t at = hashKey(subject * 2 + invent, ids, count) & mask;
  for (; demandTable[at] != kNone; at = (at + 1) & mask) {
    Demand &d = demands[demandTable[at]];
    if (d.subject == subject && d.invent == invent && d.count == count &&
        std::equal(ids, ids + count, &demandPool[d.first])) {
      d.generation = std::min(d.generation, gen);
      return;
    }
  }
  demandTable[at] = uint32_t(demands.size());
  demands.push_back({subject, invent, gen, count, uint32_t(demandPool.size()),
                     matched});
  demandPool.insert(demandPool.end(), ids, ids + count);
  demandPool.insert(demandPool.end(), match, match + matched);
}

void Block::forgetDemands() {
  demands.clear();
  demandPool.clear();
  std::fill(demandTable.begin(), demandTable.end(), kNone);
}

bool Block::grow(const Budget &budget) {
  if (engine)
    return engine->grow(*this, budget);
  for (; growthLimit <= budget.generations; ++growthLimit) {
    const std::vector<Demand> wanted = std::move(demands);
    const std::vector<uint32_t> pool = std::move(demandPool);
    demands.clear();
    demandPool.clear();
    std::fill(demandTable.begin(), demandTable.end(), kNone);
    bool created = false;
    for (const Demand &d : wanted) {
      Id ids[kMaxArity * kMaxPremises];
      for (uint32_t i = 0; i < d.count; ++i)
        ids[i] = find(pool[d.first + i]);
      if (d.generation > growthLimit) {
        std::copy_n(&pool[d.first + d.count], d.matched, match);
        demand(d.subject, d.invent, d.generation, ids, d.count, d.matched);
        continue;
      }
      if (d.invent) {
        const calculus::Rule &r = rule(d.subject);
        std::vector<Id> env(r.numVariables, kNone);
        const std::span<const uint32_t> matched(&pool[d.first + d.count],
                                                d.matched);
        for (size_t p = 0; p < matched.size(); ++p)
          for (size_t c = 0; c < r.premises[p].args.size(); ++c)
            if (!calculus::isConstant(r.premises[p].args[c]))
              env[r.premises[p].args[c]] =
                  cellOf(*this, matched[p], uint32_t(c));
        witness(d.subject, std::move(env), matched, d.generation);
        created = true;
      } else {
        const RelationLayout &layout = theory->relations[d.subject];
        if (probeKey(*this, d.subject, layout.firstSlot, ids,
                     layout.keyColumns) == kNone &&
            licensed(d.subject, ids, d.generation) != kNone)
          created = true;
      }
      flush();
      if (isFalse())
        return true;
      if (isTooLarge(budget))
        return false;
    }
    if (created)
      return true;
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Witnesses
//===----------------------------------------------------------------------===//

Id Block::apply(uint32_t relation, const Id *inputs, uint32_t gen) {
  const RelationLayout &layout = theory->relations[relation];
  Id canonical[kMaxArity];
  for (uint32_t c = 0; c < layout.keyColumns; ++c)
    canonical[c] = find(inputs[c]);
  const RowId row = probeKey(*this, relation, layout.firstSlot, canonical,
                             layout.keyColumns);
  if (row != kNone)
    return cellOf(*this, row, layout.arity - 1);
  return licensed(relation, canonical, gen);
}

Id Block::licensed(uint32_t relation, const Id *inputs, uint32_t gen) {
  const calculus::RuleId license = theory->program.relations[relation].totality;
  if (license == calculus::none)
    return kNone;
  const calculus::Rule &r = theory->program.rules[license];
  for (const calculus::Atom &atom : r.witnesses) {
    if (atom.relation != relation)
      continue;
    std::vector<Id> env(r.numVariables, kNone);
    for (size_t c = 0; c + 1 < atom.args.size(); ++c) {
      const calculus::Term t = atom.args[c];
      if (calculus::isConstant(t)) {
        if (rep[calculus::constantIndex(t)] != inputs[c])
          return kNone;
      } else {
        env[t] = inputs[c];
      }
    }
    std::vector<uint32_t> premiseRows;
    if (!findPremiseRows(r, env, premiseRows))
      return kNone;
    const calculus::Term output = atom.args.back();
    const Id first = witness(license, env, premiseRows, gen);
    for (size_t i = 0; i < r.fresh.size(); ++i)
      if (r.fresh[i].second == output)
        return first + Id(i);
    return kNone;
  }
  return kNone;
}

bool Block::findPremiseRows(const calculus::Rule &r, const std::vector<Id> &env,
                            std::vector<uint32_t> &found) const {
  for (const calculus::Atom &premise : r.premises) {
    Id args[kMaxArity];
    for (size_t c = 0; c < premise.args.size(); ++c) {
      args[c] = value(premise.args[c], env);
      if (args[c] == kNone)
        return false;
    }
    const RowId row = lookup(premise.relation, args);
    if (row == kNone)
      return false;
    found.push_back(row);
  }
  return true;
}

Id Block::witness(calculus::RuleId number, std::vector<Id> env,
                  std::span<const uint32_t> premiseRows, uint32_t gen) {
  const calculus::Rule &r = rule(number);
  const Id first = numConstants();
  for (const auto &[name, term] : r.fresh)
    env[term] = addConstant(gen);
  std::vector<uint32_t> data{number, first};
  data.insert(data.end(), premiseRows.begin(), premiseRows.end());
  const uint32_t provenance = record(prov::Witness, data);
  for (const calculus::Atom &atom : r.witnesses) {
    Id args[kMaxArity];
    for (size_t c = 0; c < atom.args.size(); ++c)
      args[c] = value(atom.args[c], env);
    assertFact(atom.relation, args, provenance);
  }
  return first;
}

} // namespace mplrt
