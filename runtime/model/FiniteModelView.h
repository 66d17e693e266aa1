//===- FiniteModelView.h - Finite models to test candidates in --*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MODEL_FINITEMODELVIEW_H
#define MPLRT_MODEL_FINITEMODELVIEW_H

#include "runtime/explore/Model.h"
#include "runtime/model/FiniteModel.h"

#include <map>

namespace mplrt {

/// A finite model as exploration sees it. The elements of all domains are numbered
/// one after the other.
class FiniteModelView final : public Model {
public:
  FiniteModelView(const calculus::Program &program, FiniteModel model);

  std::vector<Element> values(uint32_t sort) override;
  Element constant(uint32_t sort, uint32_t index) override;
  void apply(uint32_t function, ElementColumns inputs, size_t n,
             Element *outputs) override;
  Table table(uint32_t function) override;
  void holds(uint32_t relation, ElementColumns arguments, size_t n,
             uint8_t *results) override;
  Shape shape(uint32_t, Element) override { return {}; }
  bool isDefinite(uint32_t, Element element) override { return element != kUnknown; }
  std::string text(uint32_t sort, Element element) override;

private:
  /// The element's number in the domain of a column; undefined if it is of another.
  uint32_t local(uint32_t relation, uint32_t column, Element element) const;

  const std::vector<Element> &tableOf(uint32_t function, size_t numInputs);
  void applyEach(uint32_t function, ElementColumns inputs, size_t n,
                 Element *outputs) const;

  const calculus::Program &program;
  const FiniteModel model;
  std::map<uint32_t, std::vector<Element>> tables; ///< By function.
  std::vector<uint32_t> offsets; ///< By domain.
};

} // namespace mplrt

#endif // MPLRT_MODEL_FINITEMODELVIEW_H
