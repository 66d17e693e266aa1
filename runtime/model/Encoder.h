//===- Encoder.h - Finite structures as propositional models ----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_ENCODER_H
#define MPLRT_MODEL_ENCODER_H

#include "runtime/model/FiniteModel.h"
#include "runtime/model/SatSolver.h"

namespace mplrt {

/// Clauses whose models are the structures of a theory with domains of given sizes.
/// After add...() has returned false, which means that there would be too many
/// clauses, an encoder is of no use.
class Encoder {
public:
  Encoder(const Laws &laws, const Domains &domains, uint32_t size,
          uint32_t maxInstances);

  /// The theory.
  bool addLaws();
  /// That the rule has a counterexample; call it before addLaws().
  bool addCounterexample(const calculus::Rule &rule);
  /// That some domain needs all its elements; call it last. A structure that does
  /// not is one with smaller domains.
  void addFullness();

  /// Structures that are the same but for the names of elements are excluded; or just
  /// this one, and false returned, if there are too many ways to name them.
  bool exclude(const FiniteModel &model);

  /// What to try first where the solver has to guess: all relations to hold (0), none
  /// (1), or a mixture that the number decides.
  void prefer(uint32_t taste);

  /// Assumptions under which a domain needs all its elements.
  const std::vector<int> &fullness() const { return full; }

  FiniteModel model();
  /// The counterexample, undefined for variables that the head binds.
  std::vector<uint32_t> assignment();

  SatSolver solver;

private:
  /// An unknown element: a literal for each value that it may have.
  using Unknown = std::vector<int>;
  class Grounding;

  uint32_t domainSize(uint32_t domain) const { return sizes[domain]; }
  Unknown addUnknown(uint32_t domain);
  int fact(calculus::RelationId relation, const std::vector<uint32_t> &args) const;
  void addComplement(calculus::RelationId relation);
  bool addRule(const calculus::Rule &rule);
  bool addDefinition(const Laws::Definition &definition);
  bool addGeneration(const calculus::InductionForm &form);
  /// A literal that implies all these.
  int conjunction(const std::vector<int> &literals);
  std::vector<calculus::Atom> needed(const std::vector<calculus::Atom> &witnesses) const;
  bool hasRoomFor(size_t instances);

  const Laws &laws;
  const Domains domains;
  const uint32_t maxInstances;
  uint64_t numInstances = 0;
  std::vector<uint32_t> sizes;             ///< By domain.
  std::vector<std::vector<Unknown>> named; ///< Unknown elements, by domain.
  std::vector<Unknown> constants;          ///< By constant.
  std::vector<Unknown> skolems;            ///< By variable of the counterexample.
  std::vector<int> firstFact;              ///< By relation.
  std::vector<int> full;
};

} // namespace mplrt

#endif // MPLRT_MODEL_ENCODER_H
