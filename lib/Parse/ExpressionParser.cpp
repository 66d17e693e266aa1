//===- ExpressionParser.cpp - Expressions, by recursive descent -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recursive descent over a vector of tokens. Brackets are matched before
// parsing begins, so that an error inside an expression or a form is followed
// by a jump to the bracket that closes it: one mistake, one message, and what
// stands behind it is still read. A `(` followed by a form's keyword starts a
// form wherever it stands, because forms do not nest: brackets left open by the
// form before cannot swallow the rest of the file. Expressions nest to a fixed
// depth, which bounds the stack here and in everything that walks the tree.
//
//===----------------------------------------------------------------------===//

#include "ExpressionParser.h"

#include "llvm/ADT/STLExtras.h"

using namespace mplc;

/// Bounds the stack of every walk over the tree.
static constexpr unsigned maxDepth = 1000;

void ExpressionParser::matchBrackets() {
  matches.assign(tokens.size(), 0);
  std::vector<size_t> open;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is(Kind::LeftParen)) {
      if (atForm(i))
        open.clear();
      open.push_back(i);
    } else if (tokens[i].is(Kind::RightParen) && !open.empty()) {
      matches[open.back()] = i;
      open.pop_back();
    }
  }
}

std::string ExpressionParser::describe() const {
  if (at(Kind::End))
    return "the end of the file";
  if (at(Kind::String))
    return "a string";
  if (atForm(position))
    return "the next form";
  return "'" + token().text.str() + "'";
}

bool ExpressionParser::expected(const llvm::Twine &what) {
  if (!at(Kind::Bad))
    diagnostics.error(token().loc(),
                      "expected " + what + ", found " + describe());
  return false;
}

bool ExpressionParser::take(Kind kind, const llvm::Twine &what) {
  if (!at(kind))
    return expected(what);
  ++position;
  return true;
}

bool ExpressionParser::close(size_t open) {
  if (at(Kind::RightParen)) {
    ++position;
    return true;
  }
  if (at(Kind::Bad))
    return false;
  expected("')'");
  diagnostics.note(tokens[open].loc(), "to close this '('");
  return false;
}

bool ExpressionParser::skipPast(size_t open) {
  if (!matches[open])
    return false;
  position = std::max(position, matches[open] + 1);
  return true;
}

void ExpressionParser::recover(size_t start) {
  if (skipPast(start) && position == matches[start] + 1)
    return;
  position = std::max(position, start + 1);
  while (!at(Kind::End) && !atForm(position))
    ++position;
}

bool ExpressionParser::parseName(Identifier &id, const llvm::Twine &what) {
  if (!at(Kind::Name))
    return expected(what);
  id = {token().text.str(), token().loc()};
  ++position;
  return true;
}

bool ExpressionParser::parseNames(std::vector<Identifier> &names,
                                  const llvm::Twine &what, bool mayBeEmpty) {
  if (!take(Kind::LeftBracket, "'['"))
    return false;
  if (mayBeEmpty && at(Kind::RightBracket)) {
    ++position;
    return true;
  }
  while (true) {
    if (!parseName(names.emplace_back(), what))
      return false;
    if (at(Kind::RightBracket)) {
      ++position;
      return true;
    }
    if (!take(Kind::Comma, "',' or ']'"))
      return false;
  }
}

bool ExpressionParser::parseParameters(std::vector<Parameter> &parameters,
                                       const llvm::Twine &what) {
  std::vector<Identifier> names;
  bool ok = parseNames(names, what, /*mayBeEmpty=*/true);
  for (Identifier &name : names)
    parameters.push_back({std::move(name), nullptr});
  return ok;
}

ExprPtr ExpressionParser::make(Expr::Kind kind, llvm::SMLoc loc) {
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->loc = loc;
  return expr;
}

ExprPtr ExpressionParser::parseExpression(bool &recovered) {
  recovered = false;
  if (depth == maxDepth) {
    diagnostics.error(token().loc(), "expressions nest more than " +
                                         llvm::Twine(maxDepth) +
                                         " levels deep");
    return nullptr;
  }
  ++depth;
  ExprPtr expr;
  if (at(Kind::Not)) {
    expr = make(Expr::Kind::Negation, token().loc());
    ++position;
    ExprPtr operand = parseExpression(recovered);
    if (operand)
      expr->operands.push_back(std::move(operand));
    else
      expr = nullptr;
  } else if (at(Kind::LeftParen) && !atForm(position)) {
    size_t open = position;
    expr = parseBracketed();
    if (!expr)
      recovered = skipPast(open) && position == matches[open] + 1;
  } else {
    expected("an expression");
  }
  --depth;
  return expr;
}

ExprPtr ExpressionParser::parseBracketed() {
  size_t open = position++;
  llvm::SMLoc loc = tokens[open].loc();
  if (!at(Kind::Name)) {
    expected("a predicate, '=', '&' or '>'");
    return nullptr;
  }
  llvm::StringRef word = token().text;
  ExprPtr expr;
  bool ok;
  if (word == "&") {
    expr = make(Expr::Kind::Conjunction, loc);
    ++position;
    ok = parseOperands(*expr, 2, ~0u);
  } else if (word == ">") {
    expr = make(Expr::Kind::Implication, loc);
    ++position;
    ok = parseNames(expr->arguments, "a variable", true) &&
         parseOperands(*expr, 2, 2);
  } else if (word == "=") {
    expr = make(Expr::Kind::Equality, loc);
    ++position;
    ok = parseNames(expr->arguments, "an argument", false);
    if (ok && expr->arguments.size() != 2) {
      diagnostics.error(loc, "wrong arity: '=' takes 2 arguments, found " +
                                 llvm::Twine(expr->arguments.size()));
      ok = false;
    }
  } else {
    expr = make(Expr::Kind::Atom, loc);
    expr->name = word.str();
    ++position;
    ok = parseNames(expr->arguments, "an argument", false);
  }
  if (!ok || !close(open))
    return nullptr;
  return expr;
}

bool ExpressionParser::parseOperands(Expr &expr, unsigned least,
                                     unsigned most) {
  unsigned count = 0;
  bool ok = true;
  while (at(Kind::LeftParen) || at(Kind::Not) || count < least) {
    if (atForm(position) || count == most)
      break;
    bool recovered;
    ExprPtr operand = parseExpression(recovered);
    if (!operand && !recovered)
      return false;
    ok &= operand != nullptr;
    if (operand)
      expr.operands.push_back(std::move(operand));
    ++count;
  }
  if (count < least)
    return expected("an expression");
  if (most == 2 && (at(Kind::LeftParen) || at(Kind::Not)) &&
      !atForm(position)) {
    diagnostics.error(token().loc(),
                      "expected ')', found a third expression: an "
                      "implication has one on each side");
    return false;
  }
  return ok;
}
