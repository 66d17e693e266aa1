//===- Compression.h - What the other theorems follow from -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_COMPRESSION_H
#define MPLRT_STRATEGY_COMPRESSION_H

#include "runtime/strategy/Strategy.h"

#include <map>

namespace mplrt {

/// Of everything that was proved, a minimal set of rules from which the rest follows
/// without induction, each within the budget: no rule that exploration found can be
/// left out of it. Marks the outcomes: `isEssential`, or `followsFrom`.
class Compression : public Strategy {
public:
  explicit Compression(Search &search);
  void run() override;

private:
  using Names = std::vector<std::string>;
  /// What a theorem rests on when everything that is left out is replaced.
  Names expand(const Names &names) const;
  std::vector<uint32_t> others(uint32_t rule) const;
  bool leaveOut(uint32_t rule, Names from);

  const AttemptBudget budget;
  struct LeftOut {
    uint32_t theorem;
    Names names; ///< What it follows from, some of it left out later.
  };
  std::vector<uint32_t> kept; ///< Rules, simple ones first.
  std::map<std::string, LeftOut> leftOut;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_COMPRESSION_H
