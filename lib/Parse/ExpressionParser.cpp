//===- ExpressionParser.cpp - Expressions, by recursive descent -----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Recursive descent over a vector of tokens; infix operators by precedence
// climbing (V. Pratt, Top down operator precedence, 1973). Brackets are matched before
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

bool ExpressionParser::atForm(size_t i) const {
  if (!tokens[i].is(Kind::LeftParen) || !tokens[i + 1].is(Kind::Name))
    return false;
  llvm::StringRef word = tokens[i + 1].text;
  if (llvm::is_contained(formNames, word))
    return true;
  if (!llvm::is_contained(declarationNames, word) ||
      !tokens[i + 2].is(Kind::Name))
    return false;
  const Token &next = tokens[i + 3];
  if (word == "datatype")
    return next.isName("=");
  if (word == "set")
    return next.is(Kind::RightParen) || next.is(Kind::Comma);
  return next.is(Kind::Colon) || next.is(Kind::Comma);
}

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

SyntaxPtr ExpressionParser::make(Syntax::Kind kind, llvm::SMLoc loc) {
  auto syntax = std::make_shared<Syntax>();
  syntax->kind = kind;
  syntax->loc = syntax->nameLoc = loc;
  return syntax;
}

bool ExpressionParser::descend() {
  // A level of brackets comes by here twice; measure() is exact.
  if (depth < 2 * maxDepth + 2) {
    ++depth;
    return true;
  }
  diagnostics.error(token().loc(), "expressions nest more than " +
                                       llvm::Twine(maxDepth) + " levels deep");
  return false;
}

/// Gives `syntax` its height; false if it is too large, which is reported.
bool ExpressionParser::measure(Syntax &syntax) {
  for (const SyntaxPtr &operand : syntax.operands)
    syntax.height = std::max(syntax.height, operand->height + 1);
  if (syntax.height <= maxDepth)
    return true;
  diagnostics.error(syntax.nameLoc, "expressions nest more than " +
                                        llvm::Twine(maxDepth) +
                                        " levels deep");
  return false;
}

//===----------------------------------------------------------------------===//
// Infix
//===----------------------------------------------------------------------===//

std::string ExpressionParser::infixHere() const {
  // `!=` is two tokens without a space between, since `!` is no operator.
  if (at(Kind::Not)) {
    const Token &next = tokens[position + 1];
    return next.isName("=") && next.text.data() == token().text.end() ? "!="
                                                                      : "";
  }
  if (!at(Kind::Name))
    return "";
  std::string name = token().text.str();
  if (name == "and" || name == "or" || name == "implies" || name == "iff" ||
      name == "in")
    return name;
  return isIdentifier(name) ? "" : name;
}

/// Operators without a precedence of their own stand alone or in brackets, and
/// so do relations.
bool ExpressionParser::checkMixture(const Syntax &infix) {
  auto own = precedenceOf(infix.name).level;
  for (const SyntaxPtr &operand : infix.operands) {
    if (operand->kind != Syntax::Kind::Infix || operand->bracketed)
      continue;
    auto level = precedenceOf(operand->name).level;
    bool mixed = (own == Precedence::other && level >= Precedence::other) ||
                 (own > Precedence::other && level == Precedence::other) ||
                 (own == Precedence::relation && level == Precedence::relation);
    if (!mixed)
      continue;
    llvm::SMLoc later = std::max(infix.nameLoc.getPointer(),
                                 operand->nameLoc.getPointer()) ==
                                infix.nameLoc.getPointer()
                            ? infix.nameLoc
                            : operand->nameLoc;
    // `a < b -> c < d` reads as a chain with `b -> c` in the middle.
    std::vector<const Syntax *> suspects{&infix, operand.get()};
    for (const SyntaxPtr &inner : operand->operands)
      suspects.push_back(inner.get());
    for (const Syntax *each : suspects) {
      std::string ours =
          each->kind == Syntax::Kind::Infix ? ourWordFor(each->name) : "";
      if (ours.empty() || precedenceOf(each->name).level > Precedence::other)
        continue;
      diagnostics.error(each->nameLoc, "'" + each->name +
                                           "' connects no formulas; in MPL "
                                           "this is written '" +
                                           ours + "'");
      return false;
    }
    diagnostics.error(later, "'" + operand->name + "' and '" + infix.name +
                                 "' are not mixed without brackets");
    return false;
  }
  return true;
}

SyntaxPtr ExpressionParser::parseExpression(int least) {
  if (!descend())
    return nullptr;
  SyntaxPtr left = parsePrimary();
  while (left) {
    std::string name = infixHere();
    if (name.empty())
      break;
    Precedence precedence = precedenceOf(name);
    if (precedence.level < least)
      break;
    SyntaxPtr infix = make(Syntax::Kind::Infix, left->loc);
    infix->nameLoc = token().loc();
    infix->name = name;
    position += name == "!=" ? 2 : 1;
    bool right = precedence.side == Precedence::Side::Right;
    SyntaxPtr operand = parseExpression(precedence.level + !right);
    if (!operand) {
      left = nullptr;
      break;
    }
    infix->operands = {std::move(left), std::move(operand)};
    left = std::move(infix);
    if (!checkMixture(*left) || !measure(*left))
      left = nullptr;
  }
  --depth;
  return left;
}

//===----------------------------------------------------------------------===//
// What stands between operators
//===----------------------------------------------------------------------===//

SyntaxPtr ExpressionParser::parsePrimary() {
  if (at(Kind::Name))
    return parseNamed();
  if ((at(Kind::LeftParen) && !atForm(position)) || at(Kind::Not)) {
    bool recovered;
    return parseOperand(recovered);
  }
  expected("an expression");
  return nullptr;
}

SyntaxPtr ExpressionParser::parseOperand(bool &recovered) {
  recovered = false;
  if (!descend())
    return nullptr;
  SyntaxPtr result;
  if (at(Kind::Not)) {
    result = make(Syntax::Kind::Negation, token().loc());
    ++position;
    SyntaxPtr operand = parseOperand(recovered);
    if (operand) {
      result->operands.push_back(std::move(operand));
      if (!measure(*result))
        result = nullptr;
    } else {
      result = nullptr;
    }
  } else if (at(Kind::LeftParen) && !atForm(position)) {
    size_t open = position;
    result = parseBracketed();
    if (!result)
      recovered = skipPast(open) && position == matches[open] + 1;
  } else {
    expected("an expression");
  }
  --depth;
  return result;
}

SyntaxPtr ExpressionParser::parseNamed() {
  const Token &name = token();
  llvm::StringRef word = name.text;
  const Token &next = tokens[position + 1];
  bool endsArgument = next.is(Kind::Comma) || next.is(Kind::RightBracket);
  if ((word == "forall" || word == "exists" || word == "unique") &&
      !endsArgument)
    return parseQuantifier();
  if (word == "not" && !endsArgument) {
    SyntaxPtr result = make(Syntax::Kind::Not, name.loc());
    ++position;
    SyntaxPtr operand = parseExpression(Precedence::negation);
    if (!operand)
      return nullptr;
    result->operands.push_back(std::move(operand));
    return measure(*result) ? result : nullptr;
  }
  SyntaxPtr result = make(Syntax::Kind::Name, name.loc());
  result->name = word.str();
  ++position;
  if (at(Kind::LeftBracket)) {
    result->kind = Syntax::Kind::Atom;
    ++position;
    return parseArguments(*result, Kind::RightBracket) ? result : nullptr;
  }
  if (at(Kind::LeftParen) && !atForm(position)) {
    result->kind = Syntax::Kind::Application;
    ++position;
    return parseArguments(*result, Kind::RightParen) ? result : nullptr;
  }
  return result;
}

bool ExpressionParser::parseArguments(Syntax &syntax, Kind closing) {
  bool square = closing == Kind::RightBracket;
  while (true) {
    if (!at(Kind::Name) && !at(Kind::LeftParen))
      return expected("an argument");
    SyntaxPtr argument = parseExpression();
    if (!argument)
      return false;
    syntax.operands.push_back(std::move(argument));
    if (at(closing)) {
      ++position;
      return measure(syntax);
    }
    if (!take(Kind::Comma, square ? "',' or ']'" : "',' or ')'"))
      return false;
  }
}

SyntaxPtr ExpressionParser::parseQuantifier() {
  SyntaxPtr result = make(Syntax::Kind::Quantifier, token().loc());
  result->name = token().text.str();
  ++position;
  if (!at(Kind::Name)) {
    if (at(Kind::LeftBracket) || at(Kind::LeftParen))
      writtenAs(result->loc, result->name == "forall"
                                 ? "forall x in S: A', or '(>[x](in[x,S])(A))"
                                 : result->name +
                                       " x in S: A', or '!(>[x](in[x,S])!(A))");
    else
      expected("a variable");
    return nullptr;
  }
  while (true) {
    if (!parseName(result->variables.emplace_back(),
                                     "a variable"))
      return nullptr;
    result->setOf.push_back(-1);
    if (at(Kind::Name) && token().text == "in") {
      ++position;
      if (!parseName(result->sets.emplace_back(), "a set"))
        return nullptr;
      for (size_t i = result->setOf.size(); i-- > 0 && result->setOf[i] < 0;)
        result->setOf[i] = int(result->sets.size()) - 1;
    }
    if (at(Kind::Colon))
      break;
    if (!take(Kind::Comma, "',', 'in' or ':'"))
      return nullptr;
  }
  ++position;
  SyntaxPtr body = parseExpression();
  if (!body)
    return nullptr;
  result->operands.push_back(std::move(body));
  return measure(*result) ? result : nullptr;
}

void ExpressionParser::writtenAs(llvm::SMLoc loc, const llvm::Twine &text) {
  diagnostics.error(loc, "in MPL this is written '" + text + "'");
}

SyntaxPtr ExpressionParser::parseBracketed() {
  size_t open = position++;
  llvm::SMLoc loc = tokens[open].loc();
  if (!at(Kind::Name) && !at(Kind::LeftParen) && !at(Kind::Not)) {
    expected("a predicate, '=', '&' or '>'");
    return nullptr;
  }
  llvm::StringRef word = at(Kind::Name) ? token().text : "";
  const Token &next = tokens[position + 1];
  SyntaxPtr result;
  if (word == "&" || word == ">" || word == "=") {
    result = parseCore(word, loc);
  } else if (next.is(Kind::LeftParen) &&
             (word == "|" || word == "||" || word == "or")) {
    writtenAs(token().loc(), "A or B', or '!(&!(A)!(B))");
  } else if (next.is(Kind::LeftParen) && (word == "and" || word == "&&")) {
    writtenAs(token().loc(), "A and B', or '(&(A)(B))");
  } else if ((next.is(Kind::LeftParen) || next.is(Kind::LeftBracket)) &&
             (word == "=>" || word == "->" || word == "implies")) {
    writtenAs(token().loc(), "A implies B', or '(>[x](A)(B))");
  } else {
    result = parseExpression();
    if (result && result->kind == Syntax::Kind::Name && !result->bracketed &&
        !at(Kind::RightParen) && !at(Kind::Bad)) {
      expected("'[', '(' or an operator");
      return nullptr;
    }
  }
  if (!result || !close(open))
    return nullptr;
  result->loc = loc;
  result->bracketed = true;
  return result;
}

/// `(& ..)`, `(> ..)` and `(= ..)`, up to the bracket that closes.
SyntaxPtr ExpressionParser::parseCore(llvm::StringRef word, llvm::SMLoc loc) {
  SyntaxPtr result = make(Syntax::Kind::Conjunction, loc);
  ++position;
  bool ok;
  if (word == "&") {
    ok = parseOperands(*result, 1, ~0u);
  } else if (word == ">") {
    result->kind = Syntax::Kind::Implication;
    ok = parseNames(result->variables, "a variable", true) &&
         parseOperands(*result, 2, 2);
  } else {
    result->kind = Syntax::Kind::Equality;
    ok = take(Kind::LeftBracket, "'['") &&
         parseArguments(*result, Kind::RightBracket);
    if (ok && result->operands.size() != 2) {
      diagnostics.error(loc,
                        "wrong arity: '=' takes 2 arguments, found " +
                            llvm::Twine(result->operands.size()));
      ok = false;
    }
  }
  return ok && measure(*result) ? result : nullptr;
}

bool ExpressionParser::parseOperands(Syntax &syntax, unsigned least,
                                     unsigned most) {
  unsigned count = 0;
  bool ok = true;
  while (at(Kind::LeftParen) || at(Kind::Not) || count < least) {
    if (atForm(position) || count == most)
      break;
    bool recovered;
    SyntaxPtr operand = parseOperand(recovered);
    if (!operand && !recovered)
      return false;
    ok &= operand != nullptr;
    if (operand)
      syntax.operands.push_back(std::move(operand));
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
  if (ok && !infixHere().empty()) {
    diagnostics.error(token().loc(),
                      "operands of '&' and '>' stand in brackets of their own");
    return false;
  }
  return ok;
}
