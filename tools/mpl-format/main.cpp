//===- main.cpp - Formats MPL files ---------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Exit codes: 0 done, 1 a file is not formatted (--check) or has errors, 2 wrong
// use.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Format.h"

#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

namespace cl = llvm::cl;

namespace {

cl::OptionCategory category("Options");
cl::list<std::string> files(cl::Positional, cl::desc("[file.mpl ...]"),
                            cl::cat(category));
cl::opt<bool> inPlace("i", cl::desc("Change the files"), cl::cat(category));
cl::opt<bool> check("check", cl::cat(category),
                    cl::desc("Only list the files that are not formatted"));
cl::opt<std::string> lines("lines", cl::value_desc("first:last"),
                           cl::cat(category),
                           cl::desc("Format the forms on these lines only"));

int wrongUse(const llvm::Twine &message) {
  llvm::errs() << "mpl-format: error: " << message
               << "\nmpl-format: try 'mpl-format --help'\n";
  return 2;
}

std::optional<mplc::LineRange> parseRange(llvm::StringRef text) {
  auto [first, last] = text.split(':');
  mplc::LineRange range{};
  if (first.getAsInteger(10, range.first) || last.getAsInteger(10, range.last) ||
      range.first == 0 || range.last < range.first)
    return std::nullopt;
  return range;
}

/// Formats one file; its exit code.
int formatFile(const std::string &path,
               const std::optional<mplc::LineRange> &range) {
  auto buffer = llvm::MemoryBuffer::getFileOrSTDIN(path);
  if (!buffer) {
    llvm::errs() << "mpl-format: error: " << path << ": "
                 << buffer.getError().message() << "\n";
    return 1;
  }
  const std::string text = (*buffer)->getBuffer().str();
  llvm::SourceMgr sources;
  sources.AddNewSourceBuffer(std::move(*buffer), llvm::SMLoc());
  std::optional<std::string> result =
      range ? mplc::formatRange(sources, *range) : mplc::format(sources);
  if (!result)
    return 1;
  if (check) {
    if (*result == text)
      return 0;
    llvm::outs() << path << "\n";
    return 1;
  }
  if (!inPlace || path == "-") {
    llvm::outs() << *result;
    return 0;
  }
  if (*result == text)
    return 0;
  llvm::Error error = llvm::writeToOutput(path, [&](llvm::raw_ostream &os) {
    os << *result;
    return llvm::Error::success();
  });
  if (!error)
    return 0;
  llvm::errs() << "mpl-format: error: " << llvm::toString(std::move(error))
               << "\n";
  return 1;
}

} // namespace

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::HideUnrelatedOptions(category);
  cl::SetVersionPrinter([](llvm::raw_ostream &os) {
    os << "mpl-format " MPLC_VERSION "\n";
  });
  std::string errors;
  llvm::raw_string_ostream errorStream(errors);
  if (!cl::ParseCommandLineOptions(
          argc, argv,
          "Formats MPL: spaces and indentation; comments and line breaks stay\n",
          &errorStream)) {
    llvm::errs() << errors;
    return 2;
  }
  std::optional<mplc::LineRange> range;
  if (!lines.empty() && !(range = parseRange(lines)))
    return wrongUse("--lines takes 'first:last', counted from 1");
  if (inPlace && check)
    return wrongUse("-i and --check exclude each other");
  if (files.empty())
    files.push_back("-");
  int code = 0;
  for (const std::string &file : files)
    code = std::max(code, formatFile(file, range));
  return code;
}
