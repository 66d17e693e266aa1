//===- Ports.h - Commands and events of a core ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The numbers of docs/lbm.md, 'The two ports'.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_PORTS_H
#define MPLRT_MACHINE_PORTS_H

#include <cstdint>

namespace mplrt {

enum class Command : uint8_t {
  Reset, Program, Table, Plan, Licence, Existential, Distinct, Constants,
  Class, Row, Skip, Set, Run, Grow,
};

/// What the command Set sets.
enum class Setting : uint8_t {
  Queue, GenerationLimit, FiringLimit, Firings, WatchLeft, WatchRight, Lists,
  Relations, Pairs, ForgetDemands,
};

enum class Event : uint8_t {
  Status, Match, Row, Rewrite, Key, Typing, Witness, Push, Merge, False,
  Distinct, Reach,
};

/// Codes of Status.
enum class CoreLimit : uint8_t {
  Done = 0, Firings = 1, Rows = 2, Ids = 3, Merges = 4, Demands = 5,
  Nesting = 6, Program = 9, Stopped = 15,
};

/// Words of a command after its first one, `word`; `arity` is that of the relation
/// that ROW names. 0 if there is no such command.
constexpr uint32_t furtherWords(uint32_t word, uint32_t arity) {
  switch (Command(word >> 28)) {
  case Command::Program:
    return (word >> 16 & 0xFFF) * 2;
  case Command::Table:
    return word >> 8 & 15;
  case Command::Distinct:
  case Command::Class:
    return 2;
  case Command::Row:
    return arity;
  case Command::Set:
    return 1;
  default:
    return 0;
  }
}

constexpr uint32_t firstWord(Command command, uint32_t fields = 0) {
  return uint32_t(command) << 28 | fields;
}
constexpr uint32_t firstWord(Event event, uint32_t fields = 0) {
  return uint32_t(event) << 28 | fields;
}

} // namespace mplrt

#endif // MPLRT_MACHINE_PORTS_H
