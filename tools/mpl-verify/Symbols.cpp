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

static uint32_t hashOf(std::string_view text) {
  uint64_t hash = 0x9E3779B97F4A7C15u;
  for (unsigned char c : text)
    hash = (hash ^ c) * 0x100000001B3u;
  return uint32_t(hash ^ (hash >> 29));
}

SymbolTable::SymbolTable() : slots(1024) {
  intern("");
  intern("=");
  intern("in");
}

size_t SymbolTable::find(uint32_t hash, std::string_view text) const {
  size_t mask = slots.size() - 1;
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    if (!slots[i])
      return i;
    const Entry &entry = entries[slots[i] - 1];
    if (entry.hash == hash && entry.length == text.size() &&
        std::memcmp(entry.text, text.data(), text.size()) == 0)
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
  uint32_t hash = hashOf(text);
  size_t slot = find(hash, text);
  if (slots[slot])
    return Symbol(slots[slot] - 1);
  entries.push_back({store(text), uint32_t(text.size()), hash});
  slots[slot] = uint32_t(entries.size());
  if (entries.size() * 2 > slots.size())
    grow();
  return Symbol(entries.size() - 1);
}

void SymbolTable::truncate(size_t count) {
  while (entries.size() > count) {
    const Entry &last = entries.back();
    slots[find(last.hash, {last.text, last.length})] = 0;
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
