//===- Alone.h - Stated conjectures by themselves ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_ALONE_H
#define MPLRT_STRATEGY_ALONE_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Attempts each open stated conjecture as if the theory stated nothing else: with a
/// store of its own, without the other ones as rules, by the ladder and by exploration
/// of what it depends on. Each gets the same share of firings, whatever the others
/// are. What its proof rests on becomes known here under names of its own.
class Alone : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;

private:
  void attempt(uint32_t goal, uint64_t share);
  void take(const Search &own, uint32_t goal);
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_ALONE_H
