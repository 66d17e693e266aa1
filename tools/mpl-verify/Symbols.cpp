//===- Symbols.cpp - Names as small integers ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A hash table with linear probing. Entries leave it in the reverse order of
// their arrival only, so that freeing their slots leaves no holes in any probe
// sequence of those that stay.
//
//===----------------------------------------------------------------------===//

#include "Symbols.h"

#include <algorithm>
#include <cstring>
#include <functional>

using namespace mplverify;

static constexpr size_t mostPacked = 8;

/// Two texts of one length, of at most eight bytes, are equal if this is.
static uint64_t pack(std::string_view text) {
  const char *bytes = text.data();
  const size_t size = text.size();
  if (size >= 4) {
    uint32_t first, last;
    std::memcpy(&first, bytes, 4);
    std::memcpy(&last, bytes + size - 4, 4);
    return uint64_t(first) << 32 | last;
  }
  if (size == 0)
    return 0;
  auto byte = [&](size_t i) { return uint64_t(uint8_t(bytes[i])); };
  return byte(0) << 16 | byte(size / 2) << 8 | byte(size - 1);
}

static uint32_t hashOf(uint64_t packed, std::string_view text) {
  constexpr uint64_t multiplier = 0x9E3779B97F4A7C15u;
  uint64_t hash = (packed ^ text.size()) * multiplier;
  for (size_t i = 0; text.size() > mostPacked && i < text.size(); i += mostPacked)
    hash = (hash ^ (hash >> 32) ^ pack(text.substr(i, mostPacked))) * multiplier;
  return uint32_t(hash >> 32);
}

SymbolTable::SymbolTable() : slots(1024) {
  intern("");
  intern("=");
  intern("in");
}

size_t SymbolTable::find(const Entry &wanted) const {
  size_t mask = slots.size() - 1;
  for (size_t i = wanted.hash & mask;; i = (i + 1) & mask) {
    if (!slots[i])
      return i;
    const Entry &entry = entries[slots[i] - 1];
    if (entry.hash == wanted.hash && entry.length == wanted.length &&
        entry.packed == wanted.packed &&
        (entry.length <= mostPacked ||
         std::memcmp(entry.text, wanted.text, entry.length) == 0))
      return i;
  }
}

const char *SymbolTable::store(std::string_view text) {
  if (text.size() > chunkLeft || !chunkNext) {
    chunkLeft = std::max<size_t>(text.size(), 1 << 16);
    chunks.push_back({std::make_unique<char[]>(chunkLeft), chunkLeft});
    chunkNext = chunks.back().text.get();
  }
  char *start = chunkNext;
  std::memcpy(start, text.data(), text.size());
  chunkNext += text.size();
  chunkLeft -= text.size();
  return start;
}

void SymbolTable::grow() {
  slots.assign(slots.size() * 2, 0);
  size_t mask = slots.size() - 1;
  for (size_t e = 0; e < entries.size(); ++e) {
    size_t i = entries[e].hash & mask;
    while (slots[i])
      i = (i + 1) & mask;
    slots[i] = uint32_t(e + 1);
  }
}

Symbol SymbolTable::intern(std::string_view text) {
  const uint64_t packed = pack(text);
  Entry entry{text.data(), uint32_t(text.size()), hashOf(packed, text), packed};
  size_t slot = find(entry);
  if (slots[slot])
    return Symbol(slots[slot] - 1);
  entry.text = store(text);
  entries.push_back(entry);
  slots[slot] = uint32_t(entries.size());
  if (entries.size() * 2 > slots.size())
    grow();
  return Symbol(entries.size() - 1);
}

void SymbolTable::truncate(size_t count) {
  while (entries.size() > count) {
    slots[find(entries.back())] = 0;
    entries.pop_back();
  }
  // Names were stored one after the other, so the last one that stays tells
  // where there is room again.
  const char *end = entries.back().text + entries.back().length;
  auto holdsEnd = [&](const Chunk &chunk) {
    return !std::less<>()(end, chunk.text.get()) &&
           !std::less<>()(chunk.text.get() + chunk.size, end);
  };
  while (!holdsEnd(chunks.back()))
    chunks.pop_back();
  size_t used = size_t(end - chunks.back().text.get());
  chunkNext = chunks.back().text.get() + used;
  chunkLeft = chunks.back().size - used;
}
