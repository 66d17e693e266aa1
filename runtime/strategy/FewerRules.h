//===- FewerRules.h - Attempts with fewer rules -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_FEWERRULES_H
#define MPLRT_STRATEGY_FEWERRULES_H

#include "runtime/strategy/Strategy.h"

#include <map>

namespace mplrt {

/// Of the rules in force.
struct Selection {
  enum Kind : uint8_t {
    OnlyAbout,           ///< What is about this function alone.
    NoneMultiplies,      ///< Nothing that makes many terms of few.
    NoneMultipliesAbout, ///< Nothing of the kind with this function.
  };
  Kind kind;
  uint32_t function;
  auto operator<=>(const Selection &) const = default;
};

RuleSet select(const Search &search, const Selection &selection);

/// Attempts stated conjectures with fewer rules: laws that make many terms of few, as
/// associativity and distributivity do, hide what follows from the others. Each
/// selection is tried again whenever it gains rules.
class FewerRules : public Strategy {
public:
  using Strategy::Strategy;
  void run() override;

private:
  bool attemptWith(const RuleSet &selection, const AttemptBudget &budget);

  std::map<Selection, size_t> tried; ///< With how many rules.
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_FEWERRULES_H
