//===- Theory.h - What proofs are about -------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_THEORY_H
#define MPLC_PROOF_THEORY_H

#include "mplc/Proof/Formula.h"

#include <optional>

namespace mplc::proof {

/// A named predicate. Types of parameters are the same in all its uses.
struct Definition {
  std::string name;
  std::vector<Variable> parameters;
  FormulaRef body;
};

/// A constructor of an induction form.
struct Constructor {
  std::string name;
  /// Types of the inputs; none for a constant.
  std::vector<TypeRef> inputs;
  TypeRef output;
  /// For each input, the sets that typing clauses of the axioms put it in, in
  /// the order of their names.
  std::vector<std::vector<std::string>> inputSets;

  bool isConstant() const { return inputs.empty(); }
};

/// Every member of the set is made by finitely many applications of the
/// constructors.
struct InductionForm {
  std::string set;
  std::vector<Constructor> constructors;

  /// Whether a typing clause puts the input into the set itself: there is an
  /// induction hypothesis for it.
  bool isRecursive(const Constructor &constructor, size_t input) const;
};

/// What typing clauses of the axioms say of a function or relation: for each
/// position, inputs first and the output last, a set that it is in; empty where
/// nothing is said. Of several sets it is the one whose name comes first.
using Signature = std::vector<std::string>;

struct Statement {
  std::string name;
  FormulaRef formula;
};

struct Theory {
  std::string name;
  std::vector<Variable> constants; ///< In the order of the theory form.
  /// Further constants: integers that facts speak of, by name.
  std::vector<Variable> integers;
  FormulaRef axioms;
  std::vector<Definition> definitions; ///< Each before its first use.
  std::vector<InductionForm> inductions;
  std::vector<FormulaRef> facts;
  std::vector<Statement> assumed;
  std::vector<Statement> stated; ///< Conjectures: proved, or open.
  /// Constants with one output for each input, by a clause of the axioms.
  std::set<std::string> functions;
  /// Of the constants that typing clauses speak of.
  std::map<std::string, Signature> signatures;
  /// For definitions that are about elements first and then about sets and
  /// functions, `le[a,b,N,+]`: what these are, if they are the same constants
  /// wherever the file speaks of it.
  std::map<std::string, std::vector<std::string>> implicitArguments;

  const Definition *definition(std::string_view name) const;
  const InductionForm *induction(std::string_view set) const;
  const Statement *assumption(std::string_view name) const;
  /// The type of a constant or an integer; null for any other name.
  TypeRef typeOf(std::string_view name) const;

  /// The parts of the axioms: those of the outermost conjunction.
  std::vector<FormulaRef> axiomList() const;
};

/// Reads the text of a theory file without imports, as runs write it. On an
/// error it is false, and `error` is one line.
bool readTheory(std::string_view text, Theory &theory, std::string &error);

/// A clause that a path reaches in a formula (docs/proof-format.md, "Words"):
/// for all variables, the premises imply the head.
///
/// In premises, head and parts a variable is written as itself, a parameter of
/// the definition that the path starts in as `@p`, and what the head binds as
/// `?y`: a variable may have the name of either.
struct Clause {
  std::vector<Variable> parameters;
  std::vector<Variable> variables;
  std::vector<FormulaRef> premises;
  FormulaRef head;
  /// If the head is an existential: its variables and what holds of them.
  std::vector<Variable> witnesses;
  std::vector<FormulaRef> parts;
};

/// The clause at `path` in `root`, which is the body of `definition` if that is
/// not null. None if there is no such path.
std::optional<Clause> clauseAt(const Theory &theory, const FormulaRef &root,
                               const Definition *definition,
                               std::string_view path);

/// The clause of the whole formula: through all implications to the innermost
/// right side.
Clause wholeClause(const Theory &theory, const FormulaRef &formula);

/// An implication with `term` for its variable number `variable` (counted as in
/// `wholeClause`), the other variables as they are: an induction hypothesis.
FormulaRef hypothesis(const FormulaRef &implication, size_t variable,
                      const std::string &term);

} // namespace mplc::proof

#endif // MPLC_PROOF_THEORY_H
