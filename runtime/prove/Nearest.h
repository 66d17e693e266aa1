//===- Nearest.h - What an open goal lacked ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_NEAREST_H
#define MPLRT_PROVE_NEAREST_H

#include "runtime/block/Block.h"

#include <string>
#include <vector>

namespace mplrt {

/// For a block at its fixpoint that did not reach the goal: the rules that came
/// nearest, fewest missing premises first, one line each, as
/// `(in2[a,c,<=]) by Order.2.i lacks (in2[b,c,<=])`. Terms are written as applications.
/// `env` has the values of the goal's variables.
std::vector<std::string> nearestRules(const Block &block, const calculus::Goal &goal,
                                      const std::vector<Id> &env);

} // namespace mplrt

#endif // MPLRT_PROVE_NEAREST_H
