//===- Visible.h - Text in which nothing is hidden --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_SUPPORT_VISIBLE_H
#define MPLC_SUPPORT_VISIBLE_H

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace mplc {

/// The code point that `text` starts with, and its bytes; none if they are no
/// UTF-8 (too long forms and surrogates are none).
inline bool takeCodePoint(std::string_view text, uint32_t &code,
                          size_t &length) {
  const uint8_t first = uint8_t(text[0]);
  length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length == 1) {
    code = first;
    return true;
  }
  if (first < 0xC2 || first > 0xF4 || text.size() < length)
    return false;
  code = first & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    if ((uint8_t(text[i]) & 0xC0) != 0x80)
      return false;
    code = code << 6 | (uint8_t(text[i]) & 0x3F);
  }
  constexpr uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return code >= least[length] && code <= 0x10FFFF &&
         (code < 0xD800 || code > 0xDFFF);
}

/// Whether a character does something to others instead of being seen: control
/// characters (but tabs and ends of lines), what changes the direction of text
/// (Unicode Standard Annex 9, section 2), line and paragraph separators, the
/// byte order mark and tags.
constexpr bool isHidden(uint32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n') ||
         (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E ||
         code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF ||
         (code >= 0xE0000 && code <= 0xE007F);
}

/// The text with `⟨U+202E⟩` for each hidden character and `⟨FF⟩` for each byte
/// that is no UTF-8: what a reader sees is what is there, in its order.
inline std::string visible(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    uint32_t code = 0;
    size_t length = 1;
    char shown[24];
    if (!takeCodePoint(text, code, length)) {
      length = 1;
      std::snprintf(shown, sizeof shown, "⟨%02X⟩", unsigned(uint8_t(text[0])));
      result += shown;
    } else if (isHidden(code)) {
      std::snprintf(shown, sizeof shown, "⟨U+%04X⟩", unsigned(code));
      result += shown;
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return result;
}

} // namespace mplc

#endif // MPLC_SUPPORT_VISIBLE_H
