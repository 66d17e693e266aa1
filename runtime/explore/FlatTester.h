//===- FlatTester.h - Heads that the models allow ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_FLATTESTER_H
#define MPLRT_EXPLORE_FLATTESTER_H

#include "runtime/explore/PremiseLists.h"
#include "runtime/explore/Sample.h"

namespace mplrt {

/// Seconds that this thread has used of a processor.
double threadSeconds();

/// Finds the heads of lists of premises that no assignment of a sample makes false.
/// Lists are best given in the order of their enumeration: what the first premises
/// compute is kept from one list to the next. Heads of lists of up to `maxNegated`
/// premises may be negated, if the theory has negated statements itself.
class FlatTester {
public:
  FlatTester(const calculus::Program &program, const PremiseLists &lists,
             const Sample &sample, uint32_t maxNegated);

  /// `extended`: the list with all variables that a head may add.
  std::vector<ListAtom> survivors(const PremiseList &list, const PremiseList &extended);

  uint64_t candidates = 0; ///< Heads looked at.
  uint64_t weaker = 0; ///< Not false either without some condition.
  mutable double modelSeconds = 0; ///< For values that the models had to compute.

private:
  using Column = std::vector<Element>;
  /// Assignments in one model, with its tables by function.
  struct Stretch {
    Model *model;
    const Model::Table *tables;
    size_t first, size;
  };
  /// The assignments that meet all conditions, with the values of all operands.
  struct Part {
    std::vector<const Element *> values; ///< By operand; columns of `size`.
    std::vector<Stretch> stretches;
    size_t size = 0;      ///< Repetitions at the end included.
    size_t witnesses = 0; ///< Without.
  };
  enum class Truth : uint8_t { False, True, Unknown };
  using Bits = std::vector<uint64_t>; ///< By assignment.
  static size_t words(const Part &of) { return (of.size + 63) / 64; }
  /// The values of an application, computed as far as they are asked for.
  struct Side {
    const Part &part;
    Column &values;
    size_t known;
  };

  void evaluate(const PremiseList &list, const PremiseList &extended);
  bool restrict(const PremiseList &list);
  void apply(const Part &part, uint32_t function, const Operand *inputs,
             uint32_t numInputs, size_t first, size_t n, Element *outputs) const;
  void holds(const Part &part, const ListAtom &atom, size_t n, uint8_t *results) const;
  std::vector<Truth> truth(const Part &part, const ListAtom &atom) const;
  void testApplications(const PremiseList &list, const PremiseList &extended,
                        uint32_t function);
  void testApplication(const PremiseList &list, ListAtom head,
                       const std::vector<Operand> &outputs);
  void testEqualities(const PremiseList &list);
  void testRelation(const PremiseList &list, const PremiseList &extended,
                    uint32_t relation);
  void compute(Side &side, const ListAtom &head, size_t n) const;
  bool isNeverFalse(Side &side, const ListAtom &head) const;
  bool isMostlyKnown(Side &side, const ListAtom &head);
  void compareSides(const Side &side, const ListAtom &head);
  bool isSupported(Side &side, const ListAtom &head);
  bool hasIdleCondition(const Bits &isFalse) const;
  void finish(const PremiseList &list, const ListAtom &head);
  bool mayNegate(const PremiseList &list) const {
    return hasNegations && list.atoms.size() <= maxNegated;
  }

  const calculus::Program &program;
  const PremiseLists &lists;
  const Sample &sample;
  const TestKernels &kernels;
  const bool hasNegations; ///< Heads may be negated,
  const uint32_t maxNegated; ///< in lists with so many premises.
  std::vector<std::vector<Model::Table>> tables; ///< By model and function.
  std::vector<Column> constants; ///< By constant of the exploration.
  std::vector<ListAtom> known; ///< What the outputs are of.
  std::vector<Column> outputs; ///< By definition.
  std::vector<Bits> met; ///< By condition, which assignments meet it.
  Part all, part;
  std::vector<Column> restricted; ///< By operand, for `part`.
  std::vector<Operand> unused; ///< Outputs that the head has to use.
  Column left, leftOfAll;
  Bits equal, different; ///< Of the sides that were compared last.
  std::vector<ListAtom> found;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_FLATTESTER_H
