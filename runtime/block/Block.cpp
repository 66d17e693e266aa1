//===- Block.cpp - Facts, merges, provenance ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The invariant: between flushes, the cells of live rows hold representatives
// and no two live rows of a relation have the same key. Kernels run between
// flushes, so they insert directly but only note merges; a list that a kernel
// walks grows at its front only, with rows newer than the pivot, which it skips.
//
// Explanations follow Nieuwenhuis and Oliveras, Proof-producing congruence
// closure (RTA 2005): beside the representatives a forest keeps, for each merge,
// the very equation that caused it. The path between two constants of a class
// never changes once they are connected, so a row may be explained long after
// it was made without citing anything younger.
//
//===----------------------------------------------------------------------===//

#include "runtime/block/BlockInline.h"

#include <algorithm>

namespace mplrt {

std::atomic<uint8_t> stopRequest{0};

const char *toString(Limit limit) {
  switch (limit) {
  case Limit::None:
    return "search exhausted";
  case Limit::Firings:
    return "firings";
  case Limit::Memory:
    return "memory";
  case Limit::Time:
    return "time";
  case Limit::Interrupt:
    return "interrupt";
  case Limit::Rows:
    return "rows";
  case Limit::Ids:
    return "ids";
  case Limit::Merges:
    return "merges";
  case Limit::Demands:
    return "demands";
  case Limit::Nesting:
    return "nesting";
  case Limit::Registers:
    return "registers";
  case Limit::Instructions:
    return "instructions";
  }
  return "";
}

Block::Block(const Theory &theory, const RuleSet &rules)
    : theory(&theory), rules(&rules),
      relationFirst(theory.relations.size(), kNone), table(128, Entry{kNone, 0}),
      engine(theory.engine) {
  rows.reserve(128);
  cells.reserve(128 * theory.stride);
  for (size_t c = 0; c < theory.program.constants.size(); ++c)
    addConstant(0);
  for (const calculus::RuleId fact : theory.facts) {
    state(fact);
    flush();
  }
}

/// What a rule without premises says.
void Block::state(calculus::RuleId fact) {
  const calculus::Rule &r = theory->program.rules[fact];
  switch (r.head) {
  case calculus::Rule::Head::Derive: {
    Id args[kMaxArity];
    for (size_t c = 0; c < r.atom.args.size(); ++c)
      args[c] = calculus::constantIndex(r.atom.args[c]);
    assertFact(r.atom.relation, args, record(fact, {}));
    break;
  }
  case calculus::Rule::Head::Equate:
    assertEqual(calculus::constantIndex(r.left),
                calculus::constantIndex(r.right), record(fact, {}));
    break;
  case calculus::Rule::Head::Refute:
    assertFalse(record(fact, {}));
    break;
  case calculus::Rule::Head::Witness:
    witness(fact, std::vector<Id>(r.numVariables, kNone), {}, 0);
    break;
  }
}

Id Block::addConstant(uint32_t gen) {
  const Id id = numConstants();
  rep.push_back(id);
  generation.push_back(gen);
  nextMember.push_back(id);
  forestParent.push_back(id);
  forestEdge.push_back(kNone);
  lists.resize(lists.size() + theory->slots, List{kNone, 0});
  return id;
}

const calculus::Rule &Block::rule(uint32_t number) const {
  const size_t axioms = theory->program.rules.size();
  if (number < axioms)
    return theory->program.rules[number];
  if (number < firstLocalRule())
    return rules->form(uint32_t(number - axioms)).rule;
  return hypotheses[number - firstLocalRule()].rule;
}

uint32_t Block::record(uint32_t word, std::span<const uint32_t> data) {
  const uint32_t offset = uint32_t(log.size());
  log.push_back(word);
  log.push_back(uint32_t(data.size()));
  log.insert(log.end(), data.begin(), data.end());
  return offset;
}

uint32_t Block::recordMatch(uint32_t number) {
  return record(number, {match, rule(number).premises.size()});
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

RowId Block::append(uint32_t relation, const Id *args, uint32_t provenance) {
  const RowId row = RowId(rows.size());
  rows.push_back({relation, provenance, kNone, kNone, false});
  const uint32_t arity = theory->relations[relation].arity;
  for (uint32_t c = 0; c < theory->stride; ++c)
    cells.push_back({c < arity ? args[c] : kNone, kNone, kNone});
  return row;
}

/// Puts a row into its lists and indexes.
void Block::linkAlone(RowId row) {
  const uint32_t relation = rows[row].relation;
  const RelationLayout &layout = theory->relations[relation];
  Cell *cell = &cells[size_t(row) * theory->stride];
  for (uint32_t c = 0; c < layout.arity; ++c) {
    List &list = listOf(*this, layout.firstSlot + c, cell[c].id);
    cell[c].next = list.first;
    if (list.first != kNone)
      cells[size_t(list.first) * theory->stride + c].prev = row;
    list.first = row;
    ++list.length;
  }
  RowId &first = relationFirst[relation];
  rows[row].next = first;
  if (first != kNone)
    rows[first].prev = row;
  first = row;
  rows[row].live = true;
  if (layout.keyColumns >= 2)
    hashInsert(row);
}

/// As linkAlone(), and adds the memberships that its columns imply.
void Block::link(RowId row) {
  linkAlone(row);
  const RelationLayout &layout = theory->relations[rows[row].relation];
  for (uint32_t c = 0; c < layout.arity; ++c) {
    const uint32_t sort = layout.columns[c].sort;
    if (sort == calculus::none)
      continue;
    const Id id = cellOf(*this, row, c);
    if (listOf(*this, theory->relations[sort].firstSlot, id).first != kNone)
      continue;
    const uint32_t data[] = {row, c};
    link(append(sort, &id, record(prov::Typing, data)));
  }
}

void Block::unlink(RowId row) {
  const uint32_t relation = rows[row].relation;
  const RelationLayout &layout = theory->relations[relation];
  if (layout.keyColumns >= 2)
    hashErase(row);
  Cell *cell = &cells[size_t(row) * theory->stride];
  for (uint32_t c = 0; c < layout.arity; ++c) {
    List &list = listOf(*this, layout.firstSlot + c, cell[c].id);
    if (cell[c].prev != kNone)
      cells[size_t(cell[c].prev) * theory->stride + c].next = cell[c].next;
    else
      list.first = cell[c].next;
    if (cell[c].next != kNone)
      cells[size_t(cell[c].next) * theory->stride + c].prev = cell[c].prev;
    --list.length;
  }
  Row &r = rows[row];
  if (r.prev != kNone)
    rows[r.prev].next = r.next;
  else
    relationFirst[relation] = r.next;
  if (r.next != kNone)
    rows[r.next].prev = r.prev;
  r.live = false;
}

uint64_t Block::hashRow(RowId row) const {
  const uint32_t relation = rows[row].relation;
  Id key[kMaxArity];
  const uint32_t n = theory->relations[relation].keyColumns;
  for (uint32_t c = 0; c < n; ++c)
    key[c] = cellOf(*this, row, c);
  return hashKey(relation, key, n);
}

void Block::hashInsert(RowId row) {
  if ((tableUsed + 1) * 2 > table.size())
    rehash();
  const uint64_t mask = table.size() - 1, hash = hashRow(row);
  uint64_t at = hash & mask;
  while (table[at].row != kNone && table[at].row != kTombstone)
    at = (at + 1) & mask;
  tableUsed += table[at].row == kNone;
  table[at] = {row, uint32_t(hash >> 32)};
}

void Block::hashErase(RowId row) {
  const uint64_t mask = table.size() - 1;
  uint64_t at = hashRow(row) & mask;
  while (table[at].row != row)
    at = (at + 1) & mask;
  table[at].row = kTombstone;
}

void Block::rehash() {
  const std::vector<Entry> old = std::move(table);
  auto isLive = [](const Entry &e) {
    return e.row != kNone && e.row != kTombstone;
  };
  const auto live = size_t(std::count_if(old.begin(), old.end(), isLive));
  size_t size = 128;
  while (size < live * 4)
    size *= 2;
  table.assign(size, Entry{kNone, 0});
  tableUsed = 0;
  for (const Entry &entry : old)
    if (isLive(entry))
      hashInsert(entry.row);
}

RowId Block::lookup(uint32_t relation, const Id *args) const {
  const RelationLayout &layout = theory->relations[relation];
  const RowId row = probeKey(const_cast<Block &>(*this), relation,
                             layout.firstSlot, args, layout.keyColumns);
  if (row != kNone && layout.functional &&
      cellOf(*this, row, layout.arity - 1) != args[layout.arity - 1])
    return kNone;
  return row;
}

void Block::assertFact(uint32_t relation, const Id *args, uint32_t provenance) {
  const RelationLayout &layout = theory->relations[relation];
  Id canonical[kMaxArity];
  bool changed = false;
  for (uint32_t c = 0; c < layout.arity; ++c) {
    canonical[c] = find(args[c]);
    changed |= canonical[c] != args[c];
  }
  if (changed) {
    const RowId original = append(relation, args, provenance);
    provenance = record(prov::Rewrite, {&original, 1});
  }
  const RowId existing =
      probeKey(*this, relation, layout.firstSlot, canonical, layout.keyColumns);
  if (existing == kNone) {
    link(append(relation, canonical, provenance));
    return;
  }
  const uint32_t last = layout.arity - 1;
  if (!layout.functional || cellOf(*this, existing, last) == canonical[last])
    return;
  const RowId second = append(relation, canonical, provenance);
  const uint32_t data[] = {existing, second};
  assertEqual(cellOf(*this, existing, last), canonical[last],
              record(prov::Key, data));
}

void Block::deriveSlow(uint32_t relation, uint32_t number, const Id *args,
                       RowId existing) {
  const RowId row = append(relation, args, recordMatch(number));
  if (existing == kNone) {
    link(row);
    return;
  }
  const uint32_t last = theory->relations[relation].arity - 1;
  const uint32_t data[] = {existing, row};
  assertEqual(cellOf(*this, existing, last), args[last],
              record(prov::Key, data));
}

void Block::assertEqual(Id left, Id right, uint32_t provenance) {
  pending.push_back({left, right, provenance});
}

void Block::assertFalse(uint32_t provenance) {
  if (falsum == kNone)
    falsum = provenance;
}

//===----------------------------------------------------------------------===//
// Merging
//===----------------------------------------------------------------------===//

void Block::flush() {
  while (!pending.empty() && !isFalse()) {
    const Merge m = pending.back();
    pending.pop_back();
    merge(m);
  }
}

/// Joins two classes; the representative that lost, or kNone if they were one.
Id Block::join(const Merge &m) {
  Id winner = find(m.left), loser = find(m.right);
  if (winner == loser)
    return kNone;
  // The representative is the constant that cost least to reach: demands are
  // counted from it.
  if (generation[loser] < generation[winner] ||
      (generation[loser] == generation[winner] && loser < winner))
    std::swap(winner, loser);

  const uint32_t edge = uint32_t(edges.size());
  edges.push_back({m.left, m.right, m.provenance, RowId(rows.size())});
  // Re-root the tree of m.right at m.right, then hang it below m.left.
  Id child = m.right, parent = forestParent[child];
  uint32_t label = forestEdge[child];
  while (parent != child) {
    const Id next = forestParent[parent];
    const uint32_t nextLabel = forestEdge[parent];
    forestParent[parent] = child;
    forestEdge[parent] = label;
    if (next == parent)
      break;
    child = parent;
    parent = next;
    label = nextLabel;
  }
  forestParent[m.right] = m.left;
  forestEdge[m.right] = edge;

  for (Id x = loser;;) {
    rep[x] = winner;
    x = nextMember[x];
    if (x == loser)
      break;
  }
  std::swap(nextMember[winner], nextMember[loser]);
  return loser;
}

void Block::merge(const Merge &m) {
  const Id loser = join(m);
  if (loser == kNone)
    return;
  Id args[kMaxArity];
  for (uint32_t relation = 0; relation < theory->relations.size(); ++relation) {
    const RelationLayout &layout = theory->relations[relation];
    for (uint32_t c = 0; c < layout.arity; ++c) {
      RowId row;
      while ((row = listOf(*this, layout.firstSlot + c, loser).first) != kNone) {
        unlink(row);
        for (uint32_t k = 0; k < layout.arity; ++k)
          args[k] = find(cellOf(*this, row, k));
        assertFact(relation, args, record(prov::Rewrite, {&row, 1}));
      }
    }
  }

  const auto &distinct = theory->program.distinct;
  for (uint32_t i = 0; i < distinct.size(); ++i)
    if (!isFalse() && find(calculus::constantIndex(distinct[i].left)) ==
                          find(calculus::constantIndex(distinct[i].right))) {
      falsumDistinct = i;
      falsum = m.provenance;
    }
}

} // namespace mplrt
