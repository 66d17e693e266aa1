//===- FlatBlocks.cpp - All heads of a list of premises, decided ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one head needs most others of the same list need as well, so one block has the
// premises as facts and the applications of all heads. Lists with conditions are also
// split on their variables: a condition such as `a * b = 0` says something when a is
// 0 or a successor. A negated head is decided in a copy of the block in which it does
// not hold: there false must follow.
//
//===----------------------------------------------------------------------===//

#include "runtime/block/BlockInline.h"
#include "runtime/explore/Flat.h"

#include <algorithm>

namespace mplrt {

namespace {

class ListBlock {
public:
  ListBlock(const Theory &theory, const calculus::Exploration &bounds,
            const PremiseList &list, const std::vector<ListAtom> &heads,
            const Budget &budget)
      : theory(theory), bounds(bounds), list(list), heads(heads), budget(budget) {}

  std::vector<bool> run(const RuleSet &rules) {
    Block block(theory, rules);
    setUp(block);
    std::vector<bool> open(heads.size(), true);
    runCases(block, bounds.constants.size(),
             list.numConditions() == 0 ? 0 : bounds.splits, open);
    open.flip();
    return open;
  }

private:
  void assume(Block &block, uint32_t relation, const Id *args) const {
    block.assertFact(relation, args, block.record(prov::Premise, {}));
    block.flush();
  }
  void fill(const ListAtom &atom, uint32_t arity, Id *args) const {
    for (uint32_t a = 0; a < arity; ++a)
      args[a] = ids[atom.args[a]];
  }

  void setUp(Block &block) {
    ids.resize(list.sorts.size());
    for (size_t o = 0; o < ids.size(); ++o)
      ids[o] = o < bounds.constants.size()
                   ? Id(calculus::constantIndex(bounds.constants[o]))
                   : block.addConstant(0);
    for (size_t o = bounds.constants.size(); o < ids.size(); ++o)
      if (list.variables[o] != calculus::none && list.sorts[o] != calculus::none)
        assume(block, list.sorts[o], &ids[o]);
    Id args[kMaxArity];
    for (const ListAtom &atom : list.atoms) {
      fill(atom, atom.arity, args);
      assume(block, atom.relation, args);
    }
    for (const ListAtom &head : heads) {
      Id side = kNone; // Of an equation: the other is the last argument.
      if (head.relation == calculus::none) {
        side = ids[head.args[0]];
      } else if (theory.program.relations[head.relation].functional) {
        fill(head, head.arity - 1, args);
        side = block.apply(head.relation, args, 0);
        block.flush();
      }
      sides.push_back(side);
    }
  }

  bool isEquation(size_t h) const {
    return heads[h].relation == calculus::none ||
           theory.program.relations[heads[h].relation].functional;
  }

  void saturate(Block &block, const std::function<bool()> &isDone) const {
    do
      block.saturate(budget);
    while (block.limitReached() == Limit::None && !isDone() && block.grow(budget));
  }

  bool holds(const Block &block, size_t h) const {
    if (block.isFalse())
      return true;
    if (isEquation(h))
      return sides[h] != kNone &&
             block.find(sides[h]) == block.find(ids[heads[h].output()]);
    Id args[kMaxArity];
    for (uint32_t a = 0; a < heads[h].arity; ++a)
      args[a] = block.find(ids[heads[h].args[a]]);
    return block.lookup(heads[h].relation, args) != kNone;
  }

  /// That it is absurd for what the head negates to hold.
  bool isAbsurd(const Block &block, size_t h) const {
    if (block.isFalse())
      return true;
    if (isEquation(h) && sides[h] == kNone)
      return false;
    Block branch = block;
    if (isEquation(h)) {
      branch.assertEqual(sides[h], ids[heads[h].output()],
                         branch.record(prov::Premise, {}));
      branch.flush();
    } else {
      Id args[kMaxArity];
      fill(heads[h], heads[h].arity, args);
      assume(branch, heads[h].relation, args);
    }
    branch.restartGrowth();
    saturate(branch, [&] { return branch.isFalse(); });
    return branch.isFalse();
  }

  /// Clears what holds; whether nothing is open any more.
  bool close(const Block &block, std::vector<bool> &open) const {
    for (size_t h = 0; h < open.size(); ++h)
      if (open[h] && !heads[h].isNegated)
        open[h] = !holds(block, h);
    return isClosed(open);
  }
  static bool isClosed(const std::vector<bool> &open) {
    return std::find(open.begin(), open.end(), true) == open.end();
  }

  /// Splits the variables in turn, from this one on, and in every case again.
  void runCases(Block &block, size_t variable, uint32_t splits,
                std::vector<bool> &open) const {
    saturate(block, [&] { return close(block, open); });
    close(block, open);
    for (size_t h = 0; h < open.size(); ++h)
      if (open[h] && heads[h].isNegated)
        open[h] = !isAbsurd(block, h);
    if (isClosed(open) || splits == 0)
      return;
    for (size_t o = variable; o < ids.size(); ++o) {
      if (list.variables[o] == calculus::none)
        continue;
      for (const calculus::InductionForm &form : theory.program.inductions) {
        if (form.sort != list.sorts[o])
          continue;
        std::vector<bool> openInSome(open.size(), false);
        for (const calculus::Constructor &constructor : form.constructors) {
          Block branch = block;
          assumeConstructor(branch, constructor, ids[o]);
          branch.restartGrowth();
          std::vector<bool> openHere = open;
          runCases(branch, o + 1, splits - 1, openHere);
          for (size_t h = 0; h < open.size(); ++h)
            openInSome[h] = openInSome[h] || openHere[h];
        }
        open = std::move(openInSome);
        if (isClosed(open))
          return;
      }
    }
  }

  /// That the value is made by this constructor.
  void assumeConstructor(Block &block, const calculus::Constructor &constructor,
                         Id value) const {
    if (!constructor.isFunction) {
      block.assertEqual(value, constructor.index, block.record(prov::Premise, {}));
      block.flush();
      return;
    }
    Id args[kMaxArity];
    const uint32_t arity = theory.relations[constructor.index].arity;
    for (uint32_t c = 0; c + 1 < arity; ++c)
      args[c] = block.addConstant(0);
    args[arity - 1] = value;
    assume(block, constructor.index, args);
  }

  const Theory &theory;
  const calculus::Exploration &bounds;
  const PremiseList &list;
  const std::vector<ListAtom> &heads;
  const Budget &budget;
  std::vector<Id> ids;   ///< By operand.
  std::vector<Id> sides; ///< By head: of an equation, kNone if it cannot be.
};

} // namespace

std::vector<bool> decideHeads(const Theory &theory, const calculus::Exploration &bounds,
                              const PremiseList &list,
                              const std::vector<ListAtom> &heads, const RuleSet &rules,
                              const Budget &budget) {
  return ListBlock(theory, bounds, list, heads, budget).run(rules);
}

} // namespace mplrt
