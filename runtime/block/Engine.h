//===- Engine.h - What saturates a block ------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The seam between the grid, which decides which blocks there are, and what runs
// them. Without an engine (Theory::engine), a block runs native code itself. An
// engine leaves the block in exactly the state in which native code would:
// the same rows in the same order with the same provenance, the same merges. It
// is told of batches and attempts so that it can account for what could have run at
// the same time.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_BLOCK_ENGINE_H
#define MPLRT_BLOCK_ENGINE_H

#include <cstddef>
#include <cstdint>

namespace mplrt {

class Block;
struct Budget;

class Engine {
public:
  virtual ~Engine() = default;

  /// As Block::saturate and Block::grow. May be called by several threads, each
  /// with blocks of its own.
  virtual void saturate(Block &block, const Budget &budget) = 0;
  virtual bool grow(Block &block, const Budget &budget) = 0;

  /// Attempts 0..n-1 that do not depend on each other are about to run; until the
  /// batch ends, every thread says which attempt it runs. All have the same theorems,
  /// or each its own.
  enum class Theorems : uint8_t { Same, Own };
  virtual void beginBatch(size_t n, Theorems theorems) {}
  virtual void beginAttempt(size_t index) {}
  virtual void endAttempt() {}
  virtual void endBatch() {}
};

/// Tells an engine, if there is one, of a batch while in scope.
class InBatch {
public:
  InBatch(Engine *engine, size_t n,
          Engine::Theorems theorems = Engine::Theorems::Same)
      : engine(engine) {
    if (engine)
      engine->beginBatch(n, theorems);
  }
  InBatch(const InBatch &) = delete;
  ~InBatch() {
    if (engine)
      engine->endBatch();
  }

private:
  Engine *engine;
};

/// And of an attempt of this thread.
class InAttempt {
public:
  InAttempt(Engine *engine, size_t index) : engine(engine) {
    if (engine)
      engine->beginAttempt(index);
  }
  InAttempt(const InAttempt &) = delete;
  ~InAttempt() {
    if (engine)
      engine->endAttempt();
  }

private:
  Engine *engine;
};

/// Which state of an engine holds a block. A copy of a block is held by none.
class Residence {
public:
  Residence() = default;
  Residence(const Residence &other) : last(other.last) {}
  Residence &operator=(const Residence &other) {
    stamp = 0;
    last = other.last;
    return *this;
  }

  uint64_t stamp = 0; ///< 0: none.
  /// The last stamp that the block had, or the one that it is a copy of.
  uint64_t last = 0;
};

} // namespace mplrt

#endif // MPLRT_BLOCK_ENGINE_H
