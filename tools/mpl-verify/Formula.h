//===- Formula.h - Formulas, shared and without bound names -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_FORMULA_H
#define MPL_VERIFY_FORMULA_H

#include "Symbols.h"

#include <span>

namespace mplverify {

/// An argument: a symbol (not negative), a variable bound by an implication
/// around it (de Bruijn index), or a variable of a pattern. The parameters of
/// a definition and the variables of a clause are pattern variables.
using Term = int32_t;

constexpr Term firstPattern = -(1 << 28);
constexpr Term boundTerm(uint32_t index) { return -1 - Term(index); }
constexpr Term patternTerm(uint32_t index) { return firstPattern - Term(index); }
constexpr bool isSymbol(Term t) { return t >= 0; }
constexpr bool isPattern(Term t) { return t <= firstPattern; }
constexpr bool isBound(Term t) { return t < 0 && t > firstPattern; }
constexpr uint32_t boundIndex(Term t) { return uint32_t(-1 - t); }
constexpr uint32_t patternIndex(Term t) { return uint32_t(firstPattern - t); }

/// A formula of a store, without double negations. Two formulas that differ in the
/// names of bound variables only have the same `canonical` formula and no other two have.
using Formula = uint32_t;

class FormulaStore {
public:
  enum class Kind : uint8_t { False, Atom, Conjunction, Implication, Negation };
  static constexpr Formula falseFormula = 0;

  FormulaStore();

  /// The word of an atom are its predicate and its arguments; of a conjunction
  /// its parts; of an implication left, right and the names of its variables;
  /// of a negation what it negates.
  Formula make(Kind kind, std::span<const int32_t> words);

  Kind kind(Formula f) const { return nodes[f].kind; }
  bool is(Formula f, Kind k) const { return nodes[f].kind == k; }
  Formula canonical(Formula f) const { return nodes[f].canonical; }
  /// Valid until the next call of a function that makes formulas.
  std::span<const int32_t> words(Formula f) const {
    return {pool.data() + nodes[f].first, nodes[f].size};
  }

  Symbol predicate(Formula atom) const { return words(atom)[0]; }
  std::span<const Term> arguments(Formula atom) const {
    return words(atom).subspan(1);
  }
  bool isEquality(Formula f) const {
    return is(f, Kind::Atom) && predicate(f) == SymbolTable::equals;
  }
  Formula left(Formula implication) const { return words(implication)[0]; }
  Formula right(Formula implication) const { return words(implication)[1]; }
  std::span<const Symbol> variables(Formula implication) const {
    return words(implication).subspan(2);
  }
  Formula negated(Formula negation) const { return words(negation)[0]; }
  /// `!f`; of a negation, what it negates: `!!f` is f.
  Formula negate(Formula f);

  /// `!(>[..] A !B)`: there are .. with A and B.
  bool isExistential(Formula f) const;
  bool hasPatterns(Formula f) const { return nodes[f].hasPatterns; }

  /// Appends the parts of a conjunction, of parts that are conjunctions too,
  /// and so on; anything else as it is.
  void flatten(Formula f, std::vector<Formula> &parts) const;

  /// `body`, a side of an implication, with `terms` for its variables.
  Formula instantiate(Formula body, std::span<const Term> terms);
  /// `f` with `terms` for the pattern variables from 0.
  Formula replacePatterns(Formula f, std::span<const Term> terms);
  /// The implication without its variable `position`, `term` in its place.
  Formula dropVariable(Formula implication, size_t position, Term term);

  /// Whether canonical `pattern` with `terms` for its pattern variables is
  /// canonical `f`.
  bool matches(Formula pattern, std::span<const Term> terms, Formula f) const;

  size_t size() const { return nodes.size(); }
  /// Forgets all but the first `count` formulas.
  void truncate(size_t count);

private:
  struct Node {
    uint32_t first;
    uint32_t size;
    Formula canonical;
    uint32_t hash;
    /// How many binders around it the formula needs.
    uint32_t loose;
    Kind kind;
    bool hasPatterns;
  };

  template <typename Skip, typename Map>
  Formula rebuild(Formula f, uint32_t depth, const Skip &skip, const Map &map);
  void describe(Node &node) const;
  Formula makeCanonical(Formula f);
  void grow();

  std::vector<Node> nodes;
  std::vector<int32_t> pool;
  std::vector<uint32_t> slots;
};

} // namespace mplverify

#endif // MPL_VERIFY_FORMULA_H
