//===- SatSolver.h - Propositional satisfiability ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_SATSOLVER_H
#define MPLRT_MODEL_SATSOLVER_H

#include <cstdint>
#include <memory>
#include <span>

namespace CaDiCaL {
class Solver;
}

namespace mplrt {

/// The SAT solver behind the model finder; the only place that knows which one it
/// is (CaDiCaL). Literals are variables, from 1, or negated ones. Same clauses and
/// calls in the same order, same answers: nothing in it depends on time.
class SatSolver {
public:
  enum class Answer { Yes, No, Unknown };

  SatSolver();
  ~SatSolver();

  int addVariable() { return ++variables; }
  int numVariables() const { return variables; }
  void addClause(std::span<const int> literals);
  /// What to try first where the solver has to guess.
  void prefer(int literal);
  /// Whether all clauses can hold with the assumptions; Unknown after that many
  /// conflicts. A clause added later makes the values of a Yes unreadable.
  Answer solve(uint32_t conflicts, std::span<const int> assumptions = {});
  /// The value of a variable after Yes.
  bool value(int variable);

private:
  std::unique_ptr<CaDiCaL::Solver> solver;
  int variables = 0;
};

} // namespace mplrt

#endif // MPLRT_MODEL_SATSOLVER_H
