//===- GridTime.h - Blocks on the time line of a grid -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_GRIDTIME_H
#define MPLRT_MACHINE_GRIDTIME_H

#include "runtime/machine/MachineEngine.h"

namespace mplrt {

struct GridShape {
  uint32_t cores = 1;
  uint32_t hopCycles = 2;   ///< A flit takes from one router to the next.
  uint32_t hostPorts = 1;   ///< Of one word a cycle in each direction.
  uint32_t hostCycles = 64; ///< From a block's STATUS to the next command.
  /// The blocks of an attempt start as soon as there is a core, and not one after
  /// the other; only a case of a split waits for the block that was split.
  bool isEager = false;
  // Not so in hardware/rtl; what it would be good for.
  /// Routers pass what is mailed on in all directions, so that a port sends a theorem
  /// once. If they do not, each core is sent what it has missed with its next block.
  bool isMulticast = false;
  /// A mailbox keeps the commands that load a block. If it does not, they wait in the
  /// mesh while the core clears its memories, and hold the port.
  bool isBuffered = false;
};

/// Where the time of a grid goes. What is said to be of all cores is a sum over them.
struct GridTime {
  uint64_t cycles = 0;      ///< From the first command to the last event.
  uint64_t busyCycles = 0;  ///< Of all cores: running blocks.
  uint64_t loadCycles = 0;  ///< Of all cores: being loaded.
  // Of all cores, those that have a block and stand still.
  uint64_t portCycles = 0;   ///< The host's port serves others.
  uint64_t travelCycles = 0; ///< Words are on their way.
  uint64_t hostCycles = 0;   ///< The host considers what to do next.
  uint64_t wordsIn = 0, wordsOut = 0;
  uint64_t wordHops = 0;    ///< Words times the links that they pass.
  uint64_t broadcastCycles = 0; ///< Mailing theorems, part of `cycles`.
  /// Cycles in which a core has a block, by core.
  std::vector<uint64_t> used;

  /// Of all cores: the batch has nothing more for them.
  uint64_t barrierCycles(const GridShape &shape) const {
    return (cycles - broadcastCycles) * shape.cores - busyCycles - loadCycles -
           portCycles - travelCycles - hostCycles;
  }
  /// Part of the time of all cores in which they have no block.
  double idle(const GridShape &shape) const {
    const double all = double(cycles) * shape.cores;
    return all == 0 ? 0
                    : double(barrierCycles(shape) + broadcastCycles * shape.cores) / all;
  }
  /// Part of its time in which the core has no block that has least, or most, or
  /// stands in the middle (part 0, 1, 0.5).
  double idleOfCore(double part) const;
  /// Of the ports' capacity, the busier direction.
  double portLoad(const GridShape &shape) const;
  /// Of the capacity of all links of the mesh, on average.
  double linkLoad(const GridShape &shape) const;
};

/// Places the blocks of a run on the cores of a mesh, batch after batch
/// (docs/hardware.md, 'The grid').
GridTime placeOnGrid(const std::vector<BlockRecord> &blocks,
                     const std::vector<BatchRecord> &batches,
                     const GridShape &shape);

} // namespace mplrt

#endif // MPLRT_MACHINE_GRIDTIME_H
