//===- FileParser.cpp - The forms of one file -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FileParser.h"

#include "ExpressionParser.h"


using namespace mplc;

namespace {

constexpr const char *boundNames[] = {
    "size", "premises", "variables", "depth", "splits", "ground", "firings"};
constexpr const char *boundList =
    "size, premises, variables, depth, splits, ground and firings";

/// What SMT-LIB calls it, and what MPL does.
constexpr std::pair<const char *, const char *> foreignForms[] = {
    {"declare-sort", "(set S)"},
    {"declare-datatype", "(datatype S = c | f(S))"},
    {"declare-datatypes", "(datatype S = c | f(S))"},
    {"declare-fun", "(function f : S, S -> S)"},
    {"declare-const", "(constant c : S)"},
    {"define-fun", "(function f : S -> S  f(x) = t)"},
    {"define-fun-rec", "(function f : S -> S  f(x) = t)"},
    {"assert", "(theory T formula; formula)"},
    {"set-logic", "(theory T)"},
    {"set-info", "// a comment"},
    {"set-option", "// a comment"},
    {"prove", "(conjecture name formula)"},
    {"check-sat", "(conjecture name formula)"}};

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

  SyntaxPtr formula() {
    SyntaxPtr result = parseExpression();
    if (result && !at(Kind::End)) {
      expected("an operator or the end");
      return nullptr;
    }
    return result;
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
        tokens[position + 2].is(Kind::Name) && isFormWord(position + 1)) {
      llvm::StringRef word = tokens[position + 1].text;
      if (llvm::is_contained(declarationNames, word)) {
        position += 2;
        if (!parseDeclaration(word, start))
          recover(start);
        return;
      }
      unknownForm(tokens[position + 1]);
      recover(start);
      return;
    }
    if (at(Kind::LeftParen) && tokens[position + 1].is(Kind::Name) &&
        llvm::any_of(foreignForms, [&](const auto &entry) {
          return tokens[position + 1].text == entry.first;
        })) {
      unknownForm(tokens[position + 1]);
      recover(start);
      return;
    }
    if (at(Kind::LeftParen) || at(Kind::Not) || startsFormula()) {
      depth = 0;
      SyntaxPtr expr = parseExpression();
      if (expr)
        addBareExpression(std::move(expr));
      else
        recover(start);
      return;
    }
    if (!foreignText())
      expected("a form or an expression");
    recover(start);
  }

  /// Does the word at `i`, behind a `(` and before another name, introduce a
  /// form rather than a formula such as `(a + b) = c`?
  bool isFormWord(size_t i) const {
    std::string word = tokens[i].text.str(), next = tokens[i + 1].text.str();
    return isIdentifier(word) && !isWordOfFormulas(word) &&
           !isWordOfFormulas(next) &&
           (isIdentifier(next) || tokens[i + 2].is(Kind::LeftBracket) ||
            llvm::is_contained(declarationNames, word));
  }

  bool startsFormula() const {
    return token().isName("forall") || token().isName("exists") ||
           token().isName("unique") || token().isName("not");
  }

  void unknownForm(const Token &word) {
    for (const auto &[other, ours] : foreignForms)
      if (word.text == other)
        return diagnostics.error(word.loc(), "'" + word.text +
                                                 "' is of SMT-LIB; in MPL this "
                                                 "is written '" +
                                                 ours + "'");
    std::vector<llvm::StringRef> known(std::begin(formNames),
                                       std::end(formNames));
    known.insert(known.end(), std::begin(declarationNames),
                 std::end(declarationNames));
    diagnostics.error(word.loc(), "unknown form '" + word.text + "'" +
                                      suggestion(word.text, known));
  }

  /// Reports the beginning of a TPTP file.
  bool foreignText() {
    if (!at(Kind::Name))
      return false;
    llvm::StringRef word = token().text;
    if (!tokens[position + 1].is(Kind::LeftParen) ||
        !llvm::is_contained({"fof", "cnf", "tff", "thf", "include"}, word))
      return false;
    diagnostics.error(token().loc(),
                      "'" + word +
                          "' is of TPTP; in MPL this is written '" +
                          (word == "include" ? "(import \"file.mpl\")"
                                             : "(conjecture name formula)") +
                          "'");
    position = tokens.size() - 1;
    return true;
  }

  bool parseForm(llvm::StringRef word, size_t start) {
    depth = 0;
    if (llvm::is_contained(declarationNames, word))
      return parseDeclaration(word, start);
    if (word == "import")
      return parseImport(start);
    if (word == "import-theorems")
      return parseTheoremImport(start);
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

  bool parseFormBody(SyntaxPtr &syntax) {
    syntax = parseExpression();
    if (!syntax || syntax->kind != Syntax::Kind::Name)
      return syntax != nullptr;
    diagnostics.error(syntax->loc,
                      "expected an expression, found '" + syntax->name + "'");
    return false;
  }

  bool parseImport(size_t start) {
    Import import;
    import.loc = token().loc();
    if (token().isName("<")) {
      if (!parseLibraryPath(import))
        return false;
    } else if (at(Kind::String)) {
      import.path = token().text.str();
      ++position;
    } else {
      return expected("the path of a file as a string");
    }
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

  bool parseTheoremImport(size_t start) {
    note(start);
    needsTheory(start, "an import of theorems");
    TheoremImport import;
    import.file.loc = token().loc();
    if (!at(Kind::String))
      return expected("the path of a file of theorems as a string");
    import.file.path = token().text.str();
    ++position;
    if (at(Kind::LeftBracket) &&
        !parseNames(import.names, "the name of a theorem", false))
      return false;
    if (!close(start))
      return false;
    file.theoremImports.push_back(std::move(import));
    return true;
  }

  /// `<path>`, as it stands between the two signs.
  bool parseLibraryPath(Import &import) {
    const char *begin = token().text.end();
    while (!token().isName(">")) {
      ++position;
      if (at(Kind::End) || at(Kind::RightParen))
        return expected("'>' after the name of a library");
    }
    import.path =
        llvm::StringRef(begin, size_t(token().text.data() - begin)).str();
    import.isLibrary = true;
    ++position;
    return true;
  }

  bool parseDefine(size_t start) {
    Definition definition;
    if (!parseName(definition.id, "the name of the definition") ||
        !parseParameters(definition.parameters, "a parameter") ||
        !parseFormBody(definition.syntax) || !close(start))
      return false;
    file.definitions.push_back(std::move(definition));
    return true;
  }

  bool parseTheory(size_t start) {
    note(start);
    Theory theory;
    bool ok = parseName(theory.id, "the name of the theory") &&
              parseConstants(theory) && close(start);
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

  /// The constants and axioms of a theory; either may be missing where the
  /// file declares them.
  bool parseConstants(Theory &theory) {
    if (at(Kind::LeftBracket) &&
        !parseParameters(theory.constants, "a constant"))
      return false;
    while (!at(Kind::RightParen)) {
      if (!parseFormBody(theory.syntax.emplace_back()))
        return false;
      if (!at(Kind::Semicolon))
        break;
      ++position;
    }
    return true;
  }

  //===--- Declarations ---------------------------------------------------===//

  bool parseDeclaration(llvm::StringRef word, size_t start) {
    note(start);
    needsTheory(start, "a declaration");
    Declaration declaration;
    declaration.loc = tokens[start].loc();
    using What = Declaration::Kind;
    declaration.kind = word == "datatype"   ? What::Datatype
                       : word == "function" ? What::Function
                       : word == "relation" ? What::Relation
                       : word == "set"      ? What::Set
                                            : What::Constant;
    if (!parseListOfNames(declaration.names, "the name of a constant") ||
        !parseDeclared(declaration) || !close(start))
      return false;
    file.declarations.push_back(std::move(declaration));
    return true;
  }

  bool parseListOfNames(std::vector<Identifier> &names, const char *what) {
    do {
      if (!parseName(names.emplace_back(), what))
        return false;
    } while (at(Kind::Comma) && ++position);
    return true;
  }

  bool parseDeclared(Declaration &declaration) {
    switch (declaration.kind) {
    case Declaration::Kind::Set:
      return true;
    case Declaration::Kind::Constant:
      return take(Kind::Colon, "':' and the set of the constant") &&
             parseName(declaration.output, "a set");
    case Declaration::Kind::Datatype:
      return parseConstructors(declaration);
    case Declaration::Kind::Function:
      if (!take(Kind::Colon, "':' and the sets of the function") ||
          !parseListOfNames(declaration.inputs, "a set"))
        return false;
      if (!token().isName("->"))
        return expected("'->' and the set of the values");
      ++position;
      return parseName(declaration.output, "a set") &&
             parseClauses(declaration, ~0u);
    case Declaration::Kind::Relation:
      return take(Kind::Colon, "':' and the sets of the relation") &&
             parseListOfNames(declaration.inputs, "a set") &&
             parseClauses(declaration, 1);
    }
    return false;
  }

  bool parseConstructors(Declaration &declaration) {
    if (!token().isName("="))
      return expected("'=' and the constructors");
    do {
      ++position;
      Declaration::Constructor &constructor =
          declaration.constructors.emplace_back();
      if (!parseName(constructor.id, "a constructor"))
        return false;
      if (at(Kind::LeftParen)) {
        ++position;
        if (!parseListOfNames(constructor.sets, "a set") ||
            !take(Kind::RightParen, "',' or ')'"))
          return false;
      }
    } while (token().isName("|"));
    return true;
  }

  /// Formulas with `;` between them and, if one likes, at the end.
  bool parseClauses(Declaration &declaration, unsigned most) {
    while (!at(Kind::RightParen) && declaration.clauses.size() < most) {
      if (!parseFormBody(declaration.clauses.emplace_back()))
        return false;
      if (!at(Kind::Semicolon))
        return true;
      ++position;
    }
    return true;
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
        !parseFormBody(conjecture.syntax))
      return false;
    if (assumed && at(Kind::String)) {
      conjecture.provedIn = token().text.str();
      ++position;
    }
    if (!close(start))
      return false;
    file.conjectures.push_back(std::move(conjecture));
    return true;
  }

  bool parseFact(size_t start) {
    note(start);
    needsTheory(start, "a fact");
    Fact fact;
    fact.loc = tokens[start].loc();
    if (!parseFormBody(fact.syntax) || !close(start))
      return false;
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

  void addBareExpression(SyntaxPtr expr) {
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

} // namespace

File mplc::parseFile(llvm::StringRef buffer, Diagnostics &diagnostics) {
  return FileParser(buffer, diagnostics).run();
}

SyntaxPtr mplc::parseFormula(llvm::StringRef text, Diagnostics &diagnostics) {
  return FileParser(text, diagnostics).formula();
}
