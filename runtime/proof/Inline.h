//===- Inline.h - The compiler's own definitions, put in place ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The compiler names formulas that no rule can have as a premise
// (lib/Parse/NameSubformulas.cpp). Whatever leaves the program has the formulas
// themselves: their bound names occur nowhere else, so that arguments may be put in.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_INLINE_H
#define MPLRT_PROOF_INLINE_H

#include "mplc/Calculus/Program.h"

#include <string>
#include <string_view>

namespace mplrt {

/// Whether a predicate, or an atom or its negation as text, is one of these.
bool isInline(std::string_view predicate);
bool isInlineAtom(std::string_view formula);

/// The part that a path of picks leads to in the body of such an atom, `-` to all of it;
/// atoms in it stay.
std::string partOfBody(const mplc::calculus::Program &program, std::string_view atom,
                       std::string_view path);

/// The text with a body in place of each such atom; `!!` is left out where that makes
/// one.
std::string inlined(const mplc::calculus::Program &program, std::string_view text);

} // namespace mplrt

#endif // MPLRT_PROOF_INLINE_H
