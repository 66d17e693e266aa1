//===- Narrowing.cpp - Values that make two terms equal -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A question is narrowed by every active equation: a part of it that is no variable is
// unified with the left side and becomes the right side (Hullot, 1980). If the sides
// unify in the end, the values are an answer. Only the values count: the instance is
// proved like any goal, so that nothing here needs to be trusted or remembered.
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Completion.h"

#include <algorithm>

namespace mplrt::rewrite {

namespace {

constexpr size_t maxQuestions = 2000, maxAnswers = 50;
constexpr uint32_t maxDepth = 4, maxQuestionWeight = 40;
// Equations have lower ones, also where these are made different.
constexpr uint32_t newVariables = 2000;

} // namespace

void Completion::ask(TermId left, TermId right) {
  Question question{left, right, {}, 0};
  const uint32_t n = std::max(terms.numVariables(left), terms.numVariables(right));
  question.answer.assign(n, noTerm);
  addQuestion(std::move(question));
}

/// If its sides unify: the values, and for what is left open the least there is.
void Completion::answerBy(const Question &question) {
  Terms::Substitution unifier;
  if (goals.size() >= maxAnswers ||
      !terms.unify(question.left, question.right, unifier))
    return;
  const TermId left = questions[0].left, right = questions[0].right;
  Terms::Substitution answer(question.answer.size(), noTerm);
  bool isGround = true;
  auto variablesOf = [&](auto &&self, TermId t) -> void {
    if (terms.isGround(t))
      return;
    if (terms.isVariable(t)) {
      const uint32_t v = terms.index(t);
      TermId value = v < question.answer.size() && question.answer[v] != noTerm
                         ? question.answer[v]
                         : t;
      value = rewriter.close(terms.resolve(value, unifier));
      isGround = isGround && value != noTerm;
      answer[v] = value;
      return;
    }
    const std::vector<TermId> inputs(terms.args(t).begin(), terms.args(t).end());
    for (const TermId a : inputs)
      self(self, a);
  };
  variablesOf(variablesOf, left);
  variablesOf(variablesOf, right);
  if (!isGround)
    return;
  goals.push_back({{terms.substitute(left, answer), terms.substitute(left, answer), {}},
                   {terms.substitute(right, answer), terms.substitute(right, answer), {}},
                   false,
                   answer});
  checkGoals();
}

void Completion::addQuestion(Question question) {
  if (questions.size() >= maxQuestions ||
      terms.weight(question.left) + terms.weight(question.right) > maxQuestionWeight ||
      !askedBefore.insert({question.left, question.right}).second)
    return;
  const size_t number = questions.size();
  questions.push_back(std::move(question));
  answerBy(Question(questions[number]));
  const size_t n = uses.size();
  for (size_t u = 0; u < n && !isDone(); ++u)
    narrow(number, uses[u]);
}

void Completion::narrowAll(EquationId e) {
  std::vector<Use> own;
  for (const Use &use : uses)
    if (use.equation == e)
      own.push_back(use);
  const size_t n = questions.size();
  for (const Use &use : own)
    for (size_t q = 0; q < n && !isDone(); ++q)
      narrow(q, use);
}

void Completion::narrow(size_t question, const Use &use) {
  if (questions[question].depth >= maxDepth || terms.isVariable(use.from))
    return;
  Terms::Path path;
  narrowInside(question, true, questions[question].left, path, use);
  narrowInside(question, false, questions[question].right, path, use);
}

void Completion::narrowInside(size_t number, bool isLeft, TermId t, Terms::Path &path,
                              const Use &use) {
  if (terms.isVariable(t) || isDone())
    return;
  Terms::Substitution unifier;
  if (terms.head(t) == terms.head(use.shiftedFrom) &&
      terms.unify(t, use.shiftedFrom, unifier)) {
    const Question old = questions[number];
    Question next = old;
    next.depth = old.depth + 1;
    TermId &side = isLeft ? next.left : next.right;
    side = terms.replace(side, path, use.shiftedTo);
    next.left = terms.resolve(next.left, unifier);
    next.right = terms.resolve(next.right, unifier);
    // The variables of the question keep their values; others are numbered anew.
    Terms::Substitution names;
    uint32_t fresh = newVariables;
    auto name = [&](auto &&self, TermId u) -> void {
      if (terms.isGround(u))
        return;
      if (terms.isVariable(u)) {
        const uint32_t v = terms.index(u);
        if (v < old.answer.size())
          return;
        if (v >= names.size())
          names.resize(v + 1, noTerm);
        if (names[v] == noTerm)
          names[v] = terms.variable(fresh++, terms.sort(u));
        return;
      }
      const std::vector<TermId> inputs(terms.args(u).begin(), terms.args(u).end());
      for (const TermId a : inputs)
        self(self, a);
    };
    auto value = [&](uint32_t v) {
      if (old.answer[v] != noTerm)
        return terms.resolve(old.answer[v], unifier);
      return v < unifier.size() && unifier[v] != noTerm ? terms.resolve(unifier[v], unifier)
                                                        : noTerm;
    };
    for (uint32_t v = 0; v < next.answer.size(); ++v)
      if ((next.answer[v] = value(v)) != noTerm)
        name(name, next.answer[v]);
    name(name, next.left);
    name(name, next.right);
    for (TermId *u : {&next.left, &next.right})
      *u = rewriter.normalise(terms.substitute(*u, names), nullptr);
    for (TermId &u : next.answer)
      if (u != noTerm)
        u = terms.substitute(u, names);
    addQuestion(std::move(next));
  }
  const size_t n = terms.args(t).size();
  for (size_t i = 0; i < n; ++i) {
    path.push_back(uint8_t(i));
    narrowInside(number, isLeft, terms.args(t)[i], path, use);
    path.pop_back();
  }
}

} // namespace mplrt::rewrite
