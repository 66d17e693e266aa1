//===- ValueRefutation.h - Stated conjectures that values make false --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_VALUEREFUTATION_H
#define MPLRT_STRATEGY_VALUEREFUTATION_H

#include "runtime/strategy/Strategy.h"

#include <map>

namespace mplrt {

/// Tests open stated conjectures in models, and proves what the values say: only a
/// proof counts.
class ValueRefutation : public Strategy {
public:
  enum class In : uint8_t { SmallModels, LargerModel };
  ValueRefutation(Search &search, In in) : Strategy(search), in(in) {}
  void run() override;

private:
  void refuteIn(const Refuter &refuter);
  std::vector<std::string> prove(const Refutation &refutation, uint32_t conjecture);
  std::vector<Attempted> attemptInstances(const std::vector<uint32_t> &all);
  bool canExist(const Refutation &refutation);

  const In in;
  /// By the sets of some members that would differ: whether they may exist.
  std::map<std::vector<uint32_t>, bool> existing;
};

/// The stated conjecture that this one is a claim of; itself if it is none.
uint32_t wholeOf(const Search &search, uint32_t conjecture);

} // namespace mplrt

#endif // MPLRT_STRATEGY_VALUEREFUTATION_H
