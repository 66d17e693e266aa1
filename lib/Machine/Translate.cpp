//===- Translate.cpp - From plans to instructions -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A plan is already a straight line: the new row, then one operation a premise,
// then the action. What is left is to number values, to load constants, and to
// compare a variable's second occurrence within one atom with its first. The
// compiler's lowering of the plan dialect gives the same code for the same rule
// (tested); this is for rules that appear at run time.
//
//===----------------------------------------------------------------------===//

#include "mplc/Machine/Code.h"

#include <algorithm>
#include <map>

namespace mplc::machine {

using calculus::Atom;
using calculus::Term;

namespace {

constexpr uint16_t kUnknown = 0xFFFF;

class Translator {
public:
  explicit Translator(uint32_t numVariables) : values(numVariables, kUnknown) {}

  void loadConstants(const Atom &atom) {
    for (const Term t : atom.args)
      loadConstant(t);
  }
  void loadConstant(Term t) {
    if (!calculus::isConstant(t))
      return;
    const uint32_t id = calculus::constantIndex(t);
    if (constants.count(id))
      return;
    constants[id] = source(Op::Const, id);
  }

  /// Adds an instruction that makes a value, and returns the value.
  uint16_t source(Op op, uint32_t number, uint32_t premise = 0) {
    Instruction i;
    i.op = op;
    i.columns = 1;
    i.reg[0] = next++;
    i.number = number;
    i.premise = premise;
    code.push_back(i);
    return i.reg[0];
  }

  /// Matches an atom; columns that are not known get new values.
  void match(Op op, const Atom &atom, uint32_t known, uint32_t premise,
             bool older) {
    Instruction i;
    i.op = op;
    i.columns = uint8_t(atom.args.size());
    i.known = uint8_t(known);
    i.flag = older;
    i.relation = atom.relation;
    i.premise = premise;
    std::vector<std::pair<uint16_t, uint16_t>> repeats;
    for (unsigned c = 0; c < atom.args.size(); ++c) {
      const Term t = atom.args[c];
      if (known >> c & 1) {
        i.reg[c] = value(t);
        continue;
      }
      i.reg[c] = next++;
      if (values[t] != kUnknown)
        repeats.push_back({i.reg[c], values[t]});
      else
        values[t] = i.reg[c];
    }
    code.push_back(i);
    for (const auto &[second, first] : repeats)
      pair(Op::Same, second, first);
  }

  void pair(Op op, uint16_t left, uint16_t right) {
    Instruction i;
    i.op = op;
    i.columns = 2;
    i.reg[0] = left;
    i.reg[1] = right;
    code.push_back(i);
  }

  /// An instruction that reads these terms.
  Instruction reading(Op op, uint32_t relation, const std::vector<Term> &terms) const {
    Instruction i;
    i.op = op;
    i.relation = relation;
    i.columns = uint8_t(terms.size());
    for (unsigned c = 0; c < terms.size(); ++c)
      i.reg[c] = value(terms[c]);
    return i;
  }

  uint16_t value(Term t) const {
    return calculus::isConstant(t) ? constants.at(calculus::constantIndex(t))
                                   : values[t];
  }
  bool isKnown(Term t) const {
    return calculus::isConstant(t) || values[t] != kUnknown;
  }

  std::vector<uint16_t> values; ///< By variable.
  std::map<uint32_t, uint16_t> constants;
  std::vector<Instruction> code;
  uint16_t next = 0;
};

/// The arguments that an action takes: an application's output is not asked.
std::vector<Term> actionTerms(const calculus::Action &action) {
  using Kind = calculus::Action::Kind;
  switch (action.kind) {
  case Kind::Create:
    return {action.atom.args.begin(), action.atom.args.end() - 1};
  case Kind::Derive:
  case Kind::Invent:
    return action.atom.args;
  case Kind::Equate:
    return {action.left, action.right};
  case Kind::Refute:
  case Kind::Reach:
    return {};
  }
  return {};
}

Instruction actionOf(const calculus::Matcher &matcher,
                     const calculus::Program &program, const Translator &t) {
  using Kind = calculus::Action::Kind;
  const calculus::Action &action = matcher.action;
  const std::vector<Term> terms = actionTerms(action);
  Instruction i;
  switch (action.kind) {
  case Kind::Derive:
    return t.reading(Op::Derive, action.atom.relation, terms);
  case Kind::Equate:
    return t.reading(Op::Equate, 0, terms);
  case Kind::Refute:
    return t.reading(Op::Refute, 0, {});
  case Kind::Reach:
    return t.reading(Op::Reach, 0, {});
  case Kind::Create:
    i = t.reading(Op::Create, action.atom.relation, terms);
    break;
  case Kind::Invent:
    i = t.reading(Op::Invent, existentialNumber(program, matcher.rule), terms);
    break;
  }
  i.premise = action.core;
  i.flag = action.unfold;
  return i;
}

} // namespace

uint32_t existentialNumber(const calculus::Program &program,
                           calculus::RuleId rule) {
  uint32_t number = 0;
  for (calculus::RuleId r = 0; r < program.rules.size(); ++r) {
    const calculus::Rule &each = program.rules[r];
    if (each.head != calculus::Rule::Head::Witness || !each.active ||
        each.premises.empty())
      continue;
    if (r == rule)
      return number;
    ++number;
  }
  return calculus::none;
}

Unit translate(const calculus::Matcher &matcher, const calculus::Plan &plan,
               const calculus::Program &program) {
  Translator t(matcher.numVariables);
  const Atom &pivot = matcher.premises[plan.pivot];
  Instruction begin;
  begin.op = Op::Plan;
  begin.rule = matcher.rule;
  // The demand of an application reports nothing.
  begin.count = matcher.action.kind == calculus::Action::Kind::Create
                    ? 0
                    : uint32_t(matcher.premises.size());
  begin.number = kNoAddress;
  t.code.push_back(begin);
  t.loadConstants(pivot);
  t.match(Op::New, pivot, plan.pivotKnown, plan.pivot, /*older=*/false);
  for (const calculus::PlanOp &op : plan.ops)
    t.loadConstants(matcher.premises[op.premise]);
  for (const Term term : actionTerms(matcher.action))
    t.loadConstant(term);
  for (const calculus::PlanOp &op : plan.ops) {
    using Kind = calculus::PlanOp::Kind;
    t.match(op.kind == Kind::Probe  ? Op::Probe
            : op.kind == Kind::Scan ? Op::Scan
                                    : Op::All,
            matcher.premises[op.premise], op.known, op.premise,
            calculus::matchesStrictlyOlder(op.premise, plan.pivot));
  }
  t.code.push_back(actionOf(matcher, program, t));
  Unit unit;
  unit.index = pivot.relation;
  unit.rule = matcher.rule;
  unit.code = std::move(t.code);
  return unit;
}

//===----------------------------------------------------------------------===//
// Routines
//===----------------------------------------------------------------------===//

namespace {

/// The constants, the witness, its facts and the end of a routine.
void makeWitnesses(Translator &t, calculus::RuleId number,
                   const calculus::Rule &rule, bool created) {
  Instruction witness;
  witness.op = Op::Witness;
  witness.rule = number;
  witness.count = uint32_t(rule.premises.size());
  witness.number = uint32_t(rule.fresh.size());
  t.code.push_back(witness);
  for (uint32_t n = 0; n < rule.fresh.size(); ++n)
    t.values[rule.fresh[n].second] = t.source(Op::Fresh, n);
  for (const Atom &atom : rule.witnesses) {
    t.loadConstants(atom);
    t.code.push_back(t.reading(Op::Assert, atom.relation, atom.args));
  }
  Instruction done;
  done.op = Op::Done;
  done.flag = created;
  t.code.push_back(done);
}

} // namespace

std::optional<Unit> translateLicence(calculus::RelationId relation,
                                     const calculus::Program &program) {
  const calculus::RuleId number = program.relations[relation].totality;
  if (number == calculus::none)
    return std::nullopt;
  const calculus::Rule &rule = program.rules[number];
  const auto atom =
      std::find_if(rule.witnesses.begin(), rule.witnesses.end(),
                   [&](const Atom &a) { return a.relation == relation; });
  if (atom == rule.witnesses.end())
    return std::nullopt;
  Translator t(rule.numVariables);
  for (uint32_t c = 0; c + 1 < atom->args.size(); ++c) {
    const Term term = atom->args[c];
    const uint16_t input = t.source(Op::Input, c);
    if (calculus::isConstant(term)) {
      t.loadConstant(term);
      t.pair(Op::Same, input, t.value(term));
    } else {
      t.values[term] = input;
    }
  }
  for (uint32_t p = 0; p < rule.premises.size(); ++p) {
    const Atom &premise = rule.premises[p];
    t.loadConstants(premise);
    for (const Term term : premise.args)
      if (!t.isKnown(term))
        return std::nullopt; // It can never be looked up.
    t.match(Op::Probe, premise, (1u << premise.args.size()) - 1, p, false);
  }
  const Term output = atom->args.back();
  const bool isFresh =
      std::any_of(rule.fresh.begin(), rule.fresh.end(),
                  [&](const auto &f) { return f.second == output; });
  makeWitnesses(t, number, rule, isFresh);
  Unit unit;
  unit.kind = Unit::Kind::Licence;
  unit.index = relation;
  unit.rule = number;
  unit.name = program.relations[relation].name + ".licence";
  unit.code = std::move(t.code);
  return unit;
}

Unit translateExistential(calculus::RuleId number,
                          const calculus::Program &program) {
  const calculus::Rule &rule = program.rules[number];
  Translator t(rule.numVariables);
  // The last occurrence counts, as it does when native code reads the rows.
  std::map<Term, std::pair<uint32_t, uint32_t>> occurrences;
  for (uint32_t p = 0; p < rule.premises.size(); ++p)
    for (uint32_t c = 0; c < rule.premises[p].args.size(); ++c)
      if (!calculus::isConstant(rule.premises[p].args[c]))
        occurrences[rule.premises[p].args[c]] = {p, c};
  for (const Atom &atom : rule.witnesses)
    for (const Term term : atom.args)
      if (!t.isKnown(term) && occurrences.count(term))
        t.values[term] = t.source(Op::Fetch, occurrences[term].second,
                                  occurrences[term].first);
  makeWitnesses(t, number, rule, /*created=*/true);
  Unit unit;
  unit.kind = Unit::Kind::Existential;
  unit.index = existentialNumber(program, number);
  unit.rule = number;
  unit.name = rule.name + ".witnesses";
  unit.code = std::move(t.code);
  return unit;
}

} // namespace mplc::machine
