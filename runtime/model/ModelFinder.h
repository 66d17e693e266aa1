//===- ModelFinder.h - Finite models of a theory ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_MODELFINDER_H
#define MPLRT_MODEL_MODELFINDER_H

#include "runtime/model/FiniteModel.h"

namespace mplrt {

struct ModelLimits {
  uint32_t conflicts = 20000;    ///< Of the SAT solver, for each size.
  uint32_t instances = 1000000;  ///< Of rules, for each size.
};

/// A model of the theory in which a goal is false.
struct FiniteRefutation {
  FiniteModel model;
  /// Elements for the goal's variables: its premises hold, its head does not.
  /// FiniteModel::undefined for variables that the head binds.
  std::vector<uint32_t> assignment;
};

/// Looks for finite models of a theory. Every model that it returns has been checked
/// by satisfies(). Results depend on the program and the arguments alone, not on
/// earlier calls, and functions may be called from several threads.
class ModelFinder {
public:
  /// The program is referred to.
  explicit ModelFinder(const calculus::Program &program,
                       const ModelLimits &limits = {})
      : theory(program), limits(limits) {}

  /// Up to `count` models, none the same as another up to names of elements; of large
  /// ones, where that is costly to say, none that looks like another. Each size (of the largest domain) up to maxSize gets
  /// an equal share, what one does not use goes to larger ones.
  std::vector<FiniteModel> several(uint32_t maxSize, uint32_t count) const;

  /// A smallest model (by its largest domain) in which the goal is false; if there
  /// is none, `reason` says why. That may be that none of these sizes is one, or
  /// that the search was given up for some.
  std::optional<FiniteRefutation> refute(const calculus::Goal &goal, uint32_t maxSize,
                                   std::string *reason = nullptr) const;

  /// One in which the goal is false and whose largest domain has this size, looked for
  /// with so many conflicts of the solver at most.
  enum class Search : uint8_t {
    Found,
    None,     ///< There is none of this size.
    GivenUp,  ///< Conflicts ran out, or the run was stopped.
    TooLarge, ///< More instances of rules than the limits allow.
  };
  Search refuteAt(const calculus::Goal &goal, uint32_t size, uint32_t conflicts,
                  FiniteRefutation &found) const;
  /// Why no models are looked for; empty if they are.
  const std::string &refusal() const { return theory.refusal; }

  /// What a model must satisfy.
  const Laws &laws() const { return theory; }

private:
  const Laws theory;
  const ModelLimits limits;
};

} // namespace mplrt

#endif // MPLRT_MODEL_MODELFINDER_H
