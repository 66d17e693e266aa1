//===- Strategy.h - One way to get on with a run ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_STRATEGY_H
#define MPLRT_STRATEGY_STRATEGY_H

#include "runtime/explore/Conditions.h"
#include "runtime/grid/Pool.h"
#include "runtime/strategy/Models.h"
#include "runtime/strategy/Schedule.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mplrt {

/// All that strategies share: a run without a process and without files.
struct Search {
  /// `shared`: models of another search of the theory, to be used here as well.
  Search(const Theory &theory, const GridOptions &options,
         Schedule table = Schedule::standard(), std::shared_ptr<Models> shared = nullptr);

  const Theory &theory;
  const Schedule schedule;
  Store store;
  Pool pool;
  const Ladder ladder;
  const std::shared_ptr<Models> ownModels;
  Models &models;
  std::string lawPrefix = "law"; ///< Of the names of what is found.
  /// Candidates that some values make false.
  std::vector<RefutedEquation> refuted;

  /// Another part of the work begins.
  std::function<void(const std::string &phase)> onPhase;
  /// Something to tell people, without its end of line.
  std::function<void(const std::string &line)> onMessage;
  /// A finite model that refutes this stated conjecture, as a file's text.
  std::function<void(uint32_t conjecture, const std::string &text)> onModel;

  /// Whether budgets that reason towards the goal are for this conjecture; those that
  /// are not stated have none.
  bool hasWants(uint32_t conjecture) const {
    return conjecture < wants.size() && wants[conjecture];
  }
  void beginPhase(const std::string &phase) const {
    if (onPhase)
      onPhase(phase);
  }
  void say(const std::string &line) const {
    if (onMessage)
      onMessage(line);
  }

private:
  std::vector<bool> wants; ///< By stated conjecture.
};

/// Does what it can at this moment with the conjectures of a search. It remembers what
/// it has done: to run it again without anything new costs little.
class Strategy {
public:
  explicit Strategy(Search &search)
      : search(search), store(search.store), pool(search.pool) {}
  virtual ~Strategy() = default;
  virtual void run() = 0;

protected:
  /// Accepts what was proved, in order; what fails is left as it is.
  void settle(const std::vector<uint32_t> &batch, std::vector<Attempted> &found,
              const AttemptBudget &budget);

  Search &search;
  Store &store;
  Pool &pool;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_STRATEGY_H
