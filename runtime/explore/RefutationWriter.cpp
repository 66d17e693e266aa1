//===- RefutationWriter.cpp - Proofs that statements are false ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The statement is assumed. Its values exist by the totality of the functions that
// make them; what the theorems of the instance say of them are the statement's
// conditions and that its head is false. Equalities between names are never put
// into facts silently: each is rewritten in a step of its own.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/RefutationWriter.h"

#include "runtime/proof/FormWriter.h"
#include "runtime/proof/Inline.h"
#include "runtime/proof/Statement.h"

#include <algorithm>
#include <map>

namespace mplrt {

using calculus::Atom;
using calculus::Cite;
using calculus::Rule;
using calculus::Term;
using Head = calculus::Rule::Head;

namespace {

constexpr unsigned maxMemberDepth = 3;

/// Where a claim stands in the statement that it is a part of.
struct ClaimPath {
  std::string path;
  std::vector<std::string> binders; ///< As `clause` names them.
};

/// Finds a part in the order of CompositeWriter.cpp.
class PathFinder {
public:
  PathFinder(const calculus::Program &program, size_t part)
      : program(program), left(part) {}

  bool walk(const std::string &formula, ClaimPath at) {
    if (formula.substr(0, 3) == "(>[") {
      const Statement statement(formula);
      for (const Statement::Level &level : statement.levels) {
        step(at, "i");
        for (const std::string &binder : level.binders)
          at.binders.push_back(unique(binder, at.binders));
      }
      return walk(statement.head, at);
    }
    if (formula.substr(0, 2) == "(&") {
      const std::vector<std::string> parts = topParts(formula);
      for (size_t k = 0; k < parts.size(); ++k) {
        ClaimPath inner = at;
        step(inner, std::to_string(k));
        if (walk(parts[k], inner))
          return true;
      }
      return false;
    }
    if (const auto *definition = unfolded(formula)) {
      std::map<std::string, std::string> names;
      size_t from = formula.find('[') + 1;
      for (const std::string &parameter : definition->parameters) {
        const size_t end = formula.find_first_of(",]", from);
        names[parameter] = formula.substr(from, end - from);
        from = end + 1;
      }
      step(at, "u");
      return walk(rename(definition->body, names), at);
    }
    found = std::move(at);
    return left-- == 0;
  }

  ClaimPath found;

private:
  static void step(ClaimPath &at, const std::string &word) {
    at.path += (at.path.empty() ? "" : ".") + word;
  }
  /// `x`, or `x#2` for the second of this name.
  static std::string unique(const std::string &name,
                            const std::vector<std::string> &before) {
    const auto count = std::count_if(
        before.begin(), before.end(), [&](const std::string &other) {
          return other.substr(0, other.find('#')) == name;
        });
    return count == 0 ? name : name + "#" + std::to_string(count + 1);
  }

  const calculus::Definition *unfolded(const std::string &formula) const {
    if (formula[0] != '(')
      return nullptr;
    const std::string predicate = formula.substr(1, formula.find('[') - 1);
    const auto definition = std::find_if(
        program.definitions.begin(), program.definitions.end(),
        [&](const calculus::Definition &d) { return d.name == predicate; });
    if (definition == program.definitions.end() ||
        std::any_of(program.rules.begin(), program.rules.end(), [&](const Rule &r) {
          return r.clause.kind == calculus::Clause::Kind::Fold &&
                 r.clause.root == predicate &&
                 std::none_of(r.premises.begin(), r.premises.end(),
                              [&](const Atom &p) {
                                return program.relations[p.relation].negated;
                              });
        }))
      return nullptr;
    return &*definition;
  }

  const calculus::Program &program;
  size_t left;
};

/// A `show` of it does not suppose what it negates: it says that something exists, or
/// is no negation.
bool needsCases(const std::string &formula) {
  return formula[0] != '!' || formula.substr(0, 4) == "!(>[";
}

class RefutationWriter {
public:
  RefutationWriter(const calculus::Program &program, const calculus::Conjecture &whole,
                   const calculus::Conjecture &claim, const Refutation &refutation)
      : program(program), whole(whole), claim(claim), refutation(refutation),
        out(program) {
    std::set<std::string> taken;
    collectNames(whole.statement, taken);
    collectNames(claim.statement, taken);
    for (const calculus::Definition &definition : program.definitions)
      collectNames(definition.body, taken);
    out.reserve(taken);
  }

  std::optional<RefutationProof> run(const std::string &name) {
    size_t part = 0;
    if (&whole != &claim)
      part = size_t(std::find(whole.parts.begin(), whole.parts.end(), claim.name) -
                    whole.parts.begin());
    PathFinder finder(program, part);
    if (&whole == &claim) {
      const Statement statement(whole.statement);
      path.path = statement.headPath();
      for (const Statement::Level &level : statement.levels)
        path.binders.insert(path.binders.end(), level.binders.begin(),
                            level.binders.end());
    } else if (part < whole.parts.size() && finder.walk(whole.statement, {})) {
      path = finder.found.path.empty() ? ClaimPath{"-", {}} : finder.found;
    } else {
      return std::nullopt;
    }
    const std::string negation = whole.statement[0] == '!'
                                     ? whole.statement.substr(1)
                                     : "!" + whole.statement;
    RefutationProof result;
    result.statement = supposing(negation);
    StepLog log;
    const uint32_t last =
        refutation.atoms.empty() ? negate(negation, log, "show")
                                 : suppose(result.statement, negation, log);
    if (hasFailed)
      return std::nullopt;
    result.proof = out.finish(name, result.statement, last);
    const size_t header =
        result.proof.text.find('\n', result.proof.text.find("\ntheorem ") + 1);
    result.proof.text.insert(header + 1, "refutes " + whole.name + ' ' +
                                             inlined(program, whole.statement) + "\n");
    return result;
  }

private:
  uint32_t fail() {
    hasFailed = true;
    return 0;
  }

  //===--- Around ------------------------------------------------------------//

  /// Premises about the members of sets without constructors, with these names.
  std::vector<std::string> supposed(const std::vector<std::string> &names) const {
    std::vector<std::string> parts;
    const auto &atoms = refutation.atoms;
    for (size_t i = 0; i < atoms.size(); ++i) {
      const uint32_t sort = refutation.terms[atoms[i]].sort;
      if (sort != calculus::none)
        parts.push_back(calculus::formula(program.relations[sort], {names[i]}));
      for (size_t j = 0; j < i; ++j)
        if (refutation.terms[atoms[j]].sort == sort)
          parts.push_back("!" + equation(names[j], names[i]));
    }
    return parts;
  }

  std::string supposing(const std::string &negation) {
    if (refutation.atoms.empty())
      return negation;
    std::vector<std::string> names;
    std::string binders;
    for (size_t i = 0; i < refutation.atoms.size(); ++i) {
      names.push_back(out.freshName("x"));
      binders += (i ? "," : "") + names.back();
    }
    const std::vector<std::string> parts = supposed(names);
    return "(>[" + binders + "]" +
           (parts.empty() ? "(=[" + names[0] + "," + names[0] + "])"
                          : conjunction(parts)) +
           negation + ")";
  }

  uint32_t suppose(const std::string &formula, const std::string &negation,
                   StepLog &log) {
    std::vector<std::string> names;
    std::string fix = "show fix";
    for (size_t i = 0; i < refutation.atoms.size(); ++i) {
      names.push_back(out.freshName("e"));
      fix += " " + names.back();
      atomNames[refutation.terms[refutation.atoms[i]].head] = names.back();
    }
    const uint32_t number = out.open(formula, fix);
    for (const std::string &premise : supposed(names))
      out.step(log, premise, "premise");
    const uint32_t last = needsCases(negation) ? negate(negation, log, "")
                                                  : contradiction(log, true);
    out.line("end " + std::to_string(last));
    return number;
  }

  /// The negation, in a `show` of its own, or by cases if it says that something
  /// exists: then `show` does not suppose the statement.
  uint32_t negate(const std::string &negation, StepLog &log, const std::string &show) {
    if (!needsCases(negation)) {
      const uint32_t number = out.open(negation, show);
      const uint32_t last = contradiction(log, true);
      out.line("end " + std::to_string(last));
      return number;
    }
    const uint32_t number = out.open(negation, "cases " + whole.statement);
    out.line("case " + whole.statement);
    StepLog inner = log;
    const uint32_t last = contradiction(inner, false);
    out.line("end " + std::to_string(last));
    out.line("case " + negation);
    out.line("end " + std::to_string(out.open(negation, "premise")));
    return number;
  }

  /// `false` from the statement, which is a premise, perhaps part by part.
  uint32_t contradiction(StepLog &log, bool isFlattened) {
    uint32_t stated = 0;
    const std::vector<std::string> parts =
        isFlattened ? Statement("(>[]" + whole.statement + "false)").premises
                    : std::vector<std::string>{whole.statement};
    std::vector<uint32_t> steps;
    for (const std::string &part : parts)
      steps.push_back(stated = out.step(log, part, "premise"));
    if (parts.size() > 1)
      stated = out.step(log, whole.statement, "both" + from(steps).substr(5));
    return refute(stated, log);
  }

  //===--- Between -----------------------------------------------------------//

  uint32_t refute(uint32_t stated, StepLog &log) {
    const auto &instance = refutation.instance;
    // A head that is a negation is refuted by one more condition.
    const bool isNegated = claim.goal.head == Head::Refute;
    const size_t conditions =
        instance.size() - (refutation.hasHead && !isNegated ? 1 : 0);
    std::map<std::string, std::string> given;
    for (const auto &[binder, term] : refutation.binders)
      given[binder] = nameOf(term, log);
    for (size_t i = 0; i < conditions && !hasFailed; ++i)
      cite(instance[i], log);
    if (hasFailed)
      return 0;
    const Statement statement(claim.statement);
    std::string reason =
        "clause @" + std::to_string(stated) + ' ' + path.path;
    size_t next = 0;
    for (const Statement::Level &level : statement.levels)
      for (const std::string &binder : level.binders) {
        if (next == path.binders.size() || !given.count(binder))
          return fail();
        reason += ' ' + path.binders[next++] + '=' + given[binder];
      }
    if (next != path.binders.size() ||
        statement.premises.size() != claim.goal.cites.size())
      return fail();
    std::vector<uint32_t> steps;
    for (size_t i = 0; i < statement.premises.size(); ++i)
      steps.push_back(premise(rename(statement.premises[i], given),
                              claim.goal.cites[i], given, log));
    if (hasFailed)
      return 0;
    const std::string head = isNegated ? "false" : rename(statement.head, given);
    const uint32_t last = out.step(log, head, reason + from(steps));
    if (isNegated)
      return last;
    if (refutation.hasHead)
      return cite(instance.back(), log, last);
    return distinct(head, last, log);
  }

  /// `false` from an equality of two constants that the theory keeps apart.
  uint32_t distinct(const std::string &equality, uint32_t step, StepLog &log) {
    for (const calculus::Distinct &d : program.distinct) {
      const std::string left = program.constants[calculus::constantIndex(d.left)];
      const std::string right = program.constants[calculus::constantIndex(d.right)];
      if (equality != equation(left, right) && equality != equation(right, left))
        continue;
      step = out.step(log, equation(left, right), "chain " + std::to_string(step));
      return out.step(log, "false", clause(d.clause, {}) + from({step}));
    }
    return fail();
  }

  uint32_t premise(const std::string &wanted, const Cite &cite,
                   const std::map<std::string, std::string> &given, StepLog &log) {
    if (const uint32_t known = log.find(wanted))
      return known;
    if (cite.kind == Cite::Kind::Reflexive)
      return out.step(log, wanted, "chain");
    Atom atom = claim.goal.premises[cite.premise];
    if (cite.kind == Cite::Kind::Typing) // A membership that this premise implies.
      atom = {program.relations[atom.relation].columns[cite.column].sort,
              {atom.args[cite.column]}};
    std::vector<std::string> args;
    for (const Term t : atom.args) {
      const std::string *name = nullptr;
      for (const auto &[binder, term] : claim.goal.binders)
        if (term == t)
          name = &given.at(binder);
      if (!name && !calculus::isConstant(t))
        return fail();
      args.push_back(name ? *name : program.constants[calculus::constantIndex(t)]);
    }
    if (calculus::formula(program.relations[atom.relation], args) != wanted)
      return fail();
    const uint32_t step = fact(atom.relation, args, log);
    return step ? step : fail();
  }

  //===--- Theorems of the instance ------------------------------------------//

  /// What a theorem of the instance says of the values: a condition, or, with the
  /// statement's head at these values, false.
  uint32_t cite(const calculus::Conjecture &theorem, StepLog &log, uint32_t head = 0) {
    const calculus::Goal &goal = theorem.goal;
    std::vector<std::string> names(goal.numVariables);
    const auto &atoms =
        refutation.atomsOf[size_t(&theorem - refutation.instance.data())];
    for (size_t i = 0; i < atoms.size() && i < names.size(); ++i)
      names[i] = atomNames.at(refutation.terms[atoms[i]].head);
    const bool isNegation = goal.head == Head::Refute;
    std::vector<uint32_t> steps;
    std::string refuted;
    uint32_t opened = 0;
    StepLog inner;
    StepLog *at = &log;
    for (size_t p = 0; p < goal.premises.size(); ++p) {
      const Atom &atom = goal.premises[p];
      name(atom, names, log);
      if (hasFailed)
        return 0;
      std::vector<std::string> args = argumentsOf(atom, names);
      const std::string text = calculus::formula(program.relations[atom.relation], args);
      const bool isLast = isNegation && p + 1 == goal.premises.size();
      if (isLast && !head) {
        refuted = "!" + text;
        if (const uint32_t known = log.find(refuted))
          return known;
        opened = out.open(refuted, "show");
        inner = log;
        at = &inner;
        steps.push_back(out.step(inner, text, "premise"));
        negatedFacts.push_back({atom.relation, args, opened});
        continue;
      }
      uint32_t step = log.find(text);
      if (!step && head)
        step = underHead(atom.relation, args, head, log);
      if (!step)
        step = fact(atom.relation, args, log);
      if (!step)
        return fail();
      steps.push_back(step);
    }
    out.use(theorem.name);
    const Statement statement(theorem.statement);
    std::string reason = "clause " + theorem.name + ' ' + statement.headPath();
    for (const auto &[binder, term] : goal.binders)
      reason += ' ' + binder + '=' + names[term];
    reason += from(steps);
    if (isNegation) {
      const uint32_t last = out.step(*at, "false", reason);
      if (!opened)
        return last;
      out.line("end " + std::to_string(last));
      log.add(refuted, opened);
      return opened;
    }
    if (goal.head == Head::Derive) {
      const auto args = argumentsOf(goal.atom, names);
      const uint32_t last = out.step(
          log, calculus::formula(program.relations[goal.atom.relation], args), reason);
      facts.push_back({goal.atom.relation, args, last});
      return last;
    }
    // That two elements are equal which were supposed to differ.
    const std::string left = value(goal.left, names), right = value(goal.right, names);
    const uint32_t equal = out.step(log, equation(left, right), reason);
    const uint32_t differ = inequality(left, right, log);
    return differ ? out.step(log, "false",
                             "clause @" + std::to_string(differ) + " - from " +
                                 std::to_string(equal))
                  : fail();
  }

  /// Names the output of an application whose inputs have names.
  void name(const Atom &atom, std::vector<std::string> &names, StepLog &log) {
    const calculus::Relation &relation = program.relations[atom.relation];
    const Term output = atom.args.empty() ? 0 : atom.args.back();
    if (relation.totality == calculus::none || calculus::isConstant(output) ||
        !names[output].empty())
      return;
    std::vector<std::string> inputs = argumentsOf(atom, names);
    inputs.pop_back();
    names[output] = application(atom.relation, inputs, log);
  }

  /// A fact with another output, from the statement's head: that outputs are equal.
  uint32_t underHead(uint32_t relation, const std::vector<std::string> &args,
                     uint32_t head, StepLog &log) {
    const std::vector<std::string> inputs(args.begin(), args.end() - 1);
    const auto known = outputs.find({relation, inputs});
    if (known == outputs.end() || program.relations[relation].negated)
      return 0;
    std::vector<std::string> own = inputs;
    own.push_back(known->second);
    const std::string &equality = log.formulaOf(head);
    if (equality != equation(known->second, args.back()) &&
        equality != equation(args.back(), known->second))
      return 0;
    const uint32_t step =
        log.find(calculus::formula(program.relations[relation], own));
    return step ? out.step(log, calculus::formula(program.relations[relation], args),
                           "rewrite " + std::to_string(step) + by({head}))
                : 0;
  }

  std::string value(Term t, const std::vector<std::string> &names) const {
    return calculus::isConstant(t) ? program.constants[calculus::constantIndex(t)]
                                   : names[t];
  }
  std::vector<std::string> argumentsOf(const Atom &atom,
                                       const std::vector<std::string> &names) const {
    std::vector<std::string> args;
    for (const Term t : atom.args)
      args.push_back(value(t, names));
    return args;
  }

  //===--- Values ------------------------------------------------------------//

  std::string nameOf(uint32_t t, StepLog &log) {
    const ExploredTerm &term = refutation.terms[t];
    if (term.kind == ExploredTerm::Kind::Constant)
      return program.constants[term.head];
    if (term.kind == ExploredTerm::Kind::Variable) {
      const auto it = atomNames.find(term.head);
      if (it != atomNames.end())
        return it->second;
      fail();
      return {};
    }
    std::vector<std::string> inputs;
    for (const uint32_t argument : term.args)
      inputs.push_back(nameOf(argument, log));
    return hasFailed ? std::string() : application(term.head, inputs, log);
  }

  /// The output of a total function, by the clause that says that there is one.
  std::string application(uint32_t relation, const std::vector<std::string> &inputs,
                          StepLog &log) {
    const auto [it, isNew] = outputs.try_emplace({relation, inputs});
    if (!isNew)
      return it->second;
    const calculus::RuleId number = program.relations[relation].totality;
    if (number == calculus::none)
      return fail(), std::string();
    const Rule &total = program.rules[number];
    std::vector<std::string> env(total.numVariables);
    for (const Atom &atom : total.witnesses)
      if (atom.relation == relation)
        for (size_t c = 0; c < inputs.size(); ++c)
          if (!calculus::isConstant(atom.args[c]))
            env[atom.args[c]] = inputs[c];
    const std::vector<uint32_t> steps = citeAll(total, env, log, maxMemberDepth);
    if (hasFailed || total.fresh.size() != 1)
      return fail(), std::string();
    const std::string output = out.freshName("w");
    env[total.fresh[0].second] = output;
    std::string reason = clause(total.clause, env);
    reason.replace(0, 6, "witness");
    reason += " new " + total.fresh[0].first + '=' + output;
    std::vector<std::string> parts;
    for (const Atom &atom : total.witnesses)
      parts.push_back(text(atom, env));
    const uint32_t step = out.step(log, conjunction(parts), reason + from(steps));
    for (const Atom &atom : total.witnesses) {
      log.add(text(atom, env), step);
      facts.push_back({atom.relation, argumentsOf(atom, env), step});
    }
    std::vector<std::string> args = inputs;
    args.push_back(output);
    if (!log.find(calculus::formula(program.relations[relation], args)))
      return fail(), std::string();
    return it->second = output;
  }

  std::string text(const Atom &atom, const std::vector<std::string> &env) const {
    return calculus::formula(program.relations[atom.relation], argumentsOf(atom, env));
  }

  std::string clause(const calculus::Clause &clause,
                     const std::vector<std::string> &env) const {
    std::string result = "clause " + clause.root + ' ' + clause.path;
    for (const auto &[variable, term] : clause.substitution)
      result += ' ' + variable + '=' + value(term, env);
    return result;
  }

  //===--- Facts about values ------------------------------------------------//

  /// The step that says the atom, or 0.
  uint32_t fact(uint32_t relation, const std::vector<std::string> &args, StepLog &log) {
    const calculus::Relation &r = program.relations[relation];
    if (const uint32_t known = log.find(calculus::formula(r, args)))
      return known;
    if (r.negated && r.predicate == "=")
      return inequality(args[0], args[1], log);
    return derive(relation, args, log, maxMemberDepth);
  }

  /// By one rule, or by rules whose premises are derived likewise; 0 if none says it.
  uint32_t derive(uint32_t relation, const std::vector<std::string> &args, StepLog &log,
                  unsigned depth) {
    const std::string wanted = calculus::formula(program.relations[relation], args);
    if (const uint32_t known = log.find(wanted))
      return known;
    for (size_t f = 0; args.size() == 1 && f < facts.size(); ++f)
      for (uint32_t c = 0; c < facts[f].args.size(); ++c) {
        const calculus::Relation &r = program.relations[facts[f].relation];
        if (facts[f].args[c] == args[0] && r.columns[c].sort == relation &&
            r.columns[c].typing != calculus::none && !r.negated)
          return out.typing(log, facts[f].relation, c,
                            calculus::formula(r, facts[f].args), facts[f].step);
      }
    for (const Rule &rule : program.rules) {
      if (rule.head != Head::Derive || rule.atom.relation != relation ||
          rule.clause.kind != calculus::Clause::Kind::Use ||
          (depth == 0 && !rule.premises.empty()))
        continue;
      std::vector<std::string> env(rule.numVariables);
      if (!unify(rule.atom, args, env) || !match(rule, 0, env, log, depth))
        continue;
      const bool hadFailed = hasFailed;
      const std::vector<uint32_t> steps = citeAll(rule, env, log, depth - 1);
      if (hasFailed) {
        hasFailed = hadFailed;
        continue;
      }
      const uint32_t step =
          out.step(log, wanted, clause(rule.clause, env) + from(steps));
      facts.push_back({relation, args, step});
      return step;
    }
    return 0;
  }

  bool unify(const Atom &atom, const std::vector<std::string> &args,
             std::vector<std::string> &env) const {
    for (size_t c = 0; c < args.size(); ++c) {
      const Term t = atom.args[c];
      if (!calculus::isConstant(t) && env[t].empty())
        env[t] = args[c];
      else if (value(t, env) != args[c])
        return false;
    }
    return true;
  }

  /// Gives the rule's variables values such that its premises from `p` on are known or
  /// can be derived.
  bool match(const Rule &rule, size_t p, std::vector<std::string> &env, StepLog &log,
             unsigned depth) {
    if (p == rule.premises.size())
      return std::none_of(env.begin(), env.end(),
                          [](const std::string &name) { return name.empty(); });
    const Atom &atom = rule.premises[p];
    const std::vector<std::string> before = env;
    const bool isBound = std::none_of(
        atom.args.begin(), atom.args.end(),
        [&](Term t) { return !calculus::isConstant(t) && env[t].empty(); });
    if (isBound)
      return derive(atom.relation, argumentsOf(atom, env), log, depth - 1) &&
             match(rule, p + 1, env, log, depth);
    for (const Rule &given : program.rules) { // What the theory states of constants.
      if (given.premises.empty() && given.head == Head::Derive &&
          given.atom.relation == atom.relation &&
          given.clause.kind == calculus::Clause::Kind::Use &&
          unify(atom, argumentsOf(given.atom, {}), env) &&
          match(rule, p + 1, env, log, depth))
        return true;
      env = before;
    }
    for (size_t f = 0; f < facts.size(); ++f) {
      if (facts[f].relation == atom.relation &&
          unify(atom, std::vector<std::string>(facts[f].args), env) &&
          match(rule, p + 1, env, log, depth))
        return true;
      env = before;
    }
    return false;
  }

  std::vector<uint32_t> citeAll(const Rule &rule, const std::vector<std::string> &env,
                                StepLog &log, unsigned depth) {
    std::vector<uint32_t> steps;
    for (const Cite &cite : rule.clause.cites) {
      if (cite.kind == Cite::Kind::Reflexive) {
        const std::string name = value(cite.term, env);
        steps.push_back(out.step(log, equation(name, name), "chain"));
        continue;
      }
      const Atom &premise = rule.premises[cite.premise];
      uint32_t step = derive(premise.relation, argumentsOf(premise, env), log, depth);
      if (step && cite.kind == Cite::Kind::Typing)
        step = out.typing(log, premise.relation, cite.column, text(premise, env), step);
      if (!step || cite.kind == Cite::Kind::Assumed)
        fail();
      steps.push_back(step);
    }
    return steps;
  }

  static std::string equation(const std::string &a, const std::string &b) {
    return "(=[" + a + "," + b + "])";
  }

  /// That two names are of different values, or 0.
  uint32_t inequality(const std::string &a, const std::string &b, StepLog &log) {
    const std::string wanted = "!" + equation(a, b);
    if (const uint32_t known = log.find(wanted))
      return known;
    const auto show = [&](auto &&contradict) {
      const uint32_t number = out.open(wanted, "show");
      StepLog inner = log;
      const uint32_t equal = out.step(inner, equation(a, b), "premise");
      const uint32_t last = contradict(inner, equal);
      out.line("end " + std::to_string(last));
      log.add(wanted, number);
      return number;
    };
    auto contradicting = [](uint32_t negation, uint32_t fact) {
      return "clause @" + std::to_string(negation) + " - from " + std::to_string(fact);
    };
    if (const uint32_t turned = log.find("!" + equation(b, a)))
      return show([&](StepLog &inner, uint32_t equal) {
        const uint32_t other =
            out.step(inner, equation(b, a), "chain " + std::to_string(equal));
        return out.step(inner, "false", contradicting(turned, other));
      });
    for (const calculus::Distinct &d : program.distinct)
      for (const bool isTurned : {false, true})
        if (program.constants[calculus::constantIndex(d.left)] == (isTurned ? b : a) &&
            program.constants[calculus::constantIndex(d.right)] == (isTurned ? a : b))
          return show([&](StepLog &inner, uint32_t equal) {
            return distinct(inner.formulaOf(equal), equal, inner);
          });
    // f(..) is a, and f(..) is not b.
    for (size_t n = 0; n < negatedFacts.size(); ++n) {
      const Fact negated = negatedFacts[n];
      const std::vector<std::string> inputs(negated.args.begin(),
                                            negated.args.end() - 1);
      const auto known = outputs.find({negated.relation, inputs});
      if (known == outputs.end() ||
          !((known->second == a && negated.args.back() == b) ||
            (known->second == b && negated.args.back() == a)))
        continue;
      std::vector<std::string> own = inputs;
      own.push_back(known->second);
      const calculus::Relation &relation = program.relations[negated.relation];
      const uint32_t holds = log.find(calculus::formula(relation, own));
      if (!holds)
        continue;
      return show([&](StepLog &inner, uint32_t equal) {
        const uint32_t moved =
            out.step(inner, calculus::formula(relation, negated.args),
                     "rewrite " + std::to_string(holds) + by({equal}));
        return out.step(inner, "false", contradicting(negated.step, moved));
      });
    }
    return 0;
  }

  struct Fact {
    uint32_t relation;
    std::vector<std::string> args;
    uint32_t step;
  };

  const calculus::Program &program;
  const calculus::Conjecture &whole, &claim;
  const Refutation &refutation;
  FormWriter out;
  ClaimPath path;
  std::map<uint32_t, std::string> atomNames; ///< By variable.
  std::map<std::pair<uint32_t, std::vector<std::string>>, std::string> outputs;
  std::vector<Fact> facts, negatedFacts;
  bool hasFailed = false;
};

} // namespace

std::optional<RefutationProof> writeRefutation(const Theory &theory,
                                               const calculus::Conjecture &whole,
                                               const calculus::Conjecture &claim,
                                               const Refutation &refutation,
                                               const std::string &name) {
  return RefutationWriter(theory.program, whole, claim, refutation).run(name);
}

} // namespace mplrt
