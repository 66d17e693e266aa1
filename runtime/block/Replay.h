//===- Replay.h - A block from the log of an engine -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An engine that runs a block elsewhere reports every reason and what follows from
// it, in order. Replaying that leaves the block as native code would have. Nothing
// is computed again except the proof forest, and nothing is trusted: a
// report that cannot be true of any block is refused.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_BLOCK_REPLAY_H
#define MPLRT_BLOCK_REPLAY_H

#include "runtime/block/Block.h"

#include <span>

namespace mplrt {

class Replay {
public:
  explicit Replay(Block &block) : block(block) {}

  /// Reasons. Each returns false if it names what the block does not have.
  bool match(uint32_t rule, std::span<const uint32_t> rows);
  bool rewrite(RowId row, bool isKilled);
  bool key(RowId first, RowId second);
  bool typing(RowId row, uint32_t column);
  bool witness(uint32_t rule, Id first, uint32_t count, uint32_t generation,
               std::span<const uint32_t> rows);

  /// What follows from the last reason, or, `ofWitness`, from the last witness.
  bool row(uint32_t relation, std::span<const uint32_t> args, bool isLive,
           bool ofWitness);
  bool push(Id left, Id right);
  bool isFalse();
  bool reach();
  /// Takes the last equation pushed.
  bool merge();
  /// The constants of this pair became equal by the last merge.
  bool distinct(uint32_t pair);

  //===--- What an engine has to know of a block ----------------------------===//
  Id nextMember(Id id) const { return block.nextMember[id]; }
  uint32_t rawGeneration(Id id) const { return block.generation[id]; }
  RowId queue() const { return block.queueHead; }
  void setQueue(RowId row) { block.queueHead = row; }
  bool isWatched() const { return block.watched; }
  Id watchLeft() const { return block.watchLeft; }
  Id watchRight() const { return block.watchRight; }
  bool hasQuery() const { return block.query.has_value(); }
  const calculus::Matcher &query() const { return *block.query; }
  uint32_t &growthLimit() { return block.growthLimit; }
  uint32_t &generationLimit() { return block.generationLimit; }
  Residence &residence() { return block.residence; }
  void setLimit(Limit limit) { block.limit = limit; }

private:
  bool isRow(RowId row) const { return row < block.rows.size(); }
  bool areRows(std::span<const uint32_t> rows) const;
  bool isId(Id id) const { return id < block.numConstants(); }

  Block &block;
  uint32_t last = kNone, lastWitness = kNone, lastMerge = kNone;
};

} // namespace mplrt

#endif // MPLRT_BLOCK_REPLAY_H
