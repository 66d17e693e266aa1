//===- Replay.h - A block from the log of an engine -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An engine that runs a block elsewhere reports every reason and what follows from
// it, in order. Replaying that leaves the block as native code would have. Nothing
// is trusted: what follows is compared with the rule that is said to be the reason,
// at the rows that are said to be its premises, and a report that does not follow is
// refused. So an engine that is wrong, or an image that somebody spoiled, can lose
// theorems but not make one.
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
  bool isRule(uint32_t rule) const {
    return rule < block.firstLocalRule() + block.hypotheses.size();
  }
  bool areEqual(Id a, Id b) const { return block.find(a) == block.find(b); }
  /// The values that the rows give to the rule's variables, in `env`; false if they
  /// are no instance of its premises.
  bool bind(const calculus::Rule &rule, std::span<const uint32_t> rows);
  bool isInstance(const calculus::Atom &atom, uint32_t relation,
                  std::span<const uint32_t> args) const;
  bool isValue(calculus::Term term, Id id) const;
  /// Whether the row follows from the reason at this offset of the log.
  bool follows(uint32_t reason, uint32_t relation, std::span<const uint32_t> args);

  Block &block;
  uint32_t last = kNone, lastWitness = kNone, lastMerge = kNone;
  std::vector<Id> env; ///< Of the rule instance that was looked at last.
};

} // namespace mplrt

#endif // MPLRT_BLOCK_REPLAY_H
