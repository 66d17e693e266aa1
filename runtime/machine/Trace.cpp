//===- Trace.cpp - Records of what a core does ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Trace.h"

#include "runtime/block/Block.h"

namespace mplrt {

namespace {

enum Signal : size_t {
  State, BlockNumber, Plan, Instruction, Row, Pc, Delta, Rows, Ids, Firings, Merges,
  Demands, Iterators,
};

const std::vector<WaveSignal> &signals() {
  static const std::vector<WaveSignal> all{
      {"state"},     {"block", 32}, {"plan"},        {"instruction"}, {"row"},
      {"pc", 16},    {"delta", 24}, {"rows", 24},    {"ids", 24},     {"firings", 32},
      {"merges", 24}, {"demands", 24}, {"iterators", 8},
  };
  return all;
}

} // namespace

WaveTrace::WaveTrace(const std::string &path, const machine::Image &image,
                     uint64_t most)
    : image(image), file(createWaveFile(path, "core", signals())), most(most),
      numbers(signals().size()), texts(signals().size()) {
  for (const machine::Unit &unit : image.units)
    unitOf.insert(unitOf.end(), unit.code.size(), unit.name);
}

void WaveTrace::beginTime() {
  if (!hasTime)
    file->beginTime(now);
  hasTime = true;
}

void WaveTrace::show(size_t signal, uint32_t value) {
  if (numbers[signal] == value)
    return;
  beginTime();
  file->change(signal, value);
  numbers[signal] = value;
}

void WaveTrace::show(size_t signal, std::string value) {
  if (texts[signal] == value)
    return;
  beginTime();
  file->change(signal, value);
  texts[signal] = std::move(value);
}

void WaveTrace::onBlock(const Block &block) {
  ++blocks;
  theoremOf.clear();
  for (const RuleSet::FormRef &form : block.rules->forms)
    theoremOf.push_back(block.rules->theorems[form.theorem]->name);
  firstTheorem = uint32_t(block.theory->program.rules.size());
}

/// A plan begins with `plan`, which has its rule; those of the theory have names.
std::string WaveTrace::planOf(const Core &core, uint32_t address) const {
  if (address < unitOf.size())
    return unitOf[address];
  for (uint32_t at = address + 1; at-- > unitOf.size();) {
    const machine::Instruction *i = core.instructionAt(at);
    if (!i || i->op != machine::Op::Plan)
      continue;
    const uint32_t form = i->rule - firstTheorem;
    return form < theoremOf.size() ? theoremOf[form] : "hypothesis or goal";
  }
  return "?";
}

std::string WaveTrace::instructionOf(const Core &core, uint32_t address) const {
  const machine::Instruction *i = core.instructionAt(address);
  if (!i)
    return "?";
  const bool hasRelation = i->op == machine::Op::New || i->op == machine::Op::Probe ||
                           i->isIterator() || i->op == machine::Op::Derive ||
                           i->op == machine::Op::Create || i->op == machine::Op::Assert;
  return hasRelation ? std::string(machine::nameOf(i->op)) + ' ' +
                           image.tables[i->relation].name
                     : machine::nameOf(i->op);
}

std::string WaveTrace::rowOf(const Core &core, uint32_t row) const {
  if (row >= core.rowCount())
    return "none";
  const uint32_t relation = core.relationOf(row);
  std::string text = image.tables[relation].name + '[';
  for (uint32_t c = 0; c < core.arityOf(relation); ++c)
    text += (c == 0 ? "" : ", ") + std::to_string(core.argOf(row, c));
  return text + ']';
}

void WaveTrace::onCycle(const Core &core, CoreState state) {
  now = core.counts().cycles;
  if (now > most)
    return;
  hasTime = false;
  const CoreView view = core.view();
  show(State, nameOf(state));
  show(BlockNumber, blocks);
  const bool isExec = state == CoreState::EXEC;
  if (isExec || state == CoreState::S_ROW) {
    // S_ROW goes on with an iterator that may be of long ago.
    const uint32_t address = view.pc - !isExec;
    if (isExec || numbers[Pc] != view.pc) {
      show(Plan, planOf(core, address));
      show(Instruction, instructionOf(core, address));
    }
  }
  if (numbers[Delta] != view.delta || state == CoreState::ROW)
    show(Row, rowOf(core, view.delta));
  show(Pc, view.pc);
  show(Delta, view.delta);
  show(Rows, view.rows);
  show(Ids, view.ids);
  show(Firings, view.firings);
  show(Merges, view.merges);
  show(Demands, view.demands);
  show(Iterators, view.iterators);
}

void PortTrace::exchange(std::span<const uint32_t> commands,
                         std::span<const uint32_t> events,
                         std::span<const uint64_t> cycles) {
  out << std::hex;
  for (const uint32_t word : commands)
    out << "> " << word << '\n';
  for (size_t i = 0; i < events.size(); ++i)
    out << "< " << cycles[i] << ' ' << events[i] << '\n';
}

bool PortTrace::close() {
  out.close();
  return bool(out);
}

} // namespace mplrt
