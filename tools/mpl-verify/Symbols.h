//===- Symbols.h - Names as small integers ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_SYMBOLS_H
#define MPL_VERIFY_SYMBOLS_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mplverify {

/// An interned name; never negative.
using Symbol = int32_t;

/// The text between single quotes, for a message.
inline std::string quote(std::string_view text) {
  std::string quoted(1, '\'');
  quoted.append(text);
  quoted.push_back('\'');
  return quoted;
}

class SymbolTable {
public:
  /// Interned first, so that their values are known.
  static constexpr Symbol anonymous = 0, equals = 1, in = 2;

  SymbolTable();

  Symbol intern(std::string_view text);
  std::string_view text(Symbol symbol) const {
    return {entries[symbol].text, entries[symbol].length};
  }
  std::string quoted(Symbol symbol) const {
    return quote(text(symbol));
  }
  size_t size() const { return entries.size(); }

  /// Forgets all but the first `count` symbols; `count` is not 0.
  void truncate(size_t count);

private:
  struct Entry {
    const char *text;
    uint32_t length;
    uint32_t hash;
    uint64_t packed; ///< The text itself if it is short.
  };
  struct Chunk {
    std::unique_ptr<char[]> text;
    size_t size;
  };

  const char *store(std::string_view text);
  void grow();
  size_t find(const Entry &wanted) const;

  std::vector<Entry> entries;
  /// Open addressing; a slot holds a symbol plus one, 0 if it is free.
  std::vector<uint32_t> slots;
  std::vector<Chunk> chunks;
  size_t chunkLeft = 0;
  char *chunkNext = nullptr;
};

} // namespace mplverify

#endif // MPL_VERIFY_SYMBOLS_H
