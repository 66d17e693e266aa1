//===- Compress.h - The theorems that the others follow from ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_COMPRESS_H
#define MPLRT_EXPLORE_COMPRESS_H

#include "runtime/grid/Grid.h"

namespace mplrt {

/// Of everything that was proved, a minimal set of rules from which the rest follows
/// without induction, within the budget: no rule that exploration found can be left
/// out of it. Marks the outcomes: `isEssential`, or `followsFrom`.
class Compressor {
public:
  Compressor(Grid &grid, const AttemptBudget &budget) : grid(grid), budget(budget) {}
  void run();

private:
  bool leaveOut(uint32_t rule);

  Grid &grid;
  const AttemptBudget budget;
  std::vector<uint32_t> kept; ///< Rules, simple ones first.
  std::vector<uint32_t> rest; ///< What must follow from them.
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_COMPRESS_H
