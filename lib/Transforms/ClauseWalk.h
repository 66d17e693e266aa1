//===- ClauseWalk.h - The clauses of a formula ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TRANSFORMS_CLAUSEWALK_H
#define MPLC_LIB_TRANSFORMS_CLAUSEWALK_H

#include "ClauseBuilder.h"
#include "Formula.h"
#include "dialects/MPL/MPL.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

namespace mplc {

/// Walks formulas down to their clauses. Each function reports what it cannot
/// express at its place and then fails; it goes on with the other parts first,
/// so that one run finds all errors.
class ClauseWalk {
public:
  explicit ClauseWalk(mlir::ModuleOp module);

  mlir::LogicalResult addTheory(mpl::TheoryOp theory);
  /// All facts of the module; the integers among them become constants.
  mlir::LogicalResult addFacts(mlir::ModuleOp module, mpl::TheoryOp theory);
  /// A conjecture or an assumed statement.
  template <typename FormOp>
  mlir::LogicalResult addGoal(FormOp form, bool isAssumed);
  /// Rules for the definitions whose atoms occur in anything added so far; call
  /// it last.
  mlir::LogicalResult addDefinitions();
  /// The rules that only negated premises need, if there is any such premise; after
  /// addDefinitions().
  void addNegations();

  std::vector<RuleData> rules, goals;
  /// A statement with several claims, each a goal of its own.
  struct Composite {
    mlir::Location loc;
    std::string name, statement;
    std::vector<std::string> parts;
  };
  std::vector<Composite> composites;
  /// Relations that occur, with the types of their columns.
  llvm::MapVector<mlir::StringAttr, std::vector<std::string>> relations;
  unsigned numUnfolded = 0, numTrivial = 0, numObligations = 0;

private:
  /// What the names in scope stand for. Constants of the theory, of which there
  /// may be very many, are in one table for all clauses.
  class Terms {
  public:
    /// By value: an entry may move when another one is made.
    TermData at(mlir::Value name) const {
      const auto it = own.find(name);
      return it != own.end() ? it->second : shared->at(name);
    }
    void set(mlir::Value name, TermData term) { own[name] = std::move(term); }
    llvm::DenseMap<mlir::Value, TermData> *shared = nullptr;

  private:
    llvm::DenseMap<mlir::Value, TermData> own;
  };

  /// What a path has collected so far.
  struct Context {
    ClauseData clause;
    Terms terms;
    bool isGoal = false;
    /// A goal: the implications entered so far, as text, and what parameters of
    /// unfolded definitions are called.
    std::string implications;
    unsigned numImplications = 0;
    TermNames names;
  };

  /// A formula that a clause's path reaches.
  struct Reached {
    Context context;
    mlir::Value formula;
  };

  void addConstants(mlir::ModuleOp module, mpl::TheoryOp theory);
  mlir::LogicalResult addFact(mpl::FactOp fact, unsigned number,
                              mpl::TheoryOp theory);
  mlir::LogicalResult addGoal(mlir::Operation *form, mlir::Region &body,
                              mlir::Value formula, llvm::StringRef name,
                              bool isAssumed);
  mlir::LogicalResult addDefinition(mpl::DefineOp definition);
  void addFold(mpl::DefineOp definition);
  std::optional<RuleData> foldRule(mpl::DefineOp definition, bool mayNegate);
  Context definitionContext(mpl::DefineOp definition);

  /// The clauses of the formula, in order. Definitions may be unfolded one in the
  /// other as often as a theory likes, so that nothing here recurses.
  mlir::LogicalResult head(Context context, mlir::Value formula);
  /// One step on the way to them; `next` gets where it goes on, first things last.
  mlir::LogicalResult visit(Context context, mlir::Value formula,
                            std::vector<Reached> &next);
  mlir::LogicalResult atomHead(Context context, mpl::AtomOp atom,
                               std::vector<Reached> &next);
  mlir::LogicalResult existentialHead(Context context, mlir::Value formula);
  mlir::LogicalResult premises(Context &context, mlir::Value formula);
  mlir::LogicalResult negatedPremise(Context &context, mpl::NotOp op);
  void keepApart(const Context &context, mpl::EqualOp op);
  mlir::LogicalResult bind(Context &context, mlir::Value variable);
  /// The definition that an atom names and fits, or null and an error.
  mpl::DefineOp definitionOf(mpl::AtomOp op);
  mlir::FailureOr<AtomData> atom(const Context &context, mpl::AtomOp op);
  AtomData inequality(const Context &context, mpl::EqualOp op);
  void enterImplication(Context &context, mpl::ForallOp op);
  /// The rule or goal whose head is this formula.
  mlir::LogicalResult finish(const Context &context, mlir::Value formula);
  void keep(RuleData rule);

  llvm::StringMap<mpl::DefineOp> definitions;
  llvm::MapVector<mlir::StringAttr, mpl::DefineOp> requested;
  /// Asserted atoms that were unfolded and matter only if their relation does.
  std::vector<std::pair<Context, mpl::AtomOp>> asserted;
  /// Rules `P -> x != y`, beside those that refute x = y.
  std::vector<RuleData> inequalities;
  std::optional<TermData> filler;
  llvm::DenseMap<mlir::Value, TermData> constantTerms;
  llvm::StringMap<mlir::Value> constants; ///< Of the theory.
  llvm::StringSet<> ruleNames;
};

template <typename FormOp>
mlir::LogicalResult ClauseWalk::addGoal(FormOp form, bool isAssumed) {
  return addGoal(form, form.getBody(), form.getFormula(), form.getSymName(),
                 isAssumed);
}

} // namespace mplc

#endif // MPLC_LIB_TRANSFORMS_CLAUSEWALK_H
