//===- Reading.h - Relations read as terms ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_READING_H
#define MPLRT_REWRITE_READING_H

#include "mplc/Calculus/Program.h"
#include "runtime/rewrite/Terms.h"

#include <optional>
#include <string>

namespace mplrt::rewrite {

namespace calculus = mplc::calculus;

/// The functions and constants of a program as symbols: relations with a key and
/// totality, all of whose columns have a set, and constants that are known to be in
/// one. Sorts are the numbers of these sets' relations, so that an equation speaks of
/// all members of the sets of its variables, and each application exists.
class Signature {
public:
  Signature(const calculus::Program &program, Terms &terms);

  static constexpr Symbol none = ~0u;
  /// A statement without a goal of its own has no relation.
  Symbol function(calculus::RelationId relation) const {
    return relation < functions.size() ? functions[relation] : none;
  }
  Symbol constant(uint32_t index) const { return constants[index]; }
  /// A constant that a goal speaks of, by its variable.
  Symbol addSkolem(calculus::Term variable, Sort sort);
  /// Forgets symbols of which there are no terms any more, all but the first n.
  void keep(size_t n) {
    meanings.resize(n);
    terms.keepSymbols(n);
  }

  struct Meaning {
    enum class Kind : uint8_t { Function, Constant, Skolem } kind;
    uint32_t index; ///< Relation, constant or variable.
  };
  const Meaning &meaning(Symbol f) const { return meanings[f]; }
  bool isSort(calculus::RelationId relation) const { return sorts[relation]; }
  /// A constant of a sort, if there is one.
  TermId someConstant(Sort sort) const;

  const calculus::Program &program;
  Terms &terms;

private:
  bool isUsable(calculus::RelationId relation) const;
  Symbol add(Meaning meaning, SymbolInfo info);

  std::vector<bool> sorts;
  std::vector<Symbol> functions, constants;
  std::vector<Meaning> meanings;
};

/// What the variables of a clause or a goal stand for. An output of an application is
/// that application, if nothing else says what it is.
struct Reading {
  std::vector<TermId> values; ///< By variable; noTerm: occurs nowhere.
  /// Premises that say more than that: an application equals a value.
  struct Condition {
    uint32_t premise;
    TermId left, right;
  };
  std::vector<Condition> conditions;
};

/// The variables become variables. Nothing, if some premise is not an application or
/// the membership that types a variable.
std::optional<Reading> readClause(const Signature &signature,
                                  const std::vector<calculus::Atom> &premises,
                                  uint32_t numVariables);
/// The variables become constants; premises that are no applications are ignored.
std::optional<Reading> readGoal(Signature &signature, const calculus::Goal &goal);

/// The parts of an existential goal, whose unknowns become variables of the numbers
/// that they have in the goal.
std::optional<Reading> readAsked(const Signature &signature, const Reading &reading,
                                 const calculus::Goal &goal);

/// A head that is an equation: of terms, or of an application and its output.
struct HeadEquation {
  TermId left = noTerm, right = noTerm;
};
std::optional<HeadEquation> readHead(const Signature &signature, const Reading &reading,
                                     calculus::Rule::Head head,
                                     const calculus::Atom &atom, calculus::Term left,
                                     calculus::Term right);

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_READING_H
