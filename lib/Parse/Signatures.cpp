//===- Signatures.cpp - Which sets functions and relations are on ---------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Signatures.h"

#include "Analysis.h"

#include "llvm/ADT/STLExtras.h"

using namespace mplc;

/// Definitions may call each other deeply; what is that deep names no sets.
static constexpr unsigned maxDepth = 20;

static std::string rename(const std::map<std::string, std::string> &renaming,
                          const std::string &name) {
  auto it = renaming.find(name);
  return it == renaming.end() ? name : it->second;
}

static bool isBound(const Expr &implication, const std::string &name) {
  return llvm::any_of(implication.arguments, [&](const Identifier &variable) {
    return variable.name == name;
  });
}

static std::vector<const Expr *> partsOf(const Expr &expr) {
  std::vector<const Expr *> parts;
  if (expr.kind == Expr::Kind::Conjunction)
    for (const ExprPtr &operand : expr.operands)
      parts.push_back(operand.get());
  else
    parts.push_back(&expr);
  return parts;
}

void Signatures::collect(const Expr &axioms, const Lookup &lookup) {
  collect(axioms, {}, lookup, 0);
}

void Signatures::collect(const Expr &axioms, const Renaming &renaming,
                         const Lookup &lookup, unsigned depth) {
  switch (axioms.kind) {
  case Expr::Kind::Conjunction:
    for (const ExprPtr &operand : axioms.operands)
      collect(*operand, renaming, lookup, depth);
    return;
  case Expr::Kind::Implication:
    readTyping(axioms, renaming);
    readTotality(axioms, renaming);
    return;
  case Expr::Kind::Atom: {
    if (axioms.name == "in" && axioms.arguments.size() == 2)
      return addMember(rename(renaming, axioms.arguments[0].name),
                       rename(renaming, axioms.arguments[1].name));
    const Definition *definition = lookup(axioms.name);
    if (!definition || !definition->body || depth == maxDepth ||
        definition->parameters.size() != axioms.arguments.size())
      return;
    Renaming inner;
    for (size_t i = 0; i < axioms.arguments.size(); ++i)
      inner[definition->parameters[i].id.name] =
          rename(renaming, axioms.arguments[i].name);
    return collect(*definition->body, inner, lookup, depth + 1);
  }
  default:
    return;
  }
}

void Signatures::readTyping(const Expr &implication, const Renaming &renaming) {
  const Expr &atom = *implication.operands[0];
  if (atom.kind != Expr::Kind::Atom || !primitiveArity(atom.name) ||
      atom.arguments.size() < 3 || isBound(implication, atom.arguments.back().name))
    return;
  std::map<std::string, size_t> column;
  for (size_t i = 0; i + 1 < atom.arguments.size(); ++i)
    if (!isBound(implication, atom.arguments[i].name) ||
        !column.try_emplace(atom.arguments[i].name, i).second)
      return;
  std::vector<std::string> columns(atom.arguments.size() - 1);
  for (const Expr *part : partsOf(*implication.operands[1])) {
    if (part->kind != Expr::Kind::Atom || part->name != "in" ||
        part->arguments.size() != 2 ||
        isBound(implication, part->arguments[1].name))
      continue;
    auto it = column.find(part->arguments[0].name);
    if (it != column.end())
      columns[it->second] = rename(renaming, part->arguments[1].name);
  }
  if (llvm::all_of(columns, [](const std::string &set) { return set.empty(); }))
    return;
  Signature &signature = symbols[rename(renaming, atom.arguments.back().name)];
  if (signature.columns.empty())
    signature.columns = std::move(columns);
}

void Signatures::readTotality(const Expr &implication,
                              const Renaming &renaming) {
  for (const Expr *part : partsOf(*implication.operands[0]))
    if (part->kind != Expr::Kind::Atom || part->name != "in")
      return;
  const Expr &right = *implication.operands[1];
  if (right.kind != Expr::Kind::Negation ||
      right.operands[0]->kind != Expr::Kind::Implication)
    return;
  const Expr &inner = *right.operands[0];
  const Expr &head = *inner.operands[1];
  if (head.kind != Expr::Kind::Negation || inner.arguments.size() != 1)
    return;
  const Expr &atom = *head.operands[0];
  if (atom.kind != Expr::Kind::Atom || !primitiveArity(atom.name) ||
      atom.arguments.size() != implication.arguments.size() + 2 ||
      atom.arguments[atom.arguments.size() - 2].name !=
          inner.arguments[0].name)
    return;
  symbols[rename(renaming, atom.arguments.back().name)].isTotal = true;
}
