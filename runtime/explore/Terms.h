//===- Terms.h - Terms up to what they compute ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_TERMS_H
#define MPLRT_EXPLORE_TERMS_H

#include "runtime/layout/Theory.h"
#include "runtime/explore/Law.h"
#include "runtime/explore/Sample.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace mplrt {

/// Enumerates the well-sorted terms over the functions and constants of an
/// exploration, smallest first, and groups them by their values in a model. Only
/// the first term of a group occurs in larger ones: what an equation rewrites
/// away need not be looked at again.
class Terms {
public:
  Terms(const Theory &theory, const calculus::Exploration &bounds,
        std::vector<std::shared_ptr<Model>> models);

  /// Adds all terms of the next size; the equations that it gave, each once up
  /// to names of variables, those that say most first.
  std::vector<Law> next();
  uint32_t size() const { return currentSize; }
  size_t numTerms() const { return terms.size(); }
  /// Too many terms: what follows is left out.
  bool isExhausted() const { return exhausted; }

  const std::vector<ExploredTerm> &all() const { return terms; }
  /// Terms of this size that are the first of their groups.
  const std::vector<uint32_t> &ofSize(uint32_t size) const { return firsts[size]; }
  /// Of the group that the term is the first of, the term of its size that a
  /// mathematician writes.
  uint32_t simplest(uint32_t first) const {
    const auto it = simpler.find(first);
    return it == simpler.end() ? first : it->second;
  }
  /// The term's values, one an assignment of the sample.
  const std::vector<Element> &valuesOf(uint32_t term) const { return values[term]; }
  const Sample &assignments() const { return sample; }
  const LawWriter &writer() const { return laws; }

private:
  void addVariables(const std::vector<uint32_t> &sorts);
  void addConstants();
  void add(ExploredTerm term, std::vector<Law> &candidates);
  void addApplications(uint32_t function, std::vector<Law> &candidates);
  bool isSimpler(uint32_t a, uint32_t b) const;
  std::vector<Element> evaluate(const ExploredTerm &term) const;
  uint64_t hashOf(uint32_t sort, const std::vector<Element> &values) const;

  const Theory &theory;
  const calculus::Exploration bounds;
  std::vector<ExploredTerm> terms;
  LawWriter laws;
  Sample sample;
  std::vector<std::vector<Element>> values;
  std::unordered_map<uint64_t, std::vector<uint32_t>> groups; ///< By hash of values.
  std::vector<std::vector<uint32_t>> firsts; ///< By size: firsts of their groups.
  std::unordered_map<uint32_t, uint32_t> simpler; ///< By first of a group.
  std::unordered_set<std::string> seen; ///< Candidates, canonical.
  uint32_t currentSize = 0;
  bool exhausted = false;
};

/// Those that say most first: many variables, few constants; otherwise in order.
void sortByGenerality(std::vector<Law> &laws, const LawWriter &writer);

} // namespace mplrt

#endif // MPLRT_EXPLORE_TERMS_H
