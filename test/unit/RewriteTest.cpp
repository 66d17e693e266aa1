//===- RewriteTest.cpp - Terms, orders, rewriting, completion -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Completion.h"

#include <gtest/gtest.h>
#include <random>

using namespace mplrt::rewrite;

namespace {

/// A group's symbols, one sort.
struct Group {
  Terms terms;
  Symbol e, a, b, mul, inv;
  TermId x, y, z;

  Group() {
    e = add(0);
    a = add(0);
    b = add(0);
    mul = add(2);
    inv = add(1);
    x = terms.variable(0, 0);
    y = terms.variable(1, 0);
    z = terms.variable(2, 0);
  }
  Symbol add(size_t inputs) {
    SymbolInfo info;
    info.inputs.assign(inputs, 0);
    info.rank = uint32_t(terms.numSymbols());
    return terms.addSymbol(info);
  }
  TermId c(Symbol f) { return terms.constant(f); }
  TermId i(TermId t) { return terms.apply(inv, std::span(&t, 1)); }
  TermId m(TermId s, TermId t) {
    const TermId both[] = {s, t};
    return terms.apply(mul, both);
  }
};

bool never() { return false; }

} // namespace

TEST(Terms, EqualTermsAreOne) {
  Group g;
  EXPECT_EQ(g.m(g.x, g.i(g.y)), g.m(g.x, g.i(g.y)));
  EXPECT_NE(g.m(g.x, g.y), g.m(g.y, g.x));
  EXPECT_EQ(g.terms.weight(g.m(g.x, g.i(g.y))), 4u);
  EXPECT_TRUE(g.terms.isGround(g.i(g.c(g.e))));
}

TEST(Terms, WhatIsReleasedIsForgotten) {
  Group g;
  const TermId kept = g.m(g.x, g.y);
  const Terms::Mark mark = g.terms.mark();
  // Enough that the table grows.
  TermId t = kept;
  for (int k = 0; k < 2000; ++k)
    t = g.m(t, g.i(t));
  g.terms.release(mark);
  EXPECT_EQ(g.terms.mark().nodes, mark.nodes);
  EXPECT_EQ(g.m(g.x, g.y), kept);
  EXPECT_EQ(g.m(kept, g.i(kept)), g.m(kept, g.i(kept)));
}

TEST(Terms, MatchingAndUnification) {
  Group g;
  Terms::Substitution values;
  EXPECT_TRUE(g.terms.match(g.m(g.x, g.x), g.m(g.i(g.y), g.i(g.y)), values));
  EXPECT_EQ(values[0], g.i(g.y));
  values.clear();
  EXPECT_FALSE(g.terms.match(g.m(g.x, g.x), g.m(g.y, g.z), values));
  values.clear();
  EXPECT_TRUE(g.terms.unify(g.m(g.x, g.i(g.y)), g.m(g.i(g.z), g.x), values));
  EXPECT_EQ(g.terms.resolve(g.x, values), g.terms.resolve(g.i(g.y), values));
  EXPECT_EQ(g.terms.resolve(g.y, values), g.terms.resolve(g.z, values));
  values.clear();
  EXPECT_FALSE(g.terms.unify(g.x, g.i(g.x), values)); // Occurs.
  // A variable stands for members of its own sort only.
  const TermId other = g.terms.variable(7, 1);
  values.clear();
  EXPECT_FALSE(g.terms.match(other, g.c(g.a), values));
  EXPECT_FALSE(g.terms.unify(other, g.x, values));
}

TEST(Order, WeightsAndPaths) {
  Group g;
  for (const Order::Kind kind : {Order::Kind::Weight, Order::Kind::Path}) {
    const Order order(g.terms, kind);
    EXPECT_TRUE(order.isGreater(g.m(g.m(g.x, g.y), g.z), g.m(g.x, g.m(g.y, g.z))));
    EXPECT_TRUE(order.isGreater(g.m(g.x, g.i(g.y)), g.y));
    EXPECT_FALSE(order.isGreater(g.m(g.x, g.y), g.m(g.y, g.x)));
    EXPECT_FALSE(order.isGreater(g.m(g.y, g.x), g.m(g.x, g.y)));
    EXPECT_FALSE(order.isGreater(g.i(g.x), g.m(g.x, g.y)));
    EXPECT_FALSE(order.isGreater(g.m(g.x, g.y), g.m(g.x, g.z)));
    EXPECT_TRUE(order.isGreater(g.m(g.c(g.b), g.c(g.a)), g.m(g.c(g.a), g.c(g.b))));
  }
}

TEST(Order, TotalAndTransitiveOnGroundTerms) {
  Group g;
  std::mt19937 random(7);
  std::vector<TermId> all{g.c(g.e), g.c(g.a), g.c(g.b)};
  for (int k = 0; k < 40; ++k) {
    const TermId s = all[random() % all.size()], t = all[random() % all.size()];
    all.push_back(random() % 3 ? g.m(s, t) : g.i(s));
  }
  for (const Order::Kind kind : {Order::Kind::Weight, Order::Kind::Path}) {
    const Order order(g.terms, kind);
    for (const TermId s : all)
      for (const TermId t : all) {
        EXPECT_EQ(order.isGreater(s, t) + order.isGreater(t, s), s != t);
        // Larger than its parts, and kept by functions.
        if (order.isGreater(s, t)) {
          EXPECT_TRUE(order.isGreater(g.i(s), g.i(t)));
          EXPECT_TRUE(order.isGreater(g.m(g.c(g.a), s), t));
        }
        for (const TermId u : all)
          if (order.isGreater(s, t) && order.isGreater(t, u))
            EXPECT_TRUE(order.isGreater(s, u));
      }
  }
}

TEST(Index, FindsAllThatMayMatch) {
  Group g;
  Index index(g.terms);
  index.insert(g.m(g.x, g.c(g.e)), 1);
  index.insert(g.m(g.x, g.y), 2);
  index.insert(g.m(g.i(g.x), g.y), 3);
  auto found = [&](TermId t) {
    std::vector<uint32_t> values;
    index.find(t, [&](uint32_t v) {
      values.push_back(v);
      return false;
    });
    std::sort(values.begin(), values.end());
    return values;
  };
  EXPECT_EQ(found(g.m(g.c(g.a), g.c(g.e))), (std::vector<uint32_t>{1, 2}));
  EXPECT_EQ(found(g.m(g.i(g.c(g.a)), g.c(g.e))), (std::vector<uint32_t>{1, 2, 3}));
  EXPECT_EQ(found(g.m(g.x, g.x)), (std::vector<uint32_t>{2}));
  EXPECT_TRUE(found(g.i(g.c(g.a))).empty());
  index.remove(g.m(g.x, g.y), 2);
  EXPECT_EQ(found(g.m(g.c(g.a), g.c(g.e))), (std::vector<uint32_t>{1}));
}

TEST(Rewriter, OrderedRewritingSortsByACommutativeLaw) {
  Group g;
  Rewriter rewriter(g.terms, Order::Kind::Weight);
  rewriter.activate(rewriter.add(g.m(g.x, g.y), g.m(g.y, g.x), false, {}));
  Chain chain;
  const TermId before = g.m(g.i(g.c(g.b)), g.m(g.c(g.b), g.c(g.a)));
  const TermId after = rewriter.normalise(before, &chain);
  EXPECT_EQ(after, g.m(g.i(g.c(g.b)), g.m(g.c(g.a), g.c(g.b)))); // The lighter first.
  EXPECT_EQ(rewriter.normalise(after, nullptr), after);
  EXPECT_EQ(rewriter.normalise(g.m(g.x, g.y), nullptr), g.m(g.x, g.y));
}

namespace {

/// Each step replaces an instance of one side of its equation by that of the other.
void expectChain(Group &g, const Rewriter &rewriter, TermId from, TermId to,
                 const Chain &chain) {
  TermId now = from;
  for (const Step &step : chain) {
    const Equation &equation = rewriter.equation(step.equation);
    ASSERT_EQ(g.terms.at(now, step.path), step.before);
    Terms::Substitution values;
    EXPECT_TRUE(g.terms.match(step.isForward ? equation.left : equation.right,
                              step.before, values));
    EXPECT_TRUE(g.terms.match(step.isForward ? equation.right : equation.left,
                              step.after, values));
    now = g.terms.replace(now, step.path, step.after);
  }
  EXPECT_EQ(now, to);
}

void expectDerived(Group &g, const Rewriter &rewriter) {
  for (EquationId e = 0; e < rewriter.size(); ++e)
    if (rewriter.equation(e).isDerived)
      expectChain(g, rewriter, rewriter.equation(e).left, rewriter.equation(e).right,
                  rewriter.equation(e).proof);
}

} // namespace

TEST(Completion, GroupsAreComplete) {
  for (const Order::Kind kind : {Order::Kind::Weight, Order::Kind::Path}) {
    Group g;
    Completion completion(g.terms, kind);
    completion.addAxiom(g.m(g.m(g.x, g.y), g.z), g.m(g.x, g.m(g.y, g.z)));
    completion.addAxiom(g.m(g.c(g.e), g.x), g.x);
    completion.addAxiom(g.m(g.i(g.x), g.x), g.c(g.e));
    // Not a theorem, so that completion goes on to the end: only the path order
    // orients the inverse of a product, but both are done.
    const TermId ab = g.m(g.c(g.a), g.c(g.b)), ba = g.m(g.c(g.b), g.c(g.a));
    completion.addGoal(ab, ba);
    completion.run(30000, never);
    EXPECT_FALSE(completion.isDone());
    if (kind == Order::Kind::Path)
      EXPECT_TRUE(completion.isExhausted());
    expectDerived(g, completion.equations());
    const size_t goal = completion.addGoal(g.i(ab), g.m(g.i(g.c(g.b)), g.i(g.c(g.a))));
    ASSERT_TRUE(completion.isDone());
    EXPECT_EQ(completion.provedGoal(), goal);
    expectChain(g, completion.equations(), g.i(ab), g.m(g.i(g.c(g.b)), g.i(g.c(g.a))),
                completion.proof(goal));
  }
}

TEST(Completion, AnswersAreFoundAndProved) {
  Group g; // As application: there is x with a x = x, if (b x) = x x for all x.
  Completion completion(g.terms, Order::Kind::Weight);
  completion.addAxiom(g.m(g.m(g.c(g.b), g.x), g.y), g.m(g.x, g.m(g.y, g.y)));
  completion.ask(g.m(g.c(g.a), g.x), g.x);
  completion.run(20000, never);
  ASSERT_TRUE(completion.isDone());
  const size_t goal = completion.provedGoal();
  const TermId value = completion.answer(goal)[0];
  ASSERT_NE(value, noTerm);
  expectChain(g, completion.equations(), g.m(g.c(g.a), value), value,
              completion.proof(goal));
}

/// Whatever follows from equations that hold in a finite algebra holds there.
TEST(Completion, NothingFalseInAFiniteAlgebra) {
  for (uint32_t seed = 0; seed < 30; ++seed) {
    std::mt19937 random(seed);
    Group g;
    const uint32_t n = 2 + random() % 2;
    std::vector<uint32_t> mul(n * n), inv(n);
    for (uint32_t &v : mul)
      v = random() % n;
    for (uint32_t &v : inv)
      v = random() % n;
    const uint32_t constants[] = {0, uint32_t(random() % n), uint32_t(random() % n)};
    auto value = [&](auto &&self, TermId t, const uint32_t *env) -> uint32_t {
      if (g.terms.isVariable(t))
        return env[g.terms.index(t)];
      const auto args = g.terms.args(t);
      if (args.empty())
        return constants[g.terms.head(t)];
      if (args.size() == 1)
        return inv[self(self, args[0], env)];
      return mul[self(self, args[0], env) * n + self(self, args[1], env)];
    };
    auto holds = [&](TermId s, TermId t) {
      for (uint32_t k = 0; k < n * n * n; ++k) {
        const uint32_t env[] = {k % n, k / n % n, k / n / n};
        if (value(value, s, env) != value(value, t, env))
          return false;
      }
      return true;
    };
    auto term = [&](auto &&self, uint32_t size) -> TermId {
      if (size == 0) {
        const TermId leaves[] = {g.x, g.y, g.z, g.c(g.e), g.c(g.a), g.c(g.b)};
        return leaves[random() % 6];
      }
      if (random() % 3 == 0)
        return g.i(self(self, size - 1));
      const uint32_t left = random() % size;
      return g.m(self(self, left), self(self, size - 1 - left));
    };
    Completion completion(g.terms, seed % 2 ? Order::Kind::Weight : Order::Kind::Path);
    for (uint32_t k = 0, tries = 0; k < 4 && tries < 3000; ++tries) {
      const TermId s = term(term, random() % 4), t = term(term, random() % 4);
      if (s == t || !holds(s, t))
        continue;
      completion.addAxiom(s, t);
      ++k;
    }
    completion.addGoal(g.c(g.a), g.m(g.c(g.b), g.i(g.c(g.b))));
    completion.run(3000, never);
    for (EquationId e = 0; e < completion.equations().size(); ++e) {
      const Equation &equation = completion.equations().equation(e);
      if (equation.isActive && g.terms.numVariables(equation.left) <= 3 &&
          g.terms.numVariables(equation.right) <= 3)
        EXPECT_TRUE(holds(equation.left, equation.right)) << "seed " << seed;
    }
    expectDerived(g, completion.equations());
    if (completion.isDone())
      EXPECT_TRUE(holds(g.c(g.a), g.m(g.c(g.b), g.i(g.c(g.b)))));
  }
}

TEST(Rewriter, LawsAreRecognised) {
  Group g;
  EXPECT_TRUE(isCommutativity(g.terms, g.m(g.x, g.y), g.m(g.y, g.x)));
  EXPECT_FALSE(isCommutativity(g.terms, g.m(g.x, g.x), g.m(g.x, g.x)));
  EXPECT_FALSE(isCommutativity(g.terms, g.m(g.x, g.c(g.a)), g.m(g.c(g.a), g.x)));
  EXPECT_TRUE(isAssociativity(g.terms, g.m(g.m(g.x, g.y), g.z), g.m(g.x, g.m(g.y, g.z))));
  EXPECT_FALSE(isAssociativity(g.terms, g.m(g.m(g.x, g.y), g.z), g.m(g.x, g.m(g.z, g.y))));
  EXPECT_FALSE(isAssociativity(g.terms, g.m(g.m(g.x, g.x), g.z), g.m(g.x, g.m(g.x, g.z))));
}
