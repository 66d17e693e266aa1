//===- ExpressionParser.h - Expressions, by recursive descent ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_EXPRESSIONPARSER_H
#define MPLC_LIB_PARSE_EXPRESSIONPARSER_H

#include "Diagnostics.h"
#include "Lexer.h"

#include "mplc/Parse/AST.h"

#include "llvm/ADT/STLExtras.h"

#include <vector>

namespace mplc {

inline constexpr const char *formNames[] = {
    "import",  "define",     "theory", "induction",
    "explore", "conjecture", "assume", "fact"};

/// Reads names and expressions off a vector of tokens. Functions that return
/// bool report what they do not find and return false; the position is then
/// that of the error.
class ExpressionParser {
protected:
  ExpressionParser(llvm::StringRef buffer, Diagnostics &diagnostics)
      : diagnostics(diagnostics), tokens(lex(buffer, diagnostics)) {
    matchBrackets();
  }

  using Kind = Token::Kind;

  //===--- Tokens ---------------------------------------------------------===//

  const Token &token() const { return tokens[position]; }
  bool at(Kind kind) const { return token().is(kind); }
  /// Does a form start at token `i`?
  bool atForm(size_t i) const {
    return tokens[i].is(Kind::LeftParen) && tokens[i + 1].is(Kind::Name) &&
           llvm::is_contained(formNames, tokens[i + 1].text);
  }
  void matchBrackets();
  std::string describe() const;
  /// Reports that `what` stood to be here. False, for the caller to return.
  bool expected(const llvm::Twine &what);
  bool take(Kind kind, const llvm::Twine &what);
  /// Takes the bracket that closes the one at `open`.
  bool close(size_t open);
  /// Continues behind the bracket that closes `open`, if there is one.
  bool skipPast(size_t open);
  /// After an error in the form that starts at `start`.
  void recover(size_t start);

  //===--- Names ----------------------------------------------------------===//

  bool parseName(Identifier &id, const llvm::Twine &what);
  /// `[name,...]`.
  bool parseNames(std::vector<Identifier> &names, const llvm::Twine &what,
                  bool mayBeEmpty);
  bool parseParameters(std::vector<Parameter> &parameters,
                       const llvm::Twine &what);

  //===--- Expressions ----------------------------------------------------===//

  ExprPtr make(Expr::Kind kind, llvm::SMLoc loc);
  /// Null after an error. `recovered` tells whether the position is behind the
  /// expression nevertheless.
  ExprPtr parseExpression(bool &recovered);
  ExprPtr parseBracketed();
  /// Operands up to the closing bracket, of which there must be `least` to
  /// `most`.
  bool parseOperands(Expr &expr, unsigned least, unsigned most);

  Diagnostics &diagnostics;
  std::vector<Token> tokens;
  /// For a `(`, the index of its `)`; 0 if there is none.
  std::vector<size_t> matches;
  size_t position = 0;
  unsigned depth = 0;
};

} // namespace mplc

#endif // MPLC_LIB_PARSE_EXPRESSIONPARSER_H
