//===- Terms.cpp - Terms as a graph without copies ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The table is never deleted from but in the reverse order of insertion, so that
// linear probing needs no tombstones: nothing was ever stored beyond an entry that
// is younger.
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Terms.h"

#include <algorithm>
#include <cassert>

namespace mplrt::rewrite {

uint64_t Terms::hash(uint32_t head, Sort sort, std::span<const TermId> args) const {
  uint64_t h = (uint64_t(head) << 32 | sort) * 0x9E3779B97F4A7C15ull;
  for (const TermId a : args)
    h = (h ^ (h >> 29) ^ a) * 0xBF58476D1CE4E5B9ull;
  return h ^ (h >> 32);
}

void Terms::rehash() {
  table.assign(std::max<size_t>(1024, table.size() * 2), noTerm);
  const size_t mask = table.size() - 1;
  for (TermId t = 0; t < nodes.size(); ++t) {
    size_t at = hash(nodes[t].head, nodes[t].sort, args(t)) & mask;
    while (table[at] != noTerm)
      at = (at + 1) & mask;
    table[at] = t;
  }
}

TermId Terms::intern(uint32_t head, Sort sort, std::span<const TermId> given) {
  if ((nodes.size() + 1) * 2 > table.size())
    rehash();
  const size_t mask = table.size() - 1;
  size_t at = hash(head, sort, given) & mask;
  for (; table[at] != noTerm; at = (at + 1) & mask) {
    const Node &node = nodes[table[at]];
    if (node.head == head && node.sort == sort && node.numArgs == given.size() &&
        std::equal(given.begin(), given.end(), arguments.begin() + node.args))
      return table[at];
  }
  Node node{head, uint32_t(arguments.size()), uint32_t(given.size()), 1, 0, sort, 0};
  if (head & variableBit) {
    node.variables = (head & ~variableBit) + 1;
  } else {
    node.weight = symbols[head].weight;
    for (const TermId a : given) {
      node.weight += nodes[a].weight;
      node.variables = std::max(node.variables, nodes[a].variables);
    }
  }
  // The arguments may be those of a term of this graph, which grows.
  const bool isOwn = !given.empty() && !arguments.empty() &&
                     given.data() >= arguments.data() &&
                     given.data() < arguments.data() + arguments.size();
  const size_t from = isOwn ? size_t(given.data() - arguments.data()) : 0;
  arguments.resize(arguments.size() + given.size());
  const TermId *const source = isOwn ? arguments.data() + from : given.data();
  std::copy(source, source + given.size(), arguments.begin() + node.args);
  nodes.push_back(node);
  return table[at] = TermId(nodes.size() - 1);
}

TermId Terms::variable(uint32_t index, Sort sort) {
  return intern(variableBit | index, sort, {});
}

TermId Terms::apply(Symbol f, std::span<const TermId> given) {
  assert(given.size() == symbols[f].inputs.size());
  return intern(f, symbols[f].sort, given);
}

void Terms::release(Mark mark) {
  const size_t mask = table.size() - 1;
  while (nodes.size() > mark.nodes) {
    const auto last = TermId(nodes.size() - 1);
    size_t at = hash(nodes[last].head, nodes[last].sort, args(last)) & mask;
    while (table[at] != last)
      at = (at + 1) & mask;
    table[at] = noTerm;
    nodes.pop_back();
  }
  arguments.resize(mark.arguments);
}

bool Terms::occurs(TermId variable, TermId in) const {
  if (variable == in)
    return true;
  if (numVariables(in) <= index(variable))
    return false;
  const auto inputs = args(in);
  return std::any_of(inputs.begin(), inputs.end(),
                     [&](TermId a) { return occurs(variable, a); });
}

TermId Terms::at(TermId t, std::span<const uint8_t> path) const {
  for (const uint8_t i : path)
    t = args(t)[i];
  return t;
}

TermId Terms::replace(TermId t, std::span<const uint8_t> path, TermId by) {
  if (path.empty())
    return by;
  std::vector<TermId> inputs(args(t).begin(), args(t).end());
  inputs[path[0]] = replace(inputs[path[0]], path.subspan(1), by);
  return apply(head(t), inputs);
}

TermId Terms::substitute(TermId t, const Substitution &values) {
  if (isVariable(t)) {
    const uint32_t v = index(t);
    return v < values.size() && values[v] != noTerm ? values[v] : t;
  }
  if (isGround(t))
    return t;
  std::vector<TermId> inputs(args(t).begin(), args(t).end());
  for (TermId &a : inputs)
    a = substitute(a, values);
  return apply(head(t), inputs);
}

TermId Terms::resolve(TermId t, const Substitution &values) {
  if (isVariable(t)) {
    const uint32_t v = index(t);
    return v < values.size() && values[v] != noTerm ? resolve(values[v], values) : t;
  }
  if (isGround(t))
    return t;
  std::vector<TermId> inputs(args(t).begin(), args(t).end());
  for (TermId &a : inputs)
    a = resolve(a, values);
  return apply(head(t), inputs);
}

TermId Terms::shift(TermId t, uint32_t by) {
  if (isVariable(t))
    return variable(index(t) + by, sort(t));
  if (isGround(t))
    return t;
  std::vector<TermId> inputs(args(t).begin(), args(t).end());
  for (TermId &a : inputs)
    a = shift(a, by);
  return apply(head(t), inputs);
}

bool Terms::match(TermId pattern, TermId term, Substitution &values) const {
  if (isVariable(pattern)) {
    if (sort(pattern) != sort(term))
      return false;
    const uint32_t v = index(pattern);
    if (v >= values.size())
      values.resize(v + 1, noTerm);
    if (values[v] == noTerm)
      values[v] = term;
    return values[v] == term;
  }
  if (isGround(pattern) || isVariable(term))
    return pattern == term;
  if (head(pattern) != head(term))
    return false;
  const auto left = args(pattern), right = args(term);
  for (size_t i = 0; i < left.size(); ++i)
    if (!match(left[i], right[i], values))
      return false;
  return true;
}

bool Terms::occursUnder(uint32_t variable, TermId in, const Substitution &values) const {
  if (isVariable(in)) {
    const uint32_t v = index(in);
    return v == variable || (v < values.size() && values[v] != noTerm &&
                             occursUnder(variable, values[v], values));
  }
  if (isGround(in))
    return false;
  for (const TermId a : args(in))
    if (occursUnder(variable, a, values))
      return true;
  return false;
}

bool Terms::unify(TermId a, TermId b, Substitution &values) const {
  auto follow = [&](TermId t) {
    while (isVariable(t) && index(t) < values.size() && values[index(t)] != noTerm)
      t = values[index(t)];
    return t;
  };
  a = follow(a);
  b = follow(b);
  if (a == b)
    return true;
  if (sort(a) != sort(b))
    return false;
  if (!isVariable(a) && isVariable(b))
    std::swap(a, b);
  if (isVariable(a)) {
    const uint32_t v = index(a);
    if (occursUnder(v, b, values))
      return false;
    if (v >= values.size())
      values.resize(v + 1, noTerm);
    values[v] = b;
    return true;
  }
  if (head(a) != head(b) || (isGround(a) && isGround(b)))
    return false;
  const auto left = args(a), right = args(b);
  for (size_t i = 0; i < left.size(); ++i)
    if (!unify(left[i], right[i], values))
      return false;
  return true;
}

void Terms::count(TermId t, int factor, std::vector<int> &counts) const {
  if (isGround(t))
    return;
  if (isVariable(t)) {
    if (index(t) >= counts.size())
      counts.resize(index(t) + 1, 0);
    counts[index(t)] += factor;
    return;
  }
  for (const TermId a : args(t))
    count(a, factor, counts);
}

} // namespace mplrt::rewrite
