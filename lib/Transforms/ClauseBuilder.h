//===- ClauseBuilder.h - From a clause to a rule ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A clause is what a path through a formula collects: variables, flattened
// premises, a head. A rule has no equalities among its premises: they are
// substituted away, and the rule remembers, for each variable of the clause,
// what has come to stand for it, and that the equality became trivial.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TRANSFORMS_CLAUSEBUILDER_H
#define MPLC_LIB_TRANSFORMS_CLAUSEBUILDER_H

#include "RuleData.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace mplc {

struct ClausePremise {
  mlir::Location loc;
  bool isEquality = false;
  AtomData atom;        ///< If it is no equality.
  TermData left, right; ///< If it is one.
};

/// The words of a path, `1.u.i`. Copies share what they have in common: a chain of
/// definitions has as many paths as links, and one longer than the other.
class ClausePath {
public:
  ClausePath() = default;
  ClausePath(const ClausePath &) = default;
  ClausePath(ClausePath &&) = default;
  ClausePath &operator=(ClausePath other) {
    std::swap(last, other.last);
    return *this;
  }
  /// One after the other, not one in the other: paths may be long.
  ~ClausePath() {
    while (last && last.use_count() == 1)
      last = std::shared_ptr<Word>(std::move(last->before));
  }

  void enter(llvm::StringRef word) {
    last = std::make_shared<Word>(Word{word.str(), std::move(last)});
  }
  bool empty() const { return !last; }
  std::string text() const {
    std::vector<llvm::StringRef> words;
    for (const Word *word = last.get(); word; word = word->before.get())
      words.push_back(word->text);
    std::reverse(words.begin(), words.end());
    return llvm::join(words, ".");
  }

private:
  struct Word {
    std::string text;
    std::shared_ptr<Word> before;
  };
  std::shared_ptr<Word> last;
};

struct ClauseData {
  RuleData::Source source = RuleData::Source::Use;
  std::string root;
  ClausePath path;
  /// By name: parameters of the definition, then what the path binds, then what
  /// an existential head binds.
  std::vector<std::string> variables;
  unsigned numParameters = 0, numFresh = 0;
  std::vector<ClausePremise> premises;
  RuleData::Head head = RuleData::Head::Derive;
  /// The formula's head is a negation, and the rule's head says the same of a
  /// negated relation: what is negated is not among the premises.
  bool hasNegatedHead = false;
  AtomData atom;
  TermData left, right;
  std::vector<AtomData> witnesses;

  void enter(llvm::StringRef word) { path.enter(word); }
};

struct BuildResult {
  std::optional<RuleData> rule; ///< Nothing if the clause always holds.
  std::string unsupported;      ///< Why there is no rule, if it does not.
  mlir::Location loc;           ///< Where the reason is.
};

/// The rule of a clause. `filler` stands for variables that occur nowhere.
BuildResult buildRule(const ClauseData &clause, mlir::Location loc,
                      const std::optional<TermData> &filler);

/// The goal of a statement. Every variable stays, unless an equality removes it.
BuildResult buildGoal(const ClauseData &clause, mlir::Location loc);

} // namespace mplc

#endif // MPLC_LIB_TRANSFORMS_CLAUSEBUILDER_H
