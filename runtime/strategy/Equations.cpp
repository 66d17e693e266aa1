//===- Equations.cpp - Stated goals by completion -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Equations.h"

namespace mplrt {

using rewrite::Order;

void Equations::prove(uint32_t c, Goal &goal, uint64_t work,
                             const std::vector<const calculus::Conjecture *> &theorems) {
  const calculus::Conjecture &conjecture = store.conjectures()[c];
  if (goal.numTheorems != theorems.size()) {
    goal.numTheorems = theorems.size();
    goal.searches.clear();
    for (const Order::Kind kind : {Order::Kind::Weight, Order::Kind::Path})
      goal.searches.push_back(
          std::make_unique<rewrite::Search>(search.theory.program, theorems, conjecture, kind));
  }
  for (const auto &attempt : goal.searches)
    if (!goal.proof && attempt->isPossible() &&
        attempt->run(work, [&] { return pool.isStopped(); }))
      goal.proof = attempt->proof();
}

void Equations::run(uint64_t work) {
  std::vector<const calculus::Conjecture *> theorems;
  std::vector<uint32_t> open;
  for (uint32_t c = 0; c < store.conjectures().size(); ++c) {
    const calculus::Conjecture &conjecture = store.conjectures()[c];
    const Outcome &outcome = store.outcomes()[c];
    if (conjecture.isComposite() || outcome.isDropped)
      continue;
    if (conjecture.assumed || outcome.status == Status::Proved)
      theorems.push_back(&conjecture);
    else if (outcome.origin == Origin::Stated && outcome.status == Status::Open)
      open.push_back(c);
  }
  for (const uint32_t c : open)
    goals[c];
  pool.inParallel(open.size(), [&](size_t i) {
    prove(open[i], goals.at(open[i]), work / open.size(), theorems);
  });
  for (const uint32_t c : open) {
    Goal &goal = goals.at(c);
    if (!goal.proof)
      continue;
    store.acceptWritten(c, std::move(*goal.proof), "completion", /*asRule=*/true);
    goals.erase(c);
  }
}

} // namespace mplrt
