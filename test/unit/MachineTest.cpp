//===- MachineTest.cpp - A core against native code, and its parts --------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/block/BlockInline.h"
#include "runtime/block/Replay.h"
#include "runtime/layout/Chains.h"
#include "runtime/machine/MachineEngine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace mplrt;
using machine::Instruction;
using machine::Op;

namespace {

//===----------------------------------------------------------------------===//
// Encoding
//===----------------------------------------------------------------------===//

Instruction randomInstruction(std::mt19937 &random) {
  auto below = [&](uint32_t n) { return uint32_t(random() % n); };
  Instruction i;
  i.op = Op(1 + below(machine::kNumOps - 1));
  auto columns = [&](unsigned n) {
    i.columns = uint8_t(n);
    for (unsigned c = 0; c < n; ++c) {
      i.reg[c] = uint16_t(below(16));
      if (i.op >= Op::New && i.op <= Op::All)
        i.known |= uint8_t(below(2) << c);
    }
  };
  switch (i.op) {
  case Op::Plan:
    i.number = below(1 << 16);
    i.rule = below(1 << 20);
    i.count = below(64);
    break;
  case Op::Witness:
    i.rule = below(1 << 20);
    i.count = below(64);
    i.number = below(16);
    break;
  case Op::Const:
  case Op::Fresh:
    columns(1);
    i.number = below(1 << 24);
    break;
  case Op::Fetch:
    i.premise = below(64);
    [[fallthrough]];
  case Op::Input:
    columns(1);
    i.number = below(8);
    if (i.op == Op::Input)
      i.premise = 0;
    break;
  case Op::Same:
  case Op::Equate:
    columns(2);
    break;
  case Op::Done:
    i.flag = below(2);
    break;
  case Op::Refute:
  case Op::Reach:
    break;
  default:
    columns(i.op == Op::Create ? 4 : 5);
    i.relation = below(256);
    if (i.op != Op::Derive && i.op != Op::Assert) {
      i.premise = below(64);
      i.flag = below(2);
    }
  }
  return i;
}

TEST(MachineEncoding, DecodesWhatItEncodes) {
  std::mt19937 random(1);
  for (int n = 0; n < 20000; ++n) {
    const Instruction i = randomInstruction(random);
    std::string error;
    const auto word = machine::encode(i, error);
    ASSERT_TRUE(word) << error;
    EXPECT_EQ(machine::decode(*word, [](uint32_t) { return 5u; }), i);
  }
}

TEST(MachineEncoding, RefusesWhatDoesNotFit) {
  Instruction i;
  std::string error;
  i.op = Op::Plan;
  i.number = 0x10000;
  EXPECT_FALSE(machine::encode(i, error));
  EXPECT_EQ(error, "address 65536 does not fit in 16 bits");
  EXPECT_FALSE(machine::decodeAll(0));
  EXPECT_FALSE(machine::decodeAll(~uint64_t(0)));
}

//===----------------------------------------------------------------------===//
// Registers
//===----------------------------------------------------------------------===//

/// A random plan of which every value is read again and again.
std::vector<Instruction> randomCode(std::mt19937 &random, unsigned length) {
  std::vector<Instruction> code;
  const bool hasIterators = random() % 2 == 0;
  uint16_t next = 0;
  auto match = [&](Op op, unsigned premise) {
    Instruction i;
    i.op = op;
    i.columns = uint8_t(1 + random() % 4);
    i.premise = premise;
    for (unsigned c = 0; c < i.columns; ++c)
      if (next > 0 && op != Op::All && random() % 3 == 0) {
        i.known |= uint8_t(1u << c);
        i.reg[c] = uint16_t(random() % next);
      }
    for (unsigned c = 0; c < i.columns; ++c)
      if (!(i.known >> c & 1))
        i.reg[c] = next++;
    code.push_back(i);
  };
  match(Op::New, 0);
  for (unsigned n = 1; n < length; ++n) {
    const unsigned kind = random() % 12;
    if (kind == 0) {
      Instruction i;
      i.op = Op::Const;
      i.columns = 1;
      i.reg[0] = next++;
      i.number = random() % 3;
      code.push_back(i);
    } else if (kind == 1) {
      Instruction i;
      i.op = Op::Same;
      i.columns = 2;
      i.reg[0] = uint16_t(random() % next);
      i.reg[1] = uint16_t(random() % next);
      code.push_back(i);
    } else {
      match(kind == 2 && hasIterators ? Op::Scan : Op::Probe, n);
    }
  }
  for (unsigned n = 0; n < length; ++n) {
    Instruction i;
    i.op = Op::Same;
    i.columns = 2;
    i.reg[0] = uint16_t(random() % next);
    i.reg[1] = uint16_t(random() % next);
    code.push_back(i);
  }
  return code;
}

/// Where a value stands: a constant, or a column of what a premise matched, the
/// how-manieth time.
struct Symbol {
  bool isConstant = false;
  uint32_t premise = ~0u, column = 0, version = 0;
  bool operator==(const Symbol &) const = default;
};

/// Runs code through all its iterators once more, from the innermost out, and notes
/// what is read.
std::vector<std::vector<Symbol>> reads(const std::vector<Instruction> &code) {
  std::map<uint16_t, Symbol> values;
  std::map<uint32_t, uint32_t> versions;
  std::vector<std::vector<Symbol>> result;
  auto run = [&](size_t at) {
    for (; at < code.size(); ++at) {
      const Instruction &i = code[at];
      std::vector<Symbol> read;
      for (unsigned c = 0; c < i.columns; ++c)
        if (i.reads(c))
          read.push_back(values[i.reg[c]]);
      if (!i.isSource())
        result.push_back(read);
      if (i.op >= Op::New && i.op <= Op::All)
        ++versions[i.premise];
      for (unsigned c = 0; c < i.columns; ++c) {
        if (!i.writes(c))
          continue;
        if (i.op == Op::Const)
          values[i.reg[c]] = {true, i.number, 0, 0};
        else if (i.op == Op::Fetch)
          values[i.reg[c]] = {false, i.premise, i.number, versions[i.premise]};
        else
          values[i.reg[c]] = {false, i.premise, c, versions[i.premise]};
      }
    }
  };
  run(0);
  for (size_t at = code.size(); at-- > 0;)
    if (code[at].isIterator())
      run(at);
  return result;
}

TEST(MachineRegisters, EveryReadGetsItsValueAlsoWhenIteratorsComeBack) {
  std::mt19937 random(7);
  unsigned remade = 0, refused = 0;
  for (int n = 0; n < 3000; ++n) {
    const auto code = randomCode(random, 2 + random() % 20);
    auto allocated = code;
    std::string error;
    machine::AllocationCounts counts;
    if (!machine::allocateRegisters(allocated, error, counts)) {
      EXPECT_EQ(error, "needs more than 15 registers at once");
      ++refused;
      continue;
    }
    remade += counts.remade;
    for (const Instruction &i : allocated)
      for (unsigned c = 0; c < i.columns; ++c)
        ASSERT_LT(i.reg[c], i.reads(c) ? machine::kSink : machine::kRegisters);
    ASSERT_EQ(reads(allocated), reads(code)) << "case " << n;
  }
  EXPECT_GT(remade, 1000u); // The cases are hard enough,
  EXPECT_LT(refused, 1500u); // and not too hard.
}

//===----------------------------------------------------------------------===//
// Images
//===----------------------------------------------------------------------===//

TEST(MachineImage, FileAndTextRoundTrip) {
  std::string error;
  const auto image = machine::makeImage(mplc::test::peano(), error);
  ASSERT_TRUE(image) << error;
  const auto bytes = machine::writeImage(*image, error);
  ASSERT_TRUE(bytes) << error;
  EXPECT_EQ(machine::readImage(*bytes, error), image) << error;
  EXPECT_EQ(machine::assemble(machine::disassemble(*image), error), image) << error;
}

TEST(MachineImage, DamageIsFound) {
  std::string error;
  const auto image = machine::makeImage(mplc::test::peano(), error);
  const std::string bytes = *machine::writeImage(*image, error);
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = char(damaged[at] ^ 1 << at % 8);
    EXPECT_FALSE(machine::readImage(damaged, error)) << at;
    EXPECT_FALSE(machine::readImage(bytes.substr(0, at), error)) << at;
  }
}

TEST(MachineImage, BanksAreFilledAlike) {
  std::vector<machine::Table> tables(7);
  const uint32_t arity[] = {1, 1, 2, 3, 3, 1, 4};
  for (size_t t = 0; t < 7; ++t)
    tables[t].arity = arity[t];
  EXPECT_EQ(machine::allocateBanks(tables, 4), 4u); // 15 lists in 4 banks.
  std::set<std::pair<uint32_t, uint32_t>> taken;
  for (const machine::Table &table : tables)
    for (uint32_t c = 0; c < table.arity; ++c)
      EXPECT_TRUE(
          taken.insert({(c + table.rotation) % 4, table.base[c]}).second);
}

//===----------------------------------------------------------------------===//
// Blocks
//===----------------------------------------------------------------------===//

/// All that two blocks have must be the same.
void expectSame(const Block &a, const Block &b) {
  ASSERT_EQ(a.rows.size(), b.rows.size());
  for (RowId r = 0; r < a.rows.size(); ++r) {
    const Block::Row &x = a.rows[r], &y = b.rows[r];
    ASSERT_EQ(std::tuple(x.relation, x.provenance, x.live),
              std::tuple(y.relation, y.provenance, y.live)) << "row " << r;
    if (x.live) {
      ASSERT_EQ(std::tuple(x.next, x.prev), std::tuple(y.next, y.prev)) << r;
    }
  }
  ASSERT_EQ(a.cells.size(), b.cells.size());
  for (size_t c = 0; c < a.cells.size(); ++c) {
    ASSERT_EQ(a.cells[c].id, b.cells[c].id) << "cell " << c;
    if (a.rows[c / a.theory->stride].live) {
      ASSERT_EQ(std::tuple(a.cells[c].next, a.cells[c].prev),
                std::tuple(b.cells[c].next, b.cells[c].prev)) << c;
    }
  }
  ASSERT_EQ(a.log, b.log);
  ASSERT_EQ(a.rep, b.rep);
  ASSERT_EQ(a.forestParent, b.forestParent);
  ASSERT_EQ(a.forestEdge, b.forestEdge);
  ASSERT_EQ(a.relationFirst, b.relationFirst);
  ASSERT_EQ(a.lists.size(), b.lists.size());
  for (size_t l = 0; l < a.lists.size(); ++l)
    ASSERT_EQ(std::tuple(a.lists[l].first, a.lists[l].length),
              std::tuple(b.lists[l].first, b.lists[l].length)) << "list " << l;
  ASSERT_EQ(a.edges.size(), b.edges.size());
  for (size_t e = 0; e < a.edges.size(); ++e)
    ASSERT_EQ(std::tuple(a.edges[e].left, a.edges[e].right, a.edges[e].provenance,
                         a.edges[e].atRow),
              std::tuple(b.edges[e].left, b.edges[e].right, b.edges[e].provenance,
                         b.edges[e].atRow));
  ASSERT_EQ(std::tuple(a.falsum, a.falsumDistinct, a.reachedBy, a.firings,
                       a.limitReached()),
            std::tuple(b.falsum, b.falsumDistinct, b.reachedBy, b.firings,
                       b.limitReached()));
}

/// The core's own memories hold the block's live rows.
void expectOnCore(const Block &block, const Core &core) {
  ASSERT_EQ(core.rowCount(), block.rows.size());
  ASSERT_EQ(core.idCount(), block.numConstants());
  for (RowId r = 0; r < block.rows.size(); ++r) {
    ASSERT_EQ(core.isLive(r), block.rows[r].live) << r;
    if (!block.rows[r].live)
      continue;
    ASSERT_EQ(core.relationOf(r), block.rows[r].relation);
    for (uint32_t c = 0; c < block.theory->relations[core.relationOf(r)].arity; ++c)
      ASSERT_EQ(core.argOf(r, c), cellOf(block, r, c));
  }
  for (Id id = 0; id < block.numConstants(); ++id) {
    ASSERT_EQ(core.representative(id), block.find(id));
    for (uint32_t relation = 0; relation < block.theory->relations.size(); ++relation)
      for (uint32_t c = 0; c < block.theory->relations[relation].arity; ++c) {
        if (block.find(id) != id)
          continue;
        const uint32_t slot = block.theory->relations[relation].firstSlot + c;
        const auto list = core.listOf(relation, c, id);
        ASSERT_EQ(list.size(), listOf(const_cast<Block &>(block), slot, id).length);
        ASSERT_TRUE(std::is_sorted(list.rbegin(), list.rend()));
      }
  }
}

struct Pair {
  explicit Pair(const calculus::Program &program, CoreSizes sizes = {},
                uint32_t columns = 4)
      : native(program, {}), onMachine(program, {}) {
    std::string error;
    image = *machine::makeImage(program, error);
    if (columns != image.columns) {
      image.columns = columns;
      machine::allocateBanks(image.tables, columns);
    }
    sizes.columns = image.columns;
    engine.emplace(onMachine, image, sizes);
    onMachine.engine = &*engine;
  }
  Theory native, onMachine;
  machine::Image image;
  std::optional<MachineEngine> engine;
};

/// The same random facts and equations in both, run to the same depth.
void compareRandomBlocks(Pair &theories, uint32_t seed, const RuleSet &rules,
                         const Budget &budget) {
  std::mt19937 random(seed);
  Block a(theories.native, rules), b(theories.onMachine, rules);
  const auto &relations = theories.native.relations;
  const uint32_t ids = 2 + random() % 8;
  for (uint32_t i = 0; i < ids; ++i)
    for (Block *block : {&a, &b})
      block->addConstant(i % 3);
  const uint32_t facts = random() % 12;
  for (uint32_t f = 0; f < facts; ++f) {
    const auto relation = uint32_t(random() % relations.size());
    Id args[kMaxArity];
    for (uint32_t c = 0; c < relations[relation].arity; ++c)
      args[c] = Id(random() % a.numConstants());
    for (Block *block : {&a, &b}) {
      block->assertFact(relation, args, block->record(prov::Premise, {}));
      block->flush();
    }
  }
  if (random() % 4 == 0) {
    const Id left = Id(random() % a.numConstants()),
             right = Id(random() % a.numConstants());
    a.watch(left, right);
    b.watch(left, right);
  }
  theories.engine->beginAttempt(0);
  for (int round = 0; round < 30; ++round) {
    a.saturate(budget);
    b.saturate(budget);
    ASSERT_NO_FATAL_FAILURE(expectSame(a, b)) << "seed " << seed;
    if (a.isFalse() || a.limitReached() != Limit::None)
      break;
    const bool grewA = a.grow(budget), grewB = b.grow(budget);
    ASSERT_EQ(grewA, grewB);
    ASSERT_NO_FATAL_FAILURE(expectSame(a, b)) << "seed " << seed;
    if (!grewA || a.isFalse())
      break;
    // The host may add to a block between two runs.
    if (round == 1) {
      const Id more = a.addConstant(0);
      b.addConstant(0);
      for (Block *block : {&a, &b}) {
        block->assertFact(0, &more, block->record(prov::Premise, {}));
        block->flush();
      }
    }
  }
  if (b.limitReached() == Limit::None && !b.isFalse() && !b.isReached()) {
    ASSERT_NO_FATAL_FAILURE(expectOnCore(b, theories.engine->coreOfThread()));
  }
  theories.engine->endAttempt();
}

TEST(MachineBlocks, AreThoseOfNativeCode) {
  Pair peano(mplc::test::peano());
  const RuleSet none;
  Budget budget;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    budget.generations = seed % 3;
    budget.firings = seed % 7 == 0 ? 50 : 1500;
    ASSERT_NO_FATAL_FAILURE(compareRandomBlocks(peano, seed, none, budget));
  }
}

TEST(MachineBlocks, OnACoreOfEightColumns) {
  Pair peano(mplc::test::peano(), {}, 8);
  const RuleSet none;
  Budget budget;
  for (uint32_t seed = 0; seed < 30; ++seed)
    ASSERT_NO_FATAL_FAILURE(compareRandomBlocks(peano, seed, none, budget));
}

TEST(MachineBlocks, WithNegations) {
  Pair cases(mplc::test::equalityByCases());
  const RuleSet none;
  Budget budget;
  budget.firings = 2000;
  for (uint32_t seed = 0; seed < 100; ++seed)
    ASSERT_NO_FATAL_FAILURE(compareRandomBlocks(cases, seed, none, budget));
}

TEST(MachineBlocks, WithTheorems) {
  Pair peano(mplc::test::peano());
  const calculus::Program &program = peano.native.program;
  RuleSet native;
  for (uint32_t c = 0; c < 3; ++c) {
    auto theorem = std::make_shared<InstalledTheorem>();
    theorem->goal = calculus::normalise(program.conjectures[c].goal, program);
    theorem->forms = calculus::ruleForms(theorem->goal, program);
    for (uint32_t f = 0; f < theorem->forms.size(); ++f) {
      addForm(theorem->forms[f],
              uint32_t(program.rules.size() + native.forms.size()), peano.native,
              mplSteps, native.chains);
      native.forms.push_back({c, f});
    }
    native.theorems.push_back(std::move(theorem));
  }
  native.chains.share();
  Budget budget;
  budget.firings = 3000;
  for (uint32_t seed = 0; seed < 60; ++seed)
    ASSERT_NO_FATAL_FAILURE(compareRandomBlocks(peano, seed, native, budget));
}

//===----------------------------------------------------------------------===//
// Limits
//===----------------------------------------------------------------------===//

/// A block of addition that needs some of everything.
Limit limitWith(CoreSizes sizes, uint32_t numbers = 6) {
  Pair peano(mplc::test::peano(), sizes);
  const RuleSet none;
  Block block(peano.onMachine, none);
  Budget budget;
  budget.generations = 2;
  enum : uint32_t { N, S, Plus };
  std::vector<Id> ids{0};
  for (uint32_t i = 0; i < numbers; ++i) {
    ids.push_back(block.addConstant(0));
    const Id args[] = {ids[i], ids[i + 1]};
    block.assertFact(S, args, block.record(prov::Premise, {}));
    block.flush();
  }
  const Id fresh = block.addConstant(0);
  for (Id x : ids)
    for (Id y : ids) {
      const Id args[] = {x, y, x == y ? fresh : block.addConstant(0)};
      block.assertFact(Plus, args, block.record(prov::Premise, {}));
      block.flush();
    }
  do
    block.saturate(budget);
  while (block.limitReached() == Limit::None && !block.isFalse() &&
         block.grow(budget));
  return block.limitReached();
}

TEST(MachineLimits, AreNamedAndEndTheBlock) {
  EXPECT_EQ(limitWith({}), Limit::None);
  CoreSizes sizes;
  sizes.rowBits = 7;
  EXPECT_EQ(limitWith(sizes), Limit::Rows);
  sizes = {};
  sizes.rowBits = 6; // Not even what it begins with has room.
  EXPECT_EQ(limitWith(sizes), Limit::Rows);
  sizes = {};
  sizes.idBits = 4;
  EXPECT_EQ(limitWith(sizes), Limit::Ids);
  sizes = {};
  sizes.mergeBits = 0;
  EXPECT_EQ(limitWith(sizes), Limit::Merges);
}

class MachineDemands : public testing::Test {
protected:
  Limit run(const CoreSizes &sizes) {
    Pair peano(mplc::test::peano(), sizes);
    const RuleSet none;
    Block block(peano.onMachine, none);
    Budget budget;
    enum : uint32_t { N, S, Plus };
    Id last = 0;
    for (int i = 0; i < 3; ++i) {
      const Id next = block.addConstant(0);
      const Id successor[] = {last, next}, sum[] = {next, next, block.addConstant(0)};
      for (const auto &[relation, args] :
           {std::pair{uint32_t(S), &successor[0]}, {uint32_t(Plus), &sum[0]}}) {
        block.assertFact(relation, args, block.record(prov::Premise, {}));
        block.flush();
      }
      last = next;
    }
    do
      block.saturate(budget);
    while (block.limitReached() == Limit::None && block.grow(budget));
    return block.limitReached();
  }
};

TEST_F(MachineDemands, EndTheBlockWhenThereAreTooMany) {
  EXPECT_EQ(run({}), Limit::None);
  CoreSizes sizes;
  sizes.demandBits = 0;
  EXPECT_EQ(run(sizes), Limit::Demands);
}

TEST_F(MachineDemands, IteratorsMayNestOnlySoDeep) {
  CoreSizes sizes;
  sizes.nesting = 0;
  EXPECT_EQ(run(sizes), Limit::Nesting);
}

TEST(MachineLimits, WhatATheoryNeedsIsCheckedFirst) {
  CoreSizes sizes;
  sizes.lists = 1;
  EXPECT_THROW(Pair(mplc::test::peano(), sizes), std::runtime_error);
  sizes = {};
  sizes.programBits = 4;
  EXPECT_THROW(Pair(mplc::test::peano(), sizes), std::runtime_error);
  sizes = {};
  sizes.idBits = 0;
  EXPECT_NO_THROW(Pair(mplc::test::peano(), sizes)); // It has one constant.
}

/// Sixteen scans, each of which keeps what it compares, in a rule that appears at
/// run time: the block ends, others do not.
TEST(MachineLimits, ATheoremMayNeedTooManyRegisters) {
  Pair peano(mplc::test::peano());
  enum : uint32_t { N, S, Plus };
  calculus::RuleForm form;
  form.rule.head = calculus::Rule::Head::Refute;
  form.rule.premises.push_back({Plus, {0, 1, 2}});
  calculus::Term next = 3;
  for (calculus::Term known = 0; known < 16; ++known, next += 2)
    form.rule.premises.push_back({Plus, {next, known, next + 1}});
  form.rule.numVariables = uint32_t(next);
  auto theorem = std::make_shared<InstalledTheorem>();
  theorem->forms.push_back(form);
  RuleSet tooMany;
  tooMany.theorems.push_back(theorem);
  tooMany.forms.push_back({0, 0});
  Block block(peano.onMachine, tooMany);
  block.saturate({});
  EXPECT_EQ(block.limitReached(), Limit::Registers);
  EXPECT_STREQ(toString(block.limitReached()), "registers");
  const RuleSet none;
  Block other(peano.onMachine, none);
  other.saturate({});
  EXPECT_EQ(other.limitReached(), Limit::None);
}

//===----------------------------------------------------------------------===//
// Replaying
//===----------------------------------------------------------------------===//

TEST(MachineReplay, RefusesWhatCannotBe) {
  Theory theory(mplc::test::peano(), {});
  const RuleSet none;
  Block block(theory, none);
  Replay replay(block);
  const uint32_t noRow[] = {99};
  const Id zero[] = {0};
  EXPECT_FALSE(replay.row(0, zero, true, false)); // Without a reason.
  EXPECT_FALSE(replay.push(0, 0));
  EXPECT_FALSE(replay.merge());
  EXPECT_FALSE(replay.match(0, noRow));
  EXPECT_FALSE(replay.match(1u << 19, {}));
  EXPECT_FALSE(replay.rewrite(99, true));
  EXPECT_FALSE(replay.key(0, 99));
  EXPECT_FALSE(replay.typing(0, 7));
  EXPECT_FALSE(replay.witness(0, 5, 0, 0, {}));
  EXPECT_FALSE(replay.distinct(0));
  ASSERT_TRUE(replay.typing(0, 0));
  EXPECT_FALSE(replay.row(0, noRow, true, false));
  EXPECT_FALSE(replay.row(77, zero, true, false));
  EXPECT_FALSE(replay.row(1, zero, true, false));
  // The column has no sort: nothing follows from it.
  EXPECT_FALSE(replay.row(0, zero, false, false));
  // A row that dies may be written anew, and once only.
  ASSERT_TRUE(replay.rewrite(0, true));
  EXPECT_FALSE(replay.push(0, 0));
  EXPECT_FALSE(replay.isFalse());
  EXPECT_FALSE(replay.reach());
  EXPECT_TRUE(replay.row(0, zero, true, false));
  EXPECT_FALSE(replay.row(0, zero, true, false));
}

/// A rule's instance has the rows that its premises ask for, and its head.
TEST(MachineReplay, RefusesWhatDoesNotFollow) {
  enum : uint32_t { N, S, Plus };
  Theory theory(mplc::test::peano(), {});
  calculus::RuleForm equate, derive, refute;
  // s(x) = y, s(z) = y => x = z; x in N => s(x) = x; s(x) = y, x + x = y => false.
  equate.rule.premises = {{S, {0, 1}}, {S, {2, 1}}};
  equate.rule.head = calculus::Rule::Head::Equate;
  equate.rule.left = 0;
  equate.rule.right = 2;
  equate.rule.numVariables = 3;
  derive.rule.premises = {{N, {0}}};
  derive.rule.atom = {S, {0, 0}};
  derive.rule.numVariables = 1;
  refute.rule.premises = {{S, {0, 1}}, {Plus, {0, 0, 1}}};
  refute.rule.head = calculus::Rule::Head::Refute;
  refute.rule.numVariables = 2;
  const RuleSet none;
  Block block(theory, none);
  block.setHypotheses({equate, derive, refute});
  const uint32_t first = block.firstLocalRule();
  const Id a = block.addConstant(0), b = block.addConstant(0), c = block.addConstant(0);
  const uint32_t given = block.record(prov::Premise, std::array<uint32_t, 1>{0});
  for (const std::array<Id, 2> &row : {std::array{a, c}, std::array{b, c}})
    block.assertFact(S, row.data(), given);
  const Id plus[] = {a, a, b};
  block.assertFact(Plus, plus, given);
  auto rowOf = [&](uint32_t relation, std::vector<Id> args) {
    return block.lookup(relation, args.data());
  };
  const RowId ac = rowOf(S, {a, c}), bc = rowOf(S, {b, c}), aab = rowOf(Plus, {a, a, b}),
              inN = rowOf(N, {a});
  ASSERT_TRUE(ac != kNone && bc != kNone && aab != kNone && inN != kNone);
  Replay replay(block);
  auto match = [&](uint32_t rule, std::vector<uint32_t> rows) {
    return replay.match(rule, rows);
  };
  EXPECT_FALSE(match(first, {ac}));
  EXPECT_FALSE(match(first, {ac, aab}));
  EXPECT_FALSE(match(first, {ac, inN}));
  // s(a) = c and a + a = b: not one y.
  EXPECT_FALSE(match(first + 2, {ac, aab}));
  EXPECT_FALSE(replay.isFalse());
  ASSERT_TRUE(match(first + 1, {inN}));
  const Id aa[] = {a, a}, ab[] = {a, b};
  EXPECT_FALSE(replay.row(S, ab, false, false));
  EXPECT_FALSE(replay.row(Plus, plus, false, false));
  EXPECT_FALSE(replay.push(a, a));
  EXPECT_FALSE(replay.isFalse());
  EXPECT_FALSE(replay.row(S, aa, true, false)); // s(a) is there: no second one lives.
  EXPECT_TRUE(replay.row(S, aa, false, false));
  ASSERT_TRUE(match(first, {ac, bc}));
  EXPECT_FALSE(replay.push(a, c));
  EXPECT_FALSE(replay.row(S, aa, false, false));
  EXPECT_TRUE(replay.push(a, b));
  EXPECT_TRUE(replay.merge());
  // Now b = a, and a + a = b is not s(a) = c still.
  EXPECT_FALSE(match(first + 2, {ac, aab}));
  // Two outputs are of one relation and the same inputs, and are those that are equated.
  EXPECT_FALSE(replay.key(ac, aab));
  ASSERT_TRUE(replay.key(ac, bc));
  EXPECT_FALSE(replay.push(a, c));
  EXPECT_TRUE(replay.push(c, c));
}

} // namespace
