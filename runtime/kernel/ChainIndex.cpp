//===- ChainIndex.cpp - What is alike in chains runs once -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/layout/ChainIndex.h"

#include "runtime/block/BlockInline.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <numeric>

namespace mplrt {

namespace {

constexpr size_t envSize = 256;

constexpr uint32_t atOnce = 4; // Words.

/// Even nothing is copied so many at a time.
uint32_t padded(uint32_t words) {
  return std::max(1u, (words + atOnce - 1) / atOnce) * atOnce;
}

/// There is room to copy too much; few words are the rule.
void copyWords(const uint32_t *from, uint32_t count, uint32_t *to) {
  std::memcpy(to, from, atOnce * sizeof(uint32_t));
  if (count > atOnce) [[unlikely]]
    std::memcpy(to + atOnce, from + atOnce, (count - atOnce) * sizeof(uint32_t));
}

/// The step that ends a shared beginning. `premise`: rows; `strict`, `slot`: words of
/// rows and of the whole match; `extra`: entries.
void keepMatch(Block *b, const Step *step, Id *env) {
  KeptMatches &kept = *b->kept;
  if (kept.used + step->slot > kept.words.size()) [[unlikely]] {
    kept.words.resize(kept.words.size() * 2 + std::max(1024u, step->slot));
    return keepMatch(b, step, env);
  }
  uint32_t *to = &kept.words[kept.used];
  kept.used += step->slot;
  copyWords(b->match, step->premise, to);
  copyWords(env, step->extra, to + step->strict);
}

} // namespace

//===----------------------------------------------------------------------===//
// Finding what is alike
//===----------------------------------------------------------------------===//

/// The tree of the steps that chains begin with.
class ChainIndex::Sharing {
public:
  explicit Sharing(List &list) : list(list) {}

  void run() {
    list.segments.clear();
    for (const Chain &chain : list.chains)
      insert(chain);
    for (const Chain &chain : list.chains)
      addSegments(chain);
    const size_t words = (list.segments.size() + 63) / 64;
    list.roots.assign(words, 0);
    list.users.assign(numKept, list.roots);
    for (size_t i = 0; i < list.segments.size(); ++i) {
      const uint32_t from = list.segments[i].from;
      (from == kNone ? list.roots : list.users[from])[i / 64] |= uint64_t(1) << i % 64;
    }
  }

private:
  struct Node {
    const Chain *chain; ///< The first that has this step.
    uint32_t step;
    std::vector<uint32_t> next;
    uint32_t numChains = 0;
    uint32_t room = 0;     ///< Environment entries of the longest chain.
    uint32_t kept = kNone; ///< Segment::from of what runs on its matches.
  };

  static bool isSame(const Chain &a, const Chain &b, uint32_t step) {
    const Step &x = a.steps[step], &y = b.steps[step];
    if (x.run != y.run || x.relation != y.relation || x.strict != y.strict ||
        x.extra != y.extra || !std::equal(std::begin(x.reg), std::end(x.reg), y.reg))
      return false;
    auto constants = [step](const Chain &chain) {
      auto first = chain.constants.begin();
      while (first != chain.constants.end() && first->step < step)
        ++first;
      auto last = first;
      while (last != chain.constants.end() && last->step == step)
        ++last;
      return std::pair(first, last);
    };
    const auto [first, last] = constants(a);
    const auto [other, otherLast] = constants(b);
    return std::equal(first, last, other, otherLast);
  }

  std::vector<uint32_t>::const_iterator find(const std::vector<uint32_t> &level,
                                             const Chain &chain, uint32_t step) const {
    return std::find_if(level.begin(), level.end(), [&](uint32_t n) {
      return isSame(*nodes[n].chain, chain, step);
    });
  }

  void insert(const Chain &chain) {
    std::vector<uint32_t> *level = &roots;
    for (uint32_t step = 0; step + 1 < chain.steps.size(); ++step) {
      const auto it = find(*level, chain, step);
      uint32_t node;
      if (it == level->end()) {
        node = uint32_t(nodes.size());
        level->push_back(node);
        nodes.push_back({&chain, step, {}});
      } else {
        node = *it;
      }
      ++nodes[node].numChains;
      nodes[node].room = std::max(nodes[node].room, chain.after.back().entries);
      level = &nodes[node].next;
    }
  }

  /// Several chains have this step, and do not all go on alike. That the new row is
  /// of the right form is found as fast as a match that was kept.
  bool isShared(const Node &node) const {
    return node.step > 0 && node.numChains > 1 &&
           (node.next.empty() || nodes[node.next[0]].numChains < node.numChains);
  }

  void addSegments(const Chain &chain) {
    const std::vector<uint32_t> *level = &roots;
    Segment segment;
    uint32_t begin = 0;
    for (uint32_t step = 0; step + 1 < chain.steps.size(); ++step) {
      Node &node = nodes[*find(*level, chain, step)];
      level = &node.next;
      if (!isShared(node))
        continue;
      const Chain::InUse &inUse = chain.after[step];
      if (node.kept == kNone) {
        take(chain, begin, step + 1, segment);
        Step keeping{};
        keeping.run = keepMatch;
        keeping.premise = inUse.rows;
        keeping.extra = inUse.entries;
        keeping.strict = padded(inUse.rows);
        keeping.slot = padded(inUse.rows) + padded(node.room);
        segment.steps.push_back(keeping);
        segment.keeps = node.kept = numKept++;
        list.segments.push_back(std::move(segment));
      }
      segment = {};
      segment.from = node.kept;
      segment.entries = inUse.entries;
      segment.rowWords = padded(inUse.rows);
      segment.words = padded(inUse.rows) + padded(node.room);
      segment.premises.resize(inUse.rows);
      std::iota(segment.premises.begin(), segment.premises.end(), 0);
      begin = step + 1;
    }
    take(chain, begin, uint32_t(chain.steps.size()), segment);
    for (Step &step : segment.steps)
      step.premise = chain.premises[step.premise];
    for (uint32_t &premise : segment.premises)
      premise = chain.premises[premise];
    segment.slow = chain.slow;
    list.segments.push_back(std::move(segment));
  }

  static void take(const Chain &chain, uint32_t begin, uint32_t end,
                   Segment &segment) {
    segment.steps.assign(chain.steps.begin() + begin, chain.steps.begin() + end);
    for (const ChainConstant &c : chain.constants)
      if (c.step >= begin && c.step < end)
        segment.constants.push_back(c);
  }

  List &list;
  std::vector<Node> nodes;
  std::vector<uint32_t> roots;
  uint32_t numKept = 0;
};

void ChainIndex::add(uint32_t relation, Chain chain) {
  assert(chain.after.back().entries <= envSize);
  if (relation >= lists.size())
    lists.resize(relation + 1);
  lists[relation].chains.push_back(std::move(chain));
  lists[relation].isShared = false;
}

void ChainIndex::share() {
  for (List &list : lists)
    if (!list.isShared) {
      Sharing(list).run();
      list.isShared = true;
    }
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

namespace {

/// A match's rows, to where the premises of a rule expect them. Mostly few.
void placeRows(const uint32_t *rows, const uint32_t *premises, size_t count,
               RowId *match) {
  switch (count) {
  default:
    for (size_t r = 3; r < count; ++r)
      match[premises[r]] = rows[r];
    [[fallthrough]];
  case 3:
    match[premises[2]] = rows[2];
    [[fallthrough]];
  case 2:
    match[premises[1]] = rows[1];
    [[fallthrough]];
  case 1:
    match[premises[0]] = rows[0];
  }
}

} // namespace

/// Finishes chains in place: no more is kept meanwhile, so that matches do not move.
/// One that keeps some has an environment of its own.
void ChainIndex::runOnMatches(Block &block, const Segment &segment) {
  KeptMatches &kept = *block.kept;
  const auto [begin, end] = kept.ranges[segment.from];
  const size_t rows = segment.premises.size();
  const uint32_t *premises = segment.premises.data();
  const Step *steps = segment.steps.data();
  Id ownEnv[envSize];
  for (size_t at = begin; at != end; at += segment.words) {
    uint32_t *match = &kept.words[at];
    placeRows(match, premises, rows, block.match);
    Id *env = match + segment.rowWords;
    if (segment.keeps != kNone) {
      copyWords(env, segment.entries, ownEnv);
      env = ownEnv;
    }
    for (const ChainConstant &c : segment.constants)
      env[c.entry] = block.rep[c.constant];
    steps->run(&block, steps, env);
  }
}

void ChainIndex::run(Block &block, uint32_t relation) const {
  if (relation >= lists.size() || lists[relation].segments.empty())
    return;
  const List &list = lists[relation];
  assert(list.isShared && "share() has not been called");
  KeptMatches &kept = *block.kept;
  kept.used = 0;
  kept.active = list.roots;
  if (kept.ranges.size() < list.users.size())
    kept.ranges.resize(list.users.size());
  Id env[envSize];
  for (size_t word = 0; word < kept.active.size(); ++word)
    // Segments come after those whose matches they run on.
    while (kept.active[word] != 0) {
      const auto bit = size_t(std::countr_zero(kept.active[word]));
      kept.active[word] &= kept.active[word] - 1;
      const Segment &segment = list.segments[word * 64 + bit];
      const uint64_t before = block.firings;
      const size_t first = kept.used;
      if (segment.from == kNone) {
        for (const ChainConstant &c : segment.constants)
          env[c.entry] = block.rep[c.constant];
        segment.steps[0].run(&block, segment.steps.data(), env);
      } else {
        runOnMatches(block, segment);
      }
      if (kept.used != first) {
        kept.ranges[segment.keeps] = {first, kept.used};
        for (size_t w = word; w < kept.active.size(); ++w)
          kept.active[w] |= list.users[segment.keeps][w];
      }
      if (segment.slow)
        block.slowFirings += block.firings - before;
    }
}

} // namespace mplrt
