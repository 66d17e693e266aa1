//===- ClauseBuilder.cpp - From a clause to a rule ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ClauseBuilder.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace mplc {

namespace {

using Head = RuleData::Head;

class Builder {
public:
  Builder(const ClauseData &clause, Location loc, bool isGoal,
          std::optional<TermData> filler)
      : clause(clause), isGoal(isGoal), filler(std::move(filler)), rule(loc),
        result{std::nullopt, "", loc} {
    for (int v = 0; v < int(clause.variables.size()); ++v)
      standsFor.push_back(TermData::var(v));
  }

  BuildResult run() {
    rule.isGoal = isGoal;
    rule.source = isGoal ? RuleData::Source::Statement : clause.source;
    rule.root = clause.root;
    rule.path = clause.path.empty() ? "-" : clause.path.text();
    rule.variables = clause.variables;
    rule.numFresh = clause.numFresh;
    if (!removeEqualities())
      return std::move(result);
    collectPremises();
    setHead();
    if (!isGoal && isTrivial())
      return std::move(result);
    setSubstitution();
    if (!isGoal && !bindVariables())
      return std::move(result);
    renumber();
    makeNamesUnique();
    result.rule = std::move(rule);
    return std::move(result);
  }

private:
  bool fail(Location loc, std::string why) {
    result.unsupported = std::move(why);
    result.loc = loc;
    return false;
  }

  TermData resolve(TermData t) const {
    while (t.isVariable() && !(standsFor[t.variable] == t))
      t = standsFor[t.variable];
    return t;
  }
  AtomData resolve(AtomData atom) const {
    for (TermData &t : atom.args)
      t = resolve(t);
    return atom;
  }

  /// Identifies what equality premises make equal. Two different constants can
  /// only be told apart as a whole clause.
  bool removeEqualities() {
    for (const ClausePremise &premise : clause.premises) {
      if (!premise.isEquality)
        continue;
      TermData left = resolve(premise.left), right = resolve(premise.right);
      if (left == right)
        continue;
      // The earlier variable stays, a constant always does.
      if (!left.isVariable() ||
          (right.isVariable() && right.variable > left.variable))
        std::swap(left, right);
      if (left.isVariable()) {
        standsFor[left.variable] = right;
      } else if (clause.head == Head::Refute && !isGoal && !isApart &&
                 llvm::all_of(clause.premises, [](const ClausePremise &p) {
                   return p.isEquality;
                 })) {
        isApart = true;
        rule.left = resolve(premise.left);
        rule.right = resolve(premise.right);
        apartPremise = &premise;
      } else {
        return fail(premise.loc, "a premise that equates two constants");
      }
    }
    return true;
  }

  void collectPremises() {
    for (const ClausePremise &premise : clause.premises) {
      CiteData cite;
      if (&premise == apartPremise) {
        cite.premise = 0;
      } else if (premise.isEquality) {
        cite.kind = horn::SourceOp::Reflexive;
        cite.term = resolve(premise.left);
      } else {
        const AtomData atom = resolve(premise.atom);
        auto known = llvm::find(rule.premises, atom);
        cite.premise = int(known - rule.premises.begin());
        if (known == rule.premises.end())
          rule.premises.push_back(atom);
      }
      rule.cites.push_back(cite);
    }
    if (clause.hasNegatedHead)
      rule.cites.push_back({horn::SourceOp::Assumed, 0, 0, {}});
  }

  void setHead() {
    rule.head = isApart ? Head::Apart : clause.head;
    if (rule.head == Head::Derive)
      rule.atom = resolve(clause.atom);
    if (rule.head == Head::Equate) {
      rule.left = resolve(clause.left);
      rule.right = resolve(clause.right);
    }
    for (const AtomData &witness : clause.witnesses)
      rule.witnesses.push_back(resolve(witness));
  }

  bool isTrivial() const {
    if (rule.head == Head::Derive)
      return llvm::is_contained(rule.premises, rule.atom);
    return rule.head == Head::Equate && rule.left == rule.right;
  }

  /// A clause's own variables: neither parameters, which the definition's atom
  /// gives, nor what its head binds.
  void setSubstitution() {
    const size_t end = clause.variables.size() - clause.numFresh;
    for (size_t v = clause.numParameters; v < end; ++v)
      rule.substitution.push_back(
          {clause.variables[v], resolve(TermData::var(int(v)))});
  }

  /// A match must give every variable a value.
  bool bindVariables() {
    std::vector<bool> isBound(rule.variables.size(), false);
    for (const AtomData &premise : rule.premises)
      for (const TermData &t : premise.args)
        if (t.isVariable())
          isBound[t.variable] = true;
    int unbound = -1;
    auto check = [&](const TermData &t) {
      if (t.isVariable() && !rule.isFresh(t.variable) && !isBound[t.variable])
        unbound = t.variable;
    };
    if (rule.head == Head::Derive)
      llvm::for_each(rule.atom.args, check);
    if (rule.head == Head::Equate) {
      check(rule.left);
      check(rule.right);
    }
    for (const AtomData &witness : rule.witnesses)
      llvm::for_each(witness.args, check);
    if (unbound >= 0)
      return fail(rule.loc, "a clause whose variable '" +
                                rule.variables[unbound] +
                                "' occurs in no premise");
    // What occurs nowhere may be anything.
    std::optional<TermData> anything = filler;
    for (int v = 0; v < int(rule.numOuter()) && !anything; ++v)
      if (isBound[v])
        anything = TermData::var(v);
    bool isFilled = true;
    auto fill = [&](TermData &t) {
      if (!t.isVariable() || isBound[t.variable] || rule.isFresh(t.variable))
        return;
      if (anything)
        t = *anything;
      else
        isFilled = false;
    };
    for (auto &[name, term] : rule.substitution)
      fill(term);
    for (CiteData &cite : rule.cites)
      fill(cite.term);
    return isFilled ||
           fail(rule.loc, "a clause whose variables occur in no premise");
  }

  void renumber() {
    std::vector<bool> isUsed(rule.variables.size(), false);
    rule.forEachTerm([&](TermData &t) {
      if (t.isVariable())
        isUsed[t.variable] = true;
    });
    for (size_t v = rule.numOuter(); v < rule.variables.size(); ++v)
      isUsed[v] = true;
    std::vector<int> number(rule.variables.size(), -1);
    std::vector<std::string> names;
    for (size_t v = 0; v < rule.variables.size(); ++v)
      if (isUsed[v]) {
        number[v] = int(names.size());
        names.push_back(rule.variables[v]);
      }
    rule.forEachTerm([&](TermData &t) {
      if (t.isVariable())
        t.variable = number[t.variable];
    });
    rule.variables = std::move(names);
  }

  /// Parameters and bound variables come from different places; only what the
  /// head binds must keep its name, and the clause's own names are kept apart.
  void makeNamesUnique() {
    for (size_t v = rule.numOuter(); v-- > 0;)
      while (llvm::count(rule.variables, rule.variables[v]) > 1)
        rule.variables[v] += '_';
  }

  const ClauseData &clause;
  const bool isGoal;
  const std::optional<TermData> filler;
  RuleData rule;
  BuildResult result;
  std::vector<TermData> standsFor;
  bool isApart = false;
  const ClausePremise *apartPremise = nullptr;
};

} // namespace

BuildResult buildRule(const ClauseData &clause, Location loc,
                      const std::optional<TermData> &filler) {
  return Builder(clause, loc, /*isGoal=*/false, filler).run();
}

BuildResult buildGoal(const ClauseData &clause, Location loc) {
  return Builder(clause, loc, /*isGoal=*/true, std::nullopt).run();
}

} // namespace mplc
