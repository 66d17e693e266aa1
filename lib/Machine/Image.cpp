//===- Image.cpp - Tables, banks, addresses -------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"

#include <algorithm>
#include <numeric>

namespace mplc::machine {

using calculus::Rule;

uint32_t columnsFor(const calculus::Program &program) {
  size_t widest = 0;
  for (const calculus::Relation &relation : program.relations)
    widest = std::max(widest, size_t(relation.arity()));
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r)
    if (existentialNumber(program, r) != calculus::none)
      widest = std::max(
          widest, calculus::matcherOf(program.rules[r], r).action.atom.args.size());
  return widest <= 4 ? 4 : 8;
}

std::vector<Table> tablesOf(const calculus::Program &program) {
  std::vector<Table> tables;
  for (const calculus::Relation &relation : program.relations) {
    Table table;
    table.name = relation.name;
    table.arity = relation.arity();
    table.functional = relation.functional;
    table.sort.fill(calculus::none);
    for (uint32_t c = 0; c < relation.arity() && c < kColumns; ++c)
      table.sort[c] = relation.columns[c].sort;
    tables.push_back(std::move(table));
  }
  return tables;
}

uint32_t allocateBanks(std::vector<Table> &tables, uint32_t columns) {
  std::vector<size_t> order(tables.size());
  std::iota(order.begin(), order.end(), size_t(0));
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::pair(tables[b].arity, a) < std::pair(tables[a].arity, b);
  });
  std::vector<uint32_t> filled(columns, 0);
  for (const size_t index : order) {
    Table &table = tables[index];
    uint32_t best = 0, bestHighest = ~0u, bestSum = ~0u;
    for (uint32_t rotation = 0; rotation < columns; ++rotation) {
      uint32_t highest = 0, sum = 0;
      for (uint32_t c = 0; c < table.arity; ++c) {
        const uint32_t lists = filled[(c + rotation) % columns] + 1;
        highest = std::max(highest, lists);
        sum += lists;
      }
      if (std::pair(highest, sum) < std::pair(bestHighest, bestSum)) {
        best = rotation;
        bestHighest = highest;
        bestSum = sum;
      }
    }
    table.rotation = best;
    for (uint32_t c = 0; c < table.arity; ++c)
      table.base[c] = filled[(c + best) % columns]++;
  }
  return *std::max_element(filled.begin(), filled.end());
}

uint32_t listsOf(const std::vector<Table> &tables, uint32_t columns) {
  uint32_t lists = 0;
  for (const Table &table : tables)
    for (uint32_t c = 0; c < table.arity; ++c)
      lists = std::max(lists, table.base[c] + 1);
  return lists;
}

std::string refuse(const calculus::Program &program) {
  auto most = [](const char *what, size_t n, size_t limit) {
    return n <= limit ? std::string()
                      : "the machine has room for " + std::to_string(limit) +
                            " " + what + ", not " + std::to_string(n);
  };
  size_t existentials = 0, pairs = program.distinct.size();
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r) {
    const Rule &rule = program.rules[r];
    existentials += existentialNumber(program, r) != calculus::none;
    if (rule.premises.size() >= kPremises)
      return "rule " + rule.name + " has too many premises for the machine";
    if (rule.fresh.size() > kMaxFresh)
      return "rule " + rule.name + " makes too many constants for the machine";
  }
  for (const calculus::Relation &relation : program.relations) {
    if (relation.arity() > kColumns)
      return "relation " + relation.name + " has too many columns for the machine";
    for (const calculus::Column &column : relation.columns)
      if (column.sort != calculus::none &&
          program.relations[column.sort].arity() != 1)
        return "the sort of a column of " + relation.name + " is no set";
  }
  for (const std::string &message :
       {most("relations", program.relations.size(), kMaxRelations),
        most("existential rules", existentials, kMaxExistentials),
        most("pairs of distinct constants", pairs, kMaxPairs),
        most("rules", program.rules.size(), kMaxRule),
        most("constants", program.constants.size(), kMaxNumber)})
    if (!message.empty())
      return message;
  return "";
}

std::optional<Image> makeImage(const calculus::Program &program,
                               std::string &error) {
  error = refuse(program);
  if (!error.empty())
    return std::nullopt;
  Image image;
  image.columns = columnsFor(program);
  image.tables = tablesOf(program);
  allocateBanks(image.tables, image.columns);
  for (const calculus::Distinct &pair : program.distinct)
    image.distinct.push_back({calculus::constantIndex(pair.left),
                              calculus::constantIndex(pair.right)});
  auto addPlans = [&](const calculus::Matcher &matcher) {
    for (const calculus::Plan &plan : calculus::plan(matcher, program)) {
      image.units.push_back(translate(matcher, plan, program));
      image.units.back().name = program.rules[matcher.rule].name + "." +
                                std::to_string(plan.pivot);
    }
  };
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r) {
    const Rule &rule = program.rules[r];
    if (!rule.active || rule.premises.empty())
      continue;
    addPlans(calculus::matcherOf(rule, r));
  }
  // As the compiler has it, build rules come after all others.
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r)
    if (program.rules[r].active && !program.rules[r].premises.empty())
      for (const calculus::Matcher &build :
           calculus::deriveBuilds(program.rules[r], r, program))
        addPlans(build);
  for (calculus::RelationId r = 0; r < program.relations.size(); ++r)
    if (std::optional<Unit> unit = translateLicence(r, program))
      image.units.push_back(std::move(*unit));
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r)
    if (existentialNumber(program, r) != calculus::none)
      image.units.push_back(translateExistential(r, program));
  for (Unit &unit : image.units)
    if (!allocateRegisters(unit.code, error)) {
      error = unit.name + " " + error;
      return std::nullopt;
    }
  image.program = calculus::print(program);
  return image;
}

std::optional<Linked> link(const std::vector<Unit> &units, uint32_t numRelations,
                           uint32_t base, std::string &error) {
  Linked linked;
  linked.firstPlan.assign(numRelations, kNoAddress);
  linked.lastPlan.assign(numRelations, kNoAddress);
  for (const Unit &unit : units) {
    const uint32_t address = base + uint32_t(linked.words.size());
    linked.address.push_back(address);
    if (address + unit.code.size() > kNoAddress) {
      error = "more instructions than addresses";
      return std::nullopt;
    }
    for (const Instruction &instruction : unit.code) {
      const auto word = encode(instruction, error);
      if (!word) {
        error = unit.name + ": " + error;
        return std::nullopt;
      }
      linked.words.push_back(*word);
    }
    if (unit.kind != Unit::Kind::Plan)
      continue;
    linked.words[address - base] |= kNoAddress; // No plan after it yet.
    uint32_t &last = linked.lastPlan[unit.index];
    if (last == kNoAddress)
      linked.firstPlan[unit.index] = address;
    else
      linked.words[last - base] =
          (linked.words[last - base] & ~uint64_t(kNoAddress)) | address;
    last = address;
  }
  return linked;
}

} // namespace mplc::machine
