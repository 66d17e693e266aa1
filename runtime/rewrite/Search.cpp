//===- Search.cpp - The search for an equational proof --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Search.h"

namespace mplrt::rewrite {

using calculus::Rule;

Search::Search(const calculus::Program &program,
               const std::vector<const calculus::Conjecture *> &known,
               const calculus::Conjecture &stated, Order::Kind kind)
    : conjecture(stated), signature(program, terms), completion(terms, kind) {
  const calculus::Goal &goal = conjecture.goal;
  reading = readGoal(signature, goal);
  if (reading)
    readHeadOf(goal);
  if (!head)
    return;
  for (uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule &rule = program.rules[r];
    if (rule.clause.kind == calculus::Clause::Kind::Use)
      addClause({Source::Kind::Rule, r, nullptr, {}}, rule.premises, rule.numVariables,
                rule.head, rule.atom, rule.left, rule.right);
  }
  for (const calculus::Conjecture *theorem : known) {
    theorems.push_back(*theorem);
    const calculus::Goal &g = theorem->goal;
    addClause({Source::Kind::Theorem, 0, &theorems.back(), {}}, g.premises,
              g.numVariables, g.head, g.atom, g.left, g.right);
  }
  for (uint32_t k = 0; k < reading->conditions.size(); ++k) {
    const auto &condition = reading->conditions[k];
    sources.push_back({Source::Kind::Premise, k, nullptr, {}});
    completion.addAxiom(condition.left, condition.right);
  }
  for (Symbol f = Symbol(terms.numSymbols()); f-- > 0;)
    if (terms.symbol(f).inputs.empty())
      completion.setLeast(terms.symbol(f).sort, terms.constant(f));
  if (asked)
    completion.ask(head->left, head->right);
  else
    completion.addGoal(head->left, head->right);
}

/// An existential goal: all of its parts but one say what something is called.
void Search::readHeadOf(const calculus::Goal &goal) {
  if (goal.head != Rule::Head::Witness) {
    head = readHead(signature, *reading, goal.head, goal.atom, goal.left, goal.right);
    return;
  }
  auto parts = readAsked(signature, *reading, goal);
  if (!parts || parts->conditions.size() > 1)
    return;
  if (parts->conditions.empty())
    return; // Totality alone: a block proves it.
  head = HeadEquation{parts->conditions[0].left, parts->conditions[0].right};
  asked = Asked{std::move(*parts), {}};
}

void Search::addClause(Source source, const std::vector<calculus::Atom> &premises,
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
  completion.addAxiom(equation->left, equation->right);
}

bool Search::run(uint64_t work, const std::function<bool()> &isStopped) {
  completion.run(work, isStopped);
  return completion.isDone();
}

std::optional<WrittenProof> Search::proof() {
  EquationWriter writer(signature, completion.equations(), sources);
  const size_t goal = completion.provedGoal();
  const Chain &chain = completion.proof(goal);
  if (!asked)
    return writer.write(conjecture, *reading, *head, chain, nullptr);
  asked->values = completion.answer(goal);
  return writer.write(conjecture, *reading,
                      {terms.substitute(head->left, asked->values),
                       terms.substitute(head->right, asked->values)},
                      chain, &*asked);
}

} // namespace mplrt::rewrite
