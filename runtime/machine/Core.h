//===- Core.h - One core of the Logic Block machine -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_MACHINE_CORE_H
#define MPLRT_MACHINE_CORE_H

#include "mplc/Machine/Instruction.h"
#include "runtime/machine/Ports.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

namespace mplrt {

class Block;

/// Sizes of a core (docs/lbm.md, Sizes).
struct CoreSizes {
  uint32_t idBits = 12;
  uint32_t rowBits = 14;
  uint32_t columns = 4;
  uint32_t lists = 64;
  uint32_t hashBits = 9;
  uint32_t demandBits = 12;
  uint32_t demandHashBits = 7;
  uint32_t mergeBits = 10;
  uint32_t programBits = 16;
  uint32_t nesting = 16;
  uint32_t demandRowBits = 12;
};

/// States of a core, as docs/lbm.md names them.
#define MPLRT_CORE_STATES(X)                                                    \
  X(IDLE) X(CLEAR) X(NEXT) X(ROW) X(EXEC) X(CONST) X(FETCH) X(BACK) X(S_HEAD)   \
  X(S_ROW) X(F_HEAD) X(F_ROW) X(MATCH) X(MROW) X(FALSE_) X(REACH) X(I_ROW)      \
  X(I_ARG) X(L_READ) X(L_WRITE) X(T_COL) X(T_CHECK) X(T_ROW) X(T_ARG) X(T_READ) \
  X(T_WRITE) X(T_SEEK) X(I_DEAD) X(K_ROW) X(K_SECOND) X(P_LEFT) X(P_RIGHT)      \
  X(D_GEN) X(D_ROW) X(D_COL) X(D_HEAD) X(D_CMP) X(D_NEW) X(D_SAVE) X(FLUSH)     \
  X(X_POP) X(X_LEFT) X(X_RIGHT) X(X_GENL) X(X_GENR) X(X_SET) X(X_SWAP) X(X_JOIN) \
  X(X_REL) X(X_HEADS) X(X_ROW) X(X_KILL) X(X_RW) X(X_PAIR) X(X_PAIRL)           \
  X(X_PAIRR) X(X_APART) X(W1) X(W2) X(W3) X(G_NEXT) X(G_LOAD) X(G_ID) X(G_ROW)  \
  X(G_MEET) X(N_FIRST) X(N_ROW) X(N_NEW) X(N_REP) X(O_ROW) X(O_ARG) X(O_DEAD)   \
  X(O_RW) X(END) X(END2) X(END3)

enum class CoreState : uint8_t {
#define MPLRT_STATE(name) name,
  MPLRT_CORE_STATES(MPLRT_STATE)
#undef MPLRT_STATE
};
inline constexpr size_t kCoreStates = size_t(CoreState::END3) + 1;
const char *nameOf(CoreState state);

/// What a core has counted since it was made.
struct CoreCounts {
  uint64_t cycles = 0;
  uint64_t instructions = 0;
  std::array<uint64_t, kCoreStates> states{}; ///< Of RUN and GROW.
  std::array<uint64_t, kCoreStates> loading{}; ///< Of the other commands.
  /// Instructions, by operation.
  std::array<uint64_t, mplc::machine::kNumOps> operations{};
  uint64_t deadRows = 0; ///< Killed rows that iterators passed over.
};

/// The most that a block has used at once, since RESET.
struct CoreUse {
  uint32_t rows = 0, ids = 0, merges = 0, demands = 0, nesting = 0;
};

class Core;

/// Sees every cycle, for traces.
class CoreObserver {
public:
  virtual ~CoreObserver() = default;
  virtual void onCycle(const Core &core, CoreState state) = 0;
  /// The core is about to be loaded with this block.
  virtual void onBlock(const Block &) {}
};

/// What a trace shows of a core: registers and how full its memories are.
struct CoreView {
  uint32_t pc = 0;    ///< In EXEC of the instruction under way, else of the next one.
  uint32_t delta = 0; ///< The new row, or `none` of its size.
  uint32_t rows = 0, ids = 0, firings = 0;
  uint32_t merges = 0, demands = 0, iterators = 0; ///< Those that wait.
};

/// The cycle-level model of one core: docs/lbm.md, state by state. What takes a
/// cycle there is a `tick` here, so the count is exact while the event port is
/// always ready; commands are there when they are wanted.
class Core {
public:
  explicit Core(const CoreSizes &sizes);
  virtual ~Core() = default;

  /// Takes commands; appends what it emits to `events` and, if it is given, the
  /// cycle of each word to `stamps`. Commands that the document does not have
  /// are ignored, as are those that end too early.
  virtual void run(std::span<const uint32_t> commands,
                   std::vector<uint32_t> &events,
                   std::vector<uint64_t> *stamps = nullptr);

  const CoreSizes &sizes() const { return size; }
  const CoreCounts &counts() const { return count; }
  const CoreUse &use() const { return used; }
  void setObserver(CoreObserver *newObserver) { observer = newObserver; }
  /// While this is not 0, RUN ends at the next row with code 15.
  void setStop(const std::atomic<uint8_t> *flag) { stop = flag; }

  //===--- For tests and traces: what registers and memories hold ----------===//
  CoreView view() const {
    return {pc, delta, rows, ids, firings, depth, demandNext - demandFirst,
            uint32_t(back.size())};
  }
  /// The word at an address; null if it is no instruction.
  const mplc::machine::Instruction *instructionAt(uint32_t address) const {
    return address < program.size() && isProgram[address] ? &program[address] : nullptr;
  }
  uint32_t arityOf(uint32_t relation) const { return table[relation].arity; }
  uint32_t rowCount() const { return rows; }
  uint32_t idCount() const { return ids; }
  bool isLive(uint32_t row) const { return live[row]; }
  uint32_t relationOf(uint32_t row) const { return rowWords[row].relation; }
  uint32_t argOf(uint32_t row, uint32_t c) const { return args[row * size.columns + c]; }
  uint32_t representative(uint32_t id) const { return rep[id]; }
  /// Rows of a list, newest first, live ones only.
  std::vector<uint32_t> listOf(uint32_t relation, uint32_t column, uint32_t id) const;

private:
  using Word = uint32_t;
  static constexpr uint32_t kNoNumber = (1u << 20) - 1;
  enum class After : uint8_t { Next, Back, Stop };

  struct Row {
    uint32_t relation, relationLink, hashLink;
  };
  struct Head {
    uint32_t first, length;
  };
  struct TableEntry {
    uint32_t arity = 0, rotation = 0;
    bool functional = false;
    std::array<uint32_t, 8> base{};
    std::array<uint32_t, 8> sort{};
    uint32_t plan = 0xFFFF, licence = 0xFFFF;
    uint32_t keyColumns() const { return arity - functional; }
  };
  struct Iterator {
    uint32_t pc, row, kind;
  };
  struct Demand {
    bool invent;
    uint32_t subject, count, generation, link, matched, matchAt;
    std::array<uint32_t, 8> ids;
  };
  /// A decoded instruction: decoding is wires in the core.
  using Instruction = mplc::machine::Instruction;

  void tick(CoreState state) {
    ++count.cycles;
    ++(*states)[size_t(state)];
    if (observer)
      observer->onCycle(*this, state);
  }
  void emit(CoreState state, Word word) {
    tick(state);
    out->push_back(word);
    if (stamps)
      stamps->push_back(count.cycles);
  }

  size_t command(std::span<const uint32_t> words);
  void reset();
  void runBlock();
  void growBlock(uint32_t limit);
  void runCode();
  void end(uint32_t code);

  After execute(const Instruction &i);
  After iterate(const Instruction &i, uint32_t kind, uint32_t row);
  After probe(const Instruction &i);
  After scan(const Instruction &i);
  bool matches(const Instruction &i, uint32_t row) const;
  void bind(const Instruction &i, uint32_t row);
  bool isWithinBound(const Instruction &i, uint32_t row) const {
    return i.flag ? row < delta : row <= delta;
  }

  uint32_t hash(uint32_t start, const uint32_t *key, uint32_t n, uint32_t bits) const;
  uint32_t find(uint32_t relation, const uint32_t *key);
  void matched();
  bool insert(uint32_t relation, uint32_t existing, bool ofWitness);
  bool insertDerived(uint32_t relation, uint32_t existing);
  bool append(uint32_t relation, bool isLive, bool ofWitness);
  void link(uint32_t relation, const uint32_t *columns);
  bool addSorts(uint32_t relation);
  bool push(uint32_t left, uint32_t right);
  bool flush();
  bool merge();
  bool rewrite(uint32_t relation, uint32_t loser, uint32_t winner);
  void checkPairs();
  void checkWatch();
  bool demandApplication(const Instruction &i);
  bool demandInvention(const Instruction &i);
  uint32_t matchedGeneration(uint32_t core);
  bool note(bool invent, uint32_t subject, uint32_t n, uint32_t matched);
  bool witness(const Instruction &i);
  bool assertFact(const Instruction &i);
  void newConstant(uint32_t gen);

  Head &head(uint32_t relation, uint32_t column, uint32_t id) {
    const TableEntry &t = table[relation];
    const uint32_t bank = (column + t.rotation) % size.columns;
    return heads[((size_t(t.base[column]) << size.idBits | id) * size.columns) + bank];
  }
  const Head &head(uint32_t relation, uint32_t column, uint32_t id) const {
    return const_cast<Core *>(this)->head(relation, column, id);
  }
  uint32_t linkOf(uint32_t row, uint32_t kind) const {
    return kind == 8 ? rowWords[row].relationLink
                     : links[size_t(row) * size.columns + kind];
  }

  const CoreSizes size;
  const uint32_t none; ///< The row number that is none.

  // Memories.
  std::vector<Instruction> program;
  std::vector<uint8_t> isProgram; ///< Whether the word is an instruction.
  std::vector<Row> rowWords;
  std::vector<uint32_t> args, links;
  std::vector<uint8_t> live;
  std::vector<Head> heads; ///< A word of all banks is together.
  std::vector<uint32_t> hashHeads;
  std::vector<uint32_t> rep, member;
  std::vector<uint8_t> generation;
  std::vector<std::pair<uint32_t, uint32_t>> merges;
  std::vector<Demand> demands;
  std::vector<uint32_t> demandHeads, demandRows;
  std::array<TableEntry, 256> table;
  std::array<Head, 256> relationHeads;
  std::array<uint32_t, 256> existential;
  std::array<std::pair<uint32_t, uint32_t>, 256> pairs;
  std::vector<Iterator> back;

  // Registers.
  uint32_t pc = 0, delta = 0, deltaRelation = 0;
  std::array<uint32_t, 8> deltaArgs{}, arg{}, input{};
  uint32_t nextPlan = 0, rule = 0, premises = 0;
  std::array<uint32_t, 64> match{};
  std::array<uint32_t, 16> reg{};
  uint32_t rows = 0, ids = 0, queue = 0, depth = 0;
  uint32_t first = 0, gen = 0;
  uint32_t firings = 0, firingLimit = 0, generationLimit = 0, growLimit = 0;
  bool isWatching = false, isFalse = false, isReached = false, isReachedBy = false;
  bool created = false, isGrowing = false;
  uint32_t watchLeft = 0, watchRight = 0;
  uint32_t usedRelations = 0, usedLists = 0, usedPairs = 0;
  uint32_t demandFirst = 0, demandEnd = 0, window = 0, demandNext = 0;
  uint32_t rowsFirst = 0, rowsNext = 0; ///< MHEAD, MNEXT.
  uint32_t code = 0; ///< Of the limit that was reached.

  CoreCounts count;
  std::array<uint64_t, kCoreStates> *states = &count.loading;
  CoreUse used;
  std::vector<uint32_t> *out = nullptr;
  std::vector<uint64_t> *stamps = nullptr;
  CoreObserver *observer = nullptr;
  const std::atomic<uint8_t> *stop = nullptr;
};

} // namespace mplrt

#endif // MPLRT_MACHINE_CORE_H
