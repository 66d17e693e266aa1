//===- Restates.h - Goals that say what a rule says -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CALCULUS_RESTATES_H
#define MPLC_CALCULUS_RESTATES_H

#include "mplc/Calculus/Program.h"

namespace mplc::calculus {

/// Whether a rule of the program, active or not, subsumes the goal: an instance of the
/// rule has the goal's head, and only premises that the goal has or that the sorts of
/// its columns imply. Such a goal follows in one step, and as a rule it would add
/// nothing.
bool restates(const Goal &goal, const Program &program);

/// Whether the goal says of total functions no more than that they are total: that
/// applications to values at hand exist, in the sets in which outputs are.
bool saysTotality(const Goal &goal, const Program &program);

} // namespace mplc::calculus

#endif // MPLC_CALCULUS_RESTATES_H
