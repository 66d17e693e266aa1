//===- CoreMatch.cpp - Instructions that match ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Core.h"

#include <algorithm>

namespace mplrt {

using mplc::machine::Op;

namespace {

/// The exclusive or of the pieces of `bits` bits.
uint32_t fold(uint32_t x, uint32_t bits) {
  uint32_t result = 0;
  for (; x != 0; x >>= bits)
    result ^= x & ((1u << bits) - 1);
  return result;
}

} // namespace

uint32_t Core::hash(uint32_t start, const uint32_t *key, uint32_t n,
                    uint32_t bits) const {
  const uint32_t mask = (1u << bits) - 1, turn = 5 % bits;
  uint32_t h = fold(start * 41, bits);
  for (uint32_t c = 0; c < n; ++c)
    h = ((h << turn | h >> (bits - turn)) & mask) ^ fold(key[c], bits);
  return h;
}

/// The live row with this key, or none.
uint32_t Core::find(uint32_t relation, const uint32_t *key) {
  const uint32_t n = table[relation].keyColumns();
  tick(CoreState::F_HEAD);
  uint32_t row = none;
  if (n <= 1) {
    const Head &list = n == 0 ? relationHeads[relation] : head(relation, 0, key[0]);
    if (list.length != 0)
      row = list.first;
  } else {
    row = hashHeads[hash(relation, key, n, size.hashBits)];
  }
  while (row != none) {
    tick(CoreState::F_ROW);
    const uint32_t *columns = &args[size_t(row) * size.columns];
    if (live[row] && (n <= 1 || (rowWords[row].relation == relation &&
                                 std::equal(key, key + n, columns))))
      return row;
    row = n == 0   ? rowWords[row].relationLink
          : n == 1 ? linkOf(row, 0)
                   : rowWords[row].hashLink;
  }
  return none;
}

bool Core::matches(const Instruction &i, uint32_t row) const {
  const uint32_t *columns = &args[size_t(row) * size.columns];
  for (uint32_t c = 0; c < table[i.relation].arity; ++c)
    if ((i.known >> c & 1) && columns[c] != reg[i.reg[c]])
      return false;
  return true;
}

void Core::bind(const Instruction &i, uint32_t row) {
  const uint32_t *columns = &args[size_t(row) * size.columns];
  for (uint32_t c = 0; c < table[i.relation].arity; ++c)
    if (!(i.known >> c & 1))
      reg[i.reg[c]] = columns[c];
  match[i.premise] = row;
}

Core::After Core::iterate(const Instruction &i, uint32_t kind, uint32_t row) {
  for (;;) {
    tick(CoreState::S_ROW);
    const uint32_t next = linkOf(row, kind);
    if (live[row] && isWithinBound(i, row) && matches(i, row)) {
      if (next != none) {
        if (back.size() == size.nesting) {
          code = uint32_t(CoreLimit::Nesting);
          return After::Stop;
        }
        back.push_back({pc, next, kind});
        used.nesting = std::max(used.nesting, uint32_t(back.size()));
      }
      bind(i, row);
      return After::Next;
    }
    count.deadRows += !live[row];
    if (next == none)
      return After::Back;
    row = next;
  }
}

Core::After Core::scan(const Instruction &i) {
  tick(CoreState::S_HEAD);
  uint32_t best = 0, length = ~0u, first = none;
  for (uint32_t c = 0; c < table[i.relation].arity; ++c) {
    if (!(i.known >> c & 1))
      continue;
    const Head &list = head(i.relation, c, reg[i.reg[c]]);
    if (list.length < length) {
      best = c;
      length = list.length;
      first = list.first;
    }
  }
  return length == 0 || first == none ? After::Back : iterate(i, best, first);
}

Core::After Core::probe(const Instruction &i) {
  uint32_t key[8];
  for (uint32_t c = 0; c < table[i.relation].arity; ++c)
    key[c] = reg[i.reg[c]];
  const uint32_t row = find(i.relation, key);
  if (row == none || !isWithinBound(i, row) || !matches(i, row))
    return After::Back;
  bind(i, row);
  return After::Next;
}

Core::After Core::execute(const Instruction &i) {
  // Nobody reads the sink; it holds whatever was written last.
  auto take = [&](uint32_t n) {
    for (uint32_t c = 0; c < n; ++c)
      arg[c] = reg[i.reg[c]];
  };
  auto ended = [&](bool hadRoom) { return hadRoom ? After::Back : After::Stop; };
  switch (i.op) {
  case Op::Plan:
    nextPlan = i.number;
    rule = i.rule;
    premises = i.count;
    back.clear();
    return After::Next;
  case Op::New:
    for (uint32_t c = 0; c < table[i.relation].arity; ++c)
      if ((i.known >> c & 1) && deltaArgs[c] != reg[i.reg[c]])
        return After::Back;
    bind(i, delta);
    return After::Next;
  case Op::Probe:
    return probe(i);
  case Op::Scan:
    return scan(i);
  case Op::All:
    if (relationHeads[i.relation].length == 0)
      return After::Back;
    return iterate(i, 8, relationHeads[i.relation].first);
  case Op::Same:
    return reg[i.reg[0]] == reg[i.reg[1]] ? After::Next : After::Back;
  case Op::Const:
    tick(CoreState::CONST);
    reg[i.reg[0]] = rep[i.number & (rep.size() - 1)];
    return After::Next;
  case Op::Fetch:
    tick(CoreState::FETCH);
    reg[i.reg[0]] = args[size_t(match[i.premise]) * size.columns + i.number];
    return After::Next;
  case Op::Input:
    reg[i.reg[0]] = input[i.number];
    return After::Next;
  case Op::Fresh:
    reg[i.reg[0]] = (first + i.number) & uint32_t(rep.size() - 1);
    return After::Next;
  case Op::Derive: {
    ++firings;
    take(table[i.relation].arity);
    const uint32_t existing = find(i.relation, arg.data());
    return ended(insertDerived(i.relation, existing));
  }
  case Op::Equate:
    ++firings;
    take(2);
    if (arg[0] == arg[1])
      return After::Back;
    matched();
    return ended(push(arg[0], arg[1]));
  case Op::Refute:
    ++firings;
    matched();
    emit(CoreState::FALSE_, firstWord(Event::False));
    isFalse = true;
    return After::Back;
  case Op::Reach:
    ++firings;
    if (isReachedBy)
      return After::Back;
    matched();
    emit(CoreState::REACH, firstWord(Event::Reach));
    isReachedBy = true;
    return After::Back;
  case Op::Create:
    ++firings;
    take(table[i.relation].arity - 1);
    return ended(demandApplication(i));
  case Op::Invent:
    ++firings;
    take(i.columns);
    return ended(demandInvention(i));
  case Op::Witness:
    return witness(i) ? After::Next : After::Stop;
  case Op::Assert:
    take(table[i.relation].arity);
    return assertFact(i) ? After::Next : After::Stop;
  case Op::Done:
    created |= i.flag;
    return After::Stop;
  }
  return After::Stop;
}

/// MATCH and its rows.
void Core::matched() {
  emit(CoreState::MATCH, firstWord(Event::Match, premises << 20 | rule));
  for (uint32_t p = 0; p < premises; ++p)
    emit(CoreState::MROW, match[p]);
}

} // namespace mplrt
