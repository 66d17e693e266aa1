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
  /// How many blocks before this one its parent stands, of whose end it is a copy; 0:
  /// it begins by itself.
  uint32_t parent = 0;
  /// From RESET to the last word before the first RUN. Here and in wordsIn the rules
  /// of the block alone are counted; theorems come to all cores at a barrier. Those of
  /// an attempt alone are counted in its first block.
  uint64_t loadCycles = 0;
  uint64_t cycles = 0; ///< All others.
  uint64_t instructions = 0, firings = 0;
  uint64_t wordsIn = 0, wordsOut = 0;
  uint32_t exchanges = 0;   ///< RUN and GROW.
  uint32_t programSize = 0; ///< Instructions in all.
  CoreUse use;
  CoreLimit limit = CoreLimit::Done;
};

/// What the host asked for at once.
struct BatchRecord {
  size_t attempts = 0;
  uint64_t theoremWords = 0; ///< Mailed to all cores before.
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
  void beginBatch(size_t n, Theorems theorems) override;
  void beginAttempt(size_t index) override;
  void endAttempt() override;
  void endBatch() override;

  /// For one thread only.
  void setLog(ExchangeLog log);
  void setObserver(CoreObserver *observer);

  /// In the order of batches and attempts, the same for any number of threads. Not
  /// while a batch is under way.
  std::vector<BlockRecord> records();
  /// Of all cores together.
  CoreCounts counts() const;
  const std::vector<BatchRecord> &batches() const { return allBatches; }
  /// Instructions of the theory itself.
  size_t theorySize() const { return linked.words.size(); }
  /// Lists of the fullest bank.
  uint32_t theoryLists() const {
    return machine::listsOf(image.tables, image.columns);
  }
  /// The core on which this thread's last block is, for tests.
  const Core &coreOfThread();

private:
  class Worker;
  struct Threads;
  Worker &worker();
  void noteTheorems(const RuleSet &rules);
  /// Of the forms, from the first on that cores do not have.
  uint64_t wordsToMail(const RuleSet &rules, size_t first);
  size_t numMailed(const RuleSet &rules) const;

  const Theory &theory;
  const machine::Image &image;
  const CoreSizes sizes;
  const MakeCore makeCore;
  machine::Linked linked;
  TheoremCode theorems;
  std::vector<BatchRecord> allBatches;
  std::mutex mutex; ///< Of what follows.
  size_t notedBatches = 0; ///< Whose theorems are known.
  bool hasOwnTheorems = false; ///< Each attempt of this batch.
  using Form = std::pair<std::shared_ptr<const InstalledTheorem>, uint32_t>;
  static Form formOf(const RuleSet &rules, size_t k) {
    return {rules.theorems[rules.forms[k].theorem], rules.forms[k].form};
  }
  std::vector<Form> mailed; ///< What cores have, by theorem and number.
  std::unique_ptr<Threads> threads;
  ExchangeLog log;
  CoreObserver *observer = nullptr;
};

} // namespace mplrt

#endif // MPLRT_MACHINE_MACHINEENGINE_H
