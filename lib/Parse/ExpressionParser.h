//===- ExpressionParser.h - Expressions, by recursive descent ---*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_EXPRESSIONPARSER_H
#define MPLC_LIB_PARSE_EXPRESSIONPARSER_H

#include "Diagnostics.h"
#include "Lexer.h"

#include "mplc/Parse/Syntax.h"

#include "llvm/ADT/STLExtras.h"

#include <vector>

namespace mplc {

inline constexpr const char *formNames[] = {
    "import",  "define",     "theory", "induction",
    "explore", "conjecture", "assume", "fact", "import-theorems"};

/// Keywords of the forms that declare constants. They are names anywhere else:
/// a form starts with them only where a name and what the form has behind it
/// follow.
inline constexpr const char *declarationNames[] = {
    "datatype", "function", "relation", "set", "constant"};

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
  bool atForm(size_t i) const;
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

  SyntaxPtr make(Syntax::Kind kind, llvm::SMLoc loc);
  /// A formula or a term, as far as it goes. Null after an error.
  SyntaxPtr parseExpression(int least = 0);
  /// The operand of a conjunction or an implication of the core, or of `!`:
  /// bracketed or negated. `recovered` tells whether the position is behind the
  /// expression in spite of an error.
  SyntaxPtr parseOperand(bool &recovered);
  SyntaxPtr parsePrimary();
  SyntaxPtr parseNamed();
  SyntaxPtr parseQuantifier();
  SyntaxPtr parseBracketed();
  SyntaxPtr parseCore(llvm::StringRef word, llvm::SMLoc loc);
  /// Operands up to the closing bracket, of which there must be `least` to
  /// `most`.
  bool parseOperands(Syntax &syntax, unsigned least, unsigned most);
  /// Terms between brackets of either kind, the opening one already taken.
  bool parseArguments(Syntax &syntax, Kind closing);
  /// The infix operator at the position, or an empty name.
  std::string infixHere() const;
  bool checkMixture(const Syntax &infix);
  bool descend();
  bool measure(Syntax &syntax);
  void writtenAs(llvm::SMLoc loc, const llvm::Twine &text);

  Diagnostics &diagnostics;
  std::vector<Token> tokens;
  /// For a `(`, the index of its `)`; 0 if there is none.
  std::vector<size_t> matches;
  size_t position = 0;
  unsigned depth = 0;
};

} // namespace mplc

#endif // MPLC_LIB_PARSE_EXPRESSIONPARSER_H
