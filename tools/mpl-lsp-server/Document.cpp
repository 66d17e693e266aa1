//===- Document.cpp - An open file and what is known of it ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Document.h"

#include "mplc/Parse/TermPrinter.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"

using namespace mplc;
using namespace mplc::lsp;

std::string mplc::lsp::pathOf(llvm::StringRef uri) {
  if (!uri.consume_front("file://"))
    return "untitled.mpl";
  std::string path;
  for (size_t i = 0; i < uri.size(); ++i) {
    unsigned byte;
    if (uri[i] == '%' && !uri.substr(i + 1, 2).getAsInteger(16, byte)) {
      path += char(byte);
      i += 2;
    } else {
      path += uri[i];
    }
  }
  return path;
}

std::string mplc::lsp::uriOf(llvm::StringRef path) {
  std::string uri = "file://";
  for (char c : path)
    if (llvm::isAlnum(c) || llvm::StringRef("/-._~").contains(c))
      uri += c;
    else
      uri += "%" + llvm::toHex(llvm::StringRef(&c, 1));
  return uri;
}

Document::Document(std::string uriText, std::string content,
                   const std::vector<std::string> &libraryPaths)
    : uri(std::move(uriText)), path(pathOf(uri)), text(std::move(content)) {
  sources.setDiagHandler(collect, this);
  sources.AddNewSourceBuffer(llvm::MemoryBuffer::getMemBufferCopy(text, path),
                             llvm::SMLoc());
  ParseOptions options;
  options.libraryPaths = libraryPaths;
  module = parse(sources, options);
  if (module && !analyse(*module, sources))
    module = nullptr;
  index = indexFile(text);
}

void Document::collect(const llvm::SMDiagnostic &diagnostic, void *document) {
  Document &self = *static_cast<Document *>(document);
  const llvm::SourceMgr &sources = self.sources;
  std::string message = diagnostic.getMessage().str();
  size_t offset = 0;
  unsigned buffer = sources.FindBufferContainingLoc(diagnostic.getLoc());
  if (buffer == sources.getMainFileID())
    offset = size_t(diagnostic.getLoc().getPointer() -
                    sources.getMemoryBuffer(buffer)->getBufferStart());
  else
    message = (diagnostic.getFilename() + ":" +
               llvm::Twine(diagnostic.getLineNo()) + ": " + message)
                  .str();
  if (diagnostic.getKind() == llvm::SourceMgr::DK_Note &&
      !self.messages.empty()) {
    self.messages.back().notes.push_back({offset, message});
    return;
  }
  self.messages.push_back({diagnostic.getKind(), offset, message, {}});
}

json::Array Document::diagnostics() const {
  json::Array result;
  for (const Message &message : messages) {
    const Occurrence *word = index.at(message.offset);
    size_t end = word && word->offset == message.offset
                     ? word->offset + word->length
                     : std::min(message.offset + 1, text.size());
    json::Array notes;
    for (const auto &[offset, note] : message.notes)
      notes.push_back(json::Object{
          {"location", json::Object{{"uri", uri},
                                    {"range", rangeOf(offset, offset)}}},
          {"message", note}});
    result.push_back(json::Object{
        {"range", rangeOf(message.offset, end)},
        {"severity", message.kind == llvm::SourceMgr::DK_Warning ? 2 : 1},
        {"source", "mpl"},
        {"message", message.text},
        {"relatedInformation", std::move(notes)}});
  }
  return result;
}

std::string Document::describe(const IndexedSymbol &symbol) const {
  using Kind = IndexedSymbol::Kind;
  auto typed = [&](const char *what, const std::vector<Parameter> &parameters) {
    for (const Parameter &parameter : parameters)
      if (parameter.id.name == symbol.name && parameter.type)
        return std::string(what) + " `" + symbol.name + "`: " +
               parameter.type->words();
    return std::string(what) + " `" + symbol.name + "`";
  };
  switch (symbol.kind) {
  case Kind::Constant:
    if (module && module->theory)
      return typed("constant", module->theory->constants);
    return "constant `" + symbol.name + "`";
  case Kind::Parameter:
    return "parameter `" + symbol.name + "`";
  case Kind::Variable:
    return "variable `" + symbol.name + "`";
  case Kind::Primitive:
    return symbol.name == "in"
               ? "`(in[x,S])`: x is an element of S"
               : "`(" + symbol.name +
                     "[...,f])`: the function or relation f, inputs first";
  case Kind::Theory:
    return "theory `" + symbol.name + "`";
  case Kind::Exploration:
    return "exploration `" + symbol.name + "`";
  case Kind::Statement:
    if (module)
      for (const Conjecture &conjecture : module->conjectures)
        if (conjecture.id.name == symbol.name)
          return std::string(conjecture.assumed ? "assumption"
                                                : "conjecture") +
                 " `" + symbol.name + "`\n```mpl\n" +
                 TermPrinter(*module).statement(*conjecture.statement) +
                 "\n```\nIn the core:\n```mpl\n" +
                 toString(*conjecture.statement) + "\n```";
    return "statement `" + symbol.name + "`";
  case Kind::Definition:
  case Kind::External:
    if (module)
      for (const Definition &definition : module->definitions)
        if (definition.id.name == symbol.name)
          return "```mpl\n" + TermPrinter(*module).definition(definition) +
                 "```";
    return "definition `" + symbol.name + "`";
  }
  return "";
}

json::Value Document::definition(const IndexedSymbol &symbol) const {
  using Kind = IndexedSymbol::Kind;
  if (symbol.kind == Kind::Primitive)
    return nullptr;
  if (symbol.kind != Kind::External)
    return json::Object{
        {"uri", uri},
        {"range", rangeOf(symbol.place, symbol.place + symbol.name.size())}};
  if (!module)
    return nullptr;
  for (const Definition &definition : module->definitions) {
    if (definition.id.name != symbol.name || !definition.id.loc.isValid())
      continue;
    unsigned buffer = sources.FindBufferContainingLoc(definition.id.loc);
    if (buffer == 0)
      return nullptr;
    const llvm::MemoryBuffer *file = sources.getMemoryBuffer(buffer);
    size_t offset =
        size_t(definition.id.loc.getPointer() - file->getBufferStart());
    json::Object start = positionIn(file->getBuffer(), offset);
    json::Object stop =
        positionIn(file->getBuffer(), offset + symbol.name.size());
    return json::Object{
        {"uri", uriOf(file->getBufferIdentifier())},
        {"range", json::Object{{"start", std::move(start)},
                               {"end", std::move(stop)}}}};
  }
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

/// The number of UTF-16 units that a character starts which begins with `byte`.
static unsigned unitsOf(char byte) {
  auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0) == 0x80)
    return 0; // Not the first byte of a character.
  return value >= 0xF0 ? 2 : 1;
}

json::Object Document::positionIn(llvm::StringRef text, size_t offset) {
  llvm::StringRef before = text.take_front(offset);
  size_t start = before.rfind('\n') + 1;
  unsigned column = 0;
  for (char c : before.drop_front(start))
    column += unitsOf(c);
  return json::Object{{"line", int64_t(before.count('\n'))},
                      {"character", int64_t(column)}};
}

json::Object Document::positionOf(size_t offset) const {
  return positionIn(text, offset);
}

json::Object Document::rangeOf(size_t begin, size_t end) const {
  return json::Object{{"start", positionOf(begin)}, {"end", positionOf(end)}};
}

size_t Document::offsetOf(const json::Object &position) const {
  int64_t line = position.getInteger("line").value_or(0);
  int64_t character = position.getInteger("character").value_or(0);
  size_t offset = 0;
  for (; line > 0; --line) {
    size_t next = text.find('\n', offset);
    if (next == std::string::npos)
      return text.size();
    offset = next + 1;
  }
  while (offset < text.size() && text[offset] != '\n' && character > 0) {
    character -= unitsOf(text[offset++]);
    while (offset < text.size() && unitsOf(text[offset]) == 0)
      ++offset;
  }
  return offset;
}
