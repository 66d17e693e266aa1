//===- MachineEngine.h - Blocks on Logic Block cores ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_MACHINEENGINE_H
#define MPLRT_MACHINE_MACHINEENGINE_H

#include "runtime/block/Engine.h"
#include "runtime/machine/Code.h"
#include "runtime/machine/Core.h"

#include <functional>
#include <memory>

namespace mplrt {

/// The stay of one block on a core, from its loading to its end.
struct BlockRecord {
  uint32_t batch = 0, attempt = 0; ///< Attempt ~0: of none.
  uint32_t order = 0;              ///< Among the blocks of a thread.
  uint64_t loadCycles = 0; ///< From RESET to the last word before the first RUN.
  uint64_t cycles = 0;     ///< All others.
  uint64_t instructions = 0, firings = 0;
  uint64_t wordsIn = 0, wordsOut = 0;
  uint64_t programWords = 0; ///< Of wordsIn, instructions.
  uint32_t programSize = 0;  ///< Instructions in all.
  CoreUse use;
  CoreLimit limit = CoreLimit::Done;
};

/// What went over the ports of a core in one exchange.
using ExchangeLog =
    std::function<void(std::span<const uint32_t> commands,
                       std::span<const uint32_t> events,
                       std::span<const uint64_t> cycles)>;

/// Runs blocks on cores of the model, one a thread. The block is loaded by
/// commands; what the core reports is replayed.
///
/// A block stays on its core until the thread runs another one. It is loaded anew if
/// the host changed more than it added; what was demanded and not created is then
/// forgotten. The grid copies blocks at their fixpoints only, where there is none.
class MachineEngine final : public Engine {
public:
  /// Makes the core of a thread: the model, or what stands in for it.
  using MakeCore = std::function<std::unique_ptr<Core>(const CoreSizes &)>;

  /// Throws std::runtime_error if the image does not fit the sizes.
  MachineEngine(const Theory &theory, const machine::Image &image,
                const CoreSizes &sizes, MakeCore makeCore = {});
  ~MachineEngine() override;

  void saturate(Block &block, const Budget &budget) override;
  bool grow(Block &block, const Budget &budget) override;
  void beginBatch(size_t n) override;
  void beginAttempt(size_t index) override;
  void endAttempt() override;
  void endBatch() override;

  /// For one thread only.
  void setLog(ExchangeLog log);
  void setObserver(CoreObserver *observer);

  /// In the order of batches and attempts, the same for any number of threads. Not
  /// while a batch is under way.
  std::vector<BlockRecord> records() const;
  /// Of all cores together.
  CoreCounts counts() const;
  /// Attempts of each batch.
  const std::vector<size_t> &batches() const { return batchSizes; }
  /// The core on which this thread's last block is, for tests.
  const Core &coreOfThread();

private:
  class Worker;
  struct Threads;
  Worker &worker();

  const Theory &theory;
  const machine::Image &image;
  const CoreSizes sizes;
  const MakeCore makeCore;
  machine::Linked linked;
  TheoremCode theorems;
  std::vector<size_t> batchSizes;
  std::unique_ptr<Threads> threads;
  ExchangeLog log;
  CoreObserver *observer = nullptr;
};

} // namespace mplrt

#endif // MPLRT_MACHINE_MACHINEENGINE_H
