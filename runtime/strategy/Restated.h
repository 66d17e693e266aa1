//===- Restated.h - Conjectures that say what a rule says -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_RESTATED_H
#define MPLRT_STRATEGY_RESTATED_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Attempts those stated conjectures that say again what a rule says: they take one
/// step, and become no rules.
class Restated : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_RESTATED_H
