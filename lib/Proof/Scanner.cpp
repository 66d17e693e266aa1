//===- Scanner.cpp - From MPL text to formulas ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Reader.h"

namespace mplc::proof {

/// As deep as the language allows expressions to nest.
static constexpr unsigned maxDepth = 1000;

void Scanner::skipSpace() {
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("//")) {
      at = std::min(text.find('\n', at), text.size());
    } else if (rest.starts_with("/*")) {
      const size_t end = text.find("*/", at + 2);
      at = end == text.npos ? text.size() : end + 2;
    } else if (std::string_view(" \t\r\n").find(rest[0]) != rest.npos) {
      ++at;
    } else {
      return;
    }
  }
}

bool Scanner::atEnd() {
  skipSpace();
  return at == text.size();
}

char Scanner::peek() {
  skipSpace();
  return at < text.size() ? text[at] : '\0';
}

bool Scanner::take(char c) {
  if (peek() != c)
    return false;
  ++at;
  return true;
}

bool Scanner::skipPast(char c) {
  const size_t found = text.find(c, at);
  at = found == text.npos ? text.size() : found + 1;
  return found != text.npos;
}

std::string Scanner::takeName() {
  skipSpace();
  const size_t start = at;
  while (at < text.size() &&
         std::string_view(" \t\r\n()[],!\"").find(text[at]) ==
             std::string_view::npos &&
         !text.substr(at).starts_with("//") &&
         !text.substr(at).starts_with("/*"))
    ++at;
  return std::string(text.substr(start, at - start));
}

bool Scanner::takeList(std::vector<std::string> &names) {
  if (!take('['))
    return false;
  if (take(']'))
    return true;
  do {
    names.push_back(takeName());
    if (names.back().empty())
      return false;
  } while (take(','));
  return take(']');
}

FormulaRef Scanner::fail(const char *expected) {
  if (error.empty())
    error = std::string("expected ") + expected;
  return nullptr;
}

FormulaRef Scanner::formula() {
  if (depth == maxDepth)
    return fail("an expression that nests less deep");
  ++depth;
  FormulaRef result;
  if (take('!')) {
    if (FormulaRef negated = formula())
      result = negate(negated);
  } else if (take('(')) {
    result = bracketed();
  } else {
    fail("an expression");
  }
  --depth;
  return result;
}

FormulaRef Scanner::bracketed() {
  const std::string name = takeName();
  auto result = std::make_shared<Formula>();
  if (name == "&" && peek() != '[') {
    result->kind = Formula::Kind::Conjunction;
    while (peek() == '(' || peek() == '!') {
      FormulaRef part = formula();
      if (!part)
        return nullptr;
      result->parts.push_back(std::move(part));
    }
    if (result->parts.size() < 2)
      return fail("two parts of a conjunction");
    return take(')') ? result : fail("')'");
  }
  std::vector<std::string> names;
  if (name.empty() || !takeList(names))
    return fail("a predicate and its arguments");
  if (name == ">" && peek() != ')') {
    result->kind = Formula::Kind::Implication;
    for (std::string &variable : names)
      result->variables.push_back({std::move(variable), nullptr});
    for (int side = 0; side < 2; ++side) {
      FormulaRef part = formula();
      if (!part)
        return nullptr;
      result->parts.push_back(std::move(part));
    }
  } else {
    result->kind = Formula::Kind::Atom;
    result->predicate = name;
    result->arguments = std::move(names);
  }
  return take(')') ? result : fail("')'");
}

} // namespace mplc::proof
