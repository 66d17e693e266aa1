//===- AllLaws.cpp - All laws within bounds -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/AllLaws.h"

#include "runtime/explore/Flat.h"

#include <algorithm>
#include <cstdarg>
#include <cstdio>

namespace mplrt {

namespace {

[[gnu::format(printf, 1, 2)]] std::string format(const char *pattern, ...) {
  va_list arguments, again;
  va_start(arguments, pattern);
  va_copy(again, arguments);
  std::string text(size_t(std::vsnprintf(nullptr, 0, pattern, arguments)), 0);
  std::vsnprintf(text.data(), text.size() + 1, pattern, again);
  va_end(again);
  va_end(arguments);
  return text;
}

} // namespace

/// Attempts of their own for laws that were decided together, so that each has a proof
/// file; how many do.
size_t AllLaws::proveDecided(const std::vector<Law> &laws, const LawWriter &writer,
                         const calculus::Exploration &bounds) {
  std::vector<uint32_t> batch;
  for (const Law &law : laws)
    batch.push_back(store.add(
        writer.conjecture(law, prefix + std::to_string(++numProofs)),
        Origin::Explored, writer.text(law)));
  size_t proved = 0;
  for (uint32_t splits = 0; splits <= bounds.splits + 1 && !batch.empty(); ++splits) {
    AttemptBudget budget = directBudget(pool, bounds);
    budget.splits = splits;
    std::vector<Attempted> found =
        pool.attemptAll(batch, pool.limited(budget), store.currentRules());
    std::vector<uint32_t> left;
    for (size_t i = 0; i < batch.size(); ++i) {
      if (!found[i].proved) {
        left.push_back(batch[i]);
        continue;
      }
      store.accept(batch[i], found[i], /*asRule=*/false);
      ++proved;
    }
    batch = std::move(left);
  }
  for (const uint32_t c : batch)
    store.drop(c);
  return proved;
}

/// What the rules do not decide at once goes the way of all candidates.
void AllLaws::run(const calculus::Exploration &bounds) {
  if (premises == 0)
    return;
  search.beginPhase("all laws");
  FlatExplorer flat(search.theory, bounds, premises, search.models.forCandidates());
  size_t withProof = 0;
  prefix = store.freePrefix("flat");
  flat.onDecided = [&](const std::vector<Law> &laws) {
    for (const Law &law : laws)
      if (onDecided)
        onDecided(flat.writer().text(law));
    if (withProofs)
      withProof += proveDecided(laws, flat.writer(), bounds);
  };
  const double start = store.elapsed();
  const FlatReport report =
      flat.run(store.currentRules(), pool.limited(directBudget(pool, bounds)).block,
               [&](size_t n, const std::function<void(size_t)> &work) {
                 pool.inParallel(n, work);
               });
  const double decided = store.elapsed();
  Explorer explorer(search, bounds, goals);
  const ExplorationReport rest = explorer.proveAll(flat.undecided(), flat.writer());
  const std::vector<RefutedEquation> refuted = explorer.refuted();
  search.refuted.insert(search.refuted.end(), refuted.begin(), refuted.end());
  search.say(format(
      "flat %s: %llu lists of premises, %llu candidates, %llu survive testing: "
      "%llu follow directly, %llu proved otherwise, %llu refuted with other values, "
      "%zu open; %.1f s",
      bounds.name.c_str(), (unsigned long long)report.lists,
      (unsigned long long)report.candidates, (unsigned long long)report.survived,
      (unsigned long long)report.decided,
      (unsigned long long)(rest.essential + rest.consequences),
      (unsigned long long)(rest.refuted + explorer.numDropped()), explorer.numOpen(),
      store.elapsed() - start));
  search.say(format(
      "flat %s: tested in %.2f s of one processor, %.1f million candidates a second, "
      "and %.2f s for the model's values; until all blocks were done %.1f s; %llu more "
      "hold without one of their conditions",
      bounds.name.c_str(), report.testSeconds,
      double(report.candidates) / std::max(report.testSeconds, 1e-3) / 1e6,
      report.modelSeconds, decided - start, (unsigned long long)report.weaker));
  if (withProofs)
    search.say(format("flat %s: %zu of those that follow directly have a proof "
                          "file", bounds.name.c_str(), withProof));
}

} // namespace mplrt
