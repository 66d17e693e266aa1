//===- CoreTest.cpp - Each instruction on one core ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Programs by hand, in assembly text; what they emit and, here and there, the
// cycles that docs/lbm.md gives, counted by hand.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Image.h"
#include "runtime/machine/Core.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace mplrt;
namespace calculus = mplc::calculus;
namespace machine = mplc::machine;

namespace {

/// A core with an image in assembly text, and its ports.
class CoreTest : public testing::Test {
protected:
  void load(const std::string &text) {
    std::string error;
    const auto image = machine::assemble(text, error);
    ASSERT_TRUE(image) << error;
    const auto linked =
        machine::link(image->units, uint32_t(image->tables.size()), 0, error);
    ASSERT_TRUE(linked) << error;
    for (uint32_t r = 0; r < image->tables.size(); ++r) {
      const machine::Table &t = image->tables[r];
      send(firstWord(Command::Table, r | t.arity << 8 |
                                         uint32_t(t.functional) << 12 |
                                         t.rotation << 13));
      for (uint32_t c = 0; c < t.arity; ++c)
        send(t.base[c] |
             (t.sort[c] == calculus::none ? 0 : t.sort[c] << 16 | 1u << 24));
      if (linked->firstPlan[r] != machine::kNoAddress)
        send(firstWord(Command::Plan, r | linked->firstPlan[r] << 8));
    }
    for (size_t u = 0; u < image->units.size(); ++u)
      if (image->units[u].kind != machine::Unit::Kind::Plan)
        send(firstWord(image->units[u].kind == machine::Unit::Kind::Licence
                           ? Command::Licence
                           : Command::Existential,
                       image->units[u].index | linked->address[u] << 8));
    send(firstWord(Command::Program, uint32_t(linked->words.size()) << 16));
    for (const uint64_t word : linked->words) {
      send(uint32_t(word));
      send(uint32_t(word >> 32));
    }
    set(Setting::Lists, machine::listsOf(image->tables, image->columns));
    set(Setting::Relations, uint32_t(image->tables.size()));
    set(Setting::FiringLimit, 1000);
    set(Setting::GenerationLimit, 3);
  }
  void send(uint32_t word) { commands.push_back(word); }
  void set(Setting setting, uint32_t value) {
    send(firstWord(Command::Set, uint32_t(setting)));
    send(value);
  }
  void constants(uint32_t n) { send(firstWord(Command::Constants, n)); }
  void row(uint32_t relation, std::initializer_list<uint32_t> args) {
    send(firstWord(Command::Row, relation));
    for (const uint32_t arg : args)
      send(arg);
  }
  /// Sends what there is, then RUN; gives its events.
  std::vector<uint32_t> run() { return exchange(firstWord(Command::Run)); }
  std::vector<uint32_t> grow(uint32_t limit) {
    return exchange(firstWord(Command::Grow, limit));
  }
  std::vector<uint32_t> exchange(uint32_t last) {
    std::vector<uint32_t> events;
    core.run(commands, events);
    EXPECT_TRUE(events.empty());
    commands.clear();
    const uint32_t words[] = {last};
    const uint64_t before = core.counts().cycles;
    core.run(words, events, &stamps);
    cycles = core.counts().cycles - before;
    return events;
  }
  /// A ROW event of a live row, and its columns.
  static std::vector<uint32_t> rowEvent(uint32_t relation,
                                        std::initializer_list<uint32_t> args) {
    std::vector<uint32_t> words{firstWord(Event::Row, 1u << 27 | relation)};
    words.insert(words.end(), args);
    return words;
  }
  static bool contains(const std::vector<uint32_t> &events,
                       const std::vector<uint32_t> &part) {
    return std::search(events.begin(), events.end(), part.begin(), part.end()) !=
           events.end();
  }

  Core core{CoreSizes{}};
  std::vector<uint32_t> commands;
  std::vector<uint64_t> stamps;
  uint64_t cycles = 0;
};

const char *const kTwoTables = ".columns 4\n"
                               ".table \"p\" arity 1 rotation 0 list 0\n"
                               ".table \"q\" arity 2 rotation 1 list 0 list 0\n"
                               ".table \"f\" arity 2 functional rotation 3 list 1 list 1\n";

TEST_F(CoreTest, AnEmptyBlockEndsAtOnce) {
  // IDLE, FLUSH, NEXT, END, END2, END3.
  const std::vector<uint32_t> expected{firstWord(Event::Status), 0, 0};
  EXPECT_EQ(run(), expected);
  EXPECT_EQ(cycles, 6u);
  EXPECT_EQ(stamps, (std::vector<uint64_t>{4, 5, 6}));
}

TEST_F(CoreTest, CommandsTakeTheirCycles) {
  load(kTwoTables);
  auto cost = [&](auto &&what) {
    std::vector<uint32_t> events;
    core.run(commands, events);
    commands.clear();
    what();
    const uint64_t before = core.counts().cycles;
    core.run(commands, events);
    commands.clear();
    return core.counts().cycles - before;
  };
  EXPECT_EQ(cost([&] { send(firstWord(Command::Reset)); }), 1u + 512);
  EXPECT_EQ(cost([&] { constants(3); }), 1u + 3 * 2); // Two lists a bank.
  EXPECT_EQ(cost([&] { row(1, {0, 1}); }), 3u + 2);
  EXPECT_EQ(cost([&] { send(firstWord(Command::Skip, 5)); }), 1u + 5);
  EXPECT_EQ(cost([&] { set(Setting::Queue, 3); }), 2u);
}

TEST_F(CoreTest, NewScanDerive) {
  load(std::string(kTwoTables) + ".plan \"symmetric\" on \"q\" rule 7\n"
                                 "plan rule 7 count 1\n"
                                 "new \"q\"[?r0, ?r1] premise 0\n"
                                 "derive \"q\"[r1, r0]\n");
  constants(2);
  row(1, {0, 1});
  const auto events = run();
  std::vector<uint32_t> expected{firstWord(Event::Match, 1u << 20 | 7), 0};
  for (const uint32_t word : rowEvent(1, {1, 0}))
    expected.push_back(word);
  expected.insert(expected.end(), {firstWord(Event::Status), 2, 2});
  EXPECT_EQ(events, expected);
  // IDLE FLUSH; NEXT ROW, EXEC x 3, F_HEAD, MATCH MROW, I_ROW I_ARG I_ARG, L_READ
  // L_WRITE, T_COL x 3, FLUSH; NEXT ROW, EXEC x 3, F_HEAD F_ROW, FLUSH; NEXT END END2
  // END3.
  EXPECT_EQ(cycles, 2u + 17 + 8 + 4);
}

TEST_F(CoreTest, OnlyAnOpenIteratorCostsACycleToGoBack) {
  // A plan that fails in `new` is followed by the next one's first instruction.
  load(std::string(kTwoTables) +
       ".plan \"never\" on \"q\" rule 1\nplan rule 1 count 1\nconst r0, 0\n"
       "new \"q\"[r0, r0] premise 0\nrefute\n"
       ".plan \"all\" on \"q\" rule 2\nplan rule 2 count 2\n"
       "new \"q\"[?r0, ?r1] premise 0\nall \"p\"[?r2] premise 1\nsame r1, r2\n"
       "refute\n");
  constants(4);
  for (uint32_t id : {3u, 2u})
    row(0, {id});
  row(1, {0, 1});
  set(Setting::Queue, 2);
  run();
  // IDLE FLUSH; NEXT ROW, EXEC EXEC CONST EXEC, EXEC EXEC EXEC; S_ROW EXEC, BACK S_ROW
  // EXEC, FLUSH; NEXT END END2 END3.
  EXPECT_EQ(cycles, 2u + 9 + 6 + 4);
  EXPECT_EQ(core.counts().states[size_t(CoreState::BACK)], 1u);
}

TEST_F(CoreTest, BoundsMeetEachPairOnce) {
  load(std::string(kTwoTables) +
       ".plan \"a\" on \"p\" rule 1\nplan rule 1 count 2\n"
       "new \"p\"[?r0] premise 0\nall \"p\"[?r1] premise 1\nderive \"q\"[r0, r1]\n"
       ".plan \"b\" on \"p\" rule 1\nplan rule 1 count 2\n"
       "new \"p\"[?r0] premise 1\nall \"p\"[?r1] premise 0 older\nderive \"q\"[r1, r0]\n");
  constants(3);
  for (uint32_t id : {0u, 1u, 2u})
    row(0, {id});
  const auto events = run();
  for (uint32_t x : {0u, 1u, 2u})
    for (uint32_t y : {0u, 1u, 2u})
      EXPECT_TRUE(contains(events, rowEvent(1, {x, y}))) << x << y;
  EXPECT_EQ(events[events.size() - 2], 9u); // Firings.
  EXPECT_EQ(core.rowCount(), 12u);
}

TEST_F(CoreTest, ProbeComparesOrWritesItsOutput) {
  load(std::string(kTwoTables) +
       ".plan \"write\" on \"p\" rule 1\nplan rule 1 count 2\n"
       "new \"p\"[?r0] premise 0\nprobe \"f\"[r0, ?r1] premise 1\nderive \"q\"[r0, r1]\n"
       ".plan \"compare\" on \"p\" rule 2\nplan rule 2 count 2\n"
       "new \"p\"[?r0] premise 0\nprobe \"f\"[r0, r0] premise 1\nderive \"p\"[r0]\nrefute\n");
  constants(4);
  row(2, {0, 1});
  row(2, {2, 2});
  row(0, {0});
  row(0, {2});
  row(0, {3});
  const auto events = run();
  EXPECT_TRUE(contains(events, rowEvent(1, {0, 1})));
  EXPECT_TRUE(contains(events, rowEvent(1, {2, 2})));
  EXPECT_EQ(events[events.size() - 2], 3u); // The comparison holds for one.
}

TEST_F(CoreTest, ScanTakesTheShortestList) {
  load(std::string(kTwoTables) +
       ".plan \"both\" on \"p\" rule 1\nplan rule 1 count 2\n"
       "new \"p\"[?r0] premise 0\nconst r1, 0\nscan \"q\"[r1, r0] premise 1\n"
       "derive \"f\"[r0, r0]\n");
  constants(5);
  for (uint32_t id : {1u, 2u, 3u, 4u})
    row(1, {0, id});
  row(0, {3});
  const auto events = run();
  EXPECT_TRUE(contains(events, rowEvent(2, {3, 3})));
  // One row in the list of column 1, where there are four in that of column 0.
  EXPECT_EQ(core.counts().states[size_t(CoreState::S_ROW)], 1u);
}

TEST_F(CoreTest, SameFetchRefute) {
  load(std::string(kTwoTables) + ".plan \"irreflexive\" on \"q\" rule 9\n"
                                 "plan rule 9 count 1\nnew \"q\"[?r0, ?_] premise 0\n"
                                 "fetch r3, premise 0 column 1\nsame r0, r3\nrefute\n");
  constants(2);
  row(1, {0, 1});
  EXPECT_FALSE(contains(run(), {firstWord(Event::False)}));
  row(1, {1, 1});
  EXPECT_TRUE(contains(run(), {firstWord(Event::Match, 1u << 20 | 9), 1,
                               firstWord(Event::False)}));
}

TEST_F(CoreTest, SecondOutputMergesAndRowsAreRewritten) {
  load(std::string(kTwoTables) + ".plan \"f\" on \"q\" rule 3\nplan rule 3 count 1\n"
                                 "new \"q\"[?r0, ?r1] premise 0\nderive \"f\"[r0, r1]\n");
  constants(4);
  row(2, {0, 1});
  row(0, {2});
  row(1, {0, 2});
  const auto events = run();
  const std::vector<uint32_t> expected{
      firstWord(Event::Match, 1u << 20 | 3), 2,
      firstWord(Event::Row, 2), 0, 2,           // Dead: the second output.
      firstWord(Event::Key, 0), 3,
      firstWord(Event::Push, 1), 2,
      firstWord(Event::Merge),
      firstWord(Event::Rewrite, 1u << 27 | 1), // p(2)
      firstWord(Event::Row, 1u << 27 | 0), 1,
      firstWord(Event::Rewrite, 1u << 27 | 2), // q(0, 2)
      firstWord(Event::Row, 1u << 27 | 1), 0, 1};
  EXPECT_TRUE(contains(events, expected));
  EXPECT_EQ(core.representative(2), 1u);
  EXPECT_EQ(core.listOf(1, 1, 1), (std::vector<uint32_t>{5}));
}

TEST_F(CoreTest, TypesAreAddedAndOnlyOnce) {
  load(".columns 4\n.table \"n\" arity 1 rotation 0 list 0\n"
       ".table \"m\" arity 1 rotation 1 list 0 in 0\n"
       ".table \"q\" arity 2 rotation 2 list 0 in 1 list 0 in 1\n"
       ".plan \"q\" on \"q\" rule 2\nplan rule 2 count 1\n"
       "new \"q\"[?r0, ?r1] premise 0\nderive \"q\"[r1, r1]\n");
  constants(2);
  row(2, {0, 1});
  const auto events = run();
  std::vector<uint32_t> expected = rowEvent(2, {1, 1});
  for (const auto &part : {std::vector<uint32_t>{firstWord(Event::Typing, 1)},
                           rowEvent(1, {1}),
                           std::vector<uint32_t>{firstWord(Event::Typing, 2)},
                           rowEvent(0, {1})})
    expected.insert(expected.end(), part.begin(), part.end());
  EXPECT_TRUE(contains(events, expected));
  EXPECT_EQ(core.rowCount(), 4u);
}

TEST_F(CoreTest, ReachEndsTheBlock) {
  load(std::string(kTwoTables) + ".plan \"goal\" on \"p\" rule 5\nplan rule 5 count 1\n"
                                 "new \"p\"[?_] premise 0\nreach\n");
  constants(2);
  row(0, {0});
  row(0, {1});
  const auto events = run();
  EXPECT_TRUE(contains(events, {firstWord(Event::Reach)}));
  EXPECT_EQ(events.back(), 1u); // QHEAD: the second row is left.
}

TEST_F(CoreTest, WatchedEquationEndsTheBlock) {
  load(std::string(kTwoTables) + ".plan \"eq\" on \"q\" rule 5\nplan rule 5 count 1\n"
                                 "new \"q\"[?r0, ?r1] premise 0\nequate r0, r1\n");
  constants(3);
  row(1, {0, 1});
  row(1, {1, 2});
  set(Setting::WatchLeft, 0);
  set(Setting::WatchRight, 1);
  const auto events = run();
  EXPECT_EQ(events.back(), 1u);
  EXPECT_TRUE(contains(events, {firstWord(Event::Push, 0), 1, firstWord(Event::Merge)}));
}

TEST_F(CoreTest, ApplicationsAreMadeOnDemand) {
  load(std::string(kTwoTables) +
       ".plan \"want\" on \"p\" rule 4\nplan rule 4 count 0\n"
       "new \"p\"[?r0] premise 0\ncreate \"f\"[r0] core 1\n"
       ".licence \"f\" on \"f\" rule 6\ninput r0, 0\nprobe \"p\"[r0] premise 0\n"
       "witness rule 6 count 1 new 1\nfresh r1, 0\nassert \"f\"[r0, r1]\ndone created\n");
  constants(1);
  row(0, {0});
  run();
  EXPECT_EQ(grow(0)[0], firstWord(Event::Status)); // It is of generation 1.
  const auto events = grow(1);
  std::vector<uint32_t> expected{firstWord(Event::Witness, 1u << 20 | 6),
                                 1u << 28 | 1u << 24 | 1, 0,
                                 firstWord(Event::Row, 3u << 26 | 2), 0, 1,
                                 firstWord(Event::Status, 1)};
  EXPECT_TRUE(contains(events, expected));
  EXPECT_EQ(grow(1)[0], firstWord(Event::Status)); // Once.
}

TEST_F(CoreTest, UnlicensedApplicationsAreNotMade) {
  load(std::string(kTwoTables) +
       ".plan \"want\" on \"q\" rule 4\nplan rule 4 count 0\n"
       "new \"q\"[?r0, ?_] premise 0\ncreate \"f\"[r0] core 1 unfold\n"
       ".licence \"f\" on \"f\" rule 6\ninput r0, 0\nprobe \"p\"[r0] premise 0\n"
       "witness rule 6 count 1 new 1\nfresh r1, 0\nassert \"f\"[r0, r1]\ndone created\n");
  constants(2);
  row(1, {0, 1});
  run();
  EXPECT_EQ(grow(3)[0], firstWord(Event::Status));
  EXPECT_EQ(core.idCount(), 2u);
}

TEST_F(CoreTest, WitnessesOfAnExistentialRule) {
  // q(x, y) -> exists z, w: q(y, z), q(z, w); named by y.
  load(std::string(kTwoTables) +
       ".plan \"any\" on \"q\" rule 8\nplan rule 8 count 1\n"
       "new \"q\"[?_, ?r0] premise 0\ninvent 0[r0] core 1\n"
       ".existential \"any\" on 0 rule 8\nfetch r0, premise 0 column 1\n"
       "witness rule 8 count 1 new 2\nfresh r1, 0\nfresh r2, 1\n"
       "assert \"q\"[r0, r1]\nassert \"q\"[r1, r2]\ndone created\n");
  constants(2);
  row(1, {0, 1});
  row(1, {1, 1}); // The same instance.
  run();
  const auto events = grow(1);
  std::vector<uint32_t> expected{firstWord(Event::Witness, 1u << 20 | 8),
                                 2u << 28 | 1u << 24 | 2, 0,
                                 firstWord(Event::Row, 3u << 26 | 1), 1, 2,
                                 firstWord(Event::Row, 3u << 26 | 1), 2, 3,
                                 firstWord(Event::Status, 1)};
  EXPECT_TRUE(contains(events, expected));
  EXPECT_EQ(core.idCount(), 4u);
}

TEST_F(CoreTest, IllegalInstructionEndsTheBlock) {
  load(kTwoTables);
  send(firstWord(Command::Plan, 0 | 100u << 8));
  constants(1);
  row(0, {0});
  EXPECT_EQ(run()[0], firstWord(Event::Status, 9u << 24));
  row(0, {0}); // Nothing is accepted but RESET.
  std::vector<uint32_t> events;
  core.run(commands, events);
  EXPECT_EQ(core.rowCount(), 1u);
}

} // namespace
