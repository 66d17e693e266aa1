//===- Document.h - An open file and what is known of it --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TOOLS_MPL_LSP_SERVER_DOCUMENT_H
#define MPLC_TOOLS_MPL_LSP_SERVER_DOCUMENT_H

#include "mplc/Parse/Index.h"
#include "mplc/Parse/Parser.h"

#include "llvm/Support/JSON.h"
#include "llvm/Support/SourceMgr.h"

#include <memory>

namespace mplc::lsp {

namespace json = llvm::json;

/// Places are lines and UTF-16 columns from 0, as the protocol has them;
/// offsets are bytes.
class Document {
public:
  Document(std::string uri, std::string text,
           const std::vector<std::string> &libraryPaths);

  const std::string &getText() const { return text; }
  const Index &getIndex() const { return index; }
  /// The analysed module; null if the file has errors.
  const Module *getModule() const { return module.get(); }

  json::Array diagnostics() const;
  /// What a symbol is: its type in words, or its definition as terms.
  std::string describe(const IndexedSymbol &symbol) const;
  /// Where a symbol is defined, in this file or in an imported one; null if it
  /// is nowhere.
  json::Value definition(const IndexedSymbol &symbol) const;

  size_t offsetOf(const json::Object &position) const;
  json::Object positionOf(size_t offset) const;
  json::Object rangeOf(size_t begin, size_t end) const;

private:
  static json::Object positionIn(llvm::StringRef text, size_t offset);
  static void collect(const llvm::SMDiagnostic &diagnostic, void *document);

  std::string uri, path, text;
  llvm::SourceMgr sources;
  std::unique_ptr<Module> module;
  Index index;
  struct Message {
    llvm::SourceMgr::DiagKind kind;
    size_t offset; ///< In this file; 0 if it is about another one.
    std::string text;
    std::vector<std::pair<size_t, std::string>> notes;
  };
  std::vector<Message> messages;
};

/// The path of a `file:` URI.
std::string pathOf(llvm::StringRef uri);
std::string uriOf(llvm::StringRef path);

/// Runs one conjecture of a module by itself, with the compiler `mplc`, for at
/// most `seconds`: the verdict for people.
std::string prove(Module &module, llvm::StringRef conjecture,
                  llvm::StringRef mplc, unsigned seconds);

} // namespace mplc::lsp

#endif // MPLC_TOOLS_MPL_LSP_SERVER_DOCUMENT_H
