//===- Equations.h - Stated goals by completion -----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_EQUATIONS_H
#define MPLRT_STRATEGY_EQUATIONS_H

#include "runtime/rewrite/Search.h"
#include "runtime/strategy/Strategy.h"

#include <map>
#include <memory>

namespace mplrt {

/// Tries open stated conjectures that are equations of terms by ordered completion
/// (runtime/rewrite), by one order and by the other. A search is continued where it
/// stopped, unless there are theorems that it does not know.
class Equations : public Strategy {
public:
  using Strategy::Strategy;
  /// For as much work as goals get in all.
  void run() override { run(pool.tuning().manyEquations); }
  /// Goals that are open share so much work (Completion::run) of each order, the work
  /// that was done for them before included. Results do not depend on the number of
  /// threads.
  void run(uint64_t work);

private:
  struct Goal {
    size_t numTheorems = ~size_t(0);
    std::vector<std::unique_ptr<rewrite::Search>> searches;
    std::optional<WrittenProof> proof;
  };
  void prove(uint32_t c, Goal &goal, uint64_t work,
             const std::vector<const calculus::Conjecture *> &theorems);

  std::map<uint32_t, Goal> goals;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_EQUATIONS_H
