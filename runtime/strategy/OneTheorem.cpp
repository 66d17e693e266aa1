//===- OneTheorem.cpp - Attempts with one theorem alone -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/OneTheorem.h"

namespace mplrt {

void OneTheorem::run() {
  const std::vector<uint32_t> proved = store.inOrderOfProof();
  std::vector<uint32_t> theorems;
  for (; tried < proved.size(); ++tried)
    if (proved[tried] != calculus::none &&
        store.outcomes()[proved[tried]].origin == Origin::Explored)
      theorems.push_back(proved[tried]);
  for (const uint32_t goal : store.openGoals())
    if (!pool.isStopped() && store.isOpenStated(goal))
      attempt(goal, theorems);
}

void OneTheorem::attempt(uint32_t goal, const std::vector<uint32_t> &theorems) {
  AttemptBudget budget;
  budget.block.firings = pool.tuning().firingsAlone;
  budget.splits = 1;
  budget = pool.limited(budget);
  std::vector<Attempted> found = pool.firstWith(goal, theorems, budget);
  if (found.empty() || !found.back().proved)
    return;
  std::vector<Attempted> last;
  last.push_back(std::move(found.back()));
  settle({goal}, last, budget);
}

} // namespace mplrt
