//===- Writer.h - The state of writing one proof ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_WRITER_H
#define MPLRT_PROOF_WRITER_H

#include "runtime/block/BlockInline.h"
#include "runtime/proof/FormWriter.h"
#include "runtime/proof/Statement.h"

namespace mplrt {

using calculus::Atom;
using calculus::Cite;
using calculus::Clause;
using calculus::Rule;
using calculus::RuleForm;
using calculus::Term;

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

/// Writes the proof of one theorem (see ProofWriter.cpp).
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
  uint32_t cite(const Cite &cite, const Rule &rule, const std::vector<Id> &env,
                const std::vector<uint32_t> &premises);
  std::vector<uint32_t> citeAll(const Rule &rule, const std::vector<Id> &env,
                                std::span<const uint32_t> matched);
  uint32_t typing(uint32_t relation, uint32_t column, const std::vector<Id> &ids,
                  uint32_t base);
  std::string headText(const Rule &rule, const std::vector<Id> &env) const;
  uint32_t instance(uint32_t number, const std::vector<Id> &env,
                    std::span<const uint32_t> matched);
  uint32_t conclude(uint32_t number, const std::string &head,
                    const std::vector<Id> &env,
                    const std::vector<uint32_t> &cites);
  std::string clauseOf(const Rule &rule, const std::vector<Id> &env,
                       std::vector<uint32_t> &cites);
  uint32_t alone(uint32_t step, const std::string &formula);
  uint32_t fold(const Rule &rule, const std::vector<Id> &env,
                const std::vector<uint32_t> &cites);

  //===--- Negations (NegationWriter.cpp) ------------------------------------//
  template <typename F>
  uint32_t byContradiction(const std::string &formula, bool isNegation,
                           F &&refute);
  uint32_t contradict(uint32_t negation, uint32_t fact);
  uint32_t absurdPart(const std::string &clause, const std::string &part,
                      uint32_t fact);
  uint32_t absurd(uint32_t a, const std::string &ofA, uint32_t b,
                  const std::string &ofB);
  uint32_t negatedHead(uint32_t number, const std::vector<Id> &env,
                       std::span<const uint32_t> matched);
  uint32_t symmetry(const Rule &rule, const std::vector<Id> &env,
                    std::span<const uint32_t> matched);
  uint32_t contrapose(uint32_t number, const std::vector<Id> &env,
                      std::span<const uint32_t> matched);
  void nameSource(Id id);
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
  void renameWitnesses(std::vector<uint32_t> &parts, const std::vector<Id> &env);

  //===--- Structure ---------------------------------------------------------//
  void writeEvents(const BlockNode &node);
  uint32_t writeNode(const BlockNode &node);
  uint32_t writeSplit(const BlockNode &node);
  uint32_t writeCases(const BlockNode &node);
  std::string conditionText(const BlockNode &node, bool holds) const;
  void writeForms(const BlockNode &node, bool hypotheses,
                  const std::map<Id, uint32_t> &hypothesisSteps);
  void collectForms(const BlockNode &node, std::set<uint32_t> &used);
  void nameGoal(const BlockNode &node,
                const std::map<std::string, std::string> &names);
  void writePremises(const BlockNode &node,
                     const std::map<std::string, std::string> &names);
  std::vector<uint32_t>
  equalitySteps(const std::map<std::string, std::string> &names);
  uint32_t equate(StepLog &log, const std::string &left,
                  const std::string &right,
                  const std::map<std::string, std::string> &names);
  const std::string &blockName(Term term) const;
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
  const BlockNode *currentNode = nullptr; ///< Of the direct proof or the case.
  std::map<std::string, std::string> currentNames; ///< Binders, by name.
};

} // namespace mplrt

#endif // MPLRT_PROOF_WRITER_H
