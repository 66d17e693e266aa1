//===- Order.cpp - Reduction orders ---------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/Order.h"

#include <algorithm>

namespace mplrt::rewrite {

/// Whether no variable occurs more often in t than in s.
bool Order::coversVariables(TermId s, TermId t) const {
  if (terms.isGround(t))
    return true;
  if (terms.numVariables(t) > terms.numVariables(s))
    return false;
  counts.clear();
  terms.count(s, 1, counts);
  terms.count(t, -1, counts);
  return std::all_of(counts.begin(), counts.end(), [](int n) { return n >= 0; });
}

bool Order::weightGreater(TermId s, TermId t) const {
  if (s == t || terms.isVariable(s) || terms.weight(s) < terms.weight(t))
    return false;
  if (terms.isVariable(t))
    return terms.occurs(t, s);
  if (!coversVariables(s, t))
    return false;
  if (terms.weight(s) > terms.weight(t))
    return true;
  if (terms.head(s) != terms.head(t))
    return rank(s) > rank(t);
  const auto left = terms.args(s), right = terms.args(t);
  size_t i = 0;
  while (left[i] == right[i])
    ++i;
  return weightGreater(left[i], right[i]);
}

bool Order::pathGreater(TermId s, TermId t) const {
  if (s == t || terms.isVariable(s))
    return false;
  if (terms.isVariable(t))
    return terms.occurs(t, s);
  const auto left = terms.args(s), right = terms.args(t);
  // s is greater than all inputs of t from the i-th on.
  auto majorises = [&](size_t i) {
    return std::all_of(right.begin() + ptrdiff_t(i), right.end(),
                       [&](TermId u) { return pathGreater(s, u); });
  };
  // An input of s from the i-th on is t or greater.
  auto contains = [&](size_t i) {
    return std::any_of(left.begin() + ptrdiff_t(i), left.end(),
                       [&](TermId u) { return u == t || pathGreater(u, t); });
  };
  if (terms.head(s) == terms.head(t)) {
    size_t i = 0;
    while (left[i] == right[i])
      ++i;
    return pathGreater(left[i], right[i]) ? majorises(i + 1) : contains(i + 1);
  }
  return rank(s) > rank(t) ? majorises(0) : contains(0);
}

} // namespace mplrt::rewrite
