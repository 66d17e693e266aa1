//===- Values.h - Values to split on -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROVE_VALUES_H
#define MPLRT_PROVE_VALUES_H

#include "runtime/block/Block.h"

#include <vector>

namespace mplrt {

/// The first induction form of a set that the value, a representative, is known to
/// belong to and none of whose constructors is known to make it; or kNone.
uint32_t formOf(const Block &block, Id value);
/// A form none of whose constructors is a function, as that of the truth values.
bool isFlat(const calculus::InductionForm &form);
/// Of a set with constructors, and the block knows none that makes it.
bool isSplittable(const Block &block, Id value);
/// A constructor of some set that the value is in is known to make it: what another
/// set says of it may still be open.
bool isMadeElsewhere(const Block &block, Id value);

/// Values anywhere in the block that could keep a definition from unfolding: they
/// stand where a clause has a constructor. Flat ones first, then old ones, then those
/// that stand in many places; of those with recursion at most three.
std::vector<Id> blockedValues(const Block &block);

/// The value that definitions wait for most: what a clause about an application, or
/// a rule about a row of a relation, takes apart or compares with next, after all that
/// is known has been matched (needed narrowing: Antoy, Echahed and Hanus, 2000); kNone
/// if there is none. Of values of the lowest generation one without recursion comes
/// first, then one that no application has, then one that an application of unknown
/// value waits for, then the one that most clauses wait for.
Id neededValue(const Block &block);

/// Whether one split may make another one needed: some rule takes two values apart,
/// or takes one apart and compares, as subtraction and insertion do. Where functions
/// recur on one argument, as addition does, one split is as good as many.
bool mayCascade(const calculus::Program &program);

} // namespace mplrt

#endif // MPLRT_PROVE_VALUES_H
