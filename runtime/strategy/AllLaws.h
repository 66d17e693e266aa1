//===- AllLaws.h - All laws within bounds -----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_ALLLAWS_H
#define MPLRT_STRATEGY_ALLLAWS_H

#include "runtime/strategy/Explorer.h"

namespace mplrt {

/// Enumerates all laws within bounds (Flat.h), decides those that the rules decide at
/// once, and lets the others go the way of all candidates.
class AllLaws {
public:
  AllLaws(Search &search, AfterRule &goals, uint32_t premises, bool withProofs)
      : search(search), store(search.store), pool(search.pool), goals(goals),
        premises(premises), withProofs(withProofs) {}

  /// Called for each law that is decided at once, in the order of enumeration.
  std::function<void(const std::string &text)> onDecided;
  void run(const calculus::Exploration &bounds);

private:
  size_t proveDecided(const std::vector<Law> &laws, const LawWriter &writer,
                      const calculus::Exploration &bounds);

  Search &search;
  Store &store;
  Pool &pool;
  AfterRule &goals;
  const uint32_t premises; ///< 0: nothing is done.
  const bool withProofs;
  std::string prefix; ///< Of the names of laws that are decided.
  uint64_t numProofs = 0;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_ALLLAWS_H
