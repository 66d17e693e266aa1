//===- LawName.h - Names of well-known laws ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_LAWNAME_H
#define MPLC_PROOF_LAWNAME_H

#include "mplc/Proof/Reading.h"

namespace mplc::proof {

/// What algebra calls a law, and the symbols that it is about: `left
/// distributivity` of `*` over `+`.
struct LawName {
  std::string name;
  std::vector<std::string> symbols; ///< As they are read.
};

/// `left distributivity of * over +`.
std::string toString(const LawName &law);

/// Recognises laws by their structure alone: variables are bound, distinct and
/// in any order, conditions in any order, sides of equations either way round.
/// What symbols are called plays no part.
///
/// Some names depend on what else holds: u in `u(a) + a = e` is an inverse only
/// if e is known as an identity, and `not (a and b) = not a or not b` is de
/// Morgan's law only if `not` is an involution; otherwise it is a homomorphism.
class LawNames {
public:
  explicit LawNames(const Theory &theory);

  /// Takes note of what holds: axioms are noted already, theorems are not.
  void note(const FormulaRef &formula);
  /// The name of the law that the formula states, if it has one.
  std::optional<LawName> find(const FormulaRef &formula) const;

private:
  std::optional<LawName> match(const Sentence &sentence) const;
  bool isOperation(const std::string &function) const;
  void noteAxioms(const FormulaRef &formula, unsigned depth);

  const Theory &theory;
  /// Laws that are known, as `name symbol symbol`.
  std::set<std::string> known;
};

} // namespace mplc::proof

#endif // MPLC_PROOF_LAWNAME_H
