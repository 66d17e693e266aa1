//===- Lexer.cpp - Tokens of MPL ------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One pass over the bytes. A name is the longest run of one of two classes of
// characters: word characters (letters, digits, `_`, `'` and every byte of a
// character beyond ASCII; `-` and `.` between two of them) or operator
// characters. As brackets, `,`, `;`, `:` and `!` belong to neither class, the words
// `&`, `>` and `=` that introduce an expression need no tokens of their own:
// they are names, and the parser asks for them where a `(` precedes.
//
//===----------------------------------------------------------------------===//

#include "Lexer.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

using namespace mplc;

static bool isWordCharacter(char c) {
  return llvm::isAlnum(c) || c == '_' || c == '\'' || (c & 0x80);
}

static bool isOperatorCharacter(char c) {
  return c != '\0' && llvm::StringRef("+-*/\\<>=&|^~%?").contains(c);
}

static bool isSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' ||
         c == '\v';
}

/// The length of the name that `text` starts with; 0 if there is none.
static size_t nameLength(llvm::StringRef text) {
  if (text.empty())
    return 0;
  size_t n = 0;
  // A sign belongs to the integer that follows it directly.
  if (text[0] == '-' && text.size() > 1 && llvm::isDigit(text[1]))
    n = 1;
  if (isWordCharacter(text[n])) {
    for (; n < text.size(); ++n) {
      if (isWordCharacter(text[n]))
        continue;
      if ((text[n] == '-' || text[n] == '.') && n > 0 &&
          isWordCharacter(text[n - 1]) && n + 1 < text.size() &&
          isWordCharacter(text[n + 1]))
        continue;
      break;
    }
    return n;
  }
  for (; n < text.size() && isOperatorCharacter(text[n]); ++n) {
    llvm::StringRef rest = text.substr(n);
    if (rest.starts_with("//") || rest.starts_with("/*") ||
        rest.starts_with("*/"))
      break;
  }
  return n;
}

/// The offset of the first byte that is not part of well-formed UTF-8.
static size_t findInvalidUTF8(llvm::StringRef text) {
  size_t i = 0;
  while (i < text.size()) {
    if (!(text[i] & 0x80)) {
      ++i;
      continue;
    }
    auto *at = reinterpret_cast<const llvm::UTF8 *>(text.data()) + i;
    auto *end = reinterpret_cast<const llvm::UTF8 *>(text.end());
    unsigned size = llvm::getUTF8SequenceSize(at, end);
    if (size == 0)
      return i;
    i += size;
  }
  return llvm::StringRef::npos;
}

bool mplc::isName(llvm::StringRef text) {
  return !text.empty() && nameLength(text) == text.size() &&
         findInvalidUTF8(text) == llvm::StringRef::npos;
}

bool mplc::isIdentifier(llvm::StringRef text) {
  return !text.empty() && isWordCharacter(text.back());
}

bool mplc::isInteger(llvm::StringRef text) {
  text.consume_front("-");
  return !text.empty() && llvm::all_of(text, llvm::isDigit);
}

namespace {

class Lexer {
public:
  Lexer(llvm::StringRef buffer, Diagnostics &diagnostics)
      : rest(buffer), diagnostics(diagnostics) {}

  std::vector<Token> run() {
    rest.consume_front("\xEF\xBB\xBF"); // A byte order mark says nothing.
    while (skipSpace(), !rest.empty())
      tokens.push_back(next());
    tokens.push_back({Token::Kind::End, rest});
    return std::move(tokens);
  }

private:
  void error(llvm::StringRef at, const llvm::Twine &message) {
    diagnostics.error(llvm::SMLoc::getFromPointer(at.data()), message);
  }

  void skipSpace() {
    while (!rest.empty()) {
      if (isSpace(rest[0])) {
        rest = rest.drop_front();
      } else if (rest.starts_with("//")) {
        rest = rest.drop_until([](char c) { return c == '\n'; });
      } else if (rest.starts_with("/*")) {
        size_t end = rest.find("*/", 2);
        if (end == llvm::StringRef::npos) {
          error(rest, "comment is not closed; expected '*/'");
          rest = rest.take_back(0);
        } else {
          rest = rest.drop_front(end + 2);
        }
      } else {
        return;
      }
    }
  }

  Token take(Token::Kind kind, size_t length) {
    Token token{kind, rest.take_front(length)};
    rest = rest.drop_front(length);
    return token;
  }

  Token next() {
    switch (rest[0]) {
    case '(':
      return take(Token::Kind::LeftParen, 1);
    case ')':
      return take(Token::Kind::RightParen, 1);
    case '[':
      return take(Token::Kind::LeftBracket, 1);
    case ']':
      return take(Token::Kind::RightBracket, 1);
    case ',':
      return take(Token::Kind::Comma, 1);
    case ';':
      return take(Token::Kind::Semicolon, 1);
    case ':':
      return take(Token::Kind::Colon, 1);
    case '!':
      return take(Token::Kind::Not, 1);
    case '"':
      return string();
    }
    if (size_t length = nameLength(rest)) {
      Token token = take(Token::Kind::Name, length);
      size_t invalid = findInvalidUTF8(token.text);
      if (invalid == llvm::StringRef::npos)
        return token;
      error(token.text.substr(invalid),
            "bad token: byte 0x" +
                llvm::utohexstr(uint8_t(token.text[invalid])) +
                " is not valid UTF-8");
      token.kind = Token::Kind::Bad;
      return token;
    }
    return bad();
  }

  Token string() {
    size_t end = rest.find_first_of("\"\n", 1);
    if (end == llvm::StringRef::npos || rest[end] == '\n') {
      error(rest, "string is not closed; expected '\"' on the same line");
      return take(Token::Kind::Bad,
                  end == llvm::StringRef::npos ? rest.size() : end);
    }
    Token token = take(Token::Kind::String, end + 1);
    token.text = token.text.drop_front().drop_back();
    return token;
  }

  Token bad() {
    if (rest.starts_with("*/")) {
      error(rest, "bad token '*/': no comment is open here");
      return take(Token::Kind::Bad, 2);
    }
    std::string shown = llvm::isPrint(rest[0])
                            ? "'" + std::string(1, rest[0]) + "'"
                            : "0x" + llvm::utohexstr(uint8_t(rest[0]));
    error(rest, "bad token " + shown +
                    "; expected a bracket, ',', '!', a name or a string");
    return take(Token::Kind::Bad, 1);
  }

  llvm::StringRef rest;
  Diagnostics &diagnostics;
  std::vector<Token> tokens;
};

} // namespace

std::vector<Token> mplc::lex(llvm::StringRef buffer, Diagnostics &diagnostics) {
  return Lexer(buffer, diagnostics).run();
}
