//===- Formula.cpp - Formulas, shared and without bound names -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Formulas are hash-consed. An implication keeps the names of its variables,
// for paths that refer to them, and every formula knows its canonical twin, in
// which all those names are the anonymous symbol. As bound variables are de
// Bruijn indices, equality up to renaming is equality of canonical formulas,
// and putting a closed term for a variable can capture nothing.
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include <algorithm>

using namespace mplverify;

static uint32_t hashOf(FormulaStore::Kind kind,
                       std::span<const int32_t> words) {
  uint64_t hash = 0x9E3779B97F4A7C15u + uint64_t(kind);
  for (int32_t word : words)
    hash = (hash ^ uint32_t(word)) * 0xD6E8FEB86659FD93u;
  return uint32_t(hash >> 32);
}

FormulaStore::FormulaStore() : slots(4096) { make(Kind::False, {}); }

void FormulaStore::grow() {
  slots.assign(slots.size() * 2, 0);
  size_t mask = slots.size() - 1;
  for (size_t n = 0; n < nodes.size(); ++n) {
    size_t i = nodes[n].hash & mask;
    while (slots[i])
      i = (i + 1) & mask;
    slots[i] = uint32_t(n + 1);
  }
}

/// What follows from the words: loose variables and patterns.
void FormulaStore::describe(Node &node) const {
  const int32_t *word = pool.data() + node.first;
  if (node.kind == Kind::Atom) {
    for (size_t i = 1; i < node.size; ++i) {
      node.hasPatterns |= isPattern(word[i]);
      if (isBound(word[i]))
        node.loose = std::max(node.loose, boundIndex(word[i]) + 1);
    }
    return;
  }
  bool implication = node.kind == Kind::Implication;
  size_t children = implication ? 2 : node.size;
  for (size_t i = 0; i < children; ++i) {
    node.hasPatterns |= nodes[word[i]].hasPatterns;
    node.loose = std::max(node.loose, nodes[word[i]].loose);
  }
  if (implication)
    node.loose -= std::min(node.loose, node.size - 2);
}

Formula FormulaStore::make(Kind kind, std::span<const int32_t> words) {
  uint32_t hash = hashOf(kind, words);
  size_t mask = slots.size() - 1;
  size_t i = hash & mask;
  for (; slots[i]; i = (i + 1) & mask) {
    const Node &node = nodes[slots[i] - 1];
    if (node.hash == hash && node.kind == kind && node.size == words.size() &&
        std::equal(words.begin(), words.end(), pool.begin() + node.first))
      return slots[i] - 1;
  }
  Formula f = Formula(nodes.size());
  Node node{uint32_t(pool.size()), uint32_t(words.size()), f, hash, 0, kind,
            false};
  pool.insert(pool.end(), words.begin(), words.end());
  describe(node);
  nodes.push_back(node);
  slots[i] = f + 1;
  if (nodes.size() * 2 > slots.size())
    grow();
  if (kind != Kind::False && kind != Kind::Atom) {
    Formula canonical = makeCanonical(f);
    nodes[f].canonical = canonical;
  }
  return f;
}

Formula FormulaStore::makeCanonical(Formula f) {
  std::vector<int32_t> copy(words(f).begin(), words(f).end());
  bool implication = is(f, Kind::Implication);
  bool same = true;
  for (size_t i = 0; i < copy.size(); ++i) {
    int32_t twin = implication && i >= 2 ? SymbolTable::anonymous
                                         : int32_t(canonical(copy[i]));
    same &= twin == copy[i];
    copy[i] = twin;
  }
  return same ? f : make(kind(f), copy);
}

void FormulaStore::truncate(size_t count) {
  size_t mask = slots.size() - 1;
  while (nodes.size() > count) {
    size_t i = nodes.back().hash & mask;
    while (slots[i] != nodes.size())
      i = (i + 1) & mask;
    slots[i] = 0;
    pool.resize(nodes.back().first);
    nodes.pop_back();
  }
}

Formula FormulaStore::negate(Formula f) {
  if (is(f, Kind::Negation))
    return negated(f);
  const int32_t word = int32_t(f);
  return make(Kind::Negation, {&word, 1});
}

bool FormulaStore::isExistential(Formula f) const {
  return is(f, Kind::Negation) && is(negated(f), Kind::Implication);
}

void FormulaStore::flatten(Formula f, std::vector<Formula> &parts) const {
  if (!is(f, Kind::Conjunction)) {
    parts.push_back(f);
    return;
  }
  for (int32_t part : words(f))
    flatten(part, parts);
}

/// Copies `f` with every argument mapped; `map` is told how many variables are
/// bound between the argument and the root. Formulas that `skip` are kept.
template <typename Skip, typename Map>
Formula FormulaStore::rebuild(Formula f, uint32_t depth, const Skip &skip,
                              const Map &map) {
  if (skip(nodes[f], depth))
    return f;
  Kind k = kind(f);
  std::vector<int32_t> copy(words(f).begin(), words(f).end());
  if (k == Kind::Atom) {
    for (size_t i = 1; i < copy.size(); ++i)
      copy[i] = map(copy[i], depth);
    return make(k, copy);
  }
  bool implication = k == Kind::Implication;
  uint32_t inner = depth + (implication ? uint32_t(copy.size() - 2) : 0);
  size_t children = implication ? 2 : copy.size();
  for (size_t i = 0; i < children; ++i)
    copy[i] = rebuild(copy[i], inner, skip, map);
  return make(k, copy);
}

Formula FormulaStore::instantiate(Formula body, std::span<const Term> terms) {
  auto skip = [](const Node &node, uint32_t depth) {
    return node.loose <= depth;
  };
  auto map = [&](Term t, uint32_t depth) -> Term {
    if (!isBound(t) || boundIndex(t) < depth)
      return t;
    return terms[terms.size() - 1 - (boundIndex(t) - depth)];
  };
  return rebuild(body, 0, skip, map);
}

Formula FormulaStore::replacePatterns(Formula f, std::span<const Term> terms) {
  auto skip = [](const Node &node, uint32_t) { return !node.hasPatterns; };
  auto map = [&](Term t, uint32_t) {
    return isPattern(t) ? terms[patternIndex(t)] : t;
  };
  return rebuild(f, 0, skip, map);
}

Formula FormulaStore::dropVariable(Formula implication, size_t position,
                                   Term term) {
  std::vector<int32_t> copy(words(implication).begin(),
                            words(implication).end());
  uint32_t dropped = uint32_t(copy.size() - 2 - 1 - position);
  auto skip = [](const Node &node, uint32_t depth) {
    return node.loose <= depth;
  };
  auto map = [&](Term t, uint32_t depth) -> Term {
    if (!isBound(t) || boundIndex(t) < depth + dropped)
      return t;
    if (boundIndex(t) == depth + dropped)
      return term;
    return boundTerm(boundIndex(t) - 1);
  };
  copy[0] = rebuild(copy[0], 0, skip, map);
  copy[1] = rebuild(copy[1], 0, skip, map);
  copy.erase(copy.begin() + 2 + position);
  return make(Kind::Implication, copy);
}

bool FormulaStore::matches(Formula pattern, std::span<const Term> terms,
                           Formula f) const {
  const Node &p = nodes[pattern];
  if (!p.hasPatterns)
    return pattern == f;
  const Node &n = nodes[f];
  if (p.kind != n.kind || p.size != n.size)
    return false;
  const int32_t *a = pool.data() + p.first, *b = pool.data() + n.first;
  if (p.kind == Kind::Atom) {
    if (a[0] != b[0])
      return false;
    for (size_t i = 1; i < p.size; ++i)
      if ((isPattern(a[i]) ? terms[patternIndex(a[i])] : a[i]) != b[i])
        return false;
    return true;
  }
  size_t children = p.kind == Kind::Implication ? 2 : p.size;
  for (size_t i = 0; i < children; ++i)
    if (!matches(a[i], terms, b[i]))
      return false;
  return true;
}
