//===- CalculusTest.cpp - Plans, builds, rule forms, program text ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "mplc/Calculus/Negation.h"
#include "mplc/Calculus/Plan.h"
#include "mplc/Calculus/Restates.h"
#include "mplc/Calculus/RuleForms.h"

#include <gtest/gtest.h>
#include <functional>

using namespace mplc::calculus;

namespace {

// Relations and rules of the hand-made theory.
enum : RelationId { N, S, Plus, Times };

const Rule &ruleWithPath(const Program &p, const std::string &path) {
  for (const Rule &rule : p.rules)
    if (rule.clause.path == path)
      return rule;
  ADD_FAILURE() << "no rule " << path;
  return p.rules[0];
}

TEST(ProgramText, RoundTrip) {
  const Program p = mplc::test::peano();
  const std::string text = print(p);
  std::string error;
  const auto read = parse(text, error);
  ASSERT_TRUE(read) << error;
  EXPECT_EQ(print(*read), text);
}

TEST(ProgramText, EscapesWhiteSpace) {
  Program p = mplc::test::peano();
  p.conjectures[0].location = "a file%.mpl:1:2";
  p.source = "";
  std::string error;
  const auto read = parse(print(p), error);
  ASSERT_TRUE(read) << error;
  EXPECT_EQ(read->conjectures[0].location, p.conjectures[0].location);
  EXPECT_EQ(read->source, "");
}

TEST(ProgramText, RefusesDamage) {
  const std::string text = print(mplc::test::peano());
  std::string error;
  EXPECT_FALSE(parse("", error));
  EXPECT_FALSE(parse("mpl-program 2\n", error));
  // Every prefix is incomplete.
  for (size_t n = 0; n + 4 < text.size(); n += 7)
    EXPECT_FALSE(parse(text.substr(0, n), error)) << n;
  // A relation that does not exist.
  std::string wrong = text;
  const size_t at = wrong.find("\nrule r0 1 0 0 0 0 1");
  ASSERT_NE(at, std::string::npos);
  wrong.replace(at, 20, "\nrule r0 1 0 0 0 9 1");
  EXPECT_FALSE(parse(wrong, error));
}

TEST(Plan, ProbesBeforeScans) {
  // b' = s(b), a+b = d, s(d) = e -> a+b' = e, from a new row a+b = d: both
  // successors are found by key.
  const Program p = mplc::test::peano();
  const Matcher matcher = matcherOf(ruleWithPath(p, "6.i"), 0);
  const std::vector<Plan> plans = plan(matcher, p);
  ASSERT_EQ(plans.size(), 3u);
  const Plan &fromSum = plans[1];
  EXPECT_EQ(fromSum.pivot, 1u);
  ASSERT_EQ(fromSum.ops.size(), 2u);
  for (const PlanOp &op : fromSum.ops)
    EXPECT_EQ(op.kind, PlanOp::Kind::Probe);
}

TEST(Plan, ScansByKnownColumn) {
  // From a new row s(b) = b': a+b = d is known in its second column only.
  const Program p = mplc::test::peano();
  const std::vector<Plan> plans = plan(matcherOf(ruleWithPath(p, "6.i"), 0), p);
  const PlanOp &scan = plans[0].ops[0];
  EXPECT_EQ(scan.kind, PlanOp::Kind::Scan);
  EXPECT_EQ(scan.premise, 1u);
  EXPECT_EQ(scan.known, 0b010u);
}

TEST(Plan, ConstantsAreKnown) {
  const Program p = mplc::test::peano();
  const std::vector<Plan> plans = plan(matcherOf(ruleWithPath(p, "2.i"), 0), p);
  ASSERT_EQ(plans.size(), 1u);
  EXPECT_EQ(plans[0].pivotKnown, 0b10u);
  EXPECT_TRUE(plans[0].ops.empty());
}

TEST(Builds, UnfoldRecursion) {
  // Where a+b' exists and b' = s(b), wants a+b, then s(a+b), at no cost.
  const Program p = mplc::test::peano();
  const auto builds = deriveBuilds(ruleWithPath(p, "6.i"), 0, p);
  ASSERT_EQ(builds.size(), 2u);
  EXPECT_EQ(builds[0].action.atom.relation, RelationId(Plus));
  EXPECT_EQ(builds[1].action.atom.relation, RelationId(S));
  for (const Matcher &build : builds) {
    EXPECT_TRUE(build.action.unfold);
    EXPECT_EQ(build.action.core, 2u);
  }
  EXPECT_EQ(builds[0].premises.size(), 2u);
  EXPECT_EQ(builds[1].premises.size(), 3u); // a+b must exist by then.
}

TEST(Builds, BaseCaseWantsNothing) {
  const Program p = mplc::test::peano();
  EXPECT_TRUE(deriveBuilds(ruleWithPath(p, "5.i"), 0, p).empty());
}

TEST(Builds, ConstructorsAreNotUnfolded) {
  // s is injective: s(x) = z, s(y) = z -> x = y gives no application.
  const Program p = mplc::test::peano();
  for (const Matcher &build : deriveBuilds(ruleWithPath(p, "3.i"), 0, p))
    ADD_FAILURE() << "wants " << p.relations[build.action.atom.relation].name;
}

TEST(Builds, EquationRewritesBothWays) {
  // (a+b)+c = a+(b+c): each side, matched, wants the other, one generation up.
  const Program p = mplc::test::peano();
  Rule rule;
  rule.premises = p.conjectures[2].goal.premises;
  rule.head = Rule::Head::Equate;
  rule.left = p.conjectures[2].goal.left;
  rule.right = p.conjectures[2].goal.right;
  rule.numVariables = p.conjectures[2].goal.numVariables;
  const auto builds = deriveBuilds(rule, 0, p);
  ASSERT_EQ(builds.size(), 4u);
  for (const Matcher &build : builds) {
    EXPECT_FALSE(build.action.unfold);
    EXPECT_EQ(build.action.core, 2u);
  }
}

/// A rule over the hand-made relations; `*` and `s` stand in for a group's
/// operation and inverse where nothing is a constructor.
Rule derive(std::vector<Atom> premises, Atom head, uint32_t numVariables) {
  Rule rule;
  rule.premises = std::move(premises);
  rule.atom = std::move(head);
  rule.numVariables = numVariables;
  return rule;
}

TEST(Builds, LawAboutAUnaryFunctionWantsItForEachElement) {
  // inv(x) = y -> y*x = e: inv(x) for every x, one generation up.
  Program p = mplc::test::peano();
  p.relations[S].constructor = false;
  const auto builds = deriveBuilds(
      derive({{S, {0, 1}}}, {Times, {1, 0, constantTerm(0)}}, 2), 0, p);
  ASSERT_EQ(builds.size(), 1u);
  EXPECT_EQ(builds[0].premises, (std::vector<Atom>{{N, {0}}}));
  EXPECT_EQ(builds[0].action.atom.relation, RelationId(S));
  EXPECT_FALSE(builds[0].action.unfold);
}

TEST(Builds, PatternOfAnOperationPaysAGeneration) {
  // a*b = d, d*c = e, b*c = f -> a*f = e would bracket anew without end.
  const Program p = mplc::test::peano();
  const auto builds = deriveBuilds(
      derive({{Times, {0, 1, 3}}, {Times, {3, 2, 4}}, {Times, {1, 2, 5}}},
             {Times, {0, 5, 4}}, 6),
      0, p);
  ASSERT_EQ(builds.size(), 2u);
  for (const Matcher &build : builds)
    EXPECT_FALSE(build.action.unfold);
  EXPECT_EQ(builds[0].action.atom, (Atom{Times, {0, 1, 3}}));
  EXPECT_EQ(builds[1].action.atom, (Atom{Times, {3, 2, 4}}));
}

TEST(Builds, ConditionOfAClauseIsWanted) {
  // b' = s(b), a*b = 0 -> a+b' = a: the condition a*b is no part of the pattern.
  const Program p = mplc::test::peano();
  const auto builds = deriveBuilds(
      derive({{S, {1, 2}}, {Times, {0, 1, constantTerm(0)}}}, {Plus, {0, 2, 0}}, 3),
      0, p);
  ASSERT_EQ(builds.size(), 1u);
  EXPECT_EQ(builds[0].action.atom.relation, RelationId(Times));
  EXPECT_TRUE(builds[0].action.unfold);
}

TEST(Builds, NothingIsWantedWithoutTotality) {
  Program p = mplc::test::peano();
  p.relations[Plus].totality = none;
  for (const Matcher &build : deriveBuilds(ruleWithPath(p, "6.i"), 0, p))
    EXPECT_NE(build.action.atom.relation, RelationId(Plus));
}

TEST(Builds, ApplicationsWaitForTheirInputs) {
  // s(c) cannot be wanted before c = a+b is: where + has no outputs to offer,
  // nothing is wanted at all.
  Program p = mplc::test::peano();
  p.relations[Plus].totality = none;
  EXPECT_TRUE(deriveBuilds(ruleWithPath(p, "6.i"), 0, p).empty());
}

TEST(Builds, TheoremsRewriteWhereAxiomsUnfold) {
  // The same rule as a theorem: its output is the side that is matched.
  const Program p = mplc::test::peano();
  const Rule &rule = ruleWithPath(p, "6.i");
  for (const Matcher &build : deriveBuilds(rule, 0, p, /*isTheorem=*/true))
    EXPECT_FALSE(build.action.unfold);
}

TEST(Builds, RefutationsAndExistentialsWantNothing) {
  const Program p = mplc::test::peano();
  EXPECT_TRUE(deriveBuilds(ruleWithPath(p, "2.i"), 0, p).empty());
  EXPECT_TRUE(deriveBuilds(ruleWithPath(p, "4.u.0.i"), 0, p).empty());
}

TEST(RuleForms, CommutativityIsStatedComparedAndDirected) {
  const Program p = mplc::test::peano();
  const NormalGoal normal = normalise(p.conjectures[0].goal, p);
  EXPECT_EQ(normal.created, 1u);
  const auto forms = ruleForms(normal, p);
  ASSERT_EQ(forms.size(), 3u);
  EXPECT_EQ(forms[0].kind, RuleForm::Kind::Compare);
  EXPECT_EQ(forms[1].kind, RuleForm::Kind::Directed);
  EXPECT_EQ(forms[1].rule.premises[0], (Atom{Plus, {1, 0, 3}}));
  EXPECT_EQ(forms[1].rule.atom, (Atom{Plus, {0, 1, 3}}));
  EXPECT_EQ(forms[2].kind, RuleForm::Kind::Stated);
  EXPECT_EQ(forms[2].rule.premises[0], (Atom{Plus, {0, 1, 2}}));
  EXPECT_EQ(forms[2].rule.atom, (Atom{Plus, {1, 0, 2}}));
}

TEST(RuleForms, MembershipStaysWhereNothingElseBinds) {
  // a in N -> 0+a = a: the membership is the only premise.
  const Program p = mplc::test::peano();
  const auto forms = ruleForms(normalise(p.conjectures[5].goal, p), p);
  ASSERT_EQ(forms.size(), 2u);
  EXPECT_EQ(forms[1].kind, RuleForm::Kind::Stated);
  EXPECT_EQ(forms[1].rule.premises[0].relation, RelationId(N));
  // 0+a = o -> o = a: the column of + says that a is in N.
  EXPECT_EQ(forms[0].kind, RuleForm::Kind::Compare);
  ASSERT_EQ(forms[0].rule.premises.size(), 1u);
  EXPECT_EQ(forms[0].rule.clause.cites[0].kind, Cite::Kind::Typing);
}

/// Peano with the complement of + and inequality.
Program withNegations() {
  Program p = mplc::test::peano();
  Relation different;
  different.name = "!=";
  different.predicate = "=";
  different.pattern = {"$0", "$1"};
  different.columns.resize(2);
  different.negated = true;
  Relation other = p.relations[Plus];
  other.name = "!" + other.name;
  other.negated = true;
  other.functional = other.constructor = false;
  other.key = other.totality = none;
  other.columns.assign(3, {});
  other.complement = RelationId(Plus);
  p.relations[Plus].complement = RelationId(p.relations.size());
  p.relations.push_back(other);
  p.relations.push_back(different);
  for (Rule &rule : complementRules(p))
    p.rules.push_back(std::move(rule));
  const auto own = RuleId(p.rules.size());
  for (RuleId id = 0; id < own; ++id)
    for (Rule &rule : contrapositives(Rule(p.rules[id]), id, p))
      p.rules.push_back(std::move(rule));
  return p;
}

TEST(Negation, TextRoundTrip) {
  const Program p = withNegations();
  std::string error;
  const auto q = parse(print(p), error);
  ASSERT_TRUE(q) << error;
  EXPECT_EQ(print(*q), print(p));
  EXPECT_EQ(q->apart(), p.apart());
  EXPECT_EQ(q->relations[Plus].complement, p.relations[Plus].complement);
}

TEST(Negation, DamagedRulesAreRefused) {
  for (const auto &damage : std::vector<std::function<void(Rule &)>>{
           [](Rule &r) { r.clause.base = 10000; },
           [](Rule &r) { r.clause.dropped = 7; },
           [](Rule &r) { r.clause.column = 7; },
           [](Rule &r) { r.premises.push_back(r.premises[0]); },
           [](Rule &r) { r.head = Rule::Head::Refute; }}) {
    Program p = withNegations();
    damage(p.rules.back());
    std::string error;
    EXPECT_FALSE(parse(print(p), error));
  }
}

TEST(Negation, FormulasAreNegated) {
  const Program p = withNegations();
  EXPECT_EQ(formula(p.relations[p.apart()], {"a", "b"}), "!(=[a,b])");
  EXPECT_EQ(formula(p.relations[p.relations[Plus].complement], {"a", "b", "c"}),
            "!(in3[a,b,c,+])");
}

TEST(Negation, OutputsThatDiffer) {
  // a+b = c, c != d: a+b is not d, once. a+b = c, a+b is not d: c != d.
  const Program p = withNegations();
  const RelationId other = p.relations[Plus].complement;
  unsigned denied = 0, different = 0;
  for (const Rule &rule : p.rules) {
    if (rule.clause.kind != Clause::Kind::Contrapose)
      continue;
    const Rule &base = p.rules[rule.clause.base];
    if (base.name == p.rules[p.relations[Plus].key].name) {
      ++denied;
      EXPECT_EQ(rule.atom.relation, other);
      ASSERT_EQ(rule.premises.size(), 2u);
      EXPECT_EQ(rule.premises[0].relation, RelationId(Plus));
      EXPECT_EQ(rule.premises[1].relation, p.apart());
    }
    if (base.clause.kind == Clause::Kind::Contradict) {
      ++different;
      EXPECT_EQ(rule.atom.relation, p.apart());
      EXPECT_EQ(rule.atom.args[0], rule.premises[0].args.back());
      EXPECT_EQ(rule.atom.args[1], rule.premises[1].args.back());
    }
  }
  EXPECT_EQ(denied, 1u);
  EXPECT_EQ(different, 1u);
}

TEST(Negation, NothingWithoutNegatedRelations) {
  const Program p = mplc::test::peano();
  EXPECT_TRUE(complementRules(p).empty());
  for (RuleId id = 0; id < p.rules.size(); ++id)
    EXPECT_TRUE(contrapositives(p.rules[id], id, p).empty());
}

TEST(RuleForms, ARefutationIsContraposed) {
  // a+b = c, b+a = c -> false: a+b = c -> b+a is not c, and the mirror image.
  const Program p = withNegations();
  Goal goal;
  goal.numVariables = 3;
  goal.premises = {{Plus, {0, 1, 2}}, {Plus, {1, 0, 2}}};
  goal.head = Rule::Head::Refute;
  goal.cites = {{Cite::Kind::Premise, 0, 0, 0}, {Cite::Kind::Premise, 1, 0, 0}};
  const auto forms = ruleForms(normalise(goal, p), p);
  ASSERT_EQ(forms.size(), 3u);
  EXPECT_EQ(forms[0].kind, RuleForm::Kind::Stated);
  for (uint32_t f : {1u, 2u}) {
    EXPECT_EQ(forms[f].kind, RuleForm::Kind::Contraposed);
    EXPECT_EQ(forms[f].rule.clause.base, f);
    EXPECT_EQ(forms[f].rule.premises, std::vector{goal.premises[2 - f]});
    EXPECT_EQ(forms[f].rule.atom.relation, p.relations[Plus].complement);
    EXPECT_EQ(forms[f].rule.atom.args, goal.premises[f - 1].args);
  }
}

Goal existence(std::vector<Atom> premises, std::vector<Atom> witnesses,
               uint32_t numVariables, std::vector<Term> fresh) {
  Goal goal;
  goal.premises = std::move(premises);
  goal.head = Rule::Head::Witness;
  goal.witnesses = std::move(witnesses);
  goal.numVariables = numVariables;
  for (const Term t : fresh)
    goal.fresh.push_back({"y", t});
  return goal;
}

TEST(Restates, TotalityAndItsInstances) {
  const Program p = mplc::test::peano();
  // x in N -> there is y in N with x + x = y
  EXPECT_TRUE(restates(existence({{N, {0}}}, {{N, {1}}, {Plus, {0, 0, 1}}}, 2, {1}), p));
  // x in N -> there is y in N with y + y = x, or with x + y = y
  EXPECT_FALSE(restates(existence({{N, {0}}}, {{N, {1}}, {Plus, {1, 1, 0}}}, 2, {1}), p));
  EXPECT_FALSE(restates(existence({{N, {0}}}, {{N, {1}}, {Plus, {0, 1, 1}}}, 2, {1}), p));
  // Nothing says that x is a number.
  EXPECT_FALSE(restates(existence({}, {{Plus, {0, 0, 1}}}, 2, {1}), p));
}

TEST(Restates, Functionality) {
  const Program p = mplc::test::peano();
  Goal goal;
  goal.head = Rule::Head::Equate;
  goal.numVariables = 3;
  // s(x) = y, s(x) = z -> z = y
  goal.premises = {{S, {0, 1}}, {S, {0, 2}}};
  goal.left = 2;
  goal.right = 1;
  EXPECT_TRUE(restates(goal, p));
  // s(x) = y, s(z) = x -> z = y
  goal.premises = {{S, {0, 1}}, {S, {2, 0}}};
  EXPECT_FALSE(restates(goal, p));
}

TEST(Restates, TotalityOfTerms) {
  const Program p = mplc::test::peano();
  // there are y, z with s(x) = y and y + x = z
  EXPECT_TRUE(saysTotality(
      existence({{N, {0}}}, {{S, {0, 1}}, {Plus, {1, 0, 2}}, {N, {2}}}, 3, {1, 2}), p));
  // there is y with s(y) = x; there is y with s(x) = y and x + x = y
  EXPECT_FALSE(saysTotality(existence({{N, {0}}}, {{S, {1, 0}}}, 2, {1}), p));
  EXPECT_FALSE(saysTotality(
      existence({{N, {0}}}, {{S, {0, 1}}, {Plus, {0, 0, 1}}}, 2, {1}), p));
}

} // namespace
