//===- Registers.cpp - Register allocation of a straight line -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One walk from the front. Nothing is ever spilled: a value that is pushed out is
// made again before its next use, from the row that it was matched in, or as the
// constant, input or witness that it is. What is pushed out is what is needed
// last (Belady). The one constraint comes from iterators, which go back: a value
// that was made before an iterator and read at it or after it stays in its
// register until the end, for the next row comes to the same reads again.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Code.h"

#include <algorithm>
#include <map>

namespace mplc::machine {

namespace {

constexpr uint32_t kNever = ~0u;

class Allocator {
public:
  Allocator(const std::vector<Instruction> &code, AllocationCounts &counts)
      : code(code), counts(counts) {
    for (uint32_t at = 0; at < code.size(); ++at)
      for (unsigned c = 0; c < code[at].columns; ++c) {
        Value &value = values[code[at].reg[c]];
        if (code[at].reads(c))
          value.uses.push_back(at);
        else
          setOrigin(value, code[at], c);
      }
  }

  bool run(std::vector<Instruction> &result, std::string &error) {
    for (at = 0; at < code.size(); ++at) {
      if (!place(code[at])) {
        error = "needs more than " + std::to_string(kValueRegisters) +
                " registers at once";
        return false;
      }
    }
    result = std::move(out);
    return true;
  }

private:
  struct Value {
    Instruction origin; ///< Makes it again.
    std::vector<uint32_t> uses;
    size_t nextUse = 0;     ///< Index into `uses`.
    unsigned reg = kSink;   ///< Where it is, if anywhere.
    uint32_t madeAt = 0;    ///< Position in `out`.
    bool isHeld = false;    ///< An iterator will come back to a read of it.
  };

  static void setOrigin(Value &value, const Instruction &by, unsigned column) {
    if (by.isSource()) {
      value.origin = by;
      return;
    }
    value.origin = {};
    value.origin.op = Op::Fetch;
    value.origin.columns = 1;
    value.origin.premise = by.premise;
    value.origin.number = column;
  }

  uint32_t needed(const Value &value) const {
    return value.nextUse < value.uses.size() ? value.uses[value.nextUse] : kNever;
  }

  bool place(Instruction instruction) {
    locked = 0;
    // What is in a register already must not be pushed out by what is not.
    for (unsigned c = 0; c < instruction.columns; ++c)
      if (instruction.reads(c) && values[instruction.reg[c]].reg != kSink)
        locked |= 1u << values[instruction.reg[c]].reg;
    for (unsigned c = 0; c < instruction.columns; ++c)
      if (instruction.reads(c) && !bring(values[instruction.reg[c]]))
        return false;
    std::array<Value *, kColumns> read{};
    for (unsigned c = 0; c < instruction.columns; ++c)
      if (instruction.reads(c)) {
        Value &value = values[instruction.reg[c]];
        instruction.reg[c] = uint16_t(value.reg);
        read[c] = &value;
      }
    if (instruction.isIterator())
      lastIterator = uint32_t(out.size());
    for (Value *value : read) {
      if (!value)
        continue;
      value->isHeld |= lastIterator != kNever && value->madeAt < lastIterator;
      while (needed(*value) <= at)
        ++value->nextUse;
    }
    // An instruction reads before it writes, so that what ends here makes room;
    // but an iterator reads again.
    for (unsigned r = 0; r < kValueRegisters; ++r)
      if (inRegister[r] && !inRegister[r]->isHeld &&
          needed(*inRegister[r]) == kNever)
        drop(r);
    locked = 0;
    for (unsigned c = 0; c < instruction.columns; ++c) {
      if (!instruction.writes(c))
        continue;
      Value &value = values[instruction.reg[c]];
      if (value.uses.empty()) {
        instruction.reg[c] = kSink;
        continue;
      }
      if (!findRegister(value))
        return false;
      instruction.reg[c] = uint16_t(value.reg);
    }
    out.push_back(instruction);
    return true;
  }

  /// Sees to it that a value is in a register, and locks that.
  bool bring(Value &value) {
    if (value.reg == kSink) {
      if (!findRegister(value))
        return false;
      Instruction again = value.origin;
      again.reg[0] = uint16_t(value.reg);
      out.push_back(again);
      ++counts.remade;
    }
    locked |= 1u << value.reg;
    return true;
  }

  bool findRegister(Value &value) {
    unsigned best = kSink;
    for (unsigned r = 0; r < kValueRegisters && best == kSink; ++r)
      if (!inRegister[r] && !(locked >> r & 1))
        best = r;
    if (best == kSink) {
      uint32_t latest = 0;
      for (unsigned r = 0; r < kValueRegisters; ++r)
        if (!(locked >> r & 1) && !inRegister[r]->isHeld &&
            needed(*inRegister[r]) > latest) {
          latest = needed(*inRegister[r]);
          best = r;
        }
      if (best == kSink)
        return false;
      drop(best);
    }
    inRegister[best] = &value;
    value.reg = best;
    value.madeAt = uint32_t(out.size());
    locked |= 1u << best;
    counts.highest = std::max(counts.highest, best + 1);
    return true;
  }

  void drop(unsigned r) {
    inRegister[r]->reg = kSink;
    inRegister[r] = nullptr;
  }

  const std::vector<Instruction> &code;
  AllocationCounts &counts;
  std::map<uint16_t, Value> values;
  std::vector<Instruction> out;
  std::array<Value *, kValueRegisters> inRegister{};
  uint32_t locked = 0;
  uint32_t at = 0;
  uint32_t lastIterator = kNever; ///< Position in `out`.
};

} // namespace

bool allocateRegisters(std::vector<Instruction> &code, std::string &error,
                       AllocationCounts &counts) {
  std::vector<Instruction> result;
  if (!Allocator(code, counts).run(result, error))
    return false;
  code = std::move(result);
  return true;
}

bool allocateRegisters(std::vector<Instruction> &code, std::string &error) {
  AllocationCounts counts;
  return allocateRegisters(code, error, counts);
}

} // namespace mplc::machine
