//===- Refuter.cpp - Conjectures that a model makes false -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Ground.h"
#include "runtime/explore/Refuter.h"

#include <algorithm>
#include <functional>
#include <map>

namespace mplrt {

using calculus::Atom;
using calculus::Term;
using Head = calculus::Rule::Head;

namespace {

constexpr size_t maxAssignments = 4096;

/// Turns premises into definitions of their outputs where nothing else does.
class LawReader {
public:
  LawReader(const calculus::Goal &goal, const calculus::Program &program)
      : goal(goal), program(program), premises(goal.premises),
        definer(goal.numVariables, calculus::none), state(goal.numVariables, New),
        made(goal.numVariables, 0) {}

  std::optional<LawOfGoal> run() {
    if (goal.head == Head::Witness)
      return std::nullopt;
    LawOfGoal result;
    Law &law = result.law;
    std::optional<Atom> refuted;
    if (goal.head == Head::Refute) {
      // One of the premises is what the others refute.
      if (premises.empty())
        return std::nullopt;
      refuted = premises.back();
      premises.pop_back();
    }
    addVariables(refuted);
    for (uint32_t p = 0; p < premises.size(); ++p)
      if (isTotal(premises[p]) && !calculus::isConstant(premises[p].args.back()) &&
          definer[premises[p].args.back()] == calculus::none)
        definer[premises[p].args.back()] = p;
    for (Term v = 0; v < Term(goal.numVariables); ++v)
      define(v);
    for (uint32_t v = 0; v < goal.numVariables; ++v)
      if (definer[v] == calculus::none) {
        terms[v].head = uint32_t(result.free.size());
        result.free.push_back(v);
      }
    for (uint32_t p = 0; p < premises.size(); ++p)
      if (!isImplied(premises[p]) && !isDefinition(p))
        law.conditions.push_back(literalOf(premises[p]));
    if (refuted) {
      law.head = literalOf(*refuted);
      law.head.isNegated = !law.head.isNegated;
    } else if (goal.head == Head::Equate) {
      law.head.terms = {termOf(goal.left), termOf(goal.right)};
    } else {
      law.head = literalOf(goal.atom);
    }
    result.terms = std::move(terms);
    result.variables = std::move(made);
    return result;
  }

private:
  enum State : uint8_t { New, Visiting, Done };

  bool isTotal(const Atom &atom) const {
    return program.relations[atom.relation].totality != calculus::none;
  }
  /// Says of a variable what set it is in.
  bool isMembership(const Atom &atom) const {
    if (atom.args.size() != 1 || calculus::isConstant(atom.args[0]))
      return false;
    const auto &relations = program.relations;
    return std::any_of(relations.begin(), relations.end(), [&](const auto &r) {
      return std::any_of(r.columns.begin(), r.columns.end(), [&](const auto &c) {
        return c.sort == atom.relation;
      });
    });
  }
  /// Whether the atom says no more than that a variable is in the set that its values
  /// are drawn from. Of any other set, a subset for instance, membership is a condition
  /// like others: that some function is defined on the set does not make it so.
  bool isImplied(const Atom &atom) const {
    return isMembership(atom) && terms[made[atom.args[0]]].sort == atom.relation;
  }
  bool isDefinition(uint32_t premise) const {
    const Atom &atom = premises[premise];
    return isTotal(atom) && !calculus::isConstant(atom.args.back()) &&
           definer[atom.args.back()] == premise;
  }

  /// One term a variable, whether it is defined or not, with its sort.
  void addVariables(const std::optional<Atom> &refuted) {
    for (uint32_t v = 0; v < goal.numVariables; ++v) {
      ExploredTerm term;
      term.sort = calculus::none;
      terms.push_back(std::move(term));
      made[v] = v;
    }
    // Of several sets that a variable is in, values are drawn from one with
    // constructors, which the others are then conditions on.
    auto readSorts = [&](const Atom &atom) {
      for (size_t c = 0; c < atom.args.size(); ++c) {
        if (calculus::isConstant(atom.args[c]))
          continue;
        const uint32_t said = isMembership(atom)
                                  ? atom.relation
                                  : program.relations[atom.relation].columns[c].sort;
        uint32_t &sort = terms[atom.args[c]].sort;
        if (said != calculus::none && !isGenerated(sort) &&
            (sort == calculus::none || isGenerated(generatedAbove(said))))
          sort = isGenerated(generatedAbove(said)) ? generatedAbove(said) : said;
      }
    };
    auto guessSorts = [&](const Atom &atom) {
      for (size_t c = 0; c < atom.args.size(); ++c)
        if (!calculus::isConstant(atom.args[c]))
          if (uint32_t &sort = terms[atom.args[c]].sort; sort == calculus::none)
            sort = impliedSort(atom.relation, c);
    };
    std::vector<Atom> atoms = premises;
    if (refuted)
      atoms.push_back(*refuted);
    if (goal.head == Head::Derive)
      atoms.push_back(goal.atom);
    std::for_each(atoms.begin(), atoms.end(), readSorts);
    std::for_each(atoms.begin(), atoms.end(), guessSorts);
  }

  bool isGenerated(uint32_t sort) const {
    return std::any_of(program.inductions.begin(), program.inductions.end(),
                       [&](const auto &form) { return form.sort == sort; });
  }
  /// The set itself if it has constructors or is no part of one that has; otherwise a
  /// set with constructors that every member is in, by rules with one premise.
  uint32_t generatedAbove(uint32_t set) const {
    std::vector<uint32_t> above{set};
    for (size_t i = 0; i < above.size(); ++i) {
      if (isGenerated(above[i]))
        return above[i];
      for (const calculus::Rule &rule : program.rules)
        if (rule.head == Head::Derive && rule.premises.size() == 1 &&
            rule.premises[0].relation == above[i] && rule.atom.args.size() == 1 &&
            rule.atom.args == rule.premises[0].args &&
            std::find(above.begin(), above.end(), rule.atom.relation) == above.end())
          above.push_back(rule.atom.relation);
    }
    return set;
  }

  /// For a column without a sort, one that follows from what the relation means: a <= b
  /// is about numbers if it says that there is a c with a + c = b. Only a guess at what
  /// values are worth trying.
  uint32_t impliedSort(uint32_t relation, size_t column) const {
    for (const calculus::Rule &rule : program.rules) {
      if (rule.premises.size() != 1 || rule.premises[0].relation != relation)
        continue;
      std::vector<Atom> implied = rule.witnesses;
      if (rule.head == Head::Derive)
        implied.push_back(rule.atom);
      for (const Atom &atom : implied)
        for (size_t c = 0; c < atom.args.size(); ++c)
          if (const uint32_t sort = program.relations[atom.relation].columns[c].sort;
              atom.args[c] == rule.premises[0].args[column] && sort != calculus::none)
            return sort;
    }
    return calculus::none;
  }

  /// Replaces the variable by the application that defines it, unless that would
  /// define it by itself.
  void define(Term v) {
    if (state[v] != New) {
      if (state[v] == Visiting)
        definer[v] = calculus::none;
      return;
    }
    state[v] = Visiting;
    if (definer[v] != calculus::none) {
      const Atom &atom = premises[definer[v]];
      for (size_t a = 0; a + 1 < atom.args.size(); ++a)
        if (!calculus::isConstant(atom.args[a]))
          define(atom.args[a]);
      if (definer[v] != calculus::none)
        made[v] = application(atom);
    }
    state[v] = Done;
  }

  uint32_t add(ExploredTerm term) {
    for (const uint32_t argument : term.args)
      term.size += terms[argument].size;
    terms.push_back(std::move(term));
    return uint32_t(terms.size() - 1);
  }

  uint32_t application(const Atom &atom) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Application;
    term.head = atom.relation;
    term.size = 1;
    term.sort = program.relations[atom.relation].columns.back().sort;
    for (size_t a = 0; a + 1 < atom.args.size(); ++a)
      term.args.push_back(termOf(atom.args[a], atom.relation, a));
    return add(std::move(term));
  }

  uint32_t termOf(Term t, uint32_t relation = calculus::none, size_t column = 0) {
    if (!calculus::isConstant(t))
      return made[t];
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Constant;
    term.head = calculus::constantIndex(t);
    term.sort = relation == calculus::none
                    ? sortOf(t)
                    : program.relations[relation].columns[column].sort;
    return add(std::move(term));
  }

  /// A set that the theory says the constant is in.
  uint32_t sortOf(Term constant) const {
    for (const calculus::Rule &rule : program.rules)
      if (rule.premises.empty() && rule.head == Head::Derive &&
          rule.atom.args.size() == 1 && rule.atom.args[0] == constant)
        return rule.atom.relation;
    return calculus::none;
  }

  Literal literalOf(const Atom &atom) {
    Literal literal;
    const calculus::Relation &relation = program.relations[atom.relation];
    if (relation.negated) {
      literal.isNegated = true;
      if (relation.complement != calculus::none) {
        literal = literalOf({relation.complement, atom.args});
        literal.isNegated = true;
        return literal;
      }
      literal.terms = {termOf(atom.args[0]), termOf(atom.args[1])};
      return literal;
    }
    if (isTotal(atom)) {
      const size_t last = atom.args.size() - 1;
      literal.terms = {application(atom),
                       termOf(atom.args[last], atom.relation, last)};
      return literal;
    }
    literal.relation = atom.relation;
    for (size_t a = 0; a < atom.args.size(); ++a)
      literal.terms.push_back(termOf(atom.args[a], atom.relation, a));
    return literal;
  }

  const calculus::Goal &goal;
  const calculus::Program &program;
  std::vector<ExploredTerm> terms;
  std::vector<Atom> premises;
  std::vector<uint32_t> definer; ///< By variable: a premise, or none.
  std::vector<State> state;
  std::vector<uint32_t> made; ///< By variable: its term.
};

/// Evaluates a law for all assignments of a sample.
class Evaluation {
public:
  Evaluation(const LawOfGoal &read, Sample sampled)
      : terms(read.terms), sample(std::move(sampled)) {
    std::vector<bool> isFree(terms.size(), false);
    for (const uint32_t v : read.free)
      isFree[v] = true;
    for (uint32_t t = 0; t < terms.size(); ++t)
      values.push_back(terms[t].kind == ExploredTerm::Kind::Variable && !isFree[t]
                           ? std::vector<Element>()
                           : evaluate(terms[t]));
  }

  enum class Truth : uint8_t { False, True, Unknown };
  Truth truth(const Literal &literal, size_t k) const {
    Model &model = sample.modelOf(k);
    for (const uint32_t t : literal.terms)
      if (values[t][k] == kUnknown)
        return Truth::Unknown;
    bool holds;
    if (literal.isEquation()) {
      holds = model.isSame(terms[literal.terms[0]].sort, values[literal.terms[0]][k],
                           values[literal.terms[1]][k]);
    } else {
      std::vector<const Element *> columns;
      for (const uint32_t t : literal.terms)
        columns.push_back(&values[t][k]);
      uint8_t result = 0;
      model.holds(literal.relation, columns, 1, &result);
      holds = result != 0;
    }
    // What is not known to be equal, or to hold, may still be.
    if (!holds && !std::all_of(literal.terms.begin(), literal.terms.end(),
                               [&](uint32_t t) {
                                 return model.isDefinite(terms[t].sort, values[t][k]);
                               }))
      return Truth::Unknown;
    return holds != literal.isNegated ? Truth::True : Truth::False;
  }

  const std::vector<ExploredTerm> &terms;
  const Sample sample;
  std::vector<std::vector<Element>> values; ///< By term.

private:
  std::vector<Element> evaluate(const ExploredTerm &term) const {
    if (term.kind == ExploredTerm::Kind::Variable)
      return sample.variable(term.head);
    if (term.kind == ExploredTerm::Kind::Constant)
      return sample.constant(term.sort, term.head);
    std::vector<const Element *> inputs;
    for (const uint32_t argument : term.args)
      inputs.push_back(values[argument].data());
    return sample.apply(term.head, inputs);
  }
};

/// Writes an instance of a law with values in place of its variables. Elements of a
/// set without constructors stay variables, of which it is said that they differ.
class Instance {
public:
  Instance(const calculus::Program &program, const LawOfGoal &read,
           const Evaluation &evaluation, size_t assignment)
      : program(program), terms(read.terms),
        model(evaluation.sample.modelOf(assignment)) {
    for (const uint32_t v : read.free)
      values.push_back(evaluation.values[v][assignment]);
  }

  /// What holds for these values, and all that a proof needs to know of them.
  void write(const LawOfGoal &read, const calculus::Goal &goal,
             const std::string &name, Refutation &result) {
    result.instance = statements(read.law, name, result);
    for (const auto &[binder, term] : goal.binders)
      result.binders.push_back(
          {binder, grounded(calculus::isConstant(term)
                                ? constant(calculus::constantIndex(term))
                                : read.variables[term])});
    result.isWritten &= canWrite;
    for (const auto &[element, variable] : atoms)
      result.atoms.push_back(variable);
    result.terms = std::move(terms);
  }

private:
  uint32_t constant(uint32_t index) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Constant;
    term.head = index;
    term.sort = calculus::none;
    terms.push_back(std::move(term));
    return uint32_t(terms.size() - 1);
  }

  std::vector<calculus::Conjecture> statements(const Law &law, const std::string &name,
                                               Refutation &refutation) {
    std::vector<Law> parts;
    for (const Literal &condition : law.conditions) {
      const Literal instance = grounded(condition);
      // That elements differ is said of all of them.
      if (!instance.isNegated || !instance.isEquation() || !isAtom(instance.terms[0]) ||
          !isAtom(instance.terms[1]))
        parts.push_back({{}, instance});
    }
    Literal head = grounded(law.head);
    head.isNegated = !head.isNegated;
    refutation.hasHead = !isStatedDistinct(head);
    if (refutation.hasHead)
      parts.push_back({{}, std::move(head)});
    if (!parts.empty())
      sayDifferent(parts);
    std::vector<calculus::Conjecture> result;
    for (const Law &part : parts) {
      if (!canWrite || !isWritable(part))
        return {};
      const std::string number = "_" + std::to_string(result.size() + 1);
      result.push_back(LawWriter(program, terms).conjecture(part, name + number));
      refutation.atomsOf.push_back(atomsIn(part));
    }
    refutation.isWritten = true;
    return result;
  }

  /// In the order in which a LawWriter names them.
  std::vector<uint32_t> atomsIn(const Law &part) const {
    std::vector<uint32_t> result;
    std::vector<uint32_t> heads;
    std::function<void(uint32_t)> walk = [&](uint32_t t) {
      if (isAtom(t) && std::find(heads.begin(), heads.end(), terms[t].head) == heads.end()) {
        heads.push_back(terms[t].head);
        result.push_back(t);
      }
      for (const uint32_t argument : terms[t].args)
        walk(argument);
    };
    for (const Literal &condition : part.conditions)
      std::for_each(condition.terms.begin(), condition.terms.end(), walk);
    std::for_each(part.head.terms.begin(), part.head.terms.end(), walk);
    return result;
  }

  bool isApplication(uint32_t t) const {
    return terms[t].kind == ExploredTerm::Kind::Application;
  }

  /// That two constants differ, where the theory says so itself.
  bool isStatedDistinct(const Literal &literal) const {
    auto constantOf = [&](uint32_t t) {
      return terms[t].kind == ExploredTerm::Kind::Constant
                 ? calculus::constantTerm(terms[t].head)
                 : Term(0);
    };
    if (!literal.isNegated || !literal.isEquation())
      return false;
    const Term left = constantOf(literal.terms[0]);
    const Term right = constantOf(literal.terms[1]);
    return std::any_of(program.distinct.begin(), program.distinct.end(),
                       [&](const calculus::Distinct &d) {
                         return (d.left == left && d.right == right) ||
                                (d.left == right && d.right == left);
                       });
  }

  bool isAtom(uint32_t t) const {
    return terms[t].kind == ExploredTerm::Kind::Variable;
  }

  bool isWritable(const Law &law) const {
    auto isSaid = [&](const Literal &literal) {
      return !literal.isEquation() || isApplication(literal.terms[0]);
    };
    const bool hasVariables = !law.head.isNegated && !law.conditions.empty();
    return (isSaid(law.head) || hasVariables) &&
           std::all_of(law.conditions.begin(), law.conditions.end(),
                       [&](const Literal &condition) {
                         return condition.isNegated || isSaid(condition);
                       });
  }

  Literal grounded(Literal literal) {
    for (uint32_t &t : literal.terms)
      t = grounded(t);
    if (literal.isEquation() && !isApplication(literal.terms[0]))
      std::swap(literal.terms[0], literal.terms[1]);
    return literal;
  }

  uint32_t grounded(uint32_t t) {
    ExploredTerm term = terms[t];
    if (term.kind == ExploredTerm::Kind::Variable)
      return written(term.sort, values[term.head]);
    for (uint32_t &argument : term.args)
      argument = grounded(argument);
    terms.push_back(std::move(term));
    return uint32_t(terms.size() - 1);
  }

  uint32_t written(uint32_t sort, Element element) {
    uint32_t term = 0;
    auto writeAtom = [&](uint32_t ofSort, Element atom, uint32_t &variable) {
      const auto [it, isNew] = atoms.try_emplace(atom, 0);
      if (isNew) {
        ExploredTerm made;
        made.sort = ofSort;
        made.head = uint32_t(atoms.size()) - 1;
        terms.push_back(std::move(made));
        it->second = uint32_t(terms.size() - 1);
      }
      variable = it->second;
      return true;
    };
    canWrite &= writeValue(program, model, sort, element, terms, term, writeAtom);
    return term;
  }

  /// Different elements differ in all parts, if the theory can say so; otherwise
  /// the conjecture, which is refuted, is shown to make two of them equal.
  void sayDifferent(std::vector<Law> &parts) {
    if (atoms.size() < 2)
      return;
    if (program.apart() != calculus::none) {
      for (Law &part : parts)
        for (auto i = atoms.begin(); i != atoms.end(); ++i)
          for (auto j = atoms.begin(); j != i; ++j)
            if (terms[i->second].sort == terms[j->second].sort)
              part.conditions.push_back(
                  {calculus::none, {j->second, i->second}, true});
      return;
    }
    Law &last = parts.back();
    canWrite &= last.head.isNegated && last.conditions.empty() && atoms.size() == 2;
    last.head.isNegated = false;
    last.conditions = {std::move(last.head)};
    last.head = {calculus::none,
                 {atoms.begin()->second, std::next(atoms.begin())->second},
                 false};
  }

  const calculus::Program &program;
  std::vector<ExploredTerm> terms;
  Model &model;
  std::vector<Element> values; ///< Of the free variables.
  std::map<Element, uint32_t> atoms; ///< The variables that stand for them.
  bool canWrite = true;
};

/// The assignment that makes the conditions true and the head false, with the
/// smallest values; the sample's size if there is none.
size_t counterexample(const LawOfGoal &read, const Evaluation &evaluation) {
  using Truth = Evaluation::Truth;
  size_t best = evaluation.sample.size(), least = ~size_t(0);
  for (size_t k = 0; k < evaluation.sample.size(); ++k) {
    size_t size = 0;
    for (const uint32_t v : read.free)
      size += evaluation.values[v][k];
    if (size >= least)
      continue;
    const auto &conditions = read.law.conditions;
    if (std::all_of(conditions.begin(), conditions.end(),
                    [&](const Literal &condition) {
                      return evaluation.truth(condition, k) == Truth::True;
                    }) &&
        evaluation.truth(read.law.head, k) == Truth::False) {
      best = k;
      least = size;
    }
  }
  return best;
}

} // namespace

std::optional<LawOfGoal> lawOf(const calculus::Goal &goal,
                               const calculus::Program &program) {
  return LawReader(goal, program).run();
}

std::optional<Refutation>
Refuter::refute(const calculus::Conjecture &conjecture) const {
  if (conjecture.isComposite())
    return std::nullopt;
  const std::optional<LawOfGoal> read = lawOf(conjecture.goal, program);
  if (!read)
    return std::nullopt;
  std::vector<uint32_t> sorts;
  for (const uint32_t v : read->free)
    sorts.push_back(read->terms[v].sort);
  const Literal &head = read->law.head;
  const bool isEquation =
      read->law.conditions.empty() && head.isEquation() && !head.isNegated;
  const Evaluation evaluation(
      *read, Sample(models, sorts, maxAssignments,
                    isEquation ? forEquations : Sample::Choice::Drawn));
  const size_t k = counterexample(*read, evaluation);
  if (k == evaluation.sample.size())
    return std::nullopt;
  Refutation result;
  for (const bool isFree : {true, false})
    for (const auto &[name, term] : conjecture.goal.binders) {
      if (calculus::isConstant(term) ||
          isFree != (std::find(read->free.begin(), read->free.end(),
                               uint32_t(term)) != read->free.end()))
        continue;
      const uint32_t t = read->variables[term];
      result.assignment.push_back(
          {name, evaluation.sample.modelOf(k).text(read->terms[t].sort,
                                                   evaluation.values[t][k])});
    }
  Instance(program, *read, evaluation, k)
      .write(*read, conjecture.goal, conjecture.name + "_refuted", result);
  return result;
}

} // namespace mplrt
