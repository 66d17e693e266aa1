//===- Refuter.h - Conjectures that a model makes false ---------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_REFUTER_H
#define MPLRT_EXPLORE_REFUTER_H

#include "runtime/layout/Theory.h"
#include "runtime/explore/Law.h"
#include "runtime/explore/Sample.h"

#include <optional>
#include <utility>

namespace mplrt {

/// Why a conjecture is false.
struct Refutation {
  /// The values of its variables, by name, those that nothing determines first.
  std::vector<std::pair<std::string, std::string>> assignment;
  /// Statements about these very values that together contradict the conjecture:
  /// that each of its conditions holds and its head does not. Empty if the values
  /// cannot be written as terms, as unknown elements of a set cannot.
  std::vector<calculus::Conjecture> instance;

  /// Whether the values can be written as terms, so that a proof may exist.
  bool isWritten = false;
  std::vector<ExploredTerm> terms;
  /// By bound name of the statement: its value, a term.
  std::vector<std::pair<std::string, uint32_t>> binders;
  /// Variables that stand for different members of sets without constructors.
  std::vector<uint32_t> atoms;
  /// By conjecture of the instance: its own such variables, in order of its binders.
  std::vector<std::vector<uint32_t>> atomsOf;
  /// Whether the last one is about the statement's head; otherwise the theory says
  /// itself that two constants differ.
  bool hasHead = false;
};

/// A goal as a law over terms: the outputs of functional premises are replaced by
/// the applications.
struct LawOfGoal {
  Law law;
  std::vector<ExploredTerm> terms;
  std::vector<uint32_t> variables; ///< By variable of the goal: its term.
  std::vector<uint32_t> free;      ///< Variables of the goal that range freely.
};
/// Nothing if the goal is existential.
std::optional<LawOfGoal> lawOf(const calculus::Goal &goal,
                               const calculus::Program &program);

/// Tests conjectures in models.
class Refuter {
public:
  /// `forEquations`: how values are chosen for equations without conditions.
  Refuter(const calculus::Program &program, std::vector<std::shared_ptr<Model>> models,
          Sample::Choice forEquations = Sample::Choice::Drawn)
      : program(program), models(std::move(models)), forEquations(forEquations) {}

  /// The smallest values for which the conjecture is false, if any are.
  std::optional<Refutation> refute(const calculus::Conjecture &conjecture) const;

private:
  const calculus::Program &program;
  std::vector<std::shared_ptr<Model>> models;
  const Sample::Choice forEquations;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_REFUTER_H
