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

bool Replay::isValue(calculus::Term term, Id id) const {
  if (calculus::isConstant(term))
    return areEqual(calculus::constantIndex(term), id);
  return env[size_t(term)] != kNone && areEqual(env[size_t(term)], id);
}

bool Replay::isInstance(const calculus::Atom &atom, uint32_t relation,
                        std::span<const uint32_t> args) const {
  if (atom.relation != relation || atom.args.size() != args.size())
    return false;
  for (size_t c = 0; c < args.size(); ++c)
    if (!isValue(atom.args[c], args[c]))
      return false;
  return true;
}

bool Replay::bind(const calculus::Rule &rule, std::span<const uint32_t> rows) {
  if (rows.size() != rule.premises.size())
    return false;
  env.assign(rule.numVariables, kNone);
  for (size_t p = 0; p < rows.size(); ++p) {
    const calculus::Atom &premise = rule.premises[p];
    if (block.rows[rows[p]].relation != premise.relation)
      return false;
    for (uint32_t c = 0; c < premise.args.size(); ++c) {
      const calculus::Term term = premise.args[c];
      const Id id = cellOf(block, rows[p], c);
      if (!calculus::isConstant(term) && env[size_t(term)] == kNone)
        env[size_t(term)] = id;
      else if (!isValue(term, id))
        return false;
    }
  }
  return true;
}

bool Replay::follows(uint32_t reason, uint32_t relation,
                     std::span<const uint32_t> args) {
  const uint32_t word = block.log[reason], count = block.log[reason + 1];
  const std::span<const uint32_t> data(&block.log[reason] + 2, count);
  auto cell = [&](RowId row, uint32_t c) { return cellOf(block, row, c); };
  switch (word) {
  case prov::Premise:
  case prov::Key:
    return false;
  case prov::Rewrite:
    for (uint32_t c = 0; c < args.size(); ++c)
      if (block.rows[data[0]].relation != relation ||
          !areEqual(cell(data[0], c), args[c]))
        return false;
    return block.rows[data[0]].relation == relation;
  case prov::Typing: {
    const auto &columns =
        block.theory->relations[block.rows[data[0]].relation].columns;
    return columns[data[1]].sort == relation && cell(data[0], data[1]) == args[0];
  }
  case prov::Witness: {
    const calculus::Rule &rule = block.rule(data[0]);
    if (!bind(rule, data.subspan(2)))
      return false;
    for (size_t i = 0; i < rule.fresh.size(); ++i)
      env[size_t(rule.fresh[i].second)] = data[1] + Id(i);
    return std::any_of(
        rule.witnesses.begin(), rule.witnesses.end(),
        [&](const auto &atom) { return isInstance(atom, relation, args); });
  }
  default: {
    const calculus::Rule &rule = block.rule(word);
    return rule.head == calculus::Rule::Head::Derive && bind(rule, data) &&
           isInstance(rule.atom, relation, args);
  }
  }
}

bool Replay::match(uint32_t rule, std::span<const uint32_t> rows) {
  if (!areRows(rows) || !isRule(rule) || !bind(block.rule(rule), rows))
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
  const uint32_t relation = block.rows[first].relation;
  const RelationLayout &layout = block.theory->relations[relation];
  if (block.rows[second].relation != relation || !layout.functional)
    return false;
  for (uint32_t c = 0; c + 1 < layout.arity; ++c)
    if (!areEqual(cellOf(block, first, c), cellOf(block, second, c)))
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
  if (!areRows(rows) || first != block.numConstants() || !isRule(rule))
    return false;
  const calculus::Rule &reason = block.rule(rule);
  if (reason.head != calculus::Rule::Head::Witness ||
      count != reason.fresh.size() || !bind(reason, rows))
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
      !std::all_of(args.begin(), args.end(), [&](Id id) { return isId(id); }) ||
      !follows(reason, relation, args))
    return false;
  // Rows that are found hold representatives, and no two have one key.
  if (isLive && (!std::all_of(args.begin(), args.end(),
                              [&](Id id) { return block.find(id) == id; }) ||
                 probeKey(block, relation, block.theory->relations[relation].firstSlot,
                          args.data(),
                          block.theory->relations[relation].keyColumns) != kNone))
    return false;
  const RowId row = block.append(relation, args.data(), reason);
  if (isLive)
    block.linkAlone(row);
  return true;
}

bool Replay::push(Id left, Id right) {
  if (last == kNone || !isId(left) || !isId(right))
    return false;
  const uint32_t word = block.log[last];
  const std::span<const uint32_t> data(&block.log[last] + 2, block.log[last + 1]);
  if (word == prov::Key) {
    const uint32_t output =
        block.theory->relations[block.rows[data[0]].relation].arity - 1;
    if (cellOf(block, data[0], output) != left ||
        cellOf(block, data[1], output) != right)
      return false;
  } else if (word >= prov::Base) {
    return false;
  } else {
    const calculus::Rule &rule = block.rule(word);
    if (rule.head != calculus::Rule::Head::Equate || !bind(rule, data) ||
        !isValue(rule.left, left) || !isValue(rule.right, right))
      return false;
  }
  block.assertEqual(left, right, last);
  return true;
}

bool Replay::isFalse() {
  if (last == kNone || block.log[last] >= prov::Base ||
      block.rule(block.log[last]).head != calculus::Rule::Head::Refute)
    return false;
  block.assertFalse(last);
  return true;
}

bool Replay::reach() {
  if (last == kNone || !hasQuery() || block.log[last] != query().rule)
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
  const auto &pairs = block.theory->program.distinct;
  if (pair >= pairs.size() || lastMerge == kNone ||
      !areEqual(calculus::constantIndex(pairs[pair].left),
                calculus::constantIndex(pairs[pair].right)))
    return false;
  block.falsumDistinct = pair;
  block.falsum = lastMerge;
  return true;
}

} // namespace mplrt
