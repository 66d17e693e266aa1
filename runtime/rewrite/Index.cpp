//===- Index.cpp - Which patterns match a term ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Index.h"

#include <algorithm>

namespace mplrt::rewrite {

uint32_t Index::child(uint32_t node, Symbol f) const {
  const auto &children = nodes[node].children;
  const auto it = std::lower_bound(children.begin(), children.end(),
                                   std::make_pair(f, 0u));
  return it != children.end() && it->first == f ? it->second : none;
}

/// Follows the path of a pattern, and makes it where there is none.
uint32_t Index::walk(uint32_t node, TermId pattern) {
  if (terms.isVariable(pattern)) {
    if (nodes[node].any == none) {
      nodes[node].any = uint32_t(nodes.size());
      nodes.emplace_back();
    }
    return nodes[node].any;
  }
  uint32_t next = child(node, terms.head(pattern));
  if (next == none) {
    next = uint32_t(nodes.size());
    auto &children = nodes[node].children;
    children.insert(std::lower_bound(children.begin(), children.end(),
                                     std::make_pair(terms.head(pattern), 0u)),
                    {terms.head(pattern), next});
    nodes.emplace_back();
  }
  for (const TermId a : terms.args(pattern))
    next = walk(next, a);
  return next;
}

void Index::insert(TermId pattern, uint32_t value) {
  nodes[walk(0, pattern)].values.push_back(value);
}

void Index::remove(TermId pattern, uint32_t value) {
  std::erase(nodes[walk(0, pattern)].values, value);
}

bool Index::find(TermId term, const Visit &take) const {
  std::vector<TermId> open{term};
  return find(0, open, take);
}

/// `open`: the terms still to be read, next one last. Left as it was.
bool Index::find(uint32_t at, std::vector<TermId> &open, const Visit &take) const {
  const Node &node = nodes[at];
  if (open.empty())
    return std::any_of(node.values.begin(), node.values.end(), take);
  const TermId term = open.back();
  open.pop_back();
  bool isTaken = false;
  if (!terms.isVariable(term)) {
    const uint32_t next = child(at, terms.head(term));
    if (next != none) {
      const auto inputs = terms.args(term);
      open.insert(open.end(), inputs.rbegin(), inputs.rend());
      isTaken = find(next, open, take);
      open.resize(open.size() - inputs.size());
    }
  }
  if (!isTaken && node.any != none)
    isTaken = find(node.any, open, take);
  open.push_back(term);
  return isTaken;
}

} // namespace mplrt::rewrite
