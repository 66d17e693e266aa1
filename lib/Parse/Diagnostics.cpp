//===- Diagnostics.cpp - Errors, counted and bounded ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Diagnostics.h"

#include "llvm/Support/raw_ostream.h"

#include <algorithm>

using namespace mplc;

void Diagnostics::report(llvm::SMLoc loc, llvm::SourceMgr::DiagKind kind,
                         const llvm::Twine &message) {
  if (!sources)
    return;
  llvm::SMDiagnostic shown = sources->GetMessage(loc, kind, message);
  // Nobody reads a line of a megabyte, and the stream of errors is not
  // buffered.
  if (shown.getLineContents().size() > 2000)
    shown =
        llvm::SMDiagnostic(*sources, loc, shown.getFilename(), shown.getLineNo(),
                           shown.getColumnNo(), kind, shown.getMessage(),
                           "(the line is too long to be shown)", {});
  sources->PrintMessage(llvm::errs(), shown);
}

bool Diagnostics::admit(unsigned &count, llvm::SMLoc loc) {
  ++count;
  dropped = count > limit;
  if (count == limit + 1)
    report(loc, llvm::SourceMgr::DK_Note,
           "too many messages; the rest is not shown");
  return !dropped;
}

void Diagnostics::error(llvm::SMLoc loc, const llvm::Twine &message) {
  if (admit(errors, loc))
    report(loc, llvm::SourceMgr::DK_Error, message);
}

void Diagnostics::warning(llvm::SMLoc loc, const llvm::Twine &message) {
  if (admit(warnings, loc))
    report(loc, llvm::SourceMgr::DK_Warning, message);
}

void Diagnostics::note(llvm::SMLoc loc, const llvm::Twine &message) {
  if (!dropped)
    report(loc, llvm::SourceMgr::DK_Note, message);
}

std::string mplc::suggestion(llvm::StringRef name,
                             const std::vector<llvm::StringRef> &candidates) {
  // Longer names are not typing mistakes worth the quadratic comparison.
  if (name.size() > 64)
    return "";
  unsigned best = std::max<unsigned>(1, name.size() / 3) + 1;
  llvm::StringRef nearest;
  for (llvm::StringRef candidate : candidates) {
    if (candidate.size() > 64 || candidate == name)
      continue;
    // Upper and lower case are the smallest mistake.
    unsigned distance = name.equals_insensitive(candidate)
                            ? 0
                            : name.edit_distance(candidate, true, best);
    // A name of one letter is one edit away from any other one.
    if (distance >= best || distance >= std::max(name.size(), candidate.size()))
      continue;
    best = distance;
    nearest = candidate;
  }
  return nearest.empty() ? "" : "; did you mean '" + nearest.str() + "'?";
}
