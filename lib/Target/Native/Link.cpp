//===- Link.cpp - From an object to an executable -------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the C library's start files are is best known to a compiler driver, so
// one is asked to link. It starts a linker and nothing else; lld is taken where
// it is installed because it is several times faster.
//
//===----------------------------------------------------------------------===//

#include "lib/Target/Native/Native.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

namespace mplc {
namespace {

llvm::Expected<std::string> findDriver(llvm::StringRef wanted) {
  if (!wanted.empty()) {
    if (llvm::ErrorOr<std::string> path = llvm::sys::findProgramByName(wanted))
      return *path;
    return llvm::createStringError("linker '" + wanted + "' not found");
  }
  for (llvm::StringRef name : {"clang++-22", "clang++", "c++", "g++"})
    if (llvm::ErrorOr<std::string> path = llvm::sys::findProgramByName(name))
      return *path;
  return llvm::createStringError(
      "no compiler driver to link with: tried clang++-22, clang++, c++ and "
      "g++; name one with --linker");
}

/// The option by which a driver takes lld, or nothing.
std::string lldOption(llvm::StringRef driver) {
  for (llvm::StringRef name : {"ld.lld-22", "ld.lld"})
    if (llvm::ErrorOr<std::string> path = llvm::sys::findProgramByName(name)) {
      // GCC knows lld by its plain name only.
      const bool isClang = driver.contains("clang");
      if (isClang)
        return "--ld-path=" + *path;
      if (name == "ld.lld")
        return "-fuse-ld=lld";
    }
  return "";
}

} // namespace

llvm::Error linkExecutable(llvm::StringRef object, llvm::StringRef output,
                           const TargetOptions &options) {
  if (!llvm::sys::fs::exists(options.runtime))
    return llvm::createStringError("runtime library '" + options.runtime +
                                   "' not found");
  llvm::Expected<std::string> driver = findDriver(options.linker);
  if (!driver)
    return driver.takeError();

  // The object comes first: the runtime's main() refers to its tables, and its
  // kernels to the runtime's functions.
  std::vector<std::string> arguments{*driver,   object.str(), options.runtime,
                                     "-o",      output.str(), "-ltbb",
                                     "-lcadical", "-pthread"};
  if (const std::string lld = lldOption(*driver); !lld.empty())
    arguments.push_back(lld);
#ifdef MPLC_SANITIZE
  arguments.push_back("-fsanitize=" MPLC_SANITIZE);
#endif

  llvm::SmallString<128> messages;
  if (std::error_code error =
          llvm::sys::fs::createTemporaryFile("mplc-link", "txt", messages))
    return llvm::createStringError(error, "cannot make a temporary file");
  const llvm::FileRemover remover(messages);
  const std::vector<llvm::StringRef> references(arguments.begin(),
                                                arguments.end());
  std::string error;
  const std::optional<llvm::StringRef> redirects[] = {
      std::nullopt, llvm::StringRef(messages), llvm::StringRef(messages)};
  const int code = llvm::sys::ExecuteAndWait(*driver, references, std::nullopt,
                                             redirects, 0, 0, &error);
  if (code == 0)
    return llvm::Error::success();
  auto text = llvm::MemoryBuffer::getFile(messages);
  return llvm::createStringError("linking failed: " + *driver + ": " +
                                 (text ? (*text)->getBuffer().str() : error));
}

} // namespace mplc
