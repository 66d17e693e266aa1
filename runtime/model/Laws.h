//===- Laws.h - What a model of a theory has to satisfy ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_LAWS_H
#define MPLRT_MODEL_LAWS_H

#include "mplc/Calculus/Program.h"

#include <optional>
#include <string>
#include <vector>

namespace mplrt {

namespace calculus = mplc::calculus;

/// Everything that holds in all models of a program, in one form: its rules, those
/// that never run included, what insertion guarantees, and assumed theorems.
struct Laws {
  explicit Laws(const calculus::Program &program);

  /// A relation that abbreviates a formula. The rules that use it together say what
  /// the formula says, but only if the atom holds; where no rule concludes the atom
  /// (the formula has a universal part), a model must make it true wherever the
  /// formula is: wherever none of these rules has a counterexample. The first
  /// premise of each is the atom.
  struct Definition {
    calculus::RelationId relation = calculus::none;
    std::vector<uint32_t> uses; ///< Of `rules`.
  };

  const calculus::Program &program;
  std::vector<calculus::Rule> rules;
  std::vector<Definition> definitions;
  /// Something is said of all elements, whatever set they are in: that a definition
  /// holds of them, or the head of a law about a variable that no premise binds.
  bool saysOfAll = false;
  /// Why there are no finite models to look for; empty if there may be some.
  std::string refusal;
};

/// A goal as the rule that it claims.
calculus::Rule asRule(const calculus::Goal &goal);
bool isFresh(const calculus::Rule &rule, calculus::Term variable);

/// The domains of a structure. Each column, constant and variable ranges over one;
/// what some law compares is in the same one, what none compares need not be, and
/// keeping it apart makes structures smaller (sort inference, Claessen and
/// Soerensson, MODEL 2003). Putting the domains together again side by side, with
/// relations that hold nowhere else, gives a structure of the theory as written,
/// which has one sort: elements of other domains never meet a law's premises. A theory
/// that says something of all elements (Laws::saysOfAll) has one domain.
struct Domains {
  std::vector<std::vector<uint32_t>> columns; ///< By relation and column.
  std::vector<uint32_t> constants;            ///< By constant.
  uint32_t count = 1;

  Domains() = default;
  /// With a goal, what the goal compares is in the same domain as well.
  Domains(const Laws &laws, const calculus::Rule *goal);

  /// The domains of a rule's variables; nothing if one is in several.
  std::optional<std::vector<uint32_t>> ofVariables(const calculus::Rule &rule) const;
};

} // namespace mplrt

#endif // MPLRT_MODEL_LAWS_H
