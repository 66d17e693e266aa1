//===- EquationWriter.cpp - Rewrite steps as a proof ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/rewrite/EquationWriter.h"

#include "runtime/proof/Statement.h"

#include <algorithm>

namespace mplrt::rewrite {

using calculus::Atom;
using calculus::Cite;
using calculus::Rule;
using calculus::Term;

EquationWriter::EquationWriter(Signature &signature, const Rewriter &rewriter,
                               const std::vector<Source> &sources)
    : signature(signature), program(signature.program), terms(signature.terms),
      rewriter(rewriter), sources(sources), out(signature.program) {}

//===----------------------------------------------------------------------===//
// Terms
//===----------------------------------------------------------------------===//

std::string EquationWriter::text(TermId application, const std::string &output) {
  std::vector<std::string> args;
  const size_t n = terms.args(application).size();
  for (size_t i = 0; i < n; ++i)
    args.push_back(name(terms.args(application)[i]));
  args.push_back(output);
  const auto &meaning = signature.meaning(terms.head(application));
  return calculus::formula(program.relations[meaning.index], args);
}

std::string EquationWriter::equality(TermId a, TermId b) {
  return "(=[" + name(a) + "," + name(b) + "])";
}

const std::string &EquationWriter::name(TermId t) {
  const auto known = scope->names.find(t);
  if (known != scope->names.end())
    return known->second;
  if (terms.isVariable(t)) {
    // One that a proof passes through: any member of the set will do.
    for (const auto &[other, text] : scope->names)
      if (terms.isVariable(other) && terms.sort(other) == terms.sort(t))
        return scope->names[t] = text;
    TermId any = signature.someConstant(terms.sort(t));
    for (const auto &[other, text] : scope->names)
      if (any == noTerm && terms.sort(other) == terms.sort(t))
        any = other;
    if (any != noTerm)
      return scope->names[t] = name(any);
    isImpossible = true;
    return scope->names[t] = "?";
  }
  const auto &meaning = signature.meaning(terms.head(t));
  if (meaning.kind == Signature::Meaning::Kind::Constant)
    return scope->names[t] = program.constants[meaning.index];
  if (meaning.kind == Signature::Meaning::Kind::Skolem) {
    isImpossible = true; // It would have been named when the goal was opened.
    return scope->names[t] = "?";
  }
  witness(t);
  return scope->names[t];
}

uint32_t EquationWriter::atom(TermId t) {
  name(t);
  return scope->atoms[t];
}

/// The application exists, by totality.
uint32_t EquationWriter::witness(TermId t) {
  const auto &meaning = signature.meaning(terms.head(t));
  const Rule &total = program.rules[program.relations[meaning.index].totality];
  std::vector<TermId> inputs(terms.args(t).begin(), terms.args(t).end());
  std::vector<std::string> env(total.numVariables);
  std::map<Term, TermId> given;
  for (const Atom &witness : total.witnesses)
    if (witness.relation == meaning.index)
      for (size_t c = 0; c < inputs.size(); ++c)
        if (!calculus::isConstant(witness.args[c])) {
          env[size_t(witness.args[c])] = name(inputs[c]);
          given[witness.args[c]] = inputs[c];
        }
  auto nameOf = [&](Term term) {
    return calculus::isConstant(term) ? program.constants[calculus::constantIndex(term)]
                                      : env[size_t(term)];
  };
  std::vector<uint32_t> cites;
  for (const Cite &cite : total.clause.cites)
    cites.push_back(membership(given.at(total.premises[cite.premise].args[0])));
  const std::string output = out.freshName("w");
  std::string reason = "witness " + total.clause.root + ' ' + total.clause.path;
  for (const auto &[variable, term] : total.clause.substitution)
    reason += ' ' + variable + '=' + nameOf(term);
  reason += " new";
  for (const auto &[variable, term] : total.fresh) {
    env[size_t(term)] = output;
    reason += ' ' + variable + '=' + output;
  }
  std::vector<std::string> parts;
  for (const Atom &witness : total.witnesses) {
    std::vector<std::string> args;
    for (const Term a : witness.args)
      args.push_back(nameOf(a));
    parts.push_back(calculus::formula(program.relations[witness.relation], args));
  }
  const uint32_t step = out.step(scope->log, conjunction(parts), reason + from(cites));
  scope->names[t] = output;
  return scope->atoms[t] = step;
}

uint32_t EquationWriter::membership(TermId t) {
  const std::string wanted =
      calculus::formula(program.relations[terms.sort(t)], {name(t)});
  if (const uint32_t known = scope->log.find(wanted))
    return known;
  if (!terms.isVariable(t) && !terms.args(t).empty()) {
    const auto relation = signature.meaning(terms.head(t)).index;
    return out.typing(scope->log, relation,
                      uint32_t(program.relations[relation].columns.size() - 1),
                      text(t, name(t)), atom(t));
  }
  return membershipOfConstant(t, wanted);
}

uint32_t EquationWriter::membershipOfConstant(TermId t, const std::string &wanted) {
  const Sort sort = terms.sort(t);
  auto byColumn = [&](const Atom &fact, const std::vector<std::string> &args,
                      auto &&stepOf) -> uint32_t {
    for (uint32_t c = 0; c < args.size(); ++c)
      if (args[c] == name(t) && program.relations[fact.relation].columns[c].sort == sort)
        return out.typing(scope->log, fact.relation, c,
                          calculus::formula(program.relations[fact.relation], args),
                          stepOf());
    return 0;
  };
  // A fact of the theory.
  for (const Rule &fact : program.rules) {
    if (!fact.premises.empty() || fact.head != Rule::Head::Derive ||
        fact.clause.kind != calculus::Clause::Kind::Use || !fact.clause.cites.empty())
      continue;
    std::vector<std::string> args;
    for (const Term a : fact.atom.args)
      args.push_back(calculus::isConstant(a)
                         ? program.constants[calculus::constantIndex(a)]
                         : "");
    const std::string formula =
        calculus::formula(program.relations[fact.atom.relation], args);
    const std::string reason = "clause " + fact.clause.root + ' ' + fact.clause.path;
    if (formula == wanted)
      return out.step(scope->log, wanted, reason);
    if (args.size() > 1)
      if (const uint32_t step = byColumn(
              fact.atom, args, [&] { return out.step(scope->log, formula, reason); }))
        return step;
  }
  // A premise of the goal.
  if (goal)
    for (const Atom &premise : goal->goal.premises) {
      std::vector<std::string> args;
      for (const Term a : premise.args)
        args.push_back(calculus::isConstant(a)
                           ? program.constants[calculus::constantIndex(a)]
                           : binderNames[std::to_string(a)]);
      const std::string formula =
          calculus::formula(program.relations[premise.relation], args);
      const uint32_t step = scope->log.find(formula);
      if (step && args.size() > 1)
        if (const uint32_t typed = byColumn(premise, args, [&] { return step; }))
          return typed;
    }
  isImpossible = true;
  return 0;
}

uint32_t EquationWriter::functionality(TermId application, const std::string &first,
                                       uint32_t firstStep, const std::string &second,
                                       uint32_t secondStep) {
  const uint32_t relation = signature.meaning(terms.head(application)).index;
  const Rule &key = program.rules[program.relations[relation].key];
  std::map<Term, std::string> env;
  const std::string *outputs[] = {&first, &second};
  const uint32_t steps[] = {firstStep, secondStep};
  const std::string facts[] = {text(application, first), text(application, second)};
  const size_t n = terms.args(application).size();
  for (size_t p = 0; p < 2; ++p) {
    for (size_t c = 0; c < n; ++c)
      env[key.premises[p].args[c]] = name(terms.args(application)[c]);
    env[key.premises[p].args[n]] = *outputs[p];
  }
  std::string reason = "clause " + key.clause.root + ' ' + key.clause.path;
  for (const auto &[variable, term] : key.clause.substitution)
    reason += ' ' + variable + '=' + env[term];
  std::vector<uint32_t> cites;
  for (const Cite &cite : key.clause.cites)
    cites.push_back(cite.kind == Cite::Kind::Typing
                        ? out.typing(scope->log, relation, cite.column,
                                     facts[cite.premise], steps[cite.premise])
                        : steps[cite.premise]);
  return out.step(scope->log, "(=[" + env[key.left] + "," + env[key.right] + "])",
                  reason + from(cites));
}

//===----------------------------------------------------------------------===//
// Equations
//===----------------------------------------------------------------------===//

TermId EquationWriter::value(const Source &source, Term t,
                             const Terms::Substitution &values) {
  if (calculus::isConstant(t))
    return terms.constant(signature.constant(calculus::constantIndex(t)));
  const TermId read = source.reading.values[size_t(t)];
  return read == noTerm ? noTerm : terms.substitute(read, values);
}

/// Values for variables of a term that have none.
void EquationWriter::giveValues(Terms::Substitution &values, TermId term) {
  std::vector<int> counts;
  terms.count(term, 1, counts);
  for (uint32_t v = 0; v < counts.size(); ++v) {
    if (counts[v] == 0 || (v < values.size() && values[v] != noTerm))
      continue;
    auto find = [&](auto &&self, TermId u) -> TermId {
      if (terms.isVariable(u))
        return terms.index(u) == v ? u : noTerm;
      for (const TermId a : terms.args(u))
        if (const TermId found = self(self, a); found != noTerm)
          return found;
      return noTerm;
    };
    const Sort sort = terms.sort(find(find, term));
    TermId any = signature.someConstant(sort);
    for (const auto &[other, text] : scope->names)
      if (any == noTerm && terms.sort(other) == sort)
        any = other;
    if (v >= values.size())
      values.resize(v + 1, noTerm);
    values[v] = any;
    isImpossible = isImpossible || any == noTerm;
  }
}

uint32_t EquationWriter::clause(
    const Source &source, const Terms::Substitution &values,
    const std::vector<std::pair<std::string, Term>> &binders, const std::string &root,
    const std::string &path, const std::vector<Cite> &cites,
    const std::vector<Atom> &premises, Rule::Head head, const Atom &atom, Term left,
    Term right) {
  auto valueOf = [&](Term t) { return value(source, t, values); };
  auto nameOf = [&](Term t) {
    const TermId u = valueOf(t);
    isImpossible = isImpossible || u == noTerm;
    return u == noTerm ? std::string("?") : name(u);
  };
  auto termOf = [&](const Atom &a) {
    std::vector<TermId> inputs;
    for (size_t c = 0; c + 1 < a.args.size(); ++c)
      inputs.push_back(valueOf(a.args[c]));
    return terms.apply(signature.function(a.relation), inputs);
  };
  std::vector<uint32_t> steps;
  for (const Cite &cite : cites) {
    if (cite.kind == Cite::Kind::Reflexive) {
      const std::string same = nameOf(cite.term);
      steps.push_back(out.step(scope->log, "(=[" + same + "," + same + "])", "chain"));
      continue;
    }
    const Atom &premise = premises[cite.premise];
    if (premise.args.size() == 1)
      steps.push_back(membership(valueOf(premise.args[0])));
    else if (cite.kind == Cite::Kind::Premise)
      steps.push_back(this->atom(termOf(premise)));
    else
      steps.push_back(membership(valueOf(premise.args[cite.column])));
  }
  std::string reason = "clause " + root + ' ' + path;
  for (const auto &[variable, term] : binders)
    reason += ' ' + variable + '=' + nameOf(term);
  reason += from(steps);
  if (head == Rule::Head::Equate) {
    const std::string formula = "(=[" + nameOf(left) + "," + nameOf(right) + "])";
    return nameOf(left) == nameOf(right) ? 0 : out.step(scope->log, formula, reason);
  }
  const TermId application = termOf(atom);
  const TermId output = valueOf(atom.args.back());
  const std::string outputName = name(output);
  const uint32_t step = out.step(scope->log, text(application, outputName), reason);
  if (!scope->names.count(application)) {
    scope->names[application] = outputName;
    scope->atoms[application] = step;
  }
  const std::string known = name(application);
  return known == outputName
             ? 0
             : functionality(application, known, this->atom(application), outputName, step);
}

uint32_t EquationWriter::cite(const Source &source, const Terms::Substitution &values) {
  if (source.kind == Source::Kind::Premise)
    return premise(source);
  if (source.kind == Source::Kind::Rule) {
    const Rule &rule = program.rules[source.index];
    return clause(source, values, rule.clause.substitution, rule.clause.root,
                  rule.clause.path, rule.clause.cites, rule.premises, rule.head,
                  rule.atom, rule.left, rule.right);
  }
  const calculus::Conjecture &theorem = *source.theorem;
  const calculus::Goal &g = theorem.goal;
  out.use(theorem.name);
  return clause(source, values, g.binders, theorem.name,
                Statement(theorem.statement).headPath(), g.cites, g.premises, g.head,
                g.atom, g.left, g.right);
}

/// A premise of the goal that gives an application an output that is something else.
uint32_t EquationWriter::premise(const Source &source) {
  const auto &condition = goalReading->conditions[source.index];
  const TermId application = condition.left;
  const std::string output = name(condition.right);
  const uint32_t step = scope->log.find(text(application, output));
  const std::string known = name(application);
  return known == output ? 0
                         : functionality(application, known, atom(application), output,
                                         step);
}

uint32_t EquationWriter::lemma(EquationId e, const Terms::Substitution &values) {
  const Lemma &known = lemmas.at(e);
  if (known.binders.empty())
    return known.step; // Of constants alone.
  std::string reason = "clause @" + std::to_string(known.step) + " i";
  std::vector<uint32_t> steps;
  for (const TermId v : known.variables)
    steps.push_back(membership(terms.substitute(v, values)));
  for (const TermId t : known.applications)
    steps.push_back(atom(terms.substitute(t, values)));
  for (const auto &[binder, term] : known.binders)
    reason += ' ' + binder + '=' + name(terms.substitute(term, values));
  const Equation &equation = rewriter.equation(e);
  const TermId left = terms.substitute(equation.left, values);
  const TermId right = terms.substitute(equation.right, values);
  if (name(left) == name(right))
    return 0;
  return out.step(scope->log, equality(left, right), reason + from(steps));
}

uint32_t EquationWriter::instance(EquationId e, bool isForward, TermId before,
                                  TermId after) {
  const Equation &equation = rewriter.equation(e);
  // What says no more than another one.
  if (equation.isDerived && equation.proof.size() == 1 &&
      equation.proof[0].path.empty() && equation.proof[0].before == equation.left &&
      equation.proof[0].after == equation.right)
    return instance(equation.proof[0].equation, equation.proof[0].isForward == isForward,
                    before, after);
  Terms::Substitution values;
  terms.match(equation.left, isForward ? before : after, values);
  terms.match(equation.right, isForward ? after : before, values);
  if (equation.isDerived) {
    name(before);
    name(after);
    return lemma(e, values);
  }
  const Source &source = sources[e];
  for (const TermId read : source.reading.values)
    if (read != noTerm)
      giveValues(values, read);
  if (isImpossible)
    return 0;
  // The side that is there already first: the other one may get its name.
  name(before);
  const uint32_t step = cite(source, values);
  name(after);
  return step;
}

/// One step inside the term, upwards until nothing changes.
uint32_t EquationWriter::replace(TermId &whole, const Step &step) {
  name(whole);
  uint32_t equal = instance(step.equation, step.isForward, step.before, step.after);
  TermId now = step.after;
  for (size_t depth = step.path.size(); depth-- > 0;) {
    const auto path = std::span(step.path).first(depth);
    const TermId old = terms.at(whole, path);
    const uint8_t at = step.path[depth];
    const TermId next = terms.replace(old, std::span(&at, 1), now);
    const std::string oldName = name(old);
    const std::string wanted = text(next, oldName);
    const uint32_t oldStep = atom(old);
    const uint32_t moved =
        equal == 0 ? oldStep
                   : out.step(scope->log, wanted,
                              "rewrite " + std::to_string(oldStep) + by({equal}));
    if (!scope->names.count(next)) {
      scope->names[next] = oldName;
      scope->atoms[next] = moved;
    }
    const std::string nextName = name(next);
    equal = nextName == oldName
                ? 0
                : functionality(next, oldName, moved, nextName, atom(next));
    now = next;
  }
  whole = now;
  return equal;
}

uint32_t EquationWriter::follow(TermId start, const Chain &chain) {
  TermId now = start;
  std::string reason = "chain";
  name(start);
  for (const Step &step : chain) {
    if (isImpossible)
      return 0;
    if (const uint32_t equal = replace(now, step))
      reason += ' ' + std::to_string(equal);
  }
  return out.step(scope->log, equality(start, now), reason);
}

//===----------------------------------------------------------------------===//
// Derived equations
//===----------------------------------------------------------------------===//

void EquationWriter::collect(const Chain &chain, std::set<EquationId> &used) const {
  for (const Step &step : chain)
    if (used.insert(step.equation).second && rewriter.equation(step.equation).isDerived)
      collect(rewriter.equation(step.equation).proof, used);
}

/// Those below it first, each once.
void EquationWriter::applications(TermId t, std::vector<TermId> &result) const {
  if (terms.isVariable(t) || terms.args(t).empty() ||
      std::find(result.begin(), result.end(), t) != result.end())
    return;
  for (const TermId a : terms.args(t))
    applications(a, result);
  result.push_back(t);
}

void EquationWriter::prove(EquationId e) {
  const Equation &equation = rewriter.equation(e);
  Lemma lemma;
  applications(equation.left, lemma.applications);
  applications(equation.right, lemma.applications);
  auto variablesOf = [&](auto &&self, TermId t) -> void {
    if (terms.isVariable(t)) {
      if (std::find(lemma.variables.begin(), lemma.variables.end(), t) ==
          lemma.variables.end())
        lemma.variables.push_back(t);
      return;
    }
    for (const TermId a : terms.args(t))
      self(self, a);
  };
  variablesOf(variablesOf, equation.left);
  variablesOf(variablesOf, equation.right);
  // What the goal's premises name is known already.
  std::erase_if(lemma.applications,
                [&](TermId t) { return scope->names.count(t) > 0; });
  if (lemma.variables.empty() && lemma.applications.empty()) {
    lemma.step = follow(equation.left, equation.proof);
    lemmas.emplace(e, std::move(lemma));
    return;
  }

  // The statement, in names of its own.
  Scope bound, inner;
  Scope *const outer = scope;
  inner = *outer;
  bound.names = outer->names;
  std::string binders, fixed;
  auto introduce = [&](TermId t, const std::string &base) {
    const std::string binder = out.freshName(base);
    lemma.binders.push_back({binder, t});
    bound.names[t] = binder;
    binders += (binders.empty() ? "" : ",") + binder;
    inner.names[t] = out.freshName(base);
    fixed += ' ' + inner.names[t];
  };
  for (const TermId v : lemma.variables)
    introduce(v, "x");
  for (const TermId t : lemma.applications)
    introduce(t, "w");
  auto premises = [&](Scope &in) {
    scope = &in;
    std::vector<std::string> parts;
    for (const TermId v : lemma.variables)
      parts.push_back(calculus::formula(program.relations[terms.sort(v)], {name(v)}));
    for (const TermId t : lemma.applications)
      parts.push_back(text(t, name(t)));
    return parts;
  };
  const std::vector<std::string> stated = premises(bound);
  const std::string formula = "(>[" + binders + "]" + conjunction(stated) +
                              equality(equation.left, equation.right) + ")";
  const uint32_t step = out.open(formula, "show fix" + fixed);
  const std::vector<std::string> given = premises(inner);
  scope = &inner;
  for (size_t k = 0; k < given.size(); ++k) {
    const uint32_t known = out.step(inner.log, given[k], "premise");
    if (k >= lemma.variables.size())
      inner.atoms[lemma.applications[k - lemma.variables.size()]] = known;
  }
  const uint32_t end = follow(equation.left, equation.proof);
  out.line("end " + std::to_string(end));
  scope = outer;
  lemma.step = step;
  lemmas.emplace(e, std::move(lemma));
}

//===----------------------------------------------------------------------===//
// The goal
//===----------------------------------------------------------------------===//

/// States the premises, and what they say that terms are.
void EquationWriter::openGoal(const calculus::Conjecture &conjecture,
                              const Reading &reading) {
  for (size_t v = 0; v < reading.values.size(); ++v)
    if (reading.values[v] != noTerm)
      scope->names[reading.values[v]] = binderNames[std::to_string(v)];
  for (const Atom &premise : conjecture.goal.premises) {
    std::vector<std::string> args;
    for (const Term a : premise.args)
      args.push_back(calculus::isConstant(a)
                         ? program.constants[calculus::constantIndex(a)]
                         : binderNames[std::to_string(a)]);
    const uint32_t step = out.step(
        scope->log, calculus::formula(program.relations[premise.relation], args),
        "premise");
    const Symbol f = signature.function(premise.relation);
    if (f == Signature::none)
      continue;
    std::vector<TermId> inputs;
    bool isKnown = true;
    for (size_t c = 0; c < premise.args.size(); ++c) {
      const Term a = premise.args[c];
      const TermId t =
          calculus::isConstant(a)
              ? (signature.constant(calculus::constantIndex(a)) == Signature::none
                     ? noTerm
                     : terms.constant(signature.constant(calculus::constantIndex(a))))
              : reading.values[size_t(a)];
      isKnown = isKnown && t != noTerm &&
                (c + 1 == premise.args.size() ||
                 terms.sort(t) == terms.symbol(f).inputs[c]);
      if (c + 1 < premise.args.size())
        inputs.push_back(t);
    }
    if (!isKnown)
      continue;
    const TermId t = terms.apply(f, inputs);
    if (!scope->names.count(t))
      scope->names[t] = args.back();
    if (scope->names[t] == args.back())
      scope->atoms.emplace(t, step);
  }
}

/// From values, all of what is said of them but one equation, and this.
uint32_t EquationWriter::existential(const calculus::Goal &g, const Asked &asked,
                                     const std::string &wanted, uint32_t equal) {
  auto valueOf = [&](Term t) {
    if (calculus::isConstant(t))
      return terms.constant(signature.constant(calculus::constantIndex(t)));
    return terms.substitute(asked.reading.values[size_t(t)], asked.values);
  };
  std::string reason = "exists";
  for (const auto &[binder, term] : g.fresh)
    reason += ' ' + binder + '=' + name(valueOf(term));
  std::vector<uint32_t> steps;
  for (const Atom &part : g.witnesses) {
    if (part.args.size() == 1) {
      steps.push_back(membership(valueOf(part.args[0])));
      continue;
    }
    std::vector<TermId> inputs;
    for (size_t c = 0; c + 1 < part.args.size(); ++c)
      inputs.push_back(valueOf(part.args[c]));
    const TermId t = terms.apply(signature.function(part.relation), inputs);
    const std::string &output = name(valueOf(part.args.back()));
    uint32_t step = atom(t);
    if (name(t) != output)
      step = out.step(scope->log, text(t, output),
                      "rewrite " + std::to_string(step) + by({equal}));
    steps.push_back(step);
  }
  return out.step(scope->log, wanted, reason + from(steps));
}

std::optional<WrittenProof> EquationWriter::write(const calculus::Conjecture &conjecture,
                                                  const Reading &reading,
                                                  const HeadEquation &head,
                                                  const Chain &chain,
                                                  const Asked *asked) {
  // Each name of the statement is a variable of its own.
  std::set<Term> seen;
  for (const auto &[binder, term] : conjecture.goal.binders)
    if (calculus::isConstant(term) || !seen.insert(term).second)
      return std::nullopt;
  const Statement statement(conjecture.statement);
  std::set<std::string> taken;
  collectNames(conjecture.statement, taken);
  out.reserve(taken);
  goal = &conjecture;
  goalReading = &reading;
  Scope outer, inner;
  scope = &outer;
  uint32_t last = 0;
  std::map<std::string, std::string> renamed;
  if (!statement.levels.empty()) {
    std::string fixed;
    for (const Statement::Level &level : statement.levels)
      for (const std::string &binder : level.binders)
        fixed += ' ' + (renamed[binder] = out.freshName(binder));
    last = out.open(conjecture.statement, "show fix" + fixed);
    scope = &inner;
  }
  for (const auto &[binder, term] : conjecture.goal.binders)
    binderNames[std::to_string(term)] = renamed[binder];
  openGoal(conjecture, reading);

  std::set<EquationId> used;
  collect(chain, used);
  for (const EquationId e : used) {
    const Equation &equation = rewriter.equation(e);
    const bool isRenaming = equation.isDerived && equation.proof.size() == 1 &&
                            equation.proof[0].path.empty() &&
                            equation.proof[0].before == equation.left &&
                            equation.proof[0].after == equation.right;
    if (equation.isDerived && !isRenaming && !isImpossible)
      prove(e);
  }
  if (isImpossible)
    return std::nullopt;
  uint32_t step = follow(head.left, chain);
  const std::string wanted = rename(statement.head, renamed);
  if (asked) {
    step = existential(conjecture.goal, *asked, wanted, step);
  } else if (conjecture.goal.head == Rule::Head::Derive) {
    const std::string output = name(head.right);
    const uint32_t known = atom(head.left);
    step = name(head.left) == output
               ? known
               : out.step(scope->log, wanted,
                          "rewrite " + std::to_string(known) + by({step}));
    step = scope->log.find(wanted) ? scope->log.find(wanted) : step;
  } else if (scope->log.formulaOf(step) != wanted) {
    step = out.step(scope->log, wanted, "chain " + std::to_string(step));
  }
  if (isImpossible)
    return std::nullopt;
  if (statement.levels.empty())
    last = step;
  else
    out.line("end " + std::to_string(step));
  return out.finish(conjecture.name, conjecture.statement, last);
}

} // namespace mplrt::rewrite
