//===- Mutations.h - All ways to spoil a proof ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_MUTATE_MUTATIONS_H
#define MPL_MUTATE_MUTATIONS_H

#include "ProofText.h"

namespace mplmutate {

struct Mutant {
  std::string kind;
  size_t line; ///< From 1, among the lines that are no comments.
  std::string text;
};

/// Every mutant of a valid proof, in a fixed order. Each is wrong by
/// construction: a change that could leave a proof valid is not made.
std::vector<Mutant> mutate(const ProofText &proof);

/// The same for a model file that refutes a statement.
std::vector<Mutant> mutateModel(const std::string &text);

/// A few bytes changed, removed or repeated; the same for the same seed. The
/// result may be anything, a valid proof too.
std::string garble(const std::string &text, unsigned seed);

} // namespace mplmutate

#endif // MPL_MUTATE_MUTATIONS_H
