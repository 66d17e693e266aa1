//===- Builds.cpp - Which applications a rule wants to exist --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Witnesses on demand. A total function never makes new values by itself; a
// value is made because some rule could use it. What a rule could use follows
// from its functional dependencies: `closure` collects the premises whose
// outputs feed a set of variables, directly or through others. The premises
// inside the closure of a head's inputs are the pattern of a recursive
// definition, those outside are what the definition needs; the premises inside
// the closure of one side of an equation are that side, those outside the other.
//
//   unfolding  b' = s(b), a+b = d, s(d) = e -> a+b' = e
//              a+b' exists and b' = s(b) matches: wants a+b, then s(d)
//   rewriting  the premises of one side match: wants those of the other, one
//              generation up
//   unary law  a rule about i(x) for every x: wants i(x), one generation up
//
//===----------------------------------------------------------------------===//

#include "mplc/Calculus/Plan.h"

#include <algorithm>
#include <set>

namespace mplc::calculus {

namespace {

class BuildDeriver {
public:
  BuildDeriver(const Rule &rule, RuleId id, const Program &program)
      : rule(rule), id(id), program(program) {}

  std::vector<Matcher> run(bool isTheorem) {
    switch (rule.head) {
    case Rule::Head::Derive:
      if (!relation(rule.atom).functional)
        break;
      if (isTheorem)
        rewriteFrom(rule.atom.args.back());
      else if (!relation(rule.atom).constructor || isOfOtherConstructors())
        unfold();
      break;
    case Rule::Head::Equate:
      rewriteFrom(rule.left);
      rewriteFrom(rule.right);
      break;
    case Rule::Head::Refute:
    case Rule::Head::Witness:
      break;
    }
    return std::move(builds);
  }

private:
  const Relation &relation(const Atom &atom) const {
    return program.relations[atom.relation];
  }

  /// One set's constructor may be a function on another's values, as plus two, which
  /// makes the even numbers, is two successors.
  bool isOfOtherConstructors() const {
    return std::none_of(rule.premises.begin(), rule.premises.end(), [&](const Atom &p) {
      return p.relation == rule.atom.relation ||
             (relation(p).functional && !relation(p).constructor);
    });
  }

  /// Which premises feed `seed` by their outputs, transitively.
  std::vector<bool> closure(std::set<Term> seed) const {
    std::vector<bool> in(rule.premises.size(), false);
    for (bool again = true; again;) {
      again = false;
      for (size_t i = 0; i < rule.premises.size(); ++i) {
        const Atom &premise = rule.premises[i];
        if (in[i] || !relation(premise).functional ||
            !seed.count(premise.args.back()))
          continue;
        in[i] = again = true;
        for (Term t : premise.args)
          if (!isConstant(t))
            seed.insert(t);
      }
    }
    return in;
  }

  /// `pattern` and the premises inside are matched; the others are wanted.
  void split(const std::vector<bool> &inside, std::vector<Atom> pattern,
             bool unfold) {
    std::vector<Atom> wanted;
    for (size_t i = 0; i < rule.premises.size(); ++i)
      (inside[i] ? pattern : wanted).push_back(rule.premises[i]);
    if (!pattern.empty() && !wanted.empty())
      build(std::move(pattern), std::move(wanted), unfold);
  }

  /// One build rule an application wanted, in order of dependency: a later one
  /// matches the earlier ones too.
  void build(std::vector<Atom> pattern, std::vector<Atom> wanted, bool unfold) {
    std::set<Term> bound;
    auto bind = [&](const Atom &atom) {
      for (Term t : atom.args)
        if (!isConstant(t))
          bound.insert(t);
    };
    for (const Atom &atom : pattern)
      bind(atom);
    Matcher matcher;
    matcher.rule = id;
    matcher.numVariables = rule.numVariables + 1;
    matcher.action.kind = Action::Kind::Create;
    matcher.action.core = uint32_t(pattern.size());
    matcher.action.unfold = unfold;
    matcher.premises = std::move(pattern);
    auto isReady = [&](const Atom &atom) {
      return std::all_of(atom.args.begin(), atom.args.end() - 1, [&](Term t) {
        return isConstant(t) || bound.count(t);
      });
    };
    for (;;) {
      auto next = std::find_if(wanted.begin(), wanted.end(), [&](const Atom &a) {
        return relation(a).functional && relation(a).totality != none &&
               a.args.size() > 1 && isReady(a);
      });
      if (next == wanted.end())
        return;
      matcher.action.atom = *next;
      builds.push_back(matcher);
      matcher.premises.push_back(*next);
      bind(*next);
      wanted.erase(next);
    }
  }

  void unfold() {
    std::set<Term> inputs;
    for (size_t c = 0; c + 1 < rule.atom.args.size(); ++c)
      if (!isConstant(rule.atom.args[c]))
        inputs.insert(rule.atom.args[c]);
    const std::vector<bool> pattern = closure(inputs);
    // The application exists already, whatever its output is by now.
    Atom application = rule.atom;
    application.args.back() = Term(rule.numVariables);
    // Recursion takes constructors apart and therefore ends. A law whose pattern
    // is an operation (associativity stated with its root as the head) could go
    // on without end: it pays a generation, as any rewriting does.
    bool takesConstructorsApart = true;
    for (size_t i = 0; i < rule.premises.size(); ++i)
      if (pattern[i] && !relation(rule.premises[i]).constructor)
        takesConstructorsApart = false;
    split(pattern, {application}, takesConstructorsApart);

    for (size_t i = 0; i < rule.premises.size(); ++i) {
      const Atom &premise = rule.premises[i];
      const Relation &rel = relation(premise);
      if (!pattern[i] || !rel.functional || rel.constructor ||
          premise.args.size() != 2 || isConstant(premise.args[0]) ||
          rel.columns[0].sort == none)
        continue;
      build({Atom{rel.columns[0].sort, {premise.args[0]}}}, {premise},
            /*unfold=*/false);
    }
  }

  void rewriteFrom(Term root) {
    std::vector<bool> inside(rule.premises.size(), false);
    if (!isConstant(root))
      inside = closure({root});
    split(inside, {}, /*unfold=*/false);
  }

  const Rule &rule;
  const RuleId id;
  const Program &program;
  std::vector<Matcher> builds;
};

} // namespace

std::vector<Matcher> deriveBuilds(const Rule &rule, RuleId id,
                                  const Program &program, bool isTheorem) {
  // What only passes on negations needs no application that nothing else needs.
  const Clause::Kind kind = rule.clause.kind;
  if (kind != Clause::Kind::Use && kind != Clause::Kind::Fold)
    return {};
  return BuildDeriver(rule, id, program).run(isTheorem);
}

Matcher matcherOf(const Rule &rule, RuleId id) {
  Matcher matcher;
  matcher.rule = id;
  matcher.premises = rule.premises;
  matcher.numVariables = rule.numVariables;
  Action &action = matcher.action;
  switch (rule.head) {
  case Rule::Head::Derive:
    action.kind = Action::Kind::Derive;
    action.atom = rule.atom;
    break;
  case Rule::Head::Equate:
    action.kind = Action::Kind::Equate;
    action.left = rule.left;
    action.right = rule.right;
    break;
  case Rule::Head::Refute:
    action.kind = Action::Kind::Refute;
    break;
  case Rule::Head::Witness: {
    action.kind = Action::Kind::Invent;
    action.core = uint32_t(rule.premises.size());
    // The values that the head shares with the premises identify the instance.
    std::set<Term> shared, fresh;
    for (const auto &[name, term] : rule.fresh)
      fresh.insert(term);
    for (const Atom &atom : rule.witnesses)
      for (Term t : atom.args)
        if (!isConstant(t) && !fresh.count(t))
          shared.insert(t);
    action.atom.args.assign(shared.begin(), shared.end());
    break;
  }
  }
  return matcher;
}

} // namespace mplc::calculus
