//===- Explanation.h - What open conjectures lack ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_EXPLANATION_H
#define MPLRT_STRATEGY_EXPLANATION_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Notes for each open stated conjecture what was tried and what a direct attempt
/// lacks.
class Explanation : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;

private:
  std::string tried(uint32_t conjecture) const;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_EXPLANATION_H
