//===- TestKernels.h - Generated code that tests candidates -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The contract between exploration and the kernels that lib/Conversion/
// TestKernels.cpp builds: columns of values, one an assignment, and sets of
// assignments as bits. The library is compiled twice when the project is built, for
// any processor of its kind and for those with 256-bit vectors; testKernels() says
// which one runs here.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_KERNEL_TESTKERNELS_H
#define MPLRT_KERNEL_TESTKERNELS_H

#include <cstdint>

namespace mplrt {

/// Inputs of a function that there is a gather for.
inline constexpr uint32_t kMaxGatherInputs = 4;
/// No value: one that is not known, and an entry of a table that was not asked for
/// yet or is beyond it. All values are below both.
inline constexpr uint16_t kUnknownValue = 0xFFFF, kPendingValue = 0xFFFE;

/// The entries of a library in their order; each is a function.
struct TestKernels {
  /// outputs[k] = table[(inputs[0][k] * stride + inputs[1][k]) * stride ...];
  /// unknown where an input is, pending where an input is not below the stride. Says
  /// whether an output is pending. One function for each number of inputs, from one
  /// on. The table is not empty.
  using Gather = uint32_t(const uint16_t *table, uint32_t stride,
                          const uint16_t *const *inputs, uint64_t n,
                          uint16_t *outputs);
  Gather *gather[kMaxGatherInputs];
  /// Whether left[k] = right[k] for every k for which both are known.
  uint32_t (*agree)(const uint16_t *left, const uint16_t *right, uint64_t n);
  /// Whether there is no k for which both are known and equal.
  uint32_t (*differ)(const uint16_t *left, const uint16_t *right, uint64_t n);
  /// Of n assignments, the sets of those for which both sides are known and equal, and
  /// known and different. Whole words are written, the lowest bits first.
  void (*compare)(const uint16_t *left, const uint16_t *right, uint64_t n,
                  uint64_t *equal, uint64_t *different);
  /// Of sets with so many words: nothing is in both; all of `a` is in `b`; how many
  /// are in both.
  uint32_t (*isDisjoint)(const uint64_t *a, const uint64_t *b, uint64_t words);
  uint32_t (*isSubset)(const uint64_t *a, const uint64_t *b, uint64_t words);
  uint64_t (*countCommon)(const uint64_t *a, const uint64_t *b, uint64_t words);
};

/// The library for this processor.
const TestKernels &testKernels();

} // namespace mplrt

extern "C" const mplrt::TestKernels mplTestsGeneric;
#ifdef MPLRT_HAS_WIDE_TESTS
extern "C" const mplrt::TestKernels mplTestsWide;
#endif

#endif // MPLRT_KERNEL_TESTKERNELS_H
