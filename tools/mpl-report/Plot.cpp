//===- Plot.cpp - Bars and curves -----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Plot.h"

#include "Markup.h"
#include "Page.h"

#include <algorithm>
#include <cmath>

namespace mplreport {

std::string drawBars(const std::string &caption, const std::string &what,
                     const std::vector<Bar> &bars) {
  double most = 0;
  for (const Bar &bar : bars)
    most = std::max(most, bar.value);
  std::string text = "<table class=\"bars\"><caption>" + escape(caption) +
                     "</caption><thead class=\"unseen\"><tr><th "
                     "scope=\"col\">" +
                     escape(what) +
                     "</th><th scope=\"col\">Value</th></tr></thead><tbody>\n";
  for (const Bar &bar : bars)
    text += "<tr><th scope=\"row\">" + escape(bar.label) +
            "</th><td><span class=\"bar\" style=\"width:calc((100% - "
            "5rem)*" +
            fixed(most > 0 ? bar.value / most : 0, 3) + ")\"></span> " +
            escape(bar.text) + "</td></tr>\n";
  return text + "</tbody></table>\n";
}

/// 1, 2 or 5 times a power of ten: about five parts of an axis.
static double partOf(double range) {
  const double power = std::pow(10, std::floor(std::log10(range / 5)));
  for (double factor : {1, 2, 5})
    if (range / (factor * power) <= 6)
      return factor * power;
  return 10 * power;
}

std::string drawStaircase(const std::string &caption,
                          std::vector<double> seconds) {
  if (seconds.empty())
    return {};
  std::sort(seconds.begin(), seconds.end());
  constexpr double left = 46, top = 10, wide = 600, high = 220;
  constexpr size_t mostPoints = 400;
  const double end = std::max(seconds.back(), 1e-6);
  const double all = double(seconds.size());
  auto x = [&](double value) { return fixed(left + wide * value / end, 1); };
  auto y = [&](double value) {
    return fixed(top + high - high * value / all, 1);
  };
  std::string curve = "M" + x(0) + " " + y(0), grid, words;
  const size_t every = seconds.size() / mostPoints + 1;
  for (size_t i = 0; i < seconds.size(); ++i) {
    // Where more than one comes at a time only the last counts.
    const bool isLast = i + 1 == seconds.size();
    if (!isLast && (seconds[i + 1] == seconds[i] || i % every))
      continue;
    curve += "H" + x(seconds[i]) + "V" + y(double(i + 1));
  }
  const double step = std::max(1.0, partOf(all));
  for (double value = 0; value <= all; value += step) {
    grid += "M" + x(0) + " " + y(value) + "h" + fixed(wide, 0);
    words += "<text class=\"end\" x=\"" + fixed(left - 6, 0) + "\" y=\"" +
             fixed(top + high - high * value / all + 4, 1) + "\">" +
             withThousands(uint64_t(value)) + "</text>";
  }
  const double part = partOf(end);
  for (double value = 0; value <= end * 1.0001; value += part)
    words += "<text class=\"mid\" x=\"" + x(value) + "\" y=\"" +
             fixed(top + high + 18, 0) + "\">" +
             (value == 0 ? "0" : duration(value)) + "</text>";
  return "<figure><figcaption>" + escape(caption) +
         "</figcaption><svg class=\"plot\" role=\"img\" aria-label=\"" +
         escape(caption + ": " + withThousands(seconds.size()) +
                " at the end, after " + duration(end)) +
         "\" viewBox=\"0 0 670 256\"><path class=\"grid\" d=\"" + grid +
         "\"/><path class=\"curve\" d=\"" + curve + "\"/>" + words +
         "</svg></figure>\n";
}

} // namespace mplreport
