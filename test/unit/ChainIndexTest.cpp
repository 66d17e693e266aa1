//===- ChainIndexTest.cpp - What is shared changes nothing ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/block/BlockInline.h"
#include "runtime/layout/Chains.h"

#include <gtest/gtest.h>
#include <random>

using namespace mplrt;

namespace {

/// The rules and builds of all conjectures, as theorems.
std::vector<calculus::Matcher> matchersOf(const Theory &theory, RuleSet &rules) {
  const calculus::Program &program = theory.program;
  std::vector<calculus::Matcher> matchers;
  for (uint32_t c = 0; c < program.conjectures.size(); ++c) {
    auto theorem = std::make_shared<InstalledTheorem>();
    theorem->goal = calculus::normalise(program.conjectures[c].goal, program);
    theorem->forms = calculus::ruleForms(theorem->goal, program);
    for (uint32_t f = 0; f < theorem->forms.size(); ++f) {
      const auto number = uint32_t(program.rules.size() + rules.forms.size());
      const calculus::Rule &rule = theorem->forms[f].rule;
      matchers.push_back(calculus::matcherOf(rule, number));
      for (calculus::Matcher &build :
           calculus::deriveBuilds(rule, number, program, /*isTheorem=*/true))
        matchers.push_back(std::move(build));
      rules.forms.push_back({c, f});
    }
    rules.theorems.push_back(std::move(theorem));
  }
  return matchers;
}

/// A block with random sums and products of n elements and 0.
Block randomBlock(const Theory &theory, const RuleSet &rules, uint32_t seed) {
  std::mt19937 random(seed);
  Block block(theory, rules);
  const uint32_t n = 3 + random() % 4;
  for (uint32_t i = 0; i < n; ++i)
    block.addConstant(0);
  for (uint32_t i = 0; i < 4 * n; ++i) {
    const uint32_t relation = 1 + random() % 3;
    const uint32_t arity = theory.relations[relation].arity;
    Id args[3];
    for (uint32_t c = 0; c < arity; ++c)
      args[c] = random() % block.numConstants();
    block.assertFact(relation, args, block.record(prov::Premise, {}));
    block.flush();
  }
  return block;
}

/// Runs all chains of these indexes on each row that the block has.
void runAll(Block &block, const std::vector<ChainIndex> &indexes, size_t rows) {
  KeptMatches kept;
  block.kept = &kept;
  for (RowId row = 0; row < rows; ++row) {
    if (!block.rows[row].live)
      continue;
    block.delta = row;
    for (const ChainIndex &index : indexes)
      index.run(block, block.rows[row].relation);
  }
}

TEST(ChainIndex, ChainsOfManyRulesFireAsThoseOfEach) {
  const Theory theory(mplc::test::peano(), {});
  RuleSet rules;
  const std::vector<calculus::Matcher> matchers = matchersOf(theory, rules);
  std::vector<ChainIndex> together(1), apart;
  for (const calculus::Matcher &matcher : matchers) {
    addChains(matcher, theory, mplSteps, together[0]);
    // Only the few plans of one matcher share something here.
    addChains(matcher, theory, mplSteps, apart.emplace_back());
    apart.back().share();
  }
  together[0].share();
  uint64_t firings = 0;
  for (uint32_t seed = 0; seed < 100; ++seed) {
    Block shared = randomBlock(theory, rules, seed);
    Block separate(shared);
    const size_t rows = shared.rows.size();
    runAll(shared, together, rows);
    runAll(separate, apart, rows);
    ASSERT_EQ(shared.firings, separate.firings);
    // Provenance says which rule fired when, on which rows.
    ASSERT_EQ(shared.log, separate.log);
    ASSERT_EQ(shared.rows.size(), separate.rows.size());
    firings += shared.firings;
  }
  EXPECT_GT(firings, 10000u);
}

} // namespace
