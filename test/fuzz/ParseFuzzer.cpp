//===- ParseFuzzer.cpp - The front end under random input -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Any input must be parsed or refused with an error, without a crash or a hang.
// What is accepted is printed and read again, before and after analysis, and
// must come back the same; the types must come back the same, too. No file is
// ever opened.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"
#include "mplc/Parse/TermPrinter.h"

#include "llvm/Support/SourceMgr.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace mplc;

static void ignore(const llvm::SMDiagnostic &diagnostic, void *hadError) {
  if (diagnostic.getKind() == llvm::SourceMgr::DK_Error)
    *static_cast<bool *>(hadError) = true;
}

static void require(bool condition, const char *what) {
  if (condition)
    return;
  std::fprintf(stderr, "violated: %s\n", what);
  std::abort();
}

namespace {

/// A module with what keeps it alive.
struct Source {
  explicit Source(llvm::StringRef text) {
    sources.setDiagHandler(ignore, &hadError);
    sources.AddNewSourceBuffer(
        llvm::MemoryBuffer::getMemBufferCopy(text, "input.mpl"), llvm::SMLoc());
    ParseOptions options;
    options.followImports = false;
    module = parse(sources, options);
    require((module == nullptr) == hadError,
            "there is no module exactly if there was an error");
  }

  bool check() {
    bool ok = analyse(*module, sources);
    require(ok == !hadError, "analysis fails exactly if there was an error");
    return ok;
  }

  std::string text() const {
    std::string result;
    llvm::raw_string_ostream os(result);
    print(*module, os);
    return result;
  }

  std::string terms() const {
    std::string result;
    llvm::raw_string_ostream os(result);
    TermPrinter(*module).print(os);
    return result;
  }

  /// Assumptions first, as they are printed: the order of statements of
  /// different kinds means nothing.
  std::string tree() const {
    std::stable_partition(module->conjectures.begin(), module->conjectures.end(),
                          [](const Conjecture &c) { return c.assumed; });
    std::string result;
    llvm::raw_string_ostream os(result);
    dumpTree(*module, os);
    return result;
  }

  llvm::SourceMgr sources;
  std::unique_ptr<Module> module;
  bool hadError = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Source first(llvm::StringRef(reinterpret_cast<const char *>(data), size));
  if (!first.module)
    return 0;
  std::string text = first.text();
  Source second(text);
  require(second.module != nullptr, "what is printed can be read");
  require(second.text() == text, "what is read again is the same");
  bool ok = first.check();
  require(second.check() == ok, "analysis agrees on what was printed");
  require(first.tree() == second.tree(), "types do not depend on the layout");
  if (!ok)
    return 0;
  std::string ordered = first.text();
  Source third(ordered);
  require(third.module && third.check(),
          "analysed modules print as valid ones");
  require(third.text() == ordered, "the order of definitions is stable");
  Source terms(third.terms());
  require(terms.module && terms.check(), "terms are read again");
  for (size_t i = 0; i < third.module->conjectures.size(); ++i)
    require(isSameStatement(*third.module->conjectures[i].statement,
                            *terms.module->conjectures[i].statement),
            "terms are the same statement");
  return 0;
}
