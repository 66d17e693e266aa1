//===- Diagnostics.h - Errors, counted and bounded --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_DIAGNOSTICS_H
#define MPLC_LIB_PARSE_DIAGNOSTICS_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/SourceMgr.h"

#include <string>
#include <vector>

namespace mplc {

/// Reports through a source manager, counts errors, and falls silent after a
/// hundred, so that damaged input of any size gets a bounded answer.
class Diagnostics {
public:
  explicit Diagnostics(llvm::SourceMgr &sources) : sources(&sources) {}
  /// Counts only.
  Diagnostics() = default;

  void error(llvm::SMLoc loc, const llvm::Twine &message);
  void warning(llvm::SMLoc loc, const llvm::Twine &message);
  /// Explains the message before it, and is dropped together with it.
  void note(llvm::SMLoc loc, const llvm::Twine &message);

  bool hadError() const { return errors != 0; }
  /// Will further errors not be shown? They need no costly explanation then.
  bool isSilent() const { return errors > limit; }

private:
  static constexpr unsigned limit = 100;

  void report(llvm::SMLoc loc, llvm::SourceMgr::DiagKind kind,
              const llvm::Twine &message);
  /// Counts a message; false if it is one too many.
  bool admit(unsigned &count, llvm::SMLoc loc);

  llvm::SourceMgr *sources = nullptr;
  unsigned errors = 0;
  unsigned warnings = 0;
  bool dropped = false;
};

/// "; did you mean 'x'?" with the candidate of least edit distance from `name`,
/// or nothing if none is near. Ties go to the first.
std::string suggestion(llvm::StringRef name,
                       const std::vector<llvm::StringRef> &candidates);

} // namespace mplc

#endif // MPLC_LIB_PARSE_DIAGNOSTICS_H
