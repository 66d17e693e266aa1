//===- ReadingTest.cpp - Sentences, names of laws, outlines ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/LawName.h"
#include "mplc/Proof/Outline.h"

#include <gtest/gtest.h>

using namespace mplc::proof;

namespace {

// Symbols whose names say nothing: what laws are called must not depend on
// them.
constexpr const char *signs = R"(
(define map[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
  (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define both[f,X,Y,Z] (&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))
  (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))
  (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(define partial[f,X,Y] (&(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))
  (>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define under[x,y,X,f] !(>[d](in[d,X])!(in3[x,d,y,f])))
(theory Signs[S,T,p,q,n,m,z,o,i0,u,r,t]
  (&(in[z,S])(in[o,S])(in[i0,S])(in[u,T])
    (both[p,S,S,S])(both[q,S,S,S])(map[n,S,S])(map[m,S,T])(both[t,S,S,T])
    (>[x,y](in2[x,y,r])(&(in[x,S])(in[y,S])))))
(induction [S,z,n])
)";

struct Signs : testing::Test {
  Signs() { EXPECT_TRUE(readTheory(signs, theory, error)) << error; }

  FormulaRef formula(const std::string &text) {
    Theory other;
    EXPECT_TRUE(
        readTheory(signs + ("(conjecture c " + text + ")"), other, error))
        << error;
    return other.stated.at(0).formula;
  }

  std::string read(const std::string &text) {
    return toString(readingOf(theory, formula(text)));
  }

  /// The name of a law, where these others are known.
  std::string law(const std::string &text,
                  const std::vector<std::string> &known = {}) {
    LawNames names(theory);
    for (const std::string &other : known)
      names.note(formula(other));
    auto found = names.find(formula(text));
    return found ? toString(*found) : "none";
  }

  std::string keyOfText(const std::string &text) {
    return keyOf(readingOf(theory, formula(text)));
  }

  Theory theory;
  std::string error;
};

//===--- Theories ---------------------------------------------------------===//

TEST_F(Signs, Signatures) {
  EXPECT_EQ(theory.signatures.at("p"), (Signature{"S", "S", "S"}));
  EXPECT_EQ(theory.signatures.at("t"), (Signature{"S", "S", "T"}));
  EXPECT_EQ(theory.signatures.at("m"), (Signature{"S", "T"}));
  EXPECT_EQ(theory.signatures.at("r"), (Signature{"S", "S"}));
  EXPECT_EQ(theory.signatures.count("z"), 0u);
}

TEST_F(Signs, MappingsAreFoundByTheirStructure) {
  EXPECT_TRUE(isMapping(*theory.definition("map")));
  EXPECT_TRUE(isMapping(*theory.definition("both")));
  // Nothing says that there is an output.
  EXPECT_FALSE(isMapping(*theory.definition("partial")));
}

//===--- Sentences --------------------------------------------------------===//

TEST_F(Signs, OutputsBecomeTerms) {
  EXPECT_EQ(read("(>[a,b,c](in3[a,b,c,p])(in3[b,a,c,p]))"),
            "p(a, b) = p(b, a) for all a, b in S");
  EXPECT_EQ(read("(>[a,b,c,d](&(in3[a,c,d,p])(in3[b,c,d,p]))(=[a,b]))"),
            "if p(a, c) = p(b, c), then a = b, for all a, b, c in S");
  // A variable that a premise gives a value of its own stays.
  EXPECT_EQ(read("(>[a](in2[a,a,n])(=[a,z]))"),
            "if n(a) = a, then a = z, for all a in S");
  // An output that is made of itself, by way of another one.
  EXPECT_EQ(read("(>[a,b](&(in2[a,b,n])(in2[b,a,n]))(=[a,b]))"),
            "if n(n(a)) = a, then n(a) = a, for all a in S");
  // Numbers.
  EXPECT_EQ(read("(>[a](in[a,S])(in3[a,i0,a,p]))"),
            "p(a, 0) = a for all a in S");
}

TEST_F(Signs, EquationsHaveADirection) {
  // From what is simplified, whichever side the formula makes last.
  EXPECT_EQ(read("(>[a,b,c](&(in2[a,b,n])(in2[b,c,n]))(in2[c,b,n]))"),
            "n(n(n(a))) = n(a) for all a in S");
  EXPECT_EQ(read("(>[a,b,c](&(in2[a,b,n])(in3[z,b,c,p]))(=[b,c]))"),
            "p(z, n(a)) = n(a) for all a in S");
  EXPECT_EQ(read("(>[a,b,c,d](&(in2[a,b,m])(in2[a,c,n])(in2[c,d,m]))(=[b,d]))"),
            "m(n(a)) = m(a) for all a in S");
  // From the function to the constructor that comes out: n is one.
  EXPECT_EQ(read("(>[a,b,c,d,e](&(in2[a,b,n])(in3[b,c,d,p])(in3[a,c,e,p]))"
                 "(in2[e,d,n]))"),
            "p(n(a), c) = n(p(a, c)) for all a, c in S");
  // From what is short: distributivity, in both ways to say it.
  const char *law = "p(a, q(b, c)) = q(p(a, b), p(a, c)) for all a, b, c in S";
  EXPECT_EQ(read("(>[a,b,c,d,e,f,g](&(in3[b,c,d,q])(in3[a,d,e,p])(in3[a,b,f,p])"
                 "(in3[a,c,g,p]))(in3[f,g,e,q]))"),
            law);
  EXPECT_EQ(read("(>[a,b,c,d,f,g,h](&(in3[b,c,d,q])(in3[a,b,f,p])(in3[a,c,g,p])"
                 "(in3[f,g,h,q]))(in3[a,d,h,p]))"),
            law);
}

TEST_F(Signs, NamesInTheOrderOfReading) {
  auto ordered = [&](const std::string &text) {
    const FormulaRef law = formula(text);
    return toString(
        readingOf(theory, law, orderedNames(readingOf(theory, law))));
  };
  EXPECT_EQ(ordered("(>[a,b,c](in3[b,a,c,p])(in3[a,b,c,p]))"),
            "p(a, b) = p(b, a) for all a, b in S");
  EXPECT_EQ(ordered("(>[a,b,c,d](&(in3[b,a,d,p])(in3[b,c,d,p]))(=[c,a]))"),
            "if p(a, b) = p(a, c), then b = c, for all a, b, c in S");
  // Constants are no variables, and what is nowhere read keeps its name.
  EXPECT_EQ(ordered("(>[a,b,c](&(in[c,S])(in3[b,a,z,p]))(=[a,z]))"),
            "if p(a, b) = z, then b = z, for all a, b, c in S");
}

TEST_F(Signs, VariablesStandByTheirSets) {
  EXPECT_EQ(read("(>[a,x,b](&(in[a,S])(in[x,T])(in[b,S]))!(=[a,b]))"),
            "a != b for all a, b in S, x in T");
}

TEST(Reading, Numerals) {
  const std::string text = R"(
(define map[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
  (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(induction [N,i0,s])
(conjecture c (>[a,b,c](&(in2[i0,a,s])(in2[a,b,s])(in2[c,b,s]))(=[c,a])))
)";
  auto read = [&](const std::string &constants) {
    Theory theory;
    std::string error;
    EXPECT_TRUE(readTheory("(theory T[N,i0,s" + constants +
                               "] (&(in[i0,N])(map[s,N,N])))" + text,
                           theory, error))
        << error;
    return toString(readingOf(theory, theory.stated.at(0).formula));
  };
  EXPECT_EQ(read(""), "if s(c) = 2, then c = 1, for all c in N");
  // Where 1 is a constant, it is not s(0).
  EXPECT_EQ(read(",i1"), "if s(c) = s(s(0)), then s(0) = c, for all c in N");
}

TEST(Reading, MathematiciansSigns) {
  const std::string text = R"(
(define binary[f,X] (&(>[x,y](&(in[x,X])(in[y,X]))!(>[z](in[z,X])!(in3[x,y,z,f])))
  (>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,X])(in[z,X])))
  (>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w]))))
(define le[x,y,X,f] (&(in[x,X])(in3[x,y,x,f])))
(define lt[x,y,X,f] (&(le[x,y,X,f])!(=[x,y])))
(define pair[X,x,f] (&(in[x,X])(in3[x,x,x,f])))
(theory Signs[S,R,meet,or,top,bottom] (&(in[top,S])(pair[S,top,meet])(binary[meet,S])(binary[or,S])
  (>[x,y](in2[x,y,bottom])(&(in[x,S])(in[y,S]))) (>[x](in[x,R])(in[x,S]))))
(conjecture a (>[x,y](in3[x,y,x,meet])(le[x,y,S,meet])))
(conjecture b (>[x,y](le[x,top,S,meet])(lt[x,y,S,meet])))
(conjecture c (>[x,y](lt[x,y,R,meet])(lt[y,x,S,or])))
(conjecture d (>[x,y,z,w](&(in3[x,y,z,or])(in3[z,x,w,meet]))(=[w,x])))
(conjecture e (>[x,y](in2[x,y,bottom])(=[x,y])))
)";
  Theory theory;
  std::string error;
  ASSERT_TRUE(readTheory(text, theory, error)) << error;
  std::vector<std::string> read;
  for (const Statement &statement : theory.stated)
    read.push_back(toString(readingOf(theory, statement.formula)));
  EXPECT_EQ(read[0], "if x \u2227 y = x, then x <= y, for all x, y in S");
  // `lt` is about different sets here, so that these have to be said.
  EXPECT_EQ(read[1], "if x <= \u22a4, then lt(x, y, S, \u2227), for all x, y");
  EXPECT_EQ(read[2],
            "if lt(x, y, R, \u2227), then lt(y, x, S, \u2228), for all x, y");
  EXPECT_EQ(read[3], "(x \u2228 y) \u2227 x = x for all x, y in S");
  // Only what is about elements first leaves out what is about the rest.
  EXPECT_EQ(toString(readingOf(theory, theory.axiomList()[1])),
            "pair(S, \u22a4, \u2227)");
  // What is called `bottom` here is no element.
  EXPECT_EQ(read[4], "if bottom(x, y), then x = y, for all x, y in S");
}

TEST_F(Signs, OutputsAreRemembered) {
  const Sentence law = readingOf(
      theory, formula("(>[a,b,c,d](&(in3[a,b,c,p])(in2[c,d,n]))(=[d,a]))"));
  ASSERT_EQ(law.outputs.size(), 2u);
  EXPECT_EQ(law.outputs[0].first, "c");
  EXPECT_EQ(toString(law.outputs[0].second), "p(a,b)");
  EXPECT_EQ(law.outputs[1].first, "d");
  EXPECT_EQ(toString(law.outputs[1].second), "n(p(a,b))");
}

TEST_F(Signs, TermsStayReadable) {
  // Each value is twice in the next: 2^20 names in terms.
  std::string variables = "v0", premises;
  for (int i = 1; i <= 20; ++i) {
    const std::string v = "v" + std::to_string(i);
    const std::string before = "v" + std::to_string(i - 1);
    variables += "," + v;
    premises += "(in3[" + before + "," + before + "," + v + ",p])";
  }
  const std::string text =
      read("(>[" + variables + "](&" + premises + ")(=[v0,v20]))");
  EXPECT_LT(text.size(), 2000u);
  EXPECT_NE(text.find("= v5"), text.npos) << text;
}

TEST_F(Signs, Connectives) {
  EXPECT_EQ(read("(>[a](in[a,S])!(in2[a,z,n]))"), "n(a) != z for all a in S");
  EXPECT_EQ(read("(>[a](in[a,S])!(&!(=[a,z])!(=[a,o])))"),
            "a = z or a = o for all a in S");
  EXPECT_EQ(read("(>[a](in[a,S])!(>[b](in[b,S])!(in2[b,a,n])))"),
            "for all a in S: there is b in S with n(b) = a");
  EXPECT_EQ(read("(>[a,b](in2[a,b,r])!(in2[b,a,r]))"),
            "if r(a, b), then not r(b, a), for all a, b in S");
  EXPECT_EQ(read("(>[a](in[a,S])(>[b](&(in[b,S])!(=[a,b]))(in2[a,b,r])))"),
            "if a != b, then r(a, b), for all a, b in S");
  EXPECT_EQ(read("(map[n,S,S])"), "n: S -> S");
  EXPECT_EQ(read("(both[t,S,S,T])"), "t: S x S -> T");
  EXPECT_EQ(read("!(>[](in[z,S])!(in[o,S]))"), "z in S and o in S");
  EXPECT_EQ(read("(&(in[z,S])(in[o,S]))"), "z in S and o in S");
  EXPECT_EQ(toString(readingOf(theory, Formula::falsity())), "a contradiction");
}

TEST_F(Signs, HiddenNames) {
  // The inner b is another one.
  EXPECT_EQ(
      read("(>[b](in[b,S])!(>[a](in[a,S])!(>[c](&(in[c,S])(in2[c,b,r]))"
           "(in2[a,c,r]))))"),
      "for all b in S: there is a in S with if r(c, b), then r(a, c), for "
      "all c in S");
}

TEST_F(Signs, BracketsWhereTheyMatter) {
  auto plain = [](const Term &term) {
    Sentence sentence;
    sentence.kind = Sentence::Kind::Claim;
    sentence.claim = {"=", {term, {"x", {}}}};
    return toString(sentence);
  };
  const Term a{"a", {}}, sum{"+", {a, a}}, product{"*", {a, a}},
      power{"^", {a, a}};
  EXPECT_EQ(plain({"+", {sum, product}}), "(a + a) + a * a = x");
  EXPECT_EQ(plain({"*", {sum, product}}), "(a + a) * (a * a) = x");
  EXPECT_EQ(plain({"^", {power, a}}), "(a ^ a) ^ a = x");
  EXPECT_EQ(plain({"*", {power, a}}), "a ^ a * a = x");
  EXPECT_EQ(plain({"<=", {sum, a}}), "((a + a) <= a) = x");
  EXPECT_EQ(plain({"f", {sum}}), "f(a + a) = x");
}

TEST_F(Signs, KeysForgetWhatDoesNotMatter) {
  const std::string key = keyOfText("(>[a,b,c,d,e,f](&(in3[a,b,d,p])(in3[d,c,e,"
                                    "p])(in3[b,c,f,p]))(in3[a,f,e,p]))");
  // Other names, the other way round, and the outer output as a premise.
  EXPECT_EQ(key, keyOfText("(>[x,y,w,v,k,l](&(in3[y,w,k,p])(in3[x,k,l,p])(in3["
                           "x,y,v,p]))(in3[v,w,l,p]))"));
  EXPECT_NE(key, keyOfText("(>[x,y,w,v,k,l](&(in3[y,w,k,p])(in3[x,k,l,p])(in3["
                           "y,x,v,p]))(in3[v,w,l,p]))"));
  EXPECT_NE(keyOfText("(>[a](in[a,S])(in2[a,a,r]))"),
            keyOfText("(>[a](in[a,S])!(in2[a,a,r]))"));
  EXPECT_EQ(keyOfText("(>[a,b](&(in2[a,b,r])(in2[b,a,r]))(=[a,b]))"),
            keyOfText("(>[b,a](&(in2[a,b,r])(in2[b,a,r]))(=[b,a]))"));
}

//===--- Names of laws ----------------------------------------------------===//

TEST_F(Signs, LawsOfOneOperation) {
  EXPECT_EQ(law("(>[a,b,c](in3[a,b,c,p])(in3[b,a,c,p]))"),
            "commutativity of p");
  EXPECT_EQ(law("(>[a,b,c,d,e,f](&(in3[a,b,d,p])(in3[d,c,e,p])(in3[b,c,f,p]))"
                "(in3[a,f,e,p]))"),
            "associativity of p");
  // Almost: a + (c + b).
  EXPECT_EQ(law("(>[a,b,c,d,e,f](&(in3[a,b,d,p])(in3[d,c,e,p])(in3[c,b,f,p]))"
                "(in3[a,f,e,p]))"),
            "none");
  EXPECT_EQ(law("(>[a](in[a,S])(in3[z,a,a,p]))"), "left identity z of p");
  EXPECT_EQ(law("(>[a](in[a,S])(in3[a,o,a,q]))"), "right identity o of q");
  EXPECT_EQ(law("(>[a](in[a,S])(in3[a,z,z,q]))"),
            "right absorbing element z of q");
  EXPECT_EQ(law("(>[a](in[a,S])(in3[a,a,a,p]))"), "idempotence of p");
  EXPECT_EQ(law("(>[a,b,c,d](&(in3[a,b,d,p])(in3[a,c,d,p]))(=[b,c]))"),
            "left cancellation of p");
  EXPECT_EQ(law("(>[a,b,c,d](&(in3[b,a,d,p])(in3[c,a,d,p]))(=[c,b]))"),
            "right cancellation of p");
  EXPECT_EQ(law("(>[a,b,c,d](&!(=[a,z])(in3[a,b,d,q])(in3[a,c,d,q]))(=[b,c]))"),
            "left cancellation of q except by z");
  // No law has this name: the variables are the same.
  EXPECT_EQ(law("(>[a,b](in3[a,a,b,p])(in3[a,a,b,p]))"), "none");
}

TEST_F(Signs, LawsOfTwoOperations) {
  EXPECT_EQ(law("(>[a,b,c,d,e,f,g](&(in3[b,c,d,p])(in3[a,d,e,q])(in3[a,b,f,q])("
                "in3[a,c,g,q]))(in3[f,g,e,p]))"),
            "left distributivity of q over p");
  EXPECT_EQ(law("(>[a,b,c,d,e,f,g](&(in3[a,b,d,p])(in3[d,c,e,q])(in3[a,c,f,q])("
                "in3[b,c,g,q]))(in3[f,g,e,p]))"),
            "right distributivity of q over p");
  EXPECT_EQ(law("(>[a,b,c](in3[a,b,c,p])(in3[a,c,a,q]))"),
            "absorption of q over p");
}

TEST_F(Signs, LawsOfMaps) {
  const std::string involution = "(>[a,b](in2[a,b,n])(in2[b,a,n]))";
  EXPECT_EQ(law(involution), "involution of n");
  EXPECT_EQ(law("(>[a,b,c](&(in2[a,c,n])(in2[b,c,n]))(=[a,b]))"),
            "injectivity of n");
  const std::string dual =
      "(>[a,b,c,d,e,f](&(in3[a,b,c,p])(in2[c,d,n])(in2[a,e,n])(in2[b,f,n]))"
      "(in3[e,f,d,q]))";
  EXPECT_EQ(law(dual), "n is a homomorphism from p to q");
  EXPECT_EQ(law(dual, {involution}), "de Morgan's law for p and q");
  EXPECT_EQ(
      law("(>[a,b,c,d,e,f](&(in3[a,b,c,p])(in2[c,d,n])(in2[a,e,n])(in2[b,f,n]))"
          "(in3[f,e,d,p]))"),
      "n is an antihomomorphism of p");
  const std::string inverse = "(>[a,b](in2[a,b,n])(in3[b,a,z,p]))";
  EXPECT_EQ(law(inverse), "complement n for p");
  EXPECT_EQ(law(inverse, {"(>[a](in[a,S])(in3[z,a,a,p]))"}),
            "left inverse n for p");
  // A test of two elements has no inverses.
  EXPECT_EQ(law("(>[a,b](in2[a,b,n])(in3[b,a,u,t]))"), "none");
}

TEST_F(Signs, LawsOfRelations) {
  EXPECT_EQ(law("(>[a,b](&(in2[a,b,r])(in2[b,a,r]))(=[a,b]))"),
            "antisymmetry of r");
  EXPECT_EQ(law("(>[a,b,c](&(in2[b,c,r])(in2[a,b,r]))(in2[a,c,r]))"),
            "transitivity of r");
  EXPECT_EQ(law("(>[a](in[a,S])(in2[a,a,r]))"), "reflexivity of r");
  EXPECT_EQ(law("(>[a](in[a,S])!(in2[a,a,r]))"), "irreflexivity of r");
  EXPECT_EQ(law("(>[a,b](in2[a,b,r])(in2[b,a,r]))"), "symmetry of r");
  EXPECT_EQ(law("(>[a,b](in2[a,b,r])!(in2[b,a,r]))"), "asymmetry of r");
  EXPECT_EQ(law("(>[a,b](&(in[a,S])(in[b,S]))!(&!(in2[a,b,r])!(in2[b,a,r])))"),
            "totality of r");
  // A definition about two elements, and constants.
  EXPECT_EQ(
      law("(>[a,b,c](&(under[a,b,S,p])(under[b,c,S,p]))(under[a,c,S,p]))"),
      "transitivity of under");
  EXPECT_EQ(
      law("(>[a,b,c](&(under[a,b,S,p])(under[b,c,S,p]))(under[a,c,S,q]))"),
      "none");
  // Given by a function into another set.
  EXPECT_EQ(law("(>[a,b,c](&(in3[a,b,u,t])(in3[b,c,u,t]))(in3[a,c,u,t]))"),
            "transitivity of t");
  EXPECT_EQ(law("(>[a,b](&(in3[a,b,u,t])(in3[b,a,u,t]))(=[a,b]))"),
            "antisymmetry of t");
  // Not a relation: its values are in the same set.
  EXPECT_EQ(law("(>[a,b,c](&(in3[a,b,z,p])(in3[b,c,z,p]))(in3[a,c,z,p]))"),
            "none");
}

TEST_F(Signs, LawsThatDependOnOthers) {
  const std::string zero = "(>[a](in[a,S])(in3[a,z,z,q]))";
  const std::string either = "(>[a,b](in3[a,b,z,q])!(&!(=[a,z])!(=[b,z])))";
  const std::string conditional = "(>[a,b](&!(=[a,z])(in3[a,b,z,q]))(=[b,z]))";
  EXPECT_EQ(law(either), "none");
  EXPECT_EQ(law(either, {zero}), "no zero divisors of q");
  EXPECT_EQ(law(conditional, {zero}), "no zero divisors of q");
  EXPECT_EQ(law("(>[a,p1,b](&(in2[a,p1,n])(in3[p1,b,z,q]))(=[b,z]))", {zero}),
            "no zero divisors of q");
  EXPECT_EQ(
      law("(>[a,b](in3[a,b,z,p])(=[a,z]))", {"(>[a](in[a,S])(in3[a,z,a,p]))"}),
      "no non-trivial decomposition of z by p");
}

//===--- Outlines ---------------------------------------------------------===//

struct Outlines : Signs {
  /// The outline of a proof of `t`, where `comm` says that p is commutative.
  const OutlineBlock &outline(const std::string &statement,
                              const std::string &steps) {
    run.theory = theory;
    std::map<std::string, FormulaRef> statements;
    const std::string comm = "(>[a,b,c](in3[a,b,c,p])(in3[b,a,c,p]))";
    run.theorems.resize(2);
    run.theorems[0].name = "comm";
    run.theorems[0].statement = formula(comm);
    statements["comm"] = run.theorems[0].statement;
    statements["t"] = formula(statement);
    EXPECT_TRUE(readProof(run.theory, statements,
                          "mpl-proof 1\ntheory Signs\ntheorem t " + statement +
                              "\nuses comm\n" + steps,
                          run.theorems[1], error))
        << error;
    result = outlineOf(run, run.theorems[1]);
    return result;
  }

  mplc::proof::Run run;
  OutlineBlock result;
};

using Role = OutlineStep::Role;

TEST_F(Outlines, ValuesAndFormsOfTheoremsAreNothingNew) {
  const OutlineBlock &proof = outline(
      "(>[a,b,c](in3[a,b,c,p])(in3[b,a,c,p]))",
      "1 (>[a,b,o](&(in[a,S])(in3[b,a,o,p]))(in3[a,b,o,p])) show fix a1 b1 o1\n"
      "2 (in3[b1,a1,o1,p]) premise\n"
      "3 (in3[a1,b1,o1,p]) clause comm i a=b1 b=a1 c=o1 from 2\n"
      "end 3\n"
      "4 (>[a,b,c](in3[a,b,c,p])(in3[b,a,c,p])) show fix a2 b2 c2\n"
      "5 (in3[a2,b2,c2,p]) premise\n"
      "6 (in[a2,S]) clause Signs 4.u.1.i.0 x=a2 y=b2 z=c2 from 5\n"
      "7 (in[b2,S]) clause Signs 4.u.1.i.1 x=a2 y=b2 z=c2 from 5\n"
      "8 (&(in[w,S])(in3[b2,a2,w,p])) witness Signs 4.u.0.i x=b2 y=a2 new z=w "
      "from 7 6\n"
      "9 (in3[b2,a2,c2,p]) clause @1 i a=b2 b=a2 o=c2 from 7 5\n"
      "10 (=[w,c2]) clause Signs 4.u.2.i x=b2 y=a2 z=w w=c2 from 8 9\n"
      "11 (in3[b2,a2,c2,p]) rewrite 8 by 10\n"
      "end 11\nqed 4\n");
  ASSERT_EQ(proof.steps.size(), 2u);
  const OutlineStep &form = proof.steps[0];
  EXPECT_EQ(form.role, Role::Restated);
  EXPECT_EQ(form.number, 0u);
  EXPECT_EQ(form.theorems, std::vector<std::string>{"comm"});
  const OutlineStep &whole = proof.steps[1];
  EXPECT_EQ(whole.role, Role::Main);
  EXPECT_EQ(whole.number, 0u); // The theorem itself.
  const OutlineBlock &block = whole.blocks.at(0);
  EXPECT_EQ(toString(block.named), "a, b in S");
  EXPECT_EQ(toString(block.goal), "p(a, b) = p(b, a)");
  std::vector<Role> roles;
  for (const OutlineStep &step : block.steps)
    roles.push_back(step.role);
  EXPECT_EQ(roles,
            (std::vector{Role::Value, Role::Typing, Role::Typing, Role::Value,
                         Role::Main, Role::Restated, Role::Restated}));
  const OutlineStep &step = block.steps[4];
  EXPECT_EQ(step.number, 1u);
  EXPECT_EQ(toString(step.sentence), "p(a, b) = p(b, a)");
  // It rests on the theorem that step 1 is a form of.
  EXPECT_EQ(step.theorems, std::vector<std::string>{"comm"});
  EXPECT_TRUE(step.from.empty());
  EXPECT_EQ(step.alsoFrom, (std::vector<StepNumber>{1, 7, 5}));
}

TEST_F(Outlines, ChainsGoByWayOfTerms) {
  const OutlineBlock &proof = outline(
      "(>[a,b,c](&(in3[a,b,c,p])(in3[a,b,z,p])(=[o,c]))(=[o,z]))",
      "1 (>[a,b,c](&(in3[a,b,c,p])(in3[a,b,z,p])(=[o,c]))(=[o,z])) show fix a1 "
      "b1 c1\n"
      "2 (in3[a1,b1,c1,p]) premise\n"
      "3 (in3[a1,b1,z,p]) premise\n"
      "4 (=[o,c1]) premise\n"
      "5 (=[c1,z]) clause Signs 4.u.2.i x=a1 y=b1 z=c1 w=z from 2 3\n"
      "6 (=[o,z]) chain 4 5\n"
      "end 6\nqed 1\n");
  const auto &steps = proof.steps.at(0).blocks.at(0).steps;
  ASSERT_EQ(steps.size(), 5u);
  EXPECT_EQ(steps[0].role, Role::Value);
  EXPECT_EQ(toString(steps[1].sentence), "p(a, b) = z");
  // That both are values of one application says nothing more than step 3.
  EXPECT_EQ(steps[3].role, Role::Restated);
  const OutlineStep &last = steps[4];
  EXPECT_EQ(last.chainStart.name, "o");
  ASSERT_EQ(last.chain.size(), 2u);
  EXPECT_EQ(last.chain[0].side.name, "p");
  EXPECT_EQ(last.chain[0].from, std::vector<StepNumber>{4});
  EXPECT_EQ(last.chain[1].side.name, "z");
  EXPECT_EQ(last.chain[1].from, std::vector<StepNumber>{3});
}

TEST_F(Outlines, ChainsHaveTheDirectionOfTheirEquation) {
  const OutlineBlock &proof = outline(
      "(>[a,c,e](&(in2[a,e,n])(=[o,c])(=[c,e]))(=[o,e]))",
      "1 (>[a,c,e](&(in2[a,e,n])(=[o,c])(=[c,e]))(=[o,e])) show fix a1 c1 e1\n"
      "2 (in2[a1,e1,n]) premise\n"
      "3 (=[o,c1]) premise\n"
      "4 (=[c1,e1]) premise\n"
      "5 (=[o,e1]) chain 3 4\n"
      "end 5\nqed 1\n");
  const OutlineStep &last = proof.steps.at(0).blocks.at(0).steps.back();
  EXPECT_EQ(toString(last.sentence), "n(a) = o");
  EXPECT_EQ(last.chainStart.name, "n");
  ASSERT_EQ(last.chain.size(), 2u);
  EXPECT_EQ(last.chain[0].side.name, "c");
  EXPECT_EQ(last.chain[0].from, std::vector<StepNumber>{4});
  EXPECT_EQ(last.chain[1].side.name, "o");
  EXPECT_EQ(last.chain[1].from, std::vector<StepNumber>{3});
}

TEST_F(Outlines, CasesOfAnInduction) {
  const OutlineBlock &proof = outline(
      "(>[a](in[a,S])(in[a,S]))", "1 (>[a](in[a,S])(in[a,S])) induction a S\n"
                                  "case z\n"
                                  "2 (in[z,S]) clause Signs 0\n"
                                  "end 2\n"
                                  "case n x1 y1\n"
                                  "3 (in[y1,S]) premise\n"
                                  "end 3\nqed 1\n");
  const OutlineStep &induction = proof.steps.at(0);
  EXPECT_EQ(induction.number, 1u);
  ASSERT_EQ(induction.blocks.size(), 2u);
  EXPECT_TRUE(induction.blocks[0].isBase);
  EXPECT_FALSE(induction.blocks[1].isBase);
  EXPECT_EQ(induction.blocks[1].subject.name, "a");
  EXPECT_EQ(toString(induction.blocks[1].made), "n(x)");
  EXPECT_EQ(toString(induction.blocks[1].goal), "n(x) in S");
  EXPECT_EQ(toString(induction.blocks[1].named), "x in S");
}

} // namespace
