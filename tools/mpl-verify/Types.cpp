//===- Types.cpp - Types of arguments and their inference -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Why a checker needs types: MPL is many-sorted. An axiom that quantifies over
// all sets (two sets with the same members are equal) says nothing about
// elements, so that a clause of it may be used with sets only. Inference is
// unification; each clause and each formula that a proof makes up is typed
// once, after which a substitution is checked by comparing numbers.
//
//===----------------------------------------------------------------------===//

#include "Types.h"

using namespace mplverify;

namespace {
/// No sensible theory comes near this; it bounds the stack, as the bound on
/// work does time: types that double with each atom end there.
constexpr unsigned maxTypeDepth = 200;
} // namespace

Type TypeTable::make(Kind kind, Type first, Type second) {
  auto [it, isNew] =
      numbers.try_emplace({kind, first, second}, Type(types.size()));
  if (isNew)
    types.push_back({kind, first, second});
  return it->second;
}

Unifier::Slot Unifier::find(Slot slot) {
  while (cells[slot].state == State::Link) {
    Slot next = cells[slot].first;
    if (cells[next].state == State::Link)
      cells[slot].first = cells[next].first;
    slot = next;
  }
  return slot;
}

/// Writes a known set or product as one of slots.
void Unifier::expose(Slot slot) {
  if (cells[slot].state != State::Known)
    return;
  Type t = cells[slot].first;
  if (table.kind(t) == TypeTable::Kind::Power) {
    Slot member = known(table.first(t));
    cells[slot] = {State::Power, member, 0};
  } else if (table.kind(t) == TypeTable::Kind::Product) {
    Slot a = known(table.first(t)), b = known(table.second(t));
    cells[slot] = {State::Product, a, b};
  }
}

bool Unifier::occurs(Slot unknown, Slot in, unsigned depth) {
  in = find(in);
  if (in == unknown || depth > maxTypeDepth || ++work > mostWork)
    return true;
  const Cell cell = cells[in];
  if (cell.state != State::Power && cell.state != State::Product)
    return false;
  return occurs(unknown, cell.first, depth + 1) ||
         (cell.state == State::Product &&
          occurs(unknown, cell.second, depth + 1));
}

bool Unifier::unify(Slot a, Slot b, unsigned depth) {
  a = find(a);
  b = find(b);
  if (a == b)
    return true;
  if (depth > maxTypeDepth || ++work > mostWork)
    return false;
  if (cells[a].state == State::Unknown || cells[b].state == State::Unknown) {
    if (cells[a].state != State::Unknown)
      std::swap(a, b);
    if (cells[b].state != State::Unknown && occurs(a, b, 0))
      return false;
    cells[a] = {State::Link, b, 0};
    return true;
  }
  if (cells[a].state == State::Known && cells[b].state == State::Known)
    return cells[a].first == cells[b].first;
  expose(a);
  expose(b);
  const Cell left = cells[a], right = cells[b];
  if (left.state != right.state || left.state == State::Known)
    return false;
  cells[a] = {State::Link, b, 0};
  return unify(left.first, right.first, depth + 1) &&
         (left.state == State::Power ||
          unify(left.second, right.second, depth + 1));
}

Type Unifier::resolve(Slot slot, unsigned depth) {
  slot = find(slot);
  deep |= depth > maxTypeDepth;
  if (deep)
    return TypeTable::element;
  const Cell cell = cells[slot];
  Type type = TypeTable::element;
  if (cell.state == State::Known)
    return cell.first;
  if (cell.state == State::Power)
    type = table.make(TypeTable::Kind::Power,
                      resolve(cell.first, depth + 1), 0);
  if (cell.state == State::Product) {
    Type first = resolve(cell.first, depth + 1);
    Type second = resolve(cell.second, depth + 1);
    type = table.make(TypeTable::Kind::Product, first, second);
  }
  cells[slot] = {State::Known, type, 0};
  return type;
}

namespace {

class Inference {
public:
  Inference(const FormulaStore &store, Unifier &unifier, TypeScope &scope)
      : store(store), unifier(unifier), scope(scope) {}

  bool run(Formula f) {
    switch (store.kind(f)) {
    case FormulaStore::Kind::False:
      return true;
    case FormulaStore::Kind::Atom:
      return atom(f);
    case FormulaStore::Kind::Negation:
      return run(store.negated(f));
    case FormulaStore::Kind::Conjunction:
      for (int32_t part : store.words(f))
        if (!run(part))
          return false;
      return true;
    case FormulaStore::Kind::Implication:
      break;
    }
    size_t outer = bound.size();
    for (size_t i = 0; i < store.variables(f).size(); ++i)
      bound.push_back(unifier.unknown());
    bool ok = run(store.left(f)) && run(store.right(f));
    bound.resize(outer);
    return ok;
  }

private:
  Unifier::Slot slot(Term t) {
    if (isSymbol(t))
      return scope.symbol(t);
    if (isPattern(t))
      return scope.pattern(patternIndex(t));
    return bound[bound.size() - 1 - boundIndex(t)];
  }

  /// Every predicate that is neither primitive nor a definition has been
  /// refused before.
  bool atom(Formula f) {
    unifier.allow(workPerAtom);
    std::span<const Term> arguments = store.arguments(f);
    Symbol predicate = store.predicate(f);
    if (predicate == SymbolTable::equals)
      return unifier.unify(slot(arguments[0]), slot(arguments[1]));
    if (scope.parameter(predicate, 0) == noSlot)
      return membership(arguments);
    for (size_t i = 0; i < arguments.size(); ++i)
      if (!unifier.unify(slot(arguments[i]), scope.parameter(predicate, i)))
        return false;
    return true;
  }

  /// `in[x,S]` and `in3[a,b,c,f]`: f is a set of triples, nested to the right.
  bool membership(std::span<const Term> arguments) {
    size_t n = arguments.size() - 1;
    Unifier::Slot tuple = slot(arguments[n - 1]);
    for (size_t i = n - 1; i-- > 0;)
      tuple = unifier.product(slot(arguments[i]), tuple);
    return unifier.unify(slot(arguments[n]), unifier.power(tuple));
  }

  static constexpr size_t workPerAtom = 100;

  const FormulaStore &store;
  Unifier &unifier;
  TypeScope &scope;
  std::vector<Unifier::Slot> bound;
};

} // namespace

bool mplverify::inferTypes(const FormulaStore &store, Formula f,
                           Unifier &unifier, TypeScope &scope) {
  return Inference(store, unifier, scope).run(f);
}
