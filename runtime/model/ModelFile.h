//===- ModelFile.h - Finite models as files ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_MODELFILE_H
#define MPLRT_MODEL_MODELFILE_H

#include "runtime/model/ModelFinder.h"

namespace mplrt {

/// A model file (docs/proof-format.md): the model refutes the conjecture, of which the
/// goal is a claim. The elements of all domains are numbered one after the other.
std::string modelFile(const calculus::Program &program,
                      const calculus::Conjecture &refuted, const calculus::Goal &goal,
                      const FiniteRefutation &refutation);

} // namespace mplrt

#endif // MPLRT_MODEL_MODELFILE_H
