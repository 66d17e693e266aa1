//===- Server.cpp - Requests and notifications of the protocol ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Language Server Protocol 3.17 over LLVM's transport. Documents come whole at
// every change and are read anew, which takes milliseconds. Requests are answered
// one after the other.
//
//===----------------------------------------------------------------------===//

#include "Server.h"

#include "Document.h"

#include "mplc/Parse/Format.h"

#include "llvm/ADT/StringMap.h"

using namespace mplc;
using namespace mplc::lsp;
using llvm::lsp::Callback;

namespace {

/// Parameters as they come.
struct Raw {
  json::Value value = nullptr;

  const json::Object &object() const {
    static const json::Object none;
    const json::Object *object = value.getAsObject();
    return object ? *object : none;
  }
  std::string uri() const {
    const json::Object *document = object().getObject("textDocument");
    return document ? document->getString("uri").value_or("").str() : "";
  }
};

bool fromJSON(const json::Value &value, Raw &raw, json::Path) {
  raw.value = value;
  return true;
}

constexpr const char *tokenTypes[] = {"keyword", "variable", "parameter",
                                      "enumMember", "function", "property",
                                      "string", "number", "comment"};

class Server {
public:
  Server(llvm::lsp::JSONTransport &transport, const ServerOptions &options)
      : handler(transport), transport(transport), options(options),
        publish(handler.outgoingNotification<json::Value>(
            "textDocument/publishDiagnostics")),
        show(handler.outgoingNotification<json::Value>("window/showMessage")) {
    auto method = [&](llvm::StringLiteral name, auto function) {
      handler.method<Raw, json::Value>(name, this, function);
    };
    auto notification = [&](llvm::StringLiteral name, auto function) {
      handler.notification<Raw>(name, this, function);
    };
    method("initialize", &Server::initialize);
    method("shutdown", &Server::shutdown);
    method("textDocument/hover", &Server::hover);
    method("textDocument/definition", &Server::definition);
    method("textDocument/references", &Server::references);
    method("textDocument/rename", &Server::rename);
    method("textDocument/completion", &Server::completion);
    method("textDocument/documentSymbol", &Server::documentSymbol);
    method("textDocument/formatting", &Server::formatting);
    method("textDocument/rangeFormatting", &Server::rangeFormatting);
    method("textDocument/semanticTokens/full", &Server::semanticTokens);
    method("textDocument/codeLens", &Server::codeLens);
    method("workspace/executeCommand", &Server::executeCommand);
    notification("initialized", &Server::ignore);
    notification("textDocument/didOpen", &Server::didOpen);
    notification("textDocument/didChange", &Server::didChange);
    notification("textDocument/didClose", &Server::didClose);
    notification("textDocument/didSave", &Server::ignore);
  }

  int run() {
    if (llvm::Error error = transport.run(handler)) {
      llvm::lsp::Logger::error("{0}", llvm::toString(std::move(error)));
      return 1;
    }
    return wasShutDown ? 0 : 1;
  }

private:
  using Reply = Callback<json::Value>;

  //===--- Life -----------------------------------------------------------===//

  void initialize(const Raw &, Reply reply) {
    json::Array types;
    for (const char *type : tokenTypes)
      types.push_back(type);
    reply(json::Object{
        {"capabilities",
         json::Object{
             {"textDocumentSync", json::Object{{"openClose", true},
                                               {"change", 1}}},
             {"hoverProvider", true},
             {"definitionProvider", true},
             {"referencesProvider", true},
             {"renameProvider", true},
             {"completionProvider", json::Object{}},
             {"documentSymbolProvider", true},
             {"documentFormattingProvider", true},
             {"documentRangeFormattingProvider", true},
             {"codeLensProvider", json::Object{{"resolveProvider", false}}},
             {"executeCommandProvider",
              json::Object{{"commands", json::Array{"mpl.prove"}}}},
             {"semanticTokensProvider",
              json::Object{
                  {"legend", json::Object{{"tokenTypes", std::move(types)},
                                          {"tokenModifiers", json::Array{}}}},
                  {"full", true}}}}},
        {"serverInfo", json::Object{{"name", "mpl-lsp-server"},
                                    {"version", MPLC_VERSION}}}});
  }

  void shutdown(const Raw &, Reply reply) {
    wasShutDown = true;
    reply(nullptr);
  }

  void ignore(const Raw &) {}

  //===--- Documents ------------------------------------------------------===//

  void open(const std::string &uri, llvm::StringRef text) {
    auto document =
        std::make_unique<Document>(uri, text.str(), options.libraryPaths);
    publish(json::Object{{"uri", uri},
                         {"diagnostics", document->diagnostics()}});
    documents[uri] = std::move(document);
  }

  void didOpen(const Raw &raw) {
    const json::Object *document = raw.object().getObject("textDocument");
    if (document)
      open(raw.uri(), document->getString("text").value_or(""));
  }

  void didChange(const Raw &raw) {
    const json::Array *changes = raw.object().getArray("contentChanges");
    if (!changes || changes->empty())
      return;
    const json::Object *last = changes->back().getAsObject();
    if (last)
      open(raw.uri(), last->getString("text").value_or(""));
  }

  void didClose(const Raw &raw) {
    documents.erase(raw.uri());
    publish(json::Object{{"uri", raw.uri()}, {"diagnostics", json::Array{}}});
  }

  const Document *find(const Raw &raw) const {
    auto it = documents.find(raw.uri());
    return it == documents.end() ? nullptr : it->second.get();
  }

  /// The occurrence at the position that a request is about.
  const Occurrence *occurrence(const Document *document,
                               const Raw &raw) const {
    const json::Object *position = raw.object().getObject("position");
    return document && position
               ? document->getIndex().at(document->offsetOf(*position))
               : nullptr;
  }

  const IndexedSymbol &symbolOf(const Document &document,
                                const Occurrence &occurrence) const {
    return document.getIndex().symbols[occurrence.symbol];
  }

  //===--- Names ----------------------------------------------------------===//

  void hover(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    const Occurrence *at = occurrence(document, raw);
    if (!at)
      return reply(nullptr);
    reply(json::Object{
        {"contents",
         json::Object{{"kind", "markdown"},
                      {"value",
                       document->describe(symbolOf(*document, *at))}}},
        {"range", document->rangeOf(at->offset, at->offset + at->length)}});
  }

  void definition(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    const Occurrence *at = occurrence(document, raw);
    if (!at)
      return reply(nullptr);
    reply(document->definition(symbolOf(*document, *at)));
  }

  void references(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    const Occurrence *at = occurrence(document, raw);
    json::Array result;
    if (at)
      for (const Occurrence &each : document->getIndex().occurrences)
        if (each.symbol == at->symbol)
          result.push_back(json::Object{
              {"uri", raw.uri()},
              {"range",
               document->rangeOf(each.offset, each.offset + each.length)}});
    reply(std::move(result));
  }

  void rename(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    const Occurrence *at = occurrence(document, raw);
    const std::string name =
        raw.object().getString("newName").value_or("").str();
    auto refuse = [&](const llvm::Twine &message) {
      reply(llvm::make_error<llvm::lsp::LSPError>(
          message.str(), llvm::lsp::ErrorCode::RequestFailed));
    };
    if (!at)
      return refuse("there is no name here");
    const IndexedSymbol &symbol = symbolOf(*document, *at);
    if (symbol.kind == IndexedSymbol::Kind::Primitive ||
        symbol.kind == IndexedSymbol::Kind::External)
      return refuse("'" + symbol.name + "' is not defined in this file");
    if (!isNameOfLanguage(name))
      return refuse("'" + name + "' is no name");
    for (const IndexedSymbol &other : document->getIndex().symbols)
      if (other.name == name)
        return refuse("'" + name + "' is used in this file already");
    json::Array edits;
    for (const Occurrence &each : document->getIndex().occurrences)
      if (each.symbol == at->symbol)
        edits.push_back(json::Object{
            {"range",
             document->rangeOf(each.offset, each.offset + each.length)},
            {"newText", name}});
    reply(json::Object{
        {"changes", json::Object{{raw.uri(), std::move(edits)}}}});
  }

  void completion(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    json::Array items;
    llvm::StringMap<bool> seen;
    auto add = [&](llvm::StringRef name, int kind, llvm::StringRef detail) {
      if (seen.try_emplace(name, true).second)
        items.push_back(json::Object{{"label", name.str()},
                                     {"kind", kind},
                                     {"detail", detail.str()}});
    };
    constexpr int functionKind = 3, variableKind = 6, keywordKind = 14,
                  constantKind = 21;
    if (document) {
      if (const Module *module = document->getModule()) {
        if (module->theory)
          for (const Parameter &constant : module->theory->constants)
            add(constant.id.name, constantKind,
                constant.type ? constant.type->words() : "");
        for (const Definition &definition : module->definitions)
          add(definition.id.name, functionKind, "definition");
      }
      for (const IndexedSymbol &symbol : document->getIndex().symbols)
        if (symbol.kind != IndexedSymbol::Kind::Statement &&
            symbol.kind != IndexedSymbol::Kind::Exploration)
          add(symbol.name, variableKind, "");
    }
    for (const char *word :
         {"import", "define", "theory", "datatype", "function", "relation",
          "set", "constant", "induction", "explore", "conjecture", "assume",
          "fact", "and", "or", "not", "implies", "iff", "forall", "exists",
          "unique", "in"})
      add(word, keywordKind, "");
    reply(std::move(items));
  }

  void documentSymbol(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    json::Array result;
    constexpr int classKind = 5, functionKind = 12, constantKind = 14,
                  eventKind = 24;
    if (document)
      for (const IndexedForm &form : document->getIndex().forms) {
        int kind = form.keyword == "theory"       ? classKind
                   : form.keyword == "define"     ? functionKind
                   : form.keyword == "conjecture" ? eventKind
                                                  : constantKind;
        std::string name = form.name.empty() ? form.keyword : form.name;
        result.push_back(json::Object{
            {"name", name},
            {"detail", form.keyword},
            {"kind", kind},
            {"range", document->rangeOf(form.begin, form.end)},
            {"selectionRange",
             document->rangeOf(form.nameOffset, form.nameOffset)}});
      }
    reply(std::move(result));
  }

  //===--- Layout and colours ---------------------------------------------===//

  void replyFormatted(const Document *document,
                      std::optional<LineRange> range, Reply reply) {
    if (!document)
      return reply(nullptr);
    llvm::SourceMgr sources;
    sources.setDiagHandler([](const llvm::SMDiagnostic &, void *) {}, nullptr);
    sources.AddNewSourceBuffer(
        llvm::MemoryBuffer::getMemBufferCopy(document->getText()),
        llvm::SMLoc());
    std::optional<std::string> text =
        range ? formatRange(sources, *range) : format(sources);
    if (!text || *text == document->getText())
      return reply(json::Array{});
    reply(json::Array{json::Object{
        {"range", document->rangeOf(0, document->getText().size())},
        {"newText", *text}}});
  }

  void formatting(const Raw &raw, Reply reply) {
    replyFormatted(find(raw), std::nullopt, std::move(reply));
  }

  void rangeFormatting(const Raw &raw, Reply reply) {
    auto line = [&](const char *end) {
      const json::Object *range = raw.object().getObject("range");
      const json::Object *at = range ? range->getObject(end) : nullptr;
      return unsigned(at ? at->getInteger("line").value_or(0) : 0) + 1;
    };
    replyFormatted(find(raw), LineRange{line("start"), line("end")},
                   std::move(reply));
  }

  void semanticTokens(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    json::Array data;
    int64_t lastLine = 0, lastColumn = 0;
    auto write = [&](size_t begin, size_t end, Word::Kind kind) {
      json::Object start = document->positionOf(begin);
      json::Object stop = document->positionOf(end);
      int64_t line = *start.getInteger("line");
      int64_t column = *start.getInteger("character");
      data.push_back(line - lastLine);
      data.push_back(line == lastLine ? column - lastColumn : column);
      data.push_back(*stop.getInteger("character") - column);
      data.push_back(int64_t(kind));
      data.push_back(0);
      lastLine = line;
      lastColumn = column;
    };
    if (document)
      for (const Word &word :
           classifyWords(document->getText(), document->getIndex())) {
        // No token goes over the end of a line.
        size_t begin = word.offset, end = word.offset + word.length;
        while (begin < end) {
          size_t stop = std::min(end, document->getText().find('\n', begin));
          if (stop > begin)
            write(begin, stop, word.kind);
          begin = stop + 1;
        }
      }
    reply(json::Object{{"data", std::move(data)}});
  }

  //===--- Proofs ---------------------------------------------------------===//

  void codeLens(const Raw &raw, Reply reply) {
    const Document *document = find(raw);
    json::Array result;
    if (document)
      for (const IndexedForm &form : document->getIndex().forms)
        if (form.keyword == "conjecture" && !form.name.empty())
          result.push_back(json::Object{
              {"range", document->rangeOf(form.begin, form.end)},
              {"command",
               json::Object{{"title", "prove"},
                            {"command", "mpl.prove"},
                            {"arguments", json::Array{raw.uri(), form.name}}}}});
    reply(std::move(result));
  }

  void executeCommand(const Raw &raw, Reply reply) {
    const json::Array *arguments = raw.object().getArray("arguments");
    if (raw.object().getString("command") != "mpl.prove" || !arguments ||
        arguments->size() != 2 || !(*arguments)[0].getAsString() ||
        !(*arguments)[1].getAsString())
      return reply(llvm::make_error<llvm::lsp::LSPError>(
          "unknown command", llvm::lsp::ErrorCode::InvalidParams));
    const std::string uri = (*arguments)[0].getAsString()->str();
    const std::string name = (*arguments)[1].getAsString()->str();
    auto it = documents.find(uri);
    std::string verdict = "the file has errors";
    if (it != documents.end() && it->second->getModule()) {
      // By itself, in a copy, as the document stays what it is.
      Document copy(uri, it->second->getText(), options.libraryPaths);
      verdict = prove(*const_cast<Module *>(copy.getModule()), name,
                      options.compiler, options.seconds);
    }
    show(json::Object{{"type", 3}, {"message", name + ": " + verdict}});
    reply(json::Object{{"name", name}, {"verdict", verdict}});
  }

  llvm::lsp::MessageHandler handler;
  llvm::lsp::JSONTransport &transport;
  const ServerOptions &options;
  llvm::lsp::OutgoingNotification<json::Value> publish, show;
  llvm::StringMap<std::unique_ptr<Document>> documents;
  bool wasShutDown = false;
};

} // namespace

int mplc::lsp::serve(llvm::lsp::JSONTransport &transport,
                     const ServerOptions &options) {
  return Server(transport, options).run();
}
