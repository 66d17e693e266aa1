//===- Syntax.cpp - Expressions as they are written -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Syntax.h"

#include "Analysis.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

using namespace mplc;

bool mplc::isCore(const Syntax &syntax) {
  switch (syntax.kind) {
  case Syntax::Kind::Atom:
  case Syntax::Kind::Equality:
    return llvm::all_of(syntax.operands, [](const SyntaxPtr &argument) {
      return argument->kind == Syntax::Kind::Name && !argument->bracketed;
    });
  case Syntax::Kind::Conjunction:
  case Syntax::Kind::Implication:
  case Syntax::Kind::Negation:
    return llvm::all_of(syntax.operands, [](const SyntaxPtr &operand) {
      return isCore(*operand);
    });
  default:
    return false;
  }
}

Precedence mplc::precedenceOf(const std::string &name) {
  using Side = Precedence::Side;
  static const llvm::StringMap<Precedence> table = {
      {"iff", {Precedence::iff, Side::Left}},
      {"implies", {Precedence::implies, Side::Right}},
      {"or", {Precedence::disjunction, Side::Left}},
      {"and", {Precedence::conjunction, Side::Left}},
      {"not", {Precedence::negation, Side::None}},
      {"=", {Precedence::relation, Side::None}},
      {"!=", {Precedence::relation, Side::None}},
      {"in", {Precedence::relation, Side::None}},
      {"<", {Precedence::relation, Side::None}},
      {"<=", {Precedence::relation, Side::None}},
      {">", {Precedence::relation, Side::None}},
      {">=", {Precedence::relation, Side::None}},
      {"|", {Precedence::relation, Side::None}},
      {"~", {Precedence::relation, Side::None}},
      {"++", {Precedence::concatenation, Side::Right}},
      {"+", {Precedence::sum, Side::Left}},
      {"-", {Precedence::sum, Side::Left}},
      {"*", {Precedence::product, Side::Left}},
      {"/", {Precedence::product, Side::Left}},
      {"%", {Precedence::product, Side::Left}},
      {"^", {Precedence::power, Side::Right}},
  };
  auto it = table.find(name);
  return it == table.end() ? Precedence{Precedence::other, Side::None}
                           : it->second;
}

bool mplc::isWordOfFormulas(const std::string &name) {
  return llvm::is_contained({"and", "or", "implies", "iff", "not", "in",
                             "forall", "exists", "unique"},
                            name);
}

std::string mplc::ourWordFor(const std::string &name) {
  static const llvm::StringMap<const char *> words = {
      {"->", "implies"}, {"=>", "implies"}, {"==>", "implies"},
      {"&", "and"},      {"&&", "and"},     {"/\\", "and"},
      {"|", "or"},       {"||", "or"},      {"\\/", "or"},
      {"<->", "iff"},    {"<=>", "iff"},    {"==", "="},
      {"<>", "!="},      {"/=", "!="}};
  auto it = words.find(name);
  return it == words.end() ? "" : it->second;
}

namespace {

class FreeNames {
public:
  explicit FreeNames(bool all) : all(all) {}

  void collect(const Syntax &syntax) {
    using Kind = Syntax::Kind;
    switch (syntax.kind) {
    case Kind::Name:
      return add({syntax.name, syntax.nameLoc});
    case Kind::Application:
      collectOperands(syntax, syntax.operands.size());
      return addSymbol({syntax.name, syntax.nameLoc});
    case Kind::Infix:
      if (syntax.name == "in" &&
          syntax.operands[1]->kind == Kind::Name) {
        collect(*syntax.operands[0]);
        return addSymbol(
            {syntax.operands[1]->name, syntax.operands[1]->nameLoc});
      }
      collectOperands(syntax, 2);
      if (!isWordOfFormulas(syntax.name) && syntax.name != "=" &&
          syntax.name != "!=")
        addSymbol({syntax.name, syntax.nameLoc});
      return;
    case Kind::Atom: {
      // The last argument of a primitive atom is a set or a relation.
      bool primitive = primitiveArity(syntax.name).has_value();
      size_t count = syntax.operands.size() - primitive;
      collectOperands(syntax, count);
      if (!primitive)
        return;
      const Syntax &last = *syntax.operands.back();
      if (last.kind == Kind::Name)
        return addSymbol({last.name, last.nameLoc});
      return collect(last);
    }
    case Kind::Quantifier:
    case Kind::Implication: {
      for (const Identifier &set : syntax.sets)
        addSymbol(set);
      std::vector<llvm::StringRef> binds;
      for (const Identifier &variable : syntax.variables)
        if (bound.insert(variable.name).second)
          binds.push_back(variable.name);
      collectOperands(syntax, syntax.operands.size());
      for (llvm::StringRef name : binds)
        bound.erase(name);
      return;
    }
    default:
      return collectOperands(syntax, syntax.operands.size());
    }
  }

  std::vector<Identifier> names;

private:
  void collectOperands(const Syntax &syntax, size_t count) {
    for (size_t i = 0; i < count; ++i)
      collect(*syntax.operands[i]);
  }
  void add(const Identifier &id) {
    if (!bound.contains(id.name) && seen.insert(id.name).second)
      names.push_back(id);
  }
  void addSymbol(const Identifier &id) {
    if (all)
      add(id);
  }

  bool all;
  llvm::StringSet<> bound, seen;
};

} // namespace

std::vector<Identifier> mplc::freeNames(const Syntax &syntax, bool all) {
  FreeNames free(all);
  free.collect(syntax);
  return std::move(free.names);
}
