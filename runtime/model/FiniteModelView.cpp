//===- FiniteModelView.cpp - Finite models to test candidates in ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/model/FiniteModelView.h"

namespace mplrt {

FiniteModelView::FiniteModelView(const calculus::Program &program, FiniteModel model)
    : program(program), model(std::move(model)), offsets{0} {
  for (const uint32_t size : this->model.sizes)
    offsets.push_back(offsets.back() + size);
}

uint32_t FiniteModelView::local(uint32_t relation, uint32_t column,
                                Element element) const {
  const uint32_t domain = model.domains.columns[relation][column];
  if (element < offsets[domain] || element >= offsets[domain + 1])
    return FiniteModel::undefined;
  return element - offsets[domain];
}

std::vector<Element> FiniteModelView::values(uint32_t sort) {
  std::vector<Element> result;
  if (sort == calculus::none) { // Anything at all.
    for (uint32_t e = 0; e < offsets.back(); ++e)
      result.push_back(Element(e));
    return result;
  }
  const uint32_t domain = model.domains.columns[sort][0];
  for (uint32_t e = 0; e < model.sizes[domain]; ++e)
    if (model.holds(sort, {&e, 1}))
      result.push_back(Element(offsets[domain] + e));
  return result;
}

Element FiniteModelView::constant(uint32_t, uint32_t index) {
  return Element(offsets[model.domains.constants[index]] + model.constants[index]);
}

/// The function on all elements, those of other domains included.
const std::vector<Element> &FiniteModelView::tableOf(uint32_t function,
                                                     size_t numInputs) {
  const auto [it, isNew] = tables.try_emplace(function);
  std::vector<Element> &table = it->second;
  if (!isNew)
    return table;
  const size_t stride = offsets.back();
  size_t size = 1;
  for (size_t a = 0; a < numInputs; ++a)
    size *= stride;
  table.resize(size);
  std::vector<Element> inputs(numInputs);
  std::vector<const Element *> columns;
  for (const Element &input : inputs)
    columns.push_back(&input);
  for (size_t at = 0; at < size; ++at) {
    size_t rest = at;
    for (size_t a = numInputs; a-- > 0; rest /= stride)
      inputs[a] = Element(rest % stride);
    applyEach(function, columns, 1, &table[at]);
  }
  return table;
}

Model::Table FiniteModelView::table(uint32_t function) {
  const size_t inputs = model.domains.columns[function].size() - 1;
  if (inputs == 0 || inputs > kMaxGatherInputs)
    return {};
  return {tableOf(function, inputs).data(), offsets.back()};
}

void FiniteModelView::apply(uint32_t function, ElementColumns inputs, size_t n,
                            Element *outputs) {
  if (inputs.empty() || inputs.size() > kMaxGatherInputs)
    return applyEach(function, inputs, n, outputs);
  // Nothing is pending: the table has all elements.
  testKernels().gather[inputs.size() - 1](tableOf(function, inputs.size()).data(),
                                          offsets.back(), inputs.data(), n, outputs);
}

void FiniteModelView::applyEach(uint32_t function, ElementColumns inputs, size_t n,
                                Element *outputs) const {
  const auto last = uint32_t(inputs.size());
  std::vector<uint32_t> arguments(inputs.size());
  for (size_t k = 0; k < n; ++k) {
    bool isKnown = true;
    for (uint32_t a = 0; a < last; ++a) {
      arguments[a] = local(function, a, inputs[a][k]);
      isKnown &= arguments[a] != FiniteModel::undefined;
    }
    const uint32_t output =
        isKnown ? model.apply(function, arguments) : FiniteModel::undefined;
    outputs[k] = output == FiniteModel::undefined
                     ? kUnknown
                     : Element(offsets[model.domains.columns[function][last]] + output);
  }
}

void FiniteModelView::holds(uint32_t relation, ElementColumns columns, size_t n,
                            uint8_t *results) {
  std::vector<uint32_t> arguments(columns.size());
  for (size_t k = 0; k < n; ++k) {
    bool isKnown = true;
    for (uint32_t a = 0; a < columns.size(); ++a) {
      arguments[a] = local(relation, a, columns[a][k]);
      isKnown &= arguments[a] != FiniteModel::undefined;
    }
    results[k] = isKnown && model.holds(relation, arguments);
  }
}

std::string FiniteModelView::text(uint32_t, Element element) {
  if (element == kUnknown)
    return "?";
  for (uint32_t c = 0; c < model.constants.size(); ++c)
    if (constant(calculus::none, c) == element)
      return program.constants[c];
  return "e" + std::to_string(element);
}

} // namespace mplrt
