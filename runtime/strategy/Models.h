//===- Models.h - The models that a run tests in ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_MODELS_H
#define MPLRT_STRATEGY_MODELS_H

#include "runtime/explore/Refuter.h"
#include "runtime/model/ModelFinder.h"
#include "runtime/options/Options.h"

#include <memory>
#include <vector>

namespace mplrt {

/// The models of a theory, each made when it is first asked for, and one for the whole
/// run, as they learn.
class Models {
public:
  Models(const Theory &theory, const Options &tuning)
      : theory(theory), tuning(tuning) {}

  /// Those that candidates are tested in: small values of a generated theory, and what
  /// was added.
  const std::vector<std::shared_ptr<Model>> &small();
  void add(std::shared_ptr<Model> model);
  /// The same; finite models if there is none of these.
  const std::vector<std::shared_ptr<Model>> &forCandidates();
  /// Has larger values. Of generated theories alone.
  const std::shared_ptr<Model> &larger();
  /// Tests with the larger model, equations with few values.
  const Refuter &ofCandidates();
  /// Finds finite models.
  const ModelFinder &finder();

private:
  const Theory &theory;
  const Options tuning;
  bool hasSmall = false;
  std::vector<std::shared_ptr<Model>> models;
  std::shared_ptr<Model> large;
  std::unique_ptr<Refuter> candidates;
  std::unique_ptr<ModelFinder> finite;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_MODELS_H
