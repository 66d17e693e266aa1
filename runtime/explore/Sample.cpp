//===- Sample.cpp - The assignments that candidates are tested under ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Sample.h"

#include <algorithm>
#include <random>

namespace mplrt {

namespace {

constexpr size_t coreShare = 8; // One in so many assignments.

} // namespace

Sample::Sample(std::vector<std::shared_ptr<Model>> models,
               const std::vector<uint32_t> &sorts, size_t limit, Choice choice)
    : variables(sorts.size()) {
  // Each model gets its share; what a small model leaves, the later ones have.
  size_t left = limit;
  for (size_t m = 0; m < models.size(); ++m) {
    const size_t before = numAssignments;
    addSegment(models[m], sorts, std::max<size_t>(1, left / (models.size() - m)),
               choice);
    left -= std::min(left, numAssignments - before);
  }
  chooseCore();
}

/// Of each model the assignments whose numbers are smallest in sum.
void Sample::chooseCore() {
  for (const Stretch &s : segments) {
    std::vector<std::pair<size_t, uint32_t>> order;
    for (size_t k = s.first; k < s.first + s.size; ++k) {
      size_t sum = 0;
      for (const auto &values : variables)
        sum += values[k];
      order.push_back({sum, uint32_t(k)});
    }
    std::sort(order.begin(), order.end());
    order.resize((order.size() + coreShare - 1) / coreShare);
    for (const auto &[sum, k] : order)
      smallest.push_back(k);
  }
}

void Sample::addSegment(const std::shared_ptr<Model> &model,
                        const std::vector<uint32_t> &sorts, size_t limit,
                        Choice choice) {
  std::vector<std::vector<Element>> pools;
  size_t all = 1;
  for (const uint32_t sort : sorts) {
    pools.push_back(model->values(sort));
    if (pools.back().empty())
      return; // No assignment: an empty set.
    all = std::min(all * pools.back().size(), limit + 1);
  }
  const size_t n =
      choice == Choice::Smallest ? addSmallest(pools, limit) : addDrawn(pools, all, limit);
  segments.push_back({model, numAssignments, n});
  numAssignments += n;
}

/// All tuples, if there are no more than `limit`; how many.
size_t Sample::addDrawn(const std::vector<std::vector<Element>> &pools, size_t all,
                        size_t limit) {
  const size_t n = std::min(all, limit);
  std::mt19937 random(1);
  for (size_t k = 0; k < n; ++k) {
    size_t tuple = k;
    for (size_t v = 0; v < pools.size(); ++v) {
      const size_t size = pools[v].size();
      // Small values, which meet conditions more often, are drawn more often.
      const size_t one = random() % size, other = random() % size;
      variables[v].push_back(
          pools[v][all <= limit ? tuple % size : std::min(one, other)]);
      tuple /= size;
    }
  }
  return n;
}

/// By the sum of their positions in the pools; how many.
size_t Sample::addSmallest(const std::vector<std::vector<Element>> &pools,
                           size_t limit) {
  std::vector<size_t> at(pools.size());
  size_t added = 0, largest = 0;
  for (const auto &pool : pools)
    largest = std::max(largest, pool.size() - 1);
  auto choose = [&](auto &self, size_t v, size_t sum) -> void {
    if (v < pools.size()) {
      for (at[v] = 0; at[v] < pools[v].size() && at[v] <= sum; ++at[v])
        self(self, v + 1, sum - at[v]);
    } else if (sum == 0 && added < limit) {
      for (size_t w = 0; w < pools.size(); ++w)
        variables[w].push_back(pools[w][at[w]]);
      ++added;
    }
  };
  for (size_t sum = 0; sum <= largest; ++sum)
    choose(choose, 0, sum);
  return added;
}

std::vector<Element> Sample::constant(uint32_t sort, uint32_t index) const {
  std::vector<Element> result;
  for (const Stretch &s : segments)
    result.insert(result.end(), s.size, s.model->constant(sort, index));
  return result;
}

std::vector<Element> Sample::apply(uint32_t function, ElementColumns inputs) const {
  std::vector<Element> result(numAssignments);
  for (const Stretch &s : segments) {
    std::vector<const Element *> own;
    for (const Element *column : inputs)
      own.push_back(column + s.first);
    s.model->apply(function, own, s.size, result.data() + s.first);
  }
  return result;
}

std::vector<uint8_t> Sample::holds(uint32_t relation, ElementColumns arguments) const {
  std::vector<uint8_t> result(numAssignments);
  for (const Stretch &s : segments) {
    std::vector<const Element *> own;
    for (const Element *column : arguments)
      own.push_back(column + s.first);
    s.model->holds(relation, own, s.size, result.data() + s.first);
  }
  return result;
}

Model &Sample::modelOf(size_t assignment) const {
  for (const Stretch &s : segments)
    if (assignment < s.first + s.size)
      return *s.model;
  return *segments.back().model;
}

} // namespace mplrt
