//===- CoreExpr.cpp - Making expressions of the core ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Desugar.h"

#include "llvm/ADT/STLExtras.h"

using namespace mplc;

using Kind = Syntax::Kind;

ExprPtr mplc::makeExpr(Expr::Kind kind, llvm::SMLoc loc) {
  auto expr = std::make_unique<Expr>();
  expr->kind = kind;
  expr->loc = loc;
  return expr;
}

ExprPtr mplc::makeAtom(std::string name, std::vector<Identifier> arguments,
                       llvm::SMLoc loc) {
  ExprPtr expr = makeExpr(Expr::Kind::Atom, loc);
  expr->name = std::move(name);
  expr->arguments = std::move(arguments);
  return expr;
}

ExprPtr mplc::makeIn(std::vector<Identifier> arguments, llvm::SMLoc loc) {
  size_t columns = arguments.size() - 1;
  return makeAtom(columns == 1 ? "in" : "in" + std::to_string(columns),
                  std::move(arguments), loc);
}

ExprPtr mplc::makeEquality(Identifier left, Identifier right,
                           llvm::SMLoc loc) {
  ExprPtr expr = makeExpr(Expr::Kind::Equality, loc);
  expr->arguments = {std::move(left), std::move(right)};
  return expr;
}

ExprPtr mplc::makeNegation(ExprPtr expr, llvm::SMLoc loc) {
  if (expr->kind == Expr::Kind::Negation)
    return std::move(expr->operands[0]);
  ExprPtr result = makeExpr(Expr::Kind::Negation, loc);
  result->operands.push_back(std::move(expr));
  return result;
}

ExprPtr mplc::makeConjunction(std::vector<ExprPtr> parts, llvm::SMLoc loc) {
  if (parts.size() == 1)
    return std::move(parts[0]);
  ExprPtr result = makeExpr(Expr::Kind::Conjunction, loc);
  result->operands = std::move(parts);
  return result;
}

ExprPtr mplc::makeImplication(std::vector<Identifier> variables,
                              std::vector<ExprPtr> premises, ExprPtr head,
                              llvm::SMLoc loc) {
  ExprPtr result = makeExpr(Expr::Kind::Implication, loc);
  result->arguments = std::move(variables);
  result->operands.push_back(makeConjunction(std::move(premises), loc));
  result->operands.push_back(std::move(head));
  return result;
}

ExprPtr mplc::copyExpr(const Expr &expr) {
  ExprPtr result = makeExpr(expr.kind, expr.loc);
  result->name = expr.name;
  result->arguments = expr.arguments;
  for (const ExprPtr &operand : expr.operands)
    result->operands.push_back(copyExpr(*operand));
  return result;
}

static Identifier nameOf(const Syntax &syntax) {
  return {syntax.name, syntax.nameLoc};
}

ExprPtr mplc::convertCore(const Syntax &syntax) {
  ExprPtr expr;
  switch (syntax.kind) {
  case Kind::Atom:
    expr = makeExpr(Expr::Kind::Atom, syntax.loc);
    expr->name = syntax.name;
    break;
  case Kind::Equality:
    expr = makeExpr(Expr::Kind::Equality, syntax.loc);
    break;
  case Kind::Conjunction:
    if (syntax.operands.size() == 1)
      return convertCore(*syntax.operands[0]);
    expr = makeExpr(Expr::Kind::Conjunction, syntax.loc);
    break;
  case Kind::Implication:
    expr = makeExpr(Expr::Kind::Implication, syntax.loc);
    expr->arguments = syntax.variables;
    break;
  default:
    expr = makeExpr(Expr::Kind::Negation, syntax.loc);
    break;
  }
  for (const SyntaxPtr &operand : syntax.operands) {
    if (operand->kind == Kind::Name)
      expr->arguments.push_back(nameOf(*operand));
    else
      expr->operands.push_back(convertCore(*operand));
  }
  return expr;
}

ExprPtr mplc::desugarFact(const Syntax &syntax, const Context &context) {
  (void)context;
  auto isName = [](const SyntaxPtr &operand) {
    return operand->kind == Kind::Name;
  };
  auto names = [](const Syntax &from, std::vector<Identifier> more) {
    std::vector<Identifier> all;
    for (const SyntaxPtr &operand : from.operands)
      all.push_back(nameOf(*operand));
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  bool isEquation = syntax.isInfix("=");
  const Syntax &left = isEquation ? *syntax.operands[0] : syntax;
  if (!llvm::all_of(left.operands, isName) ||
      (isEquation && !isName(syntax.operands[1])))
    return nullptr;
  std::vector<Identifier> output;
  if (isEquation)
    output.push_back(nameOf(*syntax.operands[1]));
  if (left.kind == Kind::Atom)
    return isEquation ? nullptr : convertCore(left);
  if (left.isInfix("in"))
    return isEquation ? nullptr : makeIn(names(left, {}), syntax.loc);
  if (left.kind != Kind::Application &&
      (left.kind != Kind::Infix || isWordOfFormulas(left.name)))
    return nullptr;
  output.push_back(nameOf(left));
  return makeIn(names(left, output), syntax.loc);
}
