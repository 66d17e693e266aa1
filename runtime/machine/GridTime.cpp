//===- GridTime.cpp - Blocks on the time line of a grid -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each block was run by the model of one core, which gave its cycles; here the
// blocks are placed in time. The cores are a square mesh with dimension-ordered
// routing; host ports stand at routers along one edge, each serving a band of columns.
// Work is handed out in order, to the core that has been without longest: whole attempts,
// whose blocks follow each other there, or, if the grid is eager, single blocks, the
// direct proof beside all cases of all inductions. A batch ends when its last block
// does, and then new theorems are mailed to all cores.
//
// It is a simulation of events: what is done next is always what begins first, so that
// the ports serve those that come first. (To place one attempt after the other would
// let the first block of the second one wait for the port until the first one has sent
// its last.)
//
// An eager grid would also begin blocks that turned out not to be wanted, as another
// way led to a proof; they are not among the records and not counted.
//
// What is abstracted is contention inside the mesh. Towards the cores it is none:
// a port sends one word a cycle, and its words only part. Towards the host words
// meet, but the port is the narrowest place, and it is modelled: it takes one
// word a cycle, in the order in which blocks began. Headers of packets are not counted.
// hardware/test/lbm-rtl-replay does the same with a grid in SystemVerilog.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/GridTime.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <span>

namespace mplrt {

namespace {

class Placer {
public:
  explicit Placer(const GridShape &shape)
      : shape(shape), side(uint32_t(std::ceil(std::sqrt(double(shape.cores))))),
        ports(std::clamp(shape.hostPorts, 1u, side)), inFree(ports, 0),
        outFree(ports, 0) {
    time.used.resize(shape.cores);
    mailed.resize(shape.cores, 0);
  }

  GridTime run(const std::vector<BlockRecord> &blocks,
               const std::vector<BatchRecord> &batches) {
    size_t at = 0;
    const size_t n = std::max<size_t>(batches.size(), 1);
    for (size_t b = 0; b < n; ++b) {
      const size_t first = at;
      while (at < blocks.size() && blocks[at].batch == b)
        ++at;
      if (b < batches.size() && batches[b].theoremWords > 0)
        broadcast(batches[b].theoremWords);
      batch(blocks.data() + first, blocks.data() + at);
    }
    time.cycles = now;
    return time;
  }

private:
  uint32_t port(uint32_t core) const { return core % side * ports / side; }
  uint32_t hops(uint32_t core) const {
    const uint32_t column = core % side, row = core / side;
    const uint32_t at = (2 * port(core) + 1) * side / (2 * ports); // Mid-band.
    return 1 + row + (column > at ? column - at : at - column);
  }

  void broadcast(uint64_t words) {
    mail += words;
    if (!shape.isMulticast)
      return;
    const uint64_t cycles = words + uint64_t(2 * side) * shape.hopCycles;
    now += cycles;
    time.broadcastCycles += cycles;
    time.wordsIn += words;
    time.wordHops += words * shape.cores;
  }

  using Core = std::pair<uint64_t, uint32_t>; // Free from, number.
  using Cores = std::priority_queue<Core, std::vector<Core>, std::greater<>>;

  void batch(const BlockRecord *first, const BlockRecord *last) {
    Cores cores;
    for (uint32_t c = 0; c < shape.cores; ++c)
      cores.push({now, c});
    std::fill(inFree.begin(), inFree.end(), now);
    std::fill(outFree.begin(), outFree.end(), now);
    if (shape.isEager)
      placeBlocks({first, last}, cores);
    else
      placeAttempts(first, last, cores);
  }

  void placeAttempts(const BlockRecord *next, const BlockRecord *last, Cores &cores) {
    // What is left of the attempt that each core has.
    std::vector<std::span<const BlockRecord>> left(shape.cores);
    while (!cores.empty()) {
      const auto [free, core] = cores.top();
      cores.pop();
      if (left[core].empty()) {
        if (next == last)
          continue;
        const BlockRecord *first = next++;
        // Blocks of no attempt stand alone.
        while (next != last && next->attempt == first->attempt && first->attempt != ~0u)
          ++next;
        left[core] = {first, next};
      }
      const uint64_t end = block(left[core].front(), core, free);
      left[core] = left[core].subspan(1);
      now = std::max(now, end);
      cores.push({end, core});
    }
  }

  void placeBlocks(std::span<const BlockRecord> blocks, Cores &cores) {
    // Only those of an attempt have their parents before them.
    std::vector<std::vector<size_t>> children(blocks.size());
    // Blocks that may begin, the first first; and those that will at a known time.
    using Later = std::pair<uint64_t, size_t>;
    std::priority_queue<size_t, std::vector<size_t>, std::greater<>> ready;
    std::priority_queue<Later, std::vector<Later>, std::greater<>> later;
    for (size_t i = 0; i < blocks.size(); ++i)
      if (const uint32_t parent = blocks[i].parent; parent != 0 && parent <= i)
        children[i - parent].push_back(i);
      else
        ready.push(i);
    while (!cores.empty() && !(ready.empty() && later.empty())) {
      const auto [free, core] = cores.top();
      cores.pop();
      for (; !later.empty() && later.top().first <= free; later.pop())
        ready.push(later.top().second);
      if (ready.empty()) {
        cores.push({later.top().first, core});
        continue;
      }
      const size_t i = ready.top();
      ready.pop();
      const uint64_t end = block(blocks[i], core, free);
      for (const size_t child : children[i])
        later.push({end, child});
      now = std::max(now, end);
      cores.push({end, core});
    }
  }

  /// When the host has the last word of the block that may begin at `free`.
  uint64_t block(const BlockRecord &record, uint32_t core, uint64_t free) {
    const uint64_t missed = shape.isMulticast ? 0 : mail - mailed[core];
    mailed[core] = mail;
    const uint64_t wordsIn = record.wordsIn + missed;
    const uint64_t load = record.loadCycles + missed;
    const uint32_t p = port(core);
    const uint64_t travel = uint64_t(hops(core)) * shape.hopCycles;
    const uint64_t sent = std::max(free, inFree[p]);
    inFree[p] = sent + (shape.isBuffered ? wordsIn : std::max(load, wordsIn));
    // A core takes commands as they come.
    const uint64_t loaded = sent + travel + std::max(load, wordsIn);
    const uint64_t talk =
        record.exchanges * (2 * travel + shape.hostCycles);
    const uint64_t ran = loaded + record.cycles + talk;
    outFree[p] = std::max(outFree[p], loaded) + record.wordsOut;
    const uint64_t end = std::max(ran, outFree[p]);
    time.busyCycles += record.cycles;
    time.loadCycles += load;
    time.portCycles += sent - free + (end - ran);
    time.hostCycles += record.exchanges * shape.hostCycles;
    time.travelCycles += loaded - sent - load + record.exchanges * 2 * travel;
    time.used[core] += end - free;
    time.wordsIn += wordsIn;
    time.wordsOut += record.wordsOut;
    time.wordHops += (wordsIn + record.wordsOut) * hops(core);
    return end;
  }

  const GridShape shape;
  const uint32_t side, ports;
  std::vector<uint64_t> inFree, outFree;
  uint64_t mail = 0;            ///< Words of theorems so far,
  std::vector<uint64_t> mailed; ///< and those of them that a core has.
  uint64_t now = 0;
  GridTime time;
};

} // namespace

double GridTime::portLoad(const GridShape &shape) const {
  const double capacity = double(cycles) * shape.hostPorts;
  return capacity == 0 ? 0 : double(std::max(wordsIn, wordsOut)) / capacity;
}

double GridTime::linkLoad(const GridShape &shape) const {
  const double side = std::ceil(std::sqrt(double(shape.cores)));
  const double links = 4 * side * (side - 1) + 2 * shape.hostPorts; // Both ways.
  return cycles == 0 ? 0 : double(wordHops) / (links * double(cycles));
}

double GridTime::idleOfCore(double part) const {
  if (used.empty() || cycles == 0)
    return 0;
  std::vector<uint64_t> sorted(used);
  std::sort(sorted.rbegin(), sorted.rend()); // The least idle first.
  const size_t at = std::min(sorted.size() - 1, size_t(part * double(sorted.size())));
  return 1 - double(sorted[at]) / double(cycles);
}

GridTime placeOnGrid(const std::vector<BlockRecord> &blocks,
                     const std::vector<BatchRecord> &batches,
                     const GridShape &shape) {
  return Placer(shape).run(blocks, batches);
}

} // namespace mplrt
