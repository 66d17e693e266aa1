//===- Index.h - Which patterns match a term --------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_INDEX_H
#define MPLRT_REWRITE_INDEX_H

#include "runtime/rewrite/Terms.h"

#include <functional>

namespace mplrt::rewrite {

/// A discrimination tree (McCune, 1992): patterns as paths of their symbols in
/// preorder, all variables alike, so that what is found must still be matched.
class Index {
public:
  explicit Index(const Terms &terms) : terms(terms), nodes(1) {}

  void insert(TermId pattern, uint32_t value);
  void remove(TermId pattern, uint32_t value);
  /// Visits values whose patterns may match the term until one is taken.
  using Visit = std::function<bool(uint32_t value)>;
  bool find(TermId term, const Visit &take) const;

private:
  static constexpr uint32_t none = ~0u;
  struct Node {
    uint32_t any = none; ///< Where a variable leads.
    std::vector<std::pair<Symbol, uint32_t>> children; ///< Sorted.
    std::vector<uint32_t> values;
  };

  uint32_t walk(uint32_t node, TermId pattern);
  uint32_t child(uint32_t node, Symbol f) const;
  bool find(uint32_t node, std::vector<TermId> &open, const Visit &take) const;

  const Terms &terms;
  std::vector<Node> nodes;
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_INDEX_H
