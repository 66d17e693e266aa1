//===- Relevance.cpp - Which theorems a goal is likely to need ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Premise selection by symbols, after Meng and Paulson ("Lightweight relevance
// filtering for machine-generated resolution problems", 2009; Sledgehammer's MePo).
// A symbol is a relation or function, memberships aside. It weighs 1 + 2/log2(n + 1)
// where n theorems have it, so that rare ones count more. A theorem's score is the
// weight of those of its symbols that are relevant over that weight plus the number of
// those that are not. The symbols of the goal are relevant, and, as they are used in
// its definition, those of the rules of definitions whose atoms the goal has. The best
// theorem is taken, its symbols become relevant, and so on. Of theorems with the same
// score the shorter one is taken first: it makes fewer terms.
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Relevance.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace mplrt {

using calculus::Atom;
using calculus::Clause;
using calculus::Goal;
using calculus::Program;
using calculus::Rule;

namespace {

using Symbols = std::set<calculus::RelationId>;

void add(const std::vector<Atom> &atoms, Symbols &symbols) {
  for (const Atom &atom : atoms)
    if (atom.args.size() > 1)
      symbols.insert(atom.relation);
}

Symbols symbolsOf(const Goal &goal) {
  Symbols symbols;
  add(goal.premises, symbols);
  add(goal.witnesses, symbols);
  if (goal.head == Rule::Head::Derive)
    add({goal.atom}, symbols);
  return symbols;
}

/// What definitions say by other symbols.
void unfold(const Program &program, Symbols &symbols) {
  for (bool grows = true; grows;) {
    const size_t before = symbols.size();
    for (const Rule &rule : program.rules)
      if (rule.clause.kind == Clause::Kind::Fold &&
          symbols.count(rule.atom.relation) != 0)
        add(rule.premises, symbols);
    grows = symbols.size() > before;
  }
}

} // namespace

std::vector<uint32_t> mostRelevant(const Goal &goal,
                                   const std::vector<const Goal *> &theorems,
                                   const Program &program, size_t limit) {
  Symbols relevant = symbolsOf(goal);
  unfold(program, relevant);
  std::vector<Symbols> symbols;
  std::vector<uint32_t> uses(program.relations.size(), 0);
  for (const Goal *theorem : theorems) {
    symbols.push_back(symbolsOf(*theorem));
    for (const uint32_t symbol : symbols.back())
      ++uses[symbol];
  }
  auto weight = [&](uint32_t symbol) { return 1 + 2 / std::log2(uses[symbol] + 1.0); };
  auto score = [&](uint32_t t) {
    double known = 0, unknown = 0;
    for (const uint32_t symbol : symbols[t])
      if (relevant.count(symbol) != 0)
        known += weight(symbol);
      else
        unknown += 1;
    return known == 0 ? 0 : known / (known + unknown);
  };
  std::vector<uint32_t> chosen;
  std::vector<bool> isChosen(theorems.size(), false);
  while (chosen.size() < limit) {
    uint32_t best = calculus::none;
    double bestScore = 0;
    for (uint32_t t = 0; t < theorems.size(); ++t) {
      const double own = isChosen[t] ? 0 : score(t);
      if (own > bestScore ||
          (own > 0 && own == bestScore &&
           theorems[t]->premises.size() < theorems[best]->premises.size())) {
        best = t;
        bestScore = own;
      }
    }
    if (best == calculus::none)
      break;
    isChosen[best] = true;
    chosen.push_back(best);
    relevant.insert(symbols[best].begin(), symbols[best].end());
  }
  return chosen;
}

} // namespace mplrt
