//===- Format.h - The canonical layout of MPL -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_FORMAT_H
#define MPLC_PARSE_FORMAT_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>

namespace llvm {
class SourceMgr;
}

namespace mplc {

/// The last buffer of `sources` in canonical layout: spaces and indentation are
/// made anew, comments and line breaks stay, forms start on lines of their own,
/// no two empty lines follow each other. Formatting twice changes nothing more.
/// None if the file has errors in its syntax, which are reported.
std::optional<std::string> format(llvm::SourceMgr &sources);

/// Lines of a text, from 1, both included.
struct LineRange {
  unsigned first, last;
};

/// The same for the forms that touch `range` only.
std::optional<std::string> formatRange(llvm::SourceMgr &sources,
                                       LineRange range);

} // namespace mplc

#endif // MPLC_PARSE_FORMAT_H
