//===- ProofFormTest.cpp - The neutral form of proofs ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Outline.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

using namespace mplc::proof;

namespace {

constexpr const char *numbers = R"(
// A comment, and white space.
(define fXY[f,X,Y] (&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))
  (>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z]))))
(define related[x,R] (>[y](in2[x,y,R])(>[x](in2[y,x,R])(=[x,y]))))
(theory Numbers[N,i0,s,+,<,<=,i1]
  (&(in[i0,N])(fXY[s,N,N])
    (>[x,y,z](in3[x,y,z,+])(&(in[x,N])(in[y,N])(in[z,N])))
    (>[x,y,z,w](&(in3[x,y,z,+])(in3[x,y,w,+]))(=[w,z]))
    (>[a](in[a,N])(in3[a,i0,a,+]))
    (>[x](in[x,N])!(in2[x,x,<]))
    (>[a](in[a,N])(related[a,<]))
    (>[x,y,z,w](&(in3[x,y,z,<=])(in3[x,y,w,<=]))(=[z,w]))(in[i1,N])))
(induction [N,i0,s])
(explore laws[i0,s] (size 2))
(assume add_comm (>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+])))
(fact (in2[0,7,s]))
)";

struct Numbers : testing::Test {
  Numbers() { EXPECT_TRUE(readTheory(numbers, theory, error)) << error; }

  FormulaRef formula(const std::string &text) {
    Theory other;
    EXPECT_TRUE(
        readTheory(numbers + ("(conjecture c " + text + ")"), other, error))
        << error;
    return other.stated.at(0).formula;
  }

  std::string text(const std::vector<FormulaRef> &formulas) {
    std::string all;
    for (const FormulaRef &formula : formulas)
      all += toString(formula) + " ";
    return all;
  }

  bool proof(const std::string &steps, Theorem &theorem,
             const std::string &statement = "(in[i0,N])") {
    statements["add_comm"] = theory.assumed[0].formula;
    statements["t"] = formula(statement);
    return readProof(theory, statements,
                     "mpl-proof 1\ntheory Numbers\ntheorem t " + statement +
                         "\nuses add_comm\n" + steps,
                     theorem, error);
  }

  Theory theory;
  std::string error;
  std::map<std::string, FormulaRef> statements;
};

TEST_F(Numbers, Types) {
  EXPECT_EQ(theory.typeOf("N")->label(), "P(1)");
  EXPECT_EQ(theory.typeOf("i0")->label(), "(1)");
  EXPECT_EQ(theory.typeOf("+")->label(), "P(x(1)(x(1)(1)))");
  EXPECT_EQ(theory.typeOf("7")->label(), "(1)");
  EXPECT_EQ(theory.definition("fXY")->parameters[0].type->label(),
            "P(x(1)(1))");
  EXPECT_EQ(theory.typeOf("nowhere"), nullptr);
}

TEST_F(Numbers, TypesThatClash) {
  Theory other;
  EXPECT_FALSE(readTheory("(theory T[N,x,y] (&(in[x,N])(in[N,y])(in2[x,x,y])))",
                          other, error));
  EXPECT_NE(error.find("types clash"), error.npos) << error;
  // A type that contains itself, and an argument that is a pair.
  for (const char *text :
       {"(theory T[N] (in[N,N]))",
        "(theory T[N] (>[x](in[x,N])(>[y](in2[y,y,N])(in[x,N]))))"}) {
    Theory third;
    EXPECT_FALSE(readTheory(text, third, error)) << text;
  }
}

TEST_F(Numbers, ADefinitionUsesEarlierOnes) {
  for (const char *text :
       {"(define f[x] (f[x]))(theory T[a] (f[a]))",
        "(define f[x] (g[x]))(define g[x] (=[x,x]))(theory T[a] (f[a]))"}) {
    Theory other;
    EXPECT_FALSE(readTheory(text, other, error)) << text;
    EXPECT_NE(error.find("there is no predicate"), error.npos) << error;
  }
}

TEST_F(Numbers, WhatIsKnownOfFunctionsAndConstructors) {
  // < is a relation: nothing says that it has one output.
  EXPECT_EQ(theory.functions, (std::set<std::string>{"+", "<=", "s"}));
  const InductionForm &form = *theory.induction("N");
  ASSERT_EQ(form.constructors.size(), 2u);
  EXPECT_TRUE(form.constructors[0].isConstant());
  ASSERT_EQ(form.constructors[1].inputs.size(), 1u);
  EXPECT_EQ(form.constructors[1].inputSets[0], std::vector<std::string>{"N"});
  EXPECT_TRUE(form.isRecursive(form.constructors[1], 0));
}

TEST_F(Numbers, FormulasUpToBoundNames) {
  EXPECT_TRUE(sameFormula(formula("(>[x,y](in2[x,y,s])(in2[y,x,s]))"),
                          formula("(>[b,a](in2[b,a,s])(in2[a,b,s]))")));
  EXPECT_FALSE(sameFormula(formula("(>[x,y](in2[x,y,s])(in2[y,x,s]))"),
                           formula("(>[x,y](in2[y,x,s])(in2[x,y,s]))")));
  EXPECT_FALSE(sameFormula(formula("(>[x](in[x,N])(in2[x,i0,s]))"),
                           formula("(>[i0](in[i0,N])(in2[i0,i0,s]))")));
}

TEST_F(Numbers, Existentials) {
  const FormulaRef exists =
      formula("!(>[y](&(in[y,N])(in[i0,N]))!(in2[i0,y,s]))");
  EXPECT_EQ(exists->kind, Formula::Kind::Exists);
  EXPECT_EQ(text(bodyOf(exists)), "(in[y,N]) (in[i0,N]) (in2[i0,y,s]) ");
  EXPECT_EQ(toString(exists), "!(>[y](&(in[y,N])(in[i0,N]))!(in2[i0,y,s]))");
  EXPECT_EQ(formula("!(>[y](in[y,N])(in2[i0,y,s]))")->kind, Formula::Kind::Exists);
  // What stands right may be an existential, which is a negation too.
  const FormulaRef nested =
      formula("!(>[y](in[y,N])!(>[z](in[z,N])!(in2[z,y,s])))");
  EXPECT_EQ(nested->kind, Formula::Kind::Exists);
  EXPECT_EQ(nested->parts[1]->kind, Formula::Kind::Implication);
  EXPECT_EQ(toString(nested), "!(>[y](in[y,N])!(>[z](in[z,N])!(in2[z,y,s])))");
}

TEST_F(Numbers, DoubleNegationsVanish) {
  EXPECT_EQ(toString(formula("!!(in[i0,N])")), "(in[i0,N])");
  EXPECT_EQ(toString(formula("!!!(in[i0,N])")), "!(in[i0,N])");
  for (const char *text :
       {"(in[i0,N])", "!(in[i0,N])", "(>[y](in[y,N])(in2[i0,y,s]))",
        "(>[y](in[y,N])!(in2[i0,y,s]))", "!(>[y](in[y,N])!(in2[i0,y,s]))",
        "!(>[y](in[y,N])!(>[z](in[z,N])!(in2[z,y,s])))"}) {
    const FormulaRef f = formula(text);
    EXPECT_EQ(toString(negate(negate(f))), text);
    EXPECT_TRUE(sameFormula(negate(f), formula(std::string("!") + text)));
  }
}

TEST_F(Numbers, Conditions) {
  const std::string start = "1 (in[i0,N]) cases (=[i0,i1])\n"
                            "case (=[i0,i1])\n"
                            "2 (in[i0,N]) clause Numbers 0\nend 2\n";
  const std::string end = "3 (in[i0,N]) clause Numbers 0\nend 3\nqed 1\n";
  Theorem t;
  ASSERT_TRUE(proof(start + "case !(=[i0,i1])\n" + end, t)) << error;
  const Step &cases = t.proof.steps[0];
  ASSERT_EQ(cases.blocks.size(), 2u);
  EXPECT_EQ(cases.blocks[0].constructor, nullptr);
  EXPECT_EQ(toString(cases.blocks[1].premises[0].formula), "!(=[i0,i1])");
  Theorem other;
  EXPECT_FALSE(proof(start + "case (=[i0,i1])\n" + end, other));
  EXPECT_NE(error.find("expected the case '!(=[i0,i1])'"), error.npos) << error;
}

TEST_F(Numbers, SubstitutionDoesNotCapture) {
  const FormulaRef f = formula("(>[x](in[x,N])(in2[x,i0,s]))");
  EXPECT_EQ(toString(substitute(f, {{"i0", "x"}})),
            "(>[x'](in[x',N])(in2[x',x,s]))");
  EXPECT_EQ(toString(substitute(f, {{"x", "y"}})), toString(f));
}

TEST_F(Numbers, Clauses) {
  auto clause = clauseAt(theory, theory.axioms, nullptr, "1.u.0.i");
  ASSERT_TRUE(clause);
  EXPECT_EQ(text(clause->premises), "(in[x,N]) ");
  EXPECT_EQ(text(clause->parts), "(in[?y,N]) (in2[x,?y,s]) ");
  clause = clauseAt(theory, theory.axioms, nullptr, "5.i");
  ASSERT_TRUE(clause);
  EXPECT_EQ(clause->head->kind, Formula::Kind::False);
  EXPECT_EQ(text(clause->premises), "(in[x,N]) (in2[x,x,<]) ");
  const Definition *definition = theory.definition("fXY");
  clause = clauseAt(theory, definition->body, definition, "2.i");
  ASSERT_TRUE(clause);
  EXPECT_EQ(text(clause->premises), "(in2[x,y,@f]) (in2[x,z,@f]) ");
  // A variable that one path binds twice.
  clause = clauseAt(theory, theory.axioms, nullptr, "6.i.u.i.i");
  ASSERT_TRUE(clause);
  EXPECT_EQ(text(clause->premises), "(in[a,N]) (in2[a,y,<]) (in2[y,x,<]) ");
  for (const char *path : {"9", "0.0", "i", "1.u.0.u", "", "00", "x", "4.i."})
    EXPECT_FALSE(clauseAt(theory, theory.axioms, nullptr, path)) << path;
}

TEST_F(Numbers, Hypothesis) {
  const FormulaRef f =
      formula("(>[a,b](in2[a,b,s])(>[c](in[c,N])(in3[a,b,c,+])))");
  EXPECT_EQ(toString(hypothesis(f, 0, "p")),
            "(>[b](in2[p,b,s])(>[c](in[c,N])(in3[p,b,c,+])))");
  EXPECT_EQ(toString(hypothesis(f, 2, "a")),
            "(>[a',b](in2[a',b,s])(>[](in[a,N])(in3[a',b,a,+])))");
}

TEST_F(Numbers, ProofAsATree) {
  Theorem t;
  ASSERT_TRUE(proof("1 (>[a](in[a,N])(in3[i0,a,a,+])) induction a N\n"
                    "case i0\n"
                    "2 (in[i0,N]) clause Numbers 0\n"
                    "3 (in3[i0,i0,i0,+]) clause Numbers 4.i a=i0 from 2\n"
                    "end 3\n"
                    "# A comment.\n"
                    "case s p q\n"
                    "4 (in[q,N]) premise\n"
                    "5 (>[](in[p,N])(in3[i0,p,p,+])) premise\n"
                    "6 (in3[q,i0,q,+]) clause Numbers 4.i a=q from 4\n"
                    "7 (in3[i0,q,q,+]) clause add_comm i c=q a=q b=i0 from 6\n"
                    "end 7\n"
                    "qed 1\n",
                    t, "(>[x](in[x,N])(in3[i0,x,x,+]))"))
      << error;
  EXPECT_EQ(t.uses, std::vector<std::string>{"add_comm"});
  EXPECT_EQ(t.proof.end, 1u);
  ASSERT_EQ(t.proof.steps.size(), 1u);
  const Step &induction = t.proof.steps[0];
  ASSERT_EQ(induction.blocks.size(), 2u);
  EXPECT_EQ(induction.blocks[0].terms[0].name, "i0");
  const Block &next = induction.blocks[1];
  EXPECT_EQ(next.output, "q");
  EXPECT_EQ(toString(next.goal), "(in3[i0,q,q,+])");
  std::vector<FormulaRef> premises;
  for (const Premise &premise : next.premises)
    premises.push_back(premise.formula);
  EXPECT_EQ(text(premises), "(in2[p,q,s]) (in[q,N]) (in[p,N]) "
                            "(>[](in[p,N])(in3[i0,p,p,+])) (in[q,N]) ");
  EXPECT_EQ(next.steps[3].use.terms,
            (std::vector<std::string>{"q", "i0", "q"}));
  EXPECT_EQ(toString(t.formulas.at(7)), "(in3[i0,q,q,+])");
}

TEST_F(Numbers, FormThatIsBroken) {
  const std::pair<const char *, const char *> wrong[] = {
      {"1 (in[i0,N]) clause Numbers 0\n", "'qed' is missing"},
      {"1 (in[i0,N]) clause Numbers 0\nqed 2\n", "step 2 is not in scope"},
      {"1 (in[i0,N]) clause Numbers 0\nqed 1\nqed 1\n", "text after 'qed'"},
      {"1 (in[i0,N]) clause Numbers 0.u\nqed 1\n", "there is no path"},
      {"1 (in[i0,N]) clause Nowhere 0\nqed 1\n", "is no theory"},
      {"1 (in[i9,N]) clause Numbers 0\nqed 1\n", "unknown name 'i9'"},
      {"1 (in[i0,N]) obviously\nqed 1\n", "unknown reason"},
      {"1 (in[i0,N]) premise 4\nqed 1\n", "unexpected '4'"},
      {"2 (in[i0,N]) premise\n1 (in[i0,N]) premise\nqed 1\n", "must increase"},
      {"1 (>[x](in[x,N])(in[x,N])) show fix N\n", "is not fresh"},
      {"1 (>[x](in[x,N])(in[x,N])) show\n", "expected 1 names"},
      {"1 (>[x](in[x,N])(in[x,N])) show fix a\n2 (in[a,N]) premise\nend 2\n"
       "3 (in[a,N]) premise\nqed 1\n",
       "unknown name 'a'"},
      {"1 (>[x](in[x,N])(in[x,N])) show fix a\n2 (in[a,N]) premise\nend 2\n"
       "qed 2\n",
       "step 2 is not in scope"},
      {"1 (>[x,y](in2[x,y,s])(in[x,N])) induction x N\ncase i0\n",
       "nothing says that the variable is a member"},
      {"1 (in[i0,N]) clause Numbers 0\n"
       "2 (in3[i0,i0,i0,+]) clause Numbers 4.i a=i0 from 1 1\nqed 2\n",
       "expected 1 cited steps, found 2"},
      {"1 (in3[i0,i0,i0,+]) clause Numbers 4.i from 1\nqed 1\n",
       "variable 'a' has no term"},
      {"1 (in3[i0,i0,i0,+]) clause Numbers 4.i a=i0 b=i0\nqed 1\n",
       "there is no variable 'b'"},
  };
  for (auto [steps, message] : wrong) {
    Theorem t;
    EXPECT_FALSE(proof(steps, t)) << steps;
    EXPECT_NE(error.find(message), error.npos) << steps << error;
  }
}

TEST_F(Numbers, AStepThatDoesNotFollowIsPassedOn) {
  Theorem t;
  EXPECT_TRUE(proof("1 (in3[i0,i0,i0,+]) clause Numbers 0\nqed 1\n", t))
      << error;
}

TEST_F(Numbers, Laws) {
  auto law = [&](const char *text) {
    auto found = lawOf(theory, formula(text));
    return found ? toString(*found) : "none";
  };
  EXPECT_EQ(law("(>[a,b,c](in3[a,b,c,+])(in3[b,a,c,+]))"), "a + b = b + a");
  EXPECT_EQ(law("(>[a,b,c,d,e,f](&(in3[a,b,d,+])(in3[d,c,e,+])(in3[b,c,f,+]))"
                "(in3[a,f,e,+]))"),
            "(a + b) + c = a + (b + c)");
  EXPECT_EQ(law("(>[a](in[a,N])(in3[i0,a,a,+]))"), "i0 + a = a");
  EXPECT_EQ(law("(>[a,b,c,d](&(in3[a,c,d,+])(in3[b,c,d,+]))(=[a,b]))"),
            "if a + c = b + c then a = b");
  EXPECT_EQ(law("(>[a,b](&(in2[a,b,s])(in2[a,b,<]))(=[a,b]))"),
            "if in2(a,s(a),<) then a = s(a)");
  EXPECT_EQ(law("(>[a](in[a,N])!(in2[a,a,s]))"), "if s(a) = a then false");
  EXPECT_EQ(law("(>[a,b](in3[a,b,i1,<=])(=[a,b]))"),
            "if (a <= b) = i1 then a = b");
  EXPECT_EQ(law("(>[a](in[a,N])!(>[b](in[b,N])!(in2[a,b,s])))"), "none");
}

TEST_F(Numbers, Chains) {
  Theorem t;
  ASSERT_TRUE(proof("1 (>[a,b,c](&(=[a,b])(=[c,b]))(=[a,c])) show fix x y z\n"
                    "2 (=[x,y]) premise\n"
                    "3 (=[z,y]) premise\n"
                    "4 (=[x,z]) chain 2 3\n"
                    "5 (=[z,z]) chain 2 3\n"
                    "end 4\nqed 1\n",
                    t, "(>[a,b,c](&(=[a,b])(=[c,b]))(=[a,c]))"))
      << error;
  const Block &block = t.proof.steps[0].blocks[0];
  auto chain = chainOf(t, block.steps[2]);
  ASSERT_TRUE(chain);
  ASSERT_EQ(chain->size(), 2u);
  EXPECT_EQ((*chain)[0].to, "y");
  EXPECT_FALSE((*chain)[0].isReversed);
  EXPECT_EQ((*chain)[1].from, "y");
  EXPECT_TRUE((*chain)[1].isReversed);
  EXPECT_FALSE(chainOf(t, block.steps[3]));
}

TEST_F(Numbers, Rewriting) {
  Theorem t;
  ASSERT_TRUE(
      proof("1 (>[a,b](&(=[a,b])(in3[a,a,a,+]))(in3[b,a,b,+])) show fix x y\n"
            "2 (=[x,y]) premise\n"
            "3 (in3[x,x,x,+]) premise\n"
            "4 (in3[y,x,y,+]) rewrite 3 by 2\n"
            "5 (in3[y,x,i0,+]) rewrite 3 by 2\n"
            "6 (in[x,N]) rewrite 3 by 2\n"
            "end 4\nqed 1\n",
            t, "(>[a,b](&(=[a,b])(in3[a,a,a,+]))(in3[b,a,b,+]))"))
      << error;
  const Block &block = t.proof.steps[0].blocks[0];
  FormulaRef part;
  auto changes = changesOf(t, block.steps[2], part);
  ASSERT_TRUE(changes);
  ASSERT_EQ(changes->size(), 1u);
  EXPECT_TRUE((*changes)[0].isFound);
  EXPECT_EQ((*changes)[0].step, 2u);
  EXPECT_EQ(
      toString(withChanges(part, block.steps[2].formula, *changes, 0, "_")),
      "(in3[_,x,_,+])");
  // Nothing makes x equal to i0; and another predicate is no rewriting.
  changes = changesOf(t, block.steps[3], part);
  ASSERT_TRUE(changes);
  EXPECT_FALSE(changes->back().isFound);
  EXPECT_FALSE(changesOf(t, block.steps[4], part));

  trim(t);
  ASSERT_EQ(t.proof.steps[0].blocks[0].steps.size(), 3u);
  EXPECT_EQ(t.proof.steps[0].blocks[0].steps.back().number, 4u);
}

TEST(Run, FolderInOrderOfDependency) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "proof-form-run";
  fs::remove_all(folder);
  fs::create_directories(folder / "proofs");
  auto write = [&](const char *name, const std::string &text) {
    std::ofstream(folder / name) << text;
  };
  auto proofOf = [](const std::string &name, const std::string &steps) {
    return "mpl-proof 1\ntheory T\ntheorem " + name + " (in[a,S])\n" + steps;
  };
  const std::string theory = "(theory T[S,a] (in[a,S]))\n";
  write("theorems.mpl", theory + "(conjecture first (in[a,S]))\n"
                                 "(conjecture second (in[a,S]))\n");
  write("open.mpl", theory + "(conjecture third (=[S,S]))\n");
  write("results.json", R"json({"conjectures": [
    {"name": "first", "status": "proved", "method": "direct"},
    {"name": "second", "status": "proved", "explored": "consequence",
     "text": "a in S", "follows_from": ["first"]},
    {"name": "fourth", "status": "refuted", "values": {"y": "0", "x": "1"},
     "statement": "(=[S,S])", "refuted_by": ["fifth"]},
    {"name": "third", "status": "open", "limit": "firings"}],
    "statistics": {"seconds": 0.5, "blocks": 3, "block_rows": [1, 0, 2],
      "phases": [{"phase": "prove", "seconds": 0.25}]}})json");
  write("refuted.tsv", "statement\tvalues\nfourth\ty = 0, x = 1\n"
                       "a = b\ta = 1, b = 0: 1 is not 0\n");
  write("proofs/first.proof",
        proofOf("first", "uses second\n1 (in[a,S]) clause second -\nqed 1\n"));
  write("proofs/second.proof",
        proofOf("second", "1 (in[a,S]) clause T -\nqed 1\n"));
  std::string error;
  auto run = readRun(folder.string(), error);
  ASSERT_TRUE(run) << error;
  ASSERT_EQ(run->theorems.size(), 2u);
  EXPECT_EQ(run->theorems[0].name, "second");
  EXPECT_EQ(run->theorem("first")->method, "direct");
  ASSERT_EQ(run->open.size(), 1u);
  EXPECT_EQ(run->open[0].limit, "firings");
  EXPECT_EQ(run->theorem("second")->text, "a in S");
  EXPECT_EQ(run->theorem("second")->followsFrom,
            std::vector<std::string>{"first"});
  ASSERT_EQ(run->refuted.size(), 1u);
  EXPECT_EQ(run->refuted[0].by, std::vector<std::string>{"fifth"});
  EXPECT_EQ(run->refuted[0].values[0].first, "y");
  EXPECT_EQ(toString(run->refuted[0].statement), "(=[S,S])");
  EXPECT_EQ(run->refuted[0].statement->kind, Formula::Kind::Atom);
  // Conjectures stand among the refuted already.
  ASSERT_EQ(run->falseEquations.size(), 1u);
  EXPECT_EQ(run->falseEquations[0].text, "a = b");
  EXPECT_EQ(run->falseEquations[0].values, "a = 1, b = 0: 1 is not 0");
  EXPECT_TRUE(run->statistics.isKnown);
  EXPECT_EQ(run->statistics.blocks, 3u);
  EXPECT_EQ(run->statistics.blockRows, (std::vector<uint64_t>{1, 0, 2}));
  ASSERT_EQ(run->statistics.phases.size(), 1u);
  EXPECT_EQ(run->statistics.phases[0].second, 0.25);
  EXPECT_EQ(dependenciesOf(*run),
            (std::vector<std::vector<size_t>>{{}, {0}}));

  write("proofs/second.proof",
        proofOf("second", "uses first\n1 (in[a,S]) clause first -\nqed 1\n"));
  EXPECT_FALSE(readRun(folder.string(), error));
  EXPECT_NE(error.find("cites itself"), error.npos) << error;
  fs::remove(folder / "proofs/second.proof");
  EXPECT_FALSE(readRun(folder.string(), error));
  EXPECT_NE(error.find("no proof of 'second'"), error.npos) << error;
}

} // namespace
