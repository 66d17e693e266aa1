//===- Instruction.cpp - Encoding -----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Instruction.h"

#include <algorithm>

namespace mplc::machine {

namespace {

constexpr const char *kNames[kNumOps] = {
    "",      "plan",   "new",    "probe",  "scan",  "all",    "same",
    "const", "fetch",  "input",  "fresh",  "derive", "equate", "refute",
    "reach", "create", "invent", "witness", "assert", "done"};

/// Puts fields into a word, and remembers one that does not fit.
class Packer {
public:
  void put(unsigned low, unsigned bits, uint64_t value, const char *what) {
    if (value >> bits != 0 && wrong.empty())
      wrong = std::string(what) + " " + std::to_string(value) +
              " does not fit in " + std::to_string(bits) + " bits";
    word |= value << low;
  }

  uint64_t word = 0;
  std::string wrong;
};

uint32_t field(uint64_t word, unsigned low, unsigned bits) {
  return uint32_t(word >> low & ((uint64_t(1) << bits) - 1));
}

} // namespace

const char *nameOf(Op op) { return kNames[unsigned(op)]; }

std::optional<Op> opNamed(std::string_view name) {
  for (unsigned op = 1; op < kNumOps; ++op)
    if (name == kNames[op])
      return Op(op);
  return std::nullopt;
}

bool Instruction::reads(unsigned column) const {
  switch (op) {
  case Op::New:
  case Op::Probe:
  case Op::Scan:
  case Op::All:
    return known >> column & 1;
  default:
    return !isSource();
  }
}

bool Instruction::writes(unsigned column) const {
  return isSource() || (op >= Op::New && op <= Op::All && !reads(column));
}

std::optional<uint64_t> encode(const Instruction &i, std::string &error) {
  Packer p;
  p.put(59, 5, unsigned(i.op), "operation");
  auto columns = [&] {
    for (unsigned c = 0; c < i.columns; ++c) {
      p.put(5 * c, 4, i.reg[c], "register");
      p.put(5 * c + 4, 1, i.known >> c & 1, "known");
    }
  };
  switch (i.op) {
  case Op::Plan:
    p.put(0, 16, i.number, "address");
    p.put(16, 20, i.rule, "rule");
    p.put(36, 6, i.count, "number of premises");
    break;
  case Op::New:
  case Op::Probe:
  case Op::Scan:
  case Op::All:
  case Op::Create:
    columns();
    p.put(40, 8, i.relation, "relation");
    p.put(48, 6, i.premise, "premise");
    p.put(54, 1, i.flag, "flag");
    break;
  case Op::Derive:
  case Op::Assert:
    columns();
    p.put(40, 8, i.relation, "relation");
    break;
  case Op::Invent:
    columns();
    p.put(40, 8, i.relation, "existential rule");
    p.put(48, 6, i.premise, "premise");
    p.put(54, 1, i.flag, "flag");
    p.put(55, 4, i.columns, "number of columns");
    break;
  case Op::Same:
  case Op::Equate:
    columns();
    break;
  case Op::Const:
  case Op::Fresh:
    p.put(0, 4, i.reg[0], "register");
    p.put(8, 24, i.number, "number");
    break;
  case Op::Fetch:
  case Op::Input:
    p.put(0, 4, i.reg[0], "register");
    p.put(4, 3, i.number, "column");
    p.put(48, 6, i.premise, "premise");
    break;
  case Op::Witness:
    p.put(16, 20, i.rule, "rule");
    p.put(36, 6, i.count, "number of premises");
    p.put(42, 4, i.number, "number of constants");
    break;
  case Op::Done:
    p.put(0, 1, i.flag, "flag");
    break;
  case Op::Refute:
  case Op::Reach:
    break;
  }
  if (!p.wrong.empty()) {
    error = p.wrong;
    return std::nullopt;
  }
  return p.word;
}

std::optional<Instruction> decodeAll(uint64_t word) {
  const uint32_t op = field(word, 59, 5);
  if (op == 0 || op >= kNumOps)
    return std::nullopt;
  Instruction i;
  i.op = Op(op);
  auto columns = [&](unsigned n) {
    i.columns = uint8_t(n);
    for (unsigned c = 0; c < n; ++c) {
      i.reg[c] = uint16_t(field(word, 5 * c, 4));
      i.known |= uint8_t(field(word, 5 * c + 4, 1) << c);
    }
  };
  switch (i.op) {
  case Op::Plan:
    i.number = field(word, 0, 16);
    i.rule = field(word, 16, 20);
    i.count = field(word, 36, 6);
    break;
  case Op::New:
  case Op::Probe:
  case Op::Scan:
  case Op::All:
  case Op::Create:
    columns(kColumns);
    i.relation = field(word, 40, 8);
    i.premise = field(word, 48, 6);
    i.flag = field(word, 54, 1);
    break;
  case Op::Derive:
  case Op::Assert:
    columns(kColumns);
    i.relation = field(word, 40, 8);
    break;
  case Op::Invent:
    columns(std::min(field(word, 55, 4), kColumns));
    i.relation = field(word, 40, 8);
    i.premise = field(word, 48, 6);
    i.flag = field(word, 54, 1);
    break;
  case Op::Same:
  case Op::Equate:
    columns(2);
    break;
  case Op::Const:
  case Op::Fresh:
    i.columns = 1;
    i.reg[0] = uint16_t(field(word, 0, 4));
    i.number = field(word, 8, 24);
    break;
  case Op::Fetch:
  case Op::Input:
    i.columns = 1;
    i.reg[0] = uint16_t(field(word, 0, 4));
    i.number = field(word, 4, 3);
    i.premise = field(word, 48, 6);
    break;
  case Op::Witness:
    i.rule = field(word, 16, 20);
    i.count = field(word, 36, 6);
    i.number = field(word, 42, 4);
    break;
  case Op::Done:
    i.flag = field(word, 0, 1);
    break;
  case Op::Refute:
  case Op::Reach:
    break;
  }
  return i;
}

} // namespace mplc::machine
