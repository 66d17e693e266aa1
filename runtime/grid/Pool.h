//===- Pool.h - Attempts on all processors ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_GRID_POOL_H
#define MPLRT_GRID_POOL_H

#include "runtime/block/Engine.h"
#include "runtime/grid/Store.h"
#include "runtime/options/Options.h"

#include <atomic>
#include <functional>
#include <optional>

namespace mplrt {

struct GridOptions {
  unsigned threads = 0;      ///< 0: as many as the machine has.
  uint32_t generations = 2;  ///< Highest generation of witnesses.
  uint32_t splits = 2;       ///< Nested case splits.
  uint64_t firings = 4000000; ///< A block.
  uint64_t blocks = 0;       ///< In all; 0: no limit.
  uint64_t allFirings = 0;   ///< In all; 0: no limit.
  double seconds = 0;        ///< For the run; 0: no limit.
  uint64_t memory = 0;       ///< Bytes for all blocks at once; 0: no limit.
  Options tuning;
};

struct Statistics {
  uint64_t cycles = 0, attempts = 0, blocks = 0, firings = 0, slowFirings = 0;
  uint32_t largestBlock = 0;
  BlockSizes blockSizes{};
};

/// What happens at this moment, for another thread to look at.
struct Activity {
  std::atomic<uint32_t> attempts = 0; ///< Under way.
  std::atomic<uint64_t> done = 0, planned = 0; ///< Of the batch.
};

/// Makes attempts, in parallel or on the theory's engine, within the limits of the
/// run. It reads the store's conjectures and writes nothing there: results do not
/// depend on the number of threads, and the caller says what becomes of them.
class Pool {
public:
  Pool(const Theory &theory, const GridOptions &options, const Store &store)
      : theory(theory), options(options), store(store) {}

  /// The budget within the limits of this run's options.
  AttemptBudget limited(AttemptBudget budget) const;
  /// Attempts these in parallel with these rules; writes the proofs of those that
  /// succeed.
  std::vector<Attempted> attemptAll(const std::vector<uint32_t> &batch,
                                    const AttemptBudget &budget, const RuleSet &with);
  /// The same, each with rules of its own.
  std::vector<Attempted> attemptEach(const std::vector<uint32_t> &batch,
                                     const AttemptBudget &budget,
                                     const std::vector<const RuleSet *> &with);
  /// Attempts these in turn until one succeeds: results of all up to that one. Threads
  /// that have nothing else to do try ahead, an engine so many at a time; what comes of
  /// it is dropped.
  std::vector<Attempted> firstOf(const std::vector<uint32_t> &batch,
                                 const AttemptBudget &budget, const RuleSet &with);
  /// The same for one conjecture with each of these theorems alone.
  std::vector<Attempted> firstWith(uint32_t conjecture,
                                   const std::vector<uint32_t> &theorems,
                                   const AttemptBudget &budget);
  /// For each theorem, if it follows from the theorems `from` alone within the
  /// budget, those that its proof rests on. Tried in parallel.
  struct Question {
    uint32_t theorem;
    std::vector<uint32_t> from;
  };
  using Support = std::optional<std::vector<std::string>>;
  std::vector<Support> followAll(const std::vector<Question> &questions,
                                 const AttemptBudget &budget);
  /// Calls `work` for each number below n, on all threads.
  void inParallel(size_t n, const std::function<void(size_t)> &work);

  /// Attempts are still made when it is: it is for whoever makes them to ask.
  bool isStopped() const;
  /// Counts what another pool has done for this one.
  void add(const Statistics &other);
  /// What stopped the run, or empty.
  std::string stopReason() const;
  const Statistics &statistics() const { return totals; }
  const Activity &activity() const { return live; }
  Activity &activity() { return live; }
  const Options &tuning() const { return options.tuning; }
  const GridOptions &limits() const { return options; }

private:
  using NumberedAttempt = std::function<Attempted(size_t, const AttemptBudget &)>;
  std::vector<Attempted> inTurn(size_t n, const AttemptBudget &budget,
                                Engine::Theorems theorems,
                                const NumberedAttempt &attempt);
  Attempted attemptOne(uint32_t conjecture, const AttemptBudget &budget,
                       const RuleSet &with);
  void account(const AttemptResult &result);
  unsigned numThreads() const;

  const Theory &theory;
  const GridOptions options;
  const Store &store;
  Statistics totals;
  Activity live;
};

} // namespace mplrt

#endif // MPLRT_GRID_POOL_H
