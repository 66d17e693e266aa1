//===- Suspicions.h - Where axioms may contradict each other ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_SUSPICIONS_H
#define MPLRT_EXPLORE_SUSPICIONS_H

#include "mplc/Calculus/Program.h"

#include <string>
#include <vector>

namespace mplrt {

namespace calculus = mplc::calculus;

/// That no values make all these atoms true: `A, B -> !C`.
calculus::Conjecture impossible(const calculus::Program &program,
                                const std::string &name,
                                const std::vector<calculus::Atom> &atoms,
                                uint32_t numVariables);

/// What contradicts the axioms if it can be proved, by induction perhaps: that a
/// generated set without a base constructor is empty, that nothing has all the
/// properties that are stated of an element which no constructor makes, or of those
/// that an axiom says exist. Named prefix1, prefix2 and so on.
std::vector<calculus::Conjecture> suspicions(const calculus::Program &program,
                                             const std::string &prefix);

/// Whether an element that no constructor makes is stated to be in a generated set.
bool hasElementsToSplit(const calculus::Program &program);

/// `false`, as a conjecture that needs no premise.
calculus::Conjecture falsity();

} // namespace mplrt

#endif // MPLRT_EXPLORE_SUSPICIONS_H
