//===- CoreFacts.cpp - Rows and merges ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Core.h"

#include <algorithm>

namespace mplrt {

namespace {

bool isSort(uint32_t sort) { return sort != ~0u; }

} // namespace

std::vector<uint32_t> Core::listOf(uint32_t relation, uint32_t column,
                                   uint32_t id) const {
  std::vector<uint32_t> result;
  const Head &list = head(relation, column, id);
  for (uint32_t row = list.length == 0 ? none : list.first; row != none;
       row = linkOf(row, column))
    if (live[row])
      result.push_back(row);
  return result;
}

//===----------------------------------------------------------------------===//
// Insertion
//===----------------------------------------------------------------------===//

bool Core::insertDerived(uint32_t relation, uint32_t existing) {
  const uint32_t last = table[relation].arity - 1;
  if (existing != none &&
      (!table[relation].functional ||
       args[size_t(existing) * size.columns + last] == arg[last]))
    return true;
  matched();
  return insert(relation, existing, /*ofWitness=*/false);
}

/// Inserts `arg`, of which `existing` has the key. False if there is no room.
bool Core::insert(uint32_t relation, uint32_t existing, bool ofWitness) {
  const uint32_t last = table[relation].arity - 1;
  if (existing == none) {
    if (!append(relation, true, ofWitness))
      return false;
    tick(CoreState::L_READ);
    tick(CoreState::L_WRITE);
    link(relation, arg.data());
    return addSorts(relation);
  }
  const uint32_t output = args[size_t(existing) * size.columns + last];
  if (!table[relation].functional || output == arg[last])
    return true;
  if (!append(relation, false, ofWitness))
    return false;
  tick(CoreState::I_DEAD);
  const uint32_t second = rows;
  live[rows++] = 0;
  emit(CoreState::K_ROW, firstWord(Event::Key, existing));
  emit(CoreState::K_SECOND, second);
  return push(output, arg[last]);
}

/// Reports a row; the states I_ROW and I_ARG.
bool Core::append(uint32_t relation, bool isLive, bool ofWitness) {
  if (rows == none) {
    tick(CoreState::I_ROW);
    code = uint32_t(CoreLimit::Rows);
    return false;
  }
  emit(CoreState::I_ROW, firstWord(Event::Row, uint32_t(isLive) << 27 |
                                                   uint32_t(ofWitness) << 26 |
                                                   relation));
  for (uint32_t c = 0; c < table[relation].arity; ++c)
    emit(CoreState::I_ARG, arg[c]);
  return true;
}

/// Writes the next row and links it: what L_WRITE does.
void Core::link(uint32_t relation, const uint32_t *columns) {
  const TableEntry &t = table[relation];
  const uint32_t row = rows++;
  live[row] = 1;
  rowWords[row].relation = relation;
  for (uint32_t c = 0; c < t.arity; ++c) {
    args[size_t(row) * size.columns + c] = columns[c];
    Head &list = head(relation, c, columns[c]);
    links[size_t(row) * size.columns + c] = list.length == 0 ? none : list.first;
    list = {row, list.length + 1};
  }
  Head &all = relationHeads[relation];
  rowWords[row].relationLink = all.length == 0 ? none : all.first;
  all = {row, all.length + 1};
  if (t.keyColumns() > 1) {
    uint32_t &chain =
        hashHeads[hash(relation, columns, t.keyColumns(), size.hashBits)];
    rowWords[row].hashLink = chain;
    chain = row;
  }
}

/// The sorts of the row just linked, whose columns are in `arg`.
bool Core::addSorts(uint32_t relation) {
  const uint32_t linked = rows - 1;
  for (uint32_t c = 0;; ++c) {
    tick(CoreState::T_COL);
    if (c == table[relation].arity)
      return true;
    uint32_t sort = table[relation].sort[c];
    if (!isSort(sort))
      continue;
    uint32_t from = linked, column = c;
    for (;;) {
      if (head(sort, 0, arg[c]).length > 0) {
        tick(CoreState::T_CHECK);
        break;
      }
      emit(CoreState::T_CHECK, firstWord(Event::Typing, column << 24 | from));
      if (rows == none) {
        tick(CoreState::T_ROW);
        code = uint32_t(CoreLimit::Rows);
        return false;
      }
      emit(CoreState::T_ROW, firstWord(Event::Row, 1u << 27 | sort));
      emit(CoreState::T_ARG, arg[c]);
      tick(CoreState::T_READ);
      tick(CoreState::T_WRITE);
      from = rows;
      column = 0;
      link(sort, &arg[c]);
      sort = table[sort].sort[0];
      if (!isSort(sort))
        break;
      tick(CoreState::T_SEEK);
    }
  }
}

bool Core::push(uint32_t left, uint32_t right) {
  if (depth == merges.size()) {
    tick(CoreState::P_LEFT);
    code = uint32_t(CoreLimit::Merges);
    return false;
  }
  emit(CoreState::P_LEFT, firstWord(Event::Push, left));
  emit(CoreState::P_RIGHT, right);
  merges[depth++] = {left, right};
  used.merges = std::max(used.merges, depth);
  return true;
}

//===----------------------------------------------------------------------===//
// Merging
//===----------------------------------------------------------------------===//

/// False, with `code` set, if there is no room.
bool Core::flush() {
  code = 0;
  for (;;) {
    tick(CoreState::FLUSH);
    if (depth == 0 || isFalse)
      return true;
    if (!merge())
      return false;
  }
}

bool Core::merge() {
  const auto [left, right] = merges[--depth];
  emit(CoreState::X_POP, firstWord(Event::Merge));
  tick(CoreState::X_LEFT);
  uint32_t winner = rep[left];
  tick(CoreState::X_RIGHT);
  uint32_t loser = rep[right];
  if (winner == loser)
    return true;
  tick(CoreState::X_GENL);
  tick(CoreState::X_GENR);
  if (generation[loser] < generation[winner] ||
      (generation[loser] == generation[winner] && loser < winner))
    std::swap(winner, loser);
  uint32_t x = loser;
  for (;;) {
    tick(CoreState::X_SET);
    rep[x] = winner;
    if (member[x] == loser)
      break;
    x = member[x];
  }
  tick(CoreState::X_SWAP);
  member[x] = member[winner];
  tick(CoreState::X_JOIN);
  member[winner] = loser;
  for (uint32_t relation = 0;; ++relation) {
    if (relation == usedRelations) {
      tick(CoreState::X_REL);
      break;
    }
    if (!rewrite(relation, loser, winner))
      return false;
  }
  checkPairs();
  if (isWatching)
    checkWatch();
  return true;
}

/// Rewrites the rows of one relation.
bool Core::rewrite(uint32_t relation, uint32_t loser, uint32_t winner) {
  const uint32_t arity = table[relation].arity;
  for (;;) {
    tick(CoreState::X_REL);
    tick(CoreState::X_HEADS);
    uint32_t c = 0;
    while (c < arity && head(relation, c, loser).length == 0)
      ++c;
    if (c == arity)
      return true;
    Head &list = head(relation, c, loser);
    const uint32_t row = list.first;
    const uint32_t next = linkOf(row, c);
    tick(CoreState::X_ROW);
    if (!live[row]) {
      list.first = next;
      continue;
    }
    std::copy_n(&args[size_t(row) * size.columns], arity, arg.begin());
    tick(CoreState::X_KILL);
    for (uint32_t k = 0; k < arity; ++k)
      --head(relation, k, arg[k]).length;
    list.first = next;
    live[row] = 0;
    --relationHeads[relation].length;
    for (uint32_t k = 0; k < arity; ++k)
      if (arg[k] == loser)
        arg[k] = winner;
    emit(CoreState::X_RW, firstWord(Event::Rewrite, 1u << 27 | row));
    if (!insert(relation, find(relation, arg.data()), /*ofWitness=*/false))
      return false;
  }
}

void Core::checkPairs() {
  for (uint32_t pair = 0;; ++pair) {
    tick(CoreState::X_PAIR);
    if (pair == usedPairs || isFalse)
      return;
    tick(CoreState::X_PAIRL);
    tick(CoreState::X_PAIRR);
    if (rep[pairs[pair].first] != rep[pairs[pair].second])
      continue;
    emit(CoreState::X_APART, firstWord(Event::Distinct, pair));
    isFalse = true;
  }
}

void Core::checkWatch() {
  tick(CoreState::W1);
  tick(CoreState::W2);
  tick(CoreState::W3);
  isReached |= rep[watchLeft] == rep[watchRight];
}

} // namespace mplrt
