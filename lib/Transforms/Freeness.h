//===- Freeness.h - What axioms should say of constructors ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TRANSFORMS_FREENESS_H
#define MPLC_LIB_TRANSFORMS_FREENESS_H

#include "RuleData.h"

#include "llvm/ADT/StringMap.h"

namespace mplc {

/// Warns of an induction form without a base constructor, whose set is empty, and of
/// one whose constructors are not said to be distinct and injective, with the axioms
/// that are missing. Where the axioms make values of constructors equal, they are not
/// meant to be free, and nothing is said. Relations are specialised.
void warnOfConstructors(horn::InductionOp induction,
                        const llvm::StringMap<horn::RelationOp> &relations,
                        llvm::ArrayRef<RuleData> rules);

} // namespace mplc

#endif // MPLC_LIB_TRANSFORMS_FREENESS_H
