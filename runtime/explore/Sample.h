//===- Sample.h - The assignments that candidates are tested under -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_SAMPLE_H
#define MPLRT_EXPLORE_SAMPLE_H

#include "runtime/explore/Model.h"

#include <memory>

namespace mplrt {

/// Values for a list of variables in one or more models: all tuples of the models'
/// small values if they are few, otherwise some, always the same ones.
class Sample {
public:
  enum class Choice : uint8_t {
    Drawn,    ///< From a fixed sequence, small values more often.
    Smallest, ///< In sum no greater than one alone can be: no terms become large.
  };
  /// `sorts`: one a variable. The number of assignments is at most `limit`.
  Sample(std::vector<std::shared_ptr<Model>> models, const std::vector<uint32_t> &sorts,
         size_t limit, Choice choice = Choice::Drawn);

  /// Assignments in one model.
  struct Stretch {
    std::shared_ptr<Model> model;
    size_t first, size;
  };

  size_t size() const { return numAssignments; }
  const std::vector<Stretch> &stretches() const { return segments; }
  /// The variable's values, one an assignment.
  const std::vector<Element> &variable(size_t number) const {
    return variables[number];
  }
  std::vector<Element> constant(uint32_t sort, uint32_t index) const;
  std::vector<Element> apply(uint32_t function, ElementColumns inputs) const;
  std::vector<uint8_t> holds(uint32_t relation, ElementColumns arguments) const;
  /// The assignments of the smallest values, in which hardly any term is too large
  /// to be known.
  const std::vector<uint32_t> &core() const { return smallest; }
  /// The model that an assignment is in.
  Model &modelOf(size_t assignment) const;

private:
  void chooseCore();
  void addSegment(const std::shared_ptr<Model> &model,
                  const std::vector<uint32_t> &sorts, size_t limit, Choice choice);
  size_t addDrawn(const std::vector<std::vector<Element>> &pools, size_t all,
                  size_t limit);
  size_t addSmallest(const std::vector<std::vector<Element>> &pools, size_t limit);

  std::vector<Stretch> segments;
  std::vector<std::vector<Element>> variables;
  std::vector<uint32_t> smallest;
  size_t numAssignments = 0;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_SAMPLE_H
