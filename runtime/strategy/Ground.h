//===- Ground.h - Facts about small values ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_GROUND_H
#define MPLRT_STRATEGY_GROUND_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Facts about small values as theorems of their own.
class Ground : public Strategy {
public:
  Ground(Search &search, uint32_t count) : Strategy(search), count(count) {}
  void run() override;

private:
  const uint32_t count; ///< Values of each set; 0: nothing is done.
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_GROUND_H
