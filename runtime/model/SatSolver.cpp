//===- SatSolver.cpp - Propositional satisfiability -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/model/SatSolver.h"

#include "runtime/block/Block.h"

#include <algorithm>
#include <cadical.hpp>
#include <limits>

namespace mplrt {

namespace {

/// A limit of the run or an interrupt ends a search for a model, too.
class OnRequest : public CaDiCaL::Terminator {
public:
  bool terminate() override { return stopRequest.load(std::memory_order_relaxed) != 0; }
};

} // namespace

SatSolver::SatSolver() : solver(std::make_unique<CaDiCaL::Solver>()) {
  static OnRequest onRequest;
  solver->connect_terminator(&onRequest);
  solver->set("quiet", 1);
  // Its first guesses would go before what prefer() says.
  solver->set("lucky", 0);
}

SatSolver::~SatSolver() { solver->disconnect_terminator(); }

void SatSolver::addClause(std::span<const int> literals) {
  for (const int literal : literals)
    solver->add(literal);
  solver->add(0);
}

void SatSolver::prefer(int literal) { solver->phase(literal); }

SatSolver::Answer SatSolver::solve(uint32_t conflicts,
                                   std::span<const int> assumptions) {
  for (const int literal : assumptions)
    solver->assume(literal);
  constexpr uint32_t most = std::numeric_limits<int>::max();
  solver->limit("conflicts", int(std::min(conflicts, most)));
  switch (solver->solve()) {
  case 10:
    return Answer::Yes;
  case 20:
    return Answer::No;
  }
  return Answer::Unknown;
}

bool SatSolver::value(int variable) { return solver->val(variable) > 0; }

} // namespace mplrt
