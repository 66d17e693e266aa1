//===- Types.h - Types of arguments and their inference ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_TYPES_H
#define MPL_VERIFY_TYPES_H

#include "Formula.h"

#include <map>
#include <tuple>

namespace mplverify {

/// A type without unknowns; equal types have equal numbers.
using Type = uint32_t;

/// Types are interned: the element `(1)`, a set `P(T)`, a product `x(T)(U)`.
class TypeTable {
public:
  enum class Kind : uint8_t { Element, Power, Product };
  static constexpr Type element = 0;

  TypeTable() { make(Kind::Element, 0, 0); }
  Type make(Kind kind, Type first, Type second);

  Kind kind(Type t) const { return types[t].kind; }
  Type first(Type t) const { return types[t].first; }
  Type second(Type t) const { return types[t].second; }

private:
  struct Entry {
    Kind kind;
    Type first, second;
  };
  std::vector<Entry> types;
  std::map<std::tuple<Kind, Type, Type>, Type> numbers;
};

/// Types with unknowns, and their unification.
class Unifier {
public:
  using Slot = uint32_t;

  explicit Unifier(TypeTable &table) : table(table) {}

  static constexpr size_t usualWork = 10'000'000;

  void clear() {
    cells.clear();
    work = 0;
    mostWork = usualWork;
    deep = false;
  }
  Slot unknown() { return add({State::Unknown, 0, 0}); }
  Slot known(Type t) { return add({State::Known, t, 0}); }
  Slot power(Slot member) { return add({State::Power, member, 0}); }
  Slot product(Slot a, Slot b) { return add({State::Product, a, b}); }

  /// More formulas may take more work.
  void allow(size_t more) { mostWork += more; }
  /// False if the types clash, or if there is no end to them.
  bool unify(Slot a, Slot b) { return unify(a, b, 0); }
  /// The type found; what nothing determines is an element. A type that nests
  /// too deep makes `tooDeep` true.
  Type resolve(Slot slot) { return resolve(slot, 0); }
  bool tooDeep() const { return deep; }

private:
  enum class State : uint8_t { Unknown, Known, Power, Product, Link };
  struct Cell {
    State state;
    uint32_t first, second;
  };

  Slot add(Cell cell) {
    cells.push_back(cell);
    return Slot(cells.size() - 1);
  }
  Slot find(Slot slot);
  void expose(Slot slot);
  bool occurs(Slot unknown, Slot in, unsigned depth);
  bool unify(Slot a, Slot b, unsigned depth);
  Type resolve(Slot slot, unsigned depth);

  TypeTable &table;
  std::vector<Cell> cells;
  size_t work = 0, mostWork = usualWork;
  bool deep = false;
};

constexpr Unifier::Slot noSlot = ~0u;

/// What inference asks about the names that a formula does not bind.
class TypeScope {
public:
  virtual Unifier::Slot symbol(Symbol name) = 0;
  virtual Unifier::Slot pattern(uint32_t index) = 0;
  /// `noSlot` if there is no definition of that name.
  virtual Unifier::Slot parameter(Symbol definition, size_t index) = 0;

protected:
  ~TypeScope() = default;
};

/// Adds what `f` says about types; false if they clash.
bool inferTypes(const FormulaStore &store, Formula f, Unifier &unifier,
                TypeScope &scope);

} // namespace mplverify

#endif // MPL_VERIFY_TYPES_H
