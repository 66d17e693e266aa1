//===- Coq.h - What the parts of the Coq exporter share ----------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_EXPORT_COQ_H
#define MPL_EXPORT_COQ_H

#include "Names.h"

#include "mplc/Proof/Proof.h"

#include <span>

namespace mplexport::coq {

using namespace mplc::proof;

/// Formulas and types as Gallina. Sets and functions are predicates: a set of
/// elements is `U -> Prop`, a binary function `U -> U -> U -> Prop`.
class Printer {
public:
  Printer();

  Names names;
  std::string universe;
  /// Definitions by name: a definition and a constant may have the same name.
  std::map<std::string, std::string> predicates;

  std::string type(const Type &type) const;
  /// Where a term of any kind may stand.
  std::string formula(const FormulaRef &formula);
  /// Where an argument stands: in brackets unless it is one word.
  std::string argument(const FormulaRef &formula);
  /// On the left of an arrow: in brackets unless it is an atom.
  std::string premise(const FormulaRef &formula);
  /// A name that is in scope.
  std::string term(const std::string &name) const;
  /// ` (a b : U) (f : U -> U -> Prop)`, the names entered.
  std::string binders(std::span<const Variable> variables,
                      const std::string &prefix = "");
  /// `A /\ B /\ C`.
  std::string conjunction(std::span<const FormulaRef> parts);

private:
  std::string functionType(const Type &tuple) const;
  std::string atom(const Formula &formula);
};

/// `(proj1 (proj2 term))`: part number `part` of a conjunction of `count`.
std::string project(std::string term, size_t part, size_t count);
/// Part number `leaf` of the flattened conjunction.
std::string projectLeaf(std::string term, const FormulaRef &formula,
                        size_t leaf);
/// Proofs of the parts, in the shape of the conjunction. `next` gives the proof
/// of the next flattened part.
template <typename Next>
std::string build(const FormulaRef &formula, const Next &next) {
  if (formula->kind != Formula::Kind::Conjunction)
    return next();
  std::string text, end;
  for (size_t i = 0; i < formula->parts.size(); ++i) {
    const std::string part = build(formula->parts[i], next);
    const bool isLast = i + 1 == formula->parts.size();
    text += isLast ? part : "(conj " + part + " ";
    end += isLast ? "" : ")";
  }
  return text + end;
}
/// `(conj a (conj b c))`.
std::string conjoin(std::span<const std::string> proofs);
/// A pattern that takes an existential with so many variables apart.
std::string pattern(std::span<const std::string> variables,
                    std::span<const std::string> parts);

/// What follows from `term`, which proves `at`, along a path: the proof of the
/// head, given proofs of the premises and terms for the variables, both in
/// order.
std::string follow(const Theory &theory, std::string term, FormulaRef at,
                   std::string_view path, std::span<const std::string> terms,
                   std::span<const std::string> premises);

/// A theory with its lemmas, written front to back.
class TheoryWriter {
public:
  TheoryWriter(const Run &run, std::ostream &os);
  void write();

  const Run &run;
  Printer printer;

  /// A lemma that states the clause (a witness: that whatever follows from the
  /// body of the head follows), written if it has not been.
  std::string clauseLemma(const ClauseUse &use, bool isWitness);
  std::string foldLemma(const Definition &definition);
  std::string inductionName(const InductionForm &form) const;
  std::string casesName(const InductionForm &form) const;
  /// What decides a condition; there is one if any proof has `cases`.
  const std::string &byCasesName() const { return byCases; }
  const std::string &theoremName(const std::string &name) const;

private:
  void definition(const Definition &definition);
  void hypotheses();
  void excludedMiddle();
  void induction(const InductionForm &form);
  void cases(const InductionForm &form);
  std::string inputBinders(const Constructor &constructor,
                           std::vector<std::string> &inputs);
  void theorem(const Theorem &theorem);
  std::string member(const Constructor &constructor, const std::string &output,
                     const std::vector<std::string> &inputs,
                     const InductionForm &form, bool isInduction);
  bool isStatedAsIs(const ClauseUse &use, std::string &base, FormulaRef &root,
                    std::string &path);

  std::ostream &os;
  std::map<std::string, std::string> lemmas;
  std::map<std::string, std::string> theorems;
  std::map<std::string, FormulaRef> statements;
  std::vector<std::string> axioms, facts;
  std::map<std::string, std::string> inductions, splits;
  std::string byCases;
};

/// The proof of a theorem as a term.
std::string proofTerm(TheoryWriter &writer, const Theorem &theorem);

} // namespace mplexport::coq

#endif // MPL_EXPORT_COQ_H
