//===- Grid.h - Cycles of Logic Blocks over all conjectures -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_GRID_GRID_H
#define MPLRT_GRID_GRID_H

#include "runtime/block/Engine.h"
#include "runtime/grid/Attempt.h"
#include "runtime/proof/ProofWriter.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace mplrt {

struct GridOptions {
  unsigned threads = 0;      ///< 0: as many as the machine has.
  uint32_t generations = 2;  ///< Highest generation of witnesses.
  uint32_t splits = 2;       ///< Nested case splits.
  uint64_t firings = 4000000; ///< A block.
  uint64_t blocks = 0;       ///< In all; 0: no limit.
  double seconds = 0;        ///< For the run; 0: no limit.
  uint64_t memory = 0;       ///< Bytes for all blocks at once; 0: no limit.
};

/// How much is spent on a stated conjecture: the parts of the ladder of budgets, in
/// order. What is called for includes all that comes before it.
enum class Effort : uint8_t {
  First,     ///< Before anything else is done.
  AfterRule, ///< Again at each rule that exploration finds.
  Cheap,     ///< Before exploration begins.
  Full,      ///< All that the run may use.
};

enum class Status : uint8_t { Open, Proved, Refuted };

/// Where a conjecture comes from.
enum class Origin : uint8_t {
  Stated,
  Explored,   ///< A candidate of exploration.
  Ground,     ///< A fact about small values.
  Refutation, ///< An instance that contradicts a stated conjecture.
};

struct Outcome {
  Status status = Status::Open;
  Origin origin = Origin::Stated;
  bool isDropped = false; ///< Added and given up: nothing is said of it.
  bool isRule = false; ///< Kept as a rule: others may rest on it.
  /// Explored: of the theorems that the others follow from.
  bool isEssential = false;
  std::vector<std::string> followsFrom; ///< Explored, not essential.
  uint32_t order = 0; ///< Proved: the how-manieth it was.
  std::string text; ///< Not stated: for people.
  /// Refuted: the values of its variables, and the theorems that say so.
  std::vector<std::pair<std::string, std::string>> assignment;
  std::vector<std::string> refutedBy;
  bool isNegation = false; ///< Says that a stated conjecture is false.
  std::string model; ///< In which the values refute it, if it had to be searched.
  std::string method;
  std::string limit; ///< Open: what stopped the search.
  /// Open and stated: what was tried, and what the rules that came nearest lacked.
  std::string tried;
  std::vector<std::string> missing;
  double seconds = 0; ///< Since the start of the run.
  bool vacuous = false;
  WrittenProof proof;
};

struct Statistics {
  uint64_t cycles = 0, attempts = 0, blocks = 0, firings = 0, slowFirings = 0;
  uint64_t rules = 0; ///< Theorems kept as rules.
  uint32_t largestBlock = 0;
  BlockSizes blockSizes{};
  double seconds = 0;
};

/// What happens at this moment, for another thread to look at.
struct Activity {
  std::atomic<uint32_t> attempts = 0; ///< Under way.
  std::atomic<uint64_t> done = 0, planned = 0; ///< Of the batch.
  std::atomic<uint64_t> proved = 0, refuted = 0; ///< Since the start.
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
  /// Attempts those stated conjectures that say again what a rule says: they take one
  /// step, and become no rules.
  void runRestated();
  /// Attempts stated conjectures until nothing changes, with budgets up to this effort.
  void run(Effort upTo = Effort::Full);
  /// Attempts stated conjectures with fewer rules (Selection): laws that make many
  /// terms of few, as associativity and distributivity do, hide what follows from
  /// the others. Each selection is tried again whenever it gains rules.
  void runWithFewerRules();
  /// Attempts each open stated conjecture with the few rules that are most relevant to
  /// it (Relevance.h), unless these have been tried before.
  void runWithRelevant();
  /// Attempts open stated conjectures with each theorem alone that was proved since the
  /// last call, whether it is a rule or follows from rules: many need one theorem, and
  /// the terms that all rules make hide it.
  void runWithOneTheorem();
  /// Notes for each open stated conjecture what a direct attempt lacks.
  void explainOpen();
  /// Names what stopped the search of everything that is open.
  void finish();

  /// Takes a conjecture out of the search. Its proofs are those of instances that
  /// contradict it; none if a model is all that shows it.
  void refute(uint32_t conjecture,
              std::vector<std::pair<std::string, std::string>> assignment,
              std::vector<std::string> theorems, std::string model = "");

  /// Takes in a theorem whose proof is written: that a stated conjecture is false.
  uint32_t addRefutation(calculus::Conjecture theorem, WrittenProof proof);

  //===--- For exploration --------------------------------------------------//
  uint32_t add(calculus::Conjecture conjecture, Origin origin, std::string text);
  /// For each theorem, if it follows from the theorems `from` alone within the
  /// budget, those that its proof rests on. Tried in parallel.
  struct Question {
    uint32_t theorem;
    std::vector<uint32_t> from;
  };
  using Support = std::optional<std::vector<std::string>>;
  std::vector<Support> followAll(const std::vector<Question> &questions,
                                 const AttemptBudget &budget);
  /// The budget within the limits of this run's options.
  AttemptBudget limited(AttemptBudget budget) const;
  /// Attempts these in parallel; writes the proofs of those that succeed.
  std::vector<AttemptResult> attemptAll(const std::vector<uint32_t> &batch,
                                        const AttemptBudget &budget) {
    return attemptAll(batch, budget, *rules);
  }
  /// Attempts these in turn until one succeeds: results of all up to that one. Threads
  /// that have nothing else to do try ahead, an engine so many at a time; what comes of
  /// it is dropped. `withFew`: without the rules that make many terms of few.
  std::vector<AttemptResult> attemptUntilProved(const std::vector<uint32_t> &batch,
                                                const AttemptBudget &budget,
                                                bool withFew);
  /// Takes a proved one into the theorems and, if it is to be one, the rules.
  void accept(uint32_t conjecture, AttemptResult &result, bool asRule);
  /// Takes one whose proof is written, by whatever means, into the theorems and, if it
  /// is to be one, the rules.
  void acceptWritten(uint32_t conjecture, WrittenProof proof, std::string method,
                     bool asRule);
  /// Notes a failed attempt: it is not due again below level `next` until a rule comes
  /// that could change the outcome.
  void reject(uint32_t conjecture, AttemptResult &result, uint32_t next);
  /// It is not due below level `next` for now.
  void skip(uint32_t conjecture, uint32_t next) {
    states[conjecture].level = std::max(states[conjecture].level, next);
  }
  /// Forgets a conjecture that was added and is of no use.
  void drop(uint32_t conjecture) { results[conjecture].isDropped = true; }
  void setSupport(uint32_t theorem, std::vector<std::string> from) {
    results[theorem].followsFrom = std::move(from);
  }
  void setEssential(uint32_t theorem) { results[theorem].isEssential = true; }
  bool isDue(uint32_t conjecture, uint32_t level) const {
    return states[conjecture].level <= level;
  }
  const RuleSet &currentRules() const { return *rules; }
  void inParallel(size_t n, const std::function<void(size_t)> &work);
  bool hasOpenStated() const;
  bool isStopped() const;
  double elapsed() const;

  /// Stated ones, then those that exploration added.
  const std::vector<calculus::Conjecture> &conjectures() const { return all; }
  const std::vector<Outcome> &outcomes() const { return results; }
  const Statistics &statistics() const { return totals; }
  const Activity &activity() const { return live; }
  Activity &activity() { return live; }

private:
  struct State {
    uint32_t level = 0;          ///< Index into the ladder of budgets.
    uint32_t reached = 0;        ///< The highest level that it was at.
    uint64_t attempts = 0;       ///< That failed.
    std::vector<bool> inhabited; ///< Of all failed attempts.
    Limit limit = Limit::None;
    bool hasWants = false; ///< Stated: budgets that reason towards the goal are for it.
    bool isRestated = false; ///< Stated: it says again what a rule says.
  };

  bool isOpenStated(uint32_t conjecture) const;
  std::string triedText(const State &state) const;
  /// Of the rules in force.
  struct Selection {
    enum Kind : uint8_t {
      OnlyAbout,           ///< What is about this function alone.
      NoneMultiplies,      ///< Nothing that makes many terms of few.
      NoneMultipliesAbout, ///< Nothing of the kind with this function.
    };
    Kind kind;
    uint32_t function;
    auto operator<=>(const Selection &) const = default;
  };

  std::vector<AttemptResult> attemptAll(const std::vector<uint32_t> &batch,
                                        const AttemptBudget &budget,
                                        const RuleSet &with);
  AttemptResult attemptOne(uint32_t conjecture, const AttemptBudget &budget,
                           const RuleSet &with);
  /// As if each of n attempts began when the one before it had failed: results up to
  /// the first that succeeds. An engine makes some at a time.
  using NumberedAttempt = std::function<AttemptResult(size_t, const AttemptBudget &)>;
  std::vector<AttemptResult> attemptInTurn(size_t n, const AttemptBudget &budget,
                                           Engine::Theorems theorems,
                                           const NumberedAttempt &attempt);
  void runWithOneTheorem(uint32_t goal, const std::vector<uint32_t> &theorems);
  std::vector<uint32_t> due(Effort upTo) const;
  AttemptBudget budgetOf(uint32_t level) const;
  void cycle(const std::vector<uint32_t> &batch);
  void settle(const std::vector<uint32_t> &batch, std::vector<AttemptResult> &found,
              const AttemptBudget &budget, bool rejects);
  RuleSet select(const Selection &selection) const;
  /// What is assumed, and these.
  RuleSet rulesOf(const std::vector<uint32_t> &theorems) const;
  struct RelevantRules {
    uint32_t conjecture = 0;
    RuleSet rules;
  };
  void attemptRelevant(const std::vector<RelevantRules> &due, bool towardsGoal);
  bool attemptWith(const RuleSet &selection, const AttemptBudget &budget);
  void account(const AttemptResult &result);
  std::shared_ptr<const InstalledTheorem> theoremOf(uint32_t conjecture) const;
  void install(std::shared_ptr<const InstalledTheorem> theorem, RuleSet &rules) const;
  void wake(const InstalledTheorem &theorem);
  void compose(std::vector<uint32_t> &proved);
  unsigned numThreads() const;
  template <typename F> void inArena(F &&work);

  const Theory &theory;
  const GridOptions options;
  std::vector<AttemptBudget> ladder;
  std::vector<Effort> efforts; ///< By level of the ladder, in order.
  std::vector<calculus::Conjecture> all;
  std::shared_ptr<const RuleSet> rules;
  std::map<Selection, size_t> tried; ///< With how many rules.
  std::set<std::vector<std::string>> triedRelevant; ///< A conjecture, then theorems.
  uint32_t triedAlone = 0; ///< Theorems, in the order in which they were proved.
  /// Those of the rules in force that do not multiply terms, if it is known.
  std::shared_ptr<const RuleSet> few;
  mutable std::mutex mutex; ///< Of `installed`.
  mutable std::map<uint32_t, std::shared_ptr<const InstalledTheorem>> installed;
  std::vector<State> states;
  std::vector<Outcome> results;
  Statistics totals;
  uint32_t numProved = 0;
  Activity live;
  std::chrono::steady_clock::time_point start;
};

} // namespace mplrt

#endif // MPLRT_GRID_GRID_H
