//===- Model.h - What candidates are tested in ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model as exploration sees it: small sets of values, functions and relations on
// them. Values are numbered, and everything is asked for many values at
// a time: candidates are tested under all assignments at once.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_MODEL_H
#define MPLRT_EXPLORE_MODEL_H

#include "runtime/kernel/TestKernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mplrt {

/// A value of a model: its number.
using Element = uint16_t;
/// A value that is not known: beyond the model's bounds.
inline constexpr Element kUnknown = kUnknownValue;

/// One vector of elements a column, all of the same length.
using ElementColumns = std::span<const Element *const>;

class Model {
public:
  virtual ~Model() = default;

  /// Values that variables of a sort (a membership relation, or none for columns
  /// without one) range over, small ones first.
  virtual std::vector<Element> values(uint32_t sort) = 0;
  /// The element constant as a value of this sort.
  virtual Element constant(uint32_t sort, uint32_t index) = 0;
  /// outputs[k] = function(inputs[0][k], ...); kUnknown where an input is, or where
  /// the output cannot be computed within bounds.
  virtual void apply(uint32_t function, ElementColumns inputs, size_t n,
                     Element *outputs) = 0;
  /// Outputs of a function by its inputs, at ((x * stride + y) * stride + z) and so
  /// on; for reading apart from apply(), which fills pending entries. No entries: the
  /// function has no such table.
  struct Table {
    const Element *entries = nullptr;
    uint32_t stride = 0;
  };
  /// Valid as long as the model is.
  virtual Table table(uint32_t) { return {}; }
  /// results[k] = 1 where the relation is known to hold, otherwise 0.
  virtual void holds(uint32_t relation, ElementColumns arguments, size_t n,
                     uint8_t *results) = 0;
  /// Whether two elements are one value: a model that learns may come to know it
  /// after it has given out both.
  virtual bool isSame(uint32_t, Element a, Element b) { return a == b; }

  /// How a value is made, if that is known.
  struct Shape {
    enum class Kind : uint8_t {
      Unknown,
      Constant,    ///< The element constant `index`.
      Application, ///< Of the constructor `index` to `inputs`.
      Atom,        ///< Number `index` of a set's elements, different from the others.
    };
    Kind kind = Kind::Unknown;
    uint32_t index = 0;
    std::vector<Element> inputs;
  };
  virtual Shape shape(uint32_t sort, Element element) = 0;
  /// Whether the value differs from all others that are definite.
  virtual bool isDefinite(uint32_t sort, Element element) = 0;
  /// How people read the value, for instance `3` or `cons(0, nil)`.
  virtual std::string text(uint32_t sort, Element element) = 0;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_MODEL_H
