//===- CoqTheory.cpp - A theory as a section of Coq -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The theory is a section: the universe and the constants are its variables,
// the axioms (one by one), the assumed statements and the induction forms its
// hypotheses. Closing it makes them premises of every theorem, so that nothing
// is assumed in the end.
//
// A clause that proofs use is a lemma of its own, with a short proof along the
// path, written before the first theorem that needs it. What a step applies is
// then one constant to names: nothing has to be unfolded or inferred, and this
// is what makes the proofs quick to check. A clause with an existential head is
// stated by what may be concluded from it, so that witnesses are names bound by
// a function.
//
//===----------------------------------------------------------------------===//

#include "Coq.h"
#include "Target.h"

#include "mplc/Proof/Notation.h"
#include "mplc/Support/Visible.h"

#include <algorithm>

namespace mplexport::coq {

TheoryWriter::TheoryWriter(const Run &run, std::ostream &os)
    : run(run), os(os) {}

/// Text that neither opens nor closes a comment.
static std::string comment(const std::string &text) {
  std::string safe;
  for (char c : mplc::visible(text)) {
    const bool splits = !safe.empty() && ((safe.back() == '(' && c == '*') ||
                                          (safe.back() == '*' && c == ')'));
    safe += splits ? std::string(" ") + c : std::string(1, c == '"' ? '\'' : c);
  }
  return "(* " + safe + " *)\n";
}

const std::string &TheoryWriter::theoremName(const std::string &name) const {
  return theorems.at(name);
}

void TheoryWriter::write() {
  const Theory &theory = run.theory;
  Names &names = printer.names;
  os << comment("The theory " + theory.name + ": " +
                std::to_string(run.theorems.size()) +
                " theorems, each with the proof that was found.");
  const std::string section = names.global(theory.name);
  os << "Section " << section << ".\n\nVariable " << printer.universe
     << " : Type.\n\n";
  for (const Definition &d : theory.definitions)
    definition(d);
  for (const auto *list : {&theory.constants, &theory.integers})
    for (const Variable &constant : *list)
      os << "Variable " << names.enter(constant.name) << " : "
         << printer.type(*constant.type) << ".\n";
  hypotheses();
  for (const Theorem &t : run.theorems)
    theorem(t);
  os << "End " << section << ".\n";
}

void TheoryWriter::definition(const Definition &d) {
  const std::string name = printer.names.global(d.name);
  const size_t outer = printer.names.mark();
  const std::string parameters = printer.binders(d.parameters);
  os << "Definition " << name << parameters << " : Prop :=\n  "
     << printer.formula(d.body) << ".\n\n";
  printer.names.leave(outer);
  printer.predicates[d.name] = name;
}

void TheoryWriter::hypotheses() {
  const Theory &theory = run.theory;
  Names &names = printer.names;
  os << '\n';
  const std::vector<FormulaRef> list = theory.axiomList();
  for (size_t i = 0; i < list.size(); ++i) {
    axioms.push_back(names.global(theory.name + "_" + std::to_string(i)));
    os << "Hypothesis " << axioms.back() << " : " << printer.formula(list[i])
       << ".\n";
  }
  for (size_t i = 0; i < theory.facts.size(); ++i) {
    facts.push_back(names.global("fact_" + std::to_string(i)));
    os << "Hypothesis " << facts.back() << " : "
       << printer.formula(theory.facts[i]) << ".\n";
  }
  for (const Statement &statement : theory.assumed) {
    if (run.theorem(statement.name))
      continue;
    statements[statement.name] = statement.formula;
    const std::string &name = theorems[statement.name] =
        names.global(statement.name);
    os << comment("Assumed, not proved.") << "Hypothesis " << name << " : "
       << printer.formula(statement.formula) << ".\n";
  }
  excludedMiddle();
  os << '\n';
  for (const InductionForm &form : theory.inductions) {
    induction(form);
    cases(form);
  }
}

static bool decides(const Block &block) {
  return std::any_of(
      block.steps.begin(), block.steps.end(), [](const Step &step) {
        return step.reason == Reason::Cases ||
               std::any_of(step.blocks.begin(), step.blocks.end(), decides);
      });
}

/// A hypothesis only where a proof needs it: all else holds without.
void TheoryWriter::excludedMiddle() {
  if (std::none_of(run.theorems.begin(), run.theorems.end(),
                   [](const Theorem &t) { return decides(t.proof); }))
    return;
  Names &names = printer.names;
  const std::string name = names.global("excluded_middle");
  byCases = names.global("by_cases");
  os << "\nHypothesis " << name << " : forall A : Prop, A \\/ (A -> False).\n"
     << "Lemma " << byCases
     << " : forall A B G : Prop, ((A -> False) -> B) -> (A -> G) -> (B -> G) "
        "-> G.\n"
     << "Proof. exact (fun A B G n a b => match " << name
     << " A with or_introl h => a h | or_intror h => b (n h) end). Qed.\n";
}

//===--- Induction --------------------------------------------------------===//

std::string TheoryWriter::inductionName(const InductionForm &form) const {
  return inductions.at(form.set);
}

std::string TheoryWriter::casesName(const InductionForm &form) const {
  return splits.at(form.set);
}

/// `in x S -> ..`: what a case says of its values.
std::string TheoryWriter::member(const Constructor &constructor,
                                 const std::string &output,
                                 const std::vector<std::string> &inputs,
                                 const InductionForm &form, bool isInduction) {
  const std::string set = printer.term(form.set);
  std::string text;
  if (!constructor.isConstant()) {
    text += printer.term(constructor.name);
    for (const std::string &input : inputs)
      text += " " + input;
    text += " " + output + " -> ";
  }
  if (isInduction)
    text += set + " " + output + " -> ";
  for (size_t i = 0; i < inputs.size(); ++i)
    for (const std::string &other : constructor.inputSets[i])
      text += printer.term(other) + " " + inputs[i] + " -> ";
  return text;
}

/// ` (x1 x2 : U)` for the inputs of a constructor. What they are called is no
/// name of MPL: a constant called x1 means what it did.
std::string TheoryWriter::inputBinders(const Constructor &constructor,
                                       std::vector<std::string> &inputs) {
  std::string text;
  for (size_t i = 0; i < constructor.inputs.size(); ++i) {
    inputs.push_back(
        printer.names.enterNew("x" + std::to_string(i + 1)));
    text += " (" + inputs.back() + " : " +
            printer.type(*constructor.inputs[i]) + ")";
  }
  return text;
}

/// Every property that all constructors hand on holds of all members.
void TheoryWriter::induction(const InductionForm &form) {
  Names &names = printer.names;
  const std::string name = inductions[form.set] =
      names.global(form.set + "_induction");
  const size_t outer = names.mark();
  const std::string property = names.enterNew("P");
  const std::string type = printer.type(*run.theory.typeOf(form.set)->first);
  os << "Hypothesis " << name << " : forall " << property << " : " << type
     << " -> Prop,";
  for (const Constructor &constructor : form.constructors) {
    const size_t inner = names.mark();
    os << "\n  (";
    std::string output = printer.term(constructor.name);
    std::vector<std::string> inputs;
    if (!constructor.isConstant()) {
      const std::string binders = inputBinders(constructor, inputs);
      output = names.enterNew("x");
      os << "forall" << binders << " (" << output << " : "
         << printer.type(*constructor.output) << "), ";
    }
    os << member(constructor, output, inputs, form, true);
    for (size_t i = 0; i < inputs.size(); ++i)
      if (form.isRecursive(constructor, i))
        os << property << " " << inputs[i] << " -> ";
    os << property << " " << output << ") ->";
    names.leave(inner);
  }
  const std::string variable = names.enterNew("x");
  os << "\n  forall " << variable << " : " << type << ", "
     << printer.term(form.set) << " " << variable << " -> " << property << " "
     << variable << ".\n";
  names.leave(outer);
}

/// Every member is made by a constructor: an induction that needs no
/// hypotheses.
void TheoryWriter::cases(const InductionForm &form) {
  Names &names = printer.names;
  const std::string name = splits[form.set] = names.global(form.set + "_cases");
  const size_t outer = names.mark();
  const std::string type = printer.type(*run.theory.typeOf(form.set)->first);
  const std::string goal = names.enterNew("G"), subject = names.enterNew("t");
  const std::string mine = names.enterNew("m");
  std::vector<std::string> given;
  std::string premises, motive, functions, steps;
  const std::string value = names.enterNew("y");
  for (size_t c = 0; c < form.constructors.size(); ++c) {
    const Constructor &constructor = form.constructors[c];
    auto premise = [&](const std::string &of) {
      const size_t inner = names.mark();
      std::string text = "(";
      std::vector<std::string> inputs;
      if (constructor.isConstant()) {
        text += of + " = " + printer.term(constructor.name) + " -> ";
      } else {
        text += "forall" + inputBinders(constructor, inputs) + ", ";
        text += member(constructor, of, inputs, form, false);
      }
      names.leave(inner);
      return text + goal + ") -> ";
    };
    premises += premise(subject);
    motive += premise(value);
    given.push_back(names.enterNew("k" + std::to_string(c)));
    functions += " " + given.back();
  }
  for (size_t c = 0; c < form.constructors.size(); ++c) {
    const Constructor &constructor = form.constructors[c];
    const size_t inner = names.mark();
    std::string binders, arguments;
    auto use = [&](const std::string &wish) {
      const std::string name = names.enterNew(wish);
      binders += " " + name;
      arguments += " " + name;
    };
    auto skip = [&] { binders += " _"; };
    const size_t inputs = constructor.inputs.size();
    if (constructor.isConstant()) {
      skip();
      arguments = " eq_refl";
    } else {
      for (size_t i = 0; i < inputs; ++i)
        use("x" + std::to_string(i + 1));
      skip();
      use("a");
      skip();
      for (size_t i = 0; i < inputs; ++i)
        for (size_t s = 0; s < constructor.inputSets[i].size(); ++s)
          use("m" + std::to_string(i + 1));
      for (size_t i = 0; i < inputs; ++i)
        if (form.isRecursive(constructor, i))
          skip();
    }
    steps += "\n  (fun" + binders + functions + " => " + given[c] + arguments +
             ")";
    names.leave(inner);
  }
  os << "Lemma " << name << " : forall (" << goal << " : Prop) (" << subject
     << " : " << type << "), " << printer.term(form.set) << " " << subject
     << " -> " << premises << goal << ".\nProof. exact (fun " << goal << " "
     << subject << " " << mine << " => " << inductionName(form) << "\n  (fun "
     << value << " => " << motive << goal << ")" << steps << "\n  " << subject
     << " " << mine << "). Qed.\n\n";
  names.leave(outer);
}

//===--- Clauses ----------------------------------------------------------===//

/// Finds what the clause comes from; whether that states the clause itself.
bool TheoryWriter::isStatedAsIs(const ClauseUse &use, std::string &base,
                                FormulaRef &root, std::string &path) {
  path = use.path == "-" ? "" : use.path;
  switch (use.root) {
  case ClauseUse::Root::Axioms: {
    root = run.theory.axioms;
    if (root->kind != Formula::Kind::Conjunction) {
      base = axioms[0];
      break;
    }
    if (path.empty()) {
      base = conjoin(axioms);
      return false;
    }
    const size_t dot = path.find('.');
    const size_t part = std::stoul(path.substr(0, dot));
    base = axioms[part];
    root = root->parts[part];
    path = dot == path.npos ? "" : path.substr(dot + 1);
    break;
  }
  case ClauseUse::Root::Fact:
    base = facts[use.number];
    root = run.theory.facts[use.number];
    break;
  case ClauseUse::Root::Theorem:
    base = theoremName(use.name);
    root = statements.at(use.name);
    break;
  case ClauseUse::Root::Definition:
    root = run.theory.definition(use.name)->body;
    return false;
  case ClauseUse::Root::Step:
    return false;
  }
  return path.empty() || path == "i";
}

std::string TheoryWriter::clauseLemma(const ClauseUse &use, bool isWitness) {
  std::string base, path;
  FormulaRef root;
  if (isStatedAsIs(use, base, root, path) && !isWitness)
    return base;
  const std::string from =
      use.root == ClauseUse::Root::Fact ? facts[use.number] : use.name;
  const std::string key = std::to_string(int(use.root)) + " " + from + " " +
                          use.path + (isWitness ? " witness" : "");
  auto [it, isNew] = lemmas.try_emplace(key);
  if (!isNew)
    return it->second;

  Names &names = printer.names;
  const Clause &clause = use.clause;
  const std::string name = it->second =
      names.global(from + "_" + use.path + (isWitness ? "_witness" : ""));
  const size_t outer = names.mark();
  std::string statement, function;
  std::vector<std::string> terms, premises;
  auto bind = [&](const std::vector<Variable> &variables,
                  const std::string &prefix) {
    const std::string text = printer.binders(variables, prefix);
    if (text.empty())
      return;
    statement += "forall" + text + ", ";
    function += text;
  };
  auto give = [&](const std::string &formula, std::vector<std::string> *into) {
    const std::string proof = names.enterNew("h");
    statement += formula + " -> ";
    function += " (" + proof + " : " + formula + ")";
    if (into)
      into->push_back(proof);
    return proof;
  };
  std::string goal;
  if (isWitness) {
    goal = names.enterNew("G");
    statement += "forall " + goal + " : Prop, ";
    function += " (" + goal + " : Prop)";
  }
  bind(clause.parameters, "@");
  if (use.root == ClauseUse::Root::Definition) {
    std::vector<std::string> arguments;
    for (const Variable &parameter : clause.parameters)
      arguments.push_back("@" + parameter.name);
    base = give(printer.formula(Formula::atom(use.name, arguments)), nullptr);
  }
  bind(clause.variables, "");
  for (const Variable &variable : clause.variables)
    terms.push_back(printer.term(variable.name));
  for (const FormulaRef &premise : clause.premises)
    give(printer.premise(premise), &premises);
  std::string proof = follow(run.theory, base, root, path, terms, premises);
  if (isWitness) {
    const size_t inner = names.mark();
    const std::string binders = printer.binders(clause.witnesses, "?");
    std::string body = binders.empty() ? "" : "forall" + binders + ", ";
    for (const FormulaRef &part : clause.parts)
      body += printer.premise(part) + " -> ";
    const std::string consequence = "(" + body + goal + ")";
    names.leave(inner);
    const std::string apply = give(consequence, nullptr);
    std::vector<std::string> variables, parts;
    std::string arguments;
    for (size_t i = 0; i < clause.witnesses.size(); ++i)
      variables.push_back(names.enterNew("w"));
    for (size_t i = 0; i < clause.parts.size(); ++i)
      parts.push_back(names.enterNew("h"));
    for (const auto *list : {&variables, &parts})
      for (const std::string &argument : *list)
        arguments += " " + argument;
    statement += goal;
    proof = "match " + proof + " with " + pattern(variables, parts) + " => " +
            apply + arguments + " end";
  } else {
    statement += printer.formula(clause.head);
  }
  names.leave(outer);
  os << "Lemma " << name << " : " << statement << ".\nProof. exact ("
     << (function.empty() ? "" : "fun" + function + " => ") << proof
     << "). Qed.\n\n";
  return name;
}

std::string TheoryWriter::foldLemma(const Definition &definition) {
  auto [it, isNew] = lemmas.try_emplace("fold " + definition.name);
  if (!isNew)
    return it->second;
  Names &names = printer.names;
  const std::string name = it->second = names.global(definition.name + "_fold");
  const size_t outer = names.mark();
  std::string parameters = printer.binders(definition.parameters);
  std::string statement, function = parameters;
  std::vector<std::string> arguments, parts;
  for (const Variable &parameter : definition.parameters)
    arguments.push_back(parameter.name);
  for (const FormulaRef &part : flatten(definition.body)) {
    const std::string text = printer.premise(part);
    parts.push_back(names.enterNew("h"));
    statement += text + " -> ";
    function += " (" + parts.back() + " : " + text + ")";
  }
  size_t next = 0;
  const std::string proof =
      build(definition.body, [&] { return parts[next++]; });
  os << "Lemma " << name << " : "
     << (parameters.empty() ? "" : "forall" + parameters + ", ") << statement
     << printer.formula(Formula::atom(definition.name, arguments))
     << ".\nProof. exact (fun" << function << " => " << proof << "). Qed.\n\n";
  names.leave(outer);
  return name;
}

//===--- Theorems ---------------------------------------------------------===//

void TheoryWriter::theorem(const Theorem &theorem) {
  // Lemmas that the proof needs are written while its term is built.
  const std::string term = proofTerm(*this, theorem);
  std::string about;
  if (std::optional<Law> law = lawOf(run.theory, theorem.statement))
    about = toString(*law);
  if (!theorem.method.empty())
    about += (about.empty() ? "" : "; ") + theorem.method;
  if (!about.empty())
    os << comment(about);
  const std::string name = theorems[theorem.name] =
      printer.names.global(theorem.name);
  statements[theorem.name] = theorem.statement;
  os << "Theorem " << name << " : " << printer.formula(theorem.statement)
     << ".\nProof. exact (\n"
     << term << "). Qed.\n\n";
}

} // namespace mplexport::coq

bool mplexport::writeCoq(const mplc::proof::Run &run, std::ostream &os,
                         std::string &) {
  coq::TheoryWriter(run, os).write();
  return true;
}
