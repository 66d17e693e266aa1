//===- ProofWriter.cpp - From provenance to a proof -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A block remembers where each row and each merge comes from. The proof is the
// backward slice of what the goal rests on, written forwards in the order in
// which it happened. The same code runs twice over an event: first to mark what
// it depends on (nothing is written, citing marks), then to write it (citing
// gives the number of a step already written), so that the two cannot disagree.
//
// Blocks work with representatives, proofs with the constants that were named
// first. Wherever a fact is wanted under other names than a row has, `literal`
// inserts the rewriting, justified by the path between the two constants in the
// block's proof forest.
//
//===----------------------------------------------------------------------===//

#include "runtime/proof/ProofWriter.h"

#include "runtime/block/BlockInline.h"
#include "runtime/proof/FormWriter.h"
#include "runtime/proof/Statement.h"

#include <algorithm>
#include <map>

namespace mplrt {

using calculus::Atom;
using calculus::Cite;
using calculus::Clause;
using calculus::Rule;
using calculus::RuleForm;
using calculus::Term;

namespace {

struct Marks {
  std::vector<bool> rows, edges;
};

/// What is known while writing inside a block of the proof.
struct Scope {
  StepLog log; ///< Steps by formula.
  std::map<RowId, uint32_t> rows;
  std::map<uint32_t, uint32_t> edges;
  std::map<uint32_t, uint32_t> witnesses; ///< By provenance offset.
  std::vector<std::string> names;         ///< By id.
  std::map<uint32_t, FormRef> forms;      ///< By rule number.
};

class Writer {
public:
  Writer(const Theory &theory, const RuleSet &rules, const ProofTree *tree)
      : theory(theory), program(theory.program), rules(rules), tree(tree),
        out(program) {}

  WrittenProof theorem();
  WrittenProof contradiction(const BlockNode &node);

private:
  //===--- Marking -----------------------------------------------------------//
  void markRow(RowId row) {
    if (!marks->rows[row]) {
      marks->rows[row] = true;
      todo.push_back({false, row});
    }
  }
  void markEdge(uint32_t edge) {
    if (!marks->edges[edge]) {
      marks->edges[edge] = true;
      todo.push_back({true, edge});
    }
  }
  void drain() {
    while (!todo.empty()) {
      const auto [isEdge, index] = todo.back();
      todo.pop_back();
      isEdge ? emitEdge(index) : emitRow(index);
    }
  }
  void mark(const BlockNode &node);

  //===--- Citing ------------------------------------------------------------//
  uint32_t write(const std::string &formula, const std::string &reason) {
    return marking ? 0 : out.step(scope->log, formula, reason);
  }
  uint32_t rowStep(RowId row) {
    if (marking) {
      markRow(row);
      return 0;
    }
    return scope->rows.at(row);
  }
  uint32_t literal(RowId row, const std::vector<Id> &wanted);
  uint32_t explain(Id a, Id b);
  uint32_t explainExactly(Id a, Id b);
  std::vector<uint32_t> path(Id a, Id b) const;

  //===--- Instances ---------------------------------------------------------//
  const std::string &name(Id id) const {
    static const std::string nothing;
    return marking ? nothing : scope->names[id];
  }
  std::string text(uint32_t relation, const std::vector<Id> &ids) const {
    if (marking)
      return {};
    std::vector<std::string> args;
    for (const Id id : ids)
      args.push_back(scope->names[id]);
    return calculus::formula(program.relations[relation], args);
  }
  std::string equation(Id a, Id b) const {
    return marking ? std::string() : "(=[" + name(a) + "," + name(b) + "])";
  }
  static Id value(Term t, const std::vector<Id> &env) {
    return calculus::isConstant(t) ? Id(calculus::constantIndex(t)) : env[t];
  }
  static std::vector<Id> values(const Atom &atom, const std::vector<Id> &env) {
    std::vector<Id> ids;
    for (Term t : atom.args)
      ids.push_back(value(t, env));
    return ids;
  }
  std::vector<Id> tuple(RowId row) const {
    const uint32_t arity = theory.relations[block->rows[row].relation].arity;
    std::vector<Id> ids;
    for (uint32_t c = 0; c < arity; ++c)
      ids.push_back(cellOf(*block, row, c));
    return ids;
  }
  std::vector<Id> environment(const Rule &rule, std::span<const uint32_t> matched) const;
  std::string bindings(const std::vector<std::pair<std::string, Term>> &names,
                       const std::vector<Id> &env) const;
  uint32_t cite(const Cite &cite, const Rule &rule, const std::vector<Id> &env,
                std::span<const uint32_t> matched);
  std::vector<uint32_t> citeAll(const Rule &rule, const std::vector<Id> &env,
                                std::span<const uint32_t> matched);
  uint32_t typing(uint32_t relation, uint32_t column, const std::vector<Id> &ids,
                  uint32_t base);
  std::string headText(const Rule &rule, const std::vector<Id> &env) const;
  uint32_t instance(uint32_t number, const std::vector<Id> &env,
                    std::span<const uint32_t> matched);
  uint32_t fold(const Rule &rule, const std::vector<Id> &env,
                const std::vector<uint32_t> &cites);
  uint32_t membership(Id id, uint32_t sort);

  //===--- Events ------------------------------------------------------------//
  std::span<const uint32_t> data(uint32_t provenance) const {
    return {&block->log[provenance + 2], block->log[provenance + 1]};
  }
  void emitRow(RowId row);
  void emitEdge(uint32_t edge);
  uint32_t emitWitness(uint32_t provenance, const std::vector<Id> &wanted,
                       uint32_t relation);
  uint32_t emitFalse();
  uint32_t emitGoal(const BlockNode &node);
  uint32_t emitExistentialGoal(const BlockNode &node);

  //===--- Structure ---------------------------------------------------------//
  void writeEvents(const BlockNode &node);
  uint32_t writeNode(const BlockNode &node);
  uint32_t writeSplit(const BlockNode &node);
  void writeForms(const BlockNode &node, bool hypotheses,
                  const std::map<Id, uint32_t> &hypothesisSteps);
  void collectForms(const BlockNode &node, std::set<uint32_t> &used);
  void nameGoal(const BlockNode &node,
                const std::map<std::string, std::string> &names);
  void writePremises(const BlockNode &node,
                     const std::map<std::string, std::string> &names);
  std::map<std::string, std::string> freshNames(const std::string *except);
  std::string goalFormula(const std::map<std::string, std::string> &names) const;
  uint32_t finishGoal(const BlockNode &node, uint32_t step);
  uint32_t writeDirect();
  uint32_t writeInduction();
  void writeMember(const std::string &variable);
  void writeCase(const BlockNode &node, const std::string &variable);
  void startScope(const BlockNode &node);

  const Theory &theory;
  const calculus::Program &program;
  const RuleSet &rules;
  const ProofTree *tree;
  FormWriter out;
  const Block *block = nullptr;
  Scope *scope = nullptr;
  bool marking = false;
  Marks *marks = nullptr;
  std::vector<std::pair<bool, uint32_t>> todo;
  std::map<const BlockNode *, Marks> marksOf;
  std::map<const BlockNode *, std::set<uint32_t>> formsOf;
  std::set<uint32_t> usedForms;
  std::unique_ptr<Statement> statement;
  std::map<std::string, std::string> currentNames; ///< Binders, by name.
};

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
  return write(text(info.sort, {ids[column]}),
               "clause " + rule.clause.root + ' ' + rule.clause.path +
                   bindings(rule.clause.substitution, env) + " from " +
                   std::to_string(base));
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
  const std::vector<uint32_t> cites = citeAll(rule, env, matched);
  if (number < program.rules.size()) {
    if (rule.clause.kind == Clause::Kind::Fold)
      return fold(rule, env, cites);
    return write(headText(rule, env),
                 "clause " + rule.clause.root + ' ' + rule.clause.path +
                     bindings(rule.clause.substitution, env) + from(cites));
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
  return write(headText(rule, env), "clause " + form.root + ' ' + form.path +
                                        bindings(form.binders, env) +
                                        from(ordered));
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
      step = write(conjunction(parts),
                   "witness " + rule.clause.root + ' ' + rule.clause.path +
                       bindings(rule.clause.substitution, env) + " new" + fresh +
                       from(cites));
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
  return write(marking ? std::string() : goalFormula(currentNames),
               "exists" + bindings(goal.fresh, env) + from(parts));
}

//===----------------------------------------------------------------------===//
// Slices
//===----------------------------------------------------------------------===//

void Writer::mark(const BlockNode &node) {
  Marks &own = marksOf[&node];
  own.rows.assign(node.block.rows.size(), false);
  own.edges.assign(node.block.edges.size(), false);
  for (const auto &child : node.cases)
    mark(*child);
  block = &node.block;
  marks = &own;
  marking = true;
  usedForms.clear();
  for (const auto &child : node.cases) {
    const Marks &theirs = marksOf[child.get()];
    for (RowId row = 0; row < child->firstRow; ++row)
      if (theirs.rows[row])
        markRow(row);
    for (uint32_t edge = 0; edge < child->firstEdge; ++edge)
      if (theirs.edges[edge])
        markEdge(edge);
  }
  if (node.cases.empty())
    emitGoal(node);
  else
    membership(node.splitValue, program.inductions[node.splitForm].sort);
  drain();
  formsOf[&node] = usedForms;
  marking = false;
}

/// Rows and edges in the order in which they came about.
void Writer::writeEvents(const BlockNode &node) {
  const Marks &own = marksOf[&node];
  uint32_t edge = node.firstEdge;
  const auto rowsEnd = RowId(node.block.rows.size());
  for (RowId row = node.firstRow; row <= rowsEnd; ++row) {
    for (; edge < node.block.edges.size() && node.block.edges[edge].atRow <= row;
         ++edge)
      if (own.edges[edge])
        emitEdge(edge);
    if (row < rowsEnd && own.rows[row])
      emitRow(row);
  }
}

uint32_t Writer::writeNode(const BlockNode &node) {
  block = &node.block;
  scope->names.resize(block->numConstants());
  writeEvents(node);
  return node.cases.empty() ? finishGoal(node, emitGoal(node))
                            : writeSplit(node);
}

/// The formula of the case, or false.
uint32_t Writer::finishGoal(const BlockNode &node, uint32_t step) {
  if (node.block.isFalse() || tree->goal.goal.head == Rule::Head::Refute)
    return step;
  // Equalities among the premises may have renamed parts of the head.
  const std::string formula = goalFormula(currentNames);
  if (out.formulaOf(scope->log, step) == formula)
    return step;
  std::string reason = "rewrite " + std::to_string(step) + " by";
  for (const std::string &premise : statement->premises)
    if (premise.substr(0, 4) == "(=[")
      reason += ' ' + std::to_string(write(rename(premise, currentNames), "premise"));
  return write(formula, reason);
}

uint32_t Writer::writeSplit(const BlockNode &node) {
  const calculus::InductionForm &form = program.inductions[node.splitForm];
  const uint32_t member = membership(node.splitValue, form.sort);
  const std::string formula =
      tree->goal.goal.head == Rule::Head::Refute ? "false"
                                                 : goalFormula(currentNames);
  const uint32_t step =
      out.open(formula, "split " + name(node.splitValue) + ' ' + form.set +
                            " from " + std::to_string(member));
  Scope *const outer = scope;
  for (const auto &child : node.cases) {
    Scope inner = *outer;
    scope = &inner;
    scope->names.resize(child->block.numConstants());
    const calculus::Constructor &c = form.constructors[child->constructor];
    std::string line = "case " + constructorName(program, c);
    for (const Id id : child->introduced) {
      scope->names[id] = out.freshName("x");
      line += ' ' + scope->names[id];
    }
    out.line(line);
    const uint32_t end = writeNode(*child);
    out.line("end " + std::to_string(end));
    scope = outer;
  }
  block = &node.block;
  scope->log.add(formula, step);
  return step;
}

//===----------------------------------------------------------------------===//
// Theorems
//===----------------------------------------------------------------------===//

void Writer::collectForms(const BlockNode &node, std::set<uint32_t> &used) {
  used.insert(formsOf[&node].begin(), formsOf[&node].end());
  for (const auto &child : node.cases)
    collectForms(*child, used);
}

void Writer::startScope(const BlockNode &node) {
  scope->names.resize(node.block.numConstants());
  for (size_t c = 0; c < program.constants.size(); ++c)
    scope->names[c] = program.constants[c];
}

std::map<std::string, std::string> Writer::freshNames(const std::string *except) {
  std::map<std::string, std::string> names;
  for (const Statement::Level &level : statement->levels)
    for (const std::string &binder : level.binders)
      if (!except || binder != *except)
        names[binder] = out.freshName(binder);
  return names;
}

std::string
Writer::goalFormula(const std::map<std::string, std::string> &names) const {
  return rename(statement->head, names);
}

/// Names of the goal's variables: the first binder that reads as the variable.
void Writer::nameGoal(const BlockNode &node,
                      const std::map<std::string, std::string> &names) {
  for (const auto &[binder, term] : tree->goal.goal.binders) {
    if (calculus::isConstant(term))
      continue;
    const Id id = node.env[term];
    if (scope->names[id].empty())
      scope->names[id] = names.at(binder);
  }
}

/// Premises whose text differs from how the block has them (an equality among
/// them identified names) are stated as they are and rewritten.
void Writer::writePremises(const BlockNode &node,
                           const std::map<std::string, std::string> &names) {
  const calculus::Goal &goal = tree->goal.goal;
  std::string equalities;
  for (size_t k = 0; k < goal.cites.size(); ++k)
    if (goal.cites[k].kind == Cite::Kind::Reflexive)
      equalities += ' ' + std::to_string(write(
                              rename(statement->premises[k], names), "premise"));
  if (equalities.empty())
    return;
  for (size_t k = 0; k < goal.cites.size(); ++k) {
    if (goal.cites[k].kind != Cite::Kind::Premise)
      continue;
    const Atom &premise = goal.premises[goal.cites[k].premise];
    const std::string stated = rename(statement->premises[k], names);
    const std::string wanted = text(premise.relation, values(premise, node.env));
    const uint32_t step = write(stated, "premise");
    if (stated != wanted)
      write(wanted, "rewrite " + std::to_string(step) + " by" + equalities);
  }
}

void Writer::writeForms(const BlockNode &node, bool hypotheses,
                        const std::map<Id, uint32_t> &hypothesisSteps) {
  std::set<uint32_t> used;
  collectForms(node, used);
  for (const uint32_t number : used) {
    if (scope->forms.count(number))
      continue;
    const bool isHypothesis = number >= node.block.firstLocalRule();
    if (isHypothesis != hypotheses)
      continue;
    SourceTheorem source;
    const RuleForm *form = nullptr;
    if (isHypothesis) {
      form = &node.block.hypotheses[number - node.block.firstLocalRule()];
      source.root = "@" + std::to_string(hypothesisSteps.at(form->hypothesis));
      source.statement = tree->conjecture->statement;
      source.goal = tree->goal;
      source.goal.goal =
          calculus::substitute(source.goal.goal, tree->inductionVariable,
                               calculus::constantTerm(form->hypothesis));
      const std::string *variable = nullptr;
      for (const auto &[binder, term] : tree->goal.goal.binders)
        if (term == tree->inductionVariable && !variable)
          variable = &binder;
      source.without = *variable;
    } else {
      const auto &ref = rules.forms[number - program.rules.size()];
      const InstalledTheorem &theorem = *rules.theorems[ref.theorem];
      form = &theorem.forms[ref.form];
      source.root = theorem.name;
      source.statement = program.conjectures[theorem.conjecture].statement;
      source.goal = theorem.goal;
      out.use(theorem.name);
    }
    scope->forms[number] = out.form(scope->log, *form, source, scope->names);
  }
}

uint32_t Writer::writeDirect() {
  const BlockNode &node = *tree->roots[0];
  mark(node);
  Scope root;
  scope = &root;
  startScope(node);
  writeForms(node, false, {});
  const std::string &formula = tree->conjecture->statement;
  if (statement->levels.empty() && tree->goal.goal.head != Rule::Head::Refute)
    return writeNode(node); // A ground statement: nothing to fix or assume.
  const auto names = freshNames(nullptr);
  std::string fixed;
  for (const Statement::Level &level : statement->levels)
    for (const std::string &binder : level.binders)
      fixed += ' ' + names.at(binder);
  const uint32_t step = out.open(formula, "show fix" + fixed);
  Scope inner = root;
  scope = &inner;
  currentNames = names;
  nameGoal(node, names);
  writePremises(node, names);
  const uint32_t end = writeNode(node);
  out.line("end " + std::to_string(end));
  return step;
}

/// That the induction variable is in its set, unless a premise says so.
void Writer::writeMember(const std::string &variable) {
  const calculus::InductionForm &form = program.inductions[tree->inductionForm];
  const calculus::Goal &goal = tree->goal.goal;
  const std::string stated = calculus::formula(program.relations[form.sort], {variable});
  if (std::find(statement->premises.begin(), statement->premises.end(), stated) !=
      statement->premises.end())
    return;
  const auto names = freshNames(nullptr);
  std::string line = "member fix";
  for (const Statement::Level &level : statement->levels)
    for (const std::string &binder : level.binders)
      line += ' ' + binder + '=' + names.at(binder);
  out.line(line);
  StepLog log;
  uint32_t end = 0;
  for (size_t k = 0; k < goal.cites.size() && end == 0; ++k) {
    if (goal.cites[k].kind != Cite::Kind::Premise)
      continue;
    const Atom &premise = goal.premises[goal.cites[k].premise];
    const calculus::Relation &relation = program.relations[premise.relation];
    for (uint32_t c = 0; c < premise.args.size() && end == 0; ++c) {
      if (premise.args[c] != tree->inductionVariable)
        continue;
      const std::string premiseText = rename(statement->premises[k], names);
      if (premise.args.size() == 1 && premise.relation == form.sort)
        end = out.step(log, premiseText, "premise");
      else if (relation.columns[c].sort == form.sort)
        end = out.typing(log, premise.relation, c, premiseText,
                         out.step(log, premiseText, "premise"));
    }
  }
  out.line("end " + std::to_string(end));
}

void Writer::writeCase(const BlockNode &node, const std::string &variable) {
  const calculus::InductionForm &form = program.inductions[tree->inductionForm];
  const calculus::Constructor &c = form.constructors[node.constructor];
  auto names = freshNames(&variable);
  std::string line = "case " + constructorName(program, c);
  for (size_t i = 0; i < node.introduced.size(); ++i) {
    std::string &name = scope->names[node.introduced[i]];
    name = out.freshName(i + 1 == node.introduced.size() ? variable : "x");
    line += ' ' + name;
  }
  out.line(line);
  names[variable] = scope->names[node.env[tree->inductionVariable]];
  line = "fix";
  for (const Statement::Level &level : statement->levels)
    for (const std::string &binder : level.binders)
      if (binder != variable)
        line += ' ' + binder + '=' + names.at(binder);
  out.line(line);
  currentNames = names;
  nameGoal(node, names);
  writePremises(node, names);

  // The hypotheses, where they are used.
  std::set<uint32_t> used;
  collectForms(node, used);
  std::map<Id, uint32_t> steps;
  for (const uint32_t number : used) {
    if (number < node.block.firstLocalRule())
      continue;
    const Id input =
        node.block.hypotheses[number - node.block.firstLocalRule()].hypothesis;
    if (!steps.count(input))
      steps[input] =
          write(statement->instantiate(variable, scope->names[input]), "premise");
  }
  writeForms(node, true, steps);
  const uint32_t end = writeNode(node);
  out.line("end " + std::to_string(end));
}

uint32_t Writer::writeInduction() {
  Scope root;
  scope = &root;
  for (const auto &node : tree->roots) {
    mark(*node);
    startScope(*node);
    writeForms(*node, false, {});
  }
  std::string variable;
  for (const auto &[binder, term] : tree->goal.goal.binders)
    if (term == tree->inductionVariable && variable.empty())
      variable = binder;
  const calculus::InductionForm &form = program.inductions[tree->inductionForm];
  const uint32_t step = out.open(tree->conjecture->statement,
                                 "induction " + variable + ' ' + form.set);
  writeMember(variable);
  for (const auto &node : tree->roots) {
    Scope inner = root;
    scope = &inner;
    startScope(*node);
    writeCase(*node, variable);
  }
  return step;
}

WrittenProof Writer::theorem() {
  statement = std::make_unique<Statement>(tree->conjecture->statement);
  std::set<std::string> taken;
  collectNames(tree->conjecture->statement, taken);
  out.reserve(taken);
  const uint32_t last = tree->inductionForm == kNone ? writeDirect()
                                                     : writeInduction();
  return out.finish(tree->conjecture->name, tree->conjecture->statement, last);
}

WrittenProof Writer::contradiction(const BlockNode &node) {
  Marks &own = marksOf[&node];
  own.rows.assign(node.block.rows.size(), false);
  own.edges.assign(node.block.edges.size(), false);
  block = &node.block;
  marks = &own;
  marking = true;
  emitFalse();
  drain();
  marking = false;
  Scope root;
  scope = &root;
  startScope(node);
  writeEvents(node);
  return out.finish("contradiction", "false", emitFalse());
}

} // namespace

WrittenProof writeProof(const Theory &theory, const RuleSet &rules,
                        const ProofTree &tree) {
  return Writer(theory, rules, &tree).theorem();
}

WrittenProof writeContradiction(const Theory &theory, const BlockNode &node) {
  static const RuleSet none;
  return Writer(theory, none, nullptr).contradiction(node);
}

} // namespace mplrt
