//===- Options.h - Every number that tunes the search -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_OPTIONS_OPTIONS_H
#define MPLRT_OPTIONS_OPTIONS_H

#include <cstdint>
#include <span>

namespace mplrt {

/// The numbers of Options.def, which says what each is.
struct Options {
#define OPTION(name, standard, low, high, text) uint64_t name = standard;
#include "runtime/options/Options.def"
};

/// A row of the table.
struct OptionEntry {
  const char *name;
  uint64_t Options::*value;
  uint64_t standard, low, high;
  const char *text;
};

/// The table, in the order of Options.def.
inline std::span<const OptionEntry> optionTable() {
  static constexpr OptionEntry table[] = {
#define OPTION(name, standard, low, high, text)                                          \
  {#name, &Options::name, standard, low, high, text},
#include "runtime/options/Options.def"
  };
  return table;
}

} // namespace mplrt

#endif // MPLRT_OPTIONS_OPTIONS_H
