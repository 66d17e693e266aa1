//===- CoreDemands.cpp - Witnesses on demand ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Core.h"

#include <algorithm>

namespace mplrt {

//===----------------------------------------------------------------------===//
// Noting what is wanted
//===----------------------------------------------------------------------===//

uint32_t Core::matchedGeneration(uint32_t core) {
  uint32_t highest = 0;
  for (uint32_t j = 0; j < core; ++j) {
    tick(CoreState::D_GEN);
    tick(CoreState::D_ROW);
    const uint32_t row = match[j];
    const uint32_t arity = table[rowWords[row].relation].arity;
    for (uint32_t c = 0; c < arity; ++c) {
      tick(CoreState::D_COL);
      highest = std::max<uint32_t>(
          highest, generation[args[size_t(row) * size.columns + c]]);
    }
    tick(CoreState::D_COL);
  }
  tick(CoreState::D_GEN);
  return highest;
}

bool Core::demandApplication(const Instruction &i) {
  if (find(i.relation, arg.data()) != none)
    return true;
  gen = matchedGeneration(i.premise) + (i.flag ? 0 : 1);
  return gen > generationLimit ||
         note(false, i.relation, table[i.relation].arity - 1, 0);
}

bool Core::demandInvention(const Instruction &i) {
  gen = matchedGeneration(i.premise) + (i.flag ? 0 : 1);
  return gen > generationLimit || note(true, i.relation, i.columns, premises);
}

/// Demands `subject` for the ids in `arg`, of generation `gen`.
bool Core::note(bool invent, uint32_t subject, uint32_t n, uint32_t matched) {
  const uint32_t mask = uint32_t(demands.size()) - 1;
  uint32_t &first = demandHeads[hash(subject * 2 + invent, arg.data(), n,
                                     size.demandHashBits)];
  tick(CoreState::D_HEAD);
  for (uint32_t number = first; number >= window && number < demandNext;) {
    tick(CoreState::D_CMP);
    Demand &demand = demands[number & mask];
    if (demand.invent == invent && demand.subject == subject &&
        demand.count == n && std::equal(&arg[0], &arg[n], demand.ids.begin())) {
      demand.generation = std::min(demand.generation, gen);
      return true;
    }
    number = demand.link;
  }
  tick(CoreState::D_NEW);
  if (demandNext - demandFirst == demands.size() || demandNext == kNoNumber ||
      matched > demandRows.size() - (rowsNext - rowsFirst)) {
    code = uint32_t(CoreLimit::Demands);
    return false;
  }
  const uint32_t rowMask = uint32_t(demandRows.size()) - 1;
  demands[demandNext & mask] = {invent, subject, n, gen, first, matched,
                                rowsNext & rowMask, arg};
  first = demandNext++;
  used.demands = std::max(used.demands, demandNext - demandFirst);
  for (uint32_t j = 0; j < matched; ++j) {
    tick(CoreState::D_SAVE);
    demandRows[rowsNext++ & rowMask] = match[j];
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Meeting demands
//===----------------------------------------------------------------------===//

void Core::growBlock(uint32_t limit) {
  isGrowing = true;
  created = false;
  growLimit = limit;
  demandEnd = window = demandNext;
  delta = none;
  code = 0;
  for (;;) {
    tick(CoreState::G_NEXT);
    if (demandFirst == demandEnd)
      return end(uint32_t(CoreLimit::Done));
    tick(CoreState::G_LOAD);
    const Demand demand = demands[demandFirst & (demands.size() - 1)];
    ++demandFirst;
    gen = demand.generation;
    for (uint32_t k = 0; k < demand.count; ++k) {
      tick(CoreState::G_ID);
      arg[k] = rep[demand.ids[k]];
    }
    tick(CoreState::G_ID);
    if (demand.matched > 0) {
      for (uint32_t j = 0; j < demand.matched; ++j) {
        tick(CoreState::G_ROW);
        match[j] = demandRows[(demand.matchAt + j) & (demandRows.size() - 1)];
      }
      tick(CoreState::G_ROW);
      rowsFirst += demand.matched;
    }
    tick(CoreState::G_MEET);
    input = arg;
    back.clear();
    if (gen > growLimit) {
      if (!note(demand.invent, demand.subject, demand.count, demand.matched))
        return end(code);
      continue;
    }
    uint32_t routine = mplc::machine::kNoAddress;
    if (demand.invent)
      routine = existential[demand.subject];
    else if (find(demand.subject, arg.data()) == none)
      routine = table[demand.subject].licence;
    if (demand.invent || routine != mplc::machine::kNoAddress) {
      pc = routine;
      runCode();
      if (code != 0)
        return end(code);
    }
    if (!flush())
      return end(code);
    if (isFalse) {
      created = true;
      demandFirst = demandEnd;
      rowsFirst = rowsNext;
      return end(uint32_t(CoreLimit::Done));
    }
  }
}

void Core::newConstant(uint32_t newGeneration) {
  rep[ids] = member[ids] = ids;
  generation[ids] = uint8_t(newGeneration);
  for (uint32_t list = 0; list < std::max(1u, usedLists); ++list) {
    tick(CoreState::N_NEW);
    if (list < usedLists)
      std::fill_n(&heads[(size_t(list) << size.idBits | ids) * size.columns],
                  size.columns, Head{none, 0});
  }
  ++ids;
}

bool Core::witness(const Instruction &i) {
  // EXEC, whose tick there was, emits the first word.
  if (ids + i.number > rep.size()) {
    code = uint32_t(CoreLimit::Ids);
    return false;
  }
  first = ids;
  out->push_back(firstWord(Event::Witness, i.count << 20 | i.rule));
  if (stamps)
    stamps->push_back(count.cycles);
  emit(CoreState::N_FIRST, i.number << 28 | gen << 24 | first);
  for (uint32_t j = 0; j < i.count; ++j)
    emit(CoreState::N_ROW, match[j]);
  for (uint32_t n = 0; n < i.number; ++n)
    newConstant(gen);
  return true;
}

/// Inserts the fact in `arg`, rewritten to representatives.
bool Core::assertFact(const Instruction &i) {
  const uint32_t relation = i.relation, arity = table[relation].arity;
  std::array<uint32_t, 8> canonical = arg;
  for (uint32_t c = 0; c < arity; ++c) {
    tick(CoreState::N_REP);
    canonical[c] = rep[arg[c]];
  }
  tick(CoreState::N_REP);
  const bool isCanonical = std::equal(&arg[0], &arg[arity], canonical.begin());
  if (!isCanonical) {
    if (rows == none) {
      tick(CoreState::O_ROW);
      code = uint32_t(CoreLimit::Rows);
      return false;
    }
    emit(CoreState::O_ROW, firstWord(Event::Row, 1u << 26 | relation));
    for (uint32_t c = 0; c < arity; ++c)
      emit(CoreState::O_ARG, arg[c]);
    tick(CoreState::O_DEAD);
    const uint32_t old = rows;
    live[rows++] = 0;
    arg = canonical;
    emit(CoreState::O_RW, firstWord(Event::Rewrite, old));
  }
  return insert(relation, find(relation, arg.data()), isCanonical);
}

} // namespace mplrt
