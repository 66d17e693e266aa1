//===- Instruction.h - Instructions of a Logic Block core -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The instruction set of docs/lbm.md as plain data, with its one encoding. It
// does not depend on LLVM: the compiler lowers to it, and the host translates
// with it the rules that only appear while a program runs.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_MACHINE_INSTRUCTION_H
#define MPLC_MACHINE_INSTRUCTION_H

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mplc::machine {

inline constexpr unsigned kRegisters = 16;
/// Swallows what is written to it and is never read.
inline constexpr uint16_t kSink = 15;
/// Registers that hold values.
inline constexpr unsigned kValueRegisters = 15;
inline constexpr unsigned kColumns = 8;      ///< Of the widest row.
inline constexpr unsigned kPremises = 64;    ///< Match registers.
inline constexpr uint32_t kNoAddress = 0xFFFF;
inline constexpr uint32_t kMaxRelations = 256;
inline constexpr uint32_t kMaxExistentials = 256;
inline constexpr uint32_t kMaxPairs = 256;
inline constexpr uint32_t kMaxRule = (1u << 20) - 1;
inline constexpr uint32_t kMaxNumber = (1u << 24) - 1;
inline constexpr uint32_t kMaxFresh = 15;

enum class Op : uint8_t {
  Plan = 1, New, Probe, Scan, All, Same, Const, Fetch, Input, Fresh,
  Derive, Equate, Refute, Reach, Create, Invent, Witness, Assert, Done,
};
inline constexpr unsigned kNumOps = 20; ///< One more than the last.

/// The mnemonic in assembly text.
const char *nameOf(Op op);
std::optional<Op> opNamed(std::string_view name);

/// One instruction. Fields that an operation does not have are 0; in code before
/// register allocation, `reg` holds numbers of values.
struct Instruction {
  Op op = Op::Done;
  uint8_t columns = 0;  ///< Entries of `reg` that are used.
  uint8_t known = 0;    ///< Bit c: column c is compared, not written.
  bool flag = false;    ///< Matching: older. Create, Invent: unfold. Done: created.
  std::array<uint16_t, kColumns> reg{};
  uint32_t relation = 0; ///< Invent: the existential rule.
  uint32_t premise = 0;  ///< Create, Invent: core.
  uint32_t rule = 0;     ///< Plan, Witness.
  uint32_t count = 0;    ///< Plan, Witness: premises.
  uint32_t number = 0;   ///< Plan: next. Const: id. Fetch, Input: column.
                         ///< Fresh: which. Witness: how many.
  bool operator==(const Instruction &) const = default;

  /// Goes on with one row after the other.
  bool isIterator() const { return op == Op::Scan || op == Op::All; }
  /// Ends a plan: what a complete match does.
  bool isAction() const { return op >= Op::Derive && op <= Op::Invent; }
  /// Writes `reg[0]` and does nothing else, at any time with the same value.
  bool isSource() const { return op >= Op::Const && op <= Op::Fresh; }
  bool reads(unsigned column) const;
  bool writes(unsigned column) const;
};

/// Nothing if a field is too large for the encoding; `error` then says which.
std::optional<uint64_t> encode(const Instruction &instruction, std::string &error);
/// Nothing if no instruction is encoded like that. `arity` gives the columns of a
/// relation, which the encoding leaves out.
template <typename Arity>
std::optional<Instruction> decode(uint64_t word, Arity &&arity);
/// As above, with all eight columns of operations on a relation.
std::optional<Instruction> decodeAll(uint64_t word);

template <typename Arity>
std::optional<Instruction> decode(uint64_t word, Arity &&arity) {
  std::optional<Instruction> result = decodeAll(word);
  if (!result)
    return result;
  switch (result->op) {
  case Op::New:
  case Op::Probe:
  case Op::Scan:
  case Op::All:
  case Op::Derive:
  case Op::Assert:
    result->columns = uint8_t(arity(result->relation));
    break;
  case Op::Create: // The application of a relation without columns is none.
    result->columns = uint8_t(arity(result->relation));
    if (result->columns == 0)
      return std::nullopt;
    --result->columns;
    break;
  default:
    break;
  }
  for (unsigned c = result->columns; c < kColumns; ++c) {
    result->reg[c] = 0;
    result->known &= uint8_t(~(1u << c));
  }
  return result;
}

} // namespace mplc::machine

#endif // MPLC_MACHINE_INSTRUCTION_H
