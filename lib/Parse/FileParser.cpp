//===- FileParser.cpp - The forms of one file -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileParser.h"

#include "ExpressionParser.h"

#include "llvm/ADT/StringSet.h"

using namespace mplc;

namespace {

constexpr const char *boundNames[] = {
    "size", "premises", "variables", "depth", "splits", "ground", "firings"};
constexpr const char *boundList =
    "size, premises, variables, depth, splits, ground and firings";

class FileParser : ExpressionParser {
public:
  FileParser(llvm::StringRef buffer, Diagnostics &diagnostics)
      : ExpressionParser(buffer, diagnostics) {}

  File run() {
    while (!at(Kind::End))
      parseTopLevel();
    checkFile();
    return std::move(file);
  }

private:
  //===--- Forms ----------------------------------------------------------===//

  void parseTopLevel() {
    if (at(Kind::Bad)) { // Reported by the lexer.
      ++position;
      return;
    }
    size_t start = position;
    if (at(Kind::RightParen)) {
      diagnostics.error(token().loc(),
                        "unbalanced bracket: this ')' closes nothing");
      ++position;
      return;
    }
    if (at(Kind::LeftParen) && atForm(position)) {
      ++position;
      llvm::StringRef word = token().text;
      ++position;
      if (!parseForm(word, start))
        recover(start);
      return;
    }
    if (at(Kind::LeftParen) && tokens[position + 1].is(Kind::Name) &&
        tokens[position + 2].is(Kind::Name)) {
      llvm::StringRef word = tokens[position + 1].text;
      diagnostics.error(
          tokens[position + 1].loc(),
          "unknown form '" + word + "'" +
              suggestion(word, {std::begin(formNames), std::end(formNames)}));
      recover(start);
      return;
    }
    if (at(Kind::LeftParen) || at(Kind::Not)) {
      bool recovered;
      depth = 0;
      ExprPtr expr = parseExpression(recovered);
      if (!expr && !recovered)
        recover(start);
      if (expr)
        addBareExpression(std::move(expr));
      return;
    }
    expected("a form or an expression");
    recover(start);
  }

  bool parseForm(llvm::StringRef word, size_t start) {
    depth = 0;
    if (word == "import")
      return parseImport(start);
    if (word == "define")
      return parseDefine(start);
    if (word == "theory")
      return parseTheory(start);
    if (word == "induction")
      return parseInduction(start);
    if (word == "explore")
      return parseExplore(start);
    if (word == "fact")
      return parseFact(start);
    return parseConjecture(start, word == "assume");
  }

  bool parseFormBody(ExprPtr &expr) {
    bool recovered;
    expr = parseExpression(recovered);
    return expr != nullptr;
  }

  bool parseImport(size_t start) {
    Import import;
    if (!at(Kind::String))
      return expected("the path of a file as a string");
    import.path = token().text.str();
    import.loc = token().loc();
    ++position;
    if (at(Kind::Name)) {
      if (!token().isName("as"))
        return expected("')' or 'as'");
      ++position;
      if (!parseName(import.name.emplace(), "the name of a definition") ||
          !parseParameters(import.parameters, "a parameter"))
        return false;
    }
    if (!close(start))
      return false;
    file.imports.push_back(std::move(import));
    return true;
  }

  bool parseDefine(size_t start) {
    Definition definition;
    if (!parseName(definition.id, "the name of the definition") ||
        !parseParameters(definition.parameters, "a parameter") ||
        !parseFormBody(definition.body) || !close(start))
      return false;
    file.definitions.push_back(std::move(definition));
    return true;
  }

  bool parseTheory(size_t start) {
    note(start);
    Theory theory;
    bool ok = parseName(theory.id, "the name of the theory") &&
              parseParameters(theory.constants, "a constant") &&
              parseFormBody(theory.axioms) && close(start);
    if (theorySeen.isValid()) {
      diagnostics.error(tokens[start].loc(), "a file states one theory only");
      diagnostics.note(theorySeen, "the first theory is here");
      return ok;
    }
    theorySeen = tokens[start].loc();
    if (ok)
      file.theory = std::move(theory);
    return ok;
  }

  bool parseInduction(size_t start) {
    note(start);
    needsTheory(start, "an induction form");
    Induction induction;
    induction.loc = tokens[start].loc();
    std::vector<Identifier> names;
    if (!parseNames(names, "a name", false))
      return false;
    if (names.size() < 2) {
      diagnostics.error(names[0].loc, "expected constructors after the set '" +
                                          names[0].name + "'");
      return false;
    }
    if (!close(start))
      return false;
    induction.set = std::move(names[0]);
    induction.constructors.assign(std::make_move_iterator(names.begin() + 1),
                                  std::make_move_iterator(names.end()));
    file.inductions.push_back(std::move(induction));
    return true;
  }

  bool parseExplore(size_t start) {
    note(start);
    needsTheory(start, "an explore form");
    Explore explore;
    if (!parseName(explore.id, "the name of the exploration") ||
        !parseNames(explore.symbols, "a symbol", false))
      return false;
    bool ok = true;
    while (at(Kind::LeftParen) && !atForm(position)) {
      size_t open = position++;
      if (!parseBound(explore, open)) {
        ok = false;
        if (!skipPast(open))
          return false;
      }
    }
    if (!ok || !close(start))
      return false;
    file.explores.push_back(std::move(explore));
    return true;
  }

  bool parseBound(Explore &explore, size_t open) {
    Identifier key;
    if (!parseName(key, "the name of a bound"))
      return false;
    if (!llvm::is_contained(boundNames, llvm::StringRef(key.name))) {
      diagnostics.error(key.loc,
                        "unknown bound '" + key.name + "'; the bounds are " +
                            boundList +
                            suggestion(key.name, {std::begin(boundNames),
                                                  std::end(boundNames)}));
      return false;
    }
    for (const auto &[other, value] : explore.bounds)
      if (other.name == key.name) {
        diagnostics.error(key.loc, "duplicate bound '" + key.name + "'");
        diagnostics.note(other.loc, "first given here");
        return false;
      }
    unsigned value;
    if (!at(Kind::Name) || token().text.getAsInteger(10, value) ||
        value > 1000000000)
      return expected("an integer from 0 to 1000000000");
    ++position;
    if (!close(open))
      return false;
    explore.bounds.emplace_back(std::move(key), long(value));
    return true;
  }

  bool parseConjecture(size_t start, bool assumed) {
    note(start);
    needsTheory(start, assumed ? "an assume form" : "a conjecture");
    Conjecture conjecture;
    conjecture.assumed = assumed;
    if (!parseName(conjecture.id, "the name of the statement") ||
        !parseFormBody(conjecture.statement) || !close(start))
      return false;
    file.conjectures.push_back(std::move(conjecture));
    return true;
  }

  bool parseFact(size_t start) {
    note(start);
    needsTheory(start, "a fact");
    Fact fact;
    fact.loc = tokens[start].loc();
    if (!parseFormBody(fact.atom) || !close(start))
      return false;
    if (fact.atom->kind != Expr::Kind::Atom) {
      diagnostics.error(fact.atom->loc,
                        "a fact is one atom without variables, such as "
                        "'(in[a,S])'");
      return true;
    }
    file.facts.push_back(std::move(fact));
    return true;
  }

  //===--- The file as a whole --------------------------------------------===//

  void note(size_t start) {
    if (!otherForm.isValid())
      otherForm = tokens[start].loc();
  }

  void needsTheory(size_t start, const char *what) {
    wantsTheory.push_back({tokens[start].loc(), what});
  }

  void addBareExpression(ExprPtr expr) {
    if (file.bareExpression) {
      diagnostics.error(expr->loc,
                        "a file holds one bare expression only; use 'define' "
                        "for several");
      diagnostics.note(file.bareExpression->loc, "the first one is here");
      return;
    }
    file.bareExpression = std::move(expr);
  }

  void checkFile() {
    if (file.bareExpression) {
      if (otherForm.isValid() || !file.definitions.empty()) {
        llvm::SMLoc other =
            otherForm.isValid() ? otherForm : file.definitions[0].id.loc;
        diagnostics.error(file.bareExpression->loc,
                          "a bare expression stands alone in its file, but for "
                          "imports; use 'define' to name it");
        diagnostics.note(other, "another form is here");
      }
      return;
    }
    if (theorySeen.isValid())
      return;
    for (const auto &[loc, what] : wantsTheory)
      diagnostics.error(loc, llvm::Twine(what) +
                                 " needs a theory, and this file states none");
  }

  File file;
  llvm::SMLoc theorySeen;
  llvm::SMLoc otherForm;
  std::vector<std::pair<llvm::SMLoc, const char *>> wantsTheory;
};

void collectFreeNames(const Expr &expr, llvm::StringSet<> &bound,
                      llvm::StringSet<> &seen, std::vector<Identifier> &names) {
  std::vector<llvm::StringRef> binds;
  if (expr.kind == Expr::Kind::Implication) {
    for (const Identifier &variable : expr.arguments)
      if (bound.insert(variable.name).second)
        binds.push_back(variable.name);
  } else {
    for (const Identifier &argument : expr.arguments)
      if (!bound.contains(argument.name) && seen.insert(argument.name).second)
        names.push_back(argument);
  }
  for (const ExprPtr &operand : expr.operands)
    collectFreeNames(*operand, bound, seen, names);
  for (llvm::StringRef name : binds)
    bound.erase(name);
}

} // namespace

File mplc::parseFile(llvm::StringRef buffer, Diagnostics &diagnostics) {
  return FileParser(buffer, diagnostics).run();
}

std::vector<Identifier> mplc::freeNames(const Expr &expr) {
  llvm::StringSet<> bound, seen;
  std::vector<Identifier> names;
  collectFreeNames(expr, bound, seen, names);
  return names;
}
