//===- FormulaParser.cpp - From MPL text to formulas ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recursive descent straight over the bytes. A name is the longest run of word
// characters (with `-` and `.` between two of them) or of operator characters.
//
//===----------------------------------------------------------------------===//

#include "FormulaParser.h"

#include <algorithm>
#include <array>

using namespace mplverify;

namespace {

constexpr unsigned maxDepth = 1000;

enum : uint8_t { Other, Word, Operator };

constexpr std::array<uint8_t, 256> makeClasses() {
  std::array<uint8_t, 256> classes{};
  for (int c = 0; c < 256; ++c)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
        (c >= 'A' && c <= 'Z') || c == '_' || c == '\'' || c >= 0x80)
      classes[c] = Word;
  for (char c : {'+', '-', '*', '/', '\\', '<', '>', '=', '&', '|', '^', '~',
                 '%', '?'})
    classes[uint8_t(c)] = Operator;
  return classes;
}
constexpr std::array<uint8_t, 256> classes = makeClasses();

uint8_t classOf(char c) { return classes[uint8_t(c)]; }

bool startsWith(const char *at, const char *end, char a, char b) {
  return end - at >= 2 && at[0] == a && at[1] == b;
}

const char *endOfOperator(const char *at, const char *end) {
  while (at != end && classOf(*at) == Operator &&
         !startsWith(at, end, '/', '/') && !startsWith(at, end, '/', '*') &&
         !startsWith(at, end, '*', '/'))
    ++at;
  return at;
}

const char *endOfName(const char *at, const char *end) {
  if (at == end)
    return at;
  const char *start = at;
  // A sign belongs to the integer that follows it directly.
  if (*at == '-' && end - at > 1 && at[1] >= '0' && at[1] <= '9')
    ++at;
  if (classOf(*at) != Word)
    return endOfOperator(start, end);
  for (; at != end; ++at) {
    if (classOf(*at) == Word)
      continue;
    bool inside = (*at == '-' || *at == '.') && classOf(at[-1]) == Word &&
                  end - at > 1 && classOf(at[1]) == Word;
    if (!inside)
      break;
  }
  return at;
}

} // namespace

bool mplverify::isName(std::string_view text) {
  return !text.empty() &&
         endOfName(text.data(), text.data() + text.size()) ==
             text.data() + text.size();
}

void Cursor::skipSpace() {
  while (at != end) {
    if (*at == ' ' || (*at >= '\t' && *at <= '\r')) {
      ++at;
    } else if (startsWith(at, end, '/', '/')) {
      at = std::find(at, end, '\n');
    } else if (startsWith(at, end, '/', '*')) {
      const char close[] = {'*', '/'};
      const char *found = std::search(at + 2, end, close, close + 2);
      if (found == end)
        return; // The bytes of an open comment start no token.
      at = found + 2;
    } else {
      return;
    }
  }
}

std::string_view Cursor::takeName() {
  if (spaced)
    skipSpace();
  const char *start = at;
  at = endOfName(at, end);
  return {start, size_t(at - start)};
}

char Cursor::peek() {
  if (spaced)
    skipSpace();
  return at == end ? '\0' : *at;
}

bool Cursor::take(char c) {
  if (at == end || peek() != c || at == end)
    return false;
  ++at;
  return true;
}

bool FormulaParser::expected(const char *what) {
  error = std::string("expected ") + what;
  return false;
}

bool FormulaParser::parse(Cursor &at, NameScope &names, bool shadow,
                          Formula &formula) {
  cursor = &at;
  scope = &names;
  mayShadow = shadow;
  depth = 0;
  bound.clear();
  words.clear();
  return expression(formula);
}

bool FormulaParser::expression(Formula &f) {
  if (++depth > maxDepth) {
    error = "expressions nest more than 1000 levels deep";
    return false;
  }
  bool ok;
  if (cursor->take('!')) {
    ok = expression(f);
    if (ok)
      f = store.negate(f);
  } else if (cursor->take('(')) {
    ok = bracketed(f);
    if (ok && !cursor->take(')'))
      ok = expected("')'");
  } else {
    ok = expected("an expression");
  }
  --depth;
  return ok;
}

bool FormulaParser::bracketed(Formula &f) {
  if (cursor->peek() == '(' || cursor->peek() == '!')
    return expression(f); // Brackets around an expression.
  std::string_view name = cursor->takeName();
  if (name.empty())
    return expected("a predicate, '=', '&' or '>'");
  if (name == "&")
    return conjunction(f);
  if (name == ">")
    return implication(f);
  return atom(name, f);
}

bool FormulaParser::conjunction(Formula &f) {
  size_t start = words.size();
  while (cursor->peek() == '(' || cursor->peek() == '!') {
    Formula part;
    if (!expression(part))
      return false;
    words.push_back(part);
  }
  if (words.size() == start)
    return expected("an expression");
  if (words.size() - start == 1) { // One part is all that it says.
    f = words.back();
    words.resize(start);
    return true;
  }
  f = store.make(FormulaStore::Kind::Conjunction,
                 std::span(words).subspan(start));
  words.resize(start);
  return true;
}

bool FormulaParser::bindVariables() {
  if (!cursor->take('['))
    return expected("'['");
  if (cursor->take(']'))
    return true;
  size_t outer = bound.size();
  do {
    std::string_view name = cursor->takeName();
    if (name.empty())
      return expected("a variable");
    Symbol variable = symbols.intern(name);
    size_t from = mayShadow ? outer : 0;
    bool shadows = std::find(bound.begin() + from, bound.end(), variable) !=
                   bound.end();
    if (shadows || (!mayShadow && scope->isTaken(variable))) {
      cursor->at = name.data();
      error = "variable " + symbols.quoted(variable) + " is bound twice";
      return false;
    }
    bound.push_back(variable);
  } while (cursor->take(','));
  return cursor->take(']') || expected("',' or ']'");
}

bool FormulaParser::implication(Formula &f) {
  size_t outer = bound.size(), start = words.size();
  if (!bindVariables())
    return false;
  Formula left, right;
  if (!expression(left) || !expression(right))
    return false;
  words.push_back(left);
  words.push_back(right);
  words.insert(words.end(), bound.begin() + outer, bound.end());
  f = store.make(FormulaStore::Kind::Implication,
                 std::span(words).subspan(start));
  words.resize(start);
  bound.resize(outer);
  return true;
}

bool FormulaParser::argument(Term &term) {
  std::string_view name = cursor->takeName();
  if (name.empty())
    return expected("an argument");
  Symbol symbol = symbols.intern(name);
  for (size_t i = bound.size(); i-- > 0;)
    if (bound[i] == symbol) {
      term = boundTerm(uint32_t(bound.size() - 1 - i));
      return true;
    }
  if (scope->freeName(symbol, term))
    return true;
  cursor->at = name.data();
  error = "unknown name " + symbols.quoted(symbol);
  return false;
}

bool FormulaParser::atom(std::string_view name, Formula &f) {
  size_t start = words.size();
  Symbol predicate = symbols.intern(name);
  words.push_back(predicate);
  if (!cursor->take('['))
    return expected("'['");
  do {
    Term term;
    if (!argument(term))
      return false;
    words.push_back(term);
  } while (cursor->take(','));
  if (!cursor->take(']'))
    return expected("',' or ']'");
  if (!scope->predicate(predicate, words.size() - start - 1)) {
    cursor->at = name.data();
    error = "unknown predicate or wrong arity: " + symbols.quoted(predicate);
    return false;
  }
  f = store.make(FormulaStore::Kind::Atom, std::span(words).subspan(start));
  words.resize(start);
  return true;
}
