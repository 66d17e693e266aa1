//===- Diagnostics.cpp - Errors, counted and bounded ----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Diagnostics.h"

#include <algorithm>

using namespace mplc;

bool Diagnostics::admit(unsigned &count, llvm::SMLoc loc) {
  ++count;
  dropped = count > limit;
  if (count == limit + 1)
    sources.PrintMessage(loc, llvm::SourceMgr::DK_Note,
                         "too many messages; the rest is not shown");
  return !dropped;
}

void Diagnostics::error(llvm::SMLoc loc, const llvm::Twine &message) {
  if (admit(errors, loc))
    sources.PrintMessage(loc, llvm::SourceMgr::DK_Error, message);
}

void Diagnostics::warning(llvm::SMLoc loc, const llvm::Twine &message) {
  if (admit(warnings, loc))
    sources.PrintMessage(loc, llvm::SourceMgr::DK_Warning, message);
}

void Diagnostics::note(llvm::SMLoc loc, const llvm::Twine &message) {
  if (!dropped)
    sources.PrintMessage(loc, llvm::SourceMgr::DK_Note, message);
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
    unsigned distance = name.edit_distance(candidate, true, best);
    // A name of one letter is one edit away from any other one.
    if (distance >= best || distance >= std::max(name.size(), candidate.size()))
      continue;
    best = distance;
    nearest = candidate;
  }
  return nearest.empty() ? "" : "; did you mean '" + nearest.str() + "'?";
}
