//===- Plot.h - Bars and curves ---------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_PLOT_H
#define MPL_REPORT_PLOT_H

#include <string>
#include <vector>

namespace mplreport {

struct Bar {
  std::string label;
  double value;
  std::string text; ///< The value, as it is read.
};

/// A table whose rows are bars, so that it can be read without seeing them.
std::string drawBars(const std::string &caption, const std::string &what,
                     const std::vector<Bar> &bars);

/// How many of the values are at most x: a staircase. The x axis starts at 0
/// and is in seconds.
std::string drawStaircase(const std::string &caption,
                          std::vector<double> seconds);

} // namespace mplreport

#endif // MPL_REPORT_PLOT_H
