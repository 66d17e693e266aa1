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
//===----------------------------------------------------------------------===//

#include "runtime/proof/Writer.h"

#include <algorithm>

namespace mplrt {

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
  else if (node.condition != kNone)
    for (const Id id : node.conditionArgs)
      nameSource(id);
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
  return write(formula, "rewrite " + std::to_string(step) +
                            by(equalitySteps(currentNames)));
}

/// The condition that a split is on, or its negation.
std::string Writer::conditionText(const BlockNode &node, bool holds) const {
  std::string formula = text(node.condition, node.conditionArgs);
  return holds ? formula.substr(1) : formula;
}

/// A split on whether a condition holds.
uint32_t Writer::writeCases(const BlockNode &node) {
  const std::string formula =
      tree->goal.goal.head == Rule::Head::Refute ? "false"
                                                 : goalFormula(currentNames);
  const uint32_t step = out.open(formula, "cases " + conditionText(node, true));
  Scope *const outer = scope;
  for (const bool holds : {true, false}) {
    const BlockNode &child = *node.cases[holds ? 0 : 1];
    Scope inner = *outer;
    scope = &inner;
    scope->names.resize(child.block.numConstants());
    out.line("case " + conditionText(node, holds));
    const uint32_t end = writeNode(child);
    out.line("end " + std::to_string(end));
    scope = outer;
  }
  block = &node.block;
  scope->log.add(formula, step);
  return step;
}

uint32_t Writer::writeSplit(const BlockNode &node) {
  if (node.condition != kNone)
    return writeCases(node);
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

/// The equality of two names that equalities among the premises connect.
uint32_t Writer::equate(StepLog &log, const std::string &left,
                        const std::string &right,
                        const std::map<std::string, std::string> &names) {
  // Breadth first from the left; a name's entry is the chain that leads to it.
  std::map<std::string, std::string> chains{{left, ""}};
  std::vector<std::string> queue{left};
  for (size_t i = 0; i < queue.size() && !chains.count(right); ++i)
    for (const std::string &premise : statement->premises) {
      if (premise.substr(0, 3) != "(=[")
        continue;
      const std::string text = rename(premise, names);
      const size_t comma = text.find(',');
      const std::string ends[] = {text.substr(3, comma - 3),
                                  text.substr(comma + 1, text.size() - comma - 3)};
      for (const int end : {0, 1})
        if (ends[end] == queue[i] && !chains.count(ends[1 - end])) {
          const uint32_t step = out.step(log, text, "premise");
          chains[ends[1 - end]] = chains[queue[i]] + ' ' + std::to_string(step);
          queue.push_back(ends[1 - end]);
        }
    }
  return out.step(log, "(=[" + left + "," + right + "])", "chain" + chains[right]);
}

/// Steps that equate each name of a binder that the block knows under another
/// name with that name.
std::vector<uint32_t>
Writer::equalitySteps(const std::map<std::string, std::string> &names) {
  std::vector<uint32_t> steps;
  std::set<std::string> known;
  for (const auto &[binder, term] : tree->goal.goal.binders) {
    const std::string &wanted = names.at(binder);
    const std::string &block = blockName(term);
    if (!block.empty() && block != wanted && known.insert(wanted).second)
      steps.push_back(equate(scope->log, block, wanted, names));
  }
  return steps;
}

/// What the block calls the value of a term of the goal.
const std::string &Writer::blockName(Term term) const {
  return scope->names[calculus::isConstant(term)
                          ? Id(calculus::constantIndex(term))
                          : currentNode->env[term]];
}

/// Premises whose text differs from how the block has them (an equality among
/// them identified names) are stated as they are and rewritten.
void Writer::writePremises(const BlockNode &node,
                           const std::map<std::string, std::string> &names) {
  currentNode = &node;
  const calculus::Goal &goal = tree->goal.goal;
  const std::vector<uint32_t> equalities = equalitySteps(names);
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
      write(wanted, "rewrite " + std::to_string(step) + by(equalities));
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
      source.statement = theorem.statement;
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
  if (statement->levels.empty() &&
      (tree->goal.goal.head != Rule::Head::Refute || formula == "false"))
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
  // The membership may be that of a name that a premise equates with it.
  const calculus::Relation &set = program.relations[form.sort];
  const std::string wanted = calculus::formula(set, {names.at(variable)});
  for (const auto &[binder, term] : goal.binders) {
    if (log.find(wanted) || term != tree->inductionVariable ||
        log.formulaOf(end) != calculus::formula(set, {names.at(binder)}))
      continue;
    const uint32_t equal = equate(log, names.at(binder), names.at(variable), names);
    end = out.step(log, wanted, "rewrite " + std::to_string(end) + by({equal}));
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

WrittenProof writeProof(const Theory &theory, const RuleSet &rules,
                        const ProofTree &tree) {
  return Writer(theory, rules, &tree).theorem();
}

WrittenProof writeContradiction(const Theory &theory, const BlockNode &node) {
  static const RuleSet none;
  return Writer(theory, none, nullptr).contradiction(node);
}

} // namespace mplrt
