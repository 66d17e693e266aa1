//===- Markup.h - Sentences as HTML and MathML ------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_MARKUP_H
#define MPL_REPORT_MARKUP_H

#include "mplc/Proof/LawName.h"

namespace mplreport {

/// Text for HTML, in elements and in quoted attributes.
std::string escape(std::string_view text);

/// A symbol as mathematicians write it, `·` for `*`; other names as they are.
std::string symbol(std::string_view name);

/// Plain text with these symbols for the words that stand for them.
std::string withSymbols(const std::string &text);
/// The name of a law, with symbols as mathematicians write them.
std::string lawText(mplc::proof::LawName law);

/// A formula of MathML Core, with what it says as plain text.
std::string math(const mplc::proof::Term &term);
/// `= t`, a further line of a chain.
std::string mathEquals(const mplc::proof::Term &term);
std::string math(const mplc::proof::Term &left, const mplc::proof::Term &right);
/// `t != t'`.
std::string mathUnequal(const mplc::proof::Term &left,
                        const mplc::proof::Term &right);
/// `a, b in N`.
std::string math(const std::vector<mplc::proof::Bound> &bound);

/// A sentence: words between formulas.
std::string html(const mplc::proof::Sentence &sentence);

} // namespace mplreport

#endif // MPL_REPORT_MARKUP_H
