//===- DeriveNegations.cpp - What rules say of negated relations ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which rules follow is part of the calculus (contrapositives, in lib/Calculus),
// because the runtime derives them too, for theorems. This pass states them in
// the IR for the rules that are known now.
//
//===----------------------------------------------------------------------===//

#include "RuleData.h"

#include "mplc/Calculus/Negation.h"
#include "mplc/Transforms/HornProgram.h"
#include "mplc/Transforms/Passes.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_HORNDERIVENEGATIONS
#include "lib/Transforms/Passes.h.inc"

namespace {

class NegationWriter {
public:
  NegationWriter(horn::ProgramOp op, const calculus::Program &program)
      : op(op), program(program),
        builder(OpBuilder::atBlockEnd(&op.getBody().front())) {
    for (auto rule : op.getOps<horn::RuleOp>()) {
      taken.insert(rule.getSymName());
      builder.setInsertionPointAfter(rule);
    }
  }

  /// The rule's name in the IR.
  std::string write(const calculus::Rule &rule, const std::string &name,
                    const std::string &base, Location loc) {
    RuleData data(loc);
    data.name = name;
    for (unsigned k = 1; !taken.insert(data.name).second; ++k)
      data.name = name + "#" + std::to_string(k);
    for (uint32_t v = 0; v < rule.numVariables; ++v)
      data.variables.push_back("v" + std::to_string(v));
    for (const calculus::Atom &premise : rule.premises)
      data.premises.push_back(atom(premise));
    data.head = RuleData::Head(rule.head);
    if (rule.head == calculus::Rule::Head::Derive)
      data.atom = atom(rule.atom);
    if (rule.head == calculus::Rule::Head::Equate) {
      data.left = term(rule.left);
      data.right = term(rule.right);
    }
    writeSource(rule.clause, base, data);
    builder.setInsertionPointAfter(emitRule(builder, data));
    return data.name;
  }

private:
  TermData term(calculus::Term t) const {
    return calculus::isConstant(t)
               ? TermData::named(program.constants[calculus::constantIndex(t)])
               : TermData::var(t);
  }
  AtomData atom(const calculus::Atom &a) const {
    AtomData result{program.relations[a.relation].name, {}};
    for (calculus::Term t : a.args)
      result.args.push_back(term(t));
    return result;
  }

  void writeSource(const calculus::Clause &clause, const std::string &base,
                   RuleData &data) const {
    if (clause.kind == calculus::Clause::Kind::Contrapose) {
      data.source = RuleData::Source::Contrapose;
      data.root = base;
      data.path = std::to_string(clause.dropped);
      if (clause.column != calculus::none)
        data.path += "." + std::to_string(clause.column);
      return;
    }
    data.source = clause.kind == calculus::Clause::Kind::Symmetry
                      ? RuleData::Source::Symmetry
                      : RuleData::Source::Contradict;
    for (const calculus::Cite &cite : clause.cites)
      data.cites.push_back({horn::SourceOp::CiteKind(cite.kind),
                            int(cite.premise), int(cite.column),
                            term(cite.term)});
  }

  horn::ProgramOp op;
  const calculus::Program &program;
  OpBuilder builder;
  llvm::StringSet<> taken;
};

struct HornDeriveNegationsPass
    : impl::HornDeriveNegationsBase<HornDeriveNegationsPass> {
  /// The complements by which the negation of a goal could be used; whether there are
  /// any that the program lacks.
  bool addForGoals(const calculus::Program &program) {
    horn::ProgramOp op = findProgram(getOperation());
    llvm::StringMap<horn::RelationOp> relations;
    for (auto relation : op.getOps<horn::RelationOp>())
      relations[relation.getSymName()] = relation;
    const auto lacking = calculus::complementsForGoals(program);
    for (const calculus::RelationId id : lacking) {
      const calculus::Relation &of = program.relations[id];
      const std::vector<std::string> labels(of.arity(), "(1)");
      OpBuilder builder(relations[of.name]);
      builder.setInsertionPointAfter(relations[of.name]);
      auto negated = horn::RelationOp::create(builder, relations[of.name].getLoc(),
                                              "!" + of.name, of.predicate, of.pattern,
                                              labels, /*negated=*/true);
      negated.setComplementAttr(FlatSymbolRefAttr::get(builder.getContext(), of.name));
      ++numForGoals;
    }
    return !lacking.empty();
  }

  void runOnOperation() override {
    FailureOr<calculus::Program> program = programOf(getOperation());
    if (failed(program))
      return signalPassFailure();
    if (addForGoals(*program)) {
      program = programOf(getOperation());
      if (failed(program))
        return signalPassFailure();
    }
    std::vector<calculus::Rule> own = calculus::complementRules(*program);
    if (own.empty())
      return;
    horn::ProgramOp op = findProgram(getOperation());
    NegationWriter writer(op, *program);
    // Rules by number, with what they are called and where they come from.
    std::vector<std::pair<std::string, Location>> names;
    for (auto rule : op.getOps<horn::RuleOp>())
      if (rule.getBody().getOps<horn::ApartOp>().empty())
        names.push_back({rule.getSymName().str(), rule.getLoc()});
    for (const calculus::Rule &rule : own) {
      names.push_back({writer.write(rule, rule.name, "", op.getLoc()), op.getLoc()});
      numComplements += rule.clause.kind == calculus::Clause::Kind::Contradict;
    }
    std::vector<calculus::Rule> rules = program->rules;
    rules.insert(rules.end(), own.begin(), own.end());
    for (calculus::RuleId id = 0; id < rules.size(); ++id)
      for (const calculus::Rule &rule :
           calculus::contrapositives(rules[id], id, *program)) {
        writer.write(rule, names[id].first + ".not", names[id].first,
                     names[id].second);
        ++numContraposed;
      }
  }
};

} // namespace

} // namespace mplc
