//===- Search.cpp - The search for an equational proof --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Search.h"

namespace mplrt::rewrite {

using calculus::Rule;

Search::Search(const calculus::Program &program,
               const std::vector<const calculus::Conjecture *> &theorems,
               const calculus::Conjecture &conjecture, Order::Kind kind)
    : conjecture(conjecture), signature(program, terms), completion(terms, kind) {
  const calculus::Goal &goal = conjecture.goal;
  reading = readGoal(signature, goal);
  if (reading)
    head = readHead(signature, *reading, goal.head, goal.atom, goal.left, goal.right);
  if (!head)
    return;
  for (uint32_t r = 0; r < program.rules.size(); ++r) {
    const Rule &rule = program.rules[r];
    if (rule.clause.kind == calculus::Clause::Kind::Use)
      addClause({Source::Kind::Rule, r, nullptr, {}}, rule.premises, rule.numVariables,
                rule.head, rule.atom, rule.left, rule.right);
  }
  for (const calculus::Conjecture *theorem : theorems)
    if (!theorem->isComposite())
      addClause({Source::Kind::Theorem, 0, theorem, {}}, theorem->goal.premises,
                theorem->goal.numVariables, theorem->goal.head, theorem->goal.atom,
                theorem->goal.left, theorem->goal.right);
  for (uint32_t k = 0; k < reading->conditions.size(); ++k) {
    const auto &condition = reading->conditions[k];
    sources.push_back({Source::Kind::Premise, k, nullptr, {}});
    completion.addAxiom(condition.left, condition.right);
  }
  for (Symbol f = Symbol(terms.numSymbols()); f-- > 0;)
    if (terms.symbol(f).inputs.empty())
      completion.setLeast(terms.symbol(f).sort, terms.constant(f));
  completion.addGoal(head->left, head->right);
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
  return completion.isProved(0);
}

std::optional<WrittenProof> Search::proof() {
  EquationWriter writer(signature, completion.equations(), sources);
  return writer.write(conjecture, *reading, *head, completion.proof(0));
}

} // namespace mplrt::rewrite
