//===- Lexer.h - Tokens of MPL ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_LEXER_H
#define MPLC_LIB_PARSE_LEXER_H

#include "Diagnostics.h"

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <vector>

namespace mplc {

struct Token {
  enum class Kind : uint8_t {
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Semicolon,
    Colon,
    Not,
    Name,   ///< Identifier, integer or operator symbol.
    String, ///< `text` without the quotes.
    Bad,    ///< Reported already.
    End,
  };
  Kind kind;
  llvm::StringRef text; ///< Points into the buffer.

  bool is(Kind k) const { return kind == k; }
  bool isName(llvm::StringRef name) const {
    return kind == Kind::Name && text == name;
  }
  llvm::SMLoc loc() const {
    // A string's place is that of its opening quote.
    return llvm::SMLoc::getFromPointer(text.data() - is(Kind::String));
  }
};

/// All tokens of a buffer, closed by one End token. What is no token is
/// reported and stands as Bad.
std::vector<Token> lex(llvm::StringRef buffer, Diagnostics &diagnostics);

/// Is `text` one name, as lex() reads it?
bool isName(llvm::StringRef text);
/// Is the name `text` an identifier or an integer, so no operator symbol?
bool isIdentifier(llvm::StringRef text);
/// Is the name `text` an integer?
bool isInteger(llvm::StringRef text);

} // namespace mplc

#endif // MPLC_LIB_PARSE_LEXER_H
