//===- ProofTest.cpp - Statements as proofs need them ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/Statement.h"

#include <gtest/gtest.h>

using namespace mplrt;

namespace {

TEST(Statement, TakesImplicationsApart) {
  const Statement s("(>[a,b](&(in[a,N])(in[b,N]))(>[c](in3[a,b,c,+])(in3[b,a,c,+])))");
  ASSERT_EQ(s.levels.size(), 2u);
  EXPECT_EQ(s.levels[0].binders, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(s.premises, (std::vector<std::string>{"(in[a,N])", "(in[b,N])",
                                                  "(in3[a,b,c,+])"}));
  EXPECT_EQ(s.head, "(in3[b,a,c,+])");
}

TEST(Statement, ANegatedHeadIsAPremise) {
  const Statement s("(>[a](in[a,N])!(in2[a,i0,s]))");
  EXPECT_EQ(s.premises.back(), "(in2[a,i0,s])");
}

TEST(Statement, AnExistentialHeadIsNone) {
  const Statement s("(>[a](in[a,N])!(>[b](in[b,N])!(in2[a,b,s])))");
  EXPECT_EQ(s.premises.size(), 1u);
}

TEST(Statement, Hypothesis) {
  const Statement s("(>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+]))");
  EXPECT_EQ(s.instantiate("a", "p1"), "(>[b,c](in3[p1,b,c,+])(in3[b,p1,c,+]))");
  const Statement t("(>[a](in[a,N])(in3[i0,a,a,+]))");
  EXPECT_EQ(t.instantiate("a", "p1"), "(>[](in[p1,N])(in3[i0,p1,p1,+]))");
}

TEST(Statement, HeadPath) {
  EXPECT_EQ(Statement("(in[i0,N])").headPath(), "-");
  EXPECT_EQ(Statement("(>[a](in[a,N])(in3[a,i0,a,+]))").headPath(), "i");
  EXPECT_EQ(Statement("(>[a]!(in[a,N])(>[b](in[b,N])(=[a,b])))").headPath(), "i.i");
}

TEST(Statement, RenamingTouchesNamesOnly) {
  const std::map<std::string, std::string> names{{"in", "out"}, {"a", "b"}, {"+", "*"}};
  EXPECT_EQ(rename("(in[a,N])", names), "(in[b,N])");
  EXPECT_EQ(rename("!(=[a,+])", names), "!(=[b,*])");
}

} // namespace
