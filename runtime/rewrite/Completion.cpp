//===- Completion.cpp - Ordered completion --------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loop of a given clause: of the critical pairs that wait, the lightest is
// simplified, and if it says anything new, it becomes an active equation, simplifies
// those that are there, and is overlapped with all of them. Waiting pairs are three
// numbers; they are made again when their turn comes.
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Completion.h"

#include <algorithm>

namespace mplrt::rewrite {

namespace {

constexpr uint32_t shiftBy = 1000; ///< More than any equation has variables.
constexpr size_t maxPairs = 6000000, maxTerms = 12000000;
constexpr uint32_t maxWeight = 200; ///< Of a side.
/// Of so many pairs one is the oldest instead of the lightest.
constexpr uint64_t agePeriod = 12;

} // namespace

//===----------------------------------------------------------------------===//
// Overlaps
//===----------------------------------------------------------------------===//

Completion::Use Completion::makeUse(EquationId e, bool isForward) {
  const Equation &equation = rewriter.equation(e);
  Use use{e, isForward, equation.left, equation.right, 0, 0, {}};
  if (!isForward)
    std::swap(use.from, use.to);
  use.shiftedFrom = terms.shift(use.from, shiftBy);
  use.shiftedTo = terms.shift(use.to, shiftBy);
  Terms::Path path;
  auto visit = [&](auto &&self, TermId t) -> void {
    if (terms.isVariable(t))
      return;
    use.positions.push_back({path, t});
    for (uint8_t i = 0; i < terms.args(t).size(); ++i) {
      path.push_back(i);
      self(self, terms.args(t)[i]);
      path.pop_back();
    }
  };
  visit(visit, use.from);
  return use;
}

bool Completion::superpose(const Use &outer, size_t position, const Use &inner,
                           Superposed &out) {
  const auto &[path, sub] = outer.positions[position];
  values.clear();
  if (!terms.unify(sub, inner.shiftedFrom, values))
    return false;
  out.inner = terms.resolve(inner.shiftedFrom, values);
  // Prime pairs only.
  const size_t n = terms.args(out.inner).size();
  for (size_t i = 0; i < n; ++i) {
    const TermId input = terms.args(out.inner)[i];
    if (rewriter.normalise(input, nullptr) != input)
      return false;
  }
  out.peak = terms.resolve(outer.from, values);
  out.right = terms.resolve(outer.to, values);
  out.innerTo = terms.resolve(inner.shiftedTo, values);
  const Order &order = rewriter.reductionOrder();
  if ((!rewriter.equation(inner.equation).isOriented &&
       (order.isGreater(out.innerTo, out.inner) || out.innerTo == out.inner)) ||
      (!rewriter.equation(outer.equation).isOriented &&
       (order.isGreater(out.right, out.peak) || out.right == out.peak)))
    return false;
  out.path = path;
  out.left = terms.replace(out.peak, path, out.innerTo);
  return out.left != out.right;
}

void Completion::overlap(const Use &outer, const Use &inner) {
  for (size_t p = 0; p < outer.positions.size(); ++p) {
    if (terms.head(outer.positions[p].second) != terms.head(inner.shiftedFrom) ||
        (p == 0 && outer.equation == inner.equation &&
         outer.isForward == inner.isForward))
      continue;
    const Terms::Mark mark = terms.mark();
    Superposed made;
    if (superpose(outer, p, inner, made)) {
      ++pairsMade;
      TermId left = made.left, right = made.right;
      if (terms.weight(left) <= maxWeight && terms.weight(right) <= maxWeight &&
          !simplify(left, right, nullptr))
        push({outer.equation, inner.equation, uint16_t(p), outer.isForward,
              inner.isForward},
             left, right);
    }
    terms.release(mark);
  }
}

void Completion::overlapAll(EquationId e) {
  std::vector<const Use *> own;
  for (const Use &use : uses)
    if (use.equation == e)
      own.push_back(&use);
  for (const Use *use : own)
    for (const Use &other : uses) {
      overlap(*use, other);
      if (other.equation != e)
        overlap(other, *use);
    }
}

//===----------------------------------------------------------------------===//
// What waits
//===----------------------------------------------------------------------===//

void Completion::push(const Pair &pair, TermId left, TermId right) {
  if (pairs.size() >= maxPairs)
    return;
  const uint32_t score = terms.weight(left) + terms.weight(right);
  heap.push_back({score, uint32_t(pairs.size())});
  std::push_heap(heap.begin(), heap.end(), std::greater<>());
  pairs.push_back(pair);
  isTaken.push_back(false);
}

bool Completion::pop(Pair &pair) {
  ++statistics.given;
  if (statistics.given % agePeriod == 0) {
    while (oldest < pairs.size() && isTaken[oldest])
      ++oldest;
    if (oldest == pairs.size())
      return false;
    pair = pairs[oldest];
    isTaken[oldest] = true;
    return true;
  }
  for (;;) {
    if (heap.empty())
      return false;
    std::pop_heap(heap.begin(), heap.end(), std::greater<>());
    const uint32_t number = heap.back().second;
    heap.pop_back();
    if (isTaken[number])
      continue;
    isTaken[number] = true;
    pair = pairs[number];
    return true;
  }
}

void Completion::take(const Pair &pair) {
  if (!isLive(pair.first) || !isLive(pair.second))
    return;
  const Terms::Mark mark = terms.mark();
  const Use outer = makeUse(pair.first, pair.firstForward);
  const Use inner = makeUse(pair.second, pair.secondForward);
  Superposed made;
  bool isKept = false;
  if (superpose(outer, pair.position, inner, made)) {
    Chain chain{{pair.second, !pair.secondForward, made.path, made.innerTo, made.inner},
                {pair.first, pair.firstForward, {}, made.peak, made.right}};
    isKept = given(made.left, made.right, std::move(chain));
  }
  if (!isKept)
    terms.release(mark);
}

//===----------------------------------------------------------------------===//
// Simplification
//===----------------------------------------------------------------------===//

/// Rewrites both sides, as far as they go; true if nothing is left to say. The chain
/// goes from the left side to the right side, before and after.
bool Completion::simplify(TermId &left, TermId &right, Chain *chain) {
  Chain onLeft, onRight;
  left = rewriter.normalise(left, chain ? &onLeft : nullptr);
  right = rewriter.normalise(right, chain ? &onRight : nullptr);
  if (chain) {
    Chain whole = reversed(std::move(onLeft));
    whole.insert(whole.end(), chain->begin(), chain->end());
    whole.insert(whole.end(), onRight.begin(), onRight.end());
    *chain = std::move(whole);
  }
  if (left == right) {
    ++statistics.joined;
    return true;
  }
  if (isKnownPermutation(left, right)) {
    ++statistics.permuted;
    return true;
  }
  return false;
}

/// Whether an active equation says it at once.
bool Completion::isInstance(TermId left, TermId right) {
  for (;;) {
    for (const Use &use : uses) {
      values.clear();
      if (terms.match(use.from, left, values) && terms.match(use.to, right, values))
        return true;
    }
    if (terms.isVariable(left) || terms.isVariable(right) ||
        terms.head(left) != terms.head(right))
      return false;
    // The only input in which they differ.
    TermId a = noTerm, b = noTerm;
    for (size_t i = 0; i < terms.args(left).size(); ++i) {
      const TermId x = terms.args(left)[i], y = terms.args(right)[i];
      if (x == y)
        continue;
      if (a != noTerm)
        return false;
      a = x;
      b = y;
    }
    left = a;
    right = b;
  }
}

void Completion::gather(Symbol f, TermId t, std::vector<TermId> &parts) {
  if (terms.isVariable(t) || terms.head(t) != f) {
    parts.push_back(sorted(t));
    return;
  }
  const TermId a = terms.args(t)[0], b = terms.args(t)[1];
  gather(f, a, parts);
  gather(f, b, parts);
}

/// With the arguments of associative and commutative functions in a fixed order.
TermId Completion::sorted(TermId t) {
  if (terms.isVariable(t) || terms.args(t).empty())
    return t;
  const Symbol f = terms.head(t);
  std::vector<TermId> parts;
  if (f < commutes.size() && commutes[f] && associates[f]) {
    gather(f, t, parts);
    std::sort(parts.begin(), parts.end());
    TermId result = parts.back();
    for (size_t i = parts.size() - 1; i-- > 0;) {
      const TermId pair[] = {parts[i], result};
      result = terms.apply(f, pair);
    }
    return result;
  }
  parts.assign(terms.args(t).begin(), terms.args(t).end());
  for (TermId &a : parts)
    a = sorted(a);
  return terms.apply(f, parts);
}

namespace {

/// f(x,f(y,z)) = f(y,f(x,z))
bool isExchange(const Terms &terms, TermId s, TermId t) {
  auto spine = [&](TermId u, std::vector<TermId> &out) {
    if (terms.isVariable(u) || terms.args(u).size() != 2)
      return;
    const TermId second = terms.args(u)[1];
    if (terms.isVariable(second) || terms.head(second) != terms.head(u))
      return;
    out = {terms.args(u)[0], terms.args(second)[0], terms.args(second)[1]};
  };
  std::vector<TermId> a, b;
  spine(s, a);
  spine(t, b);
  return a.size() == 3 && b.size() == 3 && a[0] == b[1] && a[1] == b[0] &&
         a[2] == b[2] &&
         std::all_of(a.begin(), a.end(), [&](TermId u) { return terms.isVariable(u); });
}

} // namespace

bool Completion::isKnownPermutation(TermId left, TermId right) {
  if (commutes.empty() || terms.weight(left) != terms.weight(right) ||
      isExchange(terms, left, right))
    return false;
  const Terms::Mark mark = terms.mark();
  const bool result = sorted(left) == sorted(right);
  terms.release(mark);
  return result;
}

/// Whether it is the commutative or the associative law of a function.
void Completion::noteLaws(EquationId e) {
  const TermId s = rewriter.equation(e).left, t = rewriter.equation(e).right;
  const bool isCommutative = isCommutativity(terms, s, t);
  if (!isCommutative && !isAssociativity(terms, s, t))
    return;
  commutes.resize(terms.numSymbols(), false);
  associates.resize(terms.numSymbols(), false);
  (isCommutative ? commutes : associates)[terms.head(s)] = true;
}

void Completion::removeUses(EquationId e) {
  std::erase_if(uses, [&](const Use &use) { return use.equation == e; });
}

void Completion::activate(EquationId e, bool overlaps) {
  isReplaced.resize(rewriter.size(), false);
  rewriter.activate(e);
  uses.push_back(makeUse(e, true));
  if (!rewriter.equation(e).isOriented)
    uses.push_back(makeUse(e, false));
  noteLaws(e);
  ++statistics.active;
  if (overlaps)
    overlapAll(e);
}

/// Others, simplified by the new one.
void Completion::interreduce(EquationId e) {
  std::vector<EquationId> others;
  for (const Use &use : uses)
    if (use.equation != e && (others.empty() || others.back() != use.equation))
      others.push_back(use.equation);
  for (const EquationId other : others) {
    const TermId left = rewriter.equation(other).left;
    const TermId right = rewriter.equation(other).right;
    const bool isOriented = rewriter.equation(other).isOriented;
    if (rewriter.isReducibleBy(left, e) ||
        (!isOriented && rewriter.isReducibleBy(right, e))) {
      rewriter.deactivate(other);
      removeUses(other);
      --statistics.active;
      again.push_back(other);
    } else if (rewriter.isReducibleBy(right, e)) {
      Chain chain{{other, true, {}, left, right}};
      const TermId next = rewriter.normalise(right, &chain);
      rewriter.deactivate(other);
      removeUses(other);
      --statistics.active;
      const EquationId made = rewriter.add(left, next, true, std::move(chain));
      isReplaced.resize(rewriter.size(), false);
      isReplaced[other] = true;
      activate(made, /*overlaps=*/false);
    }
  }
}

/// An equation in its turn: true if something of it is kept.
bool Completion::given(TermId left, TermId right, Chain chain) {
  if (simplify(left, right, &chain) || isInstance(left, right))
    return false;
  const EquationId e = rewriter.add(left, right, true, std::move(chain));
  activate(e, /*overlaps=*/false);
  interreduce(e);
  checkGoals();
  if (!questions.empty())
    narrowAll(e);
  if (!isDone())
    overlapAll(e);
  return true;
}

//===----------------------------------------------------------------------===//
// Goals
//===----------------------------------------------------------------------===//

EquationId Completion::addAxiom(TermId left, TermId right) {
  const EquationId e = rewriter.add(left, right, false, {});
  axioms.push_back(e);
  isReplaced.resize(rewriter.size(), false);
  return e;
}

size_t Completion::addGoal(TermId left, TermId right) {
  goals.push_back({{left, left, {}}, {right, right, {}}, false, {}});
  checkGoals();
  return goals.size() - 1;
}

bool Completion::isDone() const {
  return provedGoal() < goals.size();
}

size_t Completion::provedGoal() const {
  return size_t(std::find_if(goals.begin(), goals.end(),
                             [](const Goal &g) { return g.isProved; }) -
                goals.begin());
}

/// If the sides differ only in an instance of an active equation.
void Completion::joinByInstance(Goal &goal) {
  TermId left = goal.left.now, right = goal.right.now;
  Terms::Path path;
  for (;;) {
    for (const Use &use : uses) {
      values.clear();
      if (terms.match(use.from, left, values) && terms.match(use.to, right, values)) {
        goal.left.chain.push_back({use.equation, use.isForward, path, left, right});
        goal.left.now = goal.right.now;
        return;
      }
    }
    if (terms.head(left) != terms.head(right))
      return;
    size_t at = terms.args(left).size();
    for (size_t i = 0; i < terms.args(left).size(); ++i)
      if (terms.args(left)[i] != terms.args(right)[i]) {
        if (at < terms.args(left).size())
          return;
        at = i;
      }
    path.push_back(uint8_t(at));
    left = terms.args(left)[at];
    right = terms.args(right)[at];
  }
}

void Completion::checkGoals() {
  for (Goal &goal : goals) {
    if (goal.isProved)
      continue;
    for (Side *side : {&goal.left, &goal.right})
      side->now = rewriter.normalise(side->now, &side->chain);
    if (goal.left.now != goal.right.now)
      joinByInstance(goal);
    if (goal.left.now != goal.right.now)
      continue;
    goal.isProved = true;
    const Chain back = reversed(goal.right.chain);
    goal.left.chain.insert(goal.left.chain.end(), back.begin(), back.end());
  }
}

void Completion::run(uint64_t bound, const std::function<bool()> &isStopped) {
  while (!isDone() && work() < bound && terms.size() < maxTerms && !isStopped()) {
    if (!again.empty() || !axioms.empty()) {
      std::deque<EquationId> &queue = again.empty() ? axioms : again;
      const EquationId e = queue.front();
      queue.pop_front();
      const TermId left = rewriter.equation(e).left, right = rewriter.equation(e).right;
      given(left, right, {{e, true, {}, left, right}});
      continue;
    }
    Pair pair;
    if (pop(pair)) {
      take(pair);
      continue;
    }
    if (heap.empty()) {
      exhausted = true;
      return;
    }
  }
  statistics.waiting = heap.size();
}

} // namespace mplrt::rewrite
