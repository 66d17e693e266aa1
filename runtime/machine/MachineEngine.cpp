//===- MachineEngine.cpp - Blocks on Logic Block cores --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loading sends what differs. A core's instruction memory keeps the theory's plans
// and routines, and the theorems of the last block; the host remembers what
// is there and sends the words that the next block wants otherwise: a new
// theorem, or the hypotheses, and the links between plans that change with them.
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/MachineEngine.h"

#include "runtime/block/BlockInline.h"
#include "runtime/block/Replay.h"

#include <algorithm>
#include <mutex>
#include <oneapi/tbb/enumerable_thread_specific.h>
#include <stdexcept>
#include <tuple>

namespace mplrt {

namespace {

constexpr uint32_t kNoAttempt = ~0u;

/// Unique over all workers and blocks.
std::atomic<uint64_t> nextStamp{1};

Limit limitOf(CoreLimit code) {
  switch (code) {
  case CoreLimit::Done:
    return Limit::None;
  case CoreLimit::Firings:
    return Limit::Firings;
  case CoreLimit::Rows:
    return Limit::Rows;
  case CoreLimit::Ids:
    return Limit::Ids;
  case CoreLimit::Merges:
    return Limit::Merges;
  case CoreLimit::Demands:
    return Limit::Demands;
  case CoreLimit::Nesting:
    return Limit::Nesting;
  case CoreLimit::Program:
    return Limit::Instructions;
  case CoreLimit::Stopped:
    return Limit(stopRequest.load());
  }
  return Limit::Interrupt;
}

} // namespace

/// A core and what the host knows of it.
class MachineEngine::Worker {
public:
  Worker(MachineEngine &engine)
      : engine(engine),
        core(engine.makeCore ? engine.makeCore(engine.sizes)
                             : std::make_unique<Core>(engine.sizes)),
        held(engine.image.tables.size()), base(engine.linked) {
    core->setStop(&stopRequest);
    core->setObserver(engine.observer);
    loadTheory();
  }

  void saturate(Block &block, const Budget &budget) {
    Replay replay(block);
    replay.generationLimit() = budget.generations;
    block.flush();
    if (block.isFalse() || block.isReached())
      return;
    if (!prepare(block, replay, budget))
      return;
    send(firstWord(Command::Run));
    const Limit limit = limitOf(exchange(block, replay).code);
    if (limit != Limit::None)
      endBlock(replay, limit);
  }

  bool grow(Block &block, const Budget &budget) {
    Replay replay(block);
    uint32_t &growth = replay.growthLimit();
    for (; growth <= budget.generations; ++growth) {
      if (!prepare(block, replay, budget))
        return false;
      send(firstWord(Command::Grow, std::min(growth, 15u)));
      const Status status = exchange(block, replay);
      if (status.code != CoreLimit::Done) {
        endBlock(replay, limitOf(status.code));
        return false;
      }
      if (status.created)
        return true;
    }
    return false;
  }

  void beginAttempt(uint32_t index) {
    attempt = index;
    hasTheorems = false;
  }
  void endAttempt() {
    leave();
    attempt = kNoAttempt;
    finished.clear();
  }
  /// The block on the core, if there is one, is done.
  void leave() {
    finishRecord();
    stamp = 0;
  }

  std::vector<BlockRecord> records;
  MachineEngine &engine;
  const std::unique_ptr<Core> core;

  /// The stay of the block that is on the core, if any, is over.
  void finishRecord() {
    if (stamp == 0)
      return;
    record.use = core->use();
    record.order = uint32_t(records.size());
    finished.push_back({stamp, record.order});
    records.push_back(record);
  }

private:
  struct Status {
    CoreLimit code = CoreLimit::Done;
    bool created = false;
  };

  void send(uint32_t word) { commands.push_back(word); }
  void set(Setting setting, uint32_t value) {
    send(firstWord(Command::Set, uint32_t(setting)));
    send(value);
  }

  //===--- Loading ---------------------------------------------------------===//

  void loadTheory() {
    const machine::Image &image = engine.image;
    for (uint32_t r = 0; r < image.tables.size(); ++r) {
      const machine::Table &table = image.tables[r];
      send(firstWord(Command::Table, r | table.arity << 8 |
                                         uint32_t(table.functional) << 12 |
                                         table.rotation << 13));
      for (uint32_t c = 0; c < table.arity; ++c)
        send(table.base[c] | (table.sort[c] == calculus::none
                                  ? 0
                                  : table.sort[c] << 16 | 1u << 24));
    }
    for (uint32_t i = 0; i < image.distinct.size(); ++i) {
      send(firstWord(Command::Distinct, i));
      send(image.distinct[i].first);
      send(image.distinct[i].second);
    }
    for (size_t u = 0; u < image.units.size(); ++u) {
      const machine::Unit &unit = image.units[u];
      const uint32_t fields = unit.index | engine.linked.address[u] << 8;
      if (unit.kind == machine::Unit::Kind::Licence)
        send(firstWord(Command::Licence, fields));
      else if (unit.kind == machine::Unit::Kind::Existential)
        send(firstWord(Command::Existential, fields));
    }
    set(Setting::Lists, machine::listsOf(image.tables, image.columns));
    set(Setting::Relations, uint32_t(image.tables.size()));
    set(Setting::Pairs, uint32_t(image.distinct.size()));
    loadProgram(base);
    core->run(commands, events);
    if (engine.log)
      engine.log(commands, {}, {});
    commands.clear();
  }

  /// Sends the words that differ from those that are there.
  void loadProgram(const ProgramMemory &wanted) {
    const size_t before = commands.size();
    held.load(wanted, commands);
    record.programSize = uint32_t(wanted.words.size());
    programWords = commands.size() - before;
  }

  /// Words that bring a block's own rules to a core that has the theorems, and take
  /// them away again: the plans, and the links of those before them.
  uint64_t ownWords() const {
    uint64_t words = 2 * (own.words.size() - common.words.size()) + 1;
    for (size_t r = 0; r < own.lastPlan.size(); ++r)
      if (own.lastPlan[r] != common.lastPlan[r])
        words += common.lastPlan[r] == machine::kNoAddress ? 2 : 6;
    return words;
  }

  /// The theory's plans and those of the theorems in force.
  Limit withTheorems(const RuleSet &rules) {
    const auto sameForm = [](const RuleSet::FormRef &a, const RuleSet::FormRef &b) {
      return a.theorem == b.theorem && a.form == b.form;
    };
    if (hasRules && heldTheorems == rules.theorems &&
        std::equal(heldForms.begin(), heldForms.end(), rules.forms.begin(),
                   rules.forms.end(), sameForm))
      return rulesLimit;
    hasRules = true;
    heldTheorems = rules.theorems;
    heldForms = rules.forms;
    rulesLimit = Limit::None;
    common = base;
    const auto first = uint32_t(engine.theory.program.rules.size());
    for (uint32_t k = 0; k < rules.forms.size(); ++k) {
      const auto forms = engine.theorems.of(rules.theorems[rules.forms[k].theorem]);
      if (!common.add((*forms)[rules.forms[k].form], first + k))
        rulesLimit = Limit::Registers;
    }
    return rulesLimit;
  }

  /// The program that a block wants, in `common` or `own`.
  Limit chooseProgram(const Block &block, const Replay &replay,
                      const ProgramMemory *&wanted) {
    if (const Limit limit = withTheorems(*block.rules); limit != Limit::None)
      return limit;
    wanted = &common;
    if (!block.hypotheses.empty()) {
      own = common;
      wanted = &own;
      const calculus::Program &theory = engine.theory.program;
      // The last one is the goal's own, which is run as the query.
      const size_t n = block.hypotheses.size() - replay.hasQuery();
      for (uint32_t i = 0; i < n; ++i)
        if (!own.add(compileForm(block.hypotheses[i], theory),
                     block.firstLocalRule() + i))
          return Limit::Registers;
      if (replay.hasQuery() &&
          !own.add(compileMatcher(replay.query(), theory), replay.query().rule))
        return Limit::Registers;
    }
    if (wanted->words.size() > size_t(1) << engine.sizes.programBits ||
        wanted->words.size() > machine::kNoAddress)
      return Limit::Instructions;
    return Limit::None;
  }

  /// Brings the block's state to the core. False if there is no room for it.
  bool prepare(Block &block, Replay &replay, const Budget &budget) {
    if (block.rows.size() >= size_t(1) << engine.sizes.rowBits) {
      endBlock(replay, Limit::Rows);
      return false;
    }
    if (block.numConstants() > 1u << engine.sizes.idBits) {
      endBlock(replay, Limit::Ids);
      return false;
    }
    Residence &residence = replay.residence();
    if (stamp == 0 || residence.stamp != stamp ||
        block.edges.size() != heldEdges) {
      finishRecord();
      record = {};
      record.batch = engine.allBatches.empty()
                         ? 0
                         : uint32_t(engine.allBatches.size() - 1);
      record.attempt = attempt;
      const ProgramMemory *wanted = nullptr;
      if (const Limit limit = chooseProgram(block, replay, wanted);
          limit != Limit::None) {
        stamp = 0;
        endBlock(replay, limit);
        return false;
      }
      for (const auto &[ofStamp, order] : finished)
        if (ofStamp == residence.last)
          record.parent = uint32_t(records.size()) - order;
      residence.stamp = residence.last = stamp = nextStamp++;
      heldRows = heldIds = 0;
      isLoading = true;
      if (!engine.hasOwnTheorems)
        engine.noteTheorems(*block.rules);
      if (engine.observer)
        engine.observer->onBlock(block);
      send(firstWord(Command::Reset));
      loadProgram(*wanted);
      // Which words really have to be sent depends on what this thread ran before.
      correction = (wanted == &own ? ownWords() : 0) - programWords;
      if (engine.hasOwnTheorems && !hasTheorems)
        correction += engine.wordsToMail(*block.rules, engine.numMailed(*block.rules));
      hasTheorems = true;
      loadConstants(block, replay);
      for (Id id = 0; id < block.numConstants(); ++id)
        if (block.find(id) != id || replay.nextMember(id) != id) {
          send(firstWord(Command::Class, id));
          send(block.find(id));
          send(replay.nextMember(id));
        }
      if (replay.isWatched()) {
        set(Setting::WatchLeft, replay.watchLeft());
        set(Setting::WatchRight, replay.watchRight());
      }
    } else {
      loadConstants(block, replay);
    }
    loadRows(block);
    set(Setting::Queue, replay.queue());
    set(Setting::GenerationLimit, std::min(replay.generationLimit(), 15u));
    set(Setting::FiringLimit, uint32_t(std::min<uint64_t>(budget.firings, ~0u)));
    set(Setting::Firings, uint32_t(std::min<uint64_t>(block.firings, ~0u)));
    return true;
  }

  void loadConstants(const Block &block, const Replay &replay) {
    while (heldIds < block.numConstants()) {
      const uint32_t generation = replay.rawGeneration(heldIds);
      uint32_t n = 1;
      while (heldIds + n < block.numConstants() &&
             replay.rawGeneration(heldIds + n) == generation)
        ++n;
      send(firstWord(Command::Constants, std::min(generation, 15u) << 24 | n));
      heldIds += n;
    }
  }

  void loadRows(const Block &block) {
    for (; heldRows < block.rows.size(); ++heldRows) {
      uint32_t dead = 0;
      while (heldRows < block.rows.size() && !block.rows[heldRows].live) {
        ++dead;
        ++heldRows;
      }
      if (dead > 0)
        send(firstWord(Command::Skip, dead));
      if (heldRows == block.rows.size())
        return;
      const uint32_t relation = block.rows[heldRows].relation;
      send(firstWord(Command::Row, relation));
      for (uint32_t c = 0; c < engine.theory.relations[relation].arity; ++c)
        send(cellOf(block, heldRows, c));
    }
  }

  //===--- Running ---------------------------------------------------------===//

  Status exchange(Block &block, Replay &replay) {
    events.clear();
    stamps.clear();
    const bool isLogged = bool(engine.log);
    const CoreCounts &counts = core->counts();
    const uint64_t before = counts.cycles, instructions = counts.instructions;
    // The last word runs the block, the others load it.
    const std::span<const uint32_t> all(commands);
    core->run(all.first(all.size() - 1), events, isLogged ? &stamps : nullptr);
    const uint64_t loaded = counts.cycles;
    core->run(all.last(1), events, isLogged ? &stamps : nullptr);
    (isLoading ? record.loadCycles : record.cycles) += loaded - before + correction;
    isLoading = false;
    ++record.exchanges;
    record.wordsIn += correction;
    correction = 0;
    record.cycles += counts.cycles - loaded;
    record.instructions += counts.instructions - instructions;
    record.wordsIn += commands.size();
    record.wordsOut += events.size();
    if (isLogged)
      engine.log(commands, events, stamps);
    commands.clear();
    const uint64_t firings = block.firings;
    const Status status = replayAll(block, replay);
    record.firings += block.firings - firings;
    record.limit = status.code;
    heldRows = uint32_t(block.rows.size());
    heldIds = block.numConstants();
    heldEdges = block.edges.size();
    return status;
  }

  Status replayAll(Block &block, Replay &replay) {
    const std::span<const uint32_t> words(events);
    size_t at = 0;
    auto take = [&](size_t n) {
      if (n > words.size() - at)
        throw std::runtime_error("a core reports half an event");
      at += n;
      return words.subspan(at - n, n);
    };
    while (at < words.size()) {
      const uint32_t word = take(1)[0];
      const uint32_t low24 = word & 0xFFFFFF, count = word >> 20 & 63;
      bool isGood = true;
      switch (Event(word >> 28)) {
      case Event::Status: {
        const auto rest = take(2);
        if (rest[1] > block.rows.size())
          throw std::runtime_error("a core's queue is longer than its memory");
        block.firings = rest[0];
        replay.setQueue(rest[1]);
        if (at != words.size())
          throw std::runtime_error("a core goes on after its end");
        return {CoreLimit(word >> 24 & 15), (word & 1) != 0};
      }
      case Event::Match:
        isGood = replay.match(word & 0xFFFFF, take(count));
        break;
      case Event::Row: {
        const uint32_t relation = word & 0xFF;
        isGood = relation < engine.theory.relations.size() &&
                 replay.row(relation, take(engine.theory.relations[relation].arity),
                            word >> 27 & 1, word >> 26 & 1);
        break;
      }
      case Event::Rewrite:
        isGood = replay.rewrite(low24, word >> 27 & 1);
        break;
      case Event::Key:
        isGood = replay.key(low24, take(1)[0]);
        break;
      case Event::Typing:
        isGood = replay.typing(low24, word >> 24 & 15);
        break;
      case Event::Witness: {
        const uint32_t made = take(1)[0];
        isGood = replay.witness(word & 0xFFFFF, made & 0xFFFFFF, made >> 28,
                                made >> 24 & 15, take(count));
        break;
      }
      case Event::Push:
        isGood = replay.push(low24, take(1)[0]);
        break;
      case Event::Merge:
        isGood = replay.merge();
        break;
      case Event::False:
        isGood = replay.isFalse();
        break;
      case Event::Distinct:
        isGood = replay.distinct(word & 0xFFFF);
        break;
      case Event::Reach:
        isGood = replay.reach();
        break;
      default:
        isGood = false;
      }
      if (!isGood)
        throw std::runtime_error("a core reports what cannot be");
    }
    throw std::runtime_error("a core does not report its end");
  }

  void endBlock(Replay &replay, Limit limit) {
    replay.setLimit(limit);
    finishRecord();
    stamp = replay.residence().stamp = 0;
    commands.clear();
  }

  uint32_t attempt = kNoAttempt;
  uint64_t stamp = 0; ///< Of the block on the core; 0: none.
  uint32_t heldRows = 0, heldIds = 0; ///< Of that block, on the core.
  size_t heldEdges = 0;
  /// Blocks of this attempt: their stamps, and their places in `records`.
  std::vector<std::pair<uint64_t, uint32_t>> finished;
  bool isLoading = false;
  uint64_t programWords = 0; ///< That loadProgram() sent last.
  uint64_t correction = 0;   ///< To wordsIn, modulo 2^64.
  bool hasTheorems = false;  ///< Of the attempt, where it has its own.
  BlockRecord record;
  std::vector<uint32_t> commands, events;
  std::vector<uint64_t> stamps;
  HeldProgram held;

  const ProgramMemory base;
  ProgramMemory common, own;
  bool hasRules = false;
  Limit rulesLimit = Limit::None;
  std::vector<std::shared_ptr<const InstalledTheorem>> heldTheorems;
  std::vector<RuleSet::FormRef> heldForms;
};

struct MachineEngine::Threads {
  explicit Threads(MachineEngine &engine)
      : workers([&engine] { return std::make_unique<Worker>(engine); }) {}
  tbb::enumerable_thread_specific<std::unique_ptr<Worker>> workers;
};

MachineEngine::MachineEngine(const Theory &theory, const machine::Image &image,
                             const CoreSizes &sizes, MakeCore makeCore)
    : theory(theory), image(image), sizes(sizes), makeCore(std::move(makeCore)),
      theorems(theory.program) {
  std::string error;
  auto words = machine::link(image.units, uint32_t(image.tables.size()), 0, error);
  if (words && words->words.size() > size_t(1) << sizes.programBits)
    error = "the theory has more instructions than the core has room for";
  if (machine::listsOf(image.tables, image.columns) > sizes.lists)
    error = "the theory has more lists in a bank than the core has room for";
  if (image.columns > sizes.columns)
    error = "the theory wants a core of " + std::to_string(image.columns) +
            " columns";
  if (theory.program.constants.size() > size_t(1) << sizes.idBits)
    error = "the theory has more constants than the core has room for";
  for (const auto &[left, right] : image.distinct)
    if (std::max(left, right) >= theory.program.constants.size())
      error = "the image keeps constants apart that its program does not have";
  for (size_t t = 0; t < image.tables.size(); ++t)
    if (t >= theory.relations.size() ||
        image.tables[t].arity != theory.relations[t].arity ||
        image.tables[t].functional != theory.relations[t].functional)
      error = "the image's tables are not those of its program";
  if (!error.empty())
    throw std::runtime_error(error);
  linked = std::move(*words);
  threads = std::make_unique<Threads>(*this);
}

MachineEngine::~MachineEngine() = default;

MachineEngine::Worker &MachineEngine::worker() {
  return *threads->workers.local();
}

void MachineEngine::saturate(Block &block, const Budget &budget) {
  worker().saturate(block, budget);
}

bool MachineEngine::grow(Block &block, const Budget &budget) {
  return worker().grow(block, budget);
}

void MachineEngine::beginBatch(size_t n, Theorems theorems) {
  allBatches.push_back({n, 0});
  hasOwnTheorems = theorems == Theorems::Own;
}

size_t MachineEngine::numMailed(const RuleSet &rules) const {
  size_t same = 0;
  while (same < mailed.size() && same < rules.forms.size() &&
         mailed[same] == formOf(rules, same))
    ++same;
  return same;
}

uint64_t MachineEngine::wordsToMail(const RuleSet &rules, size_t first) {
  uint64_t words = 0;
  for (size_t k = first; k < rules.forms.size(); ++k) {
    const auto [theorem, form] = formOf(rules, k);
    const auto forms = theorems.of(theorem);
    for (const CompiledPlan &plan : (*forms)[form].plans)
      words += 2 * plan.words.size() + 4; // And its link.
  }
  return words;
}

/// Counts what a core has to be sent of the theorems of this batch: from the first
/// form on that differs from those of the last one.
void MachineEngine::noteTheorems(const RuleSet &rules) {
  const std::scoped_lock lock(mutex);
  if (notedBatches == allBatches.size())
    return;
  notedBatches = allBatches.size();
  const size_t same = numMailed(rules);
  allBatches.back().theoremWords += wordsToMail(rules, same);
  mailed.resize(same);
  for (size_t k = same; k < rules.forms.size(); ++k)
    mailed.push_back(formOf(rules, k));
}

void MachineEngine::beginAttempt(size_t index) {
  worker().beginAttempt(uint32_t(index));
}
void MachineEngine::endAttempt() { worker().endAttempt(); }
/// After attempts with theorems of their own, each core has others.
void MachineEngine::endBatch() {
  if (hasOwnTheorems)
    mailed.clear();
  hasOwnTheorems = false;
}

void MachineEngine::setLog(ExchangeLog newLog) { log = std::move(newLog); }
void MachineEngine::setObserver(CoreObserver *newObserver) {
  observer = newObserver;
}

const Core &MachineEngine::coreOfThread() { return *worker().core; }

std::vector<BlockRecord> MachineEngine::records() {
  std::vector<BlockRecord> all;
  for (const auto &worker : threads->workers)
    worker->leave();
  for (const auto &worker : threads->workers)
    all.insert(all.end(), worker->records.begin(), worker->records.end());
  // An attempt runs on one thread, so that its blocks are in order.
  std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
    return std::tuple(a.batch, a.attempt, a.order) <
           std::tuple(b.batch, b.attempt, b.order);
  });
  return all;
}

CoreCounts MachineEngine::counts() const {
  CoreCounts sum;
  for (const auto &worker : threads->workers) {
    const CoreCounts &counts = worker->core->counts();
    sum.cycles += counts.cycles;
    sum.instructions += counts.instructions;
    sum.deadRows += counts.deadRows;
    for (size_t s = 0; s < kCoreStates; ++s) {
      sum.states[s] += counts.states[s];
      sum.loading[s] += counts.loading[s];
    }
    for (size_t op = 0; op < counts.operations.size(); ++op)
      sum.operations[op] += counts.operations[op];
  }
  return sum;
}

} // namespace mplrt
