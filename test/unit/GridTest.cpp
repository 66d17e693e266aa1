//===- GridTest.cpp - Cycles, limits, determinism -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/prove/Conditions.h"
#include "runtime/prove/Relevance.h"
#include "runtime/prove/Values.h"
#include "runtime/strategy/Alone.h"
#include "runtime/strategy/Axioms.h"
#include "runtime/strategy/Stated.h"

#include <gtest/gtest.h>

#include <set>

using namespace mplrt;

namespace {

/// A block of the theory of equality by cases, with n elements of the set.
Block elementsOf(const Theory &theory, const RuleSet &rules, uint32_t n) {
  Block block(theory, rules);
  for (uint32_t i = 0; i < n; ++i) {
    const Id id = block.addConstant(0);
    block.assertFact(0, &id, block.record(prov::Premise, {}));
  }
  return block;
}

TEST(Conditions, RulesWaitForWhatNothingSays) {
  constexpr uint32_t same = 1, different = 2;
  const Theory theory(mplc::test::equalityByCases(), {});
  const RuleSet rules;
  Block block = elementsOf(theory, rules, 3);
  const Id x = 2, y = 3, z = 4;
  const Id pair[] = {y, x};
  // Applied to two of them: this pair first, in the order of their age.
  block.apply(same, pair, 0);
  block.saturate({});
  std::vector<Condition> open = openConditions(block, 3, {});
  ASSERT_EQ(open.size(), 3u);
  EXPECT_EQ(open[0], (Condition{different, {x, y}}));
  // One that is decided is open no more, whatever it is.
  block.assertFact(different, pair, block.record(prov::Premise, {}));
  block.saturate({});
  block.assertEqual(x, z, block.record(prov::Premise, {}));
  block.saturate({});
  EXPECT_FALSE(block.isFalse());
  for (const Condition &condition : openConditions(block, 100, {})) {
    const auto pairOf = std::minmax(block.find(x), block.find(y));
    EXPECT_FALSE(condition.args[0] == pairOf.first &&
                 condition.args[1] == pairOf.second);
    EXPECT_NE(condition.args[0], condition.args[1]);
  }
}

TEST(Conditions, AFactAndItsNegationAreFalse) {
  constexpr uint32_t different = 2;
  const Theory theory(mplc::test::equalityByCases(), {});
  const RuleSet rules;
  Block block = elementsOf(theory, rules, 2);
  const Id pair[] = {2, 3};
  block.assertFact(different, pair, block.record(prov::Premise, {}));
  block.saturate({});
  EXPECT_FALSE(block.isFalse());
  block.assertEqual(3, 2, block.record(prov::Premise, {}));
  block.saturate({});
  EXPECT_TRUE(block.isFalse());
}

TEST(Conditions, NoneWithoutNegatedPremises) {
  const Theory theory(mplc::test::peano(), {});
  const RuleSet rules;
  Block block = elementsOf(theory, rules, 3);
  block.saturate({});
  EXPECT_TRUE(openConditions(block, 3, {}).empty());
}

TEST(Values, WhatADefinitionTakesApartNextIsNeeded) {
  constexpr uint32_t s = 1, times = 3;
  const Theory theory(mplc::test::peano(), {});
  const RuleSet rules;
  Block block = elementsOf(theory, rules, 3);
  block.saturate({});
  EXPECT_EQ(neededValue(block), kNone); // No application waits for anything.
  const Id x = 1, y = 2, z = 3;
  const Id factors[] = {x, y};
  block.apply(times, factors, 0);
  block.saturate({});
  // x * y recurs on y, whatever x is.
  EXPECT_EQ(neededValue(block), y);
  const Id next[] = {z, y};
  block.assertFact(s, next, block.record(prov::Premise, {}));
  do
    block.saturate({});
  while (block.grow({.generations = 0}));
  // x * s(z) unfolds to x * z + x: both wait, the product for what no application
  // has as its value.
  EXPECT_TRUE(neededValue(block) == z || neededValue(block) == x);
  block.assertEqual(z, 0, block.record(prov::Premise, {}));
  do
    block.saturate({});
  while (block.grow({.generations = 0}));
  EXPECT_EQ(neededValue(block), x); // 0 + x
}

TEST(Values, CascadesNeedAClauseWithTwoPatterns) {
  constexpr uint32_t s = 1, plus = 2;
  mplc::test::Program program = mplc::test::peano();
  EXPECT_FALSE(mayCascade(program)); // Sums and products recur on one argument.
  mplc::calculus::Rule both;         // a' = s(a), b' = s(b), a + b = c -> a' + b' = c
  both.premises = {{s, {0, 1}}, {s, {2, 3}}, {plus, {0, 2, 4}}};
  both.atom = {plus, {1, 3, 4}};
  both.numVariables = 5;
  program.rules.push_back(both);
  EXPECT_TRUE(mayCascade(program));
  program.rules.back().atom.args = {0, 2, 4}; // What it makes is no pattern.
  EXPECT_FALSE(mayCascade(program));
}

/// Attempts stated conjectures until nothing changes.
void runStated(Search &search) {
  Stated(search).run();
  search.store.finish(search.pool.stopReason());
}

std::vector<std::string> proofs(const Theory &theory, unsigned threads) {
  GridOptions options;
  options.threads = threads;
  Search grid(theory, options);
  runStated(grid);
  std::vector<std::string> texts;
  for (const Outcome &outcome : grid.store.outcomes())
    texts.push_back(outcome.method + outcome.limit + outcome.proof.text);
  return texts;
}

TEST(Grid, ProvesTheLawsInAnUnhelpfulOrder) {
  const Theory theory(mplc::test::peano(), {});
  Search grid(theory, {});
  size_t reported = 0;
  grid.store.onProved = [&](uint32_t) { ++reported; };
  EXPECT_FALSE(refuteAxioms(grid));
  runStated(grid);
  for (size_t c = 0; c < grid.store.outcomes().size(); ++c)
    EXPECT_EQ(grid.store.outcomes()[c].status, Status::Proved)
        << theory.program.conjectures[c].name;
  EXPECT_EQ(reported, grid.store.outcomes().size());
}

TEST(Grid, ThreadsDoNotChangeProofs) {
  const Theory theory(mplc::test::peano(), {});
  const auto one = proofs(theory, 1);
  EXPECT_EQ(proofs(theory, 2), one);
  EXPECT_EQ(proofs(theory, 5), one);
}

/// What has been attempted, and the firings that it took.
std::pair<std::vector<std::string>, uint64_t>
inTurn(const Theory &theory, const std::vector<uint32_t> &batch, GridOptions options) {
  Search grid(theory, options);
  AttemptBudget budget;
  budget.block.firings = 2500;
  std::vector<std::string> methods;
  for (const Attempted &result :
       grid.pool.firstOf(batch, grid.pool.limited(budget), grid.store.currentRules()))
    methods.push_back(result.method);
  return {methods, grid.pool.statistics().firings};
}

TEST(Grid, AttemptsInTurnEndWithTheFirstProof) {
  // Commutativity and distributivity need lemmas; 0 + a = a and 0 * a = 0 do not.
  const Theory theory(mplc::test::peano(), {});
  const std::vector<uint32_t> batch{0, 1, 3, 5, 6};
  GridOptions options;
  options.threads = 1;
  const auto one = inTurn(theory, batch, options);
  ASSERT_EQ(one.first.size(), 4u);
  EXPECT_EQ(one.first.back(), "induction on a");
  for (size_t i = 0; i + 1 < one.first.size(); ++i)
    EXPECT_EQ(one.first[i], "");
  for (const unsigned threads : {2u, 5u})
    for (int repeat = 0; repeat < 10; ++repeat) {
      options.threads = threads;
      EXPECT_EQ(inTurn(theory, batch, options), one);
    }
  // Of those that were tried ahead nothing is counted.
  EXPECT_EQ(inTurn(theory, {0, 1, 3, 5}, options), one);
  EXPECT_TRUE(inTurn(theory, {}, options).first.empty());
}

TEST(Grid, AttemptsInTurnEndWithTheBlocks) {
  const Theory theory(mplc::test::peano(), {});
  GridOptions options;
  options.blocks = 1;
  for (const unsigned threads : {1u, 4u}) {
    options.threads = threads;
    EXPECT_EQ(inTurn(theory, {0, 1, 3, 5}, options).first.size(), 1u);
  }
}

TEST(Grid, FalseStatementsStayOpen) {
  mplc::test::Program program = mplc::test::peano();
  // a*b = c*b -> a = c fails for b = 0; a+b = a fails for b = 1.
  mplc::test::Conjecture cancel = program.conjectures[2];
  cancel.name = "false_cancel";
  cancel.statement = "(>[a,b,c,d](&(in3[a,b,d,*])(in3[c,b,d,*]))(=[a,c]))";
  cancel.goal = {};
  cancel.goal.premises = {{3, {0, 1, 3}}, {3, {2, 1, 3}}};
  cancel.goal.head = mplc::calculus::Rule::Head::Equate;
  cancel.goal.left = 0;
  cancel.goal.right = 2;
  cancel.goal.numVariables = 4;
  cancel.goal.binders = {{"a", 0}, {"b", 1}, {"c", 2}, {"d", 3}};
  cancel.goal.cites = {{mplc::calculus::Cite::Kind::Premise, 0, 0, 0},
                       {mplc::calculus::Cite::Kind::Premise, 1, 0, 0}};
  program.conjectures.push_back(cancel);
  const Theory theory(std::move(program), {});
  Search grid(theory, {});
  runStated(grid);
  EXPECT_EQ(grid.store.outcomes().back().status, Status::Open);
  EXPECT_FALSE(grid.store.outcomes().back().limit.empty());
}

TEST(Grid, AssumedTheoremsAreUsedAndNotProved) {
  mplc::test::Program program = mplc::test::peano();
  program.conjectures[5].assumed = true; // 0+a = a
  const Theory theory(std::move(program), {});
  Search grid(theory, {});
  runStated(grid);
  EXPECT_EQ(grid.store.outcomes()[5].status, Status::Open);
  EXPECT_EQ(grid.store.outcomes()[0].status, Status::Proved);
  const auto &uses = grid.store.outcomes()[0].proof.uses;
  EXPECT_NE(std::find(uses.begin(), uses.end(), "zero_add"), uses.end());
}

TEST(Grid, ContradictoryAxiomsAreFound) {
  mplc::test::Program program = mplc::test::peano();
  mplc::test::Rule loop; // s(0) = 0
  loop.name = "loop";
  loop.atom = {1, {-1, -1}};
  loop.clause.root = "fact:0";
  loop.clause.path = "-";
  program.rules.push_back(loop);
  const Theory theory(std::move(program), {});
  Search grid(theory, {});
  const auto proof = refuteAxioms(grid);
  ASSERT_TRUE(proof);
  EXPECT_NE(proof->text.find("theorem contradiction false"), std::string::npos);
}

TEST(Grid, LimitsAreNamed) {
  const Theory theory(mplc::test::peano(), {});
  GridOptions few;
  few.blocks = 1;
  Search grid(theory, few);
  runStated(grid);
  EXPECT_EQ(grid.store.outcomes()[1].limit, "blocks");

  GridOptions small;
  small.memory = 12000;
  small.threads = 1;
  Search tight(theory, small);
  runStated(tight);
  EXPECT_EQ(tight.store.outcomes()[1].limit, "memory");

  stopRequest.store(uint8_t(Limit::Interrupt));
  Search stopped(theory, {});
  runStated(stopped);
  EXPECT_EQ(stopped.store.outcomes()[1].limit, "interrupt");
  stopRequest.store(0);
}

TEST(Relevance, SymbolsOfTheGoalFirst) {
  enum : calculus::RelationId { N, S, Plus, Times };
  const calculus::Program program = mplc::test::peano();
  auto goalAbout = [](std::vector<uint32_t> functions) {
    calculus::Goal goal;
    for (const uint32_t f : functions)
      goal.premises.push_back(
          {f, f == S ? std::vector<calculus::Term>{0, 1}
                     : std::vector<calculus::Term>{0, 1, 2}});
    goal.head = calculus::Rule::Head::Equate;
    goal.numVariables = 3;
    return goal;
  };
  const calculus::Goal goal = goalAbout({Times}), none = goalAbout({});
  const calculus::Goal sums = goalAbout({Plus}), products = goalAbout({Times, Times}),
                       both = goalAbout({Plus, Times}), successors = goalAbout({S, Plus});
  // Products, then what leads from products to sums, then what this makes relevant.
  EXPECT_EQ(mostRelevant(goal, {&sums, &successors, &both, &products}, program, 4),
            (std::vector<uint32_t>{3, 2, 0, 1}));
  EXPECT_EQ(mostRelevant(goal, {&sums, &both, &products}, program, 1),
            (std::vector<uint32_t>{2}));
  // Nothing leads anywhere.
  EXPECT_TRUE(mostRelevant(goal, {&sums, &none}, program, 3).empty());
}

TEST(Alone, EachFromTheAxiomsWithLemmasOfItsOwn) {
  const Theory theory(mplc::test::peano(), {});
  Search search(theory, {});
  Alone(search).run();
  // Commutativity of + needs lemmas, though the file states other laws than these.
  const Outcome &outcome = search.store.outcomes()[0];
  ASSERT_EQ(outcome.status, Status::Proved);
  EXPECT_FALSE(outcome.proof.uses.empty());
  std::set<std::string> proved;
  for (size_t c = 0; c < search.store.outcomes().size(); ++c)
    if (search.store.outcomes()[c].status == Status::Proved)
      EXPECT_TRUE(proved.insert(search.store.conjectures()[c].name).second);
  for (const std::string &name : outcome.proof.uses)
    EXPECT_TRUE(proved.count(name)) << name;
  EXPECT_GT(search.pool.statistics().firings, 0u);
}

TEST(Alone, SharesAreKept) {
  const Theory theory(mplc::test::peano(), {});
  GridOptions options;
  options.tuning.aloneFirings = 700; // A hundred for each of seven.
  Search search(theory, options);
  Alone(search).run();
  EXPECT_EQ(search.store.outcomes()[0].status, Status::Open);
}

TEST(Schedule, ReadsWhatItPrints) {
  const std::string table = Schedule::standard().print();
  std::string error;
  const auto again = Schedule::parse("Some words.\n\n" + table, error);
  ASSERT_TRUE(again) << error;
  EXPECT_EQ(again->print(), table);
}

TEST(Schedule, RefusesWhatItDoesNotKnow) {
  const std::string table = Schedule::standard().print();
  auto messageFor = [&](const std::string &what, const std::string &instead) {
    std::string text = table, error;
    text.replace(text.find(what), what.size(), instead);
    EXPECT_FALSE(Schedule::parse(text, error)) << instead;
    return error;
  };
  EXPECT_EQ(messageFor("| after-rule | 1 |", "| soon | 1 |"),
            "line 4: no row of a schedule");
  EXPECT_EQ(messageFor("| 2500 |", "| 0 |"), "line 3: no row of a schedule");
  EXPECT_EQ(messageFor("| first |", "| full |"),
            "efforts are not in order: first, after-rule, cheap, long, full");
  std::string error;
  EXPECT_FALSE(Schedule::parse("", error));
  EXPECT_EQ(error, "a table of a schedule is missing");
}

TEST(Schedule, EffortsAreParts) {
  const Theory theory(mplc::test::peano(), {});
  GridOptions options;
  options.splits = 0; // Whatever is left out, efforts stay what they are.
  const Search search(theory, options);
  const Ladder &ladder = search.ladder;
  EXPECT_EQ(ladder.levelsUpTo(Effort::First), 1u);
  EXPECT_LT(ladder.levelsUpTo(Effort::Cheap), ladder.size());
  for (uint32_t level = 0; level < ladder.levelsUpTo(Effort::Cheap); ++level)
    EXPECT_LE(ladder[level].block.firings, 20000u);
  EXPECT_EQ(ladder.levelsUpTo(Effort::Full), ladder.size());
}

} // namespace
