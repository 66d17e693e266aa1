//===- AfterRule.h - What is tried on stated conjectures at each rule --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_AFTERRULE_H
#define MPLRT_STRATEGY_AFTERRULE_H

#include "runtime/strategy/FewerRules.h"
#include "runtime/strategy/OneTheorem.h"
#include "runtime/strategy/Relevant.h"
#include "runtime/strategy/Stated.h"

namespace mplrt {

/// Whatever may profit from a rule that exploration has found, cheap things first: the
/// relevant rules, the ladder, selections of the rules, each theorem alone.
class AfterRule : public Strategy {
public:
  explicit AfterRule(Search &search)
      : Strategy(search), relevant(search), stated(search, Effort::AfterRule),
        fewerRules(search), oneTheorem(search) {}

  void run() override {
    const std::initializer_list<Strategy *> all = {&relevant, &stated, &fewerRules,
                                                   &oneTheorem};
    for (Strategy *strategy : all)
      if (store.hasOpenStated())
        strategy->run();
  }

private:
  Relevant relevant;
  Stated stated;
  FewerRules fewerRules;
  OneTheorem oneTheorem;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_AFTERRULE_H
