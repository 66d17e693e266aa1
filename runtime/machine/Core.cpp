//===- Core.cpp - Commands, and the run of a block ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The model follows docs/lbm.md. It is written as a program and not as a state
// machine: each state of the document is one `tick` or `emit` at the place where
// the program does what the state does. A check for room is made in the state that
// the document names, after its tick.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Core.h"

#include <algorithm>

namespace mplrt {

namespace {

constexpr uint32_t kNoAddress = mplc::machine::kNoAddress;

} // namespace

const char *nameOf(CoreState state) {
  static const char *const names[] = {
#define MPLRT_NAME(name) #name,
      MPLRT_CORE_STATES(MPLRT_NAME)
#undef MPLRT_NAME
  };
  // FALSE is a macro on some systems.
  return state == CoreState::FALSE_ ? "FALSE" : names[size_t(state)];
}

Core::Core(const CoreSizes &sizes)
    : size(sizes), none((1u << sizes.rowBits) - 1),
      program(size_t(1) << size.programBits), isProgram(program.size()),
      rowWords(size_t(none) + 1),
      args((size_t(none) + 1) * size.columns), links(args.size()),
      live(size_t(none) + 1),
      heads((size_t(size.lists) << size.idBits) * size.columns),
      hashHeads(size_t(1) << size.hashBits, none),
      rep(size_t(1) << size.idBits), member(rep.size()), generation(rep.size()),
      merges(size_t(1) << size.mergeBits),
      demands(size_t(1) << size.demandBits),
      demandHeads(size_t(1) << size.demandHashBits, kNoNumber),
      demandRows(size_t(1) << size.demandRowBits) {
  relationHeads.fill({none, 0});
  existential.fill(kNoAddress);
}

void Core::run(std::span<const uint32_t> commands, std::vector<uint32_t> &events,
               std::vector<uint64_t> *cycles) {
  out = &events;
  stamps = cycles;
  while (!commands.empty())
    commands = commands.subspan(command(commands));
}

/// Does one command; how many words it had.
size_t Core::command(std::span<const uint32_t> in) {
  const uint32_t word = in[0];
  const auto which = Command(word >> 28);
  const size_t further = furtherWords(word, table[word & 0xFF].arity);
  if (in.size() <= further)
    return in.size();
  for (size_t i = 0; i <= further; ++i)
    tick(CoreState::IDLE);
  if (code > uint32_t(CoreLimit::Firings) && which != Command::Reset)
    return 1 + further;
  switch (which) {
  case Command::Reset:
    reset();
    break;
  case Command::Program:
    for (size_t i = 0; i < further / 2; ++i) {
      const size_t at = ((word & 0xFFFF) + i) & (program.size() - 1);
      const auto instruction = mplc::machine::decodeAll(
          in[1 + 2 * i] | uint64_t(in[2 + 2 * i]) << 32);
      isProgram[at] = instruction.has_value();
      if (instruction)
        program[at] = *instruction;
    }
    break;
  case Command::Table: {
    TableEntry &entry = table[word & 0xFF];
    entry = {};
    entry.arity = word >> 8 & 15;
    entry.functional = word >> 12 & 1;
    entry.rotation = word >> 13 & 7;
    for (uint32_t c = 0; c < entry.arity; ++c) {
      entry.base[c] = in[1 + c] & 0xFFFF;
      entry.sort[c] = in[1 + c] >> 24 & 1 ? in[1 + c] >> 16 & 0xFF : ~0u;
    }
    break;
  }
  case Command::Plan:
    table[word & 0xFF].plan = word >> 8 & 0xFFFF;
    break;
  case Command::Licence:
    table[word & 0xFF].licence = word >> 8 & 0xFFFF;
    break;
  case Command::Existential:
    existential[word & 0xFF] = word >> 8 & 0xFFFF;
    break;
  case Command::Distinct:
    pairs[word & 0xFF] = {in[1], in[2]};
    break;
  case Command::Constants:
    for (uint32_t n = 0; n < (word & 0xFFFFFF); ++n)
      newConstant(word >> 24 & 15);
    break;
  case Command::Class:
    rep[word & 0xFFFFFF] = in[1];
    member[word & 0xFFFFFF] = in[2];
    break;
  case Command::Row:
    for (size_t c = 0; c < further; ++c)
      arg[c] = in[1 + c];
    tick(CoreState::L_READ);
    tick(CoreState::L_WRITE);
    link(word & 0xFF, arg.data());
    break;
  case Command::Skip:
    for (uint32_t n = 0; n < (word & 0xFFFFFF); ++n) {
      tick(CoreState::I_DEAD);
      live[rows++] = 0;
    }
    break;
  case Command::Set: {
    const uint32_t value = in[1];
    switch (Setting(word & 15)) {
    case Setting::Queue:
      queue = value;
      break;
    case Setting::GenerationLimit:
      generationLimit = value;
      break;
    case Setting::FiringLimit:
      firingLimit = value;
      break;
    case Setting::Firings:
      firings = value;
      break;
    case Setting::WatchLeft:
      watchLeft = value;
      break;
    case Setting::WatchRight:
      watchRight = value;
      isWatching = true;
      break;
    case Setting::Lists:
      usedLists = value;
      break;
    case Setting::Relations:
      usedRelations = value;
      break;
    case Setting::Pairs:
      usedPairs = value;
      break;
    case Setting::ForgetDemands:
      demandFirst = window = demandEnd = demandNext;
      rowsFirst = rowsNext;
      break;
    }
    break;
  }
  case Command::Run:
    states = &count.states;
    runBlock();
    states = &count.loading;
    break;
  case Command::Grow:
    states = &count.states;
    growBlock(word & 15);
    states = &count.loading;
    break;
  }
  used.rows = std::max(used.rows, rows);
  used.ids = std::max(used.ids, ids);
  return 1 + further;
}

void Core::reset() {
  const uint32_t bits = std::max({size.hashBits, size.demandHashBits, 8u});
  for (uint32_t i = 0; i < 1u << bits; ++i)
    tick(CoreState::CLEAR);
  std::fill(hashHeads.begin(), hashHeads.end(), none);
  std::fill(demandHeads.begin(), demandHeads.end(), kNoNumber);
  relationHeads.fill({none, 0});
  rows = ids = queue = depth = 0;
  back.clear();
  reg.fill(0);
  match.fill(0);
  firings = firingLimit = generationLimit = growLimit = 0;
  isWatching = isFalse = isReached = isReachedBy = created = isGrowing = false;
  demandFirst = demandEnd = window = demandNext = rowsFirst = rowsNext = 0;
  code = 0;
  used = {};
}

void Core::end(uint32_t limit) {
  code = limit;
  emit(CoreState::END,
       firstWord(Event::Status, limit << 24 | uint32_t(created)));
  emit(CoreState::END2, firings);
  emit(CoreState::END3, queue);
}

//===----------------------------------------------------------------------===//
// To a fixpoint
//===----------------------------------------------------------------------===//

void Core::runBlock() {
  isGrowing = false;
  created = false;
  bool justRan = false;
  if (isWatching)
    checkWatch();
  if (!flush())
    return end(code);
  for (;;) {
    tick(CoreState::NEXT);
    if (justRan && firings > firingLimit)
      return end(uint32_t(CoreLimit::Firings));
    if (stop && stop->load(std::memory_order_relaxed))
      return end(uint32_t(CoreLimit::Stopped));
    if (isFalse || isReached || isReachedBy || queue == rows)
      return end(uint32_t(CoreLimit::Done));
    delta = queue++;
    justRan = false;
    tick(CoreState::ROW);
    if (!live[delta])
      continue;
    deltaRelation = rowWords[delta].relation;
    std::copy_n(&args[size_t(delta) * size.columns], size.columns,
                deltaArgs.begin());
    justRan = true;
    if (table[deltaRelation].plan != kNoAddress) {
      pc = table[deltaRelation].plan;
      runCode();
      if (code != 0)
        return end(code);
    }
    if (!flush())
      return end(code);
  }
}

/// From `pc` to the end of the last plan, or of the routine. Sets `code` if there
/// is no room for something.
void Core::runCode() {
  code = 0;
  for (;;) {
    tick(CoreState::EXEC);
    ++count.instructions;
    if (pc >= program.size() || !isProgram[pc]) {
      code = uint32_t(CoreLimit::Program);
      return;
    }
    const Instruction &instruction = program[pc++];
    ++count.operations[size_t(instruction.op)];
    After after = execute(instruction);
    while (after == After::Back) {
      if (back.empty()) { // There is nothing to restore: it takes no cycle.
        if (isGrowing || nextPlan == kNoAddress)
          return;
        pc = nextPlan;
        break;
      }
      tick(CoreState::BACK);
      const Iterator iterator = back.back();
      back.pop_back();
      pc = iterator.pc;
      after = iterate(program[pc - 1], iterator.kind, iterator.row);
    }
    if (after == After::Stop)
      return;
  }
}

} // namespace mplrt
