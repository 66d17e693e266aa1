//===- Chains.cpp - Plans as chains of step kernels -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The environment has an entry for each variable and each constant, in the order in
// which the steps need them, so that plans that begin alike have steps that begin
// alike; and one for each second occurrence of a variable within one atom, which is
// compared with the first by a step of its own.
//
// Interpreted steps serve relations too wide for the step library. They do the
// same with loops over columns; Step::extra holds the mask of known columns.
//
//===----------------------------------------------------------------------===//

#include "runtime/layout/Chains.h"

#include "runtime/block/BlockInline.h"

namespace mplrt {

namespace {

//===----------------------------------------------------------------------===//
// Interpreted steps
//===----------------------------------------------------------------------===//

void next(Block *b, const Step *step, Id *env) { step[1].run(b, step + 1, env); }

/// Compares known columns and stores the others.
bool take(Block *b, const Step *step, RowId row, Id *env) {
  const uint32_t arity = b->theory->relations[step->relation].arity;
  for (uint32_t c = 0; c < arity; ++c) {
    const Id id = cellOf(*b, row, c);
    if (step->extra >> c & 1) {
      if (env[step->reg[c]] != id)
        return false;
    } else {
      env[step->reg[c]] = id;
    }
  }
  return true;
}

bool isOldEnough(Block *b, const Step *step, RowId row) {
  return step->strict ? row < b->delta : row <= b->delta;
}

void enterSlow(Block *b, const Step *step, Id *env) {
  if (!take(b, step, b->delta, env))
    return;
  b->match[step->premise] = b->delta;
  next(b, step, env);
}

void probeSlow(Block *b, const Step *step, Id *env) {
  const RelationLayout &layout = b->theory->relations[step->relation];
  Id key[kMaxArity];
  for (uint32_t c = 0; c < layout.keyColumns; ++c)
    key[c] = env[step->reg[c]];
  const RowId row =
      probeKey(*b, step->relation, layout.firstSlot, key, layout.keyColumns);
  if (row == kNone || !isOldEnough(b, step, row) || !take(b, step, row, env))
    return;
  b->match[step->premise] = row;
  next(b, step, env);
}

void scanSlow(Block *b, const Step *step, Id *env) {
  const RelationLayout &layout = b->theory->relations[step->relation];
  uint32_t best = kNone, length = kNone;
  for (uint32_t c = 0; c < layout.arity; ++c) {
    if (!(step->extra >> c & 1))
      continue;
    const uint32_t n =
        listOf(*b, layout.firstSlot + c, env[step->reg[c]]).length;
    if (n < length) {
      length = n;
      best = c;
    }
  }
  RowId row = listOf(*b, layout.firstSlot + best, env[step->reg[best]]).first;
  for (; row != kNone; row = mpl_list_next(b, row, best))
    if (isOldEnough(b, step, row) && take(b, step, row, env)) {
      b->match[step->premise] = row;
      next(b, step, env);
    }
}

void allSlow(Block *b, const Step *step, Id *env) {
  for (RowId row = b->relationFirst[step->relation]; row != kNone;
       row = b->rows[row].next)
    if (isOldEnough(b, step, row) && take(b, step, row, env)) {
      b->match[step->premise] = row;
      next(b, step, env);
    }
}

void sameSlow(Block *b, const Step *step, Id *env) {
  if (env[step->reg[0]] == env[step->reg[1]])
    next(b, step, env);
}

void gather(const Step *step, const Id *env, uint32_t n, Id *args) {
  for (uint32_t c = 0; c < n; ++c)
    args[c] = env[step->reg[c]];
}

void deriveSlowStep(Block *b, const Step *step, Id *env) {
  const RelationLayout &layout = b->theory->relations[step->relation];
  Id args[kMaxArity];
  gather(step, env, layout.arity, args);
  (layout.functional ? mpl_derive_function : mpl_derive_relation)(
      b, step->relation, step->slot, step->rule, layout.arity, args);
}

void createSlowStep(Block *b, const Step *step, Id *env) {
  const RelationLayout &layout = b->theory->relations[step->relation];
  Id args[kMaxArity];
  gather(step, env, layout.arity - 1, args);
  mpl_create(b, step->relation, step->slot, step->rule, layout.arity,
             step->extra, args);
}

void equateSlow(Block *b, const Step *step, Id *env) {
  mpl_equate(b, step->rule, env[step->reg[0]], env[step->reg[1]]);
}

void refuteSlow(Block *b, const Step *step, Id *) { mpl_refute(b, step->rule); }

void reachSlow(Block *b, const Step *step, Id *) { mpl_reach(b, step->rule); }

/// Step::strict holds the number of shared values.
void inventSlowStep(Block *b, const Step *step, Id *env) {
  Id shared[kMaxArity];
  gather(step, env, step->strict, shared);
  mpl_invent(b, step->rule, step->strict, step->extra, shared);
}

//===----------------------------------------------------------------------===//
// Building chains
//===----------------------------------------------------------------------===//

class ChainBuilder {
public:
  ChainBuilder(const calculus::Matcher &matcher, const calculus::Plan &plan,
               const std::vector<RelationLayout> &layouts,
               const StepLibrary &library)
      : matcher(matcher), plan(plan), layouts(layouts), library(library) {
    const size_t steps = plan.ops.size() + 2;
    chain.steps.reserve(steps);
    chain.after.reserve(steps);
    chain.premises.reserve(steps);
    entries.reserve(matcher.numVariables);
  }

  Chain run() {
    addAtom(plan.pivot, plan.pivotKnown, [&](uint32_t arity, uint32_t known) {
      return pick(arity <= kMaxStepArity ? library.enter[arity][known] : nullptr,
                  enterSlow);
    });
    for (const calculus::PlanOp &op : plan.ops)
      addAtom(op.premise, op.known, [&](uint32_t arity, uint32_t known) {
        return stepFor(op.kind, matcher.premises[op.premise].relation, arity,
                       known);
      });
    finish();
    return std::move(chain);
  }

private:
  StepFunction pick(StepFunction fast, StepFunction slow) {
    if (fast)
      return fast;
    chain.slow = true;
    return slow;
  }

  StepFunction stepFor(calculus::PlanOp::Kind kind, uint32_t relation,
                       uint32_t arity, uint32_t known) {
    using Kind = calculus::PlanOp::Kind;
    const bool fits = arity <= kMaxStepArity;
    switch (kind) {
    case Kind::Probe:
      if (layouts[relation].functional)
        return pick(fits ? library.probeFunction[arity][known >> (arity - 1) & 1]
                         : nullptr,
                    probeSlow);
      return pick(fits ? library.probeRelation[arity] : nullptr, probeSlow);
    case Kind::Scan:
      return pick(fits ? library.scan[arity][known] : nullptr, scanSlow);
    case Kind::All:
      return pick(fits ? library.all[arity][known] : nullptr, allSlow);
    }
    return nullptr;
  }

  /// Environment entry of a term's value.
  uint32_t entry(calculus::Term t) {
    for (const auto &[term, entry] : entries)
      if (term == t)
        return entry;
    if (calculus::isConstant(t))
      chain.constants.push_back({envSize, calculus::constantIndex(t),
                                 uint32_t(chain.steps.size())});
    entries.push_back({t, envSize});
    return envSize++;
  }

  void push(const Step &step) {
    chain.steps.push_back(step);
    chain.after.push_back({envSize, uint32_t(chain.premises.size())});
  }

  template <typename Pick>
  void addAtom(uint32_t premise, uint32_t known, Pick &&pickStep) {
    const calculus::Atom &atom = matcher.premises[premise];
    Step step{};
    step.relation = atom.relation;
    step.slot = layouts[atom.relation].firstSlot;
    step.premise = uint32_t(chain.premises.size());
    chain.premises.push_back(premise);
    step.strict = calculus::matchesStrictlyOlder(premise, plan.pivot);
    step.extra = known;
    std::vector<std::pair<uint32_t, uint32_t>> repeats;
    for (uint32_t c = 0; c < atom.args.size(); ++c) {
      step.reg[c] = entry(atom.args[c]);
      if (known >> c & 1)
        continue;
      for (uint32_t earlier = 0; earlier < c; ++earlier)
        if (atom.args[earlier] == atom.args[c]) {
          repeats.push_back({step.reg[c], envSize});
          step.reg[c] = envSize++;
          break;
        }
    }
    step.run = pickStep(uint32_t(atom.args.size()), known);
    push(step);
    for (const auto &[first, second] : repeats) {
      Step same{};
      same.reg[0] = first;
      same.reg[1] = second;
      same.run = pick(library.same, sameSlow);
      push(same);
    }
  }

  void finish() {
    using Kind = calculus::Action::Kind;
    const calculus::Action &action = matcher.action;
    Step step{};
    step.rule = matcher.rule;
    const uint32_t arity = uint32_t(action.atom.args.size());
    const bool fits = arity <= kMaxStepArity;
    const bool hasRelation =
        action.kind == Kind::Derive || action.kind == Kind::Create;
    if (hasRelation) {
      step.relation = action.atom.relation;
      step.slot = layouts[step.relation].firstSlot;
    }
    step.extra = action.core << 1 | (action.unfold ? 1 : 0);
    const uint32_t used = action.kind == Kind::Create ? arity - 1 : arity;
    for (uint32_t c = 0; c < used; ++c)
      step.reg[c] = entry(action.atom.args[c]);
    switch (action.kind) {
    case Kind::Derive:
      step.run = pick(!fits ? nullptr
                      : layouts[step.relation].functional
                          ? library.deriveFunction[arity]
                          : library.deriveRelation[arity],
                      deriveSlowStep);
      break;
    case Kind::Create:
      step.run = pick(fits ? library.create[arity] : nullptr, createSlowStep);
      break;
    case Kind::Equate:
      step.reg[0] = entry(action.left);
      step.reg[1] = entry(action.right);
      step.run = pick(library.equate, equateSlow);
      break;
    case Kind::Refute:
      step.run = pick(library.refute, refuteSlow);
      break;
    case Kind::Reach:
      step.run = pick(library.reach, reachSlow);
      break;
    case Kind::Invent:
      step.strict = arity;
      step.run = pick(nullptr, inventSlowStep);
      break;
    }
    push(step);
  }

  const calculus::Matcher &matcher;
  const calculus::Plan &plan;
  const std::vector<RelationLayout> &layouts;
  const StepLibrary &library;
  std::vector<std::pair<calculus::Term, uint32_t>> entries;
  uint32_t envSize = 0;
  Chain chain;
};

} // namespace

void addChains(const calculus::Matcher &matcher,
               const calculus::Program &program,
               const std::vector<RelationLayout> &layouts,
               const StepLibrary &library, ChainIndex &index) {
  for (const calculus::Plan &plan : calculus::plan(matcher, program))
    index.add(matcher.premises[plan.pivot].relation,
              ChainBuilder(matcher, plan, layouts, library).run());
}

void addChains(const calculus::Matcher &matcher, const Theory &theory,
               const StepLibrary &library, ChainIndex &index) {
  addChains(matcher, theory.program, theory.relations, library, index);
}

void addForm(const calculus::RuleForm &form, uint32_t rule,
             const Theory &theory, const StepLibrary &library,
             ChainIndex &index) {
  if (!calculus::canBeMatched(form.rule))
    return; // A theorem that long is no help to others.
  addChains(calculus::matcherOf(form.rule, rule), theory, library, index);
  for (const calculus::Matcher &build : calculus::deriveBuilds(
           form.rule, rule, theory.program, /*isTheorem=*/true))
    addChains(build, theory, library, index);
}

} // namespace mplrt
