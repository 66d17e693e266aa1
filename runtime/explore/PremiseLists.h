//===- PremiseLists.h - All lists of premises within bounds -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_PREMISELISTS_H
#define MPLRT_EXPLORE_PREMISELISTS_H

#include "runtime/explore/Law.h"
#include "runtime/kernel/TestKernels.h"

#include <algorithm>
#include <array>
#include <compare>
#include <functional>
#include <span>

namespace mplrt {

/// A value of a list: a constant of the exploration, by its position there; then
/// variables and outputs, numbered in order of their first occurrence.
using Operand = uint8_t;

/// A premise or a head: a row of a relation; with relation none, an equality of two
/// operands, the larger one first.
struct ListAtom {
  static constexpr uint32_t maxArity = kMaxGatherInputs + 1;

  uint32_t relation = calculus::none;
  uint8_t arity = 0;
  bool isNegated = false; ///< Heads only: premises have tables of negations.
  std::array<Operand, maxArity> args{};

  Operand output() const { return args[arity - 1]; }
  bool has(Operand operand, uint32_t below) const {
    for (uint32_t a = 0; a < below; ++a)
      if (args[a] == operand)
        return true;
    return false;
  }
  /// Of the same function to the same inputs.
  bool isSameApplication(const ListAtom &other) const {
    return relation == other.relation &&
           std::equal(args.begin(), args.begin() + arity - 1, other.args.begin());
  }
  bool operator==(const ListAtom &) const = default;
};

/// Premises: first definitions, applications whose outputs are new, each after what
/// it is applied to; then conditions, which say of values that there are already that
/// a function has one of them as its output, or that they are in a relation.
struct PremiseList {
  std::vector<ListAtom> atoms;
  size_t numDefinitions = 0;
  std::vector<uint32_t> sorts;     ///< By operand.
  std::vector<uint32_t> variables; ///< By operand: its number in the sample, or none.
  std::vector<uint32_t> definers;  ///< By operand: the definition of it, or none.
  /// Renamings of operands, other than the identity, that leave the list the same.
  std::vector<std::vector<Operand>> symmetries{};

  size_t numConditions() const { return atoms.size() - numDefinitions; }
};

/// Enumerates lists of premises, each once: of those that differ only in the names of
/// variables, in the order of the premises or in which premises are called conditions,
/// the one with the fewest conditions, then with the first code.
class PremiseLists {
public:
  struct Bounds {
    std::vector<uint32_t> variableSorts; ///< Of the variables, in blocks.
    uint32_t premises = 3, conditions = 1;
    /// In lists longer than this, what a condition says a function's output is is a
    /// constant.
    uint32_t anyValue = 2;
  };
  static constexpr uint32_t maxPremises = 4, maxOperands = 64;
  PremiseLists(const calculus::Program &program, const calculus::Exploration &explored,
               Bounds bounds);

  /// Calls `visit` for each list, the empty one first, until it says no.
  void enumerate(const std::function<bool(const PremiseList &)> &visit);

  /// The list with the variables that it could still have, the operands from its own
  /// number on.
  PremiseList withVariables(const PremiseList &list) const;
  /// Calls `visit` for each choice of arguments of these sorts among the operands of
  /// such a list, of which `own` were there before: variables come in their order.
  using Arguments = std::array<Operand, ListAtom::maxArity>;
  template <typename Visit>
  static void forArguments(const PremiseList &extended, size_t own,
                           const uint32_t *sorts, uint32_t count, Visit &&visit) {
    Arguments arguments{};
    choose(extended, own, sorts, count, 0, arguments, visit);
  }

  /// A law's head is listed once, too: not again for a symmetry of the list, nor with
  /// the sides of an equation between two applications the other way round.
  bool isCanonical(const PremiseList &list, const ListAtom &head) const;

  /// Relations without outputs that laws may be about; those of negations are for
  /// conditions alone.
  const std::vector<uint32_t> &relations() const { return usableRelations; }
  const std::vector<uint32_t> &functions() const { return usableFunctions; }
  const calculus::Exploration &exploration() const { return explored; }

private:
  /// Words; the longest is that of four premises and a head.
  struct Code {
    std::array<uint32_t, (maxPremises + 1) * (ListAtom::maxArity + 1) + 1> words;
    uint32_t size = 0;
    void push(uint32_t word) { words[size++] = word; }
    std::strong_ordering operator<=>(const Code &other) const {
      return std::lexicographical_compare_three_way(
          words.begin(), words.begin() + size, other.words.begin(),
          other.words.begin() + other.size);
    }
  };
  class Reader;

  template <typename Visit>
  static void choose(const PremiseList &extended, size_t own, const uint32_t *sorts,
                     uint32_t count, uint32_t at, Arguments &arguments, Visit &visit) {
    if (at == count)
      return visit(arguments);
    // Of the new variables of the sort only the first that is not used yet.
    bool isFirstNew = true;
    for (size_t o = 0; o < extended.sorts.size() && isFirstNew; ++o) {
      if (extended.sorts[o] != sorts[at])
        continue;
      if (o >= own)
        isFirstNew = std::find(arguments.begin(), arguments.begin() + at, o) !=
                     arguments.begin() + at;
      arguments[at] = Operand(o);
      choose(extended, own, sorts, count, at + 1, arguments, visit);
    }
  }

  bool extend(const PremiseList &list,
              const std::function<bool(const PremiseList &)> &visit) const;
  PremiseList added(const PremiseList &extended, size_t own, const ListAtom &atom,
                    bool isDefinition) const;
  bool isCondition(const PremiseList &list, const ListAtom &atom) const;
  bool isSymmetric(uint32_t relation) const;
  bool makeCanonical(PremiseList &list) const;
  uint64_t outlineOf(const PremiseList &list, const ListAtom &atom) const;
  Code codeOf(std::span<const ListAtom> premises, const ListAtom &head) const;

  const calculus::Program &program;
  const calculus::Exploration &explored;
  const Bounds bounds;
  std::vector<uint32_t> usableRelations, usableFunctions;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_PREMISELISTS_H
