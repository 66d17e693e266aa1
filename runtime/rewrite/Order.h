//===- Order.h - Reduction orders -------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_ORDER_H
#define MPLRT_REWRITE_ORDER_H

#include "runtime/rewrite/Terms.h"

namespace mplrt::rewrite {

/// A reduction order that is total on ground terms: s > t implies that t may
/// replace s everywhere, and this comes to an end.
///
/// Weight: the order of Knuth and Bendix (1970), with variables of weight 1 and no
/// symbol below that. Path: the lexicographic path order (Kamin and Levy, 1980),
/// computed as by Löchner (Things to know when implementing LPO, 2006).
class Order {
public:
  enum class Kind : uint8_t { Weight, Path };
  Order(const Terms &terms, Kind kind) : terms(terms), kind(kind) {}

  bool isGreater(TermId s, TermId t) const {
    return kind == Kind::Weight ? weightGreater(s, t) : pathGreater(s, t);
  }

private:
  bool weightGreater(TermId s, TermId t) const;
  bool pathGreater(TermId s, TermId t) const;
  bool coversVariables(TermId s, TermId t) const;
  uint32_t rank(TermId t) const { return terms.symbol(terms.head(t)).rank; }

  const Terms &terms;
  const Kind kind;
  mutable std::vector<int> counts; ///< Of variables; kept for its memory.
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_ORDER_H
