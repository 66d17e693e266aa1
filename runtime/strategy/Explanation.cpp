//===- Explanation.cpp - What open conjectures lack -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Explanation.h"

#include <algorithm>

namespace mplrt {

void Explanation::run() {
  std::vector<uint32_t> batch = store.openGoals();
  for (const uint32_t c : batch)
    store.setTried(c, tried(c));
  if (search.ladder.size() == 0)
    return;
  AttemptBudget budget;
  budget.block.firings = pool.tuning().firingsAlone;
  budget.towardsGoal = true;
  budget = pool.limited(budget);
  batch.resize(std::min<size_t>(batch.size(), pool.tuning().maxExplained));
  std::vector<std::vector<std::string>> lines(batch.size());
  pool.inParallel(batch.size(), [&](size_t i) {
    lines[i] = explainFailure(search.theory, store.currentRules(),
                              store.conjectures()[batch[i]], budget);
  });
  for (size_t i = 0; i < batch.size() && !pool.isStopped(); ++i)
    store.setMissing(batch[i], std::move(lines[i]));
}

std::string Explanation::tried(uint32_t conjecture) const {
  const Ladder &ladder = search.ladder;
  const uint64_t longest =
      std::max(pool.tuning().usualFirings, pool.statistics().firings / 2);
  uint32_t generations = 0, splits = 0;
  uint64_t firings = 0;
  const uint32_t end = std::min(store.reached(conjecture), ladder.size());
  for (uint32_t level = 0; level < end; ++level) {
    if (ladder[level].towardsGoal && !search.hasWants(conjecture))
      continue;
    generations = std::max(generations, ladder[level].block.generations);
    splits = std::max(splits, ladder[level].splits);
    firings = std::max(firings, std::min(ladder[level].block.firings, longest));
  }
  auto count = [](uint64_t n, const char *what) {
    return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
  };
  const uint64_t attempts = store.attempts(conjecture);
  if (attempts == 0)
    return "no attempt was finished";
  return count(attempts, "attempt") + ", with up to " + count(generations, "generation") +
         " of new terms, " + count(splits, "nested split") + " and " +
         std::to_string(firings) + " firings a block";
}

} // namespace mplrt
