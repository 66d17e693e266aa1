//===- Pool.cpp - Attempts on all processors ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/grid/Pool.h"

#include <algorithm>
#include <mutex>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <thread>

namespace mplrt {

AttemptBudget Pool::limited(AttemptBudget budget) const {
  budget.block.generations =
      std::min(budget.block.generations, options.generations);
  budget.block.firings = std::min(budget.block.firings, options.firings);
  const bool isCascade = budget.splitOn == AttemptBudget::SplitOn::Cascade;
  budget.splits = std::min(budget.splits,
                           options.splits *
                               (isCascade ? AttemptBudget::cascadeFactor : 1));
  if (options.memory != 0)
    budget.block.bytes = options.memory / numThreads();
  return budget;
}

unsigned Pool::numThreads() const {
  return options.threads ? options.threads
                         : std::max(1u, std::thread::hardware_concurrency());
}

bool Pool::isStopped() const {
  return stopRequest.load() != 0 ||
         (options.blocks != 0 && totals.blocks >= options.blocks) ||
         (options.allFirings != 0 && totals.firings >= options.allFirings);
}

std::string Pool::stopReason() const {
  const uint8_t request = stopRequest.load();
  if (request != 0)
    return toString(Limit(request));
  if (options.blocks != 0 && totals.blocks >= options.blocks)
    return "blocks";
  return isStopped() ? "firings in all" : "";
}

void Pool::add(const Statistics &other) {
  totals.cycles += other.cycles;
  totals.attempts += other.attempts;
  totals.blocks += other.blocks;
  totals.firings += other.firings;
  totals.slowFirings += other.slowFirings;
  totals.largestBlock = std::max(totals.largestBlock, other.largestBlock);
  for (size_t k = 0; k < totals.blockSizes.size(); ++k)
    totals.blockSizes[k] += other.blockSizes[k];
}

void Pool::account(const AttemptResult &result) {
  ++totals.attempts;
  totals.blocks += result.blocks;
  totals.firings += result.firings;
  totals.slowFirings += result.slowFirings;
  totals.largestBlock = std::max(totals.largestBlock, result.largestBlock);
  for (size_t k = 0; k < totals.blockSizes.size(); ++k)
    totals.blockSizes[k] += result.blockSizes[k];
}

Attempted Pool::attemptOne(uint32_t c, const AttemptBudget &budget,
                           const RuleSet &with) {
  ++live.attempts;
  Attempted found{attempt(theory, with, store.conjectures()[c], budget), {}};
  if (found.proved) {
    found.proof = writeProof(theory, with, *found.tree);
    found.tree.reset();
  }
  --live.attempts;
  ++live.done;
  return found;
}

std::vector<Attempted> Pool::attemptAll(const std::vector<uint32_t> &batch,
                                        const AttemptBudget &budget,
                                        const RuleSet &with) {
  std::vector<Attempted> found(batch.size());
  live.done = 0;
  live.planned = batch.size();
  const InBatch onEngine(theory.engine, batch.size());
  inParallel(batch.size(), [&](size_t i) {
    const InAttempt onThread(theory.engine, i);
    found[i] = attemptOne(batch[i], budget, with);
  });
  ++totals.cycles;
  for (const Attempted &result : found)
    account(result);
  return found;
}

std::vector<Attempted> Pool::attemptEach(const std::vector<uint32_t> &batch,
                                         const AttemptBudget &budget,
                                         const std::vector<const RuleSet *> &with) {
  std::vector<Attempted> found(batch.size());
  live.done = 0;
  live.planned = batch.size();
  const InBatch onEngine(theory.engine, batch.size(), Engine::Theorems::Own);
  inParallel(batch.size(), [&](size_t i) {
    const InAttempt onThread(theory.engine, i);
    found[i] = attemptOne(batch[i], budget, *with[i]);
  });
  ++totals.cycles;
  for (const Attempted &result : found)
    account(result);
  return found;
}

std::vector<Attempted> Pool::firstOf(const std::vector<uint32_t> &batch,
                                     const AttemptBudget &budget, const RuleSet &with) {
  return inTurn(batch.size(), budget, Engine::Theorems::Same,
                [&](size_t i, const AttemptBudget &own) {
                  return attemptOne(batch[i], own, with);
                });
}

std::vector<Attempted> Pool::firstWith(uint32_t conjecture,
                                       const std::vector<uint32_t> &theorems,
                                       const AttemptBudget &budget) {
  return inTurn(theorems.size(), budget, Engine::Theorems::Own,
                [&](size_t i, const AttemptBudget &own) {
                  return attemptOne(conjecture, own, store.rulesOf({theorems[i]}));
                });
}

std::vector<Pool::Support> Pool::followAll(const std::vector<Question> &questions,
                                           const AttemptBudget &budget) {
  std::vector<Support> result(questions.size());
  auto answer = [&](size_t i) {
    const RuleSet set = store.rulesOf(questions[i].from);
    const InAttempt onThread(theory.engine, i);
    const AttemptResult found =
        attempt(theory, set, store.conjectures()[questions[i].theorem], budget);
    if (found.proved)
      result[i] = writeProof(theory, set, *found.tree).uses;
  };
  const InBatch onEngine(theory.engine, questions.size(), Engine::Theorems::Own);
  inParallel(questions.size(), answer);
  return result;
}

//===----------------------------------------------------------------------===//
// Attempts in turn
//===----------------------------------------------------------------------===//

namespace {

/// Attempts in turn, some of them ahead: which is the last whose result counts.
class Race {
public:
  Race(std::vector<Attempted> &found, uint64_t blocks)
      : found(found), isDone(found.size(), false), blocksLeft(blocks),
        last(found.size()) {}

  /// The next that is wanted as far as is known.
  std::optional<size_t> begin() {
    const size_t i = next++;
    return i < numWanted() ? std::optional(i) : std::nullopt;
  }
  size_t numWanted() const { return std::min(size_t(last) + 1, found.size()); }
  Cancellation cancellation(size_t i) const { return {&last, i}; }

  /// As if each began when the one before it had ended: one succeeds, or the blocks
  /// are used up.
  void end(size_t i) {
    const std::scoped_lock lock(mutex);
    isDone[i] = true;
    for (; settled < numWanted() && isDone[settled]; ++settled) {
      blocksLeft -= std::min(blocksLeft, found[settled].blocks);
      if (blocksLeft == 0 || found[settled].proved)
        last = settled;
    }
    if (found[i].proved && i < last)
      last = i;
  }

private:
  std::vector<Attempted> &found;
  std::vector<bool> isDone;
  uint64_t blocksLeft;
  size_t settled = 0;
  std::atomic<size_t> next = 0, last;
  std::mutex mutex;
};

} // namespace

std::vector<Attempted> Pool::inTurn(size_t n, const AttemptBudget &budget,
                                    Engine::Theorems theorems,
                                    const NumberedAttempt &attempt) {
  if (n == 0)
    return {};
  std::vector<Attempted> found(n);
  live.done = 0;
  live.planned = n;
  Race race(found, options.blocks == 0
                       ? ~uint64_t(0)
                       : options.blocks - std::min(options.blocks, totals.blocks));
  if (theory.engine)
    for (;;) {
      std::vector<size_t> side;
      while (side.size() < options.tuning.attemptsAhead)
        if (const auto i = race.begin())
          side.push_back(*i);
        else
          break;
      if (side.empty())
        break;
      const InBatch onEngine(theory.engine, side.size(), theorems);
      inParallel(side.size(), [&](size_t k) {
        const InAttempt onThread(theory.engine, k);
        found[side[k]] = attempt(side[k], budget);
        race.end(side[k]);
      });
    }
  else
    inParallel(std::min(size_t(numThreads()), n), [&](size_t) {
      while (const auto i = race.begin()) {
        AttemptBudget own = budget;
        own.block.cancellation = race.cancellation(*i);
        found[*i] = attempt(*i, own);
        race.end(*i);
      }
    });
  found.resize(race.numWanted());
  ++totals.cycles;
  for (const Attempted &result : found)
    account(result);
  return found;
}

//===----------------------------------------------------------------------===//
// Threads
//===----------------------------------------------------------------------===//

/// Each thread takes the next piece when it is done with one: pieces differ much, and
/// long ones often stand together.
void Pool::inParallel(size_t n, const std::function<void(size_t)> &work) {
  std::atomic<size_t> next = 0;
  auto takeAll = [&](size_t) {
    for (size_t i; (i = next++) < n;)
      work(i);
  };
  if (n == 1)
    return takeAll(0);
  std::optional<tbb::global_control> workers;
  if (options.threads != 0)
    workers.emplace(tbb::global_control::max_allowed_parallelism, options.threads);
  tbb::task_arena arena(options.threads ? int(options.threads)
                                        : tbb::task_arena::automatic);
  arena.execute([&] {
    tbb::parallel_for(size_t(0), std::min(size_t(numThreads()), n), takeAll);
  });
}

} // namespace mplrt
