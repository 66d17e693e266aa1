//===- Infix.h - Terms that a run has written as text -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_INFIX_H
#define MPL_REPORT_INFIX_H

#include "mplc/Proof/Reading.h"

#include <optional>
#include <string_view>

namespace mplreport {

/// The term that a text like `a + (b * s(i0))` or `cons(element 3, nil)` says,
/// with constants called as the reader calls them; none if it says none.
std::optional<mplc::proof::Term> termIn(std::string_view text,
                                        const mplc::proof::Reader &reader);

} // namespace mplreport

#endif // MPL_REPORT_INFIX_H
