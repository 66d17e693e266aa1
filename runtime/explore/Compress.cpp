//===- Compress.cpp - The theorems that the others follow from ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules with long statements are tried first, of equally long ones those that were
// proved last. A rule may be left out if it follows directly from the other rules
// that are left, and so does everything that rested on it. What was left out keeps
// its proof; that it follows is checked here by a second one, which is not written,
// since its lemmas may rest on the rule itself.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Compress.h"

#include <algorithm>

namespace mplrt {

void Compressor::run() {
  const auto &outcomes = grid.outcomes();
  for (uint32_t c = 0; c < outcomes.size(); ++c) {
    const Outcome &outcome = outcomes[c];
    if (outcome.status != Status::Proved || grid.conjectures()[c].assumed)
      continue;
    if (outcome.isRule) {
      kept.push_back(c);
    } else if (outcome.origin == Origin::Explored) {
      rest.push_back(c);
      grid.setSupport(c, outcome.proof.uses);
    }
  }
  auto rank = [&](uint32_t c) {
    return std::pair(grid.conjectures()[c].statement.size(), outcomes[c].order);
  };
  std::sort(kept.begin(), kept.end(),
            [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });
  for (const uint32_t rule : std::vector<uint32_t>(kept.rbegin(), kept.rend()))
    if (grid.isStopped() || outcomes[rule].origin != Origin::Explored ||
        !leaveOut(rule))
      grid.setEssential(rule);
}

bool Compressor::leaveOut(uint32_t rule) {
  std::vector<uint32_t> others = kept;
  others.erase(std::find(others.begin(), others.end(), rule));
  const auto own = grid.followAll({rule}, others, budget);
  if (!own[0])
    return false;
  const std::string &name = grid.conjectures()[rule].name;
  std::vector<uint32_t> affected;
  for (const uint32_t c : rest) {
    const auto &from = grid.outcomes()[c].followsFrom;
    if (std::find(from.begin(), from.end(), name) != from.end())
      affected.push_back(c);
  }
  const auto found = grid.followAll(affected, others, budget);
  if (!std::all_of(found.begin(), found.end(),
                   [](const Grid::Support &support) { return support.has_value(); }))
    return false;
  for (size_t i = 0; i < affected.size(); ++i)
    grid.setSupport(affected[i], *found[i]);
  grid.setSupport(rule, *own[0]);
  rest.push_back(rule);
  kept = std::move(others);
  return true;
}

} // namespace mplrt
