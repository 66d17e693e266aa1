//===- CoqProof.cpp - A proof as a term of Gallina ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A step is a local definition with the formula that it states,
//
//     let H4 : plus i0 a1 a1 := add_zero_left a1 P2 in
//
// a block is a function of its names and premises, and a witness a function
// that the clause's lemma is applied to. Premises are cited by the name that
// the block binds. No tactic searches for anything, and the types of steps are
// those that the proof file states: what does not follow is not repaired here,
// and Coq refuses it.
//
//===----------------------------------------------------------------------===//

#include "Coq.h"

#include "mplc/Proof/Notation.h"

namespace mplexport::coq {

namespace {

class ProofWriter {
public:
  ProofWriter(TheoryWriter &theory, const Theorem &theorem)
      : theory(theory), printer(theory.printer), names(printer.names),
        theorem(theorem) {
    for (const auto *list :
         {&theory.run.theory.constants, &theory.run.theory.integers})
      for (const Variable &constant : *list)
        types[constant.name] = constant.type;
  }

  std::string run() {
    const size_t outer = names.mark();
    body(theorem.proof);
    names.leave(outer);
    return std::move(out);
  }

private:
  static constexpr const char *noPremise = "no_such_premise";

  /// How later steps refer to a step: as a whole, by its parts, or both.
  struct Known {
    std::string whole;
    std::vector<std::string> leaves;
  };

  //===--- Citations ------------------------------------------------------===//

  FormulaRef formulaOf(StepNumber step) const {
    return theorem.formulas.at(step);
  }

  std::string whole(StepNumber step) const {
    const Known &known = steps.at(step);
    if (!known.whole.empty())
      return known.whole;
    size_t next = 0;
    return build(formulaOf(step), [&] { return known.leaves[next++]; });
  }

  /// A proof of the formula from a step that states it or has it as a part. If
  /// none does, the step as it is: then Coq refuses what is made of it.
  std::string cite(StepNumber step, const FormulaRef &wanted) const {
    const FormulaRef stated = formulaOf(step);
    if (stated->kind != Formula::Kind::Conjunction ||
        sameFormula(stated, wanted))
      return whole(step);
    const Known &known = steps.at(step);
    const std::vector<FormulaRef> parts = flatten(stated);
    for (size_t i = 0; i < parts.size(); ++i)
      if (sameFormula(parts[i], wanted))
        return known.leaves.empty() ? projectLeaf(known.whole, stated, i)
                                    : known.leaves[i];
    return whole(step);
  }

  /// Proofs of the formulas from the steps cited, from number `first` on; what
  /// is cited beyond them follows as it is.
  std::vector<std::string>
  citeAll(const Step &step, size_t first,
          const std::vector<FormulaRef> &wanted) const {
    std::vector<std::string> proofs;
    for (size_t i = first; i < step.cites.size(); ++i)
      proofs.push_back(i - first < wanted.size()
                           ? cite(step.cites[i], wanted[i - first])
                           : whole(step.cites[i]));
    return proofs;
  }

  static std::vector<FormulaRef>
  substituteAll(const std::vector<FormulaRef> &formulas,
                const Renaming &terms) {
    std::vector<FormulaRef> result;
    for (const FormulaRef &formula : formulas)
      result.push_back(substitute(formula, terms));
    return result;
  }

  std::vector<std::string> terms(const std::vector<std::string> &list) const {
    std::vector<std::string> result;
    for (const std::string &name : list)
      result.push_back(printer.term(name));
    return result;
  }

  std::string typeOf(const std::string &name) const {
    auto it = types.find(name);
    if (it == types.end())
      return "_";
    const std::string text = printer.type(*it->second);
    return text.find(' ') == text.npos ? text : "(" + text + ")";
  }

  //===--- Names ----------------------------------------------------------===//

  /// ` (a1 : U)`
  std::string bind(const Variable &variable) {
    types[variable.name] = variable.type;
    return printer.binders(std::span(&variable, 1));
  }

  /// ` (P3 : plus a b c)`
  std::string assume(const FormulaRef &formula) {
    const std::string text = printer.formula(formula);
    const std::string name =
        names.enterNew("P" + std::to_string(++premiseCount));
    premises.emplace_back(formula, name);
    return " (" + name + " : " + text + ")";
  }

  //===--- Blocks ---------------------------------------------------------===//

  void line(const std::string &text) {
    out.append(2 * depth + 2, ' ');
    out += text;
    out += '\n';
  }

  /// The steps of a block as a term of the type that the goal states.
  void body(const Block &block) {
    std::string closing;
    ++depth;
    for (const Step &step : block.steps)
      write(step, block.goal, closing);
    const FormulaRef last = formulaOf(block.end);
    std::string proof = cite(block.end, block.goal);
    if (last->kind == Formula::Kind::False &&
        block.goal->kind != Formula::Kind::False)
      proof = "(False_ind " + printer.argument(block.goal) + " " + proof + ")";
    line(proof + closing);
    --depth;
  }

  /// Enters the names and premises of an implication, as its formula has them,
  /// and gives the text that binds them. `terms` are those of all its
  /// variables; number `except` is bound already. `arguments` gets what was
  /// bound.
  std::string enter(const FormulaRef &formula, const Block &block,
                    size_t except, std::vector<std::string> *arguments) {
    std::string text;
    std::vector<FormulaRef> given;
    for (const Premise &premise : block.premises)
      if (premise.kind == Premise::Kind::Given)
        given.push_back(premise.formula);
    size_t variable = 0, next = 0;
    auto takePremises = [&](size_t count) {
      while (count-- && next < given.size()) {
        text += assume(given[next++]);
        if (arguments)
          arguments->push_back(premises.back().second);
      }
    };
    FormulaRef at = formula;
    for (; at->kind == Formula::Kind::Implication; at = at->parts[1]) {
      for (size_t i = 0; i < at->variables.size(); ++i, ++variable) {
        if (variable == except)
          continue;
        text += bind(block.terms[variable]);
        if (arguments)
          arguments->push_back(printer.term(block.terms[variable].name));
      }
      takePremises(flatten(at->parts[0]).size());
    }
    takePremises(given.size());
    return text;
  }

  struct Scope {
    size_t names, premises;
  };
  Scope open() const { return {names.mark(), premises.size()}; }
  void close(Scope scope) {
    names.leave(scope.names);
    premises.resize(scope.premises);
  }

  static std::string function(const std::string &binders) {
    return binders.empty() ? "" : "fun" + binders + " =>";
  }

  void show(const Step &step) {
    const Scope scope = open();
    const Block &block = step.blocks[0];
    line(function(enter(step.formula, block, size_t(-1), nullptr)));
    body(block);
    close(scope);
  }

  void split(const Step &step) {
    const FormulaRef member =
        Formula::atom("in", {step.subject, step.form->set});
    line(theory.casesName(*step.form) + " " + printer.argument(step.formula) +
         " " + printer.term(step.subject) + " " + cite(step.cites[0], member));
    for (const Block &block : step.blocks) {
      const Scope scope = open();
      std::string binders;
      for (const Variable &input : block.inputs)
        binders += bind(input);
      for (const Premise &premise : block.premises)
        binders += assume(premise.formula);
      line("(" + function(binders));
      body(block);
      line(")");
      close(scope);
    }
  }

  void induction(const Step &step) {
    const Scope scope = open();
    const Clause clause = wholeClause(theory.run.theory, step.formula);
    // The member block names everything; without one, names are made here.
    Block outside;
    const bool hasMember = step.blocks[0].kind == Block::Kind::Member;
    if (hasMember) {
      outside.terms = step.blocks[0].terms;
      outside.premises = step.blocks[0].premises;
    } else {
      Renaming fresh;
      for (const Variable &variable : clause.variables) {
        // No name of a proof starts with a space.
        fresh[variable.name] = " " + variable.name;
        outside.terms.push_back({" " + variable.name, variable.type});
      }
      for (const FormulaRef &premise : clause.premises)
        outside.premises.push_back(
            {Premise::Kind::Given, substitute(premise, fresh)});
    }
    std::vector<std::string> arguments;
    const std::string binders =
        enter(step.formula, outside, size_t(-1), &arguments);
    const std::string subject = printer.term(outside.terms[step.variable].name);
    line(function(binders));
    const size_t inner = names.mark();
    const Variable hole{" z", clause.variables[step.variable].type};
    const std::string property = printer.binders(std::span(&hole, 1));
    line(theory.inductionName(*step.form) + " (fun" + property + " => " +
         printer.formula(hypothesis(step.formula, step.variable, hole.name)) +
         ")");
    names.leave(inner);
    for (const Block &block : step.blocks)
      if (block.kind == Block::Kind::Case)
        caseBlock(step, block);
    if (hasMember) {
      line(subject + " (");
      body(step.blocks[0]);
      line(")");
    } else {
      line(subject + " " +
           premise(Formula::atom(
               "in", {outside.terms[step.variable].name, step.form->set})));
    }
    std::string rest;
    for (const std::string &argument : arguments)
      if (argument != subject)
        rest += " " + argument;
    line(rest.empty() ? rest : rest.substr(1));
    close(scope);
  }

  void caseBlock(const Step &step, const Block &block) {
    const Scope scope = open();
    std::string binders;
    for (const Variable &input : block.inputs)
      binders += bind(input);
    if (!block.constructor->isConstant())
      binders += bind({block.output, block.constructor->output});
    for (const Premise &premise : block.premises)
      if (premise.kind != Premise::Kind::Given)
        binders += assume(premise.formula);
    binders += enter(step.formula, block, step.variable, nullptr);
    line("(" + function(binders));
    body(block);
    line(")");
    close(scope);
  }

  //===--- Conditions -----------------------------------------------------===//

  /// Whether the formula is the negation of a simpler one.
  static bool isNegative(const FormulaRef &f) {
    const FormulaRef other = negate(f);
    return f->kind == Formula::Kind::Negation ||
           (f->kind == Formula::Kind::Implication &&
            other->kind == Formula::Kind::Exists);
  }

  /// `name : A -> False` as a proof of the negation of A in the form that it is
  /// printed in: of a conjunction that its parts imply false, one after the
  /// other; of an existential that it is false for all values.
  std::string refute(const FormulaRef &f, const std::string &name) {
    const size_t outer = names.mark();
    if (isNegative(f)) {
      const FormulaRef other = negate(f);
      const std::string proof = names.enterNew("y");
      const std::string text =
          byCases(other, "(fun " + proof + " => " + proof + ")",
                  "(fun " + proof + " => False_ind " + printer.argument(other) +
                      " (" + name + " " + proof + "))");
      names.leave(outer);
      return text;
    }
    std::string text;
    if (f->kind == Formula::Kind::Conjunction) {
      std::vector<std::string> parts;
      for (size_t i = 0; i < flatten(f).size(); ++i)
        parts.push_back(names.enterNew("h"));
      size_t next = 0;
      text = "(" + apply("fun", parts) + " => " + name + " " +
             build(f, [&] { return parts[next++]; }) + ")";
    } else if (f->kind == Formula::Kind::Exists) {
      std::vector<std::string> bound, parts;
      for (size_t i = 0; i < f->variables.size(); ++i)
        bound.push_back(names.enterNew("w"));
      for (size_t i = 0; i < flatten(f->parts[0]).size(); ++i)
        parts.push_back(names.enterNew("h"));
      const std::string last = names.enterNew("h");
      std::vector<std::string> proofs = parts;
      for (size_t i = 0; i < flatten(f->parts[1]).size(); ++i)
        proofs.push_back(projectLeaf(last, f->parts[1], i));
      std::string whole = conjoin(proofs), end;
      for (size_t i = bound.size(); i-- > 0;)
        whole = "(ex_intro _ " + bound[i] + " " + whole + ")";
      // What is negated speaks of the values.
      Renaming values;
      for (size_t i = 0; i < bound.size(); ++i) {
        values[f->variables[i].name] = " " + bound[i];
        names.alias(" " + bound[i], bound[i]);
      }
      bound.insert(bound.end(), parts.begin(), parts.end());
      const std::string own = names.enterNew("n");
      const FormulaRef right = substitute(f->parts[1], values);
      const std::string type = printer.argument(right);
      text = "(" + (bound.empty() ? "" : apply("fun", bound) + " => ") +
             "(fun " + own + " : " + type + " -> False => " +
             refute(right, own) + ") (fun " + last + " : " + type + " => " +
             name + " " + whole + "))";
    } else {
      text = name;
    }
    names.leave(outer);
    return text;
  }

  /// What follows in both cases: if the formula, which is no negation, holds,
  /// and if it does not.
  std::string byCases(const FormulaRef &f, const std::string &holds,
                      const std::string &fails) {
    return "(" + decide(f, f) + " " + holds + " " + fails + ")";
  }

  std::string decide(const FormulaRef &f, const FormulaRef &goal) {
    const size_t outer = names.mark();
    const std::string name = names.enterNew("n");
    const std::string text = theory.byCasesName() + " " + printer.argument(f) +
                             " " + printer.argument(negate(f)) + " " +
                             printer.argument(goal) + " (fun " + name + " => " +
                             refute(f, name) + ")";
    names.leave(outer);
    return text;
  }

  void cases(const Step &step) {
    const bool isSwapped = isNegative(step.condition);
    line(decide(isSwapped ? negate(step.condition) : step.condition,
                step.formula));
    for (size_t i : {0, 1}) {
      const Block &block = step.blocks[isSwapped ? 1 - i : i];
      const Scope scope = open();
      line("(" + function(assume(block.premises[0].formula)));
      body(block);
      line(")");
      close(scope);
    }
  }

  //===--- Steps ----------------------------------------------------------===//

  /// The premise of a block around that is the formula.
  std::string premise(const FormulaRef &formula) const {
    for (size_t i = premises.size(); i-- > 0;)
      if (sameFormula(premises[i].first, formula))
        return premises[i].second;
    return noPremise;
  }

  void write(const Step &step, const FormulaRef &goal, std::string &closing) {
    if (step.reason == Reason::Witness)
      return witness(step, goal, closing);
    Known &known = steps[step.number];
    if (step.reason == Reason::Premise) {
      known.whole = premise(step.formula);
      if (known.whole != noPremise)
        return;
    }
    const std::string stated = printer.formula(step.formula);
    // Its own name means something further down only, but Coq's messages are
    // easier to read if nothing inside has it.
    const std::string name = names.enterNew(stepName(step.number));
    if (step.blocks.empty()) {
      line("let " + name + " : " + stated + " := " + proof(step) + " in");
    } else {
      line("let " + name + " : " + stated + " :=");
      if (step.reason == Reason::Show)
        show(step);
      else if (step.reason == Reason::Induction)
        induction(step);
      else if (step.reason == Reason::Cases)
        cases(step);
      else
        split(step);
      line("in");
    }
    known.whole = name;
  }

  static std::string stepName(StepNumber step) {
    return "H" + std::to_string(step);
  }

  std::string proof(const Step &step) {
    switch (step.reason) {
    case Reason::Premise:
      return noPremise;
    case Reason::Clause:
      return clause(step);
    case Reason::Exists:
      return exists(step);
    case Reason::Fold:
      return fold(step);
    case Reason::Both:
      return both(step);
    case Reason::Chain:
      return chain(step);
    case Reason::Rewrite:
      return rewrite(step);
    default:
      return "False_ind " + printer.argument(step.formula) + " " +
             whole(step.cites[0]);
    }
  }

  static std::string apply(const std::string &function,
                           const std::vector<std::string> &arguments) {
    std::string text = function;
    for (const std::string &argument : arguments)
      text += " " + argument;
    return text;
  }

  /// The clause that a step applies, with its terms and premises.
  std::string clause(const Step &step) {
    const ClauseUse &use = step.use;
    const Renaming renaming = use.renaming();
    const std::vector<FormulaRef> wanted =
        substituteAll(use.clause.premises, renaming);
    if (use.root == ClauseUse::Root::Step)
      return follow(theory.run.theory, whole(use.number), formulaOf(use.number),
                    use.path, terms(use.terms), citeAll(step, 0, wanted));
    std::string text = theory.clauseLemma(use, step.reason == Reason::Witness);
    if (step.reason == Reason::Witness)
      text += " " + goalText;
    const bool isDefinition = use.root == ClauseUse::Root::Definition;
    if (isDefinition) {
      text = apply(text, terms(use.parameters));
      text +=
          " " + cite(step.cites[0], Formula::atom(use.name, use.parameters));
    }
    text = apply(text, terms(use.terms));
    return apply(text, citeAll(step, isDefinition ? 1 : 0, wanted));
  }

  void witness(const Step &step, const FormulaRef &goal, std::string &closing) {
    goalText = printer.argument(goal);
    const std::string clauseText = clause(step);
    const ClauseUse &use = step.use;
    std::string binders;
    std::vector<std::string> variables;
    for (size_t i = 0; i < use.names.size(); ++i) {
      binders += bind({use.names[i], use.clause.witnesses[i].type});
      variables.push_back(printer.term(use.names[i]));
    }
    Known &known = steps[step.number];
    const std::vector<FormulaRef> parts = flatten(step.formula);
    std::vector<std::string> stated;
    for (size_t i = 0; i < parts.size(); ++i) {
      stated.push_back(printer.formula(parts[i]));
      known.leaves.push_back(
          names.enterNew(stepName(step.number) + "_" + std::to_string(i)));
      binders += " (" + known.leaves[i] + " : " + stated[i] + ")";
    }
    if (use.root != ClauseUse::Root::Step) {
      line(clauseText + " (" + function(binders));
      closing.insert(0, ")");
      return;
    }
    std::vector<std::string> found;
    for (size_t i = 0; i < use.clause.parts.size(); ++i)
      found.push_back(names.enterNew("h"));
    line("match " + clauseText + " with " + pattern(variables, found) +
         " => (" + function(binders));
    std::string end = ")";
    for (const auto *list : {&variables, &found})
      for (const std::string &argument : *list)
        end += " " + argument;
    closing.insert(0, end + " end");
  }

  std::string exists(const Step &step) {
    const FormulaRef &f = step.formula;
    std::string text, end;
    Renaming done;
    const size_t outer = names.mark();
    for (size_t i = 0; i < f->variables.size(); ++i) {
      // What is left to say once the variables before have their terms.
      auto rest = std::make_shared<Formula>(*f);
      rest->variables.erase(rest->variables.begin(),
                            rest->variables.begin() + ptrdiff_t(i + 1));
      const Variable hole{" z", f->variables[i].type};
      const std::string binder = printer.binders(std::span(&hole, 1));
      Renaming names = done;
      names[f->variables[i].name] = hole.name;
      text += "(ex_intro (fun" + binder + " => " +
              printer.formula(substitute(rest, names)) + ") " +
              printer.term(step.terms[i]) + " ";
      end += ")";
      this->names.leave(outer);
      done[f->variables[i].name] = step.terms[i];
    }
    const std::vector<std::string> proofs =
        citeAll(step, 0, substituteAll(bodyOf(f), done));
    return text + (proofs.empty() ? "nothing_cited" : conjoin(proofs)) + end;
  }

  std::string fold(const Step &step) {
    const Definition &definition =
        *theory.run.theory.definition(step.definition);
    Renaming terms;
    for (size_t i = 0; i < definition.parameters.size(); ++i)
      terms[definition.parameters[i].name] = step.formula->arguments[i];
    return apply(
        apply(theory.foldLemma(definition),
              this->terms(step.formula->arguments)),
        citeAll(step, 0, substituteAll(flatten(definition.body), terms)));
  }

  /// The parts count as they stand in the formula, or flattened.
  std::string both(const Step &step) {
    const std::vector<FormulaRef> leaves = flatten(step.formula);
    if (step.cites.size() == leaves.size()) {
      const std::vector<std::string> proofs = citeAll(step, 0, leaves);
      size_t next = 0;
      return build(step.formula, [&] { return proofs[next++]; });
    }
    const std::vector<std::string> proofs =
        citeAll(step, 0, step.formula->parts);
    return proofs.empty() ? "nothing_cited" : conjoin(proofs);
  }

  std::string equality(StepNumber step, const std::string &left,
                       const std::string &right) const {
    return cite(step, Formula::atom("=", {left, right}));
  }

  std::string chain(const Step &step) {
    const std::string &first = step.formula->arguments[0];
    const std::string type = typeOf(first), start = printer.term(first);
    const std::string self = "(@eq_refl " + type + " " + start + ")";
    const std::optional<std::vector<Link>> links = chainOf(theorem, step);
    if (!links)
      return step.cites.empty() ? self : whole(step.cites[0]);
    std::string text;
    for (const Link &link : *links) {
      const std::string from = printer.term(link.from),
                        to = printer.term(link.to);
      std::string next =
          link.isReversed ? "(@eq_sym " + type + " " + to + " " + from + " " +
                                equality(link.step, link.to, link.from) + ")"
                          : equality(link.step, link.from, link.to);
      text = text.empty() ? next
                          : "(@eq_trans " + type + " " + start + " " + from +
                                " " + to + " " + text + " " + next + ")";
    }
    return text.empty() ? self : text;
  }

  /// The changes one after the other, each in all its places at once.
  std::string rewrite(const Step &step) {
    FormulaRef part;
    const std::optional<std::vector<Change>> changes =
        changesOf(theorem, step, part);
    if (!changes)
      return whole(step.rewritten);
    std::string text = cite(step.rewritten, part);
    for (size_t i = 0; i < changes->size(); ++i) {
      const Change &change = (*changes)[i];
      const size_t outer = names.mark();
      auto type = types.find(change.from);
      const Variable hole{" z",
                          type == types.end() ? Type::element() : type->second};
      const std::string from = printer.term(change.from),
                        to = printer.term(change.to),
                        binder = printer.binders(std::span(&hole, 1));
      const std::string property =
          "(fun" + binder + " => " +
          printer.formula(
              withChanges(part, step.formula, *changes, i, hole.name)) +
          ")";
      names.leave(outer);
      std::string proof = "no_such_equality";
      if (change.isFound)
        proof = change.isReversed
                    ? equality(change.step, change.to, change.from)
                    : equality(change.step, change.from, change.to);
      text = (change.isReversed ? "(@eq_ind_r " : "(@eq_ind ") +
             typeOf(change.from) + " " + from + " " + property + " " + text +
             " " + to + " " + proof + ")";
    }
    return text;
  }

  TheoryWriter &theory;
  Printer &printer;
  Names &names;
  const Theorem &theorem;
  std::string out;
  unsigned depth = 0, premiseCount = 0;
  std::map<StepNumber, Known> steps;
  std::vector<std::pair<FormulaRef, std::string>> premises;
  std::map<std::string, TypeRef> types;
  std::string goalText;
};

} // namespace

std::string proofTerm(TheoryWriter &writer, const Theorem &theorem) {
  return ProofWriter(writer, theorem).run();
}

} // namespace mplexport::coq
