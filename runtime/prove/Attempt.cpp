//===- Attempt.cpp - Direct proof, induction, case splits -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A direct proof is one block: fresh constants for the variables, the premises
// as facts, run to a fixpoint that contains the goal, or false. Induction is one
// block a constructor, with the conjecture itself, the induction variable
// replaced by a recursive input, as one more rule. Where a block ends without its
// goal, a value that no constructor is known for may be split: the cases start as
// copies of the block, and each must reach the goal.
//
// Which value to split has two answers, and each proves a few things that the
// other does not. The plain one takes any unknown value of a set without
// recursion (Booleans) first, then the goal's own variables. The other takes
// values that keep a definition from unfolding: an argument that a clause takes
// apart, a value that a clause waits for. Where rules have negated premises, there
// is a third: whether a condition holds that a rule waits for, x = y or an atom
// (Conditions.cpp), and where no rule waits, as the second.
//
// Where the goal is an atom that has a complement, a block is split on the goal itself
// before anything else: the case in which it holds is done, and in the other one its
// negation is a fact from which rules go on, the other way round.
//
// These try one value after another, and each again in every case: two nested splits
// are many blocks. A cascade takes what a definition needs next (Values.cpp) and no
// other value; as it fails with its first open case, it costs a block a split and
// may go deep. Laws about a function by cases, such as insertion into a sorted list,
// take one split for each comparison and for each element that is taken apart.
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Attempt.h"

#include "runtime/block/BlockInline.h"
#include "runtime/prove/Conditions.h"
#include "runtime/prove/Nearest.h"
#include "runtime/prove/Values.h"
#include "runtime/prove/Wants.h"
#include "runtime/layout/Chains.h"

#include <algorithm>

namespace mplrt {

using calculus::Atom;
using calculus::Rule;
using calculus::Term;

namespace {

/// Bytes that blocks other than the current one hold, while in scope.
class Holding {
public:
  Holding(uint64_t &total, uint64_t bytes) : total(total) { add(bytes); }
  Holding(const Holding &) = delete;
  ~Holding() { total -= own; }
  void add(uint64_t bytes) {
    own += bytes;
    total += bytes;
  }

private:
  uint64_t &total;
  uint64_t own = 0;
};

class Prover {
public:
  Prover(const Theory &theory, const RuleSet &rules,
         const calculus::Conjecture &conjecture, const AttemptBudget &budget)
      : theory(theory), program(theory.program), rules(rules), budget(budget) {
    tree = std::make_unique<ProofTree>();
    tree->conjecture = &conjecture;
    tree->goal = calculus::normalise(conjecture.goal, program);
    result.inhabited.assign(program.relations.size(), false);
    findOutputs();
  }

  AttemptResult run() {
    if ((budget.direct && direct()) || (budget.induction && byInduction())) {
      result.proved = true;
      result.limit = Limit::None;
      result.tree = std::move(tree);
    }
    return std::move(result);
  }

  std::vector<std::string> explain() {
    auto node = std::make_unique<BlockNode>(newBlock());
    setUp(*node);
    if (search(*node, 0) || isStopped())
      return {};
    return nearestRules(node->block, goal(), node->env);
  }

private:
  const calculus::Goal &goal() const { return tree->goal.goal; }

  /// Outputs are the variables that premises determine by others. Where premises do
  /// so in a circle, as in s(x) = x or in x + y = z and s(z) = x, the first variable
  /// of the circle is free.
  void findOutputs() {
    const std::vector<Atom> &premises = goal().premises;
    auto determines = [&](const Atom &premise, Term v) {
      return program.relations[premise.relation].functional && premise.args.back() == v;
    };
    isOutput.assign(goal().numVariables, false);
    std::vector<bool> isKnown(goal().numVariables);
    for (uint32_t v = 0; v < goal().numVariables; ++v)
      isKnown[v] = std::none_of(premises.begin(), premises.end(), [&](const Atom &p) {
        return determines(p, Term(v));
      });
    auto areInputsKnown = [&](const Atom &premise) {
      return std::all_of(premise.args.begin(), premise.args.end() - 1, [&](Term t) {
        return calculus::isConstant(t) || isKnown[t];
      });
    };
    for (;;) {
      uint32_t unknown = goal().numVariables, determined = unknown;
      for (uint32_t v = 0; v < goal().numVariables; ++v) {
        if (isKnown[v])
          continue;
        unknown = std::min(unknown, v);
        if (std::any_of(premises.begin(), premises.end(), [&](const Atom &p) {
              return determines(p, Term(v)) && areInputsKnown(p);
            }))
          determined = std::min(determined, v);
      }
      if (unknown == goal().numVariables)
        return;
      const uint32_t next = determined < goal().numVariables ? determined : unknown;
      isOutput[next] = next == determined;
      isKnown[next] = true;
    }
  }

  //===--- Setting up ------------------------------------------------------===//

  Id valueOf(const BlockNode &node, Term t) const {
    return calculus::isConstant(t) ? Id(calculus::constantIndex(t))
                                   : node.env[t];
  }

  void assertPremise(BlockNode &node, uint32_t relation, const Id *args) {
    node.block.assertFact(relation, args, node.block.record(prov::Premise, {}));
    node.block.flush();
  }

  /// Before anything is said to it: an engine's block does not plan its hypotheses.
  Block newBlock() const {
    Block block(theory, rules);
    if (budget.towardsGoal)
      block.stayHere();
    return block;
  }

  /// Values for the variables that have none, the premises as facts, the goal.
  void setUp(BlockNode &node) {
    Block &block = node.block;
    node.env.resize(goal().numVariables, kNone);
    const Term created =
        tree->goal.created == calculus::none ? -1 : goal().left;
    for (const bool outputs : {false, true})
      for (uint32_t v = 0; v < goal().numVariables; ++v)
        if (node.env[v] == kNone && isOutput[v] == outputs && Term(v) != created)
          node.env[v] = block.addConstant(0);
    Id args[kMaxArity];
    for (uint32_t i = 0; i < goal().premises.size(); ++i) {
      const Atom &premise = goal().premises[i];
      if (i == tree->goal.created)
        continue;
      for (size_t c = 0; c < premise.args.size(); ++c)
        args[c] = valueOf(node, premise.args[c]);
      assertPremise(node, premise.relation, args);
    }
    if (tree->goal.created != calculus::none) {
      const Atom &application = goal().premises[tree->goal.created];
      for (size_t c = 0; c + 1 < application.args.size(); ++c)
        args[c] = valueOf(node, application.args[c]);
      node.env[goal().left] = block.apply(application.relation, args, 0);
      if (node.env[goal().left] == kNone)
        node.env[goal().left] = block.addConstant(0); // Nothing licenses it.
      block.flush();
    }
    if (goal().head == Rule::Head::Equate)
      block.watch(valueOf(node, goal().left), valueOf(node, goal().right));
    if (goal().head == Rule::Head::Witness)
      setQuery(node);
  }

  /// An existential goal is one more rule: its atoms -> the goal is reached.
  void setQuery(BlockNode &node) {
    calculus::RuleForm form;
    form.rule.numVariables = goal().numVariables;
    std::vector<bool> isFresh(goal().numVariables, false);
    for (const auto &[name, term] : goal().fresh)
      isFresh[term] = true;
    for (Atom atom : goal().witnesses) {
      for (Term &t : atom.args)
        if (!calculus::isConstant(t) && !isFresh[t])
          t = calculus::constantTerm(node.env[t]);
      form.rule.premises.push_back(std::move(atom));
    }
    if (!calculus::canBeMatched(form.rule))
      return; // Nothing looks for the witness: the goal stays open.
    calculus::Matcher matcher = calculus::matcherOf(form.rule, 0);
    matcher.rule =
        uint32_t(node.block.firstLocalRule() + node.block.hypotheses.size());
    matcher.action = {};
    matcher.action.kind = calculus::Action::Kind::Reach;
    node.block.hypotheses.push_back(std::move(form));
    node.block.setQuery(std::move(matcher));
  }

  //===--- Searching -------------------------------------------------------===//

  bool holds(const BlockNode &node) const {
    if (node.block.isFalse() || node.block.isReached())
      return true;
    if (goal().head != Rule::Head::Derive)
      return false;
    Id args[kMaxArity];
    for (size_t c = 0; c < goal().atom.args.size(); ++c)
      args[c] = node.block.find(valueOf(node, goal().atom.args[c]));
    return node.block.lookup(goal().atom.relation, args) != kNone;
  }

  bool search(BlockNode &node, uint32_t splits) {
    ++result.blocks;
    Block &block = node.block;
    const uint64_t before = block.firings, slowBefore = block.slowFirings;
    Budget own = budget.block;
    own.bytes -= std::min(own.bytes, held);
    bool found = false;
    for (;;) {
      block.saturate(own);
      found = holds(node);
      if (found || block.limitReached() != Limit::None)
        break;
      if (!block.grow(own) && !growTowardsGoal(node))
        break;
    }
    result.firings += block.firings - before;
    result.slowFirings += block.slowFirings - slowBefore;
    const uint32_t rows = uint32_t(block.rows.size());
    result.largestBlock = std::max(result.largestBlock, rows);
    ++result.blockSizes[rows == 0 ? 0 : size_t(std::bit_width(rows)) - 1];
    if (found || holds(node))
      return true;
    if (block.limitReached() != Limit::None)
      result.limit = block.limitReached();
    else if (const auto denial = denialOf(node)) {
      // The case in which it holds is done at once; the other has all the splits.
      if (split(node, *denial, splits + 1))
        return true;
    } else if (splits > 0 && trySplits(node, splits))
      return true;
    for (uint32_t r = 0; r < program.relations.size(); ++r)
      if (block.relationFirst[r] != kNone)
        result.inhabited[r] = true;
    return false;
  }

  bool growTowardsGoal(BlockNode &node) {
    return budget.towardsGoal && node.block.limitReached() == Limit::None &&
           createWanted(node.block, goal(), node.env, budget.block.generations);
  }

  //===--- Splits ----------------------------------------------------------===//

  /// The goal as a condition, where rules can use its negation and nothing is known of
  /// it yet. To split on it is to assume its negation (a proof by contradiction).
  std::optional<Condition> denialOf(const BlockNode &node) const {
    using SplitOn = AttemptBudget::SplitOn;
    if (!budget.towardsGoal && budget.splitOn != SplitOn::Condition &&
        budget.splitOn != SplitOn::Cascade)
      return std::nullopt;
    Condition denial;
    if (goal().head == Rule::Head::Derive) {
      denial.relation = program.relations[goal().atom.relation].complement;
      for (const Term t : goal().atom.args)
        denial.args.push_back(node.block.find(valueOf(node, t)));
    } else if (goal().head == Rule::Head::Equate && budget.towardsGoal) {
      denial.relation = program.apart();
      denial.args = {node.block.find(valueOf(node, goal().left)),
                     node.block.find(valueOf(node, goal().right))};
    }
    if (denial.relation == calculus::none ||
        node.block.lookup(denial.relation, denial.args.data()) != kNone)
      return std::nullopt;
    return denial;
  }

  bool trySplits(BlockNode &node, uint32_t splits) {
    if (isStopped())
      return false;
    using SplitOn = AttemptBudget::SplitOn;
    if (budget.splitOn == SplitOn::Cascade) {
      const std::vector<Condition> conditions = openConditions(node.block, 1, focusOf(node));
      if (!conditions.empty())
        return split(node, conditions.front(), splits);
      const Id value = neededValue(node.block);
      return value != kNone && split(node, value, splits);
    }
    if (budget.splitOn == SplitOn::Condition) {
      const size_t maxConditions = budget.towardsGoal ? 8 : 3;
      for (const Condition &condition : openConditions(node.block, maxConditions, focusOf(node)))
        if (split(node, condition, splits))
          return true;
    }
    const std::vector<Id> values = budget.splitOn == SplitOn::Plain
                                       ? plainValues(node)
                                       : blockedValues(node.block);
    bool triedFlat = false;
    for (const Id value : values) {
      // Of several Booleans one is enough: the others would split after it.
      const bool flat = isFlat(program.inductions[formOf(node.block, value)]);
      if (flat && triedFlat)
        continue;
      triedFlat |= flat;
      if (split(node, value, splits))
        return true;
    }
    return false;
  }

  /// What an existential goal asks for has a number, and is no value.
  bool isSought(const BlockNode &node, Id id) const {
    return std::any_of(goal().fresh.begin(), goal().fresh.end(), [&](const auto &f) {
      return node.env[f.second] == id;
    });
  }

  /// The goal's variables and what splits and inductions have introduced, then the
  /// constants that the goal names.
  std::vector<Id> focusOf(const BlockNode &node) const {
    constexpr size_t maxFocus = 10;
    const Block &block = node.block;
    std::vector<Id> focus;
    auto add = [&](Id id) {
      id = block.find(id);
      if (focus.size() < maxFocus &&
          std::find(focus.begin(), focus.end(), id) == focus.end())
        focus.push_back(id);
    };
    for (auto id = Id(program.constants.size()); id < block.numConstants(); ++id)
      if (block.generationOf(id) == 0 && !isSought(node, id))
        add(id);
    auto addConstants = [&](const Atom &atom) {
      for (const Term t : atom.args)
        if (calculus::isConstant(t) && calculus::constantIndex(t) < program.constants.size())
          add(calculus::constantIndex(t));
    };
    std::for_each(goal().premises.begin(), goal().premises.end(), addConstants);
    std::for_each(goal().witnesses.begin(), goal().witnesses.end(), addConstants);
    if (goal().head == Rule::Head::Derive)
      addConstants(goal().atom);
    return focus;
  }

  std::vector<Id> plainValues(const BlockNode &node) const {
    for (Id id = 0; id < node.block.numConstants(); ++id)
      if (isSplittable(node.block, id) &&
          isFlat(program.inductions[formOf(node.block, id)]))
        return {id};
    std::vector<Id> values;
    // That the axioms are contradictory says nothing of variables.
    for (Id id = 0; goal().premises.empty() && goal().head == Rule::Head::Refute &&
                    id < program.constants.size();
         ++id)
      if (isSplittable(node.block, id))
        values.push_back(id);
    for (uint32_t v = 0; v < goal().numVariables; ++v) {
      const Id id = node.env[v] == kNone ? kNone : node.block.find(node.env[v]);
      if (id != kNone && isSplittable(node.block, id) &&
          (!isOutput[v] || isMadeElsewhere(node.block, id)) &&
          std::find(values.begin(), values.end(), id) == values.end())
        values.push_back(id);
    }
    return values;
  }

  std::unique_ptr<BlockNode> startCase(const BlockNode &node) const {
    auto child = std::make_unique<BlockNode>(node.block);
    child->env = node.env;
    child->firstRow = RowId(node.block.rows.size());
    child->firstEdge = uint32_t(node.block.edges.size());
    child->block.restartGrowth();
    child->block.firings = 0; // Each block has its own budget.
    return child;
  }

  bool split(BlockNode &node, const Condition &condition, uint32_t splits) {
    std::vector<std::unique_ptr<BlockNode>> cases;
    const Holding parent(held, node.block.bytes());
    Holding finished(held, 0);
    for (const bool holds : {true, false}) {
      auto child = startCase(node);
      Block &block = child->block;
      const uint32_t of = program.relations[condition.relation].complement;
      if (!holds) {
        assertPremise(*child, condition.relation, condition.args.data());
      } else if (of != calculus::none) {
        assertPremise(*child, of, condition.args.data());
      } else {
        block.assertEqual(condition.args[0], condition.args[1],
                          block.record(prov::Premise, {}));
        block.flush();
      }
      if (!search(*child, splits - 1))
        return false;
      finished.add(block.bytes());
      cases.push_back(std::move(child));
    }
    node.cases = std::move(cases);
    node.condition = condition.relation;
    node.conditionArgs = condition.args;
    return true;
  }

  bool split(BlockNode &node, Id value, uint32_t splits) {
    const uint32_t formIndex = formOf(node.block, value);
    const calculus::InductionForm &form = program.inductions[formIndex];
    std::vector<std::unique_ptr<BlockNode>> cases;
    const Holding parent(held, node.block.bytes());
    Holding finished(held, 0);
    for (uint32_t k = 0; k < form.constructors.size(); ++k) {
      const calculus::Constructor &c = form.constructors[k];
      auto child = startCase(node);
      child->constructor = k;
      Block &block = child->block;
      if (!c.isFunction) {
        block.assertEqual(value, c.index, block.record(prov::Premise, {}));
        block.flush();
      } else {
        introduce(*child, c.index, value);
      }
      if (!search(*child, splits - 1))
        return false;
      finished.add(child->block.bytes());
      cases.push_back(std::move(child));
    }
    node.cases = std::move(cases);
    node.splitValue = value;
    node.splitForm = formIndex;
    return true;
  }

  /// Fresh inputs of a constructor with the given output.
  void introduce(BlockNode &node, uint32_t relation, Id output) {
    const RelationLayout &layout = theory.relations[relation];
    Id args[kMaxArity];
    for (uint32_t c = 0; c + 1 < layout.arity; ++c) {
      args[c] = node.block.addConstant(node.block.generationOf(output));
      node.introduced.push_back(args[c]);
    }
    args[layout.arity - 1] = output;
    assertPremise(node, relation, args);
  }

  //===--- Direct proof and induction --------------------------------------===//

  bool direct() {
    auto node = std::make_unique<BlockNode>(newBlock());
    setUp(*node);
    const bool found = search(*node, budget.splits);
    if (found) {
      result.method = node->cases.empty() ? "direct" : "cases";
      result.vacuous = node->cases.empty() && node->block.isFalse() &&
                       goal().head != Rule::Head::Refute;
      tree->roots.push_back(std::move(node));
    }
    return found;
  }

  bool byInduction() {
    for (uint32_t v = 0; v < goal().numVariables; ++v) {
      if (isOutput[v])
        continue;
      const uint32_t form = inductionFormOf(Term(v));
      if (form != kNone && induct(Term(v), form)) {
        for (const auto &[name, term] : goal().binders)
          if (term == Term(v))
            result.method = "induction on " + name;
        return true;
      }
      if (isStopped())
        return false;
    }
    return false;
  }

  bool isStopped() {
    if (const uint8_t request = stopRequest.load(std::memory_order_relaxed))
      result.limit = Limit(request);
    else if (budget.block.cancellation.isCancelled())
      result.limit = Limit::Interrupt;
    else if (budget.allFirings != 0 && result.firings >= budget.allFirings)
      result.limit = Limit::Firings;
    else
      return false;
    return true;
  }

  /// The form of a set that a premise says the variable is in, by membership or
  /// by the type of a column.
  uint32_t inductionFormOf(Term v) const {
    for (uint32_t f = 0; f < program.inductions.size(); ++f)
      for (uint32_t i = 0; i < goal().premises.size(); ++i) {
        const Atom &premise = goal().premises[i];
        if (i == tree->goal.created)
          continue;
        for (size_t c = 0; c < premise.args.size(); ++c)
          if (premise.args[c] == v &&
              (premise.args.size() == 1
                   ? premise.relation
                   : program.relations[premise.relation].columns[c].sort) ==
                  program.inductions[f].sort)
            return f;
      }
    return kNone;
  }

  bool induct(Term variable, uint32_t formIndex) {
    const calculus::InductionForm &form = program.inductions[formIndex];
    std::vector<std::unique_ptr<BlockNode>> cases;
    Holding finished(held, 0);
    for (uint32_t k = 0; k < form.constructors.size(); ++k) {
      const calculus::Constructor &c = form.constructors[k];
      auto node = std::make_unique<BlockNode>(newBlock());
      node->constructor = k;
      node->env.assign(goal().numVariables, kNone);
      if (!c.isFunction) {
        node->env[variable] = c.index;
      } else {
        // Inputs first: a constant's number is its id, as hypotheses need.
        Block &block = node->block;
        const calculus::Relation &relation = program.relations[c.index];
        Id args[kMaxArity];
        for (uint32_t a = 0; a < relation.arity(); ++a) {
          args[a] = block.addConstant(0);
          node->introduced.push_back(args[a]);
        }
        node->env[variable] = args[relation.arity() - 1];
        assertPremise(*node, c.index, args);
        std::vector<calculus::RuleForm> hypotheses;
        for (uint32_t a = 0; a + 1 < relation.arity(); ++a)
          if (relation.columns[a].sort == form.sort)
            addHypotheses(variable, args[a], hypotheses);
        block.setHypotheses(std::move(hypotheses));
      }
      setUp(*node);
      if (!search(*node, budget.splits))
        return false;
      finished.add(node->block.bytes());
      cases.push_back(std::move(node));
    }
    tree->roots = std::move(cases);
    tree->inductionVariable = variable;
    tree->inductionForm = formIndex;
    return true;
  }

  void addHypotheses(Term variable, Id input,
                     std::vector<calculus::RuleForm> &hypotheses) const {
    calculus::NormalGoal hypothesis = tree->goal;
    hypothesis.goal = calculus::substitute(hypothesis.goal, variable,
                                           calculus::constantTerm(input));
    for (calculus::RuleForm &form : calculus::ruleForms(hypothesis, program)) {
      form.hypothesis = input;
      hypotheses.push_back(std::move(form));
    }
  }

  const Theory &theory;
  const calculus::Program &program;
  const RuleSet &rules;
  const AttemptBudget &budget;
  std::unique_ptr<ProofTree> tree;
  std::vector<bool> isOutput;
  uint64_t held = 0; ///< Bytes of this attempt's other blocks.
  AttemptResult result;
};

} // namespace

AttemptResult attempt(const Theory &theory, const RuleSet &rules,
                      const calculus::Conjecture &conjecture,
                      const AttemptBudget &budget) {
  return Prover(theory, rules, conjecture, budget).run();
}

std::vector<std::string> explainFailure(const Theory &theory, const RuleSet &rules,
                                        const calculus::Conjecture &conjecture,
                                        const AttemptBudget &budget) {
  return Prover(theory, rules, conjecture, budget).explain();
}

std::unique_ptr<BlockNode> refuteAxioms(const Theory &theory,
                                        const Budget &budget) {
  static const RuleSet noTheorems;
  auto node = std::make_unique<BlockNode>(Block(theory, noTheorems));
  do
    node->block.saturate(budget);
  while (!node->block.isFalse() && node->block.limitReached() == Limit::None &&
         node->block.grow(budget));
  return node->block.isFalse() ? std::move(node) : nullptr;
}

} // namespace mplrt
