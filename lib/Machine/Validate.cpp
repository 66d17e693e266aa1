//===- Validate.cpp - Whether an image can run ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A checksum says that a file is as somebody wrote it, not that he meant well. A
// core trusts its program: it reads registers that nothing wrote, rows that nothing
// matched, and follows lists that two relations share. Code has no jumps, so that
// one walk from front to back knows what is written and matched at each place.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"

#include <algorithm>
#include <set>

namespace mplc::machine {

namespace {

using calculus::Program;
using Head = calculus::Rule::Head;

class UnitCheck {
public:
  UnitCheck(const Image &image, const Program &program, const Unit &unit)
      : image(image), program(program), unit(unit) {}

  std::string run() {
    if (unit.rule >= program.rules.size())
      return "it is of a rule that there is not";
    isRoutine = unit.kind != Unit::Kind::Plan;
    count = isRoutine ? uint32_t(program.rules[unit.rule].premises.size()) : 0;
    if (unit.kind == Unit::Kind::Existential)
      matched = below(count); // By the demand.
    if (unit.code.empty())
      return "it has no instructions";
    for (at = 0; at < unit.code.size(); ++at)
      if (const char *message = check(unit.code[at]))
        return "instruction " + std::to_string(at) + " " + message;
    return "";
  }

private:
  static uint64_t below(uint32_t n) { return (uint64_t(1) << n) - 1; }

  const char *check(const Instruction &i) {
    const bool isLast = at + 1 == unit.code.size();
    if (isLast != isEnd(i.op))
      return isLast ? "is the last, and goes on" : "ends the code before its end";
    if ((at == 0 && !isRoutine) != (i.op == Op::Plan))
      return "is a plan's first in a place that is not";
    for (unsigned c = 0; c < columnsOf(i); ++c)
      if (i.reads(c) && !(written >> i.reg[c] & 1))
        return "reads a register that nothing has written";
    if (const char *message = special(i))
      return message;
    for (unsigned c = 0; c < columnsOf(i); ++c)
      if (i.writes(c))
        written |= 1u << i.reg[c];
    return nullptr;
  }

  bool isEnd(Op op) const {
    switch (op) {
    case Op::Done:
      return true;
    case Op::Derive:
    case Op::Equate:
    case Op::Refute:
    case Op::Reach:
    case Op::Create:
    case Op::Invent:
      return !isRoutine;
    default:
      return false;
    }
  }

  unsigned columnsOf(const Instruction &i) const {
    switch (i.op) {
    case Op::New:
    case Op::Probe:
    case Op::Scan:
    case Op::All:
    case Op::Derive:
    case Op::Assert:
      return i.relation < image.tables.size() ? image.tables[i.relation].arity : 0;
    case Op::Create: {
      const uint32_t arity =
          i.relation < image.tables.size() ? image.tables[i.relation].arity : 0;
      return arity == 0 ? 0 : arity - 1;
    }
    default:
      return i.columns;
    }
  }

  const char *special(const Instruction &i) {
    switch (i.op) {
    case Op::Plan:
      count = i.count;
      if (i.rule != unit.rule || count > calculus::maxPremises)
        return "is of another rule than its unit";
      return nullptr;
    case Op::New:
    case Op::Probe:
    case Op::Scan:
    case Op::All:
      return match(i);
    case Op::Const:
      return i.number < program.constants.size() ? nullptr
                                                 : "names no constant";
    case Op::Fetch:
      return (matched >> i.premise & 1) && i.number < image.columns
                 ? nullptr
                 : "fetches from a row that nothing has matched";
    case Op::Input:
      return isRoutine ? nullptr : "is one of a routine";
    case Op::Fresh:
      return i.number < fresh ? nullptr : "takes a constant that is not made";
    case Op::Witness:
      return witness(i);
    case Op::Assert:
      return fresh > 0 && i.relation < image.tables.size()
                 ? nullptr
                 : "asserts before there is a witness";
    case Op::Done:
      return isRoutine ? nullptr : "is one of a routine";
    case Op::Derive:
    case Op::Equate:
    case Op::Refute:
    case Op::Reach:
      return head(i);
    case Op::Create:
      return create(i);
    case Op::Invent:
      return i.premise <= count && allMatched(count) &&
                     has(Unit::Kind::Existential, i.relation)
                 ? nullptr
                 : "invents what there is no routine for";
    case Op::Same:
      return nullptr;
    }
    return "is none";
  }

  const char *match(const Instruction &i) {
    if (i.relation >= image.tables.size())
      return "names no relation";
    if (i.premise >= calculus::maxPremises || (matched >> i.premise & 1))
      return "matches a premise twice, or one that no rule has";
    if (i.op == Op::New &&
        (isRoutine || hasPivot || i.relation != unit.index))
      return "matches what is no pivot";
    const Table &table = image.tables[i.relation];
    const uint32_t keys = table.functional ? table.arity - 1 : table.arity;
    if (i.op == Op::Probe && (~i.known & below(keys)) != 0)
      return "probes without the whole key";
    hasPivot |= i.op == Op::New;
    matched |= uint64_t(1) << i.premise;
    return nullptr;
  }

  bool allMatched(uint32_t n) const { return (~matched & below(n)) == 0; }

  bool has(Unit::Kind kind, uint32_t index) const {
    return std::any_of(image.units.begin(), image.units.end(), [&](const Unit &u) {
      return u.kind == kind && u.index == index;
    });
  }

  const char *head(const Instruction &i) {
    const calculus::Rule &rule = program.rules[unit.rule];
    const bool fits = i.op == Op::Derive   ? rule.head == Head::Derive &&
                                               i.relation == rule.atom.relation
                      : i.op == Op::Equate ? rule.head == Head::Equate
                      : i.op == Op::Refute ? rule.head == Head::Refute
                                           : false;
    if (!fits)
      return "is not the head of its rule";
    return count == rule.premises.size() && allMatched(count)
               ? nullptr
               : "comes before all premises are matched";
  }

  const char *create(const Instruction &i) const {
    if (i.relation >= image.tables.size() || image.tables[i.relation].arity == 0 ||
        !has(Unit::Kind::Licence, i.relation))
      return "creates what nothing licenses";
    return i.premise <= calculus::maxPremises && allMatched(i.premise)
               ? nullptr
               : "comes before what it depends on is matched";
  }

  const char *witness(const Instruction &i) {
    const calculus::Rule &rule = program.rules[unit.rule];
    if (!isRoutine || fresh > 0 || i.rule != unit.rule || rule.head != Head::Witness)
      return "makes witnesses that its rule does not";
    if (i.count != count || !allMatched(count) || i.number != rule.fresh.size())
      return "makes witnesses before all premises are matched";
    fresh = i.number;
    return nullptr;
  }

  const Image &image;
  const Program &program;
  const Unit &unit;
  size_t at = 0;
  bool isRoutine = false, hasPivot = false;
  uint32_t count = 0; ///< Of premises.
  uint32_t fresh = 0; ///< Constants made.
  uint32_t written = 0;
  uint64_t matched = 0;
};

std::string checkTables(const Image &image, const Program &program) {
  if (program.relations.size() != image.tables.size())
    return "its program and its tables do not belong together";
  std::set<std::pair<uint32_t, uint32_t>> lists;
  for (size_t t = 0; t < image.tables.size(); ++t) {
    const Table &table = image.tables[t];
    const calculus::Relation &relation = program.relations[t];
    if (table.arity != relation.arity() || table.functional != relation.functional)
      return "the image's tables are not those of its program";
    for (uint32_t c = 0; c < table.arity; ++c) {
      if (table.sort[c] != relation.columns[c].sort)
        return "the image's sorts are not those of its program";
      if (!lists.insert({(c + table.rotation) % image.columns, table.base[c]}).second)
        return "two columns of the image's tables share their lists";
    }
  }
  return "";
}

} // namespace

std::string validate(const Image &image, const Program &program) {
  if (std::string error = checkTables(image, program); !error.empty())
    return error;
  for (const auto &[left, right] : image.distinct)
    if (std::max(left, right) >= program.constants.size())
      return "the image keeps constants apart that its program does not have";
  for (const Unit &unit : image.units) {
    if (unit.kind != Unit::Kind::Existential && unit.index >= image.tables.size())
      return "a unit is of no relation";
    if (std::string error = UnitCheck(image, program, unit).run(); !error.empty())
      return "unit '" + unit.name + "': " + error;
  }
  return "";
}

} // namespace mplc::machine
