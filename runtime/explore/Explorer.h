//===- Explorer.h - Equations that nobody stated ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_EXPLORER_H
#define MPLRT_EXPLORE_EXPLORER_H

#include "runtime/explore/Terms.h"
#include "runtime/grid/Grid.h"

namespace mplrt {

/// What one exploration came to.
struct ExplorationReport {
  uint64_t terms = 0, candidates = 0;
  uint64_t essential = 0;    ///< Needed induction: kept as rules.
  uint64_t consequences = 0; ///< Follow directly from what is known.
  uint64_t open = 0;         ///< True as far as tested, not proved.
  bool isExhausted = false;  ///< There were too many terms to look at all.
};

/// Finds equations over the functions of an exploration, size by size, and proves
/// them on a grid. Stated conjectures that are open are tried again whenever a new
/// rule could matter to them.
class Explorer {
public:
  Explorer(const Theory &theory, Grid &grid, const calculus::Exploration &bounds);

  /// Called for each equation that became a rule, with its text for people.
  std::function<void(uint32_t conjecture, const std::string &text)> onFound;
  ExplorationReport run();

private:
  void proveDirectly();
  bool proveByInduction();
  void drop(uint32_t conjecture);

  Grid &grid;
  Terms terms;
  const uint32_t maxSize;
  std::vector<uint32_t> open; ///< In the order in which they are tried.
  std::unordered_map<uint32_t, std::string> texts;
  const std::string prefix; ///< Of the names of what is found.
  ExplorationReport report;
};

/// What is explored if the theory does not say: all its total functions and the
/// constants that its sets are built from.
calculus::Exploration defaultExploration(const calculus::Program &program);

} // namespace mplrt

#endif // MPLRT_EXPLORE_EXPLORER_H
