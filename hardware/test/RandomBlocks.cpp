//===- RandomBlocks.cpp - Random theories for a core ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomBlocks.h"

#include <algorithm>
#include <stdexcept>

namespace mplrt::rtl {

using mplc::machine::kNoAddress;
using mplc::machine::Op;
using mplc::machine::Table;

namespace {

constexpr uint32_t kExistentials = 3;
constexpr uint32_t kNoSort = ~0u;

} // namespace

RandomBlocks::RandomBlocks(const CoreSizes &sizes, uint32_t seed)
    : sizes(sizes), random(seed) {}

void RandomBlocks::set(Setting setting, uint32_t value) {
  send(firstWord(Command::Set, uint32_t(setting)));
  send(value);
}

void RandomBlocks::sendProgram(size_t first, size_t n) {
  send(firstWord(Command::Program, uint32_t(n << 16 | first)));
  for (size_t i = first; i < first + n; ++i) {
    send(uint32_t(words[i]));
    send(uint32_t(words[i] >> 32));
  }
}

void RandomBlocks::sendAddress(Command command, uint32_t index, uint32_t address) {
  send(firstWord(command, index | address << 8));
}

//===----------------------------------------------------------------------===//
// Theories
//===----------------------------------------------------------------------===//

/// Relations 0 and 1 are sorts, and 0 may be a part of 1.
void RandomBlocks::makeTables() {
  tables.assign(3 + below(4), Table());
  for (uint32_t r = 0; r < tables.size(); ++r) {
    Table &table = tables[r];
    table.arity = r < 2 ? 1 : chance(5) ? 0 : 1 + below(sizes.columns);
    table.functional = r >= 2 && table.arity > 0 && chance(60);
    table.sort.fill(kNoSort);
    for (uint32_t c = 0; c < table.arity; ++c)
      if (r >= 2 ? chance(40) : r == 0 && chance(50))
        table.sort[c] = r >= 2 ? below(2) : 1;
  }
  mplc::machine::allocateBanks(tables, sizes.columns);
}

void RandomBlocks::add(const Instruction &instruction) {
  std::string error;
  const auto word = mplc::machine::encode(instruction, error);
  if (!word)
    throw std::logic_error(error);
  words.push_back(*word);
}

/// Registers of all columns at random, all of them known or none.
RandomBlocks::Instruction RandomBlocks::onRelation(Op op, uint32_t relation) {
  Instruction i;
  i.op = op;
  i.relation = relation;
  i.columns = uint8_t(tables[relation].arity);
  for (uint32_t c = 0; c < i.columns; ++c) {
    i.reg[c] = uint16_t(chance(8) ? mplc::machine::kSink : reg());
    if (op == Op::New || op == Op::Scan || op == Op::All)
      if (i.reg[c] != mplc::machine::kSink && chance(op == Op::Scan ? 50 : 15))
        i.known |= uint8_t(1u << c);
  }
  return i;
}

void RandomBlocks::addMatching(uint32_t &premises, uint32_t &iterators,
                               bool isRoutine) {
  const uint32_t relation = below(uint32_t(tables.size()));
  const Table &table = tables[relation];
  Instruction i;
  // Where many iterators are wanted, most go over all rows.
  const bool isNested = mostIterators > 2 && chance(60);
  switch (isNested ? 9 : below(10)) {
  case 0:
  case 1:
  case 2: {
    i = onRelation(Op::Probe, relation);
    for (uint32_t c = 0; c < table.arity; ++c) {
      if (c < table.arity - table.functional || chance(30))
        i.known |= uint8_t(1u << c);
      if (i.known >> c & 1)
        i.reg[c] = uint16_t(reg());
    }
    break;
  }
  case 3:
  case 4:
  case 5: {
    if (iterators == mostIterators)
      return;
    i = onRelation(Op::Scan, relation);
    if (i.known == 0)
      i.op = Op::All;
    ++iterators;
    break;
  }
  case 6:
    i.op = Op::Const;
    i.columns = 1;
    i.reg[0] = uint16_t(reg());
    i.number = below(2);
    add(i);
    return;
  case 7:
    i.op = Op::Same;
    i.columns = 2;
    i.reg[0] = uint16_t(reg());
    i.reg[1] = uint16_t(chance(30) ? reg() : i.reg[0]);
    add(i);
    return;
  case 8:
    if (premises == 0)
      return;
    // Column 0 of a row that was matched; one without columns has no such.
    i.op = Op::Fetch;
    i.columns = 1;
    i.reg[0] = uint16_t(reg());
    i.premise = below(premises);
    if (std::all_of(tables.begin(), tables.end(),
                    [](const Table &t) { return t.arity > 0; }))
      add(i);
    return;
  default:
    if (iterators == mostIterators)
      return;
    i = onRelation(Op::All, relation);
    if (isNested)
      i.known = 0;
    ++iterators;
    break;
  }
  i.flag = !isRoutine && chance(50);
  i.premise = premises++;
  add(i);
}

void RandomBlocks::addAction(uint32_t premises) {
  const uint32_t relation = 2 + below(uint32_t(tables.size()) - 2);
  Instruction i;
  const uint32_t kind = below(100);
  if (kind < 45) {
    i = onRelation(Op::Derive, relation);
  } else if (kind < 60) {
    i.op = Op::Equate;
    i.columns = 2;
    i.reg = {uint16_t(reg()), uint16_t(reg())};
  } else if (kind < 62) {
    i.op = Op::Refute;
  } else if (kind < 64) {
    i.op = Op::Reach;
  } else if (kind < 82 && tables[relation].functional) {
    i = onRelation(Op::Create, relation);
    --i.columns;
    i.reg[i.columns] = 0;
    i.premise = below(premises + 1);
    i.flag = chance(20);
  } else {
    i.op = Op::Invent;
    i.columns = uint8_t(existentials);
    i.relation = below(kExistentials);
    for (uint32_t c = 0; c < i.columns; ++c)
      i.reg[c] = uint16_t(reg());
    i.premise = below(premises + 1);
    i.flag = chance(20);
  }
  for (uint32_t c = 0; c < i.columns; ++c)
    if (i.reg[c] == mplc::machine::kSink)
      i.reg[c] = uint16_t(reg());
  add(i);
}

/// One plan, chained to nothing yet.
void RandomBlocks::makePlan(uint32_t relation) {
  Instruction plan;
  plan.op = Op::Plan;
  plan.number = kNoAddress;
  plan.rule = below(1u << 20);
  const size_t first = words.size();
  add(plan);
  Instruction delta = onRelation(Op::New, relation);
  uint32_t premises = 1, iterators = 0;
  add(delta);
  for (uint32_t n = below(mostIterators > 2 ? 9 : 5); n > 0; --n)
    addMatching(premises, iterators, false);
  addAction(premises);
  words[first] |= uint64_t(premises) << 36;
}

void RandomBlocks::makeRoutine(uint32_t columns, uint32_t target, bool isLicence) {
  Instruction i;
  for (uint32_t c = 0; c < columns; ++c) {
    i = {};
    i.op = Op::Input;
    i.columns = 1;
    i.reg[0] = uint16_t(c);
    i.number = c;
    add(i);
  }
  uint32_t premises = 0, iterators = 0;
  for (uint32_t n = below(3); n > 0; --n)
    addMatching(premises, iterators, true);
  i = {};
  i.op = Op::Witness;
  i.rule = below(1u << 20);
  i.count = premises;
  i.number = isLicence ? 1 : below(4);
  const uint32_t made = i.number;
  add(i);
  for (uint32_t n = 0; n < made; ++n) {
    i = {};
    i.op = Op::Fresh;
    i.columns = 1;
    i.reg[0] = uint16_t(6 + n);
    i.number = n;
    add(i);
  }
  for (uint32_t n = 1 + below(2); n > 0; --n) {
    i = onRelation(Op::Assert, target);
    for (uint32_t c = 0; c < i.columns; ++c)
      i.reg[c] = uint16_t(c < columns ? c : made > 0 ? 6 + below(made) : reg());
    add(i);
    target = below(uint32_t(tables.size()));
  }
  i = {};
  i.op = Op::Done;
  i.flag = chance(90);
  add(i);
}

std::vector<uint32_t> RandomBlocks::theory() {
  commands.clear();
  words.clear();
  mostIterators = chance(8) ? sizes.nesting + 2 : 2;
  existentials = 1 + below(std::min(3u, sizes.columns));
  do
    makeTables();
  while (mplc::machine::listsOf(tables, sizes.columns) > sizes.lists);
  for (uint32_t r = 0; r < tables.size(); ++r) {
    const Table &t = tables[r];
    send(firstWord(Command::Table, r | t.arity << 8 | uint32_t(t.functional) << 12 |
                                       t.rotation << 13));
    for (uint32_t c = 0; c < t.arity; ++c)
      send(t.base[c] | (t.sort[c] == kNoSort ? 0 : t.sort[c] << 16 | 1u << 24));
  }
  // Plans, chained by relation.
  std::vector<uint32_t> last(tables.size(), kNoAddress);
  for (uint32_t n = 3 + below(8); n > 0 && words.size() < 300; --n) {
    const uint32_t relation = below(uint32_t(tables.size()));
    const auto address = uint32_t(words.size());
    makePlan(relation);
    if (last[relation] == kNoAddress)
      sendAddress(Command::Plan, relation, address);
    else
      words[last[relation]] ^= uint64_t(kNoAddress ^ address);
    last[relation] = address;
  }
  for (uint32_t r = 2; r < tables.size(); ++r)
    if (tables[r].functional && chance(80)) {
      sendAddress(Command::Licence, r, uint32_t(words.size()));
      makeRoutine(tables[r].arity - 1, r, true);
    }
  for (uint32_t e = 0; e < kExistentials; ++e) {
    sendAddress(Command::Existential, e, uint32_t(words.size()));
    makeRoutine(existentials, 2 + below(uint32_t(tables.size()) - 2), false);
  }
  // An instruction that there is not.
  if (chance(4))
    words[below(uint32_t(words.size()))] = uint64_t(20 + below(12)) << 59;
  sendProgram(0, words.size());
  const uint32_t pairs = below(3);
  for (uint32_t i = 0; i < pairs; ++i) {
    send(firstWord(Command::Distinct, i));
    send(i);
    send(i + 1);
  }
  set(Setting::Lists, mplc::machine::listsOf(tables, sizes.columns));
  set(Setting::Relations, uint32_t(tables.size()));
  set(Setting::Pairs, pairs);
  return commands;
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

std::vector<uint32_t> RandomBlocks::block() {
  commands.clear();
  send(firstWord(Command::Reset));
  ids = 0;
  for (uint32_t n = 1 + below(3); n > 0; --n) {
    const uint32_t more = below(4) + (n == 1 && ids == 0 ? 3 : 0);
    send(firstWord(Command::Constants, below(3) << 24 | more));
    ids += more;
  }
  // Sometimes there is hardly room left.
  if (chance(15)) {
    const uint32_t more = (1u << sizes.idBits) - ids - below(8);
    send(firstWord(Command::Constants, more));
    ids += more;
  }
  if (chance(15))
    send(firstWord(Command::Skip, (1u << sizes.rowBits) - 20 - below(12)));
  std::vector<uint32_t> representatives;
  for (uint32_t id = 0; id < ids; ++id)
    representatives.push_back(id);
  // The last of them may be equal to the first.
  if (ids > 3 && chance(30)) {
    const uint32_t last = ids - 1;
    for (const auto &[id, rep, member] : {std::array{0u, 0u, last}, {last, 0u, 0u}}) {
      send(firstWord(Command::Class, id));
      send(rep);
      send(member);
    }
    representatives.pop_back();
  }
  std::set<std::vector<uint32_t>> keys;
  for (uint32_t n = 1 + below(12); n > 0; --n) {
    if (chance(3))
      send(firstWord(Command::Skip, below(3)));
    const uint32_t relation = below(uint32_t(tables.size()));
    const Table &table = tables[relation];
    std::vector<uint32_t> row(table.arity);
    for (uint32_t &id : row)
      id = representatives[below(std::min(9u, uint32_t(representatives.size())))];
    std::vector<uint32_t> key(row.begin(), row.end() - table.functional);
    key.push_back(relation);
    if (!keys.insert(key).second)
      continue;
    send(firstWord(Command::Row, relation));
    commands.insert(commands.end(), row.begin(), row.end());
  }
  set(Setting::Queue, 0);
  set(Setting::Firings, 0);
  set(Setting::FiringLimit, 20 + below(400));
  set(Setting::GenerationLimit, chance(80) ? 1 + below(3) : 15);
  if (chance(30)) {
    set(Setting::WatchLeft, below(ids));
    set(Setting::WatchRight, below(ids));
  }
  return commands;
}

std::vector<uint32_t> RandomBlocks::step() {
  commands.clear();
  if (chance(5))
    set(Setting::ForgetDemands, 0);
  if (chance(10))
    set(Setting::Firings, below(100));
  if (chance(50))
    send(firstWord(Command::Run));
  else
    send(firstWord(Command::Grow, chance(80) ? below(4) : 15));
  return commands;
}

std::vector<uint32_t> RandomBlocks::duplicateRow() {
  commands.clear();
  for (int i = 0; i < 2; ++i) {
    send(firstWord(Command::Row, 0));
    send(0);
  }
  return commands;
}

std::vector<uint32_t> RandomBlocks::noise() {
  commands.clear();
  set(Setting::Queue, below(4));
  send(firstWord(Command::Constants, 3));
  send(firstWord(Command::Row, 0));
  for (uint32_t c = 0; c < tables[0].arity; ++c)
    send(0);
  send(firstWord(Command::Skip, 2));
  send(14u << 28);
  send(15u << 28);
  return commands;
}

} // namespace mplrt::rtl
