//===- ExploreTest.cpp - The ground model, terms, exploration -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/explore/Explorer.h"

#include <gtest/gtest.h>

using namespace mplrt;

namespace {

enum : uint32_t { N, S, Plus, Times };

/// The hand-made theory without its conjectures.
mplc::test::Program axioms() {
  mplc::test::Program program = mplc::test::peano();
  program.conjectures.clear();
  return program;
}

TEST(GroundModel, ComputesSumsAndProducts) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  std::vector<Id> numbers{0};
  for (int i = 0; i < 20; ++i)
    numbers.push_back(model.apply(S, {numbers.back()}));
  for (size_t a = 0; a < 5; ++a)
    for (size_t b = 0; b < 5; ++b) {
      EXPECT_EQ(model.apply(Plus, {numbers[a], numbers[b]}),
                model.find(numbers[a + b]));
      EXPECT_EQ(model.apply(Times, {numbers[a], numbers[b]}),
                model.find(numbers[a * b]));
    }
}

TEST(GroundModel, OrderOfEvaluationDoesNotMatter) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  const std::vector<Id> values = model.values(N);
  ASSERT_GE(values.size(), 4u);
  // Outputs that exist before the numbers that they are equal to.
  const Id product = model.apply(Times, {values[3], values[3]});
  Id nine = 0;
  for (int i = 0; i < 9; ++i)
    nine = model.apply(S, {nine});
  EXPECT_EQ(model.find(product), model.find(nine));
}

TEST(GroundModel, DifferentNumbersStayDifferent) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  const std::vector<Id> values = model.values(N);
  for (size_t i = 0; i < values.size(); ++i)
    for (size_t j = 0; j < i; ++j)
      EXPECT_NE(model.find(values[i]), model.find(values[j]));
}

calculus::Exploration sums(uint32_t size) {
  calculus::Exploration bounds;
  bounds.name = "sums";
  bounds.functions = {S, Plus};
  bounds.constants = {calculus::constantTerm(0)};
  bounds.size = size;
  return bounds;
}

TEST(Terms, EquationsOfSizeOne) {
  const Theory theory(axioms(), {});
  Terms terms(theory, sums(1));
  std::vector<std::string> texts;
  for (const Candidate &candidate : terms.next())
    texts.push_back(terms.text(candidate));
  // General ones first, each once up to names and sides.
  EXPECT_EQ(texts, (std::vector<std::string>{"b + a = a + b", "a + i0 = a",
                                             "i0 + a = a", "i0 + i0 = i0"}));
}

TEST(Terms, StatementsAreRelational) {
  const Theory theory(axioms(), {});
  Terms terms(theory, sums(1));
  const std::vector<Candidate> candidates = terms.next();
  EXPECT_EQ(terms.conjecture(candidates[0], "x").statement,
            "(>[a,b,c](in3[b,a,c,+])(in3[a,b,c,+]))");
  EXPECT_EQ(terms.conjecture(candidates[1], "x").statement,
            "(>[a](in[a,N])(in3[a,i0,a,+]))");
  EXPECT_EQ(terms.conjecture(candidates[3], "x").statement, "(in3[i0,i0,i0,+])");
}

std::vector<std::string> found(unsigned threads) {
  const Theory theory(axioms(), {});
  GridOptions options;
  options.threads = threads;
  Grid grid(theory, options);
  Explorer explorer(theory, grid, sums(2));
  std::vector<std::string> texts;
  explorer.onFound = [&](uint32_t, const std::string &text) { texts.push_back(text); };
  const ExplorationReport report = explorer.run();
  EXPECT_EQ(report.open, 0u);
  EXPECT_EQ(report.essential, texts.size());
  for (const Outcome &outcome : grid.outcomes())
    texts.push_back(outcome.proof.text);
  return texts;
}

TEST(Explorer, FindsTheLawsOfAdditionForAnyNumberOfThreads) {
  const auto one = found(1);
  for (const char *law : {"i0 + a = a", "b + a = a + b"})
    EXPECT_NE(std::find(one.begin(), one.end(), law), one.end()) << law;
  EXPECT_EQ(found(3), one);
}

TEST(Explorer, KeepsTheLimitsOfTheRun) {
  const Theory theory(axioms(), {});
  GridOptions options;
  options.firings = 1; // Too few for any induction.
  Grid grid(theory, options);
  Explorer explorer(theory, grid, sums(2));
  const ExplorationReport report = explorer.run();
  EXPECT_EQ(report.essential, 0u);
  EXPECT_GT(report.open, 0u);
}

TEST(Explorer, OpenConjecturesGetTheirLemmas) {
  // Commutativity of + alone, stated without its lemmas.
  mplc::test::Program program = mplc::test::peano();
  program.conjectures.resize(1);
  const Theory theory(std::move(program), {});
  Grid grid(theory, {});
  grid.run();
  EXPECT_EQ(grid.outcomes()[0].status, Status::Open);
  Explorer explorer(theory, grid, sums(2));
  explorer.run();
  EXPECT_EQ(grid.outcomes()[0].status, Status::Proved);
}

} // namespace
