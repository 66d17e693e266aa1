//===- CompositeWriter.cpp - A statement with several claims --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A walk through the statement in the order in which the compiler took it apart
// (lib/Transforms/ClauseWalk.cpp): conjunctions part by part, an atom of a
// definition that no rule folds from atoms through the definition's body, an implication
// into its right side. Where the walk ends, the next part, a theorem of its own,
// says what is wanted.
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/FormWriter.h"
#include "runtime/proof/Statement.h"

#include <algorithm>

namespace mplrt {

namespace {

using Names = std::map<std::string, std::string>;

class CompositeWriter {
public:
  CompositeWriter(const calculus::Program &program,
                  const calculus::Conjecture &composite)
      : program(program), composite(composite), out(program) {}

  WrittenProof run() {
    std::set<std::string> taken;
    collectNames(composite.statement, taken);
    for (const calculus::Definition &definition : program.definitions)
      collectNames(definition.body, taken);
    out.reserve(taken);
    StepLog log;
    const uint32_t last = prove(composite.statement, {}, log);
    return out.finish(composite.name, composite.statement, last);
  }

private:
  /// Proves a formula whose free names are the proof's; `names` are those of all
  /// binders passed, by their names in the source. A negation that is the goal of
  /// a `show` asks for false: what it negates is a premise already.
  uint32_t prove(const std::string &formula, const Names &names, StepLog &log,
                 bool isShown = false) {
    if (formula.substr(0, 3) == "(>[")
      return implication(formula, names, log);
    if (formula.substr(0, 2) == "(&")
      return conjunctive(formula, names, log);
    if (const calculus::Definition *definition = unfolded(formula))
      return byDefinition(*definition, formula, names, log);
    return part(formula, names, log, isShown);
  }

  uint32_t implication(const std::string &formula, Names names, StepLog &log) {
    const Statement statement(formula);
    Names fresh;
    std::string fixed;
    for (const Statement::Level &level : statement.levels)
      for (const std::string &binder : level.binders) {
        fresh[binder] = out.freshName(binder);
        // As the compiler calls a name that the path binds again.
        std::string unique = binder;
        while (names.count(unique))
          unique += '_';
        names[unique] = fresh[binder];
        fixed += ' ' + fresh[binder];
      }
    const uint32_t number = out.open(formula, "show fix" + fixed);
    StepLog inner = log;
    for (const std::string &premise : statement.premises)
      out.step(inner, rename(premise, fresh), "premise");
    const uint32_t end = prove(rename(statement.head, fresh), names, inner, true);
    out.line("end " + std::to_string(end));
    log.add(formula, number);
    return number;
  }

  uint32_t conjunctive(const std::string &formula, const Names &names,
                       StepLog &log) {
    std::vector<uint32_t> steps;
    for (const std::string &p : topParts(formula))
      steps.push_back(prove(p, names, log));
    return out.step(log, formula, "both" + from(steps).substr(5));
  }

  /// The definition whose atom the formula is, if proofs go through its body.
  const calculus::Definition *unfolded(const std::string &formula) const {
    if (formula[0] != '(')
      return nullptr;
    const std::string predicate = formula.substr(1, formula.find('[') - 1);
    const auto definition = std::find_if(
        program.definitions.begin(), program.definitions.end(),
        [&](const calculus::Definition &d) { return d.name == predicate; });
    if (definition == program.definitions.end())
      return nullptr;
    const bool isFolded = std::any_of(
        program.rules.begin(), program.rules.end(), [&](const calculus::Rule &r) {
          return r.clause.kind == calculus::Clause::Kind::Fold &&
                 r.clause.root == predicate &&
                 std::none_of(r.premises.begin(), r.premises.end(),
                              [&](const calculus::Atom &p) {
                                return program.relations[p.relation].negated;
                              });
        });
    return isFolded && !isMixed(*definition) ? nullptr : &*definition;
  }

  /// An existential beside other parts is a claim of its own.
  static bool isMixed(const calculus::Definition &definition) {
    const Statement body("(>[]" + definition.body + "false)");
    return body.premises.size() > 1 &&
           std::any_of(body.premises.begin(), body.premises.end(),
                       [](const std::string &p) { return p.substr(0, 4) == "!(>["; });
  }

  uint32_t byDefinition(const calculus::Definition &definition,
                        const std::string &formula, const Names &names,
                        StepLog &log) {
    Names parameters;
    size_t at = formula.find('[') + 1;
    for (const std::string &parameter : definition.parameters) {
      const size_t end = formula.find_first_of(",]", at);
      parameters[parameter] = formula.substr(at, end - at);
      at = end + 1;
    }
    // Flattened, as `fold` cites the body.
    const std::string body = rename(definition.body, parameters);
    std::vector<uint32_t> steps;
    for (const std::string &p : Statement("(>[]" + body + "false)").premises)
      steps.push_back(prove(p, names, log));
    return out.step(log, formula, "fold " + definition.name + from(steps));
  }

  /// The next part, under these names.
  uint32_t part(const std::string &formula, const Names &names, StepLog &log,
                bool isShown) {
    const std::string &name = composite.parts[next++];
    const auto theorem = std::find_if(
        program.conjectures.begin(), program.conjectures.end(),
        [&](const calculus::Conjecture &c) { return c.name == name; });
    const Statement statement(theorem->statement);
    // An existential has no premises of its own.
    const bool isNegation = !Statement(formula).premises.empty();
    out.use(name);
    std::string reason =
        "clause " + name + ' ' + statement.headPath();
    for (const Statement::Level &level : statement.levels)
      for (const std::string &binder : level.binders)
        reason += ' ' + binder + '=' + names.at(binder);
    auto cite = [&](StepLog &where) {
      std::vector<uint32_t> steps;
      for (const std::string &premise : statement.premises) {
        // Names of parameters are in the part's statement already.
        const std::string wanted = rename(premise, names);
        steps.push_back(out.step(where, wanted, "premise"));
      }
      return from(steps);
    };
    if (!isNegation)
      return out.step(log, formula, reason + cite(log));
    if (isShown)
      return out.step(log, "false", reason + cite(log));
    const uint32_t number = out.open(formula, "show fix");
    StepLog inner = log;
    const uint32_t end = out.step(inner, "false", reason + cite(inner));
    out.line("end " + std::to_string(end));
    log.add(formula, number);
    return number;
  }

  const calculus::Program &program;
  const calculus::Conjecture &composite;
  FormWriter out;
  size_t next = 0;
};

} // namespace

WrittenProof writeComposite(const Theory &theory,
                            const calculus::Conjecture &composite) {
  return CompositeWriter(theory.program, composite).run();
}

} // namespace mplrt
