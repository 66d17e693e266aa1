//===- RuleData.h - Rules and goals as values -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Passes over the horn dialect substitute, rename and drop; that is easier to
// read on plain values than on operations. A rule or goal is read into a
// RuleData, changed, and emitted again.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TRANSFORMS_RULEDATA_H
#define MPLC_LIB_TRANSFORMS_RULEDATA_H

#include "dialects/Horn/Horn.h"

#include "mlir/IR/Builders.h"

#include <functional>
#include <string>
#include <vector>

namespace mplc {

/// A variable of the rule or a constant of the theory by name.
struct TermData {
  int variable = -1; ///< -1: a constant.
  std::string constant;

  static TermData var(int v) { return {v, {}}; }
  static TermData named(llvm::StringRef c) { return {-1, c.str()}; }
  bool isVariable() const { return variable >= 0; }
  bool operator==(const TermData &) const = default;
};

struct AtomData {
  std::string relation;
  std::vector<TermData> args;
  bool operator==(const AtomData &) const = default;
};

struct CiteData {
  horn::SourceOp::CiteKind kind = horn::SourceOp::Premise;
  int premise = 0, column = 0;
  TermData term;
};

struct RuleData {
  enum class Head { Derive, Equate, Refute, Witness, Apart };
  enum class Source { Use, Fold, Statement, Contradict, Symmetry, Contrapose };

  mlir::Location loc;
  std::string name;
  /// Variables by name; those that a Witness head binds come last.
  std::vector<std::string> variables;
  unsigned numFresh = 0;
  std::vector<AtomData> premises;
  Head head = Head::Derive;
  AtomData atom;
  TermData left, right;
  std::vector<AtomData> witnesses;

  Source source = Source::Use;
  std::string root, path;
  std::vector<std::pair<std::string, TermData>> substitution;
  std::vector<CiteData> cites;

  bool inactive = false;
  std::string templateOf; ///< Relation, or empty.
  bool isGoal = false, assumed = false;
  std::string statement;

  explicit RuleData(mlir::Location loc) : loc(loc) {}
  unsigned numOuter() const { return unsigned(variables.size()) - numFresh; }
  bool isFresh(int v) const { return v >= int(numOuter()); }
  /// Applies `f` to all terms that occur.
  void forEachTerm(const std::function<void(TermData &)> &f);
  /// Applies `f` to all atoms that occur.
  void forEachAtom(const std::function<void(AtomData &)> &f);
};

RuleData readRule(horn::RuleOp op);
RuleData readRule(horn::GoalOp op);
/// The operation that states the rule or goal, at the builder's place.
mlir::Operation *emitRule(mlir::OpBuilder &builder, const RuleData &rule);

/// The program of a module, or null and an error.
horn::ProgramOp findProgram(mlir::ModuleOp module);

} // namespace mplc

#endif // MPLC_LIB_TRANSFORMS_RULEDATA_H
