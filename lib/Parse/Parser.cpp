//===- Parser.cpp - A file with everything that it imports ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Imports are followed depth first; each file is read once, known by its real
// path, and a file that is reached while it is still being read closes a cycle.
// Only a file that holds one bare expression may be read again: every name and
// parameter list that it is imported under makes a definition of its own.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"

#include "Desugar.h"
#include "Diagnostics.h"
#include "FileParser.h"
#include "ImportTheorems.h"
#include "Lexer.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"

#include <set>

using namespace mplc;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace {

constexpr uint64_t maxFileSize = 64 << 20;
constexpr unsigned maxImportDepth = 100;
constexpr unsigned maxFiles = 10000;

class Loader {
public:
  Loader(llvm::SourceMgr &sources, const ParseOptions &options)
      : sources(sources), options(options), diagnostics(sources) {}

  std::unique_ptr<Module> run() {
    const llvm::MemoryBuffer *buffer =
        sources.getMemoryBuffer(sources.getNumBuffers());
    std::string name = buffer->getBufferIdentifier().str();
    module->path = name;
    module->libraryPaths = options.libraryPaths;
    llvm::SmallString<128> real;
    if (fs::real_path(name, real))
      real = name;
    open.push_back({real.str().str(), name});
    File file = parseFile(buffer->getBuffer(), diagnostics);
    loadImports(file, name);
    std::vector<Theorems> theorems = loadTheorems(file, name);
    for (Conjecture &conjecture : file.conjectures)
      if (!conjecture.provedIn.empty())
        conjecture.provedIn = absolute(conjecture.provedIn, name);
    size_t imported = module->definitions.size();
    if (file.bareExpression)
      addBare(std::move(file.bareExpression), definitionName(name), nullptr);
    take(file, *module);
    renameImported(imported);
    if (!diagnostics.hadError())
      desugar(*module, diagnostics);
    if (!diagnostics.hadError())
      for (Theorems &each : theorems)
        importTheorems(*module, each, diagnostics);
    if (diagnostics.hadError())
      return nullptr;
    return std::move(module);
  }

private:
  struct Reading {
    std::string real;  ///< What the file is known by.
    std::string shown; ///< What it was called.
  };

  /// The stem of the file as a name; what cannot stand in one becomes `_`.
  static std::string definitionName(llvm::StringRef file) {
    std::string stem = path::stem(file).str();
    if (file.empty() || file.starts_with("<") || file == "-")
      stem = "main";
    if (isName(stem) && isIdentifier(stem))
      return stem;
    for (char &c : stem)
      if (!llvm::isAlnum(c))
        c = '_';
    return stem.empty() ? "main" : stem;
  }

  void loadImports(const File &file, llvm::StringRef importer) {
    for (const Import &import : file.imports)
      load(import, importer);
  }

  void load(const Import &import, llvm::StringRef importer) {
    if (!options.followImports) {
      diagnostics.error(import.loc, "imports are not allowed here");
      return;
    }
    llvm::SmallString<128> shown = locate(import, importer), real;
    auto cannotOpen = [&](llvm::StringRef reason) {
      diagnostics.error(import.loc, "cannot import '" + llvm::Twine(shown) +
                                        "': " + reason);
    };
    if (llvm::StringRef(import.path).contains('\0'))
      return cannotOpen("the path holds a zero byte");
    fs::file_status status;
    if (std::error_code error = fs::status(shown, status))
      return cannotOpen(error.message());
    if (!fs::is_regular_file(status))
      return cannotOpen("it is no regular file");
    if (status.getSize() > maxFileSize)
      return cannotOpen("it is larger than 64 MB");
    if (std::error_code error = fs::real_path(shown, real))
      return cannotOpen(error.message());
    if (!checkCycle(import, real))
      return;
    if (open.size() > maxImportDepth)
      return cannotOpen("imports nest more than 100 files deep");

    std::string key = real.str().str();
    auto known = isBare.find(key);
    if (known != isBare.end()) {
      if (!known->second) {
        if (import.name)
          noName(import);
        return;
      }
      if (instances.contains(instanceKey(key, import)))
        return;
    }
    if (++numFiles > maxFiles)
      return cannotOpen("more than 10000 files are imported");

    auto buffer = llvm::MemoryBuffer::getFile(shown, /*IsText=*/false);
    if (!buffer)
      return cannotOpen(buffer.getError().message());
    llvm::StringRef text = (*buffer)->getBuffer();
    sources.AddNewSourceBuffer(std::move(*buffer), import.loc);
    open.push_back({key, shown.str().str()});
    File imported = parseFile(text, diagnostics);
    isBare[key] = imported.bareExpression != nullptr;
    loadImports(imported, shown);
    open.pop_back();

    if (imported.bareExpression) {
      instances.insert(instanceKey(key, import));
      addBare(std::move(imported.bareExpression), definitionName(shown),
              &import);
      return;
    }
    if (import.name)
      noName(import);
    addDefinitions(imported);
    if (imported.theory) {
      takeDeclarations(imported);
      Definition &theory = module->definitions.emplace_back();
      theory.id = imported.theory->id;
      theory.parameters = imported.theory->constants;
      theory.theory = std::make_shared<Theory>(std::move(*imported.theory));
    }
  }

  /// A path in `importer`, from the root.
  std::string absolute(llvm::StringRef name, llvm::StringRef importer) const {
    llvm::SmallString<128> shown = locate({name.str(), {}}, importer), real;
    if (fs::real_path(shown, real))
      real = shown;
    return real.str().str();
  }

  std::vector<Theorems> loadTheorems(File &file, llvm::StringRef importer) {
    std::vector<Theorems> result;
    for (TheoremImport &import : file.theoremImports)
      if (std::unique_ptr<Module> module = readTheorems(import, importer))
        result.push_back({import, std::move(module),
                          absolute(import.file.path, importer)});
    return result;
  }

  /// A file as runs write it: it imports nothing.
  std::unique_ptr<Module> readTheorems(const TheoremImport &import,
                                       llvm::StringRef importer) {
    auto refuse = [&](const llvm::Twine &reason) {
      diagnostics.error(import.file.loc, reason);
      return nullptr;
    };
    if (!options.followImports)
      return refuse("imports are not allowed here");
    if (llvm::StringRef(import.file.path).contains('\0'))
      return refuse("the path holds a zero byte");
    const llvm::SmallString<128> shown = locate(import.file, importer);
    fs::file_status status;
    std::error_code error = fs::status(shown, status);
    if (error || !fs::is_regular_file(status) ||
        status.getSize() > maxFileSize)
      return refuse("cannot import '" + llvm::Twine(shown) + "': " +
                    (error                           ? error.message()
                     : fs::is_regular_file(status) ? "it is larger than 64 MB"
                                                   : "it is no regular file"));
    auto buffer = llvm::MemoryBuffer::getFile(shown, /*IsText=*/false);
    if (!buffer)
      return refuse("cannot import '" + llvm::Twine(shown) +
                    "': " + buffer.getError().message());
    llvm::StringRef text = (*buffer)->getBuffer();
    sources.AddNewSourceBuffer(std::move(*buffer), import.file.loc);
    File read = parseFile(text, diagnostics);
    if (diagnostics.hadError())
      return nullptr;
    if (!read.imports.empty() || !read.theoremImports.empty() || !read.theory)
      return refuse("'" + import.file.path +
                    "' is no file of theorems that a run wrote");
    auto result = std::make_unique<Module>();
    take(read, *result);
    desugar(*result, diagnostics);
    return result;
  }

  static void take(File &file, Module &module) {
    for (Definition &definition : file.definitions)
      module.definitions.push_back(std::move(definition));
    takeDeclarations(file);
    module.theory = std::move(file.theory);
    module.inductions = std::move(file.inductions);
    module.explores = std::move(file.explores);
    module.conjectures = std::move(file.conjectures);
    module.facts = std::move(file.facts);
  }

  /// Where an imported file is; the first place looked at if it is nowhere.
  llvm::SmallString<128> locate(const Import &import,
                                llvm::StringRef importer) const {
    std::vector<llvm::SmallString<128>> places;
    if (!import.isLibrary || path::is_absolute(import.path)) {
      llvm::SmallString<128> &place = places.emplace_back();
      if (path::is_relative(import.path))
        place = folderOf(importer);
      path::append(place, import.path);
    }
    for (const std::string &folder : options.libraryPaths) {
      llvm::SmallString<128> &place = places.emplace_back(folder);
      path::append(place, import.path);
      if (import.isLibrary && !path::has_extension(import.path))
        place += ".mpl";
    }
    for (const llvm::SmallString<128> &place : places)
      if (fs::exists(place))
        return place;
    if (!places.empty())
      return places[0];
    return llvm::SmallString<128>(import.path);
  }

  /// The folder that a file's imports start from: that of its target, if it is
  /// a link.
  static llvm::SmallString<128> folderOf(llvm::StringRef file) {
    llvm::SmallString<128> target;
    if (fs::is_symlink_file(file) && !fs::real_path(file, target))
      return llvm::SmallString<128>(path::parent_path(target));
    return llvm::SmallString<128>(path::parent_path(file));
  }

  bool checkCycle(const Import &import, llvm::StringRef real) {
    for (size_t i = 0; i < open.size(); ++i) {
      if (open[i].real != real)
        continue;
      std::string chain;
      for (size_t k = i; k < open.size(); ++k)
        chain += "'" + open[k].shown + "' imports ";
      diagnostics.error(import.loc,
                        "import cycle: " + chain + "'" + open[i].shown + "'");
      return false;
    }
    return true;
  }

  void noName(const Import &import) {
    diagnostics.error(
        import.name->loc,
        "'as' names a file that holds one bare expression, and '" +
            import.path + "' does not");
  }

  static std::string instanceKey(llvm::StringRef real, const Import &import) {
    // No name holds a line break or a comma.
    std::string key = real.str();
    if (import.name) {
      key += "\n" + import.name->name;
      for (const Parameter &parameter : import.parameters)
        key += "," + parameter.id.name;
    }
    return key;
  }

  /// A statement may be called like a definition of an import: the definition
  /// gets another name in this module, with a prime.
  void renameImported(size_t count) {
    llvm::StringSet<> names;
    for (const Definition &definition : module->definitions)
      names.insert(definition.id.name);
    llvm::StringMap<std::string> renamed;
    for (const Conjecture &conjecture : module->conjectures) {
      auto end = module->definitions.begin() + long(count);
      auto it = std::find_if(module->definitions.begin(), end,
                             [&](const Definition &definition) {
                               return definition.id.name == conjecture.id.name;
                             });
      if (it == end)
        continue;
      std::string name = it->id.name;
      do
        name += "'";
      while (!names.insert(name).second);
      renamed[it->id.name] = name;
      it->id.name = name;
    }
    if (!renamed.empty())
      renameCalls(renamed);
  }

  void renameCalls(const llvm::StringMap<std::string> &renamed) {
    std::set<const Syntax *> seen; // Trees may be shared.
    auto rename = [&](const SyntaxPtr &syntax) {
      if (syntax && seen.insert(syntax.get()).second)
        renameCalls(*syntax, renamed);
    };
    auto renameTheory = [&](Theory &theory) {
      llvm::for_each(theory.syntax, rename);
      for (const Declaration &declaration : theory.declarations)
        llvm::for_each(declaration.clauses, rename);
    };
    for (Definition &definition : module->definitions) {
      rename(definition.syntax);
      if (definition.theory)
        renameTheory(*definition.theory);
    }
    if (module->theory)
      renameTheory(*module->theory);
    for (const Conjecture &conjecture : module->conjectures)
      rename(conjecture.syntax);
    for (Explore &explore : module->explores)
      for (Identifier &symbol : explore.symbols)
        if (auto it = renamed.find(symbol.name); it != renamed.end())
          symbol.name = it->second;
  }

  static void renameCalls(Syntax &syntax,
                          const llvm::StringMap<std::string> &renamed) {
    if (syntax.kind == Syntax::Kind::Atom)
      if (auto it = renamed.find(syntax.name); it != renamed.end())
        syntax.name = it->second;
    for (const SyntaxPtr &operand : syntax.operands)
      renameCalls(*operand, renamed);
  }

  static void takeDeclarations(File &file) {
    if (file.theory)
      file.theory->declarations = std::move(file.declarations);
  }

  void addBare(SyntaxPtr expr, llvm::StringRef name, const Import *import) {
    Definition definition;
    if (import && import->name) {
      definition.id = *import->name;
      definition.parameters = import->parameters;
    } else {
      definition.id = {name.str(), expr->loc};
      for (Identifier &free : freeNames(*expr))
        definition.parameters.push_back({std::move(free), nullptr});
    }
    definition.syntax = std::move(expr);
    definition.isBare = true;
    module->definitions.push_back(std::move(definition));
  }

  void addDefinitions(File &file) {
    for (Definition &definition : file.definitions)
      module->definitions.push_back(std::move(definition));
  }

  llvm::SourceMgr &sources;
  const ParseOptions &options;
  Diagnostics diagnostics;
  std::unique_ptr<Module> module = std::make_unique<Module>();
  std::vector<Reading> open;
  llvm::StringMap<bool> isBare; ///< The files read, by real path.
  llvm::StringSet<> instances;  ///< The bare expressions read.
  unsigned numFiles = 0;
};

} // namespace

std::unique_ptr<Module> mplc::parse(llvm::SourceMgr &sources,
                                    const ParseOptions &options) {
  return Loader(sources, options).run();
}
