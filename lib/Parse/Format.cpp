//===- Format.cpp - The canonical layout of MPL ---------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A walk over the tokens: each pair of neighbours on a line gets its space or
// none, by what they are; each line its indentation, by the brackets that are
// open. What stands between two tokens in the source holds comments and line
// breaks, which are kept. As only white space is made, the tokens of the result
// are those of the source.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Format.h"

#include "Diagnostics.h"
#include "ExpressionParser.h"
#include "FileParser.h"
#include "Lexer.h"

#include "llvm/ADT/StringExtras.h"

using namespace mplc;

namespace {

using Kind = Token::Kind;

class Formatter {
public:
  Formatter(llvm::StringRef text, std::vector<Token> tokens)
      : end(text.data()), tokens(std::move(tokens)) {
    if (text.starts_with("\xEF\xBB\xBF"))
      end += 3;
  }

  std::string run() {
    for (position = 0; position < tokens.size(); ++position) {
      const Token &token = tokens[position];
      const char *begin = token.loc().getPointer();
      writeGap(llvm::StringRef(end, size_t(begin - end)));
      if (token.is(Kind::End))
        break;
      const char *stop = token.text.end() + token.is(Kind::String);
      writeToken(llvm::StringRef(begin, size_t(stop - begin)));
      end = stop;
    }
    while (!out.empty() && llvm::isSpace(out.back()))
      out.pop_back();
    return out.empty() ? out : out + "\n";
  }

private:
  //===--- Between tokens -------------------------------------------------===//

  /// Comments and line breaks of the source, then what the next token needs.
  void writeGap(llvm::StringRef gap) {
    unsigned breaks = 0;
    bool hadComment = false;
    while (!gap.empty()) {
      if (gap.starts_with("//") || gap.starts_with("/*")) {
        bool block = gap[1] == '*';
        size_t length = block ? gap.find("*/", 2) + 2 : gap.find('\n');
        llvm::StringRef comment = gap.take_front(length);
        gap = gap.drop_front(comment.size());
        place(breaks, /*space=*/true);
        out += comment.rtrim().str();
        breaks = 0;
        hadComment = true;
        mustBreak = !block;
        continue;
      }
      breaks += gap[0] == '\n';
      gap = gap.drop_front();
    }
    const Token &token = tokens[position];
    if (token.is(Kind::End))
      return;
    if (depth == 0 && breaks == 0 && !hadComment)
      breaks = 1;
    bool ends = endsSignature();
    place(breaks, hadComment || needsSpace());
    if (ends) {
      if (breaks == 0)
        out += ' ';
      inSignature = false;
    }
    mustBreak = false;
  }

  /// Goes to where the next thing stands.
  void place(unsigned breaks, bool space) {
    if (mustBreak && breaks == 0)
      breaks = 1;
    if (out.empty())
      return;
    if (breaks == 0) {
      if (space)
        out += ' ';
      return;
    }
    out.append(std::min(breaks, 2u), '\n');
    const Token &token = tokens[position];
    bool closes = token.is(Kind::RightParen) || token.is(Kind::RightBracket);
    out.append(2 * (depth - (closes && depth > 0)), ' ');
  }

  //===--- Tokens ---------------------------------------------------------===//

  bool isUnequal(size_t i) const {
    return tokens[i].is(Kind::Not) && tokens[i + 1].isName("=") &&
           tokens[i].text.end() == tokens[i + 1].text.data();
  }

  /// Is the name at the position infix, as an operand stands before it?
  bool isInfix() const {
    const Token &token = tokens[position];
    if (isUnequal(position))
      return afterOperand;
    if (!token.is(Kind::Name) || !afterOperand)
      return false;
    return !isIdentifier(token.text) || token.text == "and" ||
           token.text == "or" || token.text == "implies" ||
           token.text == "iff" || token.text == "in";
  }

  /// Does a declaration's formula start here, behind its sets?
  bool endsSignature() const {
    return inSignature && depth == 1 && position > 0 &&
           tokens[position - 1].is(Kind::Name) && !afterInfix &&
           tokens[position].is(Kind::Name) && !isInfix();
  }

  bool needsSpace() const {
    if (position == 0)
      return false;
    const Token &before = tokens[position - 1], &token = tokens[position];
    if (inLibraryPath)
      return false;
    if (position >= 2 && isUnequal(position - 1) && afterInfix)
      return false; // Between '!' and '='.
    if (before.is(Kind::LeftParen) || before.is(Kind::LeftBracket) ||
        token.is(Kind::RightParen) || token.is(Kind::RightBracket) ||
        token.is(Kind::Comma) || token.is(Kind::Semicolon))
      return false;
    if (before.is(Kind::Comma))
      return brackets.empty() || brackets.back() != Kind::LeftBracket;
    if (token.is(Kind::Colon))
      return declares && depth == 1;
    if (before.is(Kind::Semicolon) || before.is(Kind::Colon))
      return true;
    if (isInfix() || afterInfix || afterWord)
      return true;
    if (before.is(Kind::Not))
      return false;
    if (afterCoreWord)
      return token.is(Kind::Name);
    if (token.is(Kind::LeftBracket))
      return false;
    if (token.is(Kind::LeftParen) || token.is(Kind::Not)) {
      if (before.is(Kind::Name))
        return afterFormName || token.is(Kind::Not);
      return depth == 1;
    }
    return true;
  }

  void writeToken(llvm::StringRef text) {
    const Token &token = tokens[position];
    bool infix = isInfix();
    bool second = position > 0 && isUnequal(position - 1) && afterInfix;
    bool wasWord = afterKeyword;
    bool first = position > 0 && tokens[position - 1].is(Kind::LeftParen);
    out += text.str();
    if (token.is(Kind::Colon) && declares && depth == 1) {
      declares = false;
      inSignature = true;
    }
    if (token.is(Kind::LeftParen) || token.is(Kind::LeftBracket)) {
      if (depth == 0) {
        declares = false;
        inSignature = false;
        inImport = false;
      }
      brackets.push_back(token.kind);
      ++depth;
    } else if ((token.is(Kind::RightParen) || token.is(Kind::RightBracket)) &&
               depth > 0) {
      brackets.pop_back();
      --depth;
    }
    bool isName = token.is(Kind::Name) && !infix && !second;
    afterKeyword = first && depth == 1 && isName && startsForm(position - 1);
    if (afterKeyword) {
      declares = token.text == "function" || token.text == "relation" ||
                 token.text == "constant";
      inImport = token.text == "import";
    }
    if (inImport && token.isName("<"))
      inLibraryPath = true;
    else if (token.isName(">"))
      inLibraryPath = false;
    afterFormName = wasWord && isName && !inImport;
    afterCoreWord = first && isName && !afterKeyword &&
                    (token.text == "&" || token.text == ">" ||
                     token.text == "=");
    afterInfix = infix || second;
    afterWord = afterKeyword ||
                (isName && !afterFormName &&
                 (token.text == "not" || token.text == "forall" ||
                  token.text == "exists" || token.text == "unique") &&
                 !isArgument());
    afterOperand = token.is(Kind::RightParen) || token.is(Kind::RightBracket) ||
                   token.is(Kind::String) ||
                   (isName && !afterWord && !afterCoreWord);
    // A form's own name is followed by its body, not by an operator, unless the
    // form says so.
    if (afterFormName && !definesByOperator())
      afterOperand = false;
  }

  bool startsForm(size_t open) const {
    for (const char *name : formNames)
      if (tokens[open + 1].isName(name))
        return true;
    for (const char *name : declarationNames)
      if (tokens[open + 1].isName(name))
        return true;
    return false;
  }

  bool definesByOperator() const {
    return tokens[position + 1].isName("=");
  }

  /// Does the word at the position stand for itself, as an argument?
  bool isArgument() const {
    const Token &next = tokens[position + 1];
    return next.is(Kind::Comma) || next.is(Kind::RightBracket) ||
           next.is(Kind::RightParen);
  }

  const char *end; ///< Of the last token.
  std::vector<Token> tokens;
  size_t position = 0;
  std::string out;
  std::vector<Kind> brackets;
  unsigned depth = 0;
  bool mustBreak = false;
  bool afterOperand = false, afterInfix = false, afterWord = false;
  bool afterKeyword = false, afterFormName = false, afterCoreWord = false;
  bool declares = false, inSignature = false;
  bool inImport = false, inLibraryPath = false;
};

llvm::StringRef lastBuffer(llvm::SourceMgr &sources) {
  return sources.getMemoryBuffer(sources.getNumBuffers())->getBuffer();
}

std::string formatted(llvm::StringRef text) {
  Diagnostics silent;
  return Formatter(text, lex(text, silent)).run();
}

} // namespace

std::optional<std::string> mplc::format(llvm::SourceMgr &sources) {
  Diagnostics diagnostics(sources);
  llvm::StringRef text = lastBuffer(sources);
  parseFile(text, diagnostics);
  if (diagnostics.hadError())
    return std::nullopt;
  return formatted(text);
}

std::optional<std::string> mplc::formatRange(llvm::SourceMgr &sources,
                                             LineRange range) {
  Diagnostics diagnostics(sources);
  llvm::StringRef text = lastBuffer(sources);
  parseFile(text, diagnostics);
  if (diagnostics.hadError())
    return std::nullopt;
  // Lines from the start of the first form that is touched to the end of the
  // last one.
  size_t begin = text.size(), stop = 0;
  unsigned depth = 0;
  const char *open = nullptr;
  auto lineOf = [&](const char *at) {
    return unsigned(llvm::StringRef(text.data(), size_t(at - text.data()))
                        .count('\n')) +
           1;
  };
  for (const Token &token : lex(text, diagnostics)) {
    if (depth == 0)
      open = token.text.data();
    if (token.is(Kind::LeftParen) || token.is(Kind::LeftBracket))
      ++depth;
    else if (token.is(Kind::RightParen) || token.is(Kind::RightBracket))
      --depth;
    if (depth > 0 || token.is(Kind::End) ||
        lineOf(open) > range.last || lineOf(token.text.data()) < range.first)
      continue;
    begin = std::min(begin, size_t(open - text.data()));
    stop = std::max(stop, size_t(token.text.end() - text.data()));
  }
  if (begin >= stop)
    return text.str();
  std::string middle = formatted(text.slice(begin, stop));
  middle.pop_back(); // The line goes on as it did.
  return (text.take_front(begin) + middle + text.drop_front(stop)).str();
}
