//===- Strategy.cpp - One way to get on with a run ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Only theorems that needed induction, a split or depth become rules. What follows
// directly at the lowest depth would add matching and prove nothing new.
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Strategy.h"

#include "runtime/prove/Wants.h"

namespace mplrt {

Search::Search(const Theory &theory, const GridOptions &options, Schedule table,
               std::shared_ptr<Models> shared)
    : theory(theory), schedule(std::move(table)), store(theory),
      pool(theory, options, store), ladder(schedule, pool, theory.program),
      ownModels(shared ? std::move(shared)
                       : std::make_shared<Models>(theory, options.tuning)),
      models(*ownModels) {
  const calculus::Program &program = theory.program;
  for (const calculus::Conjecture &c : program.conjectures)
    wants.push_back(
        !c.isComposite() &&
        mplrt::hasWants(calculus::normalise(c.goal, program).goal, program));
}

void Strategy::settle(const std::vector<uint32_t> &batch, std::vector<Attempted> &found,
                      const AttemptBudget &budget) {
  for (size_t i = 0; i < batch.size(); ++i) {
    if (!found[i].proved) {
      store.countAttempt(batch[i]);
      continue;
    }
    const bool isEasy =
        store.isRestated(batch[i]) ||
        (found[i].method == "direct" && budget.block.generations == 1);
    store.accept(batch[i], found[i], !isEasy);
  }
  store.compose();
}

} // namespace mplrt
