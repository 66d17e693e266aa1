//===- BlockTest.cpp - Tables, merges, demands ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/block/BlockInline.h"

#include <gtest/gtest.h>

using namespace mplrt;

namespace {

enum : uint32_t { N, S, Plus, Times };

class BlockTest : public testing::Test {
protected:
  BlockTest() : theory(mplc::test::peano(), {}), block(theory, noTheorems) {}

  Id fresh() {
    const Id id = block.addConstant(0);
    block.assertFact(N, &id, premise());
    return id;
  }
  uint32_t premise() { return block.record(prov::Premise, {}); }
  void fact(uint32_t relation, std::initializer_list<Id> args) {
    block.assertFact(relation, args.begin(), premise());
    block.flush();
  }
  Id output(uint32_t relation, std::initializer_list<Id> inputs) {
    const RelationLayout &layout = theory.relations[relation];
    const RowId row = probeKey(block, relation, layout.firstSlot,
                               inputs.begin(), layout.keyColumns);
    return row == kNone ? kNone : cellOf(block, row, layout.arity - 1);
  }
  void run(uint32_t generations = 0) {
    Budget budget;
    budget.generations = generations;
    do
      block.saturate(budget);
    while (block.grow(budget));
  }

  static inline const RuleSet noTheorems;
  const Id zero = 0;
  Theory theory;
  Block block;
};

TEST_F(BlockTest, FactsOfTheTheoryAreThere) {
  EXPECT_NE(block.lookup(N, &zero), kNone);
}

TEST_F(BlockTest, SecondOutputMerges) {
  const Id a = fresh(), b = fresh(), c = fresh(), d = fresh();
  fact(Plus, {a, b, c});
  fact(Plus, {a, b, d});
  EXPECT_EQ(block.find(c), block.find(d));
  EXPECT_EQ(block.edges.size(), 1u);
  EXPECT_EQ(block.log[block.edges[0].provenance], prov::Key);
}

TEST_F(BlockTest, CongruenceFollowsFromMerges) {
  const Id a = fresh(), b = fresh(), x = fresh(), y = fresh();
  fact(S, {a, x});
  fact(S, {b, y});
  EXPECT_NE(block.find(x), block.find(y));
  block.assertEqual(a, b, premise());
  block.flush();
  EXPECT_EQ(block.find(x), block.find(y));
  // One live row is left, the others are still readable.
  size_t live = 0;
  for (RowId r = block.relationFirst[S]; r != kNone; r = block.rows[r].next)
    ++live;
  EXPECT_EQ(live, 1u);
}

TEST_F(BlockTest, RowsOfAMergedConstantMoveToItsRepresentative) {
  const Id a = fresh(), b = fresh(), c = fresh();
  fact(Plus, {a, b, c});
  fact(Times, {b, b, b});
  block.assertEqual(a, b, premise());
  block.flush();
  const Id ab = block.find(a);
  EXPECT_EQ(block.find(b), ab);
  EXPECT_EQ(output(Plus, {ab, ab}), c);
  EXPECT_EQ(output(Times, {ab, ab}), ab);
  const Id loser = ab == a ? b : a;
  for (uint32_t slot = 0; slot < theory.slots; ++slot)
    EXPECT_EQ(listOf(block, slot, loser).first, kNone);
}

TEST_F(BlockTest, ColumnsImplyMembership) {
  const Id a = block.addConstant(0), b = block.addConstant(0);
  fact(S, {a, b});
  EXPECT_NE(block.lookup(N, &a), kNone);
  EXPECT_NE(block.lookup(N, &b), kNone);
}

TEST_F(BlockTest, HashSurvivesGrowthAndErasure) {
  std::vector<Id> ids;
  for (int i = 0; i < 40; ++i)
    ids.push_back(fresh());
  for (const Id a : ids)
    for (const Id b : ids)
      fact(Plus, {a, b, a});
  for (size_t i = 1; i < ids.size(); i += 2) { // pairs
    block.assertEqual(ids[i - 1], ids[i], premise());
    block.flush();
  }
  for (const Id a : ids)
    for (const Id b : ids)
      EXPECT_EQ(output(Plus, {block.find(a), block.find(b)}), block.find(a));
}

TEST_F(BlockTest, RecursionUnfoldsAtNoCost) {
  // a + s(s(0)) is computed down to s(s(a)) although no depth is allowed.
  const Id a = fresh(), one = fresh(), two = fresh(), sum = fresh();
  fact(S, {zero, one});
  fact(S, {one, two});
  fact(Plus, {a, two, sum});
  run(0);
  const Id next = output(S, {block.find(a)});
  ASSERT_NE(next, kNone);
  EXPECT_EQ(output(S, {next}), block.find(sum));
}

TEST_F(BlockTest, NothingIsCreatedWithoutAReason) {
  const Id a = fresh(), b = fresh();
  const uint32_t before = block.numConstants();
  run(3);
  EXPECT_EQ(block.numConstants(), before);
  EXPECT_EQ(output(Plus, {a, b}), kNone);
}

TEST_F(BlockTest, SuccessorOfNothingIsZero) {
  const Id a = fresh();
  fact(S, {a, zero});
  run();
  EXPECT_TRUE(block.isFalse());
}

TEST_F(BlockTest, ApplyNeedsMembership) {
  const Id stranger = block.addConstant(0), a = fresh();
  EXPECT_EQ(block.apply(S, &stranger, 0), kNone);
  const Id next = block.apply(S, &a, 0);
  ASSERT_NE(next, kNone);
  EXPECT_EQ(block.apply(S, &a, 0), next);
}

TEST_F(BlockTest, LimitsEndTheBlock) {
  const Id a = fresh(), b = fresh(), c = fresh();
  fact(S, {a, b});
  fact(Plus, {c, b, a});
  fact(Times, {c, b, a});
  Budget budget;
  budget.firings = 2;
  do
    block.saturate(budget);
  while (block.limitReached() == Limit::None && block.grow(budget));
  EXPECT_EQ(block.limitReached(), Limit::Firings);
}

TEST_F(BlockTest, RowsEndABlockThatGrows) {
  // Sums of sums, over and over: more rows in each generation.
  const Id a = fresh(), b = fresh(), c = fresh();
  fact(S, {a, b});
  fact(Plus, {c, b, a});
  fact(Times, {a, b, c});
  fact(Times, {b, a, c});
  Block unlimited = block;
  auto runWith = [](Block &block, const Budget &budget) {
    do
      block.saturate(budget);
    while (block.limitReached() == Limit::None && block.grow(budget));
  };
  Budget budget;
  budget.generations = 3;
  runWith(unlimited, budget);
  EXPECT_NE(unlimited.limitReached(), Limit::Rows);
  budget.rows = block.rows.size() + 2;
  ASSERT_GT(unlimited.rows.size(), budget.rows);
  runWith(block, budget);
  EXPECT_EQ(block.limitReached(), Limit::Rows);
  // Looked at now and then, and after each value that is made.
  EXPECT_LT(block.rows.size(), budget.rows + 200);
}

TEST_F(BlockTest, CopiesAreIndependent) {
  const Id a = fresh(), b = fresh();
  fact(S, {a, b});
  Block copy = block;
  copy.assertEqual(a, zero, copy.record(prov::Premise, {}));
  copy.flush();
  EXPECT_EQ(copy.find(a), copy.find(zero));
  EXPECT_NE(block.find(a), block.find(zero));
}

TEST_F(BlockTest, CheaperConstantRepresentsTheClass) {
  const Id cheap = fresh();
  const Id dear = block.addConstant(2);
  block.assertEqual(dear, cheap, premise());
  block.flush();
  EXPECT_EQ(block.find(dear), cheap);
  EXPECT_EQ(block.generationOf(dear), 0u);
}

} // namespace
