//===- Trace.cpp - Records of what a core does ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/machine/Trace.h"

#include <algorithm>

namespace mplrt {

WaveTrace::WaveTrace(const std::string &path, const machine::Image &image,
                     uint64_t most)
    : out(path), most(most) {
  for (const machine::Unit &unit : image.units)
    unitOf.insert(unitOf.end(), unit.code.size(), unit.name);
  out << "$timescale 1 ns $end\n$scope module core $end\n"
         "$var string 1 s state $end\n$var string 1 u plan $end\n"
         "$var wire 16 p pc $end\n$var wire 24 r delta $end\n"
         "$upscope $end\n$enddefinitions $end\n";
}

void WaveTrace::binary(uint32_t value, const char *code) {
  std::string bits;
  for (; value != 0; value >>= 1)
    bits.insert(bits.begin(), char('0' + (value & 1)));
  out << 'b' << (bits.empty() ? "0" : bits) << ' ' << code << '\n';
}

void WaveTrace::text(const std::string &value, const char *code) {
  std::string word = value;
  std::replace(word.begin(), word.end(), ' ', '_');
  out << 's' << word << ' ' << code << '\n';
}

void WaveTrace::onCycle(uint64_t cycle, CoreState newState, uint32_t newPc,
                        uint32_t newRow) {
  if (cycle > most)
    return;
  const bool isFirst = next == 0;
  if (!isFirst && newState == state && newPc == pc && newRow == row)
    return;
  next = cycle + 1;
  out << '#' << cycle << '\n';
  if (isFirst || newState != state)
    text(nameOf(newState), "s");
  if (newPc != pc) {
    binary(newPc, "p");
    const std::string name = newPc < unitOf.size() ? unitOf[newPc] : "theorem";
    if (name != unit || isFirst)
      text(name, "u");
    unit = name;
  }
  if (newRow != row)
    binary(newRow, "r");
  state = newState;
  pc = newPc;
  row = newRow;
}

bool WaveTrace::close() {
  out.close();
  return bool(out);
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
