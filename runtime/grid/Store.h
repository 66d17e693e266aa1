//===- Store.h - Conjectures, what became of them, rules --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_GRID_STORE_H
#define MPLRT_GRID_STORE_H

#include "runtime/proof/ProofWriter.h"
#include "runtime/prove/Attempt.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace mplrt {

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
  uint32_t order = 0; ///< Proved: index in the order of proof.
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

/// An attempt, with the proof if it succeeded.
struct Attempted : AttemptResult {
  WrittenProof proof;
};

/// All conjectures of a run, stated ones first, what became of them, and the theorems
/// that are in force as rules. Nothing else writes outcomes. It belongs to one thread;
/// others may read conjectures and rules while that thread waits for them.
class Store {
public:
  explicit Store(const Theory &theory);

  /// Called for each conjecture as soon as it is proved or refuted.
  std::function<void(uint32_t conjecture)> onProved, onRefuted;

  //===--- What is written -------------------------------------------------===//
  uint32_t add(calculus::Conjecture conjecture, Origin origin, std::string text);
  /// Takes a proved one into the theorems and, if it is to be one, the rules.
  void accept(uint32_t conjecture, Attempted &result, bool asRule);
  /// The same for one whose proof is written, by whatever means.
  void acceptWritten(uint32_t conjecture, WrittenProof proof, std::string method,
                     bool asRule);
  /// Notes a failed attempt: it is not due again below level `next` until a rule comes
  /// that could change the outcome.
  void reject(uint32_t conjecture, AttemptResult &result, uint32_t next);
  /// It is not due below level `next` for now.
  void skip(uint32_t conjecture, uint32_t next) {
    states[conjecture].level = std::max(states[conjecture].level, next);
  }
  /// Takes a conjecture out of the search. Its proofs are those of instances that
  /// contradict it; none if a model is all that shows it.
  void refute(uint32_t conjecture,
              std::vector<std::pair<std::string, std::string>> assignment,
              std::vector<std::string> theorems, std::string model = "");
  /// Takes in a theorem whose proof is written: that a stated conjecture is false.
  uint32_t addNegation(calculus::Conjecture theorem, WrittenProof proof);
  /// Forgets a conjecture that was added and is of no use.
  void drop(uint32_t conjecture) { results[conjecture].isDropped = true; }
  /// Proves statements all of whose parts are proved by now.
  void compose();
  void setSupport(uint32_t theorem, std::vector<std::string> from) {
    results[theorem].followsFrom = std::move(from);
  }
  void setEssential(uint32_t theorem) { results[theorem].isEssential = true; }
  /// Counts an attempt that failed.
  void countAttempt(uint32_t conjecture) { ++states[conjecture].attempts; }
  void setTried(uint32_t conjecture, std::string tried) {
    results[conjecture].tried = std::move(tried);
  }
  void setMissing(uint32_t conjecture, std::vector<std::string> missing) {
    results[conjecture].missing = std::move(missing);
  }
  /// Names what stopped the search of everything that is open; `stopped` is what
  /// stopped the run, or empty.
  void finish(const std::string &stopped);

  //===--- What is read ----------------------------------------------------===//
  const std::vector<calculus::Conjecture> &conjectures() const { return all; }
  const std::vector<Outcome> &outcomes() const { return results; }
  /// By the order in which they were proved; calculus::none for composite ones.
  std::vector<uint32_t> inOrderOfProof() const;
  uint32_t numRules() const { return uint32_t(kept); }
  bool isOpenStated(uint32_t conjecture) const;
  bool hasOpenStated() const;
  /// Open stated conjectures that are no composites.
  std::vector<uint32_t> openGoals() const;
  /// The level below which a conjecture is not due.
  uint32_t level(uint32_t conjecture) const { return states[conjecture].level; }
  bool isDue(uint32_t conjecture, uint32_t upTo) const {
    return states[conjecture].level <= upTo;
  }
  /// The highest level that it was at, and how many of its attempts failed.
  uint32_t reached(uint32_t conjecture) const { return states[conjecture].reached; }
  uint64_t attempts(uint32_t conjecture) const { return states[conjecture].attempts; }
  /// A stated one that says again what a rule says.
  bool isRestated(uint32_t conjecture) const { return states[conjecture].isRestated; }
  /// Since the start; for other threads, too.
  uint64_t numProved() const { return proved; }
  uint64_t numRefuted() const { return refuted; }
  /// A prefix of names that no name begins with: this one or a longer one.
  std::string freePrefix(std::string prefix) const;
  double elapsed() const; ///< Seconds since it was made.

  //===--- Rules -----------------------------------------------------------===//
  const RuleSet &currentRules() const { return *rules; }
  /// Those that are in force at this moment, for as long as the caller keeps them.
  const std::shared_ptr<const RuleSet> &keepRules() const { return rules; }
  /// What is assumed, and these. Safe from several threads.
  RuleSet rulesOf(const std::vector<uint32_t> &theorems) const;
  void install(std::shared_ptr<const InstalledTheorem> theorem, RuleSet &set) const;

private:
  struct State {
    uint32_t level = 0;          ///< Of a ladder of budgets.
    uint32_t reached = 0;        ///< The highest level that it was at.
    uint64_t attempts = 0;       ///< That failed.
    std::vector<bool> inhabited; ///< Of all failed attempts.
    Limit limit = Limit::None;
    bool isRestated = false; ///< Stated: it says again what a rule says.
  };

  std::shared_ptr<const InstalledTheorem> theoremOf(uint32_t conjecture) const;
  void wake(const InstalledTheorem &theorem);

  const Theory &theory;
  std::vector<calculus::Conjecture> all;
  std::vector<State> states;
  std::vector<Outcome> results;
  std::shared_ptr<const RuleSet> rules;
  mutable std::mutex mutex; ///< Of `installed`.
  mutable std::map<uint32_t, std::shared_ptr<const InstalledTheorem>> installed;
  uint32_t numOrdered = 0; ///< Proved, composites aside.
  std::atomic<uint64_t> proved = 0, refuted = 0;
  size_t kept = 0;
  std::chrono::steady_clock::time_point start;
};

} // namespace mplrt

#endif // MPLRT_GRID_STORE_H
