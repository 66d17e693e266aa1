//===- Terms.h - Terms as a graph without copies ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_TERMS_H
#define MPLRT_REWRITE_TERMS_H

#include <cstdint>
#include <span>
#include <vector>

namespace mplrt::rewrite {

using TermId = uint32_t;
using Symbol = uint32_t;
using Sort = uint32_t;
inline constexpr TermId noTerm = ~0u;

/// What a term may have at a node: constants are functions without inputs.
struct SymbolInfo {
  std::vector<Sort> inputs;
  Sort sort = 0;
  uint32_t weight = 1; ///< At least 1 (see Order.h).
  uint32_t rank = 0;   ///< Precedence; distinct.
};

/// Hash-consed terms: equal terms have equal numbers, so that equality is one
/// comparison. Variables are numbered and have a sort. Terms that were made since a
/// mark can be forgotten again, as most critical pairs are looked at once.
class Terms {
public:
  Symbol addSymbol(SymbolInfo info) {
    symbols.push_back(std::move(info));
    return Symbol(symbols.size() - 1);
  }
  SymbolInfo &symbol(Symbol f) { return symbols[f]; }
  const SymbolInfo &symbol(Symbol f) const { return symbols[f]; }
  size_t numSymbols() const { return symbols.size(); }
  void keepSymbols(size_t n) { symbols.resize(n); }

  TermId variable(uint32_t index, Sort sort);
  TermId apply(Symbol f, std::span<const TermId> args);
  TermId constant(Symbol c) { return apply(c, {}); }

  bool isVariable(TermId t) const { return nodes[t].head & variableBit; }
  uint32_t index(TermId t) const { return nodes[t].head & ~variableBit; }
  /// Of an application.
  Symbol head(TermId t) const { return nodes[t].head; }
  std::span<const TermId> args(TermId t) const {
    return {arguments.data() + nodes[t].args, nodes[t].numArgs};
  }
  Sort sort(TermId t) const { return nodes[t].sort; }
  uint32_t weight(TermId t) const { return nodes[t].weight; }
  bool isGround(TermId t) const { return nodes[t].variables == 0; }
  /// One more than the highest variable in it; 0: none.
  uint32_t numVariables(TermId t) const { return nodes[t].variables; }
  bool occurs(TermId variable, TermId in) const;

  /// The state of a rule set under which a term was found to be in normal form.
  uint32_t &normalStamp(TermId t) { return nodes[t].stamp; }

  /// Everything made after a mark can be forgotten; the numbers are used again.
  struct Mark {
    size_t nodes, arguments;
  };
  Mark mark() const { return {nodes.size(), arguments.size()}; }
  void release(Mark mark);
  size_t size() const { return nodes.size(); }

  //===--- Positions ---------------------------------------------------------//
  using Path = std::vector<uint8_t>;
  TermId at(TermId t, std::span<const uint8_t> path) const;
  TermId replace(TermId t, std::span<const uint8_t> path, TermId by);

  //===--- Substitutions -----------------------------------------------------//
  /// Values of variables, by number; noTerm: none.
  using Substitution = std::vector<TermId>;
  /// Simultaneously; variables without a value stay.
  TermId substitute(TermId t, const Substitution &values);
  /// As long as anything is bound: what unification leaves is in steps.
  TermId resolve(TermId t, const Substitution &values);
  /// Adds `by` to the number of each variable.
  TermId shift(TermId t, uint32_t by);

  /// Extends the values so that the pattern becomes the term. If it fails, values
  /// may have been added.
  bool match(TermId pattern, TermId term, Substitution &values) const;
  /// Extends the values by a most general unifier. If it fails, likewise.
  bool unify(TermId a, TermId b, Substitution &values) const;
  /// Counts how often each variable occurs, times `factor`.
  void count(TermId t, int factor, std::vector<int> &counts) const;

private:
  static constexpr uint32_t variableBit = 1u << 31;
  struct Node {
    uint32_t head, args, numArgs, weight, variables, sort, stamp;
  };

  TermId intern(uint32_t head, Sort sort, std::span<const TermId> args);
  uint64_t hash(uint32_t head, Sort sort, std::span<const TermId> args) const;
  void rehash();
  bool occursUnder(uint32_t variable, TermId in, const Substitution &values) const;

  std::vector<SymbolInfo> symbols;
  std::vector<Node> nodes;
  std::vector<TermId> arguments;
  std::vector<TermId> table; ///< Open addressing, linear.
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_TERMS_H
