//===- Wants.h - What a goal could use ---------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_WANTS_H
#define MPLRT_PROVE_WANTS_H

#include "runtime/block/Block.h"

#include <vector>

namespace mplrt {

/// Whether reasoning towards the goal can create anything that a block does not create
/// by itself: the goal is a relation, an existential or false, or an equality that some
/// rule concludes from relations, as antisymmetry does.
bool hasWants(const calculus::Goal &goal, const calculus::Program &program);

/// Creates the applications that rules could use to reach the goal, in a block at its
/// fixpoint. `env` has the values of the goal's variables, kNone where there is none
/// yet. An application is one generation above its inputs, and no higher than
/// `generations`. False if nothing was left to create.
bool createWanted(Block &block, const calculus::Goal &goal, const std::vector<Id> &env,
                  uint32_t generations);

} // namespace mplrt

#endif // MPLRT_PROVE_WANTS_H
