//===- Relevance.h - Which theorems a goal is likely to need -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_RELEVANCE_H
#define MPLRT_PROVE_RELEVANCE_H

#include "runtime/layout/Theory.h"

#include <vector>

namespace mplrt {

/// The indices of at most `limit` theorems, the most relevant to the goal first (see
/// Relevance.cpp for the measure); ties in their own order. Those of which nothing
/// leads to the goal are left out.
std::vector<uint32_t> mostRelevant(const calculus::Goal &goal,
                                   const std::vector<const calculus::Goal *> &theorems,
                                   const calculus::Program &program, size_t limit);

} // namespace mplrt

#endif // MPLRT_PROVE_RELEVANCE_H
