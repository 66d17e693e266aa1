//===- DeriveBuilds.cpp - Which applications each rule wants to exist -----===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How build rules follow from a rule is part of the calculus (deriveBuilds, in
// lib/Calculus), because the runtime derives them too, for theorems. This pass
// states them in the IR for the rules that are known now.
//
//===----------------------------------------------------------------------===//

#include "RuleData.h"

#include "mplc/Transforms/HornProgram.h"
#include "mplc/Transforms/Passes.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_HORNDERIVEBUILDS
#include "lib/Transforms/Passes.h.inc"

namespace {

class BuildWriter {
public:
  BuildWriter(OpBuilder &builder, const calculus::Program &program, Location loc)
      : builder(builder), program(program), loc(loc) {}

  void write(const calculus::Matcher &matcher, const RuleData &rule,
             unsigned number) {
    std::vector<std::string> names = rule.variables;
    std::string output = "out";
    while (llvm::is_contained(names, output))
      output += '_';
    names.resize(matcher.numVariables, output);
    const SmallVector<StringRef> refs(names.begin(), names.end());
    const calculus::Action &action = matcher.action;
    auto op = horn::BuildOp::create(
        builder, loc,
        builder.getStringAttr(rule.name + ".build" + std::to_string(number)),
        FlatSymbolRefAttr::get(builder.getContext(), rule.name),
        builder.getI32IntegerAttr(int32_t(action.core)),
        action.unfold ? builder.getUnitAttr() : UnitAttr(),
        builder.getStrArrayAttr(refs));
    OpBuilder::InsertionGuard guard(builder);
    block = builder.createBlock(&op.getBody());
    for (size_t v = 0; v < names.size(); ++v)
      block->addArgument(horn::TermType::get(builder.getContext()), loc);
    constants.clear();
    for (const calculus::Atom &premise : matcher.premises)
      writeAtom<horn::MatchOp>(premise);
    writeAtom<horn::CreateOp>(action.atom);
  }

private:
  Value value(calculus::Term t) {
    if (!calculus::isConstant(t))
      return block->getArgument(unsigned(t));
    const uint32_t index = calculus::constantIndex(t);
    Value &known = constants[index];
    if (!known)
      known = horn::ValueOp::create(
          builder, loc, horn::TermType::get(builder.getContext()),
          FlatSymbolRefAttr::get(builder.getContext(),
                                 program.constants[index]));
    return known;
  }

  template <typename AtomOp>
  void writeAtom(const calculus::Atom &atom) {
    SmallVector<Value> args;
    for (calculus::Term t : atom.args)
      args.push_back(value(t));
    AtomOp::create(
        builder, loc,
        FlatSymbolRefAttr::get(builder.getContext(),
                               program.relations[atom.relation].name),
        args);
  }

  OpBuilder &builder;
  const calculus::Program &program;
  const Location loc;
  Block *block = nullptr;
  llvm::DenseMap<uint32_t, Value> constants;
};

struct HornDeriveBuildsPass : impl::HornDeriveBuildsBase<HornDeriveBuildsPass> {
  void runOnOperation() override {
    FailureOr<calculus::Program> program = programOf(getOperation());
    if (failed(program))
      return signalPassFailure();
    horn::ProgramOp op = findProgram(getOperation());
    for (auto relationOp : op.getOps<horn::RelationOp>())
      if (relationOp.getSorts().size() > calculus::maxColumns) {
        relationOp.emitError() << "'" << relationOp.getPredicate() << "' has "
                               << relationOp.getSorts().size()
                               << " arguments that are elements; at most "
                               << calculus::maxColumns << " fit";
        return signalPassFailure();
      }
    calculus::RuleId id = 0;
    for (auto ruleOp : llvm::to_vector(op.getOps<horn::RuleOp>())) {
      if (!ruleOp.getBody().getOps<horn::ApartOp>().empty())
        continue;
      const calculus::RuleId own = id++;
      if (!program->rules[own].active)
        continue;
      if (!calculus::canBeMatched(program->rules[own])) {
        ruleOp.emitError() << "a clause with " << program->rules[own].premises.size()
                           << " premises and " << program->rules[own].numVariables
                           << " variables; at most " << calculus::maxPremises << " and "
                           << calculus::maxVariables << " fit";
        return signalPassFailure();
      }
      OpBuilder builder(ruleOp);
      builder.setInsertionPointAfter(ruleOp);
      BuildWriter writer(builder, *program, ruleOp.getLoc());
      unsigned number = 0;
      for (const calculus::Matcher &matcher :
           calculus::deriveBuilds(program->rules[own], own, *program)) {
        writer.write(matcher, readRule(ruleOp), number++);
        ++numBuilds;
        numUnfolding += matcher.action.unfold;
      }
    }
  }
};

} // namespace

} // namespace mplc
