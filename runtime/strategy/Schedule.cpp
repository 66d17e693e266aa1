//===- Schedule.cpp - What is tried, in which order -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/strategy/Schedule.h"

#include "runtime/prove/Values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <sstream>

namespace mplrt {

namespace {

/// A block that has this many firings and more must not grow beyond so many rows:
/// blocks that do not grow any more find new ways to say the same for long; those that
/// grow are given up.
constexpr uint64_t rowsOfLongBlocks = 40000;

/// The words for the values of an enum, in their order.
template <typename E> struct Words;
template <> struct Words<Effort> {
  static constexpr std::array names{"first", "after-rule", "cheap", "long", "full"};
};
template <> struct Words<AttemptBudget::SplitOn> {
  static constexpr std::array names{"plain", "blocked", "condition", "cascade"};
};
template <> struct Words<bool> {
  static constexpr std::array names{"no", "yes"};
};
template <> struct Words<ExploredRow::When> {
  static constexpr std::array names{"always", "first-only", "costly", "at-end"};
};
template <> struct Words<ExploredRow::Theories> {
  static constexpr std::array names{"any", "generated", "other"};
};
template <> struct Words<ExploredRow::Tries> {
  static constexpr std::array names{"direct", "induction", "deeper", "cascade"};
};
template <> struct Words<ExploredRow::Rules> {
  static constexpr std::array names{"all", "few"};
};
template <> struct Words<ExploredRow::Keeps> {
  static constexpr std::array names{"consequence", "rule"};
};

template <typename E> const char *word(E value) {
  return Words<E>::names[size_t(value)];
}

template <typename E> bool read(const std::string &text, E &value) {
  const auto &names = Words<E>::names;
  const auto it = std::find(names.begin(), names.end(), text);
  value = E(it - names.begin());
  return it != names.end();
}

template <> bool read(const std::string &text, uint32_t &value) {
  const char *end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && rest == end && !text.empty();
}

bool readFirings(const std::string &text, uint64_t &value) {
  if (text == "usual" || text == "all") {
    value = text == "all" ? StatedRow::all : StatedRow::usual;
    return true;
  }
  uint32_t number = 0;
  const bool isNumber = read(text, number) && number > 0;
  value = number;
  return isNumber;
}

std::string firingsText(uint64_t firings) {
  return firings == StatedRow::all     ? "all"
         : firings == StatedRow::usual ? "usual"
                                       : std::to_string(firings);
}

std::string row(const std::vector<std::string> &cells) {
  std::string line = "|";
  for (const std::string &cell : cells)
    line += " " + cell + " |";
  return line + "\n";
}

std::string heading(const std::vector<std::string> &cells) {
  return row(cells) + row(std::vector<std::string>(cells.size(), "---"));
}

const std::vector<std::string> statedColumns{
    "stated", "effort", "generations", "splits", "firings", "split on", "to goal"};
const std::vector<std::string> exploredColumns{
    "explored", "when", "theories", "tries", "splits", "fifths", "rules", "keeps"};

/// The cells of a row, or nothing.
std::vector<std::string> cellsOf(const std::string &line) {
  std::vector<std::string> cells;
  if (line.empty() || line[0] != '|')
    return cells;
  std::istringstream rest(line.substr(1));
  for (std::string cell; std::getline(rest, cell, '|');) {
    const size_t first = cell.find_first_not_of(" \t\r");
    if (first == std::string::npos)
      continue;
    cells.push_back(cell.substr(first, cell.find_last_not_of(" \t\r") + 1 - first));
  }
  return cells;
}

bool readStated(const std::vector<std::string> &cells, StatedRow &row) {
  row.name = cells[0];
  return cells.size() == statedColumns.size() && read(cells[1], row.effort) &&
         read(cells[2], row.generations) && read(cells[3], row.splits) &&
         readFirings(cells[4], row.firings) && read(cells[5], row.splitOn) &&
         read(cells[6], row.towardsGoal);
}

bool readExplored(const std::vector<std::string> &cells, ExploredRow &row) {
  row.name = cells[0];
  return cells.size() == exploredColumns.size() && read(cells[1], row.when) &&
         read(cells[2], row.theories) && read(cells[3], row.tries) &&
         read(cells[4], row.splits) && read(cells[5], row.fifths) && row.fifths > 0 &&
         read(cells[6], row.rules) && read(cells[7], row.keeps);
}

} // namespace

Schedule Schedule::standard() {
  using enum Effort;
  using enum AttemptBudget::SplitOn;
  using When = ExploredRow::When;
  constexpr bool No = false, Yes = true;
  constexpr uint64_t usual = StatedRow::usual, all = StatedRow::all;
  Schedule schedule;
  schedule.stated = {
#define STATED(name, effort, generations, splits, firings, splitOn, towardsGoal)         \
  {name, effort, generations, splits, firings, splitOn, towardsGoal},
#include "runtime/strategy/Schedule.def"
  };
  schedule.explored = {
#define EXPLORED(name, when, theories, tries, splits, fifths, rules, keeps)              \
  {name,   When::when, ExploredRow::Theories::theories, ExploredRow::Tries::tries,       \
   splits, fifths,     ExploredRow::Rules::rules,       ExploredRow::Keeps::keeps},
#include "runtime/strategy/Schedule.def"
  };
  return schedule;
}

std::string Schedule::print() const {
  std::string text = heading(statedColumns);
  for (const StatedRow &r : stated)
    text += row({r.name, word(r.effort), std::to_string(r.generations),
                 std::to_string(r.splits), firingsText(r.firings), word(r.splitOn),
                 word(r.towardsGoal)});
  text += "\n" + heading(exploredColumns);
  for (const ExploredRow &r : explored)
    text += row({r.name, word(r.when), word(r.theories), word(r.tries),
                 std::to_string(r.splits), std::to_string(r.fifths), word(r.rules),
                 word(r.keeps)});
  return text;
}

std::optional<Schedule> Schedule::parse(const std::string &text, std::string &error) {
  Schedule schedule;
  enum { None, Stated, Explored } table = None;
  std::istringstream lines(text);
  size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.empty()) {
      table = None;
      continue;
    }
    if (cells == statedColumns || cells == exploredColumns) {
      table = cells == statedColumns ? Stated : Explored;
      continue;
    }
    if (table == None || cells[0].find_first_not_of("-:") == std::string::npos)
      continue;
    StatedRow stated;
    ExploredRow explored;
    if (table == Stated ? !readStated(cells, stated) : !readExplored(cells, explored)) {
      error = "line " + std::to_string(number) + ": no row of a schedule";
      return std::nullopt;
    }
    if (table == Stated)
      schedule.stated.push_back(std::move(stated));
    else
      schedule.explored.push_back(std::move(explored));
  }
  auto byEffort = [](const StatedRow &a, const StatedRow &b) {
    return a.effort < b.effort;
  };
  if (schedule.stated.empty() || schedule.explored.empty())
    error = "a table of a schedule is missing";
  else if (!std::is_sorted(schedule.stated.begin(), schedule.stated.end(), byEffort))
    error = "efforts are not in order: first, after-rule, cheap, long, full";
  return error.empty() ? std::optional(std::move(schedule)) : std::nullopt;
}

Ladder::Ladder(const Schedule &schedule, const Pool &pool,
               const calculus::Program &program) {
  const bool hasConditions =
      std::any_of(program.relations.begin(), program.relations.end(),
                  [](const calculus::Relation &r) { return r.negated; });
  const bool hasCascades = hasConditions || mayCascade(program);
  using enum AttemptBudget::SplitOn;
  for (const StatedRow &row : schedule.stated) {
    if (row.generations > pool.limits().generations ||
        row.splits > pool.limits().splits ||
        (row.splitOn == Condition && !hasConditions) ||
        (row.splitOn == Cascade && !hasCascades))
      continue;
    AttemptBudget budget;
    budget.block.generations = row.generations;
    budget.block.firings =
        row.firings == StatedRow::usual ? pool.tuning().usualFirings : row.firings;
    budget.splits = row.splits;
    budget.splitOn = row.splitOn;
    budget.towardsGoal = row.towardsGoal;
    if (row.splitOn == Cascade)
      budget.splits *= AttemptBudget::cascadeFactor;
    // Three choices, one within the other, are very many blocks.
    if (row.splits > 2)
      budget.allFirings = pool.tuning().splitFirings;
    if (row.firings == StatedRow::all)
      budget.block.rows = rowsOfLongBlocks;
    rungs.push_back({pool.limited(budget), row.effort});
  }
}

uint32_t Ladder::levelsUpTo(Effort effort) const {
  return uint32_t(
      std::find_if(rungs.begin(), rungs.end(),
                   [&](const Rung &rung) { return rung.effort > effort; }) -
      rungs.begin());
}

} // namespace mplrt
