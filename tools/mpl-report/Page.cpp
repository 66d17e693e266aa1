//===- Page.cpp - The frame of a page -------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Page.h"

#include "Markup.h"

#include <cstdio>

namespace mplreport {

static constexpr std::pair<const char *, const char *> navigation[] = {
    {"index.html", "Theorems"},  {"axioms.html", "Axioms"},
    {"refuted.html", "Refuted"}, {"open.html", "Open"},
    {"graph.html", "Graph"},     {"statistics.html", "Statistics"},
};

std::string page(const Frame &frame, const std::string &body) {
  std::string text =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      "<meta name=\"color-scheme\" content=\"light dark\"><title>" +
      escape(frame.title + " · " + frame.theory) +
      "</title><link rel=\"stylesheet\" href=\"" + frame.root +
      "report.css\"><script defer src=\"" + frame.root +
      "report.js\"></script></head>\n<body class=\"" + frame.kind +
      "\"><a class=\"skip\" href=\"#main\">Skip to the content</a>\n"
      "<header><a class=\"home\" href=\"" +
      frame.root + "index.html\">" + escape(frame.theory) +
      "</a><nav aria-label=\"Pages of the report\"><ul>";
  for (auto [path, title] : navigation)
    text += "<li><a href=\"" + frame.root + path + "\"" +
            (frame.current == path ? " aria-current=\"page\"" : "") + ">" +
            title + "</a></li>";
  return text + "</ul></nav></header>\n<main id=\"main\" tabindex=\"-1\">\n" +
         body + "</main>\n</body></html>\n";
}

std::string withThousands(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3)
    digits.insert(at - 3, ",");
  return digits;
}

std::string count(uint64_t number, std::string_view noun) {
  return withThousands(number) + " " + std::string(noun) +
         (number == 1 ? "" : "s");
}

std::string fixed(double value, int digits) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", digits, value);
  return buffer;
}

std::string duration(double seconds) {
  if (seconds < 1)
    return fixed(seconds * 1000, seconds < 0.01 ? 1 : 0) + " ms";
  return fixed(seconds, seconds < 100 ? 1 : 0) + " s";
}

} // namespace mplreport
