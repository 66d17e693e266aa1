//===- ProofWriter.h - From provenance to a proof ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_PROOFWRITER_H
#define MPLRT_PROOF_PROOFWRITER_H

#include "runtime/prove/ProofTree.h"

namespace mplrt {

struct WrittenProof {
  std::string text; ///< A whole proof file (docs/proof-format.md).
  uint64_t steps = 0;
  std::vector<std::string> uses;
};

/// The proof of a conjecture, from the backward slice of what its blocks did.
WrittenProof writeProof(const Theory &theory, const RuleSet &rules,
                        const ProofTree &tree);

/// The proof of a statement with several claims from the theorems that its parts
/// have become.
WrittenProof writeComposite(const Theory &theory,
                            const calculus::Conjecture &composite);

/// The proof that the axioms imply false.
WrittenProof writeContradiction(const Theory &theory, const BlockNode &node);

} // namespace mplrt

#endif // MPLRT_PROOF_PROOFWRITER_H
