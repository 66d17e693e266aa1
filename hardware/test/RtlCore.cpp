//===- RtlCore.cpp - The core in SystemVerilog beside its model -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RtlCore.h"

#include <algorithm>
#include <stdexcept>

namespace mplrt::rtl {

namespace {

/// The state of the device that has no name in the model, and what the model calls it.
constexpr uint8_t kSkip = uint8_t(kCoreStates);

std::string nameOfState(uint8_t state) {
  return state < kCoreStates ? nameOf(CoreState(state)) : "?";
}

template <typename T>
size_t firstDifference(std::span<const T> a, std::span<const T> b) {
  return size_t(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                a.begin());
}

} // namespace

CoreSizes sizesOf(Variant variant) {
  CoreSizes sizes;
  if (variant == Variant::Wide)
    sizes.columns = 8;
  // hardware/test/CMakeLists.txt has the same numbers.
  if (variant == Variant::Small)
    sizes = {.idBits = 6, .rowBits = 8, .columns = 4, .lists = 24, .hashBits = 4,
             .demandBits = 4, .demandHashBits = 3, .mergeBits = 3, .programBits = 9,
             .nesting = 3, .demandRowBits = 4};
  return sizes;
}

std::optional<Variant> variantOf(const CoreSizes &sizes) {
  auto key = [](const CoreSizes &s) {
    return std::array{s.idBits,         s.rowBits,   s.columns,    s.lists,
                      s.hashBits,       s.demandBits, s.demandHashBits,
                      s.mergeBits,      s.programBits, s.nesting,
                      s.demandRowBits};
  };
  for (const Variant v : {Variant::Default, Variant::Wide, Variant::Small})
    if (key(sizesOf(v)) == key(sizes))
      return v;
  return std::nullopt;
}

Driver::Driver(std::unique_ptr<Device> device, const Stalls &stalls)
    : core(std::move(device)), stalls(stalls), random(stalls.seed) {}

Exchange Driver::run(std::span<const uint32_t> commands, uint64_t most) {
  Exchange result;
  uint64_t cycles = 0;
  for (size_t at = 0;;) {
    const bool valid = at < commands.size() && !isStalled(stalls.commands);
    const bool ready = !isStalled(stalls.events);
    const Device::Pins pins = core->settle(valid, valid ? commands[at] : 0, ready);
    if (at == commands.size() && pins.commandReady)
      return result;
    const bool waits = pins.commandReady ? !valid : pins.eventValid && !ready;
    core->clock();
    if (waits) {
      ++result.waits;
      continue;
    }
    if (++cycles > most)
      throw std::runtime_error("the core in SystemVerilog does not end");
    result.states.push_back(pins.state == kSkip ? uint8_t(CoreState::I_DEAD)
                                                : pins.state);
    if (pins.commandReady)
      ++at;
    if (pins.eventValid) {
      result.events.push_back(pins.eventWord ^ (++words == stalls.fault));
      result.stamps.push_back(cycles);
    }
  }
}

RtlCore::RtlCore(const CoreSizes &sizes, Variant variant, const Stalls &stalls)
    : Core(sizes), driver(makeDevice(variant), stalls) {}

std::string RtlCore::difference(const Exchange &rtl, std::span<const uint32_t> events,
                                std::span<const uint64_t> stamps) const {
  const size_t cycle =
      firstDifference<uint8_t>(rtl.states, trace.states);
  const size_t word = firstDifference<uint32_t>(rtl.events, events);
  const size_t stamp = firstDifference<uint64_t>(rtl.stamps, stamps);
  const bool isSame = rtl.events.size() == events.size() && word == events.size() &&
                      stamp == stamps.size() &&
                      rtl.states.size() == trace.states.size() &&
                      cycle == trace.states.size();
  if (isSame)
    return {};
  auto numbers = [](const std::string &what, size_t at, uint64_t a, uint64_t b) {
    char text[160];
    std::snprintf(text, sizeof text, "; %s %zu is %llx, not %llx", what.c_str(), at,
                  (unsigned long long)a, (unsigned long long)b);
    return std::string(text);
  };
  std::string result = "the core in SystemVerilog and the model differ: " +
                       std::to_string(rtl.states.size()) + " cycles, not " +
                       std::to_string(trace.states.size()) + "; " +
                       std::to_string(rtl.events.size()) + " event words, not " +
                       std::to_string(events.size());
  if (word < std::min(events.size(), rtl.events.size()))
    result += numbers("event word", word, rtl.events[word], events[word]) +
              numbers("in cycle", size_t(rtl.stamps[word]), rtl.stamps[word],
                      stamps[word]);
  result += "; states from cycle " + std::to_string(cycle < 6 ? 1 : cycle - 5) + ":";
  const size_t from = cycle < 6 ? 0 : cycle - 6;
  for (size_t i = from; i < std::min({cycle + 2, rtl.states.size(),
                                      trace.states.size()}); ++i)
    result += " " + nameOfState(rtl.states[i]) +
              (rtl.states[i] == trace.states[i]
                   ? ""
                   : "(model: " + nameOfState(trace.states[i]) + ")");
  return result;
}

void RtlCore::run(std::span<const uint32_t> commands, std::vector<uint32_t> &events,
                  std::vector<uint64_t> *stamps) {
  const size_t before = events.size();
  const uint64_t start = counts().cycles;
  std::vector<uint64_t> cycles;
  trace.states.clear();
  setObserver(&trace);
  Core::run(commands, events, &cycles);
  if (stamps)
    stamps->insert(stamps->end(), cycles.begin(), cycles.end());
  const std::span<const uint32_t> expected(events.begin() + ptrdiff_t(before),
                                           events.end());
  // A stop comes from outside, and the device has no such input.
  if (expected.size() >= 3 &&
      (expected[expected.size() - 3] >> 24) == uint32_t(CoreLimit::Stopped))
    isApart = true;
  if (isApart)
    return;
  for (uint64_t &cycle : cycles)
    cycle -= start;
  const Exchange rtl = driver.run(commands, trace.states.size() + 1000);
  waited += rtl.waits;
  if (const std::string text = difference(rtl, expected, cycles); !text.empty())
    throw std::runtime_error(text);
  std::copy(rtl.events.begin(), rtl.events.end(), events.begin() + ptrdiff_t(before));
}

} // namespace mplrt::rtl
