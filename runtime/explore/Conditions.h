//===- Conditions.h - Laws with conditions, laws about relations -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_CONDITIONS_H
#define MPLRT_EXPLORE_CONDITIONS_H

#include "runtime/explore/Terms.h"

namespace mplrt {

/// A candidate that some values make false.
struct RefutedEquation {
  std::string text;
  std::string values; ///< For instance `a = 0, b = 1: 1 is not 0`.
};

/// Enumerates `conditions -> head` over the literals that can be made of the terms
/// found so far: equations between terms that are not equal everywhere, the
/// theory's relations on terms, and negations of these. Total size of a law: the
/// applications in all its literals. A literal is a set of assignments, so that a
/// law is tested by whether one set holds another.
class ConditionalLaws {
public:
  ConditionalLaws(const Theory &theory, const calculus::Exploration &bounds,
                  const Terms &terms);

  /// The laws of this total size that hold for all assignments, the strongest head
  /// for each list of conditions; those that say most first. Sizes in turn, after
  /// the terms of that size.
  std::vector<Law> next(uint32_t size);
  /// The total size up to which laws are looked at: with a second condition there is
  /// room for one more application.
  static uint32_t largest(const calculus::Exploration &bounds) {
    return bounds.premises > 1 ? maxSize + 1 : maxSize;
  }
  /// What orders and equivalences are made of: laws with up to two conditions on
  /// variables alone, by a relation or a function with few values. After the terms of
  /// size 1; whatever the bounds say of premises, but not if they allow none.
  std::vector<Law> aboutPredicates();
  uint64_t numTested() const { return tested; }
  const std::vector<RefutedEquation> &refuted() const { return equations; }

private:
  static constexpr uint32_t maxSize = 2; ///< Of a law with one condition, in all.

  using Bits = std::vector<uint64_t>;
  struct Entry {
    Literal literal;
    uint32_t size = 0;
    Bits holds, fails;          ///< Neither: unknown.
    bool isCondition = false, isHead = true; ///< What it can be.
    bool isFirstOfRenamings = false;
    /// Of variables, by a relation or a function with few values.
    bool isPredicate = false;
  };

  bool isPredicate(const Literal &literal) const;
  bool isApplication(uint32_t term) const;
  bool isDefinition(uint32_t left, uint32_t right) const;
  void addLiterals(uint32_t size);
  void addEquation(uint32_t left, uint32_t right);
  void addRelation(uint32_t relation, uint32_t size);
  void add(Entry entry);
  void noteRefuted(const Entry &entry);
  bool isDefinitelyUnequal(const Literal &equation, size_t assignment) const;
  void conclude(const std::vector<uint32_t> &conditions, const Bits &where,
                const std::vector<uint32_t> &among, std::vector<Law> &laws);
  bool isPair(uint32_t p, uint32_t q) const;

  const Theory &theory;
  const calculus::Exploration &bounds;
  const Terms &terms;
  std::vector<uint32_t> relations; ///< Without outputs, no memberships.
  std::vector<Entry> entries;
  std::vector<std::vector<uint32_t>> bySize; ///< Literals.
  std::unordered_set<std::string> seenConditions, seenLaws;
  size_t words = 0;
  uint64_t tested = 0;
  std::vector<RefutedEquation> equations;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_CONDITIONS_H
