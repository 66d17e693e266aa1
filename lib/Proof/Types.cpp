//===- Types.cpp - Type inference for formulas ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

namespace mplc::proof {

//===--- Unification ------------------------------------------------------===//

Unifier::Slot Unifier::unknown() {
  nodes.push_back({Node::State::Unknown});
  return nodes.size() - 1;
}

Unifier::Slot Unifier::known(const TypeRef &type) {
  if (!type)
    return unknown();
  switch (type->kind) {
  case Type::Kind::Element:
    nodes.push_back({Node::State::Element});
    return nodes.size() - 1;
  case Type::Kind::Power:
    return power(known(type->first));
  case Type::Kind::Product:
    break;
  }
  const Slot left = known(type->first);
  return product(left, known(type->second));
}

Unifier::Slot Unifier::power(Slot member) {
  nodes.push_back({Node::State::Power, member});
  return nodes.size() - 1;
}

Unifier::Slot Unifier::product(Slot left, Slot right) {
  nodes.push_back({Node::State::Product, left, right});
  return nodes.size() - 1;
}

Unifier::Slot Unifier::find(Slot slot) {
  while (nodes[slot].state == Node::State::Same) {
    // Paths are halved, or a theory with thousands of statements has long ones.
    const Slot next = nodes[slot].first;
    if (nodes[next].state == Node::State::Same)
      nodes[slot].first = nodes[next].first;
    slot = next;
  }
  return slot;
}

bool Unifier::unify(Slot a, Slot b) {
  a = find(a);
  b = find(b);
  if (a == b)
    return true;
  const Node left = nodes[a], right = nodes[b];
  if (left.state == Node::State::Unknown) {
    nodes[a] = {Node::State::Same, b};
    return true;
  }
  if (right.state != Node::State::Unknown && left.state != right.state)
    return false;
  nodes[b] = {Node::State::Same, a};
  if (right.state == Node::State::Power)
    return unify(left.first, right.first);
  if (right.state == Node::State::Product)
    return unify(left.first, right.first) && unify(left.second, right.second);
  return true;
}

TypeRef Unifier::resolve(Slot slot) {
  unsigned budget = 1000;
  TypeRef type = resolve(slot, budget);
  // An argument is never a pair.
  return type && type->kind != Type::Kind::Product ? type : nullptr;
}

TypeRef Unifier::resolve(Slot slot, unsigned &budget) {
  const Node node = nodes[find(slot)];
  if (budget == 0)
    return nullptr;
  --budget;
  if (node.state == Node::State::Power) {
    TypeRef member = resolve(node.first, budget);
    return member ? Type::power(std::move(member)) : nullptr;
  }
  if (node.state == Node::State::Product) {
    TypeRef left = resolve(node.first, budget);
    TypeRef right = left ? resolve(node.second, budget) : nullptr;
    return right ? Type::product(std::move(left), std::move(right)) : nullptr;
  }
  return Type::element();
}

//===--- Inference --------------------------------------------------------===//

size_t primitiveArity(std::string_view name) {
  if (name == "=" || name == "in")
    return 2;
  if (name.size() < 3 || name.size() > 5 || !name.starts_with("in") ||
      name[2] == '0')
    return 0;
  size_t inputs = 0;
  for (char c : name.substr(2)) {
    if (c < '0' || c > '9')
      return 0;
    inputs = inputs * 10 + size_t(c - '0');
  }
  return inputs < 2 ? 0 : inputs + 1;
}

bool TypeInference::add(const FormulaRef &formula) { return infer(formula); }

bool TypeInference::finish() {
  for (auto [variable, slot] : variables) {
    variable->type = unifier.resolve(slot);
    if (!variable->type) {
      error = "the type of '" + variable->name +
              "' has too many parts, or is that of a pair";
      clash = true;
      return false;
    }
  }
  variables.clear();
  return true;
}

bool TypeInference::infer(const FormulaRef &formula) {
  if (formula->kind == Formula::Kind::Atom)
    return atom(*formula);
  // Formulas are built as mutable and handed out as constant once they have
  // their types.
  auto &own = const_cast<Formula &>(*formula);
  const size_t outer = bound.size();
  for (Variable &variable : own.variables) {
    const Slot slot = unifier.unknown();
    bound.emplace_back(variable.name, slot);
    variables.emplace_back(&variable, slot);
  }
  bool ok = true;
  for (size_t i = 0; ok && i < formula->parts.size(); ++i)
    ok = infer(formula->parts[i]);
  bound.resize(outer);
  return ok;
}

std::optional<TypeInference::Slot>
TypeInference::slotOf(const std::string &name) {
  for (size_t i = bound.size(); i-- > 0;)
    if (bound[i].first == name)
      return bound[i].second;
  std::optional<Slot> slot = freeName(name);
  if (!slot && error.empty())
    error = "unknown name '" + name + "'";
  return slot;
}

bool TypeInference::unify(Slot a, Slot b, const Formula &where) {
  if (unifier.unify(a, b))
    return true;
  clash = true;
  error = "types clash in '" +
          toString(std::make_shared<const Formula>(where)) + "'";
  return false;
}

/// `in[x,S]` and `in3[a,b,c,f]`: f is a set of triples, nested to the right.
bool TypeInference::atom(const Formula &f) {
  std::vector<Slot> slots;
  for (const std::string &argument : f.arguments) {
    std::optional<Slot> slot = slotOf(argument);
    if (!slot)
      return false;
    slots.push_back(*slot);
  }
  if (const size_t arity = primitiveArity(f.predicate)) {
    if (arity != slots.size()) {
      error = "'" + f.predicate + "' has another number of arguments";
      return false;
    }
    if (f.predicate == "=")
      return unify(slots[0], slots[1], f);
    Slot tuple = slots[slots.size() - 2];
    for (size_t i = slots.size() - 2; i-- > 0;)
      tuple = unifier.product(slots[i], tuple);
    return unify(slots.back(), unifier.power(tuple), f);
  }
  const std::vector<Slot> *expected = parameters(f.predicate);
  if (!expected || expected->size() != slots.size()) {
    error = "there is no predicate '" + f.predicate + "' with " +
            std::to_string(slots.size()) + " arguments";
    return false;
  }
  for (size_t i = 0; i < slots.size(); ++i)
    if (!unify(slots[i], (*expected)[i], f))
      return false;
  return true;
}

} // namespace mplc::proof
