//===- Rewriter.cpp - Equations as rewrite rules --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Rewriter.h"

#include <algorithm>

namespace mplrt::rewrite {

Chain reversed(Chain chain) {
  std::reverse(chain.begin(), chain.end());
  for (Step &step : chain) {
    step.isForward = !step.isForward;
    std::swap(step.before, step.after);
  }
  return chain;
}

Chain substitute(Terms &terms, const Chain &chain, const Terms::Substitution &values) {
  Chain result = chain;
  for (Step &step : result) {
    step.before = terms.substitute(step.before, values);
    step.after = terms.substitute(step.after, values);
  }
  return result;
}

namespace {

bool isPair(const Terms &terms, TermId t) {
  return !terms.isVariable(t) && terms.args(t).size() == 2;
}

bool areVariables(const Terms &terms, std::initializer_list<TermId> all) {
  for (const TermId *t = all.begin(); t != all.end(); ++t)
    if (!terms.isVariable(*t) || std::find(all.begin(), t, *t) != t)
      return false;
  return true;
}

} // namespace

bool isCommutativity(const Terms &terms, TermId s, TermId t) {
  if (!isPair(terms, s) || !isPair(terms, t) || terms.head(s) != terms.head(t))
    return false;
  const auto a = terms.args(s), b = terms.args(t);
  return a[0] == b[1] && a[1] == b[0] && areVariables(terms, {a[0], a[1]});
}

bool isAssociativity(const Terms &terms, TermId s, TermId t) {
  if (!isPair(terms, s) || !isPair(terms, t) || terms.head(s) != terms.head(t))
    return false;
  const TermId xy = terms.args(s)[0], z = terms.args(s)[1], x = terms.args(t)[0],
               yz = terms.args(t)[1];
  return isPair(terms, xy) && isPair(terms, yz) && terms.head(xy) == terms.head(s) &&
         terms.head(yz) == terms.head(s) && terms.args(xy)[0] == x &&
         terms.args(yz)[1] == z && terms.args(xy)[1] == terms.args(yz)[0] &&
         areVariables(terms, {x, terms.args(xy)[1], z});
}

namespace {

/// Numbers variables in order of first occurrence.
void number(Terms &terms, TermId t, Terms::Substitution &names, uint32_t &next) {
  if (terms.isGround(t))
    return;
  if (terms.isVariable(t)) {
    const uint32_t v = terms.index(t);
    if (v >= names.size())
      names.resize(v + 1, noTerm);
    if (names[v] == noTerm)
      names[v] = terms.variable(next++, terms.sort(t));
    return;
  }
  const std::vector<TermId> inputs(terms.args(t).begin(), terms.args(t).end());
  for (const TermId a : inputs)
    number(terms, a, names, next);
}

} // namespace

EquationId Rewriter::add(TermId left, TermId right, bool isDerived, Chain proof) {
  const bool isTurned = order.isGreater(right, left);
  if (isTurned) {
    std::swap(left, right);
    proof = reversed(std::move(proof));
  }
  Terms::Substitution names;
  uint32_t next = 0;
  number(terms, left, names, next);
  number(terms, right, names, next);
  // Given ones keep their names: their source speaks of them.
  Equation equation;
  equation.isDerived = isDerived;
  equation.left = isDerived ? terms.substitute(left, names) : left;
  equation.right = isDerived ? terms.substitute(right, names) : right;
  if (isDerived) {
    for (const Step &step : proof) {
      number(terms, step.before, names, next);
      number(terms, step.after, names, next);
    }
    equation.proof = substitute(terms, proof, names);
  }
  equation.isOriented = order.isGreater(equation.left, equation.right);
  std::vector<int> inLeft, inRight;
  terms.count(equation.left, 1, inLeft);
  terms.count(equation.right, 1, inRight);
  const size_t n = std::max(inLeft.size(), inRight.size());
  inLeft.resize(n);
  inRight.resize(n);
  for (size_t v = 0; v < n; ++v) {
    equation.leftIsWider |= inLeft[v] > 0 && inRight[v] == 0;
    equation.rightIsWider |= inRight[v] > 0 && inLeft[v] == 0;
  }
  equations.push_back(std::move(equation));
  return EquationId(equations.size() - 1);
}

void Rewriter::activate(EquationId e) {
  Equation &equation = equations[e];
  equation.isActive = true;
  index.insert(equation.left, use(e, true));
  if (!equation.isOriented)
    index.insert(equation.right, use(e, false));
  ++stamp;
}

void Rewriter::deactivate(EquationId e) {
  Equation &equation = equations[e];
  equation.isActive = false;
  index.remove(equation.left, use(e, true));
  if (!equation.isOriented)
    index.remove(equation.right, use(e, false));
  ++stamp;
}

/// The instance of a side; variables without values become the least constants.
TermId Rewriter::instantiate(TermId side) {
  if (terms.isGround(side))
    return side;
  if (terms.isVariable(side)) {
    const uint32_t v = terms.index(side);
    if (v < values.size() && values[v] != noTerm)
      return values[v];
    const auto it = least.find(terms.sort(side));
    return it == least.end() ? noTerm : it->second;
  }
  std::vector<TermId> inputs(terms.args(side).begin(), terms.args(side).end());
  for (TermId &a : inputs)
    if ((a = instantiate(a)) == noTerm)
      return noTerm;
  return terms.apply(terms.head(side), inputs);
}

/// Whether it makes t smaller at the root.
bool Rewriter::apply(EquationId e, bool isForward, TermId t, TermId &result) {
  const Equation &equation = equations[e];
  const TermId from = isForward ? equation.left : equation.right;
  const TermId to = isForward ? equation.right : equation.left;
  // A variable alone is no pattern.
  if (terms.isVariable(from))
    return false;
  values.clear();
  if (!terms.match(from, t, values))
    return false;
  if (equation.isOriented) {
    result = terms.substitute(to, values);
    return true;
  }
  // Variables that only the other side has become the least there is.
  if (isForward ? equation.rightIsWider : equation.leftIsWider) {
    result = instantiate(to);
    return result != noTerm && order.isGreater(t, result);
  }
  result = terms.substitute(to, values);
  return order.isGreater(t, result);
}

TermId Rewriter::rewriteAtRoot(TermId t, EquationId &by, bool &isForward) {
  TermId result = noTerm;
  const bool isFound = index.find(t, [&](uint32_t use) {
    by = use / 2;
    isForward = use % 2;
    return apply(by, isForward, t, result) && result != t;
  });
  return isFound ? result : noTerm;
}

TermId Rewriter::normalise(TermId t, Chain *chain, const Terms::Path &at) {
  while (!terms.isVariable(t) && terms.normalStamp(t) != stamp) {
    // Inputs first.
    const size_t n = terms.args(t).size();
    std::vector<TermId> inputs(terms.args(t).begin(), terms.args(t).end());
    for (size_t i = 0; i < n; ++i) {
      Terms::Path below = at;
      if (chain)
        below.push_back(uint8_t(i));
      inputs[i] = normalise(inputs[i], chain, below);
    }
    t = terms.apply(terms.head(t), inputs);
    EquationId by = 0;
    bool isForward = true;
    const TermId next = rewriteAtRoot(t, by, isForward);
    if (next == noTerm) {
      terms.normalStamp(t) = stamp;
      break;
    }
    ++numSteps;
    if (chain)
      chain->push_back({by, isForward, at, t, next});
    t = next;
  }
  return t;
}

TermId Rewriter::close(TermId t) {
  if (terms.isGround(t))
    return t;
  if (terms.isVariable(t)) {
    const auto it = least.find(terms.sort(t));
    return it == least.end() ? noTerm : it->second;
  }
  std::vector<TermId> inputs(terms.args(t).begin(), terms.args(t).end());
  for (TermId &a : inputs)
    if ((a = close(a)) == noTerm)
      return noTerm;
  return terms.apply(terms.head(t), inputs);
}

bool Rewriter::isReducibleBy(TermId t, EquationId e) {
  if (terms.isVariable(t))
    return false;
  TermId result = noTerm;
  const Equation &equation = equations[e];
  if (apply(e, true, t, result) && result != t)
    return true;
  if (!equation.isOriented && apply(e, false, t, result) && result != t)
    return true;
  const size_t n = terms.args(t).size();
  for (size_t i = 0; i < n; ++i)
    if (isReducibleBy(terms.args(t)[i], e))
      return true;
  return false;
}

} // namespace mplrt::rewrite
