//===- RuleSet.h - The theorems that blocks use as rules --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_LAYOUT_RULESET_H
#define MPLRT_LAYOUT_RULESET_H

#include "runtime/layout/Theory.h"

#include <memory>
#include <string>
#include <vector>

namespace mplrt {

/// A theorem or hypothesis that blocks use as rules.
struct InstalledTheorem {
  std::string name, statement;
  calculus::NormalGoal goal;
  std::vector<calculus::RuleForm> forms;
};

/// The theorems in force during a grid cycle. Form k of the set is rule number
/// program.rules.size() + k.
struct RuleSet {
  std::vector<std::shared_ptr<const InstalledTheorem>> theorems;
  struct FormRef {
    uint32_t theorem;
    uint32_t form;
  };
  std::vector<FormRef> forms;
  ChainIndex chains;

  const calculus::RuleForm &form(uint32_t k) const {
    return theorems[forms[k].theorem]->forms[forms[k].form];
  }
};

} // namespace mplrt

#endif // MPLRT_LAYOUT_RULESET_H
