//===- Models.cpp - The models that a run tests in ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Equations that small values do not refute seldom wait for large ones, and to compute
// what all triples of these make of them takes long. A condition may.
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Models.h"

#include "runtime/explore/GroundModel.h"
#include "runtime/model/FiniteModelView.h"

namespace mplrt {

const std::vector<std::shared_ptr<Model>> &Models::small() {
  if (!hasSmall && !theory.program.inductions.empty())
    models.insert(models.begin(),
                  std::make_shared<GroundModel>(theory, tuning.smallNumerals));
  hasSmall = true;
  return models;
}

void Models::add(std::shared_ptr<Model> model) { models.push_back(std::move(model)); }

const std::vector<std::shared_ptr<Model>> &Models::forCandidates() {
  if (small().empty())
    for (FiniteModel &model : finder().several(uint32_t(tuning.maxModelSize),
                                               uint32_t(tuning.numModels)))
      models.push_back(
          std::make_shared<FiniteModelView>(theory.program, std::move(model)));
  return models;
}

const std::shared_ptr<Model> &Models::larger() {
  if (!large)
    large = std::make_shared<GroundModel>(theory, tuning.manyNumerals);
  return large;
}

const Refuter &Models::ofCandidates() {
  if (!candidates)
    candidates = std::make_unique<Refuter>(
        theory.program, std::vector<std::shared_ptr<Model>>{larger()},
        Sample::Choice::Smallest);
  return *candidates;
}

const ModelFinder &Models::finder() {
  // Constructors that are not free may have finite models, too.
  if (!finite)
    finite = std::make_unique<ModelFinder>(theory.program);
  return *finite;
}

} // namespace mplrt
