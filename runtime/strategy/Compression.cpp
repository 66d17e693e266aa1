//===- Compression.cpp - What the other theorems follow from ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each rule is tried from all others, independently. Those with long statements are
// left out first, of equally long ones those that were proved last. A rule whose proof
// rests on what has been left out rests on what that follows from; if this is the rule
// itself, it is tried once more, from what is left. So whatever rested on a rule
// follows from what is left, by proofs that were found.
//
// What was left out keeps its own proof: lemmas of the second one, which is not
// written, may rest on the rule itself.
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Compression.h"

#include "runtime/strategy/Explorer.h"

#include <algorithm>
#include <set>

namespace mplrt {

Compression::Compression(Search &search)
    : Strategy(search), budget(pool.limited(directBudget(pool, {}))) {}

void Compression::run() {
  search.beginPhase("compress");
  const auto &outcomes = store.outcomes();
  std::vector<uint32_t> consequences;
  for (uint32_t c = 0; c < outcomes.size(); ++c) {
    const Outcome &outcome = outcomes[c];
    if (outcome.status != Status::Proved || store.conjectures()[c].assumed)
      continue;
    if (outcome.isRule)
      kept.push_back(c);
    else if (outcome.origin == Origin::Explored)
      consequences.push_back(c);
  }
  auto rank = [&](uint32_t c) {
    return std::pair(store.conjectures()[c].statement.size(), outcomes[c].order);
  };
  std::sort(kept.begin(), kept.end(),
            [&](uint32_t a, uint32_t b) { return rank(a) < rank(b); });

  std::vector<Pool::Question> questions;
  for (auto it = kept.rbegin(); it != kept.rend(); ++it)
    if (outcomes[*it].origin == Origin::Explored)
      questions.push_back({*it, others(*it)});
    else
      store.setEssential(*it);
  std::vector<Pool::Support> found = pool.followAll(questions, budget);
  for (size_t i = 0; i < questions.size(); ++i)
    if (!found[i] || pool.isStopped() ||
        !leaveOut(questions[i].theorem, std::move(*found[i])))
      store.setEssential(questions[i].theorem);

  for (const auto &[name, from] : leftOut)
    store.setSupport(from.theorem, expand(from.names));
  for (const uint32_t c : consequences)
    store.setSupport(c, expand(outcomes[c].proof.uses));
}

std::vector<uint32_t> Compression::others(uint32_t rule) const {
  std::vector<uint32_t> result = kept;
  result.erase(std::find(result.begin(), result.end(), rule));
  return result;
}

Compression::Names Compression::expand(const Names &names) const {
  Names result;
  std::set<std::string> seen;
  auto visit = [&](auto &self, const std::string &name) -> void {
    if (!seen.insert(name).second)
      return;
    const auto it = leftOut.find(name);
    if (it == leftOut.end())
      result.push_back(name);
    else
      for (const std::string &below : it->second.names)
        self(self, below);
  };
  for (const std::string &name : names)
    visit(visit, name);
  return result;
}

bool Compression::leaveOut(uint32_t rule, Names from) {
  const std::string &name = store.conjectures()[rule].name;
  const Names below = expand(from);
  if (std::count(below.begin(), below.end(), name)) {
    Pool::Support again = pool.followAll({{rule, others(rule)}}, budget)[0];
    if (!again)
      return false;
    from = std::move(*again);
  }
  leftOut[name] = {rule, std::move(from)};
  kept.erase(std::find(kept.begin(), kept.end(), rule));
  return true;
}

} // namespace mplrt
