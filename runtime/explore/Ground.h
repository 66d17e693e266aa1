//===- Ground.h - Facts about small values ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_GROUND_H
#define MPLRT_EXPLORE_GROUND_H

#include "runtime/explore/Law.h"
#include "runtime/explore/Model.h"

#include <functional>

namespace mplrt {

/// A statement without variables, for instance `s(s(0)) + s(0) != s(0)`.
struct GroundFact {
  calculus::Conjecture conjecture;
  std::string text;
};

/// What the model says about the first `count` values of each set: each function's
/// output, that it is none of the other values, and which relations hold. Each is
/// still to be proved.
std::vector<GroundFact> groundFacts(const calculus::Program &program, Model &model,
                                    uint32_t count);

/// Adds a value of a set without constructors as a term; false if it has none.
using WriteAtom = std::function<bool(uint32_t sort, Element atom, uint32_t &term)>;

/// Adds the value as a term over constants and constructors; nothing, and false, if
/// it cannot be written so.
bool writeValue(const calculus::Program &program, Model &model, uint32_t sort,
                Element element, std::vector<ExploredTerm> &terms, uint32_t &term,
                const WriteAtom &writeAtom = nullptr);

} // namespace mplrt

#endif // MPLRT_EXPLORE_GROUND_H
