//===- FiniteModel.h - A finite structure of a theory -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_FINITEMODEL_H
#define MPLRT_MODEL_FINITEMODEL_H

#include "runtime/model/Laws.h"

#include <span>

namespace mplrt {

/// A finite structure: domains of elements 0 up to their size, and a table for each
/// relation. A set's members are those of which its relation holds.
struct FiniteModel {
  static constexpr uint32_t undefined = calculus::none;

  Domains domains;
  std::vector<uint32_t> sizes;     ///< By domain.
  std::vector<uint32_t> constants; ///< The element of each constant.
  /// Truth by relation and arguments, the last argument varying fastest.
  std::vector<std::vector<uint8_t>> tables;

  bool holds(calculus::RelationId relation, std::span<const uint32_t> args) const {
    return tables[relation][index(relation, args)];
  }
  /// The output of a functional relation; undefined if there is none.
  uint32_t apply(calculus::RelationId relation,
                 std::span<const uint32_t> inputs) const;
  /// The domain of a column, as a number of elements.
  uint32_t size(calculus::RelationId relation, uint32_t column) const {
    return sizes[domains.columns[relation][column]];
  }
  /// The number of elements of the largest domain.
  uint32_t size() const;

  size_t index(calculus::RelationId relation, std::span<const uint32_t> args) const;
  size_t tableSize(calculus::RelationId relation) const;

  bool operator==(const FiniteModel &other) const {
    return sizes == other.sizes && constants == other.constants &&
           tables == other.tables;
  }
};

/// Whether everything that the theory says holds in the model. It shares nothing
/// with how models are found.
bool satisfies(const Laws &laws, const FiniteModel &model);

/// An element for each variable of the rule such that its premises hold and its
/// head does not; nothing if it has no counterexample in the model. Variables that
/// the head binds get `undefined`.
std::optional<std::vector<uint32_t>> counterexample(const calculus::Rule &rule,
                                                    const FiniteModel &model);
/// Whether this assignment is one.
bool isCounterexample(const calculus::Rule &rule, const FiniteModel &model,
                      const std::vector<uint32_t> &assignment);

/// The model without elements of which no relation holds and that no constant
/// names, one element at least a domain. `assignment` (of the rule's variables) is
/// kept and renamed.
void compact(FiniteModel &model, const calculus::Rule *rule = nullptr,
             std::vector<uint32_t> *assignment = nullptr);

/// One line a relation, for people.
std::string print(const calculus::Program &program, const FiniteModel &model);

} // namespace mplrt

#endif // MPLRT_MODEL_FINITEMODEL_H
