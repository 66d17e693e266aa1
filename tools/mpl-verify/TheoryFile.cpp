//===- TheoryFile.cpp - Theory files and their imports --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every file is read form by form first; its expressions are only looked at to
// find their ends. They are parsed again once all definitions and constants
// are known, so that forms may come in any order.
//
//===----------------------------------------------------------------------===//

#include "FormulaParser.h"
#include "Theory.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>

using namespace mplverify;
namespace fs = std::filesystem;

/// Proofs are many small files, so that what the system is asked for each one
/// counts: there is no buffer between, and one question about the size.
bool mplverify::readFile(const std::string &path, std::string &text,
                         size_t limit, std::string *reason) {
  constexpr size_t mostBytes = size_t(1) << 30;
  auto refuse = [&](int file, const std::string &why) {
    if (file >= 0)
      close(file);
    if (reason)
      *reason = why;
    return false;
  };
  // Opening a pipe would wait for somebody to write.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0)
    return refuse(file, std::strerror(errno));
  if (!S_ISREG(status.st_mode))
    return refuse(file, "it is no regular file");
  if (size_t(status.st_size) > mostBytes)
    return refuse(file, "it has more than 1 GiB");
  // Files of /proc say that they are empty: the size is where to start from.
  limit = std::min(limit, mostBytes);
  text.resize(std::min(limit, size_t(status.st_size) + 1));
  size_t length = 0;
  ssize_t count;
  while (true) {
    count = read(file, text.data() + length, text.size() - length);
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      break;
    length += size_t(count);
    if (length == limit)
      break;
    if (length == text.size())
      text.resize(std::min(limit, 2 * text.size() + (1 << 16)));
  }
  if (count < 0)
    return refuse(file, std::strerror(errno));
  close(file);
  text.resize(length);
  return true;
}

namespace {

constexpr const char *onlyBare =
    "only a file that is one bare expression is imported 'as'";
constexpr size_t maxImportDepth = 100, maxFiles = 10000;

struct File {
  std::string path;
  std::string text;
  bool bare = false;
};

struct Expression {
  const File *file = nullptr;
  const char *start = nullptr;
};

struct DefinitionText {
  Symbol name;
  std::vector<Symbol> parameters;
  /// The free names of the body are the parameters, in order of appearance.
  bool findParameters;
  Expression body;
};

struct StatementText {
  Symbol name;
  bool assumed;
  Expression body;
  std::string provedIn;
  bool isImported = false;
};

/// The names that an expression of a theory file may use.
class TheoryNames final : public NameScope {
public:
  enum class Mode { Anything, Parameters, FindParameters, Constants, Fact };

  TheoryNames(Theory &theory, Mode mode, std::vector<Symbol> given = {})
      : parameters(std::move(given)), theory(theory), mode(mode) {
    for (size_t i = 0; i < parameters.size(); ++i)
      indexOf.try_emplace(parameters[i], uint32_t(i));
  }

  bool freeName(Symbol name, Term &term) override {
    term = name;
    if (mode == Mode::Anything)
      return true;
    if (mode == Mode::Constants)
      return theory.constants.count(name);
    if (mode == Mode::Fact) {
      theory.constants.try_emplace(name, TypeTable::element);
      return true;
    }
    auto it = indexOf.find(name);
    if (it != indexOf.end()) {
      term = patternTerm(it->second);
      return true;
    }
    if (mode != Mode::FindParameters)
      return false;
    term = patternTerm(uint32_t(parameters.size()));
    indexOf.emplace(name, uint32_t(parameters.size()));
    parameters.push_back(name);
    return true;
  }

  bool isTaken(Symbol name) override {
    if (mode == Mode::Constants)
      return theory.constants.count(name);
    return indexOf.count(name);
  }

  bool predicate(Symbol name, size_t arguments) override {
    return mode == Mode::Anything || theory.isPredicate(name, arguments);
  }

  std::vector<Symbol> parameters;

private:
  std::unordered_map<Symbol, uint32_t> indexOf; ///< Of the parameters.
  Theory &theory;
  Mode mode;
};

class TheoryReader {
public:
  TheoryReader(Theory &theory, std::string &error)
      : error(error), theory(theory), parser(theory.symbols, theory.store) {}

  bool run(const std::string &path) {
    if (!load(path, nullptr, {}, {}))
      return false;
    if (!axioms.file) {
      error = path + ":1:1: error: the file states no theory";
      return false;
    }
    return parseAll() && checkRecursion() && checkInductions() && types(path);
  }

private:
  using Mode = TheoryNames::Mode;

  //===--- Errors ---------------------------------------------------------===//

  bool fail(const File &file, const char *at, const std::string &message) {
    size_t line = 1 + size_t(std::count(file.text.data(), at, '\n'));
    const char *start = at;
    while (start != file.text.data() && start[-1] != '\n')
      --start;
    error = file.path + ":" + std::to_string(line) + ":" +
            std::to_string(at - start + 1) + ": error: " + message;
    return false;
  }
  bool fail(const std::string &message) {
    return fail(*current, cursor.at, message);
  }

  /// Where the compiler reads more than the core.
  bool failAtTerms(const std::string &message) {
    return fail(message + "; terms and declarations are not read here: check "
                          "against the theorems.mpl of the run, or what 'mplc "
                          "--emit=mpl-source' prints");
  }

  //===--- Files ----------------------------------------------------------===//

  /// Reads a file, once; `name` and `parameters` are those of an `as`.
  bool load(const std::string &path, const char *importedAs,
            std::string_view name, const std::vector<Symbol> &parameters) {
    std::error_code code;
    std::string real = fs::weakly_canonical(path, code).string();
    if (std::find(open.begin(), open.end(), real) != open.end())
      return fail(*current, importedAs, "imports go round in a circle");
    if (isBare.count(real) && !isBare[real])
      return name.empty() || fail(*current, importedAs, onlyBare);
    if (open.size() >= maxImportDepth || files.size() >= maxFiles)
      return fail(*current, importedAs, "too many imports");
    auto file = std::make_unique<File>();
    file->path = path;
    std::string reason;
    if (!readFile(path, file->text, size_t(-1), &reason)) {
      if (importedAs)
        return fail(*current, importedAs,
                    "cannot read " + quote(path) + ": " + reason);
      error = path + ": error: cannot read the file: " + reason;
      return false;
    }
    File *added = file.get();
    files.push_back(std::move(file));
    const File *outerFile = current;
    Cursor outerCursor = cursor;
    open.push_back(real);
    current = added;
    cursor = {added->text.data(), added->text.data() + added->text.size(),
              true};
    bool ok = readForms(*added, name, parameters);
    isBare[real] = added->bare;
    open.pop_back();
    current = outerFile;
    cursor = outerCursor;
    return ok;
  }

  bool readForms(File &file, std::string_view name,
                 const std::vector<Symbol> &parameters) {
    if (file.text.starts_with("\xEF\xBB\xBF"))
      cursor.at += 3;
    bool forms = false;
    while (cursor.peek(), cursor.at != cursor.end) {
      Cursor start = cursor;
      if (!isForm()) {
        if (forms || file.bare)
          return fail("expected a form");
        file.bare = true;
        if (!bareExpression(name, parameters))
          return false;
        continue;
      }
      cursor = start;
      cursor.take('(');
      std::string_view word = cursor.takeName();
      forms |= word != "import";
      if (file.bare && forms)
        return fail("a bare expression stands alone in its file");
      if (!form(word))
        return false;
      if (!cursor.take(')'))
        return fail("expected ')'");
    }
    if (!name.empty() && !file.bare)
      return fail(onlyBare);
    return true;
  }

  bool isForm() {
    Cursor ahead = cursor;
    if (!ahead.take('('))
      return false;
    std::string_view word = ahead.takeName();
    for (const char *known : {"import", "define", "theory", "induction",
                              "explore", "conjecture", "assume", "fact", "import-theorems"})
      if (word == known)
        return true;
    return false;
  }

  bool bareExpression(std::string_view name,
                      const std::vector<Symbol> &parameters) {
    DefinitionText text{SymbolTable::anonymous, parameters, name.empty(), {}};
    std::string stem = fs::path(current->path).stem().string();
    text.name = theory.symbols.intern(name.empty() ? stem : name);
    if (!expression(text.body))
      return false;
    // The same import twice is one definition.
    for (const DefinitionText &other : definitions)
      if (other.name == text.name && other.parameters == text.parameters &&
          other.body.file->text == text.body.file->text)
        return true;
    definitions.push_back(std::move(text));
    return true;
  }

  //===--- Forms ----------------------------------------------------------===//

  bool form(std::string_view word) {
    if (word == "import")
      return import();
    if (word == "define")
      return define();
    if (word == "theory")
      return theoryForm();
    // What a file asks for and takes for granted is not imported with it.
    bool imported = open.size() > 1;
    if (word == "induction")
      return induction(imported);
    if (word == "explore")
      return skipForm();
    if (word == "import-theorems")
      return imported ? skipForm() : importTheorems();
    StatementText text{SymbolTable::anonymous, word == "assume", {}, {}};
    if (word != "fact" && !name(text.name))
      return false;
    if (!expression(text.body) || !reference(text))
      return false;
    if (!imported)
      (word == "fact" ? facts : statements).push_back(text);
    return true;
  }

  bool name(Symbol &symbol) {
    std::string_view word = cursor.takeName();
    if (word.empty())
      return fail("expected a name");
    symbol = theory.symbols.intern(word);
    return true;
  }

  bool names(std::vector<Symbol> &symbols) {
    if (!cursor.take('['))
      return failAtTerms("expected '['");
    if (cursor.take(']'))
      return true;
    std::unordered_set<Symbol> seen;
    do {
      Symbol symbol = SymbolTable::anonymous;
      if (!name(symbol))
        return false;
      if (!seen.insert(symbol).second)
        return fail(theory.symbols.quoted(symbol) + " stands here twice");
      symbols.push_back(symbol);
    } while (cursor.take(','));
    return cursor.take(']') || fail("expected ',' or ']'");
  }

  bool expression(Expression &expression) {
    cursor.peek();
    expression = {current, cursor.at};
    Formula ignored;
    TheoryNames anything(theory, Mode::Anything);
    return parser.parse(cursor, anything, true, ignored) ||
           failAtTerms(parser.error);
  }

  bool import() {
    cursor.peek();
    const char *at = cursor.at;
    if (cursor.peek() != '"')
      return failAtTerms("expected the path of a file as a string");
    std::string target;
    if (!string(target))
      return false;
    Symbol as = SymbolTable::anonymous;
    std::vector<Symbol> parameters;
    if (cursor.peek() != ')') {
      if (cursor.takeName() != "as")
        return fail("expected ')' or 'as'");
      if (!name(as) || !names(parameters))
        return false;
    }
    fs::path path = fs::path(current->path).parent_path() / target;
    return load(path.string(), at, theory.symbols.text(as), parameters);
  }

  /// The file that has the theorem, behind what is assumed.
  bool reference(StatementText &text) {
    if (!text.assumed || cursor.peek() != '"')
      return true;
    std::string target;
    if (!string(target))
      return false;
    text.provedIn =
        (fs::path(current->path).parent_path() / target).string();
    return true;
  }

  bool string(std::string &text) {
    if (!cursor.take('"'))
      return fail("expected the path of a file as a string");
    const char *close = std::find(cursor.at, cursor.end, '"');
    if (close == cursor.end)
      return fail("the string is not closed");
    text.assign(cursor.at, close);
    cursor.at = close + 1;
    return true;
  }

  //===--- Theorems of other runs -----------------------------------------===//

  bool importTheorems() {
    cursor.peek();
    const char *at = cursor.at;
    std::string target;
    std::vector<Symbol> wanted;
    if (!string(target) || (cursor.peek() == '[' && !names(wanted)))
      return false;
    auto file = std::make_unique<File>();
    file->path = (fs::path(current->path).parent_path() / target).string();
    std::string reason;
    if (!readFile(file->path, file->text, size_t(-1), &reason))
      return fail(*current, at, "cannot read " + quote(file->path) + ": " + reason);
    const File *outerFile = current;
    const Cursor outerCursor = cursor;
    current = file.get();
    files.push_back(std::move(file));
    cursor = {current->text.data(), current->text.data() + current->text.size(),
              true};
    const bool ok = theoremForms(wanted);
    current = outerFile;
    cursor = outerCursor;
    return ok;
  }

  /// A file as runs write it: its definitions and statements are taken.
  bool theoremForms(const std::vector<Symbol> &wanted) {
    while (cursor.peek(), cursor.at != cursor.end) {
      if (!isForm())
        return fail("expected a form");
      cursor.take('(');
      const std::string_view word = cursor.takeName();
      if (word == "import" || word == "import-theorems")
        return fail("theorems are used from a file that a run wrote");
      if (word == "define") {
        std::swap(definitions, theirDefinitions);
        const bool ok = define();
        std::swap(definitions, theirDefinitions);
        if (!ok)
          return false;
      } else if (word == "conjecture" || word == "assume") {
        if (!theirStatement(word == "assume", wanted))
          return false;
      } else if (!skipForm()) {
        return false;
      }
      if (!cursor.take(')'))
        return fail("expected ')'");
    }
    return true;
  }

  bool theirStatement(bool assumed, const std::vector<Symbol> &wanted) {
    StatementText text{SymbolTable::anonymous, assumed, {}, {}, true};
    if (!name(text.name) || !expression(text.body) || !reference(text))
      return false;
    const bool isTheorem = !assumed || !text.provedIn.empty();
    text.assumed = true;
    text.provedIn = isTheorem ? current->path : "";
    if (!isTheorem || wanted.empty() ||
        std::find(wanted.begin(), wanted.end(), text.name) != wanted.end())
      statements.push_back(std::move(text));
    return true;
  }

  bool define() {
    DefinitionText text{SymbolTable::anonymous, {}, false, {}};
    if (!name(text.name) || !names(text.parameters) || !expression(text.body))
      return false;
    definitions.push_back(std::move(text));
    return true;
  }

  bool theoryForm() {
    DefinitionText text{SymbolTable::anonymous, {}, false, {}};
    if (!name(text.name) || !names(text.parameters) || !expression(text.body))
      return false;
    if (open.size() > 1) {
      definitions.push_back(std::move(text));
      return true;
    }
    if (axioms.file)
      return fail("a file states one theory only");
    theory.name = text.name;
    for (Symbol constant : text.parameters)
      theory.constants.try_emplace(constant, TypeTable::element);
    axioms = text.body;
    return true;
  }

  bool induction(bool imported) {
    std::vector<Symbol> symbols;
    if (!names(symbols))
      return false;
    if (symbols.size() < 2)
      return fail("expected a set and its constructors");
    if (imported)
      return true;
    InductionForm form{symbols[0], {}, {}};
    for (size_t i = 1; i < symbols.size(); ++i)
      form.constructors.push_back({symbols[i], 0, {}});
    if (theory.induction(form.set))
      return fail("a second induction form for the set " +
                  theory.symbols.quoted(form.set));
    theory.addInduction(std::move(form));
    return true;
  }

  bool skipForm() {
    for (size_t depth = 0; cursor.peek(), cursor.at != cursor.end;) {
      if (cursor.peek() == ')' && depth == 0)
        return true;
      if (!cursor.takeName().empty())
        continue;
      depth += *cursor.at == '(';
      depth -= *cursor.at == ')';
      ++cursor.at;
    }
    return fail("the form is not closed");
  }

  //===--- After all files ------------------------------------------------===//

  bool parse(const Expression &text, TheoryNames &scope, Formula &formula) {
    const std::string &all = text.file->text;
    Cursor at{text.start, all.data() + all.size(), true};
    return parser.parse(at, scope, false, formula) ||
           fail(*text.file, at.at, parser.error);
  }

  /// Fills in the parameters that a bare expression leaves open, and makes
  /// every definition known before any body is parsed for good.
  bool declareDefinitions() {
    for (DefinitionText &text : definitions) {
      if (text.findParameters) {
        TheoryNames scope(theory, Mode::FindParameters);
        const std::string &all = text.body.file->text;
        Cursor at{text.body.start, all.data() + all.size(), true};
        FreeNames finder(scope);
        Formula ignored;
        parser.parse(at, finder, true, ignored);
        text.parameters = scope.parameters;
      }
      if (theory.definition(text.name) || theory.isPrimitive(text.name) ||
          text.name == theory.name)
        return fail(*text.body.file, text.body.start,
                    "a second definition of " +
                        theory.symbols.quoted(text.name));
      theory.addDefinition(
          {text.name, text.parameters, FormulaStore::falseFormula, {}});
    }
    for (DefinitionText &text : theirDefinitions) {
      if (theory.definition(text.name)) {
        repeated.push_back(std::move(text));
        continue;
      }
      theory.addDefinition(
          {text.name, text.parameters, FormulaStore::falseFormula, {}});
      definitions.push_back(std::move(text));
    }
    return true;
  }

  /// What a file of theorems defines again must be the same.
  bool checkRepeated() {
    for (const DefinitionText &text : repeated) {
      TheoryNames scope(theory, Mode::Parameters, text.parameters);
      Formula body;
      if (!parse(text.body, scope, body))
        return false;
      const Definition &first = *theory.definition(text.name);
      if (first.parameters.size() != text.parameters.size() ||
          theory.store.canonical(first.body) != theory.store.canonical(body))
        return fail(*text.body.file, text.body.start,
                    "another definition of " + theory.symbols.quoted(text.name));
    }
    return true;
  }

  /// As its scope, but any atom goes.
  struct FreeNames final : NameScope {
    explicit FreeNames(TheoryNames &scope) : scope(scope) {}
    bool freeName(Symbol name, Term &term) override {
      return scope.freeName(name, term);
    }
    bool isTaken(Symbol) override { return false; }
    bool predicate(Symbol, size_t) override { return true; }
    TheoryNames &scope;
  };

  bool parseAll() {
    if (!declareDefinitions())
      return false;
    for (size_t i = 0; i < definitions.size(); ++i) {
      TheoryNames scope(theory, Mode::Parameters, definitions[i].parameters);
      if (!parse(definitions[i].body, scope, theory.definitions[i].body))
        return false;
    }
    if (!checkRepeated())
      return false;
    TheoryNames constants(theory, Mode::Constants);
    if (!parse(axioms, constants, theory.axioms))
      return false;
    for (const StatementText &text : facts) {
      TheoryNames scope(theory, Mode::Fact);
      Formula fact;
      if (!parse(text.body, scope, fact))
        return false;
      if (!theory.store.is(fact, FormulaStore::Kind::Atom))
        return fail(*text.body.file, text.body.start, "a fact is one atom");
      theory.facts.push_back(fact);
    }
    for (const StatementText &text : statements) {
      Statement statement{text.name, 0, text.assumed, text.provedIn};
      if (!parse(text.body, constants, statement.formula))
        return false;
      const Statement *other = theory.statement(text.name);
      if (other && text.isImported && other->assumed &&
          theory.store.canonical(other->formula) ==
              theory.store.canonical(statement.formula))
        continue;
      if (other)
        return fail(*text.body.file, text.body.start,
                    "a second statement " + theory.symbols.quoted(text.name));
      theory.addStatement(statement);
    }
    return true;
  }

  /// Appends the definitions that `f` mentions.
  void mentions(Formula f, std::set<Symbol> &found) {
    std::vector<Formula> todo{f};
    while (!todo.empty()) {
      f = todo.back();
      todo.pop_back();
      auto words = theory.store.words(f);
      if (theory.store.is(f, FormulaStore::Kind::Atom)) {
        if (theory.definition(words[0]))
          found.insert(words[0]);
        continue;
      }
      if (theory.store.is(f, FormulaStore::Kind::Implication))
        words = words.first(2);
      todo.insert(todo.end(), words.begin(), words.end());
    }
  }

  /// Takes away definitions that mention only what is away already (Kahn,
  /// 1962), each mention looked at once.
  bool checkRecursion() {
    std::unordered_map<Symbol, std::vector<Symbol>> mentionedBy;
    std::map<Symbol, size_t> left; // How many that it mentions are not away.
    std::vector<Symbol> ready;
    for (const Definition &definition : theory.definitions) {
      std::set<Symbol> found;
      mentions(definition.body, found);
      for (Symbol other : found)
        mentionedBy[other].push_back(definition.name);
      left[definition.name] = found.size();
      if (found.empty())
        ready.push_back(definition.name);
    }
    while (!ready.empty()) {
      const Symbol away = ready.back();
      ready.pop_back();
      left.erase(away);
      for (Symbol name : mentionedBy[away])
        if (--left[name] == 0)
          ready.push_back(name);
    }
    if (left.empty())
      return true;
    error = files[0]->path + ":1:1: error: definition " +
            theory.symbols.quoted(left.begin()->first) + " is recursive";
    return false;
  }

  bool checkInductions() {
    for (const InductionForm &form : theory.inductions) {
      bool known = theory.constants.count(form.set);
      for (const Constructor &constructor : form.constructors)
        known &= theory.constants.count(constructor.name) > 0;
      if (known)
        continue;
      error = files[0]->path + ":1:1: error: the induction form for " +
              theory.symbols.quoted(form.set) +
              " names what is no constant of the theory";
      return false;
    }
    return true;
  }

  bool types(const std::string &path) {
    std::string clash;
    if (inferTheoryTypes(theory, clash))
      return true;
    error = path + ":1:1: error: types clash in " + clash;
    return false;
  }

  std::string &error;
  Theory &theory;
  FormulaParser parser;
  std::vector<std::unique_ptr<File>> files;
  std::map<std::string, bool> isBare;
  std::vector<std::string> open;
  const File *current = nullptr;
  Cursor cursor{nullptr, nullptr, true};
  std::vector<DefinitionText> definitions, theirDefinitions, repeated;
  std::vector<StatementText> statements, facts;
  Expression axioms;
};

} // namespace

bool mplverify::readTheory(const std::string &path, Theory &theory,
                           std::string &error) {
  if (!TheoryReader(theory, error).run(path))
    return false;
  supportInductions(theory);
  return true;
}
