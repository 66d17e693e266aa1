//===- RefutationWriter.h - Proofs that statements are false ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_REFUTATIONWRITER_H
#define MPLRT_EXPLORE_REFUTATIONWRITER_H

#include "runtime/explore/Refuter.h"
#include "runtime/proof/ProofWriter.h"

namespace mplrt {

struct RefutationProof {
  /// The negation of the statement, or that it is false if some sets without
  /// constructors have members that differ.
  std::string statement;
  WrittenProof proof;
};

/// The proof of `name` that `whole` is false, from the theorems that the instance of
/// its claim has become. The claim is `whole` itself or a part of it. Nothing if the
/// values are not known to exist, or an equality is missing.
std::optional<RefutationProof> writeRefutation(const Theory &theory,
                                               const calculus::Conjecture &whole,
                                               const calculus::Conjecture &claim,
                                               const Refutation &refutation,
                                               const std::string &name);

} // namespace mplrt

#endif // MPLRT_EXPLORE_REFUTATIONWRITER_H
