//===- FormWriter.cpp - Steps of a proof that need no block ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A theorem is used as rules that are not all the theorem as it stands (see
// Calculus/RuleForms.h). Each form that a proof needs is first proved from the
// theorem, once, and then cited like any clause:
//
//   compare   the premises and the application that the head is about: the
//             theorem gives another output, functionality equates the two
//   directed  the dropped application exists by totality; the theorem equates
//             its output with the other side; substitution gives the head
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/FormWriter.h"

#include "runtime/proof/Inline.h"
#include "runtime/proof/Statement.h"

#include <algorithm>
#include <cassert>

namespace mplrt {

using calculus::Atom;
using calculus::Cite;
using calculus::Rule;
using calculus::RuleForm;
using calculus::Term;

std::string conjunction(const std::vector<std::string> &parts) {
  if (parts.size() == 1)
    return parts[0];
  std::string text = "(&";
  for (const std::string &part : parts)
    text += part;
  return text + ")";
}

std::string from(const std::vector<uint32_t> &steps) {
  std::string text;
  for (const uint32_t step : steps)
    text += (text.empty() ? " from " : " ") + std::to_string(step);
  return text;
}

std::string by(const std::vector<uint32_t> &steps) {
  std::string text = " by";
  for (const uint32_t step : steps)
    text += ' ' + std::to_string(step);
  return text;
}

/// The name of a constructor, as the induction form has it.
std::string constructorName(const calculus::Program &program,
                            const calculus::Constructor &constructor) {
  if (!constructor.isFunction)
    return program.constants[constructor.index];
  return program.relations[constructor.index].pattern.back();
}

FormWriter::FormWriter(const calculus::Program &program) : program(program) {
  taken.insert(program.constants.begin(), program.constants.end());
  for (const calculus::Relation &relation : program.relations) {
    taken.insert(relation.predicate);
    taken.insert(relation.pattern.begin(), relation.pattern.end());
  }
  for (const calculus::Definition &definition : program.definitions)
    taken.insert(definition.name);
}

uint32_t FormWriter::step(StepLog &log, const std::string &formula,
                          const std::string &reason) {
  if (const uint32_t known = log.find(formula))
    return known;
  const uint32_t number = open(formula, reason);
  log.add(formula, number);
  return number;
}

uint32_t FormWriter::open(const std::string &formula, const std::string &reason) {
  body += std::to_string(++numSteps);
  body += ' ';
  body += formula;
  body += ' ';
  body += reason;
  body += '\n';
  return numSteps;
}

std::string FormWriter::freshName(const std::string &base) {
  for (;;) {
    std::string name = base + std::to_string(++counters[base]);
    if (taken.insert(name).second)
      return name;
  }
}

uint32_t FormWriter::typing(StepLog &log, uint32_t relation, uint32_t column,
                            const std::string &fact, uint32_t factStep) {
  const calculus::Relation &r = program.relations[relation];
  const Rule &rule = program.rules[r.columns[column].typing];
  // The fact's arguments, read back along the relation's pattern.
  std::vector<std::string> args(r.arity()), parts;
  size_t at = fact.find('[') + 1;
  for (const std::string &part : r.pattern) {
    const size_t end = fact.find_first_of(",]", at);
    if (part[0] == '$')
      args[size_t(std::stoul(part.substr(1)))] = fact.substr(at, end - at);
    at = end + 1;
  }
  auto name = [&](Term t) -> std::string {
    if (calculus::isConstant(t))
      return program.constants[calculus::constantIndex(t)];
    const auto &terms = rule.premises[0].args;
    return args[size_t(std::find(terms.begin(), terms.end(), t) - terms.begin())];
  };
  const bool isOfInline = isInline(rule.clause.root);
  std::string reason = "clause " +
                       (isOfInline ? '@' + std::to_string(factStep) : rule.clause.root) +
                       ' ' + rule.clause.path;
  for (const auto &[variable, term] : rule.clause.substitution)
    reason += ' ' + variable + '=' + name(term);
  return step(log,
              calculus::formula(program.relations[r.columns[column].sort],
                                {args[column]}),
              isOfInline ? reason : reason + " from " + std::to_string(factStep));
}

//===----------------------------------------------------------------------===//
// Folding
//===----------------------------------------------------------------------===//

namespace {

/// Proves the parts of a body from cites, existential parts by their witnesses.
uint32_t provePart(FormWriter &out, StepLog &log, const std::string &part,
                   const std::map<std::string, std::string> &witnesses,
                   const std::vector<uint32_t> &cites, size_t &next) {
  const bool isExistential = part.substr(0, 4) == "!(>[";
  if (!isExistential)
    return cites[next++];
  const Statement inner(part.substr(1));
  std::vector<std::string> parts = inner.premises;
  // Statement flattens a negated right side too: A and B, in order.
  std::vector<uint32_t> steps;
  for (const std::string &p : parts)
    steps.push_back(provePart(out, log, rename(p, witnesses), witnesses, cites, next));
  std::string reason = "exists";
  for (const std::string &binder : inner.levels[0].binders)
    reason += ' ' + binder + '=' + witnesses.at(binder);
  return out.step(log, part, reason + from(steps));
}

} // namespace

uint32_t FormWriter::fold(StepLog &log, const Rule &rule,
                          const std::vector<std::string> &args,
                          const std::map<std::string, std::string> &witnesses,
                          const std::vector<uint32_t> &cites) {
  const calculus::Relation &relation = program.relations[rule.atom.relation];
  const auto definition = std::find_if(
      program.definitions.begin(), program.definitions.end(),
      [&](const calculus::Definition &d) { return d.name == relation.predicate; });
  assert(definition != program.definitions.end());
  std::map<std::string, std::string> names;
  for (size_t i = 0; i < relation.pattern.size(); ++i) {
    const std::string &part = relation.pattern[i];
    names[definition->parameters[i]] =
        part[0] == '$' ? args[size_t(std::stoul(part.substr(1)))] : part;
  }
  const Statement body(rename(definition->body, names));
  // The body is no implication: flatten it as if it were the left side of one.
  const Statement parts("(>[]" + body.head + "false)");
  std::vector<uint32_t> steps;
  size_t next = 0;
  for (const std::string &part : parts.premises)
    steps.push_back(provePart(*this, log, part, witnesses, cites, next));
  const std::string atom = calculus::formula(relation, args);
  if (!isInline(definition->name))
    return step(log, atom, "fold " + definition->name + from(steps));
  // The atom is its body: of several parts, or what was just proved.
  if (definition->body.substr(0, 2) == "(&")
    return step(log, atom, "both" + from(steps).substr(5));
  log.add(atom, steps[0]);
  return steps[0];
}

//===----------------------------------------------------------------------===//
// Forms
//===----------------------------------------------------------------------===//

/// Proves one form from its theorem.
class FormProof {
public:
  FormProof(FormWriter &out, const RuleForm &form, const SourceTheorem &source,
            const std::vector<std::string> &names)
      : out(out), program(out.program), form(form), source(source),
        goal(source.goal.goal), constants(names) {}

  FormRef stated() const;
  FormRef prove(StepLog &log);

private:
  using Names = std::vector<std::string>;

  std::string name(Term t, const Names &names) const {
    return calculus::isConstant(t) ? constants[calculus::constantIndex(t)]
                                   : names[t];
  }
  std::string text(const Atom &atom, const Names &names) const {
    std::vector<std::string> args;
    for (Term t : atom.args)
      args.push_back(name(t, names));
    return calculus::formula(program.relations[atom.relation], args);
  }
  std::string equation(Term a, Term b, const Names &names) const {
    return "(=[" + name(a, names) + "," + name(b, names) + "])";
  }
  std::string closedFormula(const Names &bound, std::vector<Term> &variables) const;
  uint32_t theoremInstance(StepLog &log, const Names &names, uint32_t witness);
  uint32_t functionality(StepLog &log, const Atom &first, uint32_t firstStep,
                         const Atom &second, uint32_t secondStep,
                         const Names &names);
  uint32_t member(StepLog &log, uint32_t sort, const std::string &value,
                  const Names &names);
  uint32_t witnessDropped(StepLog &log, Names &names);
  void proveHead(StepLog &log, const Names &names);

  FormWriter &out;
  const calculus::Program &program;
  const RuleForm &form;
  const SourceTheorem &source;
  const calculus::Goal &goal;
  const Names &constants;
};

FormRef FormProof::stated() const {
  FormRef ref;
  ref.root = source.root;
  ref.path = Statement(source.statement).headPath();
  for (const auto &[binder, term] : goal.binders)
    if (binder != source.without)
      ref.binders.push_back({binder, term});
  for (const Cite &cite : goal.cites) {
    FormRef::Argument argument;
    argument.isReflexive = cite.kind == Cite::Kind::Reflexive;
    argument.term = cite.term;
    argument.premise = cite.premise;
    ref.arguments.push_back(argument);
  }
  return ref;
}

std::string FormProof::closedFormula(const Names &bound,
                                     std::vector<Term> &variables) const {
  std::set<Term> used;
  auto note = [&](Term t) {
    if (!calculus::isConstant(t))
      used.insert(t);
  };
  std::vector<std::string> parts;
  for (const Atom &premise : form.formPremises) {
    std::for_each(premise.args.begin(), premise.args.end(), note);
    parts.push_back(text(premise, bound));
  }
  std::string head;
  if (form.rule.head == Rule::Head::Equate) {
    note(form.rule.left);
    note(form.rule.right);
    head = equation(form.rule.left, form.rule.right, bound);
  } else {
    std::for_each(form.rule.atom.args.begin(), form.rule.atom.args.end(), note);
    head = text(form.rule.atom, bound);
  }
  variables.assign(used.begin(), used.end());
  std::string names;
  for (const Term v : variables)
    names += (names.empty() ? "" : ",") + bound[v];
  return "(>[" + names + "]" + conjunction(parts) + head + ")";
}

/// The theorem under these names; `witness` is the step of the dropped
/// application, which also says that its output is in its set.
uint32_t FormProof::theoremInstance(StepLog &log, const Names &names,
                                    uint32_t witness) {
  std::string reason =
      "clause " + source.root + ' ' + Statement(source.statement).headPath();
  for (const auto &[binder, term] : goal.binders)
    if (binder != source.without) {
      const std::string value = name(term, names);
      reason += ' ' + binder + '=' + (value.empty() ? constants[0] : value);
    }
  std::vector<uint32_t> cites;
  for (const Cite &cite : goal.cites) {
    if (cite.kind == Cite::Kind::Reflexive) {
      cites.push_back(out.step(log, equation(cite.term, cite.term, names), "chain"));
      continue;
    }
    const std::string premise = text(goal.premises[cite.premise], names);
    const uint32_t step = log.find(premise);
    cites.push_back(step ? step : witness);
  }
  std::string head;
  if (source.goal.created != calculus::none) {
    Atom atom = goal.premises[source.goal.created];
    atom.args.back() = goal.right;
    head = text(atom, names);
  } else {
    head = equation(goal.left, goal.right, names);
  }
  return out.step(log, head, reason + from(cites));
}

/// Two outputs of one application are equal.
uint32_t FormProof::functionality(StepLog &log, const Atom &first,
                                  uint32_t firstStep, const Atom &second,
                                  uint32_t secondStep, const Names &names) {
  const Rule &key = program.rules[program.relations[first.relation].key];
  std::map<Term, std::string> env;
  const Atom *given[] = {&first, &second};
  const uint32_t steps[] = {firstStep, secondStep};
  for (size_t p = 0; p < 2; ++p)
    for (size_t c = 0; c < first.args.size(); ++c)
      env[key.premises[p].args[c]] = name(given[p]->args[c], names);
  std::string reason = "clause " + key.clause.root + ' ' + key.clause.path;
  for (const auto &[variable, term] : key.clause.substitution)
    reason += ' ' + variable + '=' + env[term];
  std::vector<uint32_t> cites;
  for (const Cite &cite : key.clause.cites) {
    const uint32_t step = steps[cite.premise];
    cites.push_back(cite.kind == Cite::Kind::Typing
                        ? out.typing(log, first.relation, cite.column,
                                     text(*given[cite.premise], names), step)
                        : step);
  }
  return out.step(log, "(=[" + env[key.left] + "," + env[key.right] + "])",
                  reason + from(cites));
}

/// Membership of a value that the form's premises speak of.
uint32_t FormProof::member(StepLog &log, uint32_t sort,
                           const std::string &value, const Names &names) {
  const std::string wanted = calculus::formula(program.relations[sort], {value});
  if (const uint32_t known = log.find(wanted))
    return known;
  for (const Atom &premise : form.formPremises)
    for (uint32_t c = 0; c < premise.args.size(); ++c)
      if (premise.args.size() > 1 &&
          program.relations[premise.relation].columns[c].sort == sort &&
          name(premise.args[c], names) == value) {
        const std::string fact = text(premise, names);
        return out.typing(log, premise.relation, c, fact, log.find(fact));
      }
  for (const Rule &fact : program.rules)
    if (fact.premises.empty() && fact.head == Rule::Head::Derive &&
        fact.atom.relation == sort && text(fact.atom, names) == wanted)
      return out.step(log, wanted,
                      "clause " + fact.clause.root + ' ' + fact.clause.path);
  return 0; // The checker will say so.
}

/// The dropped application, by totality; names its output.
uint32_t FormProof::witnessDropped(StepLog &log, Names &names) {
  const Atom &dropped = goal.premises[form.dropped];
  const Rule &total =
      program.rules[program.relations[dropped.relation].totality];
  Names env(total.numVariables);
  for (const Atom &atom : total.witnesses)
    if (atom.relation == dropped.relation)
      for (size_t c = 0; c + 1 < atom.args.size(); ++c)
        if (!calculus::isConstant(atom.args[c]))
          env[atom.args[c]] = name(dropped.args[c], names);
  std::vector<uint32_t> cites;
  for (const Cite &cite : total.clause.cites) {
    const Atom &premise = total.premises[cite.premise];
    cites.push_back(
        member(log, premise.relation, name(premise.args[0], env), names));
  }
  const std::string output = out.freshName("w");
  std::string reason =
      "witness " + total.clause.root + ' ' + total.clause.path;
  for (const auto &[variable, term] : total.clause.substitution)
    reason += ' ' + variable + '=' + name(term, env);
  reason += " new";
  for (const auto &[variable, term] : total.fresh) {
    env[term] = output;
    reason += ' ' + variable + '=' + output;
  }
  std::vector<std::string> parts;
  for (const Atom &atom : total.witnesses)
    parts.push_back(text(atom, env));
  const uint32_t both = out.step(log, conjunction(parts), reason + from(cites));
  names[dropped.args.back()] = output;
  return both;
}

void FormProof::proveHead(StepLog &log, const Names &fixed) {
  uint32_t end = 0;
  if (form.kind == RuleForm::Kind::Compare) {
    const uint32_t other = theoremInstance(log, fixed, 0);
    const Atom &created = goal.premises[source.goal.created];
    Atom stated = created;
    stated.args.back() = goal.right;
    end = functionality(log, created, log.find(text(created, fixed)), stated,
                        other, fixed);
    const std::string head = equation(goal.left, goal.right, fixed);
    if (log.formulaOf(end) != head)
      end = out.step(log, head, "chain " + std::to_string(end));
  } else {
    Names names = fixed;
    const uint32_t both = witnessDropped(log, names);
    uint32_t equal = theoremInstance(log, names, both);
    if (source.goal.created != calculus::none) {
      const Atom &created = goal.premises[source.goal.created];
      Atom stated = created;
      stated.args.back() = goal.right;
      equal = functionality(log, created, log.find(text(created, names)), stated,
                            equal, names);
    }
    end = out.step(log, text(form.rule.atom, names),
                   "rewrite " + std::to_string(both) + " by " +
                       std::to_string(equal));
  }
  out.line("end " + std::to_string(end));
}

FormRef FormProof::prove(StepLog &log) {
  // Bound names: the theorem's own; the created output has none.
  Names bound(goal.numVariables);
  for (const auto &[binder, term] : goal.binders)
    if (!calculus::isConstant(term) && bound[term].empty())
      bound[term] = binder;
  for (std::string &name : bound)
    if (name.empty())
      name = out.freshName("o");
  std::vector<Term> variables;
  const std::string formula = closedFormula(bound, variables);

  FormRef ref;
  ref.path = "i";
  for (const Term v : variables)
    ref.binders.push_back({bound[v], v});
  for (uint32_t i = 0; i < form.formPremises.size(); ++i)
    ref.arguments.push_back({false, 0, i});
  if (const uint32_t known = log.find(formula)) {
    ref.root = "@" + std::to_string(known);
    return ref;
  }

  Names fixed(goal.numVariables);
  std::string reason = "show fix";
  for (const Term v : variables) {
    fixed[v] = out.freshName(bound[v]);
    reason += ' ' + fixed[v];
  }
  const uint32_t number = out.open(formula, reason);
  StepLog inner = log;
  for (const Atom &premise : form.formPremises)
    out.step(inner, text(premise, fixed), "premise");
  proveHead(inner, fixed);
  log.add(formula, number);
  ref.root = "@" + std::to_string(number);
  return ref;
}

FormRef FormWriter::form(StepLog &log, const RuleForm &form,
                         const SourceTheorem &source,
                         const std::vector<std::string> &names) {
  FormProof proof(*this, form, source, names);
  return form.kind == RuleForm::Kind::Stated ? proof.stated() : proof.prove(log);
}

WrittenProof FormWriter::finish(const std::string &name,
                                const std::string &statement, uint32_t last) {
  WrittenProof proof;
  body = inlined(program, body);
  proof.text = "mpl-proof 1\ntheory " + program.theory + "\ntheorem " + name +
               ' ' + inlined(program, statement) + '\n';
  if (!uses.empty()) {
    proof.text += "uses";
    for (const std::string &theorem : uses)
      proof.text += ' ' + theorem;
    proof.text += '\n';
  }
  proof.text += body + "qed " + std::to_string(last) + '\n';
  proof.steps = numSteps;
  proof.uses.assign(uses.begin(), uses.end());
  return proof;
}

} // namespace mplrt
