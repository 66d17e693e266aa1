//===- EventWriter.cpp - What happened in a block, as steps ---------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A row or merge becomes the step of the rule that made it. Blocks work with
// representatives, proofs with the constants that were named first: wherever a
// fact is wanted under other names than a row has, `literal` inserts the
// rewriting, justified by the path between the two constants in the block's proof
// forest.
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/Inline.h"
#include "runtime/proof/NegationWriter.h"

#include <algorithm>

namespace mplrt {

//===----------------------------------------------------------------------===//
// Citing
//===----------------------------------------------------------------------===//

std::vector<uint32_t> Writer::path(Id a, Id b) const {
  // Climb from both to the root, then drop what they share.
  auto climb = [&](Id x) {
    std::vector<Id> nodes{x};
    while (block->forestParent[x] != x)
      nodes.push_back(x = block->forestParent[x]);
    return nodes;
  };
  std::vector<Id> up = climb(a), down = climb(b);
  assert(up.back() == down.back() && "constants are not equal");
  while (up.size() > 1 && down.size() > 1 &&
         up[up.size() - 2] == down[down.size() - 2]) {
    up.pop_back();
    down.pop_back();
  }
  std::vector<uint32_t> result;
  for (size_t i = 0; i + 1 < up.size(); ++i)
    result.push_back(block->forestEdge[up[i]]);
  for (size_t i = down.size() - 1; i-- > 0;)
    result.push_back(block->forestEdge[down[i]]);
  return result;
}

uint32_t Writer::explain(Id a, Id b) {
  const std::vector<uint32_t> edges = path(a, b);
  if (edges.size() == 1 && !marking)
    return scope->edges.at(edges[0]);
  return explainExactly(a, b);
}

uint32_t Writer::explainExactly(Id a, Id b) {
  std::string reason = "chain";
  for (const uint32_t edge : path(a, b)) {
    if (marking)
      markEdge(edge);
    else
      reason += ' ' + std::to_string(scope->edges.at(edge));
  }
  return write(equation(a, b), reason);
}

uint32_t Writer::literal(RowId row, const std::vector<Id> &wanted) {
  const std::vector<Id> ids = tuple(row);
  const uint32_t step = rowStep(row);
  if (ids == wanted)
    return step;
  std::string reason = "rewrite " + std::to_string(step) + " by";
  for (size_t c = 0; c < ids.size(); ++c)
    if (ids[c] != wanted[c])
      reason += ' ' + std::to_string(explain(ids[c], wanted[c]));
  return write(text(block->rows[row].relation, wanted), reason);
}

//===----------------------------------------------------------------------===//
// Instances of rules
//===----------------------------------------------------------------------===//

std::vector<Id> Writer::environment(const Rule &rule,
                                    std::span<const uint32_t> matched) const {
  std::vector<Id> env(rule.numVariables, kNone);
  for (size_t p = 0; p < matched.size() && p < rule.premises.size(); ++p)
    for (size_t c = 0; c < rule.premises[p].args.size(); ++c) {
      const Term t = rule.premises[p].args[c];
      if (!calculus::isConstant(t) && env[t] == kNone)
        env[t] = cellOf(*block, matched[p], uint32_t(c));
    }
  return env;
}

std::string
Writer::bindings(const std::vector<std::pair<std::string, Term>> &names,
                 const std::vector<Id> &env) const {
  std::string result;
  if (marking)
    return result;
  for (const auto &[variable, term] : names) {
    const Id id = value(term, env);
    // A variable that no premise mentions may be anything.
    result += ' ' + variable + '=' + name(id == kNone ? 0 : id);
  }
  return result;
}

uint32_t Writer::typing(uint32_t relation, uint32_t column,
                        const std::vector<Id> &ids, uint32_t base) {
  const calculus::Column &info = program.relations[relation].columns[column];
  const Rule &rule = program.rules[info.typing];
  std::vector<Id> env(rule.numVariables, kNone);
  for (size_t c = 0; c < ids.size(); ++c)
    if (!calculus::isConstant(rule.premises[0].args[c]))
      env[rule.premises[0].args[c]] = ids[c];
  std::vector<uint32_t> cites{base};
  const std::string clause = clauseOf(rule, env, cites);
  return write(text(info.sort, {ids[column]}),
               "clause " + clause + bindings(rule.clause.substitution, env) +
                   from(cites));
}

uint32_t Writer::cite(const Cite &c, const Rule &rule,
                      const std::vector<Id> &env,
                      std::span<const uint32_t> matched) {
  if (c.kind == Cite::Kind::Reflexive) {
    const Id id = value(c.term, env);
    return write(equation(id, id), "chain");
  }
  const Atom &premise = rule.premises[c.premise];
  const std::vector<Id> ids = values(premise, env);
  const uint32_t step = literal(matched[c.premise], ids);
  if (c.kind == Cite::Kind::Premise)
    return step;
  return typing(premise.relation, c.column, ids, step);
}

/// With the premises as steps.
uint32_t Writer::cite(const Cite &c, const Rule &rule,
                      const std::vector<Id> &env,
                      const std::vector<uint32_t> &premises) {
  if (c.kind == Cite::Kind::Reflexive) {
    const Id id = value(c.term, env);
    return write(equation(id, id), "chain");
  }
  if (c.kind == Cite::Kind::Premise)
    return premises[c.premise];
  const Atom &premise = rule.premises[c.premise];
  return typing(premise.relation, c.column, values(premise, env),
                premises[c.premise]);
}

std::vector<uint32_t> Writer::citeAll(const Rule &rule,
                                      const std::vector<Id> &env,
                                      std::span<const uint32_t> matched) {
  std::vector<uint32_t> steps;
  for (const Cite &c : rule.clause.cites)
    steps.push_back(cite(c, rule, env, matched));
  return steps;
}

std::string Writer::headText(const Rule &rule, const std::vector<Id> &env) const {
  switch (rule.head) {
  case Rule::Head::Derive:
    return text(rule.atom.relation, values(rule.atom, env));
  case Rule::Head::Equate:
    return equation(value(rule.left, env), value(rule.right, env));
  default:
    return "false";
  }
}

uint32_t Writer::instance(uint32_t number, const std::vector<Id> &env,
                          std::span<const uint32_t> matched) {
  const Rule &rule = block->rule(number);
  const std::vector<Cite> &all = rule.clause.cites;
  if (rule.clause.kind == Clause::Kind::Contrapose)
    return contrapose(number, env, matched);
  if (rule.clause.kind == Clause::Kind::Symmetry)
    return symmetry(rule, env, matched);
  if (!all.empty() && all.back().kind == Cite::Kind::Assumed)
    return negatedHead(number, env, matched);
  return conclude(number, headText(rule, env), env, citeAll(rule, env, matched));
}

/// Root and path of a clause. That of an inlined definition is one of the formula that
/// is in the place of its atom, the first that is cited, which it then is no more.
std::string Writer::clauseOf(const Rule &rule, const std::vector<Id> &env,
                             std::vector<uint32_t> &cites) {
  const Clause &clause = rule.clause;
  if (marking || !isInline(clause.root))
    return clause.root + ' ' + clause.path;
  const Atom &atom = rule.premises[clause.cites[0].premise];
  const uint32_t step = alone(cites[0], text(atom.relation, values(atom, env)));
  cites.erase(cites.begin());
  return '@' + std::to_string(step) + ' ' + clause.path;
}

/// The step with this very formula, where a conjunction that has it as a part is cited.
uint32_t Writer::alone(uint32_t step, const std::string &formula) {
  if (marking || scope->log.find(formula) == step)
    return step;
  const std::string &whole = out.formulaOf(scope->log, step);
  if (whole.substr(0, 2) != "(&")
    return step;
  const std::vector<std::string> parts = topParts(whole);
  const auto at = std::find(parts.begin(), parts.end(), formula);
  if (at == parts.end())
    return step;
  const std::string path = std::to_string(at - parts.begin());
  // A path that ends at a negation asks for what it denies, and gives false.
  const std::string meant = inlined(program, formula);
  if (meant[0] != '!' || meant.substr(0, 4) == "!(>[")
    return write(formula, "clause @" + std::to_string(step) + ' ' + path);
  const size_t denied = Statement("(>[]" + meant.substr(1) + "false)").premises.size();
  return byContradiction(formula, formula[0] == '!', [&](uint32_t assumed) {
    return write("false", "clause @" + std::to_string(step) + ' ' + path +
                              from(std::vector<uint32_t>(denied, assumed)));
  });
}

/// `false` from a part of a formula that denies what a step says.
uint32_t Writer::absurdPart(const std::string &clause, const std::string &part,
                            uint32_t fact) {
  const std::string meant = inlined(program, part);
  const std::string denied = inlined(program, part.substr(1));
  if (meant[0] == '!' && meant.substr(0, 4) != "!(>[")
    return write("false",
                 "clause " + clause +
                     from(std::vector<uint32_t>(
                         Statement("(>[]" + denied + "false)").premises.size(), fact)));
  return absurd(write(part, "clause " + clause), meant, fact, denied);
}

/// What the clause of a rule, with its premises cited, says.
uint32_t Writer::conclude(uint32_t number, const std::string &head,
                          const std::vector<Id> &env,
                          const std::vector<uint32_t> &cites) {
  const Rule &rule = block->rule(number);
  if (rule.clause.kind == Clause::Kind::Contradict)
    return contradict(cites[0], cites[1]);
  if (number < program.rules.size()) {
    if (rule.clause.kind == Clause::Kind::Fold)
      return fold(rule, env, cites);
    std::vector<uint32_t> own = cites;
    const std::string clause = clauseOf(rule, env, own);
    if (!marking && head == "false" && isInline(rule.clause.root)) {
      const Atom &atom = rule.premises[rule.clause.cites[0].premise];
      const std::string part =
          partOfBody(program, text(atom.relation, values(atom, env)), rule.clause.path);
      if (isInlineAtom(part) && part[0] == '!')
        return absurdPart(clause, part, own[0]);
    }
    return write(head, "clause " + clause + bindings(rule.clause.substitution, env) +
                           from(own));
  }
  if (marking) {
    usedForms.insert(number);
    return 0;
  }
  // A theorem or hypothesis, as stated or in the form proved from it.
  const FormRef &form = scope->forms.at(number);
  std::vector<uint32_t> ordered;
  for (const FormRef::Argument &argument : form.arguments) {
    if (argument.isReflexive) {
      const Id id = value(argument.term, env);
      ordered.push_back(write(equation(id, id), "chain"));
    } else {
      ordered.push_back(cites[argument.premise]);
    }
  }
  return write(head, "clause " + form.root + ' ' + form.path +
                         bindings(form.binders, env) + from(ordered));
}

/// `parts -> D(p)`: existential parts of the body are introduced first.
uint32_t Writer::fold(const Rule &rule, const std::vector<Id> &env,
                      const std::vector<uint32_t> &cites) {
  if (marking)
    return 0;
  std::vector<std::string> args;
  for (const Id id : values(rule.atom, env))
    args.push_back(scope->names[id]);
  std::map<std::string, std::string> witnesses;
  for (const auto &[variable, term] : rule.clause.substitution)
    witnesses[variable] = name(value(term, env));
  return out.fold(scope->log, rule, args, witnesses, cites);
}

uint32_t Writer::membership(Id id, uint32_t sort) {
  const Id representative = block->find(id);
  const RowId row = block->lookup(sort, &representative);
  assert(row != kNone && "a value without its set");
  return literal(row, {id});
}

//===----------------------------------------------------------------------===//
// Events
//===----------------------------------------------------------------------===//

void Writer::emitRow(RowId row) {
  const Block::Row &r = block->rows[row];
  const uint32_t word = block->log[r.provenance];
  const std::span<const uint32_t> entry = data(r.provenance);
  const std::vector<Id> ids = tuple(row);
  uint32_t step = 0;
  switch (word) {
  case prov::Premise:
    step = write(text(r.relation, ids), "premise");
    break;
  case prov::Rewrite:
    step = literal(entry[0], ids);
    break;
  case prov::Typing:
    step = typing(block->rows[entry[0]].relation, entry[1], tuple(entry[0]),
                  rowStep(entry[0]));
    break;
  case prov::Witness:
    step = emitWitness(r.provenance, ids, r.relation);
    break;
  default: {
    const Rule &rule = block->rule(word);
    const std::vector<Id> env = environment(rule, entry);
    step = instance(word, env, entry);
    const std::vector<Id> head = values(rule.atom, env);
    if (head != ids) {
      std::string reason = "rewrite " + std::to_string(step) + " by";
      for (size_t c = 0; c < ids.size(); ++c)
        if (head[c] != ids[c])
          reason += ' ' + std::to_string(explain(head[c], ids[c]));
      step = write(text(r.relation, ids), reason);
    }
    break;
  }
  }
  if (!marking)
    scope->rows[row] = step;
}

uint32_t Writer::emitWitness(uint32_t provenance, const std::vector<Id> &wanted,
                             uint32_t relation) {
  const std::span<const uint32_t> entry = data(provenance);
  const Rule &rule = block->rule(entry[0]);
  const Id first = entry[1];
  const std::span<const uint32_t> matched = entry.subspan(2);
  std::vector<Id> env = environment(rule, matched);
  for (size_t i = 0; i < rule.fresh.size(); ++i)
    env[rule.fresh[i].second] = first + Id(i);
  // The licence may have been found through its head rather than its premises.
  for (const Atom &atom : rule.witnesses)
    if (atom.relation == relation && atom.args.size() == wanted.size())
      for (size_t c = 0; c < wanted.size(); ++c)
        if (!calculus::isConstant(atom.args[c]) && env[atom.args[c]] == kNone)
          env[atom.args[c]] = wanted[c];
  const std::vector<uint32_t> cites = citeAll(rule, env, matched);

  uint32_t step = 0;
  if (!marking) {
    const auto it = scope->witnesses.find(provenance);
    if (it != scope->witnesses.end()) {
      step = it->second;
    } else {
      std::string fresh;
      for (size_t i = 0; i < rule.fresh.size(); ++i) {
        scope->names[first + i] = out.freshName("w");
        fresh += ' ' + rule.fresh[i].first + '=' + scope->names[first + i];
      }
      std::vector<std::string> parts;
      for (const Atom &atom : rule.witnesses)
        parts.push_back(text(atom.relation, values(atom, env)));
      std::vector<uint32_t> own = cites;
      const std::string clause = clauseOf(rule, env, own);
      step = write(conjunction(parts),
                   "witness " + clause + bindings(rule.clause.substitution, env) +
                       " new" + fresh + from(own));
      scope->witnesses[provenance] = step;
    }
  }
  const Atom *part = nullptr;
  for (const Atom &atom : rule.witnesses)
    if (atom.relation == relation &&
        (!part || values(atom, env) == wanted))
      part = &atom;
  const std::vector<Id> stated = values(*part, env);
  if (stated == wanted)
    return step;
  std::string reason = " by";
  for (size_t c = 0; c < wanted.size(); ++c)
    if (stated[c] != wanted[c])
      reason += ' ' + std::to_string(explain(stated[c], wanted[c]));
  return write(text(relation, wanted),
               "rewrite " + std::to_string(step) + reason);
}

void Writer::emitEdge(uint32_t index) {
  const Block::Edge &edge = block->edges[index];
  const uint32_t word = block->log[edge.provenance];
  const std::span<const uint32_t> entry = data(edge.provenance);
  uint32_t step = 0;
  if (word == prov::Premise) {
    step = write(equation(edge.left, edge.right), "premise");
  } else {
    const uint32_t number =
        word == prov::Key
            ? program.relations[block->rows[entry[0]].relation].key
            : word;
    const Rule &rule = block->rule(number);
    const std::vector<Id> env = environment(rule, entry);
    step = instance(number, env, entry);
    // The rule's own constants may stand for others by now.
    const Id left = value(rule.left, env), right = value(rule.right, env);
    std::vector<std::pair<Id, Id>> ends{{edge.left, left}, {right, edge.right}};
    if (word == prov::Key && left == edge.right)
      ends = {{edge.left, right}, {left, edge.right}};
    std::string reason = "chain";
    bool same = true;
    for (int end = 0; end < 2; ++end) {
      const auto [a, b] = ends[end];
      if (a != b) {
        same = false;
        reason += ' ' + std::to_string(explain(a, b));
      }
      if (end == 0)
        reason += ' ' + std::to_string(step);
    }
    if (!same)
      step = write(equation(edge.left, edge.right), reason);
  }
  if (!marking)
    scope->edges[index] = step;
}

uint32_t Writer::emitFalse() {
  if (block->falsumDistinct != kNone) {
    const calculus::Distinct &d = program.distinct[block->falsumDistinct];
    const uint32_t equal = explainExactly(calculus::constantIndex(d.left),
                                          calculus::constantIndex(d.right));
    return write("false", "clause " + d.clause.root + ' ' + d.clause.path +
                              bindings(d.clause.substitution, {}) + " from " +
                              std::to_string(equal));
  }
  const std::span<const uint32_t> entry = data(block->falsum);
  const uint32_t number = block->log[block->falsum];
  return instance(number, environment(block->rule(number), entry), entry);
}

uint32_t Writer::emitGoal(const BlockNode &node) {
  if (block->isFalse())
    return emitFalse();
  const calculus::Goal &goal = tree->goal.goal;
  if (goal.head == Rule::Head::Witness)
    return emitExistentialGoal(node);
  if (goal.head == Rule::Head::Equate && tree->goal.created == calculus::none)
    return explainExactly(value(goal.left, node.env),
                          value(goal.right, node.env));
  Atom atom = goal.atom;
  if (tree->goal.created != calculus::none) {
    atom = goal.premises[tree->goal.created];
    atom.args.back() = goal.right;
  }
  const std::vector<Id> wanted = values(atom, node.env);
  std::vector<Id> canonical;
  for (const Id id : wanted)
    canonical.push_back(block->find(id));
  return literal(block->lookup(atom.relation, canonical.data()), wanted);
}

/// Equalities among the premises may have given the block other names than the
/// statement has.
void Writer::renameWitnesses(std::vector<uint32_t> &parts,
                             const std::vector<Id> &env) {
  std::map<std::string, std::string> names = currentNames;
  for (const auto &[binder, term] : tree->goal.goal.fresh)
    names[binder] = name(env[term]);
  const Statement body(std::string_view(statement->head).substr(1));
  for (size_t i = 0; i < parts.size(); ++i) {
    const std::string wanted = rename(body.premises[i], names);
    if (scope->log.formulaOf(parts[i]) != wanted && !scope->log.find(wanted))
      write(wanted, "rewrite " + std::to_string(parts[i]) +
                        by(equalitySteps(currentNames)));
    if (const uint32_t step = scope->log.find(wanted))
      parts[i] = step;
  }
}

uint32_t Writer::emitExistentialGoal(const BlockNode &node) {
  const calculus::Goal &goal = tree->goal.goal;
  const std::span<const uint32_t> entry = data(block->reachedBy);
  const Rule &query = block->rule(block->log[block->reachedBy]);
  std::vector<Id> env = environment(query, entry);
  for (uint32_t v = 0; v < goal.numVariables; ++v)
    if (env[v] == kNone)
      env[v] = node.env[v];
  for (const auto &[name, term] : goal.binders)
    if (!calculus::isConstant(term))
      env[term] = node.env[term];
  std::vector<uint32_t> parts;
  for (size_t i = 0; i < goal.witnesses.size(); ++i)
    parts.push_back(literal(entry[i], values(goal.witnesses[i], env)));
  if (!marking)
    renameWitnesses(parts, env);
  return write(marking ? std::string() : goalFormula(currentNames),
               "exists" + bindings(goal.fresh, env) + from(parts));
}

} // namespace mplrt
