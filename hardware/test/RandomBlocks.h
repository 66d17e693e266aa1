//===- RandomBlocks.h - Random theories for a core --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_HARDWARE_TEST_RANDOMBLOCKS_H
#define MPLC_HARDWARE_TEST_RANDOMBLOCKS_H

#include "mplc/Machine/Image.h"
#include "runtime/machine/Core.h"

#include <random>
#include <set>
#include <vector>

namespace mplrt::rtl {

/// Makes up theories and blocks and gives the commands for them. They mean nothing,
/// but they are what a host may send: tables with lists in banks, straight plans
/// that begin with `new` and end with an action, routines with witnesses, rows with
/// different keys whose ids are representatives.
class RandomBlocks {
public:
  RandomBlocks(const CoreSizes &sizes, uint32_t seed);

  /// TABLE, PROGRAM and the like: a new theory.
  std::vector<uint32_t> theory();
  /// RESET, constants, rows and settings: a new block of it.
  std::vector<uint32_t> block();
  /// RUN or GROW, and settings before it.
  std::vector<uint32_t> step();
  /// Any commands but RUN, GROW and RESET: they must have no effect after a limit.
  std::vector<uint32_t> noise();

  /// The same row of relation 0 twice, which no host may send.
  std::vector<uint32_t> duplicateRow();

private:
  using Instruction = mplc::machine::Instruction;

  uint32_t below(uint32_t n) { return uint32_t(random() % n); }
  bool chance(uint32_t percent) { return below(100) < percent; }
  uint32_t reg() { return below(6); }
  void send(uint32_t word) { commands.push_back(word); }
  void set(Setting setting, uint32_t value);
  void sendProgram(size_t first, size_t n);
  void sendAddress(Command command, uint32_t index, uint32_t address);

  void makeTables();
  void makePlan(uint32_t relation);
  void makeRoutine(uint32_t columns, uint32_t target, bool isLicence);
  Instruction onRelation(mplc::machine::Op op, uint32_t relation);
  void addMatching(uint32_t &premises, uint32_t &iterators, bool isRoutine);
  void addAction(uint32_t premises);
  void add(const Instruction &instruction);

  const CoreSizes sizes;
  std::mt19937 random;
  std::vector<uint32_t> commands;
  std::vector<mplc::machine::Table> tables;
  std::vector<uint64_t> words;
  uint32_t mostIterators = 2, existentials = 0, ids = 0;
};

} // namespace mplrt::rtl

#endif // MPLC_HARDWARE_TEST_RANDOMBLOCKS_H
