//===- Exploration.h - Laws that nobody stated, by bounds -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_EXPLORATION_H
#define MPLRT_STRATEGY_EXPLORATION_H

#include "runtime/strategy/AllLaws.h"

namespace mplrt {

/// Explores within the bounds that the theory gives. If it gives none: what the open
/// stated conjectures depend on, until none is open; without conjectures, everything.
class Exploration : public Strategy {
public:
  /// flat: premises of laws to enumerate without pruning; 0: none. flatProofs: each
  /// of these that is decided gets a proof of its own.
  Exploration(Search &search, uint32_t flat, bool flatProofs)
      : Strategy(search), goals(search), allLaws(search, goals, flat, flatProofs) {}
  void run() override;
  /// Called for each law that all laws within bounds contain (AllLaws).
  std::function<void(const std::string &text)> &onFlat() { return allLaws.onDecided; }

private:
  void explore(const calculus::Exploration &bounds, bool isForGoals);

  AfterRule goals;
  AllLaws allLaws;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_EXPLORATION_H
