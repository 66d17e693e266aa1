//===- Wants.cpp - What a goal could use ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A block creates an application where a rule's pattern is there already. A goal
// that is a relation, an existential or false has no pattern in the block: what its
// proof needs is found from the goal backwards, as magic sets find what a query needs
// (Bancilhon, Maier, Sagiv and Ullman, PODS 1986; Beeri and Ramakrishnan, JLP 1991).
// A want is an atom some of whose arguments are known. A rule whose head fits it meets
// its premises one by one: by rows where there are any; an application of known inputs
// that does not exist is created; any other atom without rows is a want in its turn.
// Besides, unary total functions are applied to the goal's own values, and for an
// existential goal all total functions are, since its witness may be any term.
//
// Wants are not kept and stand in no proof: what they create is licensed by totality,
// as every application is. They are looked for at a block's fixpoint by a plain
// backtracking join, and in those attempts alone whose budget says so.
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Wants.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <set>

namespace mplrt {

using calculus::Atom;
using calculus::Goal;
using calculus::Relation;
using calculus::Rule;
using calculus::Term;

namespace {

constexpr uint64_t maxSteps = 20000;  // Rows and premises looked at, in all.
constexpr size_t maxCreated = 200;    // Applications, at one fixpoint.
constexpr size_t maxTuples = 100;     // Of values, for a function of several inputs.
constexpr size_t maxValues = 24;      // That unary functions are applied to.
constexpr size_t maxAgain = 10;       // That functions are applied to once more.
constexpr uint32_t maxDepth = 4;      // Rules between the goal and a want.

bool isTotal(const Relation &relation) {
  return relation.functional && relation.totality != calculus::none;
}

class Chainer {
public:
  Chainer(Block &block, const Goal &goal, const std::vector<Id> &env,
          uint32_t generations)
      : block(block), program(block.theory->program), goal(goal), goalEnv(env),
        generations(generations) {
    for (const auto &[name, term] : goal.fresh)
      goalEnv[term] = kNone;
  }

  bool run() {
    readGoal();
    readBodies();
    createUnary();
    switch (goal.head) {
    case Rule::Head::Derive:
      if (std::any_of(bodies.begin(), bodies.end(), [](const Body &b) {
            return b.isExistential;
          }))
        createForWitnesses();
      want({goal.atom.relation, valuesOf(goal.atom, goalEnv)}, 0);
      break;
    case Rule::Head::Witness:
      createForWitnesses();
      for (const Atom &atom : goal.witnesses)
        want({atom.relation, valuesOf(atom, goalEnv)}, 0);
      if (created == 0)
        createOfValues(std::min(values.size(), maxAgain));
      break;
    case Rule::Head::Equate:
      wantEquality();
      break;
    case Rule::Head::Refute:
      wantFalse();
      break;
    }
    const bool any = created > 0;
    block.flush();
    return any;
  }

private:
  /// An atom that would help; kNone for arguments that may be anything.
  struct Want {
    uint32_t relation;
    std::vector<Id> args;
    auto operator<=>(const Want &) const = default;
  };

  /// Representatives; kNone for variables without a value.
  Id valueOf(Term t, const std::vector<Id> &env) const {
    if (calculus::isConstant(t))
      return block.find(calculus::constantIndex(t));
    return env[t] == kNone ? kNone : block.find(env[t]);
  }
  std::vector<Id> valuesOf(const Atom &atom, const std::vector<Id> &env) const {
    std::vector<Id> result;
    for (const Term t : atom.args)
      result.push_back(valueOf(t, env));
    return result;
  }

  //===--- The goal's values -----------------------------------------------===//

  void readGoal() {
    auto add = [&](Term t) {
      const Id id = valueOf(t, goalEnv);
      if (id != kNone && std::find(values.begin(), values.end(), id) == values.end())
        values.push_back(id);
    };
    for (uint32_t v = 0; v < goal.numVariables; ++v)
      add(Term(v));
    auto addConstants = [&](const Atom &atom) {
      for (const Term t : atom.args)
        if (calculus::isConstant(t))
          add(t);
    };
    for (const Atom &atom : goal.premises)
      addConstants(atom);
    for (const Atom &atom : goal.witnesses)
      addConstants(atom);
    if (goal.head == Rule::Head::Derive)
      addConstants(goal.atom);
    if (goal.head == Rule::Head::Equate) {
      add(goal.left);
      add(goal.right);
    }
    addPremiseWitnesses();
    numOwn = values.size();
    // What splits and inductions have introduced.
    for (Id id = 0; id < block.numConstants() && values.size() < maxValues; ++id)
      if (block.find(id) == id && levelOf(id) == 0 &&
          std::find(values.begin(), values.end(), id) == values.end())
        values.push_back(id);
  }

  /// What a premise of the goal says to exist, as c in `a divides b`, is as good as a
  /// variable of the goal: it is there from the start, and costs no generation here.
  void addPremiseWitnesses() {
    auto wordAt = [&](RowId row) { return block.log[block.rows[row].provenance]; };
    for (RowId row = 0; row < block.rows.size(); ++row) {
      if (wordAt(row) != prov::Witness)
        continue;
      // {word, count, rule, first id, rows...}
      const uint32_t *entry = &block.log[block.rows[row].provenance];
      const Rule &rule = block.rule(entry[2]);
      const uint32_t *matched = entry + 4, *end = entry + 2 + entry[1];
      if (matched == end || std::any_of(matched, end, [&](RowId r) {
            return wordAt(r) != prov::Premise && wordAt(r) != prov::Typing;
          }))
        continue;
      for (uint32_t k = 0; k < rule.fresh.size(); ++k) {
        const Id id = block.find(entry[3] + k);
        if (std::find(values.begin(), values.end(), id) == values.end())
          values.push_back(id);
      }
    }
    numGiven = values.size();
  }

  /// The generation from which those of applications are counted.
  uint32_t levelOf(Id id) const {
    const auto given = values.begin() + ptrdiff_t(numGiven);
    return std::find(values.begin(), given, block.find(id)) != given
               ? 0
               : block.generationOf(id);
  }

  /// Constructors make larger values of any: they help where one must exist.
  bool isApplied(const Relation &relation) const {
    return isTotal(relation) &&
           (!relation.constructor || goal.head == Rule::Head::Witness);
  }

  /// Also of what they make, as far as generations go.
  void createUnary() {
    for (size_t i = 0; i < values.size() && created < maxCreated; ++i)
      for (uint32_t r = 0; r < program.relations.size(); ++r) {
        const Relation &relation = program.relations[r];
        if (relation.arity() != 2 || !isApplied(relation))
          continue;
        const Id input = block.find(values[i]);
        const Id output = apply(r, &input);
        if (output != kNone && !relation.constructor &&
            std::find(values.begin(), values.end(), output) == values.end())
          values.push_back(output);
      }
  }

  /// All functions of several inputs on the first `count` values.
  void createOfValues(size_t count) {
    for (uint32_t r = 0; r < program.relations.size(); ++r) {
      const Relation &relation = program.relations[r];
      if (relation.arity() < 3 || !isApplied(relation))
        continue;
      const uint32_t inputs = relation.arity() - 1;
      size_t tuples = 1;
      for (uint32_t a = 0; a < inputs && tuples <= maxTuples; ++a)
        tuples *= count;
      if (tuples > maxTuples)
        continue;
      for (size_t tuple = 0; tuple < tuples && created < maxCreated; ++tuple) {
        Id args[kMaxArity];
        size_t rest = tuple;
        for (uint32_t a = 0; a < inputs; ++a, rest /= count)
          args[a] = block.find(values[rest % count]);
        addValue(apply(r, args));
      }
    }
  }

  void addValue(Id id) {
    if (id != kNone && values.size() < 2 * maxValues &&
        std::find(values.begin(), values.end(), id) == values.end())
      values.push_back(id);
  }

  /// The body of an existential goal, or of a definition whose atom the goal is.
  struct Body {
    std::vector<Atom> atoms;
    std::vector<Id> env; ///< kNone for what must be found.
    bool isExistential = false;
  };

  void readBodies() {
    if (goal.head == Rule::Head::Witness)
      bodies.push_back({goal.witnesses, goalEnv, true});
    if (goal.head != Rule::Head::Derive)
      return;
    for (const Rule &rule : program.rules) {
      if (rule.clause.kind != calculus::Clause::Kind::Fold ||
          rule.atom.relation != goal.atom.relation)
        continue;
      Body body{rule.premises, std::vector<Id>(rule.numVariables, kNone), false};
      if (!unify(rule.atom.args, valuesOf(goal.atom, goalEnv), body.env))
        continue;
      for (const Atom &atom : rule.premises)
        for (const Term t : atom.args)
          body.isExistential |= valueOf(t, body.env) == kNone;
      bodies.push_back(std::move(body));
    }
  }

  /// What may be a witness, and what is said of it.
  void createForWitnesses() {
    createOfValues(numOwn);
    for (const Body &body : bodies)
      for (const Atom &atom : body.atoms)
        createWithWitness(atom, body.env);
  }

  /// `a * x`, of which the goal says that some x makes it equal to b, for each x at hand.
  void createWithWitness(const Atom &atom, const std::vector<Id> &env) {
    if (!isTotal(program.relations[atom.relation]))
      return;
    std::vector<Id> args = valuesOf(atom, env);
    std::vector<size_t> unknown;
    for (size_t c = 0; c + 1 < args.size(); ++c)
      if (args[c] == kNone)
        unknown.push_back(c);
    // Two witnesses in one application are too many to try.
    if (unknown.size() != 1)
      return;
    for (size_t i = 0; i < values.size() && created < maxCreated; ++i) {
      args[unknown[0]] = block.find(values[i]);
      apply(atom.relation, args.data());
    }
  }

  /// The output, made if need be; kNone if it may not be made.
  Id apply(uint32_t relation, const Id *inputs) {
    const RelationLayout &layout = block.theory->relations[relation];
    const RowId row = probeKey(block, relation, layout.firstSlot, inputs,
                               layout.keyColumns);
    if (row != kNone)
      return cellOf(block, row, layout.arity - 1);
    uint32_t generation = 0;
    for (uint32_t c = 0; c < layout.keyColumns; ++c)
      generation = std::max(generation, levelOf(inputs[c]));
    if (++generation > generations || created >= maxCreated)
      return kNone;
    const Id output = block.apply(relation, inputs, generation);
    created += output != kNone;
    return output;
  }

  //===--- Backward chaining -----------------------------------------------===//

  template <typename F> void forEachRule(F &&visit) {
    for (const Rule &rule : program.rules)
      if (rule.active)
        visit(rule);
    for (const auto &ref : block.rules->forms)
      visit(block.rules->theorems[ref.theorem]->forms[ref.form].rule);
    for (size_t f = 0; f < block.hypotheses.size(); ++f)
      visit(block.hypotheses[f].rule);
  }

  void want(const Want &wanted, uint32_t depth) {
    if (depth > maxDepth || isSpent() || !seen.insert(wanted).second)
      return;
    forEachRule([&](const Rule &rule) {
      if (rule.head != Rule::Head::Derive || rule.atom.relation != wanted.relation)
        return;
      std::vector<Id> env(rule.numVariables, kNone);
      if (unify(rule.atom.args, wanted.args, env))
        meet(rule, env, std::vector<bool>(rule.premises.size(), false), depth);
    });
  }

  void wantEquality() {
    const Id left = valueOf(goal.left, goalEnv), right = valueOf(goal.right, goalEnv);
    forEachRule([&](const Rule &rule) {
      if (rule.head != Rule::Head::Equate)
        return;
      for (const auto &[l, r] : {std::pair(left, right), std::pair(right, left)}) {
        std::vector<Id> env(rule.numVariables, kNone);
        if (unify({rule.left, rule.right}, {l, r}, env))
          meet(rule, env, std::vector<bool>(rule.premises.size(), false), 0);
      }
    });
  }

  void wantFalse() {
    forEachRule([&](const Rule &rule) {
      if (rule.head == Rule::Head::Refute)
        meet(rule, std::vector<Id>(rule.numVariables, kNone),
             std::vector<bool>(rule.premises.size(), false), 0);
    });
  }

  bool unify(const std::vector<Term> &terms, const std::vector<Id> &args,
             std::vector<Id> &env) const {
    for (size_t c = 0; c < terms.size(); ++c) {
      if (args[c] == kNone)
        continue;
      const Id known = valueOf(terms[c], env);
      if (known == kNone)
        env[terms[c]] = args[c];
      else if (known != args[c])
        return false;
    }
    return true;
  }

  bool isSpent() const { return steps > maxSteps || created >= maxCreated; }

  /// Applications of known inputs first, then the premise of which most is known.
  size_t nextPremise(const Rule &rule, const std::vector<Id> &env,
                     const std::vector<bool> &met) const {
    size_t best = rule.premises.size();
    uint32_t most = 0;
    for (size_t i = 0; i < rule.premises.size(); ++i) {
      const Atom &premise = rule.premises[i];
      const Relation &relation = program.relations[premise.relation];
      if (met[i] || relation.negated)
        continue;
      const auto known = uint32_t(
          std::count_if(premise.args.begin(), premise.args.end(),
                        [&](Term t) { return valueOf(t, env) != kNone; }));
      const bool isReady = isTotal(relation) && areInputsKnown(premise, env);
      const uint32_t rank = 1 + known + (isReady ? kMaxArity : 0);
      if (rank > most) {
        most = rank;
        best = i;
      }
    }
    return best;
  }

  bool areInputsKnown(const Atom &premise, const std::vector<Id> &env) const {
    return std::all_of(premise.args.begin(), premise.args.end() - 1,
                       [&](Term t) { return valueOf(t, env) != kNone; });
  }

  /// Negated premises are left to splits.
  void meet(const Rule &rule, const std::vector<Id> &env, std::vector<bool> met,
            uint32_t depth) {
    const size_t next = nextPremise(rule, env, met);
    if (next == rule.premises.size() || ++steps > maxSteps || isSpent())
      return;
    met[next] = true;
    const Atom &premise = rule.premises[next];
    if (isTotal(program.relations[premise.relation]) && areInputsKnown(premise, env)) {
      std::vector<Id> args = valuesOf(premise, env);
      args.back() = apply(premise.relation, args.data());
      std::vector<Id> bound = env;
      if (args.back() != kNone && unify(premise.args, args, bound))
        meet(rule, bound, met, depth);
      return;
    }
    bool isMet = false;
    for (const RowId row : rowsOf(premise, env)) {
      std::vector<Id> args;
      for (uint32_t c = 0; c < premise.args.size(); ++c)
        args.push_back(cellOf(block, row, c));
      std::vector<Id> bound = env;
      if (!block.rows[row].live || !unify(premise.args, args, bound) ||
          !areSame(premise, args, bound))
        continue;
      isMet = true;
      meet(rule, bound, met, depth);
    }
    if (isMet)
      return;
    const std::vector<Id> known = valuesOf(premise, env);
    if (std::any_of(known.begin(), known.end(), [](Id id) { return id != kNone; }))
      want({premise.relation, known}, depth + 1);
  }

  /// A variable may stand in two columns.
  bool areSame(const Atom &premise, const std::vector<Id> &args,
               const std::vector<Id> &env) const {
    for (size_t c = 0; c < args.size(); ++c)
      if (valueOf(premise.args[c], env) != block.find(args[c]))
        return false;
    return true;
  }

  /// Those that may match: of the shortest list of a known column, as they are now.
  std::vector<RowId> rowsOf(const Atom &premise, const std::vector<Id> &env) {
    const RelationLayout &layout = block.theory->relations[premise.relation];
    RowId first = block.relationFirst[premise.relation];
    uint32_t column = kNone, length = ~0u;
    for (uint32_t c = 0; c < premise.args.size(); ++c) {
      const Id id = valueOf(premise.args[c], env);
      if (id == kNone)
        continue;
      const Block::List &list = listOf(block, layout.firstSlot + c, id);
      if (list.length < length) {
        length = list.length;
        first = list.first;
        column = c;
      }
    }
    std::vector<RowId> result;
    for (RowId row = first; row != kNone && ++steps <= maxSteps;
         row = column == kNone
                   ? block.rows[row].next
                   : block.cells[size_t(row) * block.theory->stride + column].next)
      result.push_back(row);
    return result;
  }

  Block &block;
  const calculus::Program &program;
  const Goal &goal;
  std::vector<Id> goalEnv; ///< Nothing for the variables that the goal binds.
  const uint32_t generations;
  std::vector<Id> values; ///< Of the goal, then others that are not made.
  size_t numOwn = 0;      ///< How many of them are the goal's.
  size_t numGiven = 0;    ///< The same, once they are known.
  std::vector<Body> bodies;
  std::set<Want> seen;
  uint64_t steps = 0;
  size_t created = 0;
};

} // namespace

bool hasWants(const Goal &goal, const calculus::Program &program) {
  if (goal.head != Rule::Head::Equate)
    return true;
  // A variable by itself, as y in inv(x) * (x * y) = y, has no pattern either.
  auto isBare = [&](const Rule &rule, Term t) {
    return std::none_of(rule.premises.begin(), rule.premises.end(), [&](const Atom &p) {
      return program.relations[p.relation].functional && p.args.back() == t;
    });
  };
  return std::any_of(program.rules.begin(), program.rules.end(), [&](const Rule &rule) {
    if (!rule.active || rule.head != Rule::Head::Equate)
      return false;
    return isBare(rule, rule.left) != isBare(rule, rule.right) ||
           std::any_of(rule.premises.begin(), rule.premises.end(), [&](const Atom &p) {
             const Relation &relation = program.relations[p.relation];
             return relation.arity() != 1 && !relation.functional && !relation.negated;
           });
  });
}

bool createWanted(Block &block, const Goal &goal, const std::vector<Id> &env,
                  uint32_t generations) {
  return Chainer(block, goal, env, generations).run();
}

} // namespace mplrt
