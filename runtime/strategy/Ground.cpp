//===- Ground.cpp - Facts about small values ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Ground.h"

#include "runtime/explore/Ground.h"
#include "runtime/explore/GroundModel.h"
#include "runtime/strategy/Explorer.h"

namespace mplrt {

void Ground::run() {
  if (count == 0)
    return;
  search.beginPhase("ground");
  GroundModel model(search.theory, count);
  std::vector<uint32_t> batch;
  for (GroundFact &fact : groundFacts(search.theory.program, model, count))
    batch.push_back(store.add(std::move(fact.conjecture), Origin::Ground, fact.text));
  std::vector<Attempted> found =
      pool.attemptAll(batch, pool.limited(directBudget(pool, {})), store.currentRules());
  size_t proved = 0;
  for (size_t i = 0; i < batch.size(); ++i) {
    if (!found[i].proved) {
      store.drop(batch[i]);
      continue;
    }
    ++proved;
    store.accept(batch[i], found[i], /*asRule=*/false);
  }
  search.say("ground  " + std::to_string(proved) + " facts proved about the first " +
             std::to_string(count) + " values");
}

} // namespace mplrt
