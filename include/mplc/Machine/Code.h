//===- Code.h - Plans and routines of a Logic Block core --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_MACHINE_CODE_H
#define MPLC_MACHINE_CODE_H

#include "mplc/Calculus/Plan.h"
#include "mplc/Machine/Instruction.h"

#include <string>
#include <vector>

namespace mplc::machine {

/// A plan, or a routine that makes witnesses (docs/lbm.md, Instructions).
struct Unit {
  enum class Kind : uint8_t {
    Plan,        ///< `index`: the pivot's relation.
    Licence,     ///< `index`: the relation whose applications it makes.
    Existential, ///< `index`: its number among existential rules.
  };
  Kind kind = Kind::Plan;
  uint32_t index = 0;
  uint32_t rule = 0;
  std::string name; ///< For people.
  std::vector<Instruction> code;
  bool operator==(const Unit &) const = default;
};

/// The number by which `invent` knows a rule; calculus::none if the rule is none
/// that is invented for.
uint32_t existentialNumber(const calculus::Program &program,
                           calculus::RuleId rule);

/// The plan of a matcher, with numbers of values for registers. Constants are
/// loaded before what first needs them, and before the first iterator.
Unit translate(const calculus::Matcher &matcher, const calculus::Plan &plan,
               const calculus::Program &program);

/// The routine by which an application of the relation is made, or nothing if none
/// ever is. As Block::licensed.
std::optional<Unit> translateLicence(calculus::RelationId relation,
                                     const calculus::Program &program);

/// The routine that makes the witnesses of an existential rule.
Unit translateExistential(calculus::RuleId rule,
                          const calculus::Program &program);

/// Gives values registers; values that do not find room are made again where they
/// are needed (docs/lbm.md). False, and a message, if one instruction or what
/// iterators hold needs more registers than there are.
bool allocateRegisters(std::vector<Instruction> &code, std::string &error);

/// What allocateRegisters did, for statistics.
struct AllocationCounts {
  unsigned remade = 0;  ///< Instructions added.
  unsigned highest = 0; ///< Registers used.
};
bool allocateRegisters(std::vector<Instruction> &code, std::string &error,
                       AllocationCounts &counts);

} // namespace mplc::machine

#endif // MPLC_MACHINE_CODE_H
