//===- Axioms.h - Whether the axioms contradict each other ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_AXIOMS_H
#define MPLRT_STRATEGY_AXIOMS_H

#include "runtime/strategy/Strategy.h"

#include <optional>

namespace mplrt {

/// The proof of false if the axioms are contradictory, looked for with the first budget.
std::optional<WrittenProof> refuteAxioms(const Search &search);

/// Looks for such a proof, with splits and inductions as well.
class Axioms : public Strategy {
public:
  using Strategy::Strategy;
  void run() override { found = findContradiction(); }
  const std::optional<WrittenProof> &contradiction() const { return found; }

private:
  std::optional<WrittenProof> findContradiction();
  std::optional<WrittenProof> proveFalse();

  std::optional<WrittenProof> found;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_AXIOMS_H
