//===- GridTimeTest.cpp - Blocks on the time line of a grid ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Cycles by hand, for grids so small that all can be counted.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/GridTime.h"

#include <gtest/gtest.h>

using namespace mplrt;

namespace {

/// A block with one exchange.
BlockRecord blockOf(uint32_t attempt, uint64_t cycles, uint64_t words,
                    uint32_t parent = 0) {
  BlockRecord record;
  record.attempt = attempt;
  record.cycles = cycles;
  record.loadCycles = record.wordsIn = words;
  record.exchanges = 1;
  record.parent = parent;
  return record;
}

/// Words travel for two cycles on the one hop to core 0.
constexpr GridShape kOne{.cores = 1, .hopCycles = 2, .hostPorts = 1, .hostCycles = 10,
                         .isMulticast = true};
/// Load, there and back again, and the host.
constexpr uint64_t timeOf(uint64_t cycles, uint64_t words, uint64_t travel = 2) {
  return travel + words + cycles + 2 * travel + 10;
}

TEST(GridTime, OneCoreTakesBlocksOneAfterTheOther) {
  const GridTime time =
      placeOnGrid({blockOf(0, 100, 5), blockOf(1, 200, 7)}, {{2, 0}}, kOne);
  EXPECT_EQ(time.cycles, timeOf(100, 5) + timeOf(200, 7));
  EXPECT_EQ(time.busyCycles, 300u);
  EXPECT_EQ(time.loadCycles, 12u);
  EXPECT_EQ(time.hostCycles, 20u);
  EXPECT_EQ(time.travelCycles, 2u * 6);
  EXPECT_EQ(time.portCycles, 0u);
  EXPECT_EQ(time.barrierCycles(kOne), 0u);
  EXPECT_EQ(time.idle(kOne), 0);
}

TEST(GridTime, APortServesThoseThatComeFirst) {
  // Three attempts of which the first has two blocks. The second attempt's words go
  // after the first block's, and not after the second one's, which come much later.
  GridShape shape = kOne;
  shape.cores = 2;
  const std::vector<BlockRecord> blocks{blockOf(0, 1000, 30), blockOf(0, 1000, 30),
                                        blockOf(1, 500, 30)};
  const GridTime time = placeOnGrid(blocks, {{2, 0}}, shape);
  // A side is two cores, the port is at the second one; core 0 is a hop further.
  EXPECT_EQ(time.cycles, 2 * timeOf(1000, 30, 4));
  EXPECT_EQ(time.portCycles, 30u);
  EXPECT_EQ(time.used[0], time.cycles);
  EXPECT_EQ(time.used[1], 30 + timeOf(500, 30, 2));
  EXPECT_EQ(time.barrierCycles(shape), time.cycles - time.used[1]);
  EXPECT_EQ(time.idleOfCore(0), 0);
  EXPECT_GT(time.idleOfCore(1), 0.7);
}

TEST(GridTime, APortIsHeldWhileABlockIsLoadedUnlessTheMailboxKeepsCommands) {
  GridShape shape = kOne;
  shape.cores = 2;
  std::vector<BlockRecord> blocks{blockOf(0, 100, 10), blockOf(1, 100, 10)};
  for (BlockRecord &block : blocks)
    block.loadCycles = 50; // Of which 40 are for clearing memories.
  EXPECT_EQ(placeOnGrid(blocks, {{2, 0}}, shape).portCycles, 50u);
  shape.isBuffered = true;
  EXPECT_EQ(placeOnGrid(blocks, {{2, 0}}, shape).portCycles, 10u);
}

TEST(GridTime, EagerBlocksOnlyWaitForTheirParents) {
  GridShape shape = kOne;
  shape.cores = 4;
  shape.isEager = true;
  // Of one attempt: two that begin by themselves, and one that continues the first.
  const std::vector<BlockRecord> blocks{blockOf(0, 300, 0), blockOf(0, 100, 0),
                                        blockOf(0, 50, 0, /*parent=*/2)};
  const GridTime time = placeOnGrid(blocks, {{1, 0}}, shape);
  // Core 0 is two hops from the port. It takes the third block when the first ends; all
  // cores are free then.
  EXPECT_EQ(time.cycles, timeOf(300, 0, 4) + timeOf(50, 0, 4));
  shape.isEager = false;
  EXPECT_EQ(placeOnGrid(blocks, {{1, 0}}, shape).cycles,
            timeOf(300, 0, 4) + timeOf(100, 0, 4) + timeOf(50, 0, 4));
}

TEST(GridTime, ABatchBeginsWhenTheLastOneHasEndedAndItsTheoremsAreMailed) {
  std::vector<BlockRecord> blocks{blockOf(0, 100, 5), blockOf(0, 200, 7)};
  blocks[1].batch = 1;
  const GridTime time = placeOnGrid(blocks, {{1, 0}, {1, 40}}, kOne);
  const uint64_t mail = 40 + 2 * kOne.hopCycles;
  EXPECT_EQ(time.broadcastCycles, mail);
  EXPECT_EQ(time.cycles, timeOf(100, 5) + mail + timeOf(200, 7));
  EXPECT_EQ(time.wordsIn, 52u);
  EXPECT_EQ(time.barrierCycles(kOne), 0u);
}

TEST(GridTime, WithoutMulticastACoreIsSentWhatItHasMissed) {
  GridShape shape = kOne;
  shape.isMulticast = false;
  std::vector<BlockRecord> blocks{blockOf(0, 100, 5), blockOf(0, 200, 7),
                                  blockOf(1, 300, 9)};
  blocks[1].batch = blocks[2].batch = 1;
  const GridTime time = placeOnGrid(blocks, {{1, 0}, {2, 40}}, shape);
  EXPECT_EQ(time.cycles, timeOf(100, 5) + timeOf(200, 7 + 40) + timeOf(300, 9));
  EXPECT_EQ(time.broadcastCycles, 0u);
  EXPECT_EQ(time.wordsIn, 61u);
}

} // namespace
