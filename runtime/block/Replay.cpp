//===- Replay.cpp - A block from the log of an engine ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/block/Replay.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>

namespace mplrt {

bool Replay::areRows(std::span<const uint32_t> rows) const {
  return std::all_of(rows.begin(), rows.end(),
                     [&](RowId row) { return isRow(row); });
}

bool Replay::match(uint32_t rule, std::span<const uint32_t> rows) {
  if (!areRows(rows) ||
      rule >= block.firstLocalRule() + block.hypotheses.size() ||
      rows.size() != block.rule(rule).premises.size())
    return false;
  last = block.record(rule, rows);
  return true;
}

bool Replay::rewrite(RowId row, bool isKilled) {
  if (!isRow(row) || block.rows[row].live != isKilled)
    return false;
  if (isKilled)
    block.unlink(row);
  last = block.record(prov::Rewrite, {&row, 1});
  return true;
}

bool Replay::key(RowId first, RowId second) {
  if (!isRow(first) || !isRow(second))
    return false;
  const uint32_t data[] = {first, second};
  last = block.record(prov::Key, data);
  return true;
}

bool Replay::typing(RowId row, uint32_t column) {
  if (!isRow(row) ||
      column >= block.theory->relations[block.rows[row].relation].arity)
    return false;
  const uint32_t data[] = {row, column};
  last = block.record(prov::Typing, data);
  return true;
}

bool Replay::witness(uint32_t rule, Id first, uint32_t count,
                     uint32_t generation, std::span<const uint32_t> rows) {
  if (!areRows(rows) || first != block.numConstants() ||
      rule >= block.firstLocalRule() + block.hypotheses.size() ||
      count != block.rule(rule).fresh.size())
    return false;
  for (uint32_t i = 0; i < count; ++i)
    block.addConstant(generation);
  std::vector<uint32_t> data{rule, first};
  data.insert(data.end(), rows.begin(), rows.end());
  last = lastWitness = block.record(prov::Witness, data);
  return true;
}

bool Replay::row(uint32_t relation, std::span<const uint32_t> args, bool isLive,
                 bool ofWitness) {
  const uint32_t reason = ofWitness ? lastWitness : last;
  if (reason == kNone || relation >= block.theory->relations.size() ||
      args.size() != block.theory->relations[relation].arity ||
      !std::all_of(args.begin(), args.end(), [&](Id id) { return isId(id); }))
    return false;
  const RowId row = block.append(relation, args.data(), reason);
  if (isLive)
    block.linkAlone(row);
  return true;
}

bool Replay::push(Id left, Id right) {
  if (last == kNone || !isId(left) || !isId(right))
    return false;
  block.assertEqual(left, right, last);
  return true;
}

bool Replay::isFalse() {
  if (last == kNone)
    return false;
  block.assertFalse(last);
  return true;
}

bool Replay::reach() {
  if (last == kNone)
    return false;
  block.reachedBy = last;
  return true;
}

bool Replay::merge() {
  if (block.pending.empty())
    return false;
  const Block::Merge merge = block.pending.back();
  block.pending.pop_back();
  lastMerge = merge.provenance;
  block.join(merge);
  return true;
}

bool Replay::distinct(uint32_t pair) {
  if (pair >= block.theory->program.distinct.size() || lastMerge == kNone)
    return false;
  block.falsumDistinct = pair;
  block.falsum = lastMerge;
  return true;
}

} // namespace mplrt
