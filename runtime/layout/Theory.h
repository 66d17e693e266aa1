//===- Theory.h - A program, laid out for blocks ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_LAYOUT_THEORY_H
#define MPLRT_LAYOUT_THEORY_H

#include "mplc/Calculus/Plan.h"
#include "mplc/Calculus/Program.h"
#include "mplc/Calculus/RuleForms.h"
#include "runtime/layout/ChainIndex.h"

#include <memory>
#include <span>

namespace mplrt {

namespace calculus = mplc::calculus;

/// The widest relation and the longest rule that a block can hold, with room for what
/// a goal adds to it; the compiler and the loader refuse a program beyond them.
inline constexpr uint32_t kMaxArity = calculus::maxColumns;
inline constexpr uint32_t kMaxPremises = calculus::maxPremises + 2;

struct RelationLayout {
  uint32_t arity = 0;
  uint32_t firstSlot = 0;
  uint32_t keyColumns = 0; ///< Arity, less one if functional.
  bool functional = false;
  std::vector<calculus::Column> columns;
};

class Engine;

/// A program with everything that is the same for all blocks.
class Theory {
public:
  /// Kernels may be empty: then chains of step kernels run the theory's rules
  /// as well (unit tests, and programs read from text).
  Theory(calculus::Program program, std::span<const KernelEntry> kernels);

  /// A message if the program does not fit (kMaxArity, kMaxPremises), or empty.
  static std::string refuse(const calculus::Program &program);

  const calculus::Program program;
  std::vector<RelationLayout> relations;
  uint32_t slots = 0;  ///< Columns of all relations.
  uint32_t stride = 1; ///< Cells a row.
  std::vector<std::vector<KernelEntry>> kernels; ///< By relation.
  ChainIndex chains;                             ///< By relation.
  std::vector<calculus::RuleId> facts; ///< Rules without premises.
  Engine *engine = nullptr; ///< Runs the blocks; null: native code.
};

} // namespace mplrt

#endif // MPLRT_LAYOUT_THEORY_H
