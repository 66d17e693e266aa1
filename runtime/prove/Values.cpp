//===- Values.cpp - Values to split on ------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/prove/Values.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <array>
#include <map>

namespace mplrt {

using calculus::Atom;
using calculus::Rule;
using calculus::Term;

namespace {

/// The row of a constructor's relation that makes the value, or kNone.
RowId constructionOf(const Block &block, uint32_t relation, Id value) {
  const RelationLayout &layout = block.theory->relations[relation];
  const uint32_t output = layout.firstSlot + layout.arity - 1;
  return block.lists[size_t(value) * block.theory->slots + output].first;
}

/// A constructor is known that makes the value.
bool isKnown(const Block &block, const calculus::InductionForm &form, Id value) {
  return std::any_of(form.constructors.begin(), form.constructors.end(),
                     [&](const calculus::Constructor &c) {
                       return c.isFunction
                                  ? constructionOf(block, c.index, value) != kNone
                                  : block.find(c.index) == value;
                     });
}

/// The clause of a definition of a function by its values.
bool isClause(const Rule &rule, const calculus::Program &program) {
  if (!rule.active || rule.head != Rule::Head::Derive)
    return false;
  const calculus::Relation &head = program.relations[rule.atom.relation];
  return head.functional && !head.constructor;
}

} // namespace

uint32_t formOf(const Block &block, Id value) {
  const auto &forms = block.theory->program.inductions;
  for (uint32_t f = 0; f < forms.size(); ++f)
    if (block.lookup(forms[f].sort, &value) != kNone && !isKnown(block, forms[f], value))
      return f;
  return kNone;
}

bool isMadeElsewhere(const Block &block, Id value) {
  const auto &forms = block.theory->program.inductions;
  return std::any_of(forms.begin(), forms.end(), [&](const auto &form) {
    return isKnown(block, form, value) &&
           block.lookup(form.sort, &value) != kNone;
  });
}

bool isFlat(const calculus::InductionForm &form) {
  return std::none_of(form.constructors.begin(), form.constructors.end(),
                      [](const calculus::Constructor &c) { return c.isFunction; });
}

bool isSplittable(const Block &block, Id value) {
  return block.find(value) == value && formOf(block, value) != kNone;
}

std::vector<Id> blockedValues(const Block &block) {
  const calculus::Program &program = block.theory->program;
  std::map<Id, uint32_t> blocks; // value -> how many definitions it blocks
  auto isPattern = [&](const Rule &rule, Term t) {
    return calculus::isConstant(t) ||
           std::any_of(rule.premises.begin(), rule.premises.end(),
                       [&](const Atom &p) {
                         return program.relations[p.relation].constructor &&
                                p.args.back() == t;
                       });
  };
  auto count = [&](uint32_t relation, uint32_t column) {
    for (RowId row = block.relationFirst[relation]; row != kNone;
         row = block.rows[row].next) {
      const Id id = cellOf(block, row, column);
      if (isSplittable(block, id))
        ++blocks[id];
    }
  };
  for (const Rule &rule : program.rules) {
    if (!isClause(rule, program))
      continue;
    for (uint32_t c = 0; c + 1 < rule.atom.args.size(); ++c)
      if (isPattern(rule, rule.atom.args[c]))
        count(rule.atom.relation, c);
    for (const Atom &premise : rule.premises) {
      const calculus::Relation &relation = program.relations[premise.relation];
      if (relation.functional && !relation.constructor &&
          isPattern(rule, premise.args.back()))
        count(premise.relation, uint32_t(premise.args.size() - 1));
    }
  }
  std::vector<std::pair<std::array<uint32_t, 3>, Id>> ranked;
  for (const auto &[id, n] : blocks)
    ranked.push_back({{isFlat(program.inductions[formOf(block, id)]) ? 0u : 1u,
                       block.generationOf(id), ~n},
                      id});
  std::sort(ranked.begin(), ranked.end());
  std::vector<Id> values;
  constexpr size_t maxRecursive = 3;
  size_t recursive = 0;
  for (const auto &[rank, id] : ranked)
    if (rank[0] == 0 || recursive++ < maxRecursive)
      values.push_back(id);
  return values;
}

namespace {

/// Matches clauses against the rows of a block and notes what they wait for.
class NeedFinder {
public:
  explicit NeedFinder(const Block &block)
      : block(block), program(block.theory->program) {}

  Id run() {
    for (const Rule &rule : program.rules) {
      if (!rule.active)
        continue;
      if (isClause(rule, program))
        forEachRow(rule, rule.atom, rule.atom.args.size() - 1);
      for (const Atom &premise : rule.premises) {
        const calculus::Relation &relation = program.relations[premise.relation];
        if (!relation.functional && !relation.negated && relation.arity() > 1)
          forEachRow(rule, premise, premise.args.size());
      }
    }
    std::pair<std::array<uint32_t, 5>, Id> best{{~0u}, kNone};
    for (const auto &[id, need] : needs) {
      const bool isRecursive = !isFlat(program.inductions[formOf(block, id)]);
      best = std::min(best, {{need.generation, isRecursive, isOutput(id),
                              need.isOutputKnown, ~need.clauses},
                             id});
    }
    return best.second;
  }

private:
  struct Need {
    uint32_t generation = ~0u; ///< Lowest of the applications that wait for it.
    bool isOutputKnown = true; ///< Of all these applications.
    uint32_t clauses = 0;
  };

  Id value(Term t) const {
    return calculus::isConstant(t) ? block.find(calculus::constantIndex(t)) : env[t];
  }

  /// An application has this value: what it is applied to may make it known.
  bool isOutput(Id id) const {
    for (uint32_t r = 0; r < program.relations.size(); ++r)
      if (program.relations[r].functional && !program.relations[r].constructor &&
          constructionOf(block, r, id) != kNone)
        return true;
    return false;
  }

  /// False if the clause cannot apply, or waits: then for this value.
  bool unify(Term pattern, Id id) {
    const Id own = value(pattern);
    if (own == kNone) {
      env[pattern] = id;
      return true;
    }
    if (own == id)
      return true;
    if (calculus::isConstant(pattern))
      waitFor(id);
    return false;
  }

  void waitFor(Id id) {
    if (!isSplittable(block, id))
      return;
    Need &need = needs[id];
    if (generation < need.generation)
      need = {generation, isOutputKnown, 0};
    else if (generation > need.generation)
      return;
    need.isOutputKnown &= isOutputKnown;
    ++need.clauses;
  }

  void forEachRow(const Rule &rule, const Atom &atom, size_t numBound) {
    for (RowId row = block.relationFirst[atom.relation]; row != kNone;
         row = block.rows[row].next)
      match(rule, atom, numBound, row);
  }

  /// The row is the application that a clause is about, or a rule's premise. Of its
  /// arguments the first `numBound` are given.
  void match(const Rule &rule, const Atom &atom, size_t numBound, RowId row) {
    isOutputKnown = numBound == atom.args.size() ||
                    !isSplittable(block, cellOf(block, row, uint32_t(numBound)));
    generation = 0;
    for (uint32_t c = 0; c < atom.args.size(); ++c)
      generation = std::max(generation, block.generationOf(cellOf(block, row, c)));
    env.assign(rule.numVariables, kNone);
    for (uint32_t c = 0; c < numBound; ++c)
      if (!unify(atom.args[c], cellOf(block, row, c)))
        return;
    // Outermost patterns first, then what they bind.
    std::vector<bool> isDone(rule.premises.size(), false);
    for (bool again = true; again;) {
      again = false;
      for (size_t i = 0; i < rule.premises.size(); ++i) {
        if (isDone[i])
          continue;
        const auto [found, isReady] = rowOf(rule.premises[i]);
        if (!isReady)
          continue;
        if (found == kNone)
          return;
        isDone[i] = again = true;
        for (uint32_t c = 0; c < rule.premises[i].args.size(); ++c)
          if (!unify(rule.premises[i].args[c], cellOf(block, found, c)))
            return;
      }
    }
  }

  /// The one row that the premise can match, by its output if it is a constructor's
  /// and by its inputs otherwise; whether enough is bound to say so.
  std::pair<RowId, bool> rowOf(const Atom &premise) {
    const calculus::Relation &relation = program.relations[premise.relation];
    if (!relation.functional)
      return {kNone, false};
    const Id output = value(premise.args.back());
    if (relation.constructor && output != kNone) {
      const RowId row = constructionOf(block, premise.relation, output);
      if (row == kNone)
        waitFor(output);
      return {row, true};
    }
    Id inputs[kMaxArity];
    for (size_t c = 0; c + 1 < premise.args.size(); ++c)
      if ((inputs[c] = value(premise.args[c])) == kNone)
        return {kNone, false};
    const RelationLayout &layout = block.theory->relations[premise.relation];
    return {probeKey(const_cast<Block &>(block), premise.relation, layout.firstSlot,
                     inputs, layout.keyColumns),
            true};
  }

  const Block &block;
  const calculus::Program &program;
  std::vector<Id> env;
  bool isOutputKnown = false; ///< Of the application at hand.
  uint32_t generation = 0;    ///< Of its values.
  std::map<Id, Need> needs;
};

} // namespace

Id neededValue(const Block &block) { return NeedFinder(block).run(); }

namespace {

/// What a clause takes apart or compares: constructors that make an input of its head,
/// or an input of these; constants; relations, and functions with a given value.
size_t numPatterns(const Rule &rule, const calculus::Program &program) {
  const bool isFunctional = program.relations[rule.atom.relation].functional;
  std::vector<Term> inputs(rule.atom.args.begin(), rule.atom.args.end() - isFunctional);
  size_t n = size_t(std::count_if(inputs.begin(), inputs.end(), calculus::isConstant));
  std::vector<bool> isCounted(rule.premises.size(), false);
  for (bool again = true; again;) {
    again = false;
    for (size_t i = 0; i < rule.premises.size(); ++i) {
      const Atom &premise = rule.premises[i];
      const calculus::Relation &relation = program.relations[premise.relation];
      if (isCounted[i] || relation.arity() < 2)
        continue;
      const Term output = premise.args.back();
      const bool isInput =
          std::find(inputs.begin(), inputs.end(), output) != inputs.end();
      if (!(relation.constructor
                ? isInput
                : !relation.functional || calculus::isConstant(output)))
        continue;
      isCounted[i] = again = true;
      ++n;
      if (relation.constructor)
        inputs.insert(inputs.end(), premise.args.begin(), premise.args.end() - 1);
    }
  }
  return n;
}

} // namespace

bool mayCascade(const calculus::Program &program) {
  return std::any_of(program.rules.begin(), program.rules.end(), [&](const Rule &rule) {
    if (!rule.active || rule.head != Rule::Head::Derive)
      return false;
    const calculus::Relation &head = program.relations[rule.atom.relation];
    return head.arity() > 1 && !head.constructor && !head.negated &&
           numPatterns(rule, program) > 1;
  });
}

} // namespace mplrt
