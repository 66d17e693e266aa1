//===- Compress.h - The theorems that the others follow from ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_COMPRESS_H
#define MPLRT_EXPLORE_COMPRESS_H

#include "runtime/grid/Grid.h"

#include <map>

namespace mplrt {

/// Of everything that was proved, a minimal set of rules from which the rest follows
/// without induction, each within the budget: no rule that exploration found can be
/// left out of it. Marks the outcomes: `isEssential`, or `followsFrom`.
class Compressor {
public:
  Compressor(Grid &grid, const AttemptBudget &budget) : grid(grid), budget(budget) {}
  void run();

private:
  using Names = std::vector<std::string>;
  /// What a theorem rests on when everything that is left out is replaced.
  Names expand(const Names &names) const;
  std::vector<uint32_t> others(uint32_t rule) const;
  bool leaveOut(uint32_t rule, Names from);

  Grid &grid;
  const AttemptBudget budget;
  struct LeftOut {
    uint32_t theorem;
    Names names; ///< What it follows from, some of it left out later.
  };
  std::vector<uint32_t> kept; ///< Rules, simple ones first.
  std::map<std::string, LeftOut> leftOut;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_COMPRESS_H
