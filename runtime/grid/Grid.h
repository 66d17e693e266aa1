//===- Grid.h - Cycles of Logic Blocks over all conjectures -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_GRID_GRID_H
#define MPLRT_GRID_GRID_H

#include "runtime/grid/Attempt.h"
#include "runtime/proof/ProofWriter.h"

#include <chrono>
#include <functional>

namespace mplrt {

struct GridOptions {
  unsigned threads = 0;      ///< 0: as many as the machine has.
  uint32_t generations = 2;  ///< Highest generation of witnesses.
  uint32_t splits = 2;       ///< Nested case splits.
  uint64_t firings = 200000; ///< A block.
  uint64_t blocks = 0;       ///< In all; 0: no limit.
  double seconds = 0;        ///< For the run; 0: no limit.
  uint64_t memory = 0;       ///< Bytes for all blocks at once; 0: no limit.
};

enum class Status : uint8_t { Open, Proved };

struct Outcome {
  Status status = Status::Open;
  bool isExplored = false; ///< Found by exploration, not stated.
  bool isRule = false;     ///< Kept as a rule: others may rest on it.
  std::string method;
  std::string limit; ///< Open: what stopped the search.
  double seconds = 0; ///< Since the start of the run.
  bool vacuous = false;
  WrittenProof proof;
};

struct Statistics {
  uint64_t cycles = 0, attempts = 0, blocks = 0, firings = 0, slowFirings = 0;
  uint64_t rules = 0; ///< Theorems kept as rules.
  uint32_t largestBlock = 0;
  double seconds = 0;
};

/// Runs all conjectures of a program until nothing changes.
///
/// A cycle attempts, in parallel, every open conjecture that is due at the
/// lowest budget that any is due at; all use the theorems in force when the cycle
/// began. What a cycle proves is mailed at its end, in the order of the
/// conjectures: results do not depend on the number of threads.
class Grid {
public:
  Grid(const Theory &theory, const GridOptions &options);

  /// Called after each cycle for each conjecture that it proved, in order.
  std::function<void(uint32_t conjecture, const Outcome &)> onProved;

  /// The proof of false if the axioms are contradictory.
  std::optional<WrittenProof> checkAxioms();
  /// Attempts stated conjectures until nothing changes.
  void run();
  /// Names what stopped the search of everything that is open.
  void finish();

  //===--- For exploration --------------------------------------------------//
  uint32_t add(calculus::Conjecture conjecture);
  /// The budget within the limits of this run's options.
  AttemptBudget limited(AttemptBudget budget) const;
  /// Attempts these in parallel; writes the proofs of those that succeed.
  std::vector<AttemptResult> attemptAll(const std::vector<uint32_t> &batch,
                                        const AttemptBudget &budget);
  /// Takes a proved one into the theorems and, if it is to be one, the rules.
  void accept(uint32_t conjecture, AttemptResult &result, bool asRule);
  /// Notes a failed attempt. What `isDue` says then changes when a rule comes that
  /// could change the outcome.
  void reject(uint32_t conjecture, AttemptResult &result);
  bool isDue(uint32_t conjecture, uint32_t level) const {
    return states[conjecture].level <= level;
  }
  bool hasOpenStated() const;
  bool isStopped() const;
  double elapsed() const;

  /// Stated ones, then those that exploration added.
  const std::vector<calculus::Conjecture> &conjectures() const { return all; }
  const std::vector<Outcome> &outcomes() const { return results; }
  const Statistics &statistics() const { return totals; }

private:
  struct State {
    uint32_t level = 0;          ///< Index into the ladder of budgets.
    std::vector<bool> inhabited; ///< Of all failed attempts.
    Limit limit = Limit::None;
  };

  std::vector<uint32_t> due() const;
  void cycle(const std::vector<uint32_t> &batch);
  void account(const AttemptResult &result);
  void install(uint32_t conjecture, RuleSet &rules) const;
  void wake(const InstalledTheorem &theorem);
  void compose(std::vector<uint32_t> &proved);
  template <typename F> void inArena(F &&work);

  const Theory &theory;
  const GridOptions options;
  std::vector<AttemptBudget> ladder;
  std::vector<calculus::Conjecture> all;
  std::shared_ptr<const RuleSet> rules;
  std::vector<State> states;
  std::vector<Outcome> results;
  Statistics totals;
  std::chrono::steady_clock::time_point start;
};

} // namespace mplrt

#endif // MPLRT_GRID_GRID_H
