//===- Formula.h - Types and formulas as plain data -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The neutral form of what a run has proved: trees of plain data, free of LLVM,
// of the prover and of any target. Exporters and reports read it and nothing
// else. docs/exporters.md tells how.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_FORMULA_H
#define MPLC_PROOF_FORMULA_H

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mplc::proof {

struct Type;
/// Never null where a reader has finished without an error.
using TypeRef = std::shared_ptr<const Type>;

/// The element `(1)`, a set `P(T)` of things of type T, or a product `x(T)(U)`.
/// A binary function on elements is `P(x(1)(x(1)(1)))`.
struct Type {
  enum class Kind { Element, Power, Product };
  Kind kind = Kind::Element;
  TypeRef first;  ///< Power: of the members. Product: left.
  TypeRef second; ///< Product: right.

  static TypeRef element();
  static TypeRef power(TypeRef member);
  static TypeRef product(TypeRef left, TypeRef right);
  /// As docs/language.md writes it.
  std::string label() const;
};

bool operator==(const Type &a, const Type &b);

/// A name with its type.
struct Variable {
  std::string name;
  TypeRef type;
};

struct Formula;
using FormulaRef = std::shared_ptr<const Formula>;

/// A formula. Arguments of atoms are names: of constants, of variables that a
/// formula around binds, and of what a proof introduces. A bound name may hide
/// another one. There are no double negations.
struct Formula {
  enum class Kind {
    False,
    Atom,        ///< predicate(arguments); `=` is a predicate.
    Conjunction, ///< parts, two or more; parts may be conjunctions.
    Implication, ///< For all variables, parts[0] implies parts[1].
    Negation,    ///< Not parts[0].
    Exists,      ///< There are variables with parts[0] and parts[1]: written
                 ///< `!(>[variables] parts[0] !parts[1])`.
  };
  Kind kind = Kind::False;
  std::string predicate;
  std::vector<std::string> arguments;
  std::vector<Variable> variables;
  std::vector<FormulaRef> parts;

  static FormulaRef falsity();
  static FormulaRef atom(std::string predicate,
                         std::vector<std::string> arguments);

  bool isEquality() const { return kind == Kind::Atom && predicate == "="; }
  /// `in2`, `in3` and so on: a function's inputs, its output, the function.
  bool isApplication() const;
};

/// Appends the parts of a conjunction, of parts that are conjunctions too, and
/// so on; any other formula as it is.
void flatten(const FormulaRef &formula, std::vector<FormulaRef> &parts);
std::vector<FormulaRef> flatten(const FormulaRef &formula);

/// What an existential says of its variables, flattened.
std::vector<FormulaRef> bodyOf(const FormulaRef &exists);

/// The negation: an existential where that is what it says; of a negation what
/// it negates, because `!!A` is A.
FormulaRef negate(const FormulaRef &formula);

/// Whether the formulas differ in the names of bound variables at most.
bool sameFormula(const FormulaRef &a, const FormulaRef &b);

/// Names for names. What is not in the map stays.
using Renaming = std::map<std::string, std::string>;

/// The formula with its free names replaced. Where a name that is put in would
/// be captured, the bound variable gets another name.
FormulaRef substitute(const FormulaRef &formula, const Renaming &names);

/// Adds the names that occur free.
void freeNames(const FormulaRef &formula, std::set<std::string> &names);

/// The formula as MPL, without white space; `false` for a contradiction.
std::string toString(const FormulaRef &formula);

} // namespace mplc::proof

#endif // MPLC_PROOF_FORMULA_H
