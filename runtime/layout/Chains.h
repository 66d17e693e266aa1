//===- Chains.h - Plans as chains of step kernels ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_LAYOUT_CHAINS_H
#define MPLRT_LAYOUT_CHAINS_H

#include "runtime/layout/Theory.h"

namespace mplrt {

/// Adds the chains of all plans of a matcher, under their pivots' relations.
/// Constants with an index at or beyond the program's are constants of the block
/// with that id. A step for which `library` has no kernel is interpreted, and
/// its chain marked slow.
void addChains(const calculus::Matcher &matcher, const Theory &theory,
               const StepLibrary &library, ChainIndex &index);

/// As above, for a program whose layout is not a Theory yet.
void addChains(const calculus::Matcher &matcher,
               const calculus::Program &program,
               const std::vector<RelationLayout> &layouts,
               const StepLibrary &library, ChainIndex &index);

/// All matchers of a rule form: the rule itself and its builds.
void addForm(const calculus::RuleForm &form, uint32_t rule,
             const Theory &theory, const StepLibrary &library,
             ChainIndex &index);

} // namespace mplrt

#endif // MPLRT_LAYOUT_CHAINS_H
