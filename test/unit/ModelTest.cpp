//===- ModelTest.cpp - Finite models --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/model/ModelFinder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

using namespace mplrt;
using namespace mplc::calculus;

namespace {

using Builder = mplc::test::ProgramBuilder;
constexpr RelationId N = Builder::N;

Rule derive(std::vector<Atom> premises, Atom head) {
  Rule rule;
  rule.premises = std::move(premises);
  rule.atom = std::move(head);
  return rule;
}

Goal goalOf(std::vector<Atom> premises, uint32_t numVariables) {
  Goal goal;
  goal.premises = std::move(premises);
  goal.numVariables = numVariables;
  return goal;
}

Goal deriveGoal(std::vector<Atom> premises, Atom head, uint32_t numVariables) {
  Goal goal = goalOf(std::move(premises), numVariables);
  goal.atom = std::move(head);
  return goal;
}

Goal equateGoal(std::vector<Atom> premises, Term left, Term right,
                uint32_t numVariables) {
  Goal goal = goalOf(std::move(premises), numVariables);
  goal.head = Rule::Head::Equate;
  goal.left = left;
  goal.right = right;
  return goal;
}

void addAssociativity(Builder &b, RelationId op) {
  b.add(derive({{op, {0, 1, 3}}, {op, {3, 2, 4}}, {op, {1, 2, 5}}}, {op, {0, 5, 4}}),
        "a", {"a", "b", "c", "d", "e", "f"});
}

struct Group {
  Group() {
    b.add(derive({{N, {0}}}, {times, {0, e, 0}}), "i", {"a"});
    b.add(derive({{inverse, {0, 1}}}, {times, {0, 1, e}}), "v", {"a", "b"});
    addAssociativity(b, times);
  }
  Builder b{"Group"};
  const Term e = b.constant("e", "0");
  const RelationId inverse = b.function("inv", 1, "1.u");
  const RelationId times = b.function("*", 2, "2.u");
  const Goal commutative = deriveGoal({{times, {0, 1, 2}}}, {times, {1, 0, 2}}, 3);
  const Goal idempotent = deriveGoal({{N, {0}}}, {times, {0, 0, 0}}, 1);
};

std::vector<uint32_t> sizesOf(const std::vector<FiniteModel> &models) {
  std::vector<uint32_t> sizes;
  for (const FiniteModel &model : models)
    sizes.push_back(model.size());
  return sizes;
}

//===----------------------------------------------------------------------===//
// Known structures
//===----------------------------------------------------------------------===//

TEST(ModelFinder, GroupsUpToOrderSix) {
  const Group group;
  const ModelFinder finder(group.b.p);
  EXPECT_EQ(sizesOf(finder.several(6, 100)),
            (std::vector<uint32_t>{1, 2, 3, 4, 4, 5, 6, 6}));
  // Fewer are spread over the sizes.
  const auto few = sizesOf(finder.several(4, 4));
  EXPECT_EQ(few, (std::vector<uint32_t>{1, 2, 3, 4}));
}

TEST(ModelFinder, LargerGroupsDoNotRepeat) {
  const Group group;
  const auto sizes = sizesOf(ModelFinder(group.b.p).several(8, 24));
  EXPECT_EQ(std::count(sizes.begin(), sizes.end(), 7u), 1);
  // There are five of order 8.
  EXPECT_GE(std::count(sizes.begin(), sizes.end(), 8u), 2);
  EXPECT_LE(std::count(sizes.begin(), sizes.end(), 8u), 5);
}

TEST(ModelFinder, SemigroupsUpToOrderThree) {
  Builder b("Semigroup");
  addAssociativity(b, b.function("*", 2, "0.u"));
  const auto sizes = sizesOf(ModelFinder(b.p).several(3, 1000));
  EXPECT_EQ(std::count(sizes.begin(), sizes.end(), 1u), 1);
  EXPECT_EQ(std::count(sizes.begin(), sizes.end(), 2u), 5);
  EXPECT_EQ(std::count(sizes.begin(), sizes.end(), 3u), 24);
}

TEST(ModelFinder, SmallestGroupThatDoesNotCommute) {
  const Group group;
  const ModelFinder finder(group.b.p);
  std::string reason;
  EXPECT_FALSE(finder.refute(group.commutative, 5, &reason));
  EXPECT_EQ(reason, "none of up to 5 elements");
  const auto refutation = finder.refute(group.commutative, 8);
  ASSERT_TRUE(refutation);
  EXPECT_EQ(refutation->model.size(), 6u);
  const std::vector<uint32_t> &x = refutation->assignment;
  EXPECT_EQ(refutation->model.apply(group.times, {{x[0], x[1]}}), x[2]);
  EXPECT_NE(refutation->model.apply(group.times, {{x[1], x[0]}}), x[2]);
  // Its counterexample is found by evaluation as well.
  EXPECT_TRUE(counterexample(asRule(group.commutative), refutation->model));
  EXPECT_FALSE(counterexample(asRule(deriveGoal({{N, {0}}},
                                                {group.times, {group.e, 0, 0}}, 1)),
                              refutation->model));
}

TEST(ModelFinder, TheoremsAreNotRefuted) {
  const Group group;
  const ModelFinder finder(group.b.p);
  // a*b = e -> inv(a) = b, and cancellation.
  EXPECT_FALSE(finder.refute(
      deriveGoal({{group.times, {0, 1, group.e}}}, {group.inverse, {0, 1}}, 2), 5));
  EXPECT_FALSE(finder.refute(
      equateGoal({{group.times, {0, 1, 3}}, {group.times, {0, 2, 3}}}, 1, 2, 4), 5));
}

TEST(ModelFinder, GoalsOfEveryHead) {
  const Group group;
  const ModelFinder finder(group.b.p);
  // Every element is a square: not so in the group of order 2.
  Goal roots = goalOf({{N, {0}}}, 2);
  roots.head = Rule::Head::Witness;
  roots.fresh = {{"r", 1}};
  roots.witnesses = {{group.times, {1, 1, 0}}};
  const auto noRoot = finder.refute(roots, 4);
  ASSERT_TRUE(noRoot);
  EXPECT_EQ(noRoot->model.size(), 2u);
  EXPECT_EQ(noRoot->assignment[1], FiniteModel::undefined);
  // Every element is an inverse.
  roots.witnesses = {{group.inverse, {1, 0}}};
  EXPECT_FALSE(finder.refute(roots, 4));
  // No element is its own inverse: e is.
  Goal none = goalOf({{group.inverse, {0, 0}}}, 1);
  none.head = Rule::Head::Refute;
  const auto own = finder.refute(none, 4);
  ASSERT_TRUE(own);
  EXPECT_EQ(own->model.size(), 1u);
  // All elements are equal.
  const auto two = finder.refute(equateGoal({{N, {0}}, {N, {1}}}, 0, 1, 2), 4);
  ASSERT_TRUE(two);
  EXPECT_EQ(two->model.size(), 2u);
}

TEST(ModelFinder, AssumedTheoremsHold) {
  Group group;
  group.b.conjecture("commutative", "", {{group.times, {0, 1, 2}}},
                     {group.times, {1, 0, 2}}, {"a", "b", "c"});
  EXPECT_TRUE(ModelFinder(group.b.p).refute(group.commutative, 6));
  group.b.p.conjectures[0].assumed = true;
  EXPECT_FALSE(ModelFinder(group.b.p).refute(group.commutative, 6));
}

TEST(ModelFinder, DistinctConstantsAreDistinct) {
  Group group;
  const Term other = group.b.constant("k", "9");
  const Goal same = equateGoal({}, group.e, other, 0);
  EXPECT_EQ(sizesOf(ModelFinder(group.b.p).several(1, 1)).size(), 1u);
  group.b.p.distinct.push_back({group.e, other, {}});
  const ModelFinder finder(group.b.p);
  EXPECT_TRUE(finder.several(1, 1).empty());
  EXPECT_EQ(finder.several(2, 1).size(), 1u);
  EXPECT_TRUE(finder.refute(same, 2));
}

TEST(ModelFinder, LimitsAreKept) {
  const Group group;
  std::string reason;
  EXPECT_FALSE(ModelFinder(group.b.p, {.instances = 100})
                   .refute(group.idempotent, 4, &reason));
  EXPECT_EQ(reason, "more than 100 instances of rules over 2 elements");
  EXPECT_EQ(sizesOf(ModelFinder(group.b.p, {.instances = 100}).several(4, 9)),
            std::vector<uint32_t>{1});
  EXPECT_FALSE(ModelFinder(group.b.p, {.conflicts = 1})
                   .refute(group.commutative, 6, &reason));
  EXPECT_EQ(reason, "none found of up to 6 elements");
}

TEST(ModelFinder, SameModelsEachTime) {
  const Group group;
  const ModelFinder finder(group.b.p);
  const auto first = finder.several(6, 8);
  finder.refute(group.commutative, 6);
  EXPECT_EQ(finder.several(6, 8), first);
  EXPECT_EQ(ModelFinder(group.b.p).several(6, 8), first);
}

//===----------------------------------------------------------------------===//
// Domains, induction, definitions
//===----------------------------------------------------------------------===//

RelationId addRelation(Program &p, const std::string &name, uint32_t arity,
                       const std::string &predicate = "in") {
  Relation r;
  r.name = name;
  r.predicate = predicate;
  r.pattern.assign(arity, "$");
  r.columns.resize(arity);
  p.relations.push_back(r);
  return RelationId(p.relations.size() - 1);
}

TEST(Domains, SetsThatNothingComparesAreApart) {
  // f: S -> T, and all members of S are equal.
  Program p;
  const RelationId s = addRelation(p, "S", 1), t = addRelation(p, "T", 1);
  const RelationId f = addRelation(p, "f", 2);
  p.relations[f].columns[0].sort = s;
  p.relations[f].columns[1].sort = t;
  p.relations[f].functional = true;
  Rule total;
  total.premises = {{s, {0}}};
  total.head = Rule::Head::Witness;
  total.fresh = {{"v", 1}};
  total.witnesses = {{f, {0, 1}}};
  total.numVariables = 2;
  p.rules.push_back(total);
  Rule one;
  one.premises = {{s, {0}}, {s, {1}}};
  one.head = Rule::Head::Equate;
  one.left = 0;
  one.right = 1;
  one.numVariables = 2;
  p.rules.push_back(one);

  const ModelFinder finder(p);
  const auto models = finder.several(3, 20);
  ASSERT_FALSE(models.empty());
  for (const FiniteModel &model : models) {
    EXPECT_EQ(model.domains.count, 2u);
    EXPECT_EQ(model.sizes[model.domains.columns[s][0]], 1u);
  }
  // Sizes differ between the domains.
  EXPECT_TRUE(std::any_of(models.begin(), models.end(), [](const FiniteModel &m) {
    return m.sizes[0] != m.sizes[1];
  }));
  // A goal may compare what the theory does not: S and T overlap in some model.
  Goal disjoint = goalOf({{s, {0}}, {t, {0}}}, 1);
  disjoint.head = Rule::Head::Refute;
  const auto overlap = finder.refute(disjoint, 3);
  ASSERT_TRUE(overlap);
  EXPECT_EQ(overlap->model.domains.count, 1u);
  // Members of both are not all equal.
  EXPECT_TRUE(finder.refute(equateGoal({{t, {0}}, {t, {1}}}, 0, 1, 2), 2));
  EXPECT_FALSE(finder.refute(equateGoal({{s, {0}}, {s, {1}}}, 0, 1, 2), 4));
}

TEST(Domains, WhatIsSaidOfAllElementsIsSaidOfAllSets) {
  // Assumed: x in S -> x R y, for all y. So members of T are related to, too.
  Program p;
  const RelationId s = addRelation(p, "S", 1), t = addRelation(p, "T", 1);
  const RelationId r = addRelation(p, "R", 2);
  p.relations[r].columns[0].sort = s;
  Conjecture &all = p.conjectures.emplace_back();
  all.goal = deriveGoal({{s, {0}}}, {r, {0, 1}}, 2);
  EXPECT_EQ(Domains(Laws(p), nullptr).count, 3u);
  all.assumed = true;
  EXPECT_EQ(Domains(Laws(p), nullptr).count, 1u);
  const ModelFinder finder(p);
  EXPECT_FALSE(finder.refute(deriveGoal({{s, {0}}, {t, {1}}}, {r, {0, 1}}, 2), 3));
  for (const FiniteModel &model : finder.several(3, 20))
    for (uint32_t x = 0; x < model.size(s, 0); ++x)
      for (uint32_t y = 0; model.holds(s, {{x}}) && y < model.size(t, 0); ++y)
        EXPECT_TRUE(model.holds(r, {{x, y}}));
}

TEST(Induction, FreeConstructorsHaveNoFiniteModel) {
  const Program p = mplc::test::peano();
  const ModelFinder finder(p);
  EXPECT_TRUE(finder.several(8, 8).empty());
  std::string reason;
  EXPECT_FALSE(finder.refute(p.conjectures[0].goal, 8, &reason));
  EXPECT_EQ(reason, "constructors are free");
}

TEST(Induction, MembersAreBuiltByConstructors) {
  // f(z) = z, f(s(x)) = s(f(x)): f is the identity, by induction only.
  Builder b("Identity");
  const Term z = b.constant("z", "0");
  const RelationId s = b.function("s", 1, "1.u"), f = b.function("f", 1, "2.u");
  b.fact({f, {z, z}}, "3");
  b.add(derive({{s, {0, 1}}, {f, {0, 2}}, {s, {2, 3}}}, {f, {1, 3}}), "4",
        {"x", "y", "u", "v"});
  const Goal identity = deriveGoal({{N, {0}}}, {f, {0, 0}}, 1);
  const auto other = ModelFinder(b.p).refute(identity, 4);
  ASSERT_TRUE(other);
  b.p.inductions.push_back({N, "N", {{false, 0}, {true, s}}});
  const ModelFinder finder(b.p);
  EXPECT_FALSE(finder.refute(identity, 4));
  EXPECT_FALSE(satisfies(finder.laws(), other->model));
  // 0, 1, .., n-1 and back to any of them.
  EXPECT_EQ(sizesOf(finder.several(3, 20)),
            (std::vector<uint32_t>{1, 2, 2, 3, 3, 3}));
}

TEST(Definitions, HoldWhereverTheirFormulaDoes) {
  // D(u) iff all x in A have R(x,u); D(u) -> Q(u); A is empty.
  Program p;
  const RelationId a = addRelation(p, "A", 1), q = addRelation(p, "Q", 1);
  const RelationId s = addRelation(p, "S", 1), r = addRelation(p, "R", 2);
  const RelationId d = addRelation(p, "D", 1, "bound");
  Rule use = derive({{d, {0}}, {a, {1}}}, {r, {1, 0}});
  use.numVariables = 2;
  use.clause.root = "bound";
  Rule implied = derive({{s, {0}}, {d, {0}}}, {q, {0}});
  implied.numVariables = 1;
  p.rules = {use, implied};
  const Goal all = deriveGoal({{s, {0}}}, {q, {0}}, 1);
  p.definitions.push_back({"bound", {"u"}, ""});
  // With a member of A that is not below u, D(u) is false.
  const auto refutation = ModelFinder(p).refute(all, 2);
  ASSERT_TRUE(refutation);
  EXPECT_FALSE(refutation->model.holds(d, {{refutation->assignment[0]}}));
  Rule empty;
  empty.premises = {{a, {0}}};
  empty.head = Rule::Head::Refute;
  empty.numVariables = 1;
  p.rules.push_back(empty);
  EXPECT_FALSE(ModelFinder(p).refute(all, 3));
  // As a mere relation D may be empty.
  p.definitions.clear();
  const auto loose = ModelFinder(p).refute(all, 3);
  ASSERT_TRUE(loose);
  p.definitions.push_back({"bound", {"u"}, ""});
  EXPECT_FALSE(satisfies(Laws(p), loose->model));
}

TEST(FiniteModel, EveryChangeOfAGroupIsSeen) {
  const Group group;
  const ModelFinder finder(group.b.p);
  for (const FiniteModel &model : finder.several(4, 5)) {
    EXPECT_TRUE(satisfies(finder.laws(), model));
    for (const RelationId r : {group.inverse, group.times})
      for (size_t row = 0; row < model.tables[r].size(); ++row) {
        FiniteModel wrong = model;
        wrong.tables[r][row] ^= 1;
        EXPECT_FALSE(satisfies(finder.laws(), wrong));
      }
  }
}

TEST(FiniteModel, CompactionDropsWhatIsNotUsed) {
  Program p;
  const RelationId r = addRelation(p, "R", 2);
  FiniteModel model;
  model.domains.columns = {{0, 0}};
  model.sizes = {4};
  model.tables = {std::vector<uint8_t>(16, 0)};
  model.tables[r][1 * 4 + 3] = 1; // R(1,3)
  std::vector<uint32_t> assignment{3};
  Rule rule = derive({{r, {0, 0}}}, {r, {0, 0}});
  rule.numVariables = 1;
  compact(model, &rule, &assignment);
  EXPECT_EQ(model.sizes, std::vector<uint32_t>{2});
  EXPECT_TRUE(model.holds(r, {{0, 1}}));
  EXPECT_EQ(assignment[0], 1u);
  EXPECT_EQ(print(p, model), "R: 0,1\n");
}

} // namespace
