//===- Terms.h - Terms up to what they compute ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_TERMS_H
#define MPLRT_EXPLORE_TERMS_H

#include "runtime/explore/GroundModel.h"

#include <unordered_set>

namespace mplrt {

struct ExploredTerm {
  enum class Kind : uint8_t { Variable, Constant, Application };
  Kind kind = Kind::Variable;
  uint32_t head = 0; ///< Variable: its number; constant: index; else function.
  std::vector<uint32_t> args; ///< Terms.
  uint32_t sort = 0;          ///< Membership relation.
  uint32_t size = 0;          ///< Applications in it.
};

/// Two terms that are equal for all values tried.
struct Candidate {
  uint32_t left, right; ///< The left one is the larger or newer.
};

/// Enumerates the well-sorted terms over the functions and constants of an
/// exploration, smallest first, and groups them by their values in a model. Only
/// the first term of a group occurs in larger ones: what an equation rewrites
/// away need not be looked at again.
class Terms {
public:
  Terms(const Theory &theory, const calculus::Exploration &bounds);

  /// Adds all terms of the next size; the candidates that it gave, each once up
  /// to names of variables, those that say most first.
  std::vector<Candidate> next();
  uint32_t size() const { return currentSize; }
  size_t numTerms() const { return terms.size(); }
  /// Too many terms: what follows is left out.
  bool isExhausted() const { return exhausted; }

  /// The equation as a conjecture, in the form in which it is stated: the
  /// applications in it as premises, the outermost one of the left side as head.
  calculus::Conjecture conjecture(const Candidate &candidate,
                                  const std::string &name) const;
  /// For people, for instance `a + b = b + a`.
  std::string text(const Candidate &candidate) const;

private:
  void add(ExploredTerm term, std::vector<Candidate> &candidates);
  void addApplications(uint32_t function, std::vector<Candidate> &candidates);
  std::vector<Id> valuesOf(const ExploredTerm &term);
  uint64_t hashOf(uint32_t term) const;
  std::string canonical(const Candidate &candidate) const;
  std::string text(uint32_t term) const;
  bool isSymbol(const std::string &name) const;

  const Theory &theory;
  const calculus::Exploration bounds;
  GroundModel model;
  std::vector<ExploredTerm> terms;
  std::vector<std::vector<Id>> values; ///< By term, one an assignment.
  std::unordered_map<uint64_t, std::vector<uint32_t>> groups; ///< By hash of values.
  std::vector<std::vector<uint32_t>> firsts; ///< By size: firsts of their groups.
  std::unordered_set<std::string> seen; ///< Candidates, canonical.
  uint32_t currentSize = 0;
  bool exhausted = false;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_TERMS_H
