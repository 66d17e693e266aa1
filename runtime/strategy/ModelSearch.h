//===- ModelSearch.h - Finite models that refute conjectures ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_MODELSEARCH_H
#define MPLRT_STRATEGY_MODELSEARCH_H

#include "runtime/strategy/Strategy.h"

#include <set>
#include <tuple>

namespace mplrt {

/// What no proof was found for and no model at hand refutes: a finite model in which it
/// is false is searched. Sizes go outside and statements inside, so that a true
/// statement does not keep the others from their small models.
class ModelSearch : public Strategy {
public:
  /// What need not be tried again: by conjecture, size and conflicts.
  using Tried = std::set<std::tuple<uint32_t, uint32_t, uint64_t>>;
  /// The solver may spend so many conflicts on one statement and size.
  ModelSearch(Search &search, uint64_t conflicts, Tried &tried)
      : Strategy(search), conflicts(conflicts), tried(tried) {}
  void run() override;

private:
  void searchFor(uint32_t conjecture, uint32_t size);
  void refuteIn(const FiniteRefutation &found, uint32_t conjecture);

  const uint64_t conflicts;
  Tried &tried;
  std::set<uint32_t> isTooLarge;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_MODELSEARCH_H
