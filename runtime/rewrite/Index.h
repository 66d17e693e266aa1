//===- Index.h - Which patterns match a term --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_INDEX_H
#define MPLRT_REWRITE_INDEX_H

#include "runtime/rewrite/Terms.h"

#include <algorithm>

namespace mplrt::rewrite {

/// A discrimination tree (McCune, 1992): patterns as paths of their symbols in
/// preorder, all variables alike, so that what is found must still be matched.
class Index {
public:
  explicit Index(const Terms &terms) : terms(terms), nodes(1) {}

  void insert(TermId pattern, uint32_t value);
  void remove(TermId pattern, uint32_t value);
  /// Visits values whose patterns may match the term until one is taken.
  template <typename Take> bool find(TermId term, Take &&take) const {
    open.clear();
    open.push_back(term);
    return find(0, take);
  }

private:
  static constexpr uint32_t none = ~0u;
  struct Node {
    uint32_t any = none; ///< Where a variable leads.
    std::vector<std::pair<Symbol, uint32_t>> children; ///< Sorted.
    std::vector<uint32_t> values;
  };

  uint32_t walk(uint32_t node, TermId pattern);
  uint32_t child(uint32_t node, Symbol f) const;
  template <typename Take> bool find(uint32_t node, Take &take) const;

  const Terms &terms;
  std::vector<Node> nodes;
  mutable std::vector<TermId> open; ///< The terms still to be read, next one last.
};

/// What is open stays as it was.
template <typename Take> bool Index::find(uint32_t at, Take &take) const {
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
      isTaken = find(next, take);
      open.resize(open.size() - inputs.size());
    }
  }
  if (!isTaken && node.any != none)
    isTaken = find(node.any, take);
  open.push_back(term);
  return isTaken;
}

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_INDEX_H
