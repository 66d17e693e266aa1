//===- Bounds.h - What is explored ------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_BOUNDS_H
#define MPLRT_EXPLORE_BOUNDS_H

#include "runtime/layout/Theory.h"

namespace mplrt {

/// What is explored if the theory does not say: all its total functions and
/// relations, and the constants that its sets are built from.
calculus::Exploration defaultExploration(const calculus::Program &program);

/// What goals depend on: their functions and relations, those that occur in the
/// definitions of these, and so on.
calculus::Exploration explorationFor(const std::vector<const calculus::Goal *> &goals,
                                     const calculus::Program &program);

} // namespace mplrt

#endif // MPLRT_EXPLORE_BOUNDS_H
