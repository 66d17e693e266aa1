//===- FormulaParser.h - From MPL text to formulas --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_FORMULAPARSER_H
#define MPL_VERIFY_FORMULAPARSER_H

#include "Formula.h"

namespace mplverify {

/// A place in MPL text.
struct Cursor {
  const char *at;
  const char *end;
  /// Whether white space and comments may stand between tokens: they may in a
  /// theory file, not in a proof.
  bool spaced;

  void skipSpace();
  /// The name that starts here, taken; empty if there is none.
  std::string_view takeName();
  bool take(char c);
  char peek();
};

/// Whether the whole text is one name.
bool isName(std::string_view text);

/// What the parser asks about names.
class NameScope {
public:
  /// Sets the term that a name stands for where no implication binds it; false
  /// if there is none.
  virtual bool freeName(Symbol name, Term &term) = 0;
  /// Whether an implication must not bind the name, where that is checked.
  virtual bool isTaken(Symbol name) = 0;
  /// Whether an atom may have this predicate with so many arguments.
  virtual bool predicate(Symbol name, size_t arguments) = 0;

protected:
  ~NameScope() = default;
};

class FormulaParser {
public:
  FormulaParser(SymbolTable &symbols, FormulaStore &store)
      : symbols(symbols), store(store) {}

  /// Parses one expression at the cursor. After an error it is false, the
  /// cursor is at the error and `error` says what it is. Unless it `mayShadow`,
  /// no variable may have the name of one around it, or one that is taken.
  bool parse(Cursor &cursor, NameScope &scope, bool mayShadow,
             Formula &formula);

  std::string error;

private:
  bool expression(Formula &f);
  bool bracketed(Formula &f);
  bool conjunction(Formula &f);
  bool implication(Formula &f);
  bool atom(std::string_view name, Formula &f);
  bool argument(Term &term);
  bool bindVariables();
  bool expected(const char *what);

  SymbolTable &symbols;
  FormulaStore &store;
  Cursor *cursor = nullptr;
  NameScope *scope = nullptr;
  bool mayShadow = false;
  unsigned depth = 0;
  std::vector<Symbol> bound;
  /// The words of the formulas that are being read, innermost last.
  std::vector<int32_t> words;
};

} // namespace mplverify

#endif // MPL_VERIFY_FORMULAPARSER_H
