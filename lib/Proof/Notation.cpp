//===- Notation.cpp - What people read ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Notation.h"

#include <algorithm>

namespace mplc::proof {

//===--- Terms ------------------------------------------------------------===//

static bool isOperator(const std::string &name) {
  return name.find_first_not_of("+-*/\\<=>&|^~%?") == name.npos;
}

static std::string print(const Term &term, bool isInput) {
  if (term.isName())
    return term.name;
  if (term.arguments.size() == 2 && isOperator(term.name)) {
    const std::string text = print(term.arguments[0], true) + " " + term.name +
                             " " + print(term.arguments[1], true);
    return isInput ? "(" + text + ")" : text;
  }
  std::string text = term.name + "(";
  for (size_t i = 0; i < term.arguments.size(); ++i)
    text += (i ? "," : "") + print(term.arguments[i], false);
  return text + ")";
}

std::string toString(const Term &term) { return print(term, false); }

/// One side of an equation: `(x <= y) = true`.
static std::string side(const Term &term) {
  const bool isRelation = term.arguments.size() == 2 && isOperator(term.name) &&
                          term.name.find_first_of("<=>") != term.name.npos;
  return print(term, isRelation);
}

std::string toString(const Claim &claim) {
  if (claim.arguments.size() == 2 &&
      (claim.predicate == "=" || claim.predicate == "in"))
    return side(claim.arguments[0]) + " " + claim.predicate + " " +
           side(claim.arguments[1]);
  return toString(Term{claim.predicate, claim.arguments});
}

static std::string join(const std::vector<Claim> &claims) {
  std::string text;
  for (const Claim &claim : claims)
    text += (text.empty() ? "" : " and ") + toString(claim);
  return text;
}

std::string toString(const Law &law) {
  const std::string head = law.heads.empty() ? "false" : join(law.heads);
  return law.conditions.empty()
             ? head
             : "if " + join(law.conditions) + " then " + head;
}

namespace {

/// Puts applications in the places of their outputs.
class Terms {
public:
  Terms(const Theory &theory, const Clause &clause)
      : theory(theory), clause(clause) {}

  Law law() {
    std::vector<FormulaRef> rest;
    for (const FormulaRef &premise : clause.premises)
      if (!define(*premise))
        rest.push_back(premise);
    Law result;
    for (const FormulaRef &premise : rest) {
      const bool isMembership = premise->predicate == "in" &&
                                isVariable(premise->arguments[0]) &&
                                !outputs.count(premise->arguments[0]);
      (isMembership ? result.memberships : result.conditions)
          .push_back(claim(*premise));
    }
    if (clause.head->kind != Formula::Kind::False)
      for (const FormulaRef &head : flatten(clause.head))
        result.heads.push_back(claim(*head));
    return result;
  }

private:
  bool isVariable(const std::string &name) const {
    return std::any_of(clause.variables.begin(), clause.variables.end(),
                       [&](const Variable &v) { return v.name == name; });
  }

  bool isFunction(const Formula &atom) const {
    return atom.isApplication() &&
           theory.functions.count(atom.arguments.back());
  }

  bool define(const Formula &premise) {
    if (!isFunction(premise))
      return false;
    const std::string &output = premise.arguments[premise.arguments.size() - 2];
    if (!isVariable(output) || outputs.count(output))
      return false;
    outputs[output] = &premise;
    // An output must not be made of itself.
    std::set<std::string> path;
    if (isAcyclic(output, path))
      return true;
    outputs.erase(output);
    return false;
  }

  bool isAcyclic(const std::string &name, std::set<std::string> &path) {
    auto it = outputs.find(name);
    if (it == outputs.end())
      return true;
    if (!path.insert(name).second)
      return false;
    const auto &arguments = it->second->arguments;
    for (size_t i = 0; i + 2 < arguments.size(); ++i)
      if (!isAcyclic(arguments[i], path))
        return false;
    path.erase(name);
    return true;
  }

  Term term(const std::string &name) const {
    auto it = outputs.find(name);
    return it == outputs.end() ? Term{name, {}} : application(*it->second);
  }

  Term application(const Formula &atom) const {
    Term result{atom.arguments.back(), {}};
    for (size_t i = 0; i + 2 < atom.arguments.size(); ++i)
      result.arguments.push_back(term(atom.arguments[i]));
    return result;
  }

  Claim claim(const Formula &atom) const {
    if (!isFunction(atom)) {
      Claim result{atom.predicate, {}};
      for (const std::string &argument : atom.arguments)
        result.arguments.push_back(term(argument));
      return result;
    }
    // What is given stands left of what is said of it.
    Term value = term(atom.arguments[atom.arguments.size() - 2]);
    Term applied = application(atom);
    if (value.isName())
      std::swap(value, applied);
    return {"=", {value, applied}};
  }

  const Theory &theory;
  const Clause &clause;
  std::map<std::string, const Formula *> outputs;
};

} // namespace

std::optional<Law> lawOf(const Theory &theory, const FormulaRef &formula) {
  const Clause clause = wholeClause(theory, formula);
  auto isAtom = [](const FormulaRef &f) {
    return f->kind == Formula::Kind::Atom;
  };
  const std::vector<FormulaRef> heads = flatten(clause.head);
  const bool isFalse = clause.head->kind == Formula::Kind::False;
  if (!std::all_of(clause.premises.begin(), clause.premises.end(), isAtom) ||
      !(isFalse || std::all_of(heads.begin(), heads.end(), isAtom)))
    return std::nullopt;
  return Terms(theory, clause).law();
}

//===--- Equalities -------------------------------------------------------===//

std::optional<std::vector<Link>> chainOf(const Theorem &theorem,
                                         const Step &step) {
  // A step that is a conjunction may go on to several terms, so that what is
  // reached is a set, each term with the way there.
  std::map<std::string, std::vector<Link>> reached{
      {step.formula->arguments[0], {}}};
  for (StepNumber cited : step.cites) {
    std::map<std::string, std::vector<Link>> next;
    for (const FormulaRef &part : flatten(theorem.formulas.at(cited))) {
      if (!part->isEquality())
        continue;
      for (bool isReversed : {false, true}) {
        const std::string &from = part->arguments[isReversed];
        const std::string &to = part->arguments[!isReversed];
        auto way = reached.find(from);
        if (way == reached.end() || next.count(to))
          continue;
        next[to] = way->second;
        next[to].push_back({cited, from, to, isReversed});
      }
    }
    reached = std::move(next);
  }
  auto end = reached.find(step.formula->arguments[1]);
  if (end == reached.end())
    return std::nullopt;
  return end->second;
}

namespace {

/// Walks two formulas of the same shape.
class Differences {
public:
  using Pair = std::pair<std::string, std::string>;

  bool compare(const Formula &from, const Formula &to) {
    if (from.kind != to.kind || from.predicate != to.predicate ||
        from.arguments.size() != to.arguments.size() ||
        from.variables.size() != to.variables.size() ||
        from.parts.size() != to.parts.size())
      return false;
    for (size_t i = 0; i < from.arguments.size(); ++i) {
      const Pair pair{from.arguments[i], to.arguments[i]};
      if (!isSame(pair) &&
          std::find(pairs.begin(), pairs.end(), pair) == pairs.end())
        pairs.push_back(pair);
    }
    enter(from, to);
    bool ok = true;
    for (size_t i = 0; ok && i < from.parts.size(); ++i)
      ok = compare(*from.parts[i], *to.parts[i]);
    leave(from);
    return ok;
  }

  FormulaRef apply(const Formula &from, const Formula &to,
                   const std::vector<Change> &changes, size_t count,
                   const std::string &hole) {
    auto result = std::make_shared<Formula>(from);
    for (size_t i = 0; i < from.arguments.size(); ++i) {
      const Pair pair{from.arguments[i], to.arguments[i]};
      if (isSame(pair))
        continue;
      for (size_t c = 0; c < changes.size() && c <= count; ++c)
        if (changes[c].from == pair.first && changes[c].to == pair.second)
          result->arguments[i] = c < count ? pair.second : hole;
    }
    enter(from, to);
    for (size_t i = 0; i < from.parts.size(); ++i)
      result->parts[i] =
          apply(*from.parts[i], *to.parts[i], changes, count, hole);
    leave(from);
    return result;
  }

  std::vector<Pair> pairs;

private:
  bool isSame(const Pair &pair) const {
    for (size_t i = bound.size(); i-- > 0;)
      if (bound[i].first == pair.first || bound[i].second == pair.second)
        return bound[i] == pair;
    return pair.first == pair.second;
  }
  void enter(const Formula &from, const Formula &to) {
    for (size_t i = 0; i < from.variables.size(); ++i)
      bound.emplace_back(from.variables[i].name, to.variables[i].name);
  }
  void leave(const Formula &from) {
    bound.resize(bound.size() - from.variables.size());
  }

  std::vector<Pair> bound;
};

} // namespace

std::optional<std::vector<Change>>
changesOf(const Theorem &theorem, const Step &step, FormulaRef &part) {
  const FormulaRef whole = theorem.formulas.at(step.rewritten);
  std::vector<FormulaRef> candidates{whole};
  if (whole->kind == Formula::Kind::Conjunction)
    flatten(whole, candidates);
  std::optional<std::vector<Change>> best;
  for (const FormulaRef &candidate : candidates) {
    Differences differences;
    if (!differences.compare(*candidate, *step.formula))
      continue;
    std::vector<Change> changes;
    bool isComplete = true;
    for (auto &[from, to] : differences.pairs) {
      Change change{from, to};
      for (StepNumber cited : step.cites)
        for (const FormulaRef &equality : flatten(theorem.formulas.at(cited))) {
          if (!equality->isEquality() || change.isFound)
            continue;
          const auto &sides = equality->arguments;
          change.isReversed = sides[0] == to && sides[1] == from;
          change.isFound =
              change.isReversed || (sides[0] == from && sides[1] == to);
          change.step = cited;
        }
      isComplete &= change.isFound;
      changes.push_back(change);
    }
    if (!best || isComplete) {
      best = std::move(changes);
      part = candidate;
    }
    if (isComplete)
      break;
  }
  return best;
}

FormulaRef withChanges(const FormulaRef &from, const FormulaRef &to,
                       const std::vector<Change> &changes, size_t count,
                       const std::string &hole) {
  return Differences().apply(*from, *to, changes, count, hole);
}

//===--- Trimming ---------------------------------------------------------===//

namespace {

/// What is needed further down. Steps are visited last to first, so that what a
/// step needs is known when its own turn comes.
class Trimmer {
public:
  void trim(Block &block) {
    steps.insert(block.end);
    std::vector<Step> kept;
    for (size_t i = block.steps.size(); i-- > 0;) {
      Step &step = block.steps[i];
      bool isNeeded = steps.count(step.number);
      for (const std::string &name : step.use.names)
        isNeeded |= names.count(name) != 0;
      if (!isNeeded)
        continue;
      need(step);
      kept.push_back(std::move(step));
    }
    std::reverse(kept.begin(), kept.end());
    block.steps = std::move(kept);
  }

private:
  void need(Step &step) {
    steps.insert(step.cites.begin(), step.cites.end());
    if (step.rewritten)
      steps.insert(step.rewritten);
    if (step.use.root == ClauseUse::Root::Step)
      steps.insert(step.use.number);
    freeNames(step.formula, names);
    names.insert(step.terms.begin(), step.terms.end());
    names.insert(step.use.terms.begin(), step.use.terms.end());
    if (!step.subject.empty())
      names.insert(step.subject);
    if (step.condition)
      freeNames(step.condition, names);
    for (size_t i = step.blocks.size(); i-- > 0;)
      trim(step.blocks[i]);
  }

  std::set<StepNumber> steps;
  std::set<std::string> names;
};

} // namespace

void trim(Theorem &theorem) { Trimmer().trim(theorem.proof); }

} // namespace mplc::proof
