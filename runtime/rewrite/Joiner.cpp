//===- Joiner.cpp - Equations that hold by rewriting alone ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Joiner.h"

namespace mplrt::rewrite {

using calculus::Rule;

Joiner::Joiner(const calculus::Program &program)
    : signature(program, terms), rewriter(terms, Order::Kind::Path) {
  for (uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule &rule = program.rules[r];
    if (rule.clause.kind == calculus::Clause::Kind::Use)
      addClause({Source::Kind::Rule, r, nullptr, {}}, rule.premises, rule.numVariables,
                rule.head, rule.atom, rule.left, rule.right);
  }
}

void Joiner::add(const calculus::Conjecture &theorem) {
  theorems.push_back(theorem);
  const calculus::Goal &g = theorem.goal;
  addClause({Source::Kind::Theorem, 0, &theorems.back(), {}}, g.premises, g.numVariables,
            g.head, g.atom, g.left, g.right);
}

void Joiner::addClause(Source source, const std::vector<calculus::Atom> &premises,
                       uint32_t numVariables, Rule::Head head,
                       const calculus::Atom &atom, calculus::Term left,
                       calculus::Term right) {
  auto clause = readClause(signature, premises, numVariables);
  if (!clause)
    return;
  const auto equation = readHead(signature, *clause, head, atom, left, right);
  if (!equation || equation->left == equation->right)
    return;
  source.reading = std::move(*clause);
  sources.push_back(std::move(source));
  const EquationId e = rewriter.add(equation->left, equation->right, false, {});
  rewriter.activate(e);
  noteLaw(e);
}

void Joiner::noteLaw(EquationId e) {
  const TermId s = rewriter.equation(e).left, t = rewriter.equation(e).right;
  if (isCommutativity(terms, s, t))
    laws[terms.head(s)].commutes = e;
  else if (isAssociativity(terms, s, t))
    laws[terms.head(s)].associates = e;
  else
    return;
  const Laws &known = laws[terms.head(s)];
  if (!known.isDone && known.commutes != ~0u && known.associates != ~0u)
    addExchange(terms.head(s));
}

/// x(yz) = (xy)z = (yx)z = y(xz)
void Joiner::addExchange(Symbol f) {
  Laws &known = laws[f];
  known.isDone = true;
  const Sort sort = terms.symbol(f).sort;
  auto of = [&](TermId a, TermId b) {
    const TermId both[] = {a, b};
    return terms.apply(f, both);
  };
  const TermId x = terms.variable(0, sort), y = terms.variable(1, sort),
               z = terms.variable(2, sort);
  const TermId from = of(x, of(y, z)), to = of(y, of(x, z));
  // The commutative law reads the same from both ends.
  Chain proof{{known.associates, false, {}, from, of(of(x, y), z)},
              {known.commutes, true, {0}, of(x, y), of(y, x)},
              {known.associates, true, {}, of(of(y, x), z), to}};
  const EquationId e = rewriter.add(from, to, true, std::move(proof));
  sources.emplace_back();
  rewriter.activate(e);
}

bool Joiner::isEquation(const calculus::Conjecture &conjecture) {
  const Terms::Mark mark = terms.mark();
  const size_t numSymbols = terms.numSymbols();
  const calculus::Goal &goal = conjecture.goal;
  const auto reading = readGoal(signature, goal);
  const bool result = reading && reading->conditions.empty() &&
                      readHead(signature, *reading, goal.head, goal.atom, goal.left,
                               goal.right);
  terms.release(mark);
  signature.keep(numSymbols);
  return result;
}

std::optional<WrittenProof> Joiner::prove(const calculus::Conjecture &conjecture) {
  const Terms::Mark mark = terms.mark();
  const size_t numSymbols = terms.numSymbols();
  std::optional<WrittenProof> proof;
  const calculus::Goal &goal = conjecture.goal;
  const auto reading = readGoal(signature, goal);
  if (reading && reading->conditions.empty())
    if (const auto head = readHead(signature, *reading, goal.head, goal.atom, goal.left,
                                   goal.right)) {
      Chain chain, back;
      const TermId left = rewriter.normalise(head->left, &chain);
      const TermId right = rewriter.normalise(head->right, &back);
      if (left == right) {
        back = reversed(std::move(back));
        chain.insert(chain.end(), back.begin(), back.end());
        proof = EquationWriter(signature, rewriter, sources)
                    .write(conjecture, *reading, *head, chain, nullptr);
      }
    }
  terms.release(mark);
  signature.keep(numSymbols);
  return proof;
}

} // namespace mplrt::rewrite
