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

namespace {

constexpr size_t batchSize = 4; // Rules that are looked at in parallel.

} // namespace

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
  std::vector<uint32_t> rules; // That may be left out.
  for (auto rule = kept.rbegin(); rule != kept.rend(); ++rule)
    if (outcomes[*rule].origin == Origin::Explored)
      rules.push_back(*rule);
    else
      grid.setEssential(*rule);
  for (size_t next = 0; next < rules.size();) {
    const size_t end = std::min(next + batchSize, rules.size());
    const std::vector<uint32_t> batch(rules.begin() + ptrdiff_t(next),
                                      rules.begin() + ptrdiff_t(end));
    std::vector<Grid::Support> found(batch.size());
    if (!grid.isStopped())
      found = grid.followFromOthers(batch, kept, budget);
    // Once one is left out, the others are to follow from fewer rules.
    bool isLeftOut = false;
    for (size_t i = 0; i < batch.size() && !isLeftOut; ++i, ++next) {
      isLeftOut = found[i] && leaveOut(batch[i], *found[i]);
      if (!isLeftOut)
        grid.setEssential(batch[i]);
    }
  }
}

bool Compressor::leaveOut(uint32_t rule, const std::vector<std::string> &from) {
  std::vector<uint32_t> others = kept;
  std::erase(others, rule);
  const std::string &name = grid.conjectures()[rule].name;
  std::vector<uint32_t> affected;
  for (const uint32_t c : rest) {
    const auto &support = grid.outcomes()[c].followsFrom;
    if (std::find(support.begin(), support.end(), name) != support.end())
      affected.push_back(c);
  }
  const auto found = grid.followAll(affected, others, budget);
  if (!std::all_of(found.begin(), found.end(),
                   [](const Grid::Support &support) { return support.has_value(); }))
    return false;
  for (size_t i = 0; i < affected.size(); ++i)
    grid.setSupport(affected[i], *found[i]);
  grid.setSupport(rule, from);
  rest.push_back(rule);
  kept = std::move(others);
  return true;
}

} // namespace mplrt
