//===- Run.h - One run of a compiled theory ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROGRAM_RUN_H
#define MPLRT_PROGRAM_RUN_H

#include "mplc/Support/ExitCode.h"
#include "runtime/explore/Explorer.h"
#include "runtime/model/ModelFinder.h"
#include "runtime/program/Output.h"
#include "runtime/program/Progress.h"
#include "runtime/strategy/Equations.h"

#include <set>
#include <tuple>

namespace mplrt {

struct RunOptions {
  GridOptions grid;
  std::string out;
  bool force = false; ///< Write to `out` whoever wrote it.
  std::string facts;   ///< A file of facts that a user supplies, or empty.
  uint32_t ground = 0; ///< Small values whose facts are theorems of their own.
  uint32_t flat = 0; ///< Premises of laws to enumerate without pruning; 0: none.
  bool flatProofs = false; ///< Proof files for all of these that follow.
  double memoryMegabytes = 0; ///< Of the command line; see GridOptions::memory.
  bool explore = true;
  bool quiet = false;
  bool stats = false;
  std::vector<std::string> explain; ///< Stated conjectures to say more about.
};

using enum mplc::ExitCode;

/// Proves what is stated, refutes what a model makes false, explores, compresses,
/// and writes all of it.
class Run {
public:
  Run(const Theory &theory, const RunOptions &options);
  int run();
  const std::vector<Outcome> &outcomes() const { return grid.outcomes(); }

private:
  int reportFailure() const;
  int reportContradiction(const WrittenProof &proof);
  void onProved(uint32_t conjecture);
  std::optional<WrittenProof> findContradiction();
  std::optional<WrittenProof> proveFalse();
  void makeModels();
  void refuteStated(const Refuter &refuter);
  void refuteBySearch(uint32_t conflicts);
  void refuteIn(const FiniteRefutation &found, uint32_t conjecture);
  uint32_t wholeOf(uint32_t conjecture) const;
  void printRefuted(uint32_t conjecture);
  bool proveRefutation(const Refutation &refutation, uint32_t conjecture,
                       std::vector<std::string> &names);
  bool proveInstances(const std::vector<calculus::Conjecture> &instances,
                      std::vector<uint32_t> &all);
  std::vector<AttemptResult> attemptInstances(const std::vector<uint32_t> &all);
  bool canExist(const Refutation &refutation);
  void addGround();
  void explore();
  void explore(const calculus::Exploration &bounds, bool isForGoals);
  void testWithLarger(Explorer &explorer);
  const std::shared_ptr<Model> &largerModel();
  void exploreFlat(const calculus::Exploration &bounds);
  size_t proveDecided(const std::vector<Law> &laws, const LawWriter &writer,
                      const calculus::Exploration &bounds);
  int summarise();
  bool checkExplained() const;
  void printExplanation(uint32_t conjecture);

  const Theory &theory;
  const RunOptions &options;
  Output output;
  Grid grid;
  Progress progress;
  EquationStrategy equations;
  std::vector<std::shared_ptr<Model>> models;
  std::shared_ptr<Model> larger; ///< Has larger values, once asked for.
  std::unique_ptr<Refuter> ofCandidates; ///< Tests with them, equations with few.
  std::unique_ptr<ModelFinder> finder; ///< Of a theory that is not generated.
  /// By conjecture, size and conflicts: what need not be tried again.
  std::set<std::tuple<uint32_t, uint32_t, uint32_t>> modelsTried;
  /// By the sets of some members that would differ: whether they may exist.
  std::map<std::vector<uint32_t>, bool> existing;
  std::string flatPrefix; ///< Of the names of laws that flat mode decides.
  uint64_t numFlatProofs = 0;
};

} // namespace mplrt

#endif // MPLRT_PROGRAM_RUN_H
