//===- Prove.cpp - One conjecture, run by itself --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Document.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"

using namespace mplc;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

/// The verdict that a run has written for `conjecture`.
static std::string verdictOf(llvm::StringRef results,
                             llvm::StringRef conjecture) {
  auto file = llvm::MemoryBuffer::getFile(results);
  if (!file)
    return "the run wrote no results";
  llvm::Expected<llvm::json::Value> value =
      llvm::json::parse((*file)->getBuffer());
  if (!value) {
    llvm::consumeError(value.takeError());
    return "the results cannot be read";
  }
  const llvm::json::Object *root = value->getAsObject();
  const llvm::json::Array *all =
      root ? root->getArray("conjectures") : nullptr;
  if (all)
    for (const llvm::json::Value &each : *all) {
      const llvm::json::Object *entry = each.getAsObject();
      if (!entry || entry->getString("name") != conjecture)
        continue;
      std::string verdict = entry->getString("status").value_or("open").str();
      if (auto method = entry->getString("method"))
        verdict += " (" + method->str() + ")";
      return verdict;
    }
  return "no verdict";
}

std::string mplc::lsp::prove(Module &module, llvm::StringRef conjecture,
                             llvm::StringRef compiler, unsigned seconds) {
  auto at = llvm::find_if(module.conjectures, [&](const Conjecture &each) {
    return each.id.name == conjecture && !each.assumed;
  });
  if (at == module.conjectures.end())
    return "no conjecture of this name";
  llvm::SmallString<128> folder;
  if (fs::createUniqueDirectory("mpl-prove", folder))
    return "cannot make a temporary folder";
  llvm::scope_exit clean([&] { fs::remove_directories(folder); });
  auto in = [&](const char *name) {
    llvm::SmallString<128> file(folder);
    path::append(file, name);
    return file.str().str();
  };
  const std::string file = in("goal.mpl"), out = in("goal.out");
  {
    std::error_code error;
    llvm::raw_fd_ostream os(file, error);
    if (error)
      return "cannot write a temporary file";
    printTheory(module, os);
    os << "(conjecture " << conjecture << ' ' << toString(*at->statement)
       << ")\n";
  }
  const std::string limit = std::to_string(seconds), log = in("log");
  const std::vector<llvm::StringRef> arguments{
      compiler, "run", "-O0", file, "--time-limit", limit, "--out", out};
  std::string message;
  const std::optional<llvm::StringRef> redirects[] = {llvm::StringRef(""),
                                                      llvm::StringRef(log),
                                                      llvm::StringRef(log)};
  llvm::sys::ExecuteAndWait(compiler, arguments, std::nullopt, redirects,
                            seconds + 60, 0, &message);
  if (!message.empty())
    return message;
  llvm::SmallString<128> results(out);
  path::append(results, "results.json");
  return verdictOf(results, conjecture);
}
