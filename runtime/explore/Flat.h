//===- Flat.h - All laws within bounds --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_FLAT_H
#define MPLRT_EXPLORE_FLAT_H

#include "runtime/block/Block.h"
#include "runtime/explore/PremiseLists.h"
#include "runtime/explore/Sample.h"

#include <functional>

namespace mplrt {

struct FlatReport {
  uint64_t lists = 0;       ///< Of premises.
  uint64_t candidates = 0;  ///< Tested.
  uint64_t weaker = 0;      ///< True as far as tested without one of their conditions.
  uint64_t survived = 0;    ///< The others that are.
  uint64_t decided = 0;     ///< Of these: follow in the block of their premises.
  /// Of a processor: for enumeration and testing, and for computing what the models
  /// did not know yet.
  double testSeconds = 0, modelSeconds = 0;
};

/// Tests heads for lists of premises, list by list, and decides in one block all those
/// of a list that survive.
///
/// The head is a further application whose output is one of the values, the equality
/// of two values, a row of an explored relation or, in theories that have negated
/// statements, a negation of these. Every output is used, by a premise or the head,
/// and no condition is idle: without it some assignment makes the head false. Nothing
/// else prunes: this is complete for its bounds, for measuring and for those who want
/// all of it.
class FlatExplorer {
public:
  FlatExplorer(const Theory &theory, const calculus::Exploration &bounds,
               uint32_t premises, std::vector<std::shared_ptr<Model>> models);

  /// Decides all candidates that survive testing with these rules. `run` calls its
  /// argument for each number below n, in parallel.
  using Parallel = std::function<void(size_t n, const std::function<void(size_t)> &)>;
  FlatReport run(const RuleSet &rules, const Budget &budget, const Parallel &run);
  /// Called with laws that are decided, in order of enumeration, some hundreds at a
  /// time; they are the writer's while it runs.
  std::function<void(const std::vector<Law> &laws)> onDecided;

  /// What is not decided, in order of enumeration.
  const std::vector<Law> &undecided() const { return left; }
  const LawWriter &writer() const { return laws; }

private:
  struct Task {
    std::shared_ptr<const PremiseList> list;
    std::vector<ListAtom> heads;
  };

  void decide(const std::vector<Task> &tasks, const RuleSet &rules,
              const Budget &budget, const Parallel &run, FlatReport &report);
  /// Its terms are added to `terms`.
  Law lawOf(const PremiseList &list, const ListAtom &head);

  const Theory &theory;
  const calculus::Exploration bounds;
  const std::vector<uint32_t> variableSorts; ///< Of the sample's variables.
  Sample sample;
  PremiseLists lists;
  const uint32_t maxNegated; ///< Premises of laws with negated heads.
  std::vector<ExploredTerm> terms;
  LawWriter laws;
  std::vector<Law> left;
};

/// Runs a block with the premises as facts and the heads' applications created, and
/// splits variables if the list has conditions. By head: whether the rules decide it.
std::vector<bool> decideHeads(const Theory &theory, const calculus::Exploration &bounds,
                              const PremiseList &list,
                              const std::vector<ListAtom> &heads, const RuleSet &rules,
                              const Budget &budget);

} // namespace mplrt

#endif // MPLRT_EXPLORE_FLAT_H
