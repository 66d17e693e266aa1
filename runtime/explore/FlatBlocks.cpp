//===- FlatBlocks.cpp - All heads of a list of premises, decided ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What one head needs most others of the same list need as well, so one block has the
// premises as facts and the applications of all heads. Lists with conditions are also
// split on their variables: a condition such as `a * b = 0` says something when a is
// 0 or a successor. A negated head is decided in a block of its own, a copy of one with
// the premises alone in which it does not hold: there false must follow.
//
//===----------------------------------------------------------------------===//

#include "runtime/block/BlockInline.h"
#include "runtime/explore/Flat.h"

#include <algorithm>

namespace mplrt {

namespace {

/// How what is open is tried again.
struct Round {
  size_t heads; ///< In a block.
  uint32_t moreSplits;
};
constexpr Round rounds[] = {{~size_t(0) / 2, 0}, {8, 0}, {1, 1}};

class ListBlock {
public:
  ListBlock(const Theory &theory, const calculus::Exploration &bounds,
            const PremiseList &list, const std::vector<ListAtom> &heads,
            const Budget &budget)
      : theory(theory), bounds(bounds), list(list), heads(heads), budget(budget) {}

  /// Takes what the rules decide out of `some`: heads that are all negated, or all not.
  void run(const RuleSet &rules, uint32_t splits, std::vector<size_t> &some) {
    Block block(theory, rules);
    addPremises(block);
    sides.assign(heads.size(), kNone);
    for (const size_t h : some)
      if (!heads[h].isNegated && isEquation(h))
        sides[h] = sideOf(block, h);
    runCases(block, bounds.constants.size(), splits, some);
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

  void addPremises(Block &block) {
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
  }

  /// Of an equation the side that is not the last argument; kNone if it cannot be.
  Id sideOf(Block &block, size_t h) const {
    const ListAtom &head = heads[h];
    if (head.relation == calculus::none)
      return ids[head.args[0]];
    Id args[kMaxArity];
    fill(head, head.arity - 1, args);
    const Id side = block.apply(head.relation, args, 0);
    block.flush();
    return side;
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

  /// Whether it is absurd that what the head negates holds.
  bool isAbsurd(const Block &block, size_t h) const {
    if (block.isFalse())
      return true;
    Block branch = block;
    if (isEquation(h)) {
      const Id side = sideOf(branch, h);
      if (side == kNone)
        return false;
      branch.assertEqual(side, ids[heads[h].output()], branch.record(prov::Premise, {}));
      branch.flush();
    } else {
      Id args[kMaxArity];
      fill(heads[h], heads[h].arity, args);
      assume(branch, heads[h].relation, args);
    }
    saturate(branch, [&] { return branch.isFalse(); });
    return branch.isFalse();
  }

  /// Takes what is decided out of `some`.
  void close(const Block &block, std::vector<size_t> &some) const {
    std::erase_if(some, [&](size_t h) {
      return heads[h].isNegated ? isAbsurd(block, h) : holds(block, h);
    });
  }

  /// Splits the variables in turn, from this one on, and in every case again. What is
  /// decided in all cases is decided.
  void runCases(Block &block, size_t variable, uint32_t splits,
                std::vector<size_t> &some) const {
    block.saturate(budget);
    close(block, some);
    if (some.empty())
      return;
    // What is to be absurd grows by itself. Cases start from what has not grown.
    if (!heads[some.front()].isNegated) {
      Block grown = block;
      saturate(grown, [&] {
        close(grown, some);
        return some.empty();
      });
      close(grown, some);
    }
    for (size_t o = variable; o < ids.size() && splits > 0 && !some.empty(); ++o) {
      if (list.variables[o] == calculus::none)
        continue;
      for (const calculus::InductionForm &form : theory.program.inductions) {
        if (form.sort != list.sorts[o] || some.empty())
          continue;
        std::vector<size_t> left;
        for (const calculus::Constructor &constructor : form.constructors) {
          Block branch = block;
          assumeConstructor(branch, constructor, ids[o]);
          std::vector<size_t> here = some;
          runCases(branch, o + 1, splits - 1, here);
          left.insert(left.end(), here.begin(), here.end());
        }
        std::sort(left.begin(), left.end());
        left.erase(std::unique(left.begin(), left.end()), left.end());
        some = std::move(left);
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
  std::vector<Id> sides; ///< By head: of an equation.
};

} // namespace

std::vector<bool> decideHeads(const Theory &theory, const calculus::Exploration &bounds,
                              const PremiseList &list,
                              const std::vector<ListAtom> &heads, const RuleSet &rules,
                              const Budget &budget) {
  ListBlock block(theory, bounds, list, heads, budget);
  const uint32_t splits = list.numConditions() == 0 ? 0 : bounds.splits;
  std::vector<bool> result(heads.size(), true);
  for (const bool areNegated : {false, true}) {
    std::vector<size_t> open;
    for (size_t h = 0; h < heads.size(); ++h)
      if (heads[h].isNegated == areNegated)
        open.push_back(h);
    // All at once; then a few at a time, since the terms of many fill a block.
    for (const Round &round : rounds) {
      std::vector<size_t> left;
      for (size_t first = 0; first < open.size(); first += round.heads) {
        const size_t last = std::min(open.size(), first + round.heads);
        std::vector<size_t> some(open.begin() + ptrdiff_t(first),
                                 open.begin() + ptrdiff_t(last));
        block.run(rules, splits == 0 ? 0 : splits + round.moreSplits, some);
        left.insert(left.end(), some.begin(), some.end());
      }
      open = std::move(left);
      if (areNegated)
        break;
    }
    for (const size_t h : open)
      result[h] = false;
  }
  return result;
}

} // namespace mplrt
