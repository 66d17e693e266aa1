//===- Text.h - Lines and words of a proof ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_TEXT_H
#define MPL_VERIFY_TEXT_H

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mplverify {

/// The words of a line, taken one after the other. The next one is found once,
/// however often it is looked at.
class Words {
public:
  explicit Words(std::string_view line)
      : at(line.data()), end(line.data() + line.size()) {
    advance();
  }

  /// The next word; empty if there is none.
  std::string_view take() {
    const std::string_view word = next;
    advance();
    return word;
  }
  std::string_view peek() const { return next; }
  bool empty() const { return next.empty(); }

private:
  static bool isSpace(char c) { return c == ' ' || c == '\t'; }

  void advance() {
    while (at != end && isSpace(*at))
      ++at;
    const char *start = at;
    while (at != end && !isSpace(*at))
      ++at;
    next = {start, size_t(at - start)};
  }

  const char *at;
  const char *end;
  std::string_view next;
};

/// The lines of a text, numbered from 1. `offset` is where the next one starts.
struct Lines {
  std::string_view text;
  size_t offset = 0;
  size_t number = 0;

  bool next(std::string_view &line) {
    if (offset >= text.size())
      return false;
    const char *start = text.data() + offset;
    const void *end = std::memchr(start, '\n', text.size() - offset);
    size_t length = end ? size_t(static_cast<const char *>(end) - start)
                        : text.size() - offset;
    line = text.substr(offset, length);
    offset += length + 1;
    ++number;
    return true;
  }
};

/// A positive number as a proof writes it: digits, the first no zero.
inline bool parseNumber(std::string_view word, uint32_t &number) {
  if (word.empty() || word[0] < '1' || word[0] > '9')
    return false;
  auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size();
}

} // namespace mplverify

#endif // MPL_VERIFY_TEXT_H
