//===- Block.h - A Logic Block ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A small workspace: constants under an explaining union-find, one table a
// relation, and the rules that are switched on. It runs to a fixpoint,
// semi-naively; every row and every merge remembers where it comes from.
//
// Layout. All rows of all relations are numbered in one sequence, so that
// `older` is `smaller`. A row has `stride` cells; each cell holds an id and the
// links of the list of rows that hold this id in this column (a slot), newest
// first. Keys of one column are found through that list, longer ones by a hash
// table that the whole block shares. Rows are immutable: when a merge makes one
// non-canonical it dies, and its rewriting is a new row whose provenance is the
// old one. Dead rows are in no list but stay readable: proofs are made of them.
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_BLOCK_BLOCK_H
#define MPLRT_BLOCK_BLOCK_H

#include "runtime/block/Engine.h"
#include "runtime/layout/RuleSet.h"

#include <atomic>
#include <cassert>
#include <optional>

namespace mplrt {

/// Why a block ended without an answer. Those from Rows on are of an engine whose
/// memories have a size; native blocks end so if their budget says how many rows.
enum class Limit : uint8_t {
  None, Firings, Memory, Time, Interrupt,
  Rows, Ids, Merges, Demands, Nesting, Registers, Instructions,
};
const char *toString(Limit limit);

/// Of attempts made side by side of which one is wanted: one is given up when an
/// earlier one turns out to be it.
struct Cancellation {
  const std::atomic<size_t> *last = nullptr; ///< Of those wanted; null: all are.
  size_t index = 0;
  bool isCancelled() const {
    return last != nullptr && last->load(std::memory_order_relaxed) < index;
  }
};

struct Budget {
  uint32_t generations = 1;   ///< Highest generation of created constants.
  uint64_t firings = 20000;   ///< A block.
  uint64_t bytes = ~uint64_t(0); ///< A block.
  uint64_t rows = kNone - 2;     ///< A block; row numbers have two values to spare.
  Cancellation cancellation = {};
};

/// First words of provenance entries that are no rule instance. An entry is
/// {word, count, data...}; for a rule instance the word is the rule's number
/// and the data are the rows its premises matched.
namespace prov {
inline constexpr uint32_t Base = 0xFFFFFFF0u;
inline constexpr uint32_t Premise = Base + 0; ///< {number given by the prover}
inline constexpr uint32_t Rewrite = Base + 1; ///< {row}
inline constexpr uint32_t Key = Base + 2;     ///< {row, row}: two outputs
inline constexpr uint32_t Typing = Base + 3;  ///< {row, column}
inline constexpr uint32_t Witness = Base + 4; ///< {rule, first id, rows...}
} // namespace prov

class Block {
public:
  Block(const Theory &theory, const RuleSet &rules);
  /// A case of a split starts as a copy.
  Block(const Block &) = default;

  struct Cell {
    Id id;
    RowId next, prev; ///< In the list of (slot, id).
  };
  struct Row {
    uint32_t relation;
    uint32_t provenance; ///< Offset in `log`.
    RowId next, prev;    ///< In the list of the relation's live rows.
    bool live;
  };
  struct List {
    RowId first;
    uint32_t length;
  };
  /// Of the hash table: a row and some bits of its key's hash, so that a
  /// collision seldom costs a look at the row.
  struct Entry {
    RowId row;
    uint32_t tag;
  };
  /// An equation that merged two classes, and why. Rows from `atRow` on came
  /// later, rows before it earlier.
  struct Edge {
    Id left, right;
    uint32_t provenance;
    RowId atRow;
  };

  //===--- Constants ------------------------------------------------------===//
  Id addConstant(uint32_t generation);
  uint32_t numConstants() const { return uint32_t(rep.size()); }
  Id find(Id x) const { return rep[x]; }
  uint32_t generationOf(Id x) const { return generation[rep[x]]; }

  //===--- Facts ----------------------------------------------------------===//
  /// Inserts the fact with this provenance, rewritten to representatives.
  void assertFact(uint32_t relation, const Id *args, uint32_t provenance);
  /// Records that two constants are equal; takes effect at the next flush.
  void assertEqual(Id left, Id right, uint32_t provenance);
  void assertFalse(uint32_t provenance);
  uint32_t record(uint32_t word, std::span<const uint32_t> data);

  /// The output of the application, created if it does not exist; kNone if
  /// nothing licenses it. Merges must be flushed.
  Id apply(uint32_t relation, const Id *inputs, uint32_t generation);

  //===--- Running --------------------------------------------------------===//
  /// Rule numbers from `firstLocalRule()` on are those of these forms.
  void setHypotheses(std::vector<calculus::RuleForm> forms);
  uint32_t firstLocalRule() const {
    return uint32_t(theory->program.rules.size() + rules->forms.size());
  }
  /// A matcher that runs besides the rules, for an existential goal.
  void setQuery(calculus::Matcher matcher);
  /// The equation whose proof ends the block at once.
  void watch(Id left, Id right);

  /// This block runs native code even if its theory has an engine.
  void stayHere() { engine = nullptr; }

  /// Runs all rules to a fixpoint, or until a limit, false, or the watched
  /// equation.
  void saturate(const Budget &budget);
  /// Creates what is demanded at the lowest generation that has anything to
  /// create; false if nothing was.
  bool grow(const Budget &budget);
  void restartGrowth() { growthLimit = 0; }
  /// Gives up what was demanded and not created: what waits for it stays unknown.
  void forgetDemands();
  /// Applies pending merges.
  void flush();

  /// What the block holds, in bytes of capacity.
  uint64_t bytes() const;

  bool isFalse() const { return falsum != kNone; }
  bool isReached() const {
    return reachedBy != kNone || (watched && find(watchLeft) == find(watchRight));
  }
  Limit limitReached() const { return limit; }

  const calculus::Rule &rule(uint32_t number) const;
  /// The row of a fact whose arguments are representatives, or kNone.
  RowId lookup(uint32_t relation, const Id *args) const;

  //===--- Parts that kernels use through the support functions -----------===//
  RowId probeHash(uint32_t relation, const Id *key, uint32_t n) const;
  void deriveSlow(uint32_t relation, uint32_t rule, const Id *args, RowId existing);
  void createSlow(uint32_t relation, uint32_t arity, uint32_t extra,
                  const Id *inputs);
  void inventSlow(uint32_t rule, uint32_t count, uint32_t extra, const Id *shared);
  uint32_t recordMatch(uint32_t rule);

  const Theory *theory;
  const RuleSet *rules;
  std::vector<Cell> cells;
  std::vector<Row> rows;
  std::vector<List> lists; ///< Id-major: [id * slots + slot].
  std::vector<RowId> relationFirst;
  std::vector<Id> rep;
  RowId match[kMaxPremises];
  RowId delta = kNone;
  KeptMatches *kept = nullptr; ///< Of the thread on which the block runs.
  uint64_t firings = 0;
  uint64_t slowFirings = 0;

  //===--- Provenance, for proofs ------------------------------------------===//
  std::vector<uint32_t> log;
  std::vector<Edge> edges;
  uint32_t falsum = kNone;        ///< Provenance of false.
  uint32_t falsumDistinct = kNone; ///< Or: two distinct constants are equal.
  uint32_t reachedBy = kNone;     ///< Provenance of the query's match.
  std::vector<Id> forestParent;   ///< Proof forest of the union-find.
  std::vector<uint32_t> forestEdge;
  std::vector<calculus::RuleForm> hypotheses;

private:
  friend class Replay;
  struct Demand {
    uint32_t subject; ///< Relation, or rule if `invent`.
    bool invent;
    uint32_t generation;
    uint32_t count;   ///< Ids in demandPool.
    uint32_t first;
    uint32_t matched; ///< Invent: rows after the ids.
  };
  struct Merge {
    Id left, right;
    uint32_t provenance;
  };

  void state(calculus::RuleId fact);
  RowId append(uint32_t relation, const Id *args, uint32_t provenance);
  void link(RowId row);
  void linkAlone(RowId row);
  void unlink(RowId row);
  void merge(const Merge &m);
  Id join(const Merge &m);
  uint64_t hashRow(RowId row) const;
  void hashInsert(RowId row);
  void hashErase(RowId row);
  void rehash();
  uint64_t hashKey(uint32_t relation, const Id *key, uint32_t n) const;
  void demand(uint32_t subject, bool invent, uint32_t generation, const Id *ids,
              uint32_t count, uint32_t matched);
  bool satisfy(const Demand &d);
  Id licensed(uint32_t relation, const Id *inputs, uint32_t generation);
  bool findPremiseRows(const calculus::Rule &rule, const std::vector<Id> &env,
                       std::vector<uint32_t> &found) const;
  Id witness(calculus::RuleId rule, std::vector<Id> env,
             std::span<const uint32_t> premiseRows, uint32_t generation);
  Id value(calculus::Term t, const std::vector<Id> &env) const {
    return calculus::isConstant(t) ? rep[calculus::constantIndex(t)] : env[t];
  }
  uint32_t matchedGeneration(uint32_t core) const;
  /// Notes a limit; true if there is one.
  bool isTooLarge(const Budget &budget) {
    if (rows.size() > budget.rows)
      limit = Limit::Rows;
    else if (bytes() > budget.bytes)
      limit = Limit::Memory;
    return limit != Limit::None;
  }

  std::vector<uint32_t> generation;
  std::vector<Id> nextMember; ///< Circular list of each class.
  std::vector<Entry> table;   ///< Hash table, a power of two.
  uint32_t tableUsed = 0;     ///< Entries and tombstones.
  std::vector<Merge> pending;
  std::vector<Demand> demands;
  std::vector<uint32_t> demandPool;
  std::vector<uint32_t> demandTable;
  uint32_t growthLimit = 0;
  uint32_t generationLimit = 0; ///< Demands beyond it are not even noted.
  RowId queueHead = 0;
  Limit limit = Limit::None;
  bool watched = false;
  Id watchLeft = 0, watchRight = 0;
  std::shared_ptr<const ChainIndex> localChains;
  std::shared_ptr<const ChainIndex> queryChains;
  std::optional<calculus::Matcher> query;
  Engine *engine;
  Residence residence;
};

/// Set by an interrupt or a time limit; every block looks at it now and then.
extern std::atomic<uint8_t> stopRequest; ///< A Limit.

} // namespace mplrt

#endif // MPLRT_BLOCK_BLOCK_H
