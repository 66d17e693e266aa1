//===- Passes.td - From formulas to rules ------------------*- tablegen -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TRANSFORMS_PASSES
#define MPLC_TRANSFORMS_PASSES

include "mlir/Pass/PassBase.td"

def MPLClausify : Pass<"mpl-clausify", "::mlir::ModuleOp"> {
  let summary = "Turn axioms, definitions and conjectures into rules and goals";
  let description = [{
    The theory, the definitions that it needs, the facts and the conjectures of a
    module become one `horn.program`. Each rule remembers the clause of the source
    that it is an instance of. What is not Horn is an error at its place.
  }];
  let dependentDialects = ["::mplc::mpl::MPLDialect", "::mplc::horn::HornDialect"];
  let statistics = [
    Statistic<"numRules", "rules", "Rules made from axioms, definitions and facts">,
    Statistic<"numUnfolded", "unfolded",
              "Asserted atoms replaced by the bodies of their definitions">,
    Statistic<"numTrivial", "trivial", "Clauses left out because they always hold">,
    Statistic<"numObligations", "obligations",
              "Definitions that cannot be proved by a rule (universal parts)">,
    Statistic<"numGoals", "goals", "Conjectures, assumed ones included">
  ];
}

def HornSpecialiseConstants
    : Pass<"horn-specialise-constants", "::mlir::ModuleOp"> {
  let summary = "Fold sets and functions into relations";
  let description = [{
    `in3(a,b,c,+)` becomes `in3.+(a,b,c)`: one table for each set and function of
    the theory. The rules of a definition are made anew for each combination of
    sets and functions that its relation is used with; relations and rules that
    nothing uses disappear. A set or function that stays a variable is an error.
  }];
  let dependentDialects = ["::mplc::horn::HornDialect"];
  let statistics = [
    Statistic<"numRelations", "relations", "Relations after specialisation">,
    Statistic<"numInstances", "instances", "Rules made from templates">,
    Statistic<"numDropped", "dropped", "Rules of definitions that nothing uses">
  ];
}

def HornInferKeys : Pass<"horn-infer-keys", "::mlir::ModuleOp"> {
  let summary = "Find functions, totality and the sorts of columns";
  let description = [{
    Recognises the rules that say that a relation is a function, that it is
    total, and which sets its columns range over. What insertion guarantees need
    not be matched: these rules become inactive, and memberships that a column's
    sort implies are left out of other rules. Checks the induction forms.
  }];
  let dependentDialects = ["::mplc::horn::HornDialect"];
  let statistics = [
    Statistic<"numFunctional", "functional", "Relations found to be functions">,
    Statistic<"numTotal", "total", "Functions found to be total">,
    Statistic<"numSorted", "sorted", "Columns whose sort was found">,
    Statistic<"numElided", "elided", "Memberships left out of rules">
  ];
}

def HornDeriveNegations : Pass<"horn-derive-negations", "::mlir::ModuleOp"> {
  let summary = "State what rules say of negated relations";
  let description = [{
    A negated relation is a table like any other. Adds the rules by which it means
    what it says (a fact and its negation are false) and, for each rule, those that
    say the same the other way round: from `P, Q -> H` follows `P, !H -> !Q`. Where
    something is negated, also the relations that lead from there to the head of a
    goal get a complement, so that the goal can be denied. A program without negated
    relations is left as it is.
  }];
  let dependentDialects = ["::mplc::horn::HornDialect"];
  let statistics = [
    Statistic<"numComplements", "complements", "Negated relations">,
    Statistic<"numForGoals", "for-goals", "Of these, for denied goals alone">,
    Statistic<"numContraposed", "contraposed", "Rules the other way round">
  ];
}

def HornDeriveBuilds : Pass<"horn-derive-builds", "::mlir::ModuleOp"> {
  let summary = "State which applications each rule wants to exist";
  let description = [{
    Total functions never make values by themselves. For each active rule, adds
    the `horn.build` operations by which values are made that the rule could use:
    unfolding of recursive definitions, rewriting by equations, laws about unary
    functions.
  }];
  let dependentDialects = ["::mplc::horn::HornDialect"];
  let statistics = [
    Statistic<"numBuilds", "builds", "Build rules">,
    Statistic<"numUnfolding", "unfolding", "Build rules that cost no generation">
  ];
}

#endif // MPLC_TRANSFORMS_PASSES
