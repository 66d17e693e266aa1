//===- Report.cpp - What a run on the machine cost ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstdarg>
#include <map>

namespace mplrt {

namespace {

[[gnu::format(printf, 1, 2)]] std::string format(const char *pattern, ...) {
  char buffer[512];
  va_list arguments;
  va_start(arguments, pattern);
  std::vsnprintf(buffer, sizeof buffer, pattern, arguments);
  va_end(arguments);
  return buffer;
}

double ratio(uint64_t a, uint64_t b) { return b == 0 ? 0 : double(a) / double(b); }

const char *nameOf(CoreLimit limit) {
  switch (limit) {
  case CoreLimit::Done:
    return "none";
  case CoreLimit::Firings:
    return "firings";
  case CoreLimit::Rows:
    return "rows";
  case CoreLimit::Ids:
    return "ids";
  case CoreLimit::Merges:
    return "merges";
  case CoreLimit::Demands:
    return "demands";
  case CoreLimit::Nesting:
    return "nesting";
  case CoreLimit::Program:
    return "program";
  case CoreLimit::Stopped:
    return "stopped";
  }
  return "";
}

/// Bits that count to n.
uint32_t bitsTo(uint64_t n) { return uint32_t(std::bit_width(n)); }

} // namespace

uint64_t memoryBits(const CoreSizes &s) {
  const uint64_t w = s.idBits, r = s.rowBits, a = s.columns;
  const uint64_t ids = uint64_t(1) << w, rows = uint64_t(1) << r;
  const uint64_t program = (uint64_t(1) << s.programBits) * 64;
  const uint64_t row = rows * (8 + 1 + a * (w + r) + 2 * r);
  const uint64_t heads = uint64_t(s.lists) * ids * a * 2 * r;
  const uint64_t hash = (uint64_t(1) << s.hashBits) * r;
  const uint64_t classes = ids * (2 * w + 4);
  const uint64_t merges = (uint64_t(1) << s.mergeBits) * 2 * w;
  const uint64_t demands =
      (uint64_t(1) << s.demandBits) * (1 + 8 + 4 + a * w + 20 + 6 + s.demandRowBits + 4) +
      (uint64_t(1) << s.demandHashBits) * 20 + (uint64_t(1) << s.demandRowBits) * r;
  return program + row + heads + hash + classes + merges + demands;
}

Report::Report(MachineEngine &engine, const CoreSizes &sizes,
               const GridShape &shape, size_t theorems)
    : sizes(sizes), shape(shape), theorems(theorems), counts(engine.counts()),
      blocks(engine.records()), batches(engine.batches()),
      theorySize(engine.theorySize()), lists(engine.theoryLists()) {
  for (const BlockRecord &block : blocks) {
    cycles += block.cycles;
    loadCycles += block.loadCycles;
    instructions += block.instructions;
    firings += block.firings;
    wordsIn += block.wordsIn;
    wordsOut += block.wordsOut;
  }
}

template <typename Of> Report::Spread Report::spread(Of of) const {
  std::vector<uint64_t> values;
  for (const BlockRecord &block : blocks)
    values.push_back(of(block));
  std::sort(values.begin(), values.end());
  auto at = [&](double part) {
    if (values.empty())
      return uint64_t(0);
    return values[std::min(values.size() - 1, size_t(part * double(values.size())))];
  };
  return {at(0.5), at(0.9), at(0.99), values.empty() ? 0 : values.back()};
}

uint64_t Report::cyclesOf(std::initializer_list<CoreState> states) const {
  uint64_t sum = 0;
  for (const CoreState state : states)
    sum += counts.states[size_t(state)];
  return sum;
}

std::vector<std::pair<const char *, uint64_t>> Report::causes() const {
  using enum CoreState;
  const uint64_t dead = std::min(counts.deadRows, cyclesOf({S_ROW}));
  return {
      {"loading a block", loadCycles},
      {"taking rows from the queue", cyclesOf({NEXT, ROW})},
      {"instructions", cyclesOf({EXEC, CONST, FETCH})},
      {"going back", cyclesOf({BACK})},
      {"walking lists", cyclesOf({S_HEAD, S_ROW}) - dead},
      {"passing over killed rows", dead},
      {"finding by key", cyclesOf({F_HEAD, F_ROW})},
      {"reporting", cyclesOf({MATCH, MROW, FALSE_, REACH, I_ROW, I_ARG, T_ROW, T_ARG,
                              K_ROW, K_SECOND, P_LEFT, P_RIGHT, N_FIRST, N_ROW, O_ROW,
                              O_ARG, O_RW, END, END2, END3})},
      {"linking rows", cyclesOf({L_READ, L_WRITE, I_DEAD, O_DEAD, T_COL, T_CHECK,
                                 T_READ, T_WRITE, T_SEEK})},
      {"merging", cyclesOf({FLUSH, X_POP, X_LEFT, X_RIGHT, X_GENL, X_GENR, X_SET,
                            X_SWAP, X_JOIN, X_REL, X_HEADS, X_ROW, X_KILL, X_RW,
                            X_PAIR, X_PAIRL, X_PAIRR, X_APART, W1, W2, W3})},
      {"demands", cyclesOf({D_GEN, D_ROW, D_COL, D_HEAD, D_CMP, D_NEW, D_SAVE, G_NEXT,
                            G_LOAD, G_ID, G_ROW, G_MEET})},
      {"making constants", cyclesOf({N_NEW, N_REP})},
  };
}

/// Each size is the least power of two for that part of the blocks by themselves.
uint64_t Report::bitsFor(double part) const {
  auto least = [&](auto of) {
    std::vector<uint64_t> values;
    for (const BlockRecord &block : blocks)
      values.push_back(of(block));
    std::sort(values.begin(), values.end());
    if (values.empty())
      return 1u;
    const size_t index =
        std::min(values.size() - 1, size_t(part * double(values.size())));
    return std::max(1u, bitsTo(values[index]));
  };
  CoreSizes s = sizes;
  s.lists = lists;
  s.idBits = least([](const auto &b) { return b.use.ids - (b.use.ids > 0); });
  s.rowBits = least([](const auto &b) { return b.use.rows; });
  s.mergeBits = least([](const auto &b) { return b.use.merges; });
  s.demandBits = s.demandRowBits = least([](const auto &b) { return b.use.demands; });
  s.programBits = least([](const auto &b) { return b.programSize; });
  s.hashBits = std::max(1u, s.rowBits - 1);
  s.demandHashBits = std::max(1u, s.demandBits - 1);
  return memoryBits(s);
}

std::string Report::summary() const {
  const GridTime time = placeOnGrid(blocks, batches, shape);
  return format("machine: %u core%s, %llu cycles; %llu cycles of cores in %zu blocks, "
                "%llu instructions, %.1f cycles a firing\n",
                shape.cores, shape.cores == 1 ? "" : "s",
                (unsigned long long)time.cycles,
                (unsigned long long)(cycles + loadCycles), blocks.size(),
                (unsigned long long)instructions, ratio(cycles, firings));
}

std::string Report::table() const {
  std::string text = "machine statistics:\n";
  auto line = [&](const char *name, const std::string &value) {
    text += format("  %-28s %s\n", name, value.c_str());
  };
  auto number = [](uint64_t n) { return std::to_string(n); };
  line("blocks", number(blocks.size()));
  line("cycles of cores", number(cycles + loadCycles));
  line("cycles a theorem", format("%.0f", ratio(cycles + loadCycles, theorems)));
  line("instructions", number(instructions));
  line("firings", number(firings));
  line("firings a cycle", format("%.4f", ratio(firings, cycles)));
  line("cycles an instruction", format("%.2f", ratio(cycles, instructions)));
  line("words to cores", number(wordsIn));
  line("words from cores", number(wordsOut));
  text += "where cycles go:\n";
  for (const auto &[name, n] : causes())
    line(name, format("%12llu  %5.1f %%", (unsigned long long)n,
                      100 * ratio(n, cycles + loadCycles)));
  text += "a block:                           median       90 %       99 %    largest\n";
  auto spreadLine = [&](const char *name, const Spread &s) {
    line(name, format("%10llu %10llu %10llu %10llu", (unsigned long long)s.median,
                      (unsigned long long)s.most90, (unsigned long long)s.most99,
                      (unsigned long long)s.largest));
  };
  spreadLine("cycles", spread([](const auto &b) { return b.cycles + b.loadCycles; }));
  spreadLine("ids", spread([](const auto &b) { return b.use.ids; }));
  spreadLine("rows", spread([](const auto &b) { return b.use.rows; }));
  spreadLine("pending merges", spread([](const auto &b) { return b.use.merges; }));
  spreadLine("waiting demands", spread([](const auto &b) { return b.use.demands; }));
  spreadLine("nested iterators", spread([](const auto &b) { return b.use.nesting; }));
  spreadLine("instructions in memory", spread([](const auto &b) { return b.programSize; }));
  spreadLine("words to load it", spread([](const auto &b) { return b.wordsIn; }));
  line("memory for these, kbit",
       format("%10.0f %10.0f %10.0f %10.0f", double(bitsFor(0.5)) / 1e3,
              double(bitsFor(0.9)) / 1e3, double(bitsFor(0.99)) / 1e3,
              double(bitsFor(1)) / 1e3));
  std::map<CoreLimit, size_t> limits;
  for (const BlockRecord &block : blocks)
    ++limits[block.limit];
  for (const auto &[limit, n] : limits)
    if (limit != CoreLimit::Done)
      line(format("ended by %s", nameOf(limit)).c_str(), number(n));
  text += "a grid of        cycles   speed-up   idle   port load   eager: cycles   "
          "speed-up   idle   (hop " +
          number(shape.hopCycles) + ", host " + number(shape.hostCycles) +
          " cycles, ports " + number(shape.hostPorts) + ")\n";
  GridShape one = shape;
  one.cores = 1;
  one.isEager = false;
  const GridTime alone = placeOnGrid(blocks, batches, one);
  std::vector<uint32_t> sides{1, 4, 16, 64, 256, 1024, 4096};
  if (std::find(sides.begin(), sides.end(), shape.cores) == sides.end())
    sides.push_back(shape.cores);
  for (const uint32_t cores : sides) {
    GridShape grid = shape;
    grid.cores = cores;
    grid.isEager = false;
    const GridTime time = placeOnGrid(blocks, batches, grid);
    const double load = 100 * time.portLoad(grid), idle = 100 * time.idle(grid);
    grid.isEager = true;
    const GridTime eager = placeOnGrid(blocks, batches, grid);
    text += format("  %5u %15llu %9.2f %7.1f %% %7.1f %% %15llu %9.2f %7.1f %%\n",
                   cores, (unsigned long long)time.cycles,
                   ratio(alone.cycles, time.cycles), idle, load,
                   (unsigned long long)eager.cycles,
                   ratio(alone.cycles, eager.cycles), 100 * eager.idle(grid));
  }
  return text;
}

std::string Report::json() const {
  using nlohmann::ordered_json;
  auto spreadOf = [&](auto of) {
    const Spread s = spread(of);
    return ordered_json{{"median", s.median}, {"p90", s.most90}, {"p99", s.most99},
                        {"largest", s.largest}};
  };
  ordered_json states = ordered_json::object(), where = states, limits = states,
               operations = states, grids = ordered_json::array();
  for (size_t s = 0; s < kCoreStates; ++s)
    if (counts.states[s] > 0)
      states[mplrt::nameOf(CoreState(s))] = counts.states[s];
  for (size_t op = 1; op < counts.operations.size(); ++op)
    operations[machine::nameOf(machine::Op(op))] = counts.operations[op];
  for (const auto &[name, n] : causes())
    where[name] = n;
  for (const BlockRecord &block : blocks)
    if (block.limit != CoreLimit::Done) {
      const char *name = nameOf(block.limit);
      limits[name] = limits.value(name, 0) + 1;
    }
  // As it is built: attempts, and blocks by themselves; and these with a network that
  // holds up nobody.
  for (const auto &[isEager, isNetwork] :
       {std::pair(false, false), std::pair(true, false), std::pair(true, true)})
    for (const uint32_t cores : {1u, 4u, 16u, 64u, 256u, 1024u, 4096u}) {
      GridShape grid = shape;
      grid.cores = cores;
      grid.isEager = isEager;
      grid.isMulticast |= isNetwork;
      grid.isBuffered |= isNetwork;
      const GridTime time = placeOnGrid(blocks, batches, grid);
      const double all = std::max(1.0, double(time.cycles) * cores);
      grids.push_back({{"cores", cores},
                       {"eager", isEager},
                       {"multicast", grid.isMulticast},
                       {"buffered", grid.isBuffered},
                       {"cycles", time.cycles},
                       {"idle", time.idle(grid)},
                       {"idle_of_core",
                        {{"least", time.idleOfCore(0)}, {"median", time.idleOfCore(0.5)},
                         {"most", time.idleOfCore(1)}}},
                       {"time_of_cores",
                        {{"running", double(time.busyCycles) / all},
                         {"being loaded", double(time.loadCycles) / all},
                         {"host's port", double(time.portCycles) / all},
                         {"words on their way", double(time.travelCycles) / all},
                         {"host", double(time.hostCycles) / all},
                         {"mail", double(time.broadcastCycles) * cores / all},
                         {"barrier", double(time.barrierCycles(grid)) / all}}},
                       {"port_load", time.portLoad(grid)},
                       {"link_load", time.linkLoad(grid)},
                       {"word_hops", time.wordHops},
                       {"broadcast_cycles", time.broadcastCycles}});
    }
  const GridTime time = placeOnGrid(blocks, batches, shape);
  ordered_json result{
      {"version", 1},
      {"sizes",
       {{"id_bits", sizes.idBits}, {"row_bits", sizes.rowBits},
        {"columns", sizes.columns}, {"lists", sizes.lists},
        {"hash_bits", sizes.hashBits}, {"demand_bits", sizes.demandBits},
        {"merge_bits", sizes.mergeBits}, {"program_bits", sizes.programBits},
        {"nesting", sizes.nesting}, {"memory_bits", memoryBits(sizes)}}},
      {"theorems", theorems},
      {"blocks", blocks.size()},
      {"cycles", cycles + loadCycles},
      {"load_cycles", loadCycles},
      {"instructions", instructions},
      {"firings", firings},
      {"words_in", wordsIn},
      {"words_out", wordsOut},
      {"theory_instructions", theorySize},
      {"lists_of_a_bank", lists},
      {"states", states},
      {"operations", operations},
      {"where_cycles_go", where},
      {"ended_by", limits},
      {"a_block",
       {{"cycles", spreadOf([](const auto &b) { return b.cycles + b.loadCycles; })},
        {"ids", spreadOf([](const auto &b) { return b.use.ids; })},
        {"rows", spreadOf([](const auto &b) { return b.use.rows; })},
        {"merges", spreadOf([](const auto &b) { return b.use.merges; })},
        {"demands", spreadOf([](const auto &b) { return b.use.demands; })},
        {"nesting", spreadOf([](const auto &b) { return b.use.nesting; })},
        {"program", spreadOf([](const auto &b) { return b.programSize; })},
        {"words_in", spreadOf([](const auto &b) { return b.wordsIn; })},
        {"words_out", spreadOf([](const auto &b) { return b.wordsOut; })}}},
      {"memory_bits_for",
       {{"median", bitsFor(0.5)}, {"p90", bitsFor(0.9)}, {"p99", bitsFor(0.99)},
        {"largest", bitsFor(1)}}},
      {"grid",
       {{"cores", shape.cores}, {"hop_cycles", shape.hopCycles},
        {"host_cycles", shape.hostCycles}, {"host_ports", shape.hostPorts},
        {"cycles", time.cycles}, {"busy", time.busyCycles},
        {"load", time.loadCycles}, {"port", time.portCycles},
        {"travel", time.travelCycles}, {"host", time.hostCycles},
        {"barrier", time.barrierCycles(shape)}}},
      {"grids", grids}};
  return result.dump(2) + "\n";
}

} // namespace mplrt
