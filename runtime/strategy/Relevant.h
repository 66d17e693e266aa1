//===- Relevant.h - Attempts with the few rules that matter -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_RELEVANT_H
#define MPLRT_STRATEGY_RELEVANT_H

#include "runtime/strategy/Strategy.h"

#include <set>

namespace mplrt {

/// Attempts each open stated conjecture with the few rules that are most relevant to it
/// (Relevance.h), unless these have been tried before.
class Relevant : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;

private:
  struct Due {
    uint32_t conjecture = 0;
    RuleSet rules;
  };
  void attempt(const std::vector<Due> &due, bool towardsGoal);

  std::set<std::vector<std::string>> tried; ///< A conjecture, then theorems.
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_RELEVANT_H
