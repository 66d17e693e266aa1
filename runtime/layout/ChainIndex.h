//===- ChainIndex.h - Chains of step kernels, what is alike run once -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_LAYOUT_CHAININDEX_H
#define MPLRT_LAYOUT_CHAININDEX_H

#include "runtime/layout/KernelABI.h"

#include <cstddef>
#include <vector>

namespace mplrt {

/// An environment entry that holds a constant, set before the step that needs it.
struct ChainConstant {
  uint32_t entry;
  uint32_t constant;
  uint32_t step; ///< The first that needs it.
  bool operator==(const ChainConstant &) const = default;
};

/// A plan as a chain of step kernels. Steps number the rows that they match in order
/// (Step::premise); environment entries, too, are numbered in the order of use.
struct Chain {
  struct InUse {
    uint32_t entries, rows;
  };
  std::vector<Step> steps;
  std::vector<InUse> after;       ///< What each step leaves to the next.
  std::vector<uint32_t> premises; ///< The premise that each matched row belongs to.
  std::vector<ChainConstant> constants;
  bool slow = false; ///< A step is interpreted (see layout/Chains.h).
};

/// What shared beginnings of chains have matched, while one new row is worked on. A
/// match is the rows, then the environment, with room for what longer chains add; each
/// part is a multiple of four words, which are copied at once.
struct KeptMatches {
  struct Range {
    std::size_t begin, end; ///< In `words`.
  };
  std::vector<uint32_t> words; ///< Those from `used` on are to be overwritten.
  std::size_t used = 0;
  std::vector<Range> ranges;    ///< Of each segment that keeps some and has run.
  std::vector<uint64_t> active; ///< Bits of segments that have something to run on.
};

/// The chains of all rules, by the relation of their pivot.
///
/// Rules that rewrite terms begin alike, and each rule comes with builds that begin as
/// it does. What several chains begin with runs once for a new row: its matches are
/// kept, and the rest of each chain runs on all of them. Chains still run one after
/// another, in the order in which they were added, and each sees its matches in the
/// order in which it would have found them: a list is walked from new rows to old ones,
/// and what chains add in between is newer than the pivot.
class ChainIndex {
public:
  explicit ChainIndex(std::size_t numRelations = 0) : lists(numRelations) {}

  void add(uint32_t relation, Chain chain);
  /// To be called when all chains are there.
  void share();
  /// Joins the block's new row, of this relation, with older ones.
  void run(Block &block, uint32_t relation) const;

private:
  /// Steps that run on each match of another segment, or on the new row.
  struct Segment {
    std::vector<Step> steps;        ///< The last finishes a chain, or keeps a match.
    std::vector<uint32_t> premises; ///< As in Chain, for the other segment's rows.
    std::vector<ChainConstant> constants;
    uint32_t from = kNone; ///< The other segment: the how many-th that keeps some.
    uint32_t rowWords = 0, words = 0; ///< Of its matches.
    uint32_t entries = 0;             ///< Of its environment.
    uint32_t keeps = kNone; ///< The how many-th that keeps some this is.
    bool slow = false;
  };
  struct List {
    std::vector<Chain> chains;
    std::vector<Segment> segments;
    /// Bits of segments: those that run on the new row, and, for each that keeps
    /// matches, those that run on them.
    std::vector<uint64_t> roots;
    std::vector<std::vector<uint64_t>> users;
    bool isShared = true;
  };
  class Sharing;
  static void runOnMatches(Block &block, const Segment &segment);

  std::vector<List> lists;
};

} // namespace mplrt

#endif // MPLRT_LAYOUT_CHAININDEX_H
