//===- Statement.h - An MPL formula as a proof needs it ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_STATEMENT_H
#define MPLRT_PROOF_STATEMENT_H

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mplrt {

/// Renames the names of a canonical MPL text. Nothing is shadowed in a checked
/// theory, so a name means the same thing wherever it stands.
std::string rename(std::string_view text,
                   const std::map<std::string, std::string> &names);

/// Adds all names that occur in the text.
void collectNames(std::string_view text, std::set<std::string> &names);

/// The parts of a conjunction, which may be conjunctions themselves.
std::vector<std::string> topParts(std::string_view conjunction);

/// Of an implication: what it binds, its left and its right side.
struct TopImplication {
  std::vector<std::string> binders;
  std::string left, right;
};
TopImplication topImplication(std::string_view implication);

/// A canonical statement taken apart along its implications.
struct Statement {
  explicit Statement(std::string_view text);

  struct Level {
    std::vector<std::string> binders;
    std::string left;
  };
  std::vector<Level> levels;
  std::string head;
  /// The flattened left sides, in order; for a negated head that is no
  /// existential, the flattened parts of what it negates too.
  std::vector<std::string> premises;

  /// The path to the head (docs/proof-format.md): `i` for each implication, `-`
  /// if there is none.
  std::string headPath() const;

  /// The statement without one binder, its name replaced: an induction
  /// hypothesis.
  std::string instantiate(const std::string &binder, const std::string &by) const;
};

} // namespace mplrt

#endif // MPLRT_PROOF_STATEMENT_H
