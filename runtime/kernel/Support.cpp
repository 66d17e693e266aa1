//===- Support.cpp - What kernels call ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiled twice: as bitcode, inlined into generated kernels, and into the
// runtime, for rules that take the slower path. Only what is rare is a call.
//
//===----------------------------------------------------------------------===//

#include "runtime/block/BlockInline.h"

using namespace mplrt;

extern "C" {

Id mpl_column(Block *b, RowId row, uint32_t column) {
  return cellOf(*b, row, column);
}

RowId mpl_delta(Block *b) { return b->delta; }

RowId mpl_list_first(Block *b, uint32_t slot, Id id) {
  return listOf(*b, slot, id).first;
}

RowId mpl_list_next(Block *b, RowId row, uint32_t column) {
  return b->cells[size_t(row) * b->theory->stride + column].next;
}

uint32_t mpl_list_length(Block *b, uint32_t slot, Id id) {
  return listOf(*b, slot, id).length;
}

RowId mpl_relation_first(Block *b, uint32_t relation) {
  return b->relationFirst[relation];
}

RowId mpl_relation_next(Block *b, RowId row) { return b->rows[row].next; }

RowId mpl_probe1(Block *b, uint32_t slot, Id a) {
  return listOf(*b, slot, a).first;
}

RowId mpl_probe2(Block *b, uint32_t relation, Id a, Id c) {
  const Id key[] = {a, c};
  return b->probeHash(relation, key, 2);
}

RowId mpl_probe3(Block *b, uint32_t relation, Id a, Id c, Id d) {
  const Id key[] = {a, c, d};
  return b->probeHash(relation, key, 3);
}

RowId mpl_probe4(Block *b, uint32_t relation, Id a, Id c, Id d, Id e) {
  const Id key[] = {a, c, d, e};
  return b->probeHash(relation, key, 4);
}

RowId mpl_probe5(Block *b, uint32_t relation, Id a, Id c, Id d, Id e, Id f) {
  const Id key[] = {a, c, d, e, f};
  return b->probeHash(relation, key, 5);
}

Id mpl_constant(Block *b, uint32_t index) { return b->rep[index]; }

void mpl_match(Block *b, uint32_t premise, RowId row) {
  b->match[premise] = row;
}

void mpl_derive_function(Block *b, uint32_t relation, uint32_t slot,
                         uint32_t rule, uint32_t arity, const Id *args) {
  ++b->firings;
  const RowId row = probeKey(*b, relation, slot, args, arity - 1);
  if (row != kNone && cellOf(*b, row, arity - 1) == args[arity - 1])
    return;
  b->deriveSlow(relation, rule, args, row);
}

void mpl_derive_relation(Block *b, uint32_t relation, uint32_t slot,
                         uint32_t rule, uint32_t arity, const Id *args) {
  ++b->firings;
  if (probeKey(*b, relation, slot, args, arity) == kNone)
    b->deriveSlow(relation, rule, args, kNone);
}

void mpl_equate(Block *b, uint32_t rule, Id left, Id right) {
  ++b->firings;
  if (left != right)
    b->assertEqual(left, right, b->recordMatch(rule));
}

void mpl_refute(Block *b, uint32_t rule) {
  ++b->firings;
  b->assertFalse(b->recordMatch(rule));
}

void mpl_reach(Block *b, uint32_t rule) {
  ++b->firings;
  if (b->reachedBy == kNone)
    b->reachedBy = b->recordMatch(rule);
}

void mpl_create(Block *b, uint32_t relation, uint32_t slot, uint32_t,
                uint32_t arity, uint32_t extra, const Id *inputs) {
  ++b->firings;
  if (probeKey(*b, relation, slot, inputs, arity - 1) == kNone)
    b->createSlow(relation, arity, extra, inputs);
}

void mpl_invent(Block *b, uint32_t rule, uint32_t count, uint32_t extra,
                const Id *shared) {
  ++b->firings;
  b->inventSlow(rule, count, extra, shared);
}
}
