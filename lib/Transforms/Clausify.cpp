//===- Clausify.cpp - From formulas to rules and goals --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pass around ClauseWalk: from the forms of a module to one horn.program.
// Relations are general here, with columns for sets and functions.
//
//===----------------------------------------------------------------------===//

#include "ClauseWalk.h"

#include "mplc/Transforms/Passes.h"

#include "dialects/Horn/Horn.h"
#include "dialects/MPL/MPL.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_MPLCLAUSIFY
#include "lib/Transforms/Passes.h.inc"

namespace {

struct MPLClausifyPass : impl::MPLClausifyBase<MPLClausifyPass> {
  void runOnOperation() override {
    const ModuleOp module = getOperation();
    auto theories = getOperation().getOps<mpl::TheoryOp>();
    if (theories.empty()) {
      getOperation().emitError("no theory: nothing says what the axioms are");
      return signalPassFailure();
    }
    const mpl::TheoryOp theory = *theories.begin();
    if (!llvm::hasSingleElement(theories)) {
      (*std::next(theories.begin())).emitError("a second theory");
      return signalPassFailure();
    }
    ClauseWalk walk(module);
    if (failed(collect(walk, theory)))
      return signalPassFailure();

    OpBuilder builder = OpBuilder::atBlockEnd(getOperation().getBody());
    emit(builder, walk, theory);
    for (Operation &op :
         llvm::make_early_inc_range(*getOperation().getBody()))
      if (isa<mpl::MPLDialect>(op.getDialect()) && !isa<mpl::ExploreOp>(op))
        op.erase();

    numRules += walk.rules.size();
    numGoals += walk.goals.size();
    numUnfolded += walk.numUnfolded;
    numTrivial += walk.numTrivial;
    numObligations += walk.numObligations;
  }

private:
  /// Goes on after an error, so that all are found.
  LogicalResult collect(ClauseWalk &walk, mpl::TheoryOp theory) {
    bool isGood = succeeded(walk.addTheory(theory));
    isGood &= succeeded(walk.addFacts(getOperation(), theory));
    for (Operation &op : *getOperation().getBody()) {
      if (auto conjecture = dyn_cast<mpl::ConjectureOp>(op))
        isGood &= succeeded(walk.addGoal(conjecture, /*isAssumed=*/false));
      if (auto assume = dyn_cast<mpl::AssumeOp>(op))
        isGood &= succeeded(walk.addGoal(assume, /*isAssumed=*/true));
    }
    isGood &= succeeded(walk.addDefinitions());
    walk.addNegations();
    return success(isGood);
  }

  void emitDefinition(OpBuilder &builder, mpl::DefineOp definition) {
    horn::DefinitionOp::create(
        builder, definition.getLoc(), definition.getSymNameAttr(),
        definition.getNames(),
        builder.getStringAttr(formulaText(definition.getFormula())));
  }

  void emit(OpBuilder &builder, const ClauseWalk &walk, mpl::TheoryOp theory) {
    auto program = horn::ProgramOp::create(builder, theory.getLoc(),
                                           theory.getSymNameAttr());
    builder.createBlock(&program.getBody());
    for (auto [argument, name] :
         llvm::zip(theory.getBody().getArguments(), theory.getNames())) {
      const StringAttr label =
          isa<mpl::ElemType>(argument.getType())
              ? StringAttr()
              : builder.getStringAttr(mpl::label(argument.getType()));
      horn::ConstantOp::create(builder, argument.getLoc(),
                               cast<StringAttr>(name), label);
    }
    for (const auto &[name, labels] : walk.relations) {
      std::vector<std::string> pattern;
      for (size_t c = 0; c < labels.size(); ++c)
        pattern.push_back("$" + std::to_string(c));
      StringRef predicate = name.getValue();
      const bool isNegated = predicate.consume_front("!");
      auto relation =
          horn::RelationOp::create(builder, theory.getLoc(), name.getValue(),
                                   predicate, pattern, labels, isNegated);
      if (isNegated && predicate != "=")
        relation.setComplementAttr(
            FlatSymbolRefAttr::get(builder.getContext(), predicate));
    }
    for (auto induction : getOperation().getOps<mpl::InductionOp>())
      horn::InductionOp::create(builder, induction.getLoc(),
                                induction.getSetAttr(),
                                induction.getConstructorsAttr(),
                                FlatSymbolRefAttr(), ArrayAttr(),
                                DenseBoolArrayAttr());
    for (auto definition : getOperation().getOps<mpl::DefineOp>())
      emitDefinition(builder, definition);
    for (const RuleData &rule : walk.rules)
      emitRule(builder, rule);
    for (const RuleData &goal : walk.goals)
      emitRule(builder, goal);
    for (const ClauseWalk::Composite &composite : walk.composites) {
      const std::vector<StringRef> parts(composite.parts.begin(),
                                         composite.parts.end());
      horn::ComposeOp::create(builder, composite.loc,
                              builder.getStringAttr(composite.name),
                              builder.getStringAttr(composite.statement),
                              builder.getStrArrayAttr(parts));
    }
  }
};

} // namespace

} // namespace mplc
