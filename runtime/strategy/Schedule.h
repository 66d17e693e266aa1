//===- Schedule.h - What is tried, in which order ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_STRATEGY_SCHEDULE_H
#define MPLRT_STRATEGY_SCHEDULE_H

#include "runtime/grid/Pool.h"

#include <optional>
#include <string>
#include <vector>

namespace mplrt {

/// How much is spent on a stated conjecture, in order. What is called for includes all
/// that comes before it.
enum class Effort : uint8_t {
  First,     ///< Before anything else is done.
  AfterRule, ///< Again at each rule that exploration finds.
  Cheap,     ///< Before exploration begins.
  Long,      ///< Before exploration as well, as far as a share of firings goes.
  Full,      ///< All that the run may use.
};

/// A budget for stated conjectures.
struct StatedRow {
  std::string name;
  Effort effort = Effort::First;
  uint32_t generations = 1, splits = 0;
  static constexpr uint64_t usual = ~uint64_t(1), all = ~uint64_t(0);
  uint64_t firings = usual; ///< A block; `usual`: Options::usualFirings.
  AttemptBudget::SplitOn splitOn = AttemptBudget::SplitOn::Plain;
  bool towardsGoal = false;
};

/// A budget for candidates of exploration.
struct ExploredRow {
  std::string name;
  enum class When : uint8_t {
    Always,
    FirstOnly, ///< For the candidate that is tried before all others.
    Costly,    ///< Again only when there are some more rules.
    AtEnd,     ///< The same, only when nothing else is left to do.
  } when = When::Always;
  enum class Theories : uint8_t {
    Any,
    Generated, ///< With an induction form.
    Other,
  } theories = Theories::Any;
  enum class Tries : uint8_t {
    Direct,
    Induction, ///< And, with splits, directly.
    Deeper,    ///< Directly with a generation of witnesses more.
    Cascade,   ///< Induction with a cascade of splits.
  } tries = Tries::Direct;
  uint32_t splits = 0;
  uint32_t fifths = 5; ///< Firings, in fifths of the exploration's bound.
  enum class Rules : uint8_t {
    All,
    Few, ///< Without those that make many terms of few.
  } rules = Rules::All;
  enum class Keeps : uint8_t {
    Consequence, ///< What it proves is a consequence.
    Rule,        ///< What it proves becomes a rule, one at a time.
  } keeps = Keeps::Consequence;
};

/// The two tables of docs/calculus.md ('Search').
struct Schedule {
  std::vector<StatedRow> stated;
  std::vector<ExploredRow> explored;

  /// That of Schedule.def.
  static Schedule standard();
  /// As two tables in Markdown, which parse() reads.
  std::string print() const;
  /// Lines that are no rows of a table are skipped. Nothing, with a message that names
  /// the line, if a row says nothing that is known.
  static std::optional<Schedule> parse(const std::string &text, std::string &error);
};

/// The budgets for stated conjectures that this run and this theory have use for.
class Ladder {
public:
  Ladder(const Schedule &schedule, const Pool &pool, const calculus::Program &program);

  uint32_t size() const { return uint32_t(rungs.size()); }
  const AttemptBudget &operator[](uint32_t level) const { return rungs[level].budget; }
  /// Levels below this one are within the effort.
  uint32_t levelsUpTo(Effort effort) const;
  auto begin() const { return rungs.begin(); }
  auto end() const { return rungs.end(); }
  struct Rung {
    AttemptBudget budget;
    Effort effort;
  };

private:
  std::vector<Rung> rungs;
};

} // namespace mplrt

#endif // MPLRT_STRATEGY_SCHEDULE_H
