//===- BlockInline.h - The hot paths of a block -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Inlined into the runtime and, through kernel/Support.cpp as bitcode, into
// every kernel.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_BLOCK_BLOCKINLINE_H
#define MPLRT_BLOCK_BLOCKINLINE_H

#include "runtime/block/Block.h"

namespace mplrt {

inline constexpr RowId kTombstone = kNone - 1;

inline Block::List &listOf(Block &b, uint32_t slot, Id id) {
  return b.lists[size_t(id) * b.theory->slots + slot];
}

inline Id cellOf(const Block &b, RowId row, uint32_t column) {
  return b.cells[size_t(row) * b.theory->stride + column].id;
}

/// The start of a key's hash: far apart for neighbouring relations, so that small
/// ids do not lead from one to the other.
inline uint64_t startKey(uint64_t subject) {
  return (subject + 1) * 0xBF58476D1CE4E5B9ull;
}

inline uint64_t mixKey(uint64_t h, uint64_t value) {
  h = (h ^ value) * 0x9E3779B97F4A7C15ull;
  return h ^ (h >> 29);
}

/// Two ids, as of most keys, are multiplied side by side.
inline uint64_t Block::hashKey(uint32_t relation, const Id *key,
                               uint32_t n) const {
  uint64_t h = startKey(relation);
  if (n == 2) {
    h ^= key[0] * 0x9E3779B97F4A7C15ull + key[1] * 0xD6E8FEB86659FD93ull;
    return h ^ (h >> 32);
  }
  for (uint32_t i = 0; i < n; ++i)
    h = mixKey(h, key[i]);
  return h;
}

inline RowId Block::probeHash(uint32_t relation, const Id *key,
                              uint32_t n) const {
  const uint64_t mask = table.size() - 1, hash = hashKey(relation, key, n);
  const auto tag = uint32_t(hash >> 32);
  for (uint64_t at = hash & mask;; at = (at + 1) & mask) {
    const Entry entry = table[at];
    if (entry.row == kNone)
      return kNone;
    if (entry.tag != tag || entry.row == kTombstone ||
        rows[entry.row].relation != relation)
      continue;
    const Cell *cell = &cells[size_t(entry.row) * theory->stride];
    bool same = true;
    for (uint32_t i = 0; i < n; ++i)
      same &= cell[i].id == key[i];
    if (same)
      return entry.row;
  }
}

/// The row with this key: by list for one column, by hash for more.
inline RowId probeKey(Block &b, uint32_t relation, uint32_t slot,
                      const Id *key, uint32_t n) {
  if (n == 1)
    return listOf(b, slot, key[0]).first;
  if (n == 2) // A loop over two columns is unrolled.
    return b.probeHash(relation, key, 2);
  if (n == 0)
    return b.relationFirst[relation];
  return b.probeHash(relation, key, n);
}

} // namespace mplrt

#endif // MPLRT_BLOCK_BLOCKINLINE_H
