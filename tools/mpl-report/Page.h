//===- Page.h - The frame of a page -----------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_PAGE_H
#define MPL_REPORT_PAGE_H

#include <string>
#include <string_view>
#include <vector>

namespace mplreport {

/// A file of the site.
struct File {
  std::string path; ///< Below the folder of the site.
  std::string text;
};

/// What every page has around its contents.
struct Frame {
  std::string theory;
  std::string title;   ///< Of the page.
  std::string current; ///< The page of the navigation that it belongs to.
  std::string root;    ///< Empty, or `../` for pages in a folder.
  std::string kind;    ///< What the script looks for: `index`, `theorem`.
};

/// The page as HTML. `body` goes between the navigation and the foot.
std::string page(const Frame &frame, const std::string &body);

/// `1 step`, `2 steps`; thousands are set apart.
std::string count(uint64_t number, std::string_view noun);
std::string withThousands(uint64_t number);
/// `12 ms`, `3.4 s`.
std::string duration(double seconds);
/// With this many digits after the point.
std::string fixed(double value, int digits);

} // namespace mplreport

#endif // MPL_REPORT_PAGE_H
