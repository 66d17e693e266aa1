//===- ModelFinder.cpp - Finite models of a theory ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Size by size, one propositional problem each. In a theory with several domains
// all have the same size, but not all elements need to be in use: domains of
// different sizes come out when those are left away.
//
//===----------------------------------------------------------------------===//

#include "runtime/model/ModelFinder.h"

#include "runtime/model/Encoder.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace mplrt {

using Answer = SatSolver::Answer;

namespace {

/// Structures in a row that look like others until a size is left.
constexpr uint32_t maxRepeats = 16;
/// Where any model will do, of the conflicts that may be spent on one that must refute:
/// a size that has none is left sooner.
constexpr uint32_t anyModelShare = 10;

/// Something that structures have in common if they differ in names only: for each
/// element, in how many facts it is in each place, and in how many of these two other
/// places hold the same; in an order that does not depend on names.
using Signature = std::vector<std::vector<uint32_t>>;

Signature signatureOf(const FiniteModel &model) {
  std::vector<Signature> ofElements;
  for (const uint32_t size : model.sizes)
    ofElements.emplace_back(size);
  for (size_t c = 0; c < model.constants.size(); ++c)
    for (uint32_t e = 0; e < model.sizes[model.domains.constants[c]]; ++e)
      ofElements[model.domains.constants[c]][e].push_back(model.constants[c] == e);
  for (calculus::RelationId r = 0; r < model.tables.size(); ++r) {
    const std::vector<uint32_t> &columns = model.domains.columns[r];
    std::vector<uint32_t> args(columns.size());
    for (size_t c = 0; c < columns.size(); ++c) {
      std::vector<uint32_t> facts(model.sizes[columns[c]], 0), repeats(facts);
      for (size_t row = 0; row < model.tables[r].size(); ++row) {
        if (!model.tables[r][row])
          continue;
        size_t rest = row;
        for (size_t a = columns.size(); a-- > 0; rest /= model.sizes[columns[a]])
          args[a] = uint32_t(rest % model.sizes[columns[a]]);
        ++facts[args[c]];
        for (size_t a = 0; a < columns.size(); ++a)
          for (size_t b = 0; b < a; ++b)
            repeats[args[c]] += columns[a] == columns[b] && args[a] == args[b];
      }
      for (size_t e = 0; e < facts.size(); ++e) {
        ofElements[columns[c]][e].push_back(facts[e]);
        ofElements[columns[c]][e].push_back(repeats[e]);
      }
    }
  }
  Signature all;
  for (Signature &domain : ofElements) {
    std::sort(domain.begin(), domain.end());
    all.push_back({uint32_t(domain.size())});
    all.insert(all.end(), domain.begin(), domain.end());
  }
  return all;
}

} // namespace

std::vector<FiniteModel> ModelFinder::several(uint32_t maxSize,
                                              uint32_t count) const {
  std::vector<FiniteModel> models;
  if (!theory.refusal.empty())
    return models;
  const Domains domains(theory, nullptr);
  for (uint32_t size = 1; size <= maxSize && models.size() < count; ++size) {
    Encoder encoder(theory, domains, size, limits.instances);
    if (!encoder.addLaws())
      break;
    encoder.addFullness();
    // Models that use all elements first, then those that do in one domain.
    std::vector<std::vector<int>> uses{encoder.fullness()};
    if (encoder.fullness().size() > 1)
      for (const int domain : encoder.fullness())
        uses.push_back({domain});

    const size_t wanted =
        models.size() +
        std::max<size_t>(1, (count - models.size()) / (maxSize - size + 1));
    std::set<Signature> signatures;
    uint32_t repeats = 0;
    for (uint32_t taste = 0, use = 0;
         models.size() < wanted && use < uses.size() && repeats < maxRepeats;) {
      encoder.prefer(taste++);
      if (encoder.solver.solve(limits.conflicts / anyModelShare, uses[use]) != Answer::Yes) {
        ++use;
        continue;
      }
      FiniteModel model = encoder.model();
      const bool isOnlyKind = encoder.exclude(model);
      compact(model);
      // Where renamed ones come again, what looks the same is taken to be.
      if (!signatures.insert(signatureOf(model)).second && !isOnlyKind) {
        ++repeats;
        continue;
      }
      const bool isModel = satisfies(theory, model);
      assert(isModel && "encoding and evaluation differ");
      if (!isModel ||
          std::find(models.begin(), models.end(), model) != models.end()) {
        ++repeats;
        continue;
      }
      repeats = 0;
      models.push_back(std::move(model));
    }
  }
  return models;
}

std::optional<FiniteRefutation> ModelFinder::refute(const calculus::Goal &goal,
                                              uint32_t maxSize,
                                              std::string *reason) const {
  auto fail = [&](const std::string &why) {
    if (reason)
      *reason = why;
    return std::nullopt;
  };
  if (!theory.refusal.empty())
    return fail(theory.refusal);
  bool isGivenUp = false;
  for (uint32_t size = 1; size <= maxSize; ++size) {
    FiniteRefutation result;
    switch (refuteAt(goal, size, limits.conflicts, result)) {
    case Search::Found:
      return result;
    case Search::TooLarge:
      return fail("more than " + std::to_string(limits.instances) +
                  " instances of rules over " + std::to_string(size) + " elements");
    case Search::GivenUp:
      isGivenUp = true;
      break;
    case Search::None:
      break;
    }
  }
  return fail((isGivenUp ? "none found of up to " : "none of up to ") +
              std::to_string(maxSize) + " elements");
}

ModelFinder::Search ModelFinder::refuteAt(const calculus::Goal &goal, uint32_t size,
                                          uint32_t conflicts,
                                          FiniteRefutation &found) const {
  if (!theory.refusal.empty())
    return Search::None;
  const calculus::Rule rule = asRule(goal);
  const Domains domains(theory, &rule);
  Encoder encoder(theory, domains, size, limits.instances);
  if (!encoder.addCounterexample(rule) || !encoder.addLaws())
    return Search::TooLarge;
  encoder.addFullness();
  const Answer answer = encoder.solver.solve(conflicts);
  if (answer != Answer::Yes)
    return answer == Answer::Unknown ? Search::GivenUp : Search::None;
  found = {encoder.model(), encoder.assignment()};
  compact(found.model, &rule, &found.assignment);
  const bool isRefutation = satisfies(theory, found.model) &&
                            isCounterexample(rule, found.model, found.assignment);
  assert(isRefutation && "encoding and evaluation differ");
  return isRefutation ? Search::Found : Search::None;
}

} // namespace mplrt
