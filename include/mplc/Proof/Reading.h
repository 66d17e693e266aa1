//===- Reading.h - Formulas as sentences ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From relational form back to terms: `for all a, b, c: in3[a,b,c,+] implies
// in3[b,a,c,+]` is read as `a + b = b + a for all a, b in N`. Where Notation.h
// reads clauses of atoms, this reads every formula, and in proofs it reads
// names that a proof introduces for values as the terms that they stand for.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_READING_H
#define MPLC_PROOF_READING_H

#include "mplc/Proof/Notation.h"

namespace mplc::proof {

/// A variable that a sentence binds. The set is empty if nothing tells it.
struct Bound {
  std::string name;
  std::string set;
};

/// A formula as it is read.
struct Sentence {
  enum class Kind {
    False,
    Claim,   ///< `claim`: `=`, `in`, a definition, or a relation of terms.
    Mapping, ///< `claim.arguments` are a function, the sets of its inputs, and
             ///< that of its output: f: X x Y -> Z.
    Both,    ///< All parts.
    Either,  ///< One of the parts at least.
    Not,     ///< Not parts[0].
    ForAll,  ///< For all `bound`, if all `conditions` hold, so does parts[0].
    Exists,  ///< There are `bound` such that all parts hold.
  };
  Kind kind = Kind::False;
  Claim claim;
  std::vector<Bound> bound;
  std::vector<Sentence> conditions;
  /// ForAll: what stands for variables of the formula that are outputs, under
  /// the names that these have there.
  std::vector<std::pair<std::string, Term>> outputs;
  std::vector<Sentence> parts;
};

/// What variables are called instead of their own names.
using Names = std::map<std::string, std::string>;

/// For the statement of a theorem whose variables a program has named: the
/// names that its outermost variables exchange so that they are read in their
/// order, `a + b = b + a` and not `b + a = a + b`.
Names orderedNames(const Sentence &sentence);

/// The same text for sentences that say the same up to the names of bound
/// variables, the sides of equations and the order of conditions. Other ways to
/// say the same may have other keys.
std::string keyOf(const Sentence &sentence);

/// `if a + c = b + c, then a = b, for all a, b, c in N`, in plain text.
std::string toString(const Sentence &sentence);

/// Whether `for all` has to come first in a sentence of this kind, because what
/// follows has quantifiers of its own.
bool startsWithQuantifier(const Sentence &forAll);

/// `a, b in N, l in L`.
std::string toString(const std::vector<Bound> &bound);

/// Whether a name of two arguments stands between them: it has no letter and no
/// digit, or is a mathematical symbol.
bool isOperator(std::string_view name);
/// How strongly an operator binds, from 1 to 4.
int bindingOf(std::string_view name);
/// Whether an argument of an operator has to stand in brackets, and a side of
/// an equation or a relation.
bool needsBrackets(const Term &argument, const Term &around);
bool needsBrackets(const Term &side, const Claim &claim);

/// If an atom of this definition says that its first argument is a function
/// from the others to the last one: total, typed, and with one output.
bool isMapping(const Definition &definition);

/// Reads formulas. Names are given out as they are, or shorter (`a` for `a12`)
/// where a proof introduces them; no two in scope are the same.
class Reader {
public:
  /// Variables and names of proofs that are called like a key of `renamed`,
  /// numbers apart, are called like its value.
  explicit Reader(const Theory &theory, Names renamed = {});

  /// The sentence for a formula over constants and names in scope.
  Sentence read(const FormulaRef &formula);
  /// What a variable is called if nothing else in scope is called so.
  std::string nameFor(const std::string &variable) const;
  /// What a name in scope is read as.
  Term term(const std::string &name) const;
  /// Whether an equation of the terms reads better from right to left.
  bool isTurned(const Term &left, const Term &right) const;
  /// What the output of an application is.
  Term application(const Formula &atom) const;
  /// The term, or `3` for `s(2)`: if 0 and s make the natural numbers, and no
  /// other constant is a number.
  Term withNumeral(Term term) const;

  //===--- Names of proofs ------------------------------------------------===//

  /// A name from here on, until `leave`, which is read as the wish (if that is
  /// empty, as itself without number) or with primes.
  void enter(const Variable &name, const std::string &wish);
  /// If the atom is an application of a function whose output is a name in
  /// `among` that is read as itself so far, it is read as the application from
  /// now on. Terms that nobody could read are not made: a value that occurs
  /// twice in the next one doubles.
  bool define(const FormulaRef &atom, const std::set<std::string> &among);
  /// Whether the name stands for a term, by the very atom.
  bool isDefinedBy(const FormulaRef &atom) const;
  bool isDefined(const std::string &name) const;
  /// A set that the formulas say the name is in, as a member or as an input or
  /// output of what has a signature; empty if they do not.
  std::string setOf(const std::string &name,
                    const std::vector<FormulaRef> &formulas) const;

  size_t mark() const { return order.size(); }
  void leave(size_t mark);

  /// An application of what is a function, by the axioms or by the definition
  /// that is read.
  bool isApplied(const Formula &atom) const;

  /// Treats these parameters of a definition as functions.
  void assume(std::set<std::string> names) { functions = std::move(names); }

private:
  struct Entry {
    std::string display;
    FormulaRef atom; ///< What the name is the output of, if it stands for that.
    size_t size = 1; ///< Of the term: names in it.
  };

  Sentence clause(const FormulaRef &formula);
  Sentence exists(const FormulaRef &formula);
  Sentence negation(const FormulaRef &formula);
  Sentence claim(const Formula &atom);
  bool reaches(const std::string &from, const std::string &to) const;
  std::string freshName();
  std::string display(std::string_view wish);
  bool isSaid(const FormulaRef &premise,
              const std::set<std::string> &variables) const;

  const Theory &theory;
  const Names renamed;
  std::set<std::string> constants, constructors; ///< As they are read.
  std::string successor; ///< As it is read, if there are numerals.
  std::set<std::string> functions;
  std::map<std::string, Entry> entries;
  std::set<std::string> displays;
  std::vector<std::string> order;
  size_t fresh = 0;
};

/// The sentence that a formula over the constants of the theory is read as.
Sentence readingOf(const Theory &theory, const FormulaRef &formula,
                   const Names &renamed = {});

} // namespace mplc::proof

#endif // MPLC_PROOF_READING_H
