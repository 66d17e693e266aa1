//===- OneTheorem.h - Attempts with one theorem alone -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_ONETHEOREM_H
#define MPLRT_STRATEGY_ONETHEOREM_H

#include "runtime/strategy/Strategy.h"

namespace mplrt {

/// Attempts open stated conjectures with each theorem alone that was found since the
/// last call, whether it is a rule or follows from rules: many need one theorem, and
/// the terms that all rules make hide it.
class OneTheorem : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;

private:
  void attempt(uint32_t goal, const std::vector<uint32_t> &theorems);

  size_t tried = 0; ///< Theorems, in the order in which they were proved.
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_ONETHEOREM_H
