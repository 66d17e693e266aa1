//===- Explorer.h - Laws that nobody stated ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_EXPLORER_H
#define MPLRT_STRATEGY_EXPLORER_H

#include "runtime/explore/Refuter.h"
#include "runtime/rewrite/Joiner.h"
#include "runtime/strategy/AfterRule.h"

#include <map>
#include <set>

namespace mplrt {

/// What one exploration came to.
struct ExplorationReport {
  uint64_t terms = 0;
  uint64_t candidates = 0;   ///< True as far as tested.
  uint64_t refuted = 0;      ///< Not counted there: false for values tried last.
  uint64_t essential = 0;    ///< Needed more than a direct proof: kept as rules.
  uint64_t consequences = 0; ///< Follow directly from what is known.
  bool isExhausted = false;  ///< There were too many terms to look at all.
};

/// What an attempt without induction may use.
AttemptBudget directBudget(const Pool &pool, const calculus::Exploration &bounds);

/// Finds laws over the functions and relations of an exploration, size by size, and
/// proves them. Stated conjectures that are open are tried again whenever a new rule
/// could matter to them.
class Explorer {
public:
  /// `goals` is run whenever there are new rules.
  Explorer(Search &search, const calculus::Exploration &bounds, AfterRule &goals);

  /// Called for each law that became a rule, with its text for people.
  std::function<void(uint32_t conjecture, const std::string &text)> onFound;
  /// If set, exploration ends as soon as nothing stated is open.
  bool isForGoals = false;
  ExplorationReport run();
  /// Proves these laws, general ones first.
  ExplorationReport proveAll(std::vector<Law> laws, const LawWriter &writer);
  /// Candidates that are true as far as tested and not proved.
  size_t numOpen() const { return open.size(); }
  /// Equations that some values make false, smallest first, with these values; then
  /// candidates that larger values turned out to make false.
  std::vector<RefutedEquation> refuted() const;
  size_t numDropped() const { return dropped.size(); }

private:
  bool isDone() const;
  void beginPhase(const std::string &what, uint32_t size);
  void delay(std::vector<Law> laws, uint32_t size);
  void take(std::vector<Law> laws, const LawWriter &writer);
  /// What is tried on candidates, in turn.
  struct Rung {
    AttemptBudget budget;
    const ExploredRow *row = nullptr; ///< Of the schedule.
  };
  std::vector<Rung> makeRungs() const;
  std::vector<uint32_t> due(uint32_t rung) const;
  bool isWorthwhile(uint32_t conjecture, uint32_t rung) const;
  void prove();
  /// Everything open once more, with all that may be used.
  void finish();
  void proveByRewriting();
  void proveConsequences(uint32_t rung);
  bool proveOne(uint32_t rung);
  void accept(uint32_t conjecture, Attempted &result, bool asRule);
  void reject(uint32_t conjecture, AttemptResult &result, uint32_t rung);
  void dropFalse();

  const RuleSet &fewRules();

  Search &search;
  Store &store;
  Pool &pool;
  AfterRule &goals;
  const calculus::Exploration bounds;
  const Refuter refuter;
  Terms terms;
  ConditionalLaws conditional;
  std::vector<uint32_t> open; ///< In the order in which they are tried.
  std::map<uint32_t, std::vector<Law>> delayed; ///< Equations by size to wait for.
  const bool hasInduction, hasCascades;
  const std::string prefix; ///< Of the names of what is found.
  rewrite::Joiner joiner;
  size_t numJoined = 0; ///< Rules that it knows.
  const std::vector<Rung> rungs;
  const uint32_t costlyFrom;      ///< The first costly rung.
  uint32_t longDirect() const { return costlyFrom - 1; } ///< The rung before.
  std::set<uint32_t> checked; ///< By larger values.
  /// Of what has failed at costly rungs: how often, and with how many rules it is worth
  /// another try.
  struct Wait {
    uint32_t rounds = 0;
    uint64_t untilRules = 0;
  };
  std::map<uint32_t, Wait> waits;
  /// Of the rules in force, those that do not make many terms of few.
  std::shared_ptr<const RuleSet> all, few;
  bool isLast = false; ///< Nothing is worth waiting for.
  std::vector<RefutedEquation> dropped;
  ExplorationReport report;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_EXPLORER_H
