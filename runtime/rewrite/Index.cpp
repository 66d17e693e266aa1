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

} // namespace mplrt::rewrite
