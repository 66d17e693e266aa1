//===- ExploreTest.cpp - The ground model, terms, exploration -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/strategy/Explorer.h"
#include "runtime/explore/GroundModel.h"
#include "runtime/explore/Refuter.h"

#include <gtest/gtest.h>
#include <set>

using namespace mplrt;

namespace {

enum : uint32_t { N, S, Plus, Times };

/// The hand-made theory without its conjectures.
mplc::test::Program axioms() {
  mplc::test::Program program = mplc::test::peano();
  program.conjectures.clear();
  return program;
}

Element apply(GroundModel &model, uint32_t function, std::vector<Element> inputs) {
  return model.apply(function, inputs);
}

TEST(GroundModel, ElementsOfWhichNothingIsKnownDiffer) {
  const Theory theory(mplc::test::equalityByCases(), {});
  GroundModel model(theory);
  const std::vector<Element> elements = model.values(N);
  ASSERT_GE(elements.size(), 2u);
  const Element yes = model.constant(calculus::none, 0);
  const Element no = model.constant(calculus::none, 1);
  constexpr uint32_t same = 1;
  for (const Element x : elements)
    for (const Element y : elements)
      EXPECT_EQ(model.apply(same, {x, y}), x == y ? yes : no);
  EXPECT_FALSE(model.isFalse());
}

TEST(GroundModel, ComputesSumsAndProducts) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  std::vector<Element> numbers{model.constant(N, 0)};
  for (int i = 0; i < 20; ++i)
    numbers.push_back(apply(model, S, {numbers.back()}));
  for (size_t a = 0; a < 5; ++a)
    for (size_t b = 0; b < 5; ++b) {
      EXPECT_EQ(apply(model, Plus, {numbers[a], numbers[b]}), numbers[a + b]);
      EXPECT_EQ(apply(model, Times, {numbers[a], numbers[b]}), numbers[a * b]);
    }
}

TEST(GroundModel, OrderOfEvaluationDoesNotMatter) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  const std::vector<Element> values = model.values(N);
  ASSERT_GE(values.size(), 4u);
  // Outputs that exist before the numbers that they are equal to.
  const Element product = apply(model, Times, {values[3], values[3]});
  Element nine = model.constant(N, 0);
  for (int i = 0; i < 9; ++i)
    nine = apply(model, S, {nine});
  EXPECT_TRUE(model.isSame(N, product, nine));
}

TEST(Sample, SmallestSumsAreThoseOfOneValueAlone) {
  const Theory theory(axioms(), {});
  const auto model = std::make_shared<GroundModel>(theory, 5); // 0 to 4
  const std::vector<Element> values = model->values(N);
  ASSERT_EQ(values.size(), 5u);
  for (const size_t variables : {1u, 2u, 3u}) {
    const Sample sample({model}, std::vector<uint32_t>(variables, N), 1000,
                        Sample::Choice::Smallest);
    // As many as ways to put 4 things into one place more than there are variables.
    EXPECT_EQ(sample.size(), std::vector<size_t>({5, 15, 35})[variables - 1]);
    std::set<std::vector<Element>> tuples;
    size_t before = 0;
    for (size_t k = 0; k < sample.size(); ++k) {
      std::vector<Element> tuple;
      size_t sum = 0;
      for (size_t v = 0; v < variables; ++v) {
        tuple.push_back(sample.variable(v)[k]);
        sum += size_t(std::find(values.begin(), values.end(), tuple.back()) -
                      values.begin());
      }
      EXPECT_LE(sum, 4u);
      EXPECT_GE(sum, before);
      before = sum;
      EXPECT_TRUE(tuples.insert(tuple).second);
    }
  }
  const Sample few({model}, {N, N, N}, 10, Sample::Choice::Smallest);
  EXPECT_EQ(few.size(), 10u); // Sums 0 to 2.
}

TEST(GroundModel, DifferentNumbersStayDifferent) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  const std::vector<Element> values = model.values(N);
  for (size_t i = 0; i < values.size(); ++i) {
    EXPECT_TRUE(model.isDefinite(N, values[i]));
    EXPECT_EQ(model.text(N, values[i]), std::to_string(i));
    for (size_t j = 0; j < i; ++j)
      EXPECT_FALSE(model.isSame(N, values[i], values[j]));
  }
}

TEST(GroundModel, ManyApplicationsAtOnce) {
  const Theory theory(axioms(), {});
  GroundModel model(theory);
  const std::vector<Element> values = model.values(N);
  const std::vector<Element> left{values[1], kUnknown, values[2], values[1]};
  const std::vector<Element> right{values[2], values[0], values[2], values[2]};
  const Element *columns[] = {left.data(), right.data()};
  std::vector<Element> sums(4);
  model.apply(Plus, columns, 4, sums.data());
  EXPECT_EQ(sums, (std::vector<Element>{values[3], kUnknown, values[4], values[3]}));
}

TEST(GroundModel, WhatIsTooLargeIsUnknown) {
  const Theory theory(axioms(), {});
  GroundModel model(theory, 40);
  Element product = model.values(N).back();
  ASSERT_TRUE(model.isDefinite(N, product));
  for (int i = 0; i < 4 && product != kUnknown; ++i)
    product = apply(model, Times, {product, product});
  // An application whose value is not reached is no value of its own.
  EXPECT_EQ(product, kUnknown);
  // What is small is computed all the same.
  const std::vector<Element> values = model.values(N);
  EXPECT_EQ(apply(model, Plus, {values[2], values[2]}), values[4]);
}

//===----------------------------------------------------------------------===//
// Refutation
//===----------------------------------------------------------------------===//

calculus::Goal goal(uint32_t variables, std::vector<calculus::Atom> premises) {
  calculus::Goal goal;
  goal.numVariables = variables;
  for (uint32_t v = 0; v < variables; ++v)
    goal.binders.push_back({std::string(1, char('a' + v)), calculus::Term(v)});
  goal.premises = std::move(premises);
  return goal;
}

std::optional<Refutation> refute(const Theory &theory, calculus::Goal goal) {
  calculus::Conjecture conjecture;
  conjecture.name = "claim";
  conjecture.goal = std::move(goal);
  return Refuter(theory.program, {std::make_shared<GroundModel>(theory)})
      .refute(conjecture);
}

TEST(Refuter, FindsTheSmallestValues) {
  const Theory theory(axioms(), {});
  calculus::Goal claim = goal(2, {{Plus, {0, 0, 1}}}); // a + a = b -> a + b = b
  claim.atom = {Plus, {0, 1, 1}};
  const auto found = refute(theory, claim);
  ASSERT_TRUE(found);
  using Values = std::vector<std::pair<std::string, std::string>>;
  EXPECT_EQ(found->assignment, (Values{{"a", "1"}, {"b", "2"}}));
  ASSERT_EQ(found->instance.size(), 1u);
  EXPECT_EQ(found->instance[0].name, "claim_refuted_1");
}

TEST(Refuter, LeavesWhatIsTrue) {
  const Theory theory(axioms(), {});
  calculus::Goal claim = goal(3, {{Plus, {0, 1, 2}}});
  claim.atom = {Plus, {1, 0, 2}};
  EXPECT_FALSE(refute(theory, claim));
}

TEST(Refuter, ConditionsMustHold) {
  const Theory theory(axioms(), {});
  // a + b = a -> b = 0, where the output is no definition.
  calculus::Goal claim = goal(2, {{Plus, {0, 1, 0}}});
  claim.head = calculus::Rule::Head::Equate;
  claim.left = 1;
  claim.right = calculus::constantTerm(0);
  EXPECT_FALSE(refute(theory, claim));
  // ... -> a = 0 is false, and two statements say so.
  claim.left = 0;
  const auto found = refute(theory, claim);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->assignment[0], (std::pair<std::string, std::string>{"a", "1"}));
  EXPECT_EQ(found->instance.size(), 2u);
}

calculus::Exploration sums(uint32_t size) {
  calculus::Exploration bounds;
  bounds.name = "sums";
  bounds.functions = {S, Plus};
  bounds.constants = {calculus::constantTerm(0)};
  bounds.size = size;
  return bounds;
}

std::vector<std::shared_ptr<Model>> ground(const Theory &theory) {
  return {std::make_shared<GroundModel>(theory)};
}

TEST(Terms, EquationsOfSizeOne) {
  const Theory theory(axioms(), {});
  Terms terms(theory, sums(1), ground(theory));
  std::vector<std::string> texts;
  for (const Law &law : terms.next())
    texts.push_back(terms.writer().text(law));
  // General ones first, each once up to names and sides.
  EXPECT_EQ(texts, (std::vector<std::string>{"a + b = b + a", "a + i0 = a",
                                             "i0 + a = a", "i0 + i0 = i0"}));
}

TEST(Terms, StatementsAreRelational) {
  const Theory theory(axioms(), {});
  Terms terms(theory, sums(1), ground(theory));
  const std::vector<Law> laws = terms.next();
  const LawWriter &writer = terms.writer();
  EXPECT_EQ(writer.conjecture(laws[0], "x").statement,
            "(>[a,b,c](in3[b,a,c,+])(in3[a,b,c,+]))");
  EXPECT_EQ(writer.conjecture(laws[1], "x").statement,
            "(>[a](in[a,N])(in3[a,i0,a,+]))");
  EXPECT_EQ(writer.conjecture(laws[3], "x").statement, "(in3[i0,i0,i0,+])");
}

TEST(ConditionalLaws, CancellationAndWhatSumsToZero) {
  const Theory theory(axioms(), {});
  const calculus::Exploration bounds = sums(2);
  Terms terms(theory, bounds, ground(theory));
  terms.next();
  terms.next();
  ConditionalLaws conditional(theory, bounds, terms);
  std::vector<std::string> texts;
  std::vector<Law> laws;
  for (uint32_t size = 0; size <= 2; ++size)
    for (const Law &law : conditional.next(size)) {
      texts.push_back(terms.writer().text(law));
      laws.push_back(law);
    }
  auto number = [&](const std::string &text) {
    return size_t(std::find(texts.begin(), texts.end(), text) - texts.begin());
  };
  for (const char *law : {"a + b = i0 -> a = i0", "a + b = a + c -> b = c",
                          "s(a) = s(b) -> a = b", "s(a) != a", "s(a) != i0"})
    EXPECT_LT(number(law), texts.size()) << law;
  // That t is b is said by writing t for b.
  for (const std::string &text : texts) {
    EXPECT_EQ(text.find("a + a = b ->"), std::string::npos) << text;
    EXPECT_EQ(text.find("s(a) = b ->"), std::string::npos) << text;
    EXPECT_EQ(text.find("a + b = c ->"), std::string::npos) << text;
  }
  // False for some small values.
  for (const char *law : {"a + b = a -> a = i0", "a + b = a + c -> a = b"})
    EXPECT_EQ(number(law), texts.size()) << law;
  ASSERT_LT(number("a + b = a + c -> b = c"), laws.size());
  EXPECT_EQ(terms.writer().conjecture(laws[number("a + b = a + c -> b = c")], "x")
                .statement,
            "(>[a,b,c,d](&(in3[a,c,d,+])(in3[a,b,d,+]))(=[b,c]))");
}

std::vector<std::string> found(unsigned threads) {
  const Theory theory(axioms(), {});
  GridOptions options;
  options.threads = threads;
  Search grid(theory, options);
  AfterRule goals(grid);
  Explorer explorer(grid, sums(2), goals);
  std::vector<std::string> texts;
  explorer.onFound = [&](uint32_t, const std::string &text) { texts.push_back(text); };
  const ExplorationReport report = explorer.run();
  EXPECT_EQ(report.essential, texts.size());
  for (const Outcome &outcome : grid.store.outcomes())
    texts.push_back(outcome.proof.text);
  return texts;
}

TEST(Explorer, FindsTheLawsOfAdditionForAnyNumberOfThreads) {
  const auto one = found(1);
  for (const char *law : {"i0 + a = a", "a + b = b + a"})
    EXPECT_NE(std::find(one.begin(), one.end(), law), one.end()) << law;
  EXPECT_EQ(found(3), one);
}

TEST(Explorer, KeepsTheLimitsOfTheRun) {
  const Theory theory(axioms(), {});
  GridOptions options;
  options.firings = 1; // Too few for any induction.
  Search grid(theory, options);
  AfterRule goals(grid);
  Explorer explorer(grid, sums(2), goals);
  const ExplorationReport report = explorer.run();
  EXPECT_EQ(report.essential, 0u);
  EXPECT_GT(explorer.numOpen(), 0u);
}

TEST(Explorer, OpenConjecturesGetTheirLemmas) {
  // Commutativity of + alone, stated without its lemmas.
  mplc::test::Program program = mplc::test::peano();
  program.conjectures.resize(1);
  const Theory theory(std::move(program), {});
  Search grid(theory, {});
  Stated(grid).run();
  EXPECT_EQ(grid.store.outcomes()[0].status, Status::Open);
  AfterRule goals(grid);
  Explorer explorer(grid, sums(2), goals);
  explorer.run();
  EXPECT_EQ(grid.store.outcomes()[0].status, Status::Proved);
}

} // namespace
