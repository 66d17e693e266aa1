//===- Flat.h - All laws within bounds --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_FLAT_H
#define MPLRT_EXPLORE_FLAT_H

#include "runtime/block/Block.h"
#include "runtime/explore/Law.h"
#include "runtime/explore/Sample.h"

#include <functional>
#include <unordered_set>

namespace mplrt {

struct FlatReport {
  uint64_t shapes = 0;   ///< Lists of premises.
  uint64_t tested = 0;   ///< Candidates.
  uint64_t survived = 0; ///< True for all values tried.
  uint64_t direct = 0;   ///< Of these: follow directly from the rules.
};

/// Enumerates every law of up to so many premises: applications of the explored
/// functions to variables, constants and outputs of other premises, up to names and
/// order; at most one of them has an output that is something else already, which
/// makes it a condition: a constant or, in lists of up to `maxConditional` premises,
/// any value. Every output is used. The head is any further application whose output
/// is one of the values, or the equality of two values.
///
/// Nothing prunes: this is complete for its bounds, for measuring and for those who
/// want all of it. All heads of a list of premises are decided in one block.
class FlatExplorer {
public:
  FlatExplorer(const Theory &theory, const calculus::Exploration &bounds,
               std::vector<std::shared_ptr<Model>> models);

  uint32_t maxPremises = 3, maxConditional = 2;

  /// Decides all candidates that survive testing with these rules. `run` calls its
  /// argument for each number below n, in parallel.
  using Parallel = std::function<void(size_t n, const std::function<void(size_t)> &)>;
  FlatReport run(const RuleSet &rules, const Budget &budget, const Parallel &run);
  /// Called with the text of each law that follows directly, in order of enumeration.
  std::function<void(const std::string &text)> onFollows;

  /// What does not follow directly, in order of enumeration.
  const std::vector<Law> &undecided() const { return left; }
  const LawWriter &writer() const { return laws; }

private:
  /// A value: a constant of the exploration, a free variable, or an output.
  using Operand = uint8_t;
  struct Application {
    uint32_t function = 0;
    std::vector<Operand> inputs;
    Operand output = 0;
    bool operator==(const Application &) const = default;
  };
  struct Shape {
    std::vector<Application> premises;
    std::vector<uint32_t> sorts; ///< By operand.
    /// By operand: for a free variable its number in the sample, or none.
    std::vector<uint32_t> variables;
    int condition = -1; ///< The premise that is one.
  };
  /// A head: an application, or with function none the equality of an input and
  /// the output.
  using Head = Application;

  Shape emptyShape() const;
  void enumerate(const Shape &shape);
  void addApplications(const Shape &shape, uint32_t function,
                       std::vector<Operand> &inputs);
  void addConditional(const Shape &shape);
  std::string canonical(const Shape &shape) const;
  std::vector<Head> survivors(const Shape &shape, FlatReport &report);
  std::vector<Head> decide(const Shape &shape, const std::vector<Head> &heads,
                           const RuleSet &rules, const Budget &budget) const;
  struct Attempt;
  void runCases(const Attempt &attempt, Block &block, size_t variable,
                uint32_t splits, std::vector<bool> &isOpen) const;
  /// Its terms are added to `terms`.
  Law lawOf(const Shape &shape, const Head &head);
  bool isUsed(const Shape &shape, const Head &head) const;

  const Theory &theory;
  const calculus::Exploration bounds;
  std::vector<uint32_t> variableSorts; ///< Of the sample's variables.
  Sample sample;
  std::vector<ExploredTerm> terms;
  LawWriter laws;
  std::vector<Shape> shapes;
  std::unordered_set<std::string> seen;
  std::vector<Law> left;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_FLAT_H
