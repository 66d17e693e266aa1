//===- Index.cpp - Where the names of a file stand and what they are ------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Scopes are walked as desugaring reads them: parameters, constants, the
// variables of quantifiers, and the free variables of a formula.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Index.h"

#include "Analysis.h"
#include "ExpressionParser.h"
#include "FileParser.h"
#include "Lexer.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

#include <map>

using namespace mplc;

namespace {

using Kind = IndexedSymbol::Kind;

class Indexer {
public:
  explicit Indexer(llvm::StringRef text) : text(text) {}

  Index run() {
    Diagnostics silent;
    File file = parseFile(text, silent);
    findForms(lex(text, silent));
    for (const Definition &definition : file.definitions)
      global(definition.id, Kind::Definition);
    declareConstants(file);
    for (const Conjecture &conjecture : file.conjectures)
      global(conjecture.id, Kind::Statement);
    for (const Definition &definition : file.definitions)
      readDefinition(definition);
    readTheory(file);
    for (const Conjecture &conjecture : file.conjectures)
      if (conjecture.syntax)
        statement(*conjecture.syntax);
    for (const Fact &fact : file.facts)
      if (fact.syntax)
        read(*fact.syntax);
    if (file.bareExpression)
      statement(*file.bareExpression);
    llvm::sort(index.occurrences, [](const Occurrence &a, const Occurrence &b) {
      return a.offset < b.offset;
    });
    return std::move(index);
  }

private:
  using Scope = std::map<std::string, unsigned>;

  size_t offsetOf(llvm::SMLoc loc) const {
    return size_t(loc.getPointer() - text.data());
  }

  void occur(const Identifier &id, unsigned symbol, bool defines) {
    if (!id.loc.isValid())
      return;
    size_t offset = offsetOf(id.loc);
    // A swapped or mirrored operator keeps its place, but not its spelling.
    if (text.substr(offset, id.name.size()) == id.name)
      index.occurrences.push_back({offset, id.name.size(), symbol, defines});
  }

  unsigned define(const Identifier &id, Kind kind) {
    unsigned symbol = unsigned(index.symbols.size());
    index.symbols.push_back({kind, id.name, offsetOf(id.loc)});
    occur(id, symbol, true);
    return symbol;
  }

  void global(const Identifier &id, Kind kind) {
    predicates.try_emplace(id.name, define(id, kind));
  }

  void findForms(const std::vector<Token> &tokens) {
    unsigned depth = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Token &token = tokens[i];
      if (token.is(Token::Kind::LeftParen) && depth++ == 0 &&
          i + 2 < tokens.size() && tokens[i + 1].is(Token::Kind::Name)) {
        bool named = tokens[i + 2].is(Token::Kind::Name);
        size_t begin = offsetOf(token.loc());
        index.forms.push_back(
            {tokens[i + 1].text.str(), named ? tokens[i + 2].text.str() : "",
             begin, text.size(),
             named ? offsetOf(tokens[i + 2].loc()) : begin});
      } else if (token.is(Token::Kind::RightParen) && depth > 0 &&
                 --depth == 0 && !index.forms.empty()) {
        index.forms.back().end = offsetOf(token.loc()) + 1;
      }
    }
  }

  //===--- Forms ----------------------------------------------------------===//

  void constant(const Identifier &id) {
    auto [it, isNew] = constants.try_emplace(id.name, 0);
    if (isNew)
      it->second = define(id, Kind::Constant);
    else
      occur(id, it->second, false);
  }

  void declareConstants(const File &file) {
    if (file.theory) {
      global(file.theory->id, Kind::Theory);
      for (const Parameter &parameter : file.theory->constants)
        constant(parameter.id);
    }
    for (const Declaration &declaration : file.declarations) {
      for (const Identifier &id : declaration.names)
        constant(id);
      for (const Declaration::Constructor &each : declaration.constructors)
        constant(each.id);
    }
  }

  void use(const Identifier &id) {
    if (id.name.empty())
      return;
    auto local = scope.find(id.name);
    if (local != scope.end())
      return occur(id, local->second, false);
    auto global = constants.find(id.name);
    if (inTheory && global != constants.end())
      return occur(id, global->second, false);
    auto known = predicates.find(id.name);
    if (known != predicates.end())
      occur(id, known->second, false);
  }

  void readDefinition(const Definition &definition) {
    scope.clear();
    inTheory = false;
    for (const Parameter &parameter : definition.parameters)
      scope[parameter.id.name] = define(parameter.id, Kind::Parameter);
    if (definition.syntax)
      statement(*definition.syntax);
    scope.clear();
    inTheory = true;
  }

  void readTheory(const File &file) {
    if (file.theory)
      for (const SyntaxPtr &axiom : file.theory->syntax)
        if (axiom)
          statement(*axiom);
    for (const Declaration &declaration : file.declarations) {
      for (const Declaration::Constructor &each : declaration.constructors)
        llvm::for_each(each.sets, [&](const Identifier &id) { use(id); });
      llvm::for_each(declaration.inputs, [&](const Identifier &id) { use(id); });
      use(declaration.output);
      for (const SyntaxPtr &clause : declaration.clauses)
        if (clause)
          statement(*clause);
    }
    for (const Induction &induction : file.inductions) {
      use(induction.set);
      for (const Identifier &id : induction.constructors)
        use(id);
    }
    for (const Explore &explore : file.explores) {
      define(explore.id, Kind::Exploration);
      for (const Identifier &id : explore.symbols)
        use(id);
    }
  }

  //===--- Expressions ----------------------------------------------------===//

  void statement(const Syntax &syntax) {
    if (syntax.kind == Syntax::Kind::Conjunction) {
      for (const SyntaxPtr &operand : syntax.operands)
        statement(*operand);
      return;
    }
    Scope saved = scope;
    for (const Identifier &id : freeNames(syntax, /*all=*/false))
      if (!scope.count(id.name) && !(inTheory && constants.count(id.name)) &&
          !isInteger(id.name)) {
        unsigned symbol = unsigned(index.symbols.size());
        index.symbols.push_back({Kind::Variable, id.name, offsetOf(id.loc)});
        scope[id.name] = symbol;
      }
    read(syntax);
    scope = std::move(saved);
  }

  void predicate(const Syntax &atom) {
    // A bracketed atom starts at its bracket, and so does not know its name.
    Identifier id{atom.name, atom.nameLoc};
    auto it = predicates.find(atom.name);
    if (it == predicates.end()) {
      Kind kind = primitiveArity(atom.name) ? Kind::Primitive : Kind::External;
      it = predicates.try_emplace(atom.name, unsigned(index.symbols.size()))
               .first;
      index.symbols.push_back({kind, atom.name, offsetOf(id.loc)});
    }
    occur(id, it->second, false);
  }

  void read(const Syntax &syntax) {
    Scope saved = scope;
    for (const Identifier &set : syntax.sets)
      use(set);
    for (const Identifier &variable : syntax.variables)
      scope[variable.name] = define(variable, Kind::Variable);
    switch (syntax.kind) {
    case Syntax::Kind::Name:
    case Syntax::Kind::Application:
      use({syntax.name, syntax.nameLoc});
      break;
    case Syntax::Kind::Infix:
      if (!isWordOfFormulas(syntax.name) && syntax.name != "=" &&
          syntax.name != "!=")
        use({syntax.name, syntax.nameLoc});
      break;
    case Syntax::Kind::Atom:
      predicate(syntax);
      break;
    default:
      break;
    }
    for (const SyntaxPtr &operand : syntax.operands)
      read(*operand);
    scope = std::move(saved);
  }

  llvm::StringRef text;
  Index index;
  Scope scope, constants;
  std::map<std::string, unsigned> predicates;
  bool inTheory = true;
};

} // namespace

Index mplc::indexFile(llvm::StringRef text) { return Indexer(text).run(); }

const Occurrence *Index::at(size_t offset) const {
  for (const Occurrence &occurrence : occurrences)
    if (occurrence.offset <= offset &&
        offset <= occurrence.offset + occurrence.length)
      return &occurrence;
  return nullptr;
}

bool mplc::isNameOfLanguage(llvm::StringRef text) { return isName(text); }

static Word::Kind kindOf(Kind kind) {
  switch (kind) {
  case Kind::Constant:
    return Word::Kind::Constant;
  case Kind::Parameter:
    return Word::Kind::Parameter;
  case Kind::Variable:
    return Word::Kind::Variable;
  case Kind::Statement:
  case Kind::Exploration:
    return Word::Kind::Statement;
  default:
    return Word::Kind::Predicate;
  }
}

std::vector<Word> mplc::classifyWords(llvm::StringRef text,
                                      const Index &index) {
  std::vector<Word> words;
  Diagnostics silent;
  const char *end = text.data();
  auto comments = [&](const char *stop) {
    llvm::StringRef gap(end, size_t(stop - end));
    while (!gap.empty()) {
      if (!gap.starts_with("//") && !gap.starts_with("/*")) {
        gap = gap.drop_front();
        continue;
      }
      size_t length = gap[1] == '*' ? gap.find("*/", 2) : gap.find('\n');
      if (length != llvm::StringRef::npos && gap[1] == '*')
        length += 2;
      llvm::StringRef comment = gap.take_front(length);
      words.push_back({size_t(comment.data() - text.data()), comment.size(),
                       Word::Kind::Comment});
      gap = gap.drop_front(comment.size());
    }
  };
  const Token *before = nullptr;
  const std::vector<Token> tokens = lex(text, silent);
  for (const Token &token : tokens) {
    const char *begin = token.loc().getPointer();
    comments(begin);
    end = token.text.end() + token.is(Token::Kind::String);
    size_t offset = size_t(begin - text.data());
    size_t length = size_t(end - begin);
    if (token.is(Token::Kind::String)) {
      words.push_back({offset, length, Word::Kind::String});
    } else if (token.is(Token::Kind::Name)) {
      const Occurrence *occurrence = index.at(offset);
      bool isForm = before && before->is(Token::Kind::LeftParen) &&
                    (llvm::is_contained(formNames, token.text) ||
                     llvm::is_contained(declarationNames, token.text));
      if (occurrence && occurrence->offset == offset)
        words.push_back(
            {offset, length, kindOf(index.symbols[occurrence->symbol].kind)});
      else if (isForm || isWordOfFormulas(token.text.str()))
        words.push_back({offset, length, Word::Kind::Keyword});
      else if (isInteger(token.text))
        words.push_back({offset, length, Word::Kind::Number});
    }
    before = &token;
  }
  return words;
}
