//===- GridTime.cpp - Blocks on the time line of a grid -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Each block was run by the model of one core, which gave its cycles; here the
// blocks are placed in time. The cores are a square mesh with dimension-ordered
// routing; host ports stand at routers along one edge, each serving a band of columns. An
// attempt keeps its core, or, if the grid is eager, its blocks run at once: the direct
// proof beside all cases of all inductions. Work is handed out in order to the core of
// the least time; a batch ends when its last block does, and then new theorems are
// mailed to all cores.
//
// An eager grid would also begin blocks that turned out not to be wanted, as another
// way led to a proof; they are not among the records and not counted.
//
// What is abstracted is contention inside the mesh. Towards the cores it is none:
// a port sends one word a cycle, and its words only part. Towards the host words
// meet, but the port is the narrowest place, and it is modelled: it takes one
// word a cycle, in the order in which blocks began.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/GridTime.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace mplrt {

namespace {

class Placer {
public:
  explicit Placer(const GridShape &shape)
      : shape(shape), side(uint32_t(std::ceil(std::sqrt(double(shape.cores))))),
        ports(std::clamp(shape.hostPorts, 1u, side)), inFree(ports, 0),
        outFree(ports, 0) {}

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

  /// Every port sends the words once; routers pass them on in all directions.
  void broadcast(uint64_t words) {
    const uint64_t cycles = words + uint64_t(2 * side) * shape.hopCycles;
    now += cycles;
    time.broadcastCycles += cycles;
    time.wordsIn += words;
    time.wordHops += words * shape.cores;
  }

  void batch(const BlockRecord *first, const BlockRecord *last) {
    using Core = std::pair<uint64_t, uint32_t>; // Free from, number.
    std::priority_queue<Core, std::vector<Core>, std::greater<>> cores;
    for (uint32_t c = 0; c < shape.cores; ++c)
      cores.push({now, c});
    std::fill(inFree.begin(), inFree.end(), now);
    std::fill(outFree.begin(), outFree.end(), now);
    uint64_t end = now;
    if (shape.isEager) {
      std::vector<uint64_t> ends;
      for (; first != last; ++first) {
        auto [free, core] = cores.top();
        cores.pop();
        // Only those of an attempt have their parents before them.
        if (first->parent != 0 && first->parent <= ends.size())
          free = std::max(free, ends[ends.size() - first->parent]);
        ends.push_back(block(*first, core, free));
        end = std::max(end, ends.back());
        cores.push({ends.back(), core});
      }
      now = end;
      return;
    }
    while (first != last) {
      const BlockRecord *next = first + 1;
      // Blocks of no attempt stand alone.
      while (next != last && next->attempt == first->attempt &&
             first->attempt != ~0u)
        ++next;
      auto [free, core] = cores.top();
      cores.pop();
      for (; first != next; ++first)
        free = block(*first, core, free);
      end = std::max(end, free);
      cores.push({free, core});
    }
    now = end;
  }

  /// When the host has the last word of the block that may begin at `free`.
  uint64_t block(const BlockRecord &record, uint32_t core, uint64_t free) {
    const uint32_t p = port(core);
    const uint64_t travel = uint64_t(hops(core)) * shape.hopCycles;
    const uint64_t sent = std::max(free, inFree[p]);
    inFree[p] = sent + record.wordsIn;
    // A core takes commands as they come.
    const uint64_t loaded =
        sent + travel + std::max(record.loadCycles, record.wordsIn);
    const uint64_t talk =
        record.exchanges * (2 * travel + shape.hostCycles);
    const uint64_t ran = loaded + record.cycles + talk;
    outFree[p] = std::max(outFree[p], loaded) + record.wordsOut;
    const uint64_t end = std::max(ran, outFree[p]);
    time.busyCycles += record.cycles;
    time.loadCycles += record.loadCycles;
    time.waitCycles += end - free - record.cycles - record.loadCycles;
    time.wordsIn += record.wordsIn;
    time.wordsOut += record.wordsOut;
    time.wordHops += (record.wordsIn + record.wordsOut) * hops(core);
    return end;
  }

  const GridShape shape;
  const uint32_t side, ports;
  std::vector<uint64_t> inFree, outFree;
  uint64_t now = 0;
  GridTime time;
};

} // namespace

double GridTime::portLoad(const GridShape &shape) const {
  const double capacity = double(cycles) * shape.hostPorts;
  return capacity == 0 ? 0 : double(std::max(wordsIn, wordsOut)) / capacity;
}

GridTime placeOnGrid(const std::vector<BlockRecord> &blocks,
                     const std::vector<BatchRecord> &batches,
                     const GridShape &shape) {
  return Placer(shape).run(blocks, batches);
}

} // namespace mplrt
