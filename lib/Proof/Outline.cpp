//===- Outline.cpp - A proof as people read it ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Proofs are relational: they give a name to every value, say of which set it
// is, and compare outputs of a function. Read in terms, a value's name is the
// term, so that comparing outputs says what was said before. What is left is
// what a mathematician would write down. Nothing is dropped: each step has a
// role, and what a step rests on is followed through those that are not main.
//
//===----------------------------------------------------------------------===//

#include "mplc/Proof/Outline.h"

#include <algorithm>

namespace mplc::proof {

using Kind = Sentence::Kind;
using Role = OutlineStep::Role;

namespace {

/// What a step stands for where it is cited.
struct Source {
  StepNumber step = 0; ///< A main step.
  std::string theorem; ///< Or a theorem.
};

bool isMembership(const FormulaRef &formula) {
  return formula->kind == Formula::Kind::Atom && formula->predicate == "in";
}

std::string key(const Term &term) { return toString(Claim{"", {term}}); }

class Outliner {
public:
  Outliner(const Run &run, const Theorem &theorem)
      : run(run), theorem(theorem), reader(run.theory, namesOf(run, theorem)) {}

  OutlineBlock outline() {
    OutlineBlock result;
    block(theorem.proof, nullptr, result, false);
    return result;
  }

private:
  //===--- Blocks ---------------------------------------------------------===//

  void block(const Block &from, const OutlineStep *around, OutlineBlock &to,
             bool isFolded) {
    const size_t outer = reader.mark();
    const auto outerKeys = keys;
    to.block = &from;
    to.isFolded = from.kind == Block::Kind::Member;
    isFolded |= to.isFolded;
    std::vector<FormulaRef> premises;
    for (const Premise &premise : from.premises)
      premises.push_back(premise.formula);
    std::set<std::string> names;
    std::vector<Variable> order;
    auto introduce = [&](const Variable &variable, const std::string &wish) {
      if (!known.insert(variable.name).second ||
          run.theory.typeOf(variable.name))
        return;
      names.insert(variable.name);
      order.push_back(variable);
      reader.enter(variable, wish);
    };
    for (size_t i = 0; i < from.inputs.size(); ++i)
      introduce(from.inputs[i], inputName(from, around, i));
    for (const Variable &term : from.terms)
      introduce(term, "");
    // How the case is made comes first, and a goal's premises in their order.
    for (bool isCase : {true, false})
      for (const Premise &premise : from.premises)
        if ((premise.kind == Premise::Kind::Case) == isCase)
          for (const FormulaRef &part : flatten(premise.formula))
            reader.define(part, names);
    for (const Variable &variable : order)
      if (!reader.isDefined(variable.name))
        to.named.push_back({reader.term(variable.name).name,
                            reader.setOf(variable.name, premises)});
    if (from.goal)
      to.goal = reader.read(from.goal);
    if (from.kind == Block::Kind::Case)
      caseOf(from, around, to);
    for (const Step &step : from.steps)
      to.steps.push_back(this->step(step, from, isFolded));
    reader.leave(outer);
    keys = outerKeys;
  }

  void caseOf(const Block &from, const OutlineStep *around, OutlineBlock &to) {
    if (!from.constructor) {
      to.condition = reader.read(from.premises.at(0).formula);
      return;
    }
    const Step &step = *around->step;
    to.made = reader.term(from.constructor->name);
    for (const Variable &input : from.inputs)
      to.made.arguments.push_back(reader.term(input.name));
    to.subject = step.reason == Reason::Split
                     ? reader.term(step.subject)
                     : Term{reader.nameFor(inductionVariable(step)), {}};
    to.isBase = true;
    for (size_t i = 0; step.form && i < from.constructor->inputs.size(); ++i)
      to.isBase &= !step.form->isRecursive(*from.constructor, i);
  }

  /// `l = cons(x, l')`: what is made like the whole is named like it, where
  /// there are other inputs.
  std::string inputName(const Block &from, const OutlineStep *around,
                        size_t input) const {
    const Step *step = around ? around->step : nullptr;
    if (!step || step->reason != Reason::Induction || from.inputs.size() < 2 ||
        !step->form->isRecursive(*from.constructor, input))
      return {};
    return inductionVariable(*step) + "′";
  }

  std::string inductionVariable(const Step &step) const {
    const Clause clause = wholeClause(run.theory, step.formula);
    return clause.variables.at(step.variable).name;
  }

  //===--- Steps ----------------------------------------------------------===//

  OutlineStep step(const Step &step, const Block &around, bool isFolded) {
    OutlineStep to;
    to.step = &step;
    std::set<std::string> names;
    for (size_t i = 0; i < step.use.names.size(); ++i) {
      names.insert(step.use.names[i]);
      known.insert(step.use.names[i]);
      reader.enter({step.use.names[i], nullptr}, "");
    }
    const std::vector<FormulaRef> parts = flatten(step.formula);
    bool isNaming = step.reason == Reason::Premise;
    std::set<std::string> defined;
    for (const FormulaRef &part : parts)
      if (reader.define(part, names))
        defined.insert(part->arguments[part->arguments.size() - 2]);
    for (const std::string &name : step.use.names)
      if (!reader.isDefined(name))
        to.named.push_back({reader.term(name).name, reader.setOf(name, parts)});
    isNaming |= !defined.empty();
    // What is said of a value besides: what is more than naming it.
    std::vector<FormulaRef> said;
    bool isValue = false;
    for (const FormulaRef &part : parts) {
      const bool isDefining = isNaming && reader.isDefinedBy(part);
      isValue |= isDefining;
      if (!isDefining && !isMembership(part))
        said.push_back(part);
    }
    to.sentence =
        said.size() == 1 ? reader.read(said[0]) : reader.read(step.formula);
    cite(step, to);
    if (step.reason == Reason::Premise)
      to.premise = premiseKind(step, around);
    if (said.empty() && to.named.empty())
      to.role = isValue ? Role::Value : Role::Typing;
    else if (to.named.empty())
      restate(step, to);
    isFolded |= to.role != Role::Main;
    // The theorem itself, where its proof is one block, is what the page is
    // about.
    const bool isWhole =
        step.number == theorem.proof.end && step.reason == Reason::Show;
    if (to.role == Role::Main && !isFolded && !isWhole) {
      findChain(step, to);
      to.number = ++numbers;
      sources[step.number] = {step.number, {}};
    }
    for (const Block &block : step.blocks)
      this->block(block, &to, to.blocks.emplace_back(), isFolded);
    if (to.number) {
      // Steps after it may rest on it only once its blocks are closed.
      keys.emplace(keyOf(to.sentence), Source{step.number, {}});
    }
    return to;
  }

  Premise::Kind premiseKind(const Step &step, const Block &around) const {
    for (const Premise &premise : around.premises)
      if (sameFormula(premise.formula, step.formula))
        return premise.kind;
    return Premise::Kind::Given;
  }

  /// Adds what a cited step stands for.
  void add(StepNumber cited, OutlineStep &to) const {
    auto it = sources.find(cited);
    if (it == sources.end()) {
      addOnce(cited, to.alsoFrom);
      return;
    }
    if (it->second.step)
      addOnce(it->second.step, to.from);
    else if (!it->second.theorem.empty())
      addOnce(it->second.theorem, to.theorems);
    if (it->second.step != cited)
      addOnce(cited, to.alsoFrom);
  }

  template <typename T>
  static void addOnce(const T &value, std::vector<T> &to) {
    if (std::find(to.begin(), to.end(), value) == to.end())
      to.push_back(value);
  }

  void cite(const Step &step, OutlineStep &to) const {
    const ClauseUse &use = step.use;
    const bool applies =
        step.reason == Reason::Clause || step.reason == Reason::Witness;
    if (applies && use.root == ClauseUse::Root::Theorem)
      addOnce(use.name, to.theorems);
    if (applies && use.root == ClauseUse::Root::Step) {
      auto it = sources.find(use.number);
      if (it != sources.end())
        to.applied = it->second.step;
      add(use.number, to);
    }
    if (step.rewritten) {
      auto it = sources.find(step.rewritten);
      if (it != sources.end())
        to.applied = it->second.step;
      add(step.rewritten, to);
    }
    for (StepNumber cited : step.cites)
      add(cited, to);
  }

  /// A step that says nothing new stands for what it restates.
  void restate(const Step &step, OutlineStep &to) {
    // A goal that is proved here, and the whole theorem, are always shown.
    if (step.number == theorem.proof.end)
      return;
    const std::string text = keyOf(to.sentence);
    if (to.sentence.kind == Kind::Claim && to.sentence.claim.predicate == "=" &&
        key(to.sentence.claim.arguments[0]) ==
            key(to.sentence.claim.arguments[1])) {
      to.role = Role::Restated;
      return;
    }
    auto it = keys.find(text);
    if (it != keys.end()) {
      to.role = Role::Restated;
      sources[step.number] = it->second;
      return;
    }
    if (step.reason != Reason::Show)
      return;
    // A form of a theorem, with its outputs named in another way.
    for (const std::string &name : theoremsUsed(step))
      if (theoremKey(name) == text) {
        to.role = Role::Restated;
        to.theorems = {name};
        sources[step.number] = {0, name};
        return;
      }
  }

  std::set<std::string> theoremsUsed(const Step &step) const {
    std::set<std::string> result;
    for (const Block &block : step.blocks)
      for (const Step &inner : block.steps) {
        if (inner.use.root == ClauseUse::Root::Theorem &&
            !inner.use.name.empty())
          result.insert(inner.use.name);
        result.merge(theoremsUsed(inner));
      }
    return result;
  }

  const std::string &theoremKey(const std::string &name) {
    auto [it, isNew] = theoremKeys.try_emplace(name);
    if (isNew) {
      FormulaRef statement;
      if (const Theorem *other = run.theorem(name))
        statement = other->statement;
      else if (const Statement *assumed = run.theory.assumption(name))
        statement = assumed->formula;
      if (statement)
        it->second = keyOf(readingOf(run.theory, statement));
    }
    return it->second;
  }

  //===--- Chains ---------------------------------------------------------===//

  /// `a = b = c`: of a `chain`, and where two values of one application are
  /// equal, with the application between them.
  void findChain(const Step &step, OutlineStep &to) {
    if (!step.formula->isEquality())
      return;
    std::vector<ChainLink> links;
    const Term start = reader.term(step.formula->arguments[0]);
    auto append = [&](const Term &side, StepNumber cited) {
      OutlineStep reasons;
      add(cited, reasons);
      const Term &before = links.empty() ? start : links.back().side;
      if (key(before) == key(side))
        return;
      links.push_back({side, reasons.from});
    };
    if (step.reason == Reason::Chain) {
      auto path = chainOf(theorem, step);
      if (!path)
        return;
      for (const Link &link : *path)
        append(reader.term(link.to), link.step);
    } else if (const Formula *middle = valueOf(step)) {
      append(reader.application(*middle), step.cites[0]);
      append(reader.term(step.formula->arguments[1]), step.cites[1]);
    }
    if (links.size() < 2)
      return;
    // A chain has the direction of its equation.
    to.chainStart = start;
    if (reader.isTurned(start, links.back().side)) {
      to.chainStart = links.back().side;
      for (size_t i = links.size() - 1; i > 0; --i)
        links[i].side = links[i - 1].side;
      links[0].side = start;
      std::reverse(links.begin(), links.end());
    }
    to.chain = std::move(links);
  }

  /// The application whose two values a functionality clause makes equal.
  const Formula *valueOf(const Step &step) const {
    if (step.reason != Reason::Clause || step.cites.size() != 2)
      return nullptr;
    for (const FormulaRef &part : flatten(theorem.formulas.at(step.cites[0]))) {
      if (!reader.isApplied(*part))
        continue;
      std::vector<std::string> first = part->arguments;
      const size_t output = first.size() - 2;
      if (first[output] != step.formula->arguments[0])
        continue;
      first[output] = step.formula->arguments[1];
      for (const FormulaRef &other :
           flatten(theorem.formulas.at(step.cites[1])))
        if (other->arguments == first)
          return part.get();
    }
    return nullptr;
  }

  const Run &run;
  const Theorem &theorem;
  Reader reader;
  unsigned numbers = 0;
  std::set<std::string> known;
  std::map<StepNumber, Source> sources;
  std::map<std::string, Source> keys; ///< Of what is in scope.
  std::map<std::string, std::string> theoremKeys;
};

} // namespace

Names namesOf(const Run &run, const Theorem &theorem) {
  if (theorem.explored.empty())
    return {};
  return orderedNames(readingOf(run.theory, theorem.statement));
}

OutlineBlock outlineOf(const Run &run, const Theorem &theorem) {
  return Outliner(run, theorem).outline();
}

std::vector<std::vector<size_t>> dependenciesOf(const Run &run) {
  std::map<std::string_view, size_t> places;
  for (size_t i = 0; i < run.theorems.size(); ++i)
    places[run.theorems[i].name] = i;
  std::vector<std::vector<size_t>> result(run.theorems.size());
  for (size_t i = 0; i < run.theorems.size(); ++i) {
    for (const std::string &name : run.theorems[i].uses)
      if (auto it = places.find(name); it != places.end())
        result[i].push_back(it->second);
    std::sort(result[i].begin(), result[i].end());
    result[i].erase(std::unique(result[i].begin(), result[i].end()),
                    result[i].end());
  }
  return result;
}

} // namespace mplc::proof
