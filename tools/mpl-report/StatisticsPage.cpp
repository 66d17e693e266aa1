//===- StatisticsPage.cpp - The run in numbers ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Plot.h"
#include "Site.h"

#include <algorithm>

namespace mplreport {

using namespace mplc::proof;

static std::string row(const std::string &title, const std::string &value) {
  return "<div><dt>" + title + "</dt><dd>" + value + "</dd></div>\n";
}

static std::string numbers(const Site &site) {
  const Statistics &s = site.run.statistics;
  std::map<std::string, size_t> kinds;
  for (const Entry &entry : site.entries)
    ++kinds[entry.kind];
  std::string text = "<dl class=\"numbers\">\n";
  text += row("Theorems", withThousands(site.entries.size()));
  for (const auto &[kind, number] : kinds)
    text +=
        row("<span class=\"sub\">" + kind + "</span>", withThousands(number));
  text += row("Refuted conjectures", withThousands(site.run.refuted.size()));
  text += row("Candidates ruled out by values",
              withThousands(site.run.falseEquations.size()));
  text += row("Open", withThousands(site.run.open.size()));
  uint64_t steps = 0, shown = 0;
  for (const Entry &entry : site.entries) {
    steps += entry.steps;
    shown += entry.mainSteps;
  }
  text += row("Steps of all proofs", withThousands(steps));
  text += row("<span class=\"sub\">shown first</span>", withThousands(shown));
  if (s.isKnown) {
    text += row("Time", duration(s.seconds));
    text += row("Cycles", withThousands(s.cycles));
    text += row("Attempts", withThousands(s.attempts));
    text += row("Logic Blocks", withThousands(s.blocks));
    text += row("Rows of the largest block", withThousands(s.largestBlockRows));
    text += row("Rule firings", withThousands(s.firings));
    text += row("Rules kept", withThousands(s.rulesKept));
  }
  if (!site.run.stopped.empty())
    text += row("Stopped by", escape(site.run.stopped));
  return text + "</dl>\n";
}

static std::string methods(const Site &site) {
  std::map<std::string, size_t> counts;
  for (const Entry &entry : site.entries) {
    const std::string &method = entry.theorem->method;
    ++counts[method.starts_with("induction") ? "induction"
             : method.empty()                ? "unknown"
                                             : method];
  }
  std::vector<Bar> bars;
  for (const auto &[method, number] : counts)
    bars.push_back({method, double(number), withThousands(number)});
  return drawBars("Theorems by method", "Method", bars);
}

/// Theorems in classes of their numbers of steps, each twice as wide.
static std::string sizes(const Site &site) {
  std::vector<size_t> counts;
  for (const Entry &entry : site.entries) {
    size_t bin = 0;
    while (entry.mainSteps >> (bin + 1))
      ++bin;
    counts.resize(std::max(counts.size(), bin + 1));
    ++counts[bin];
  }
  std::vector<Bar> bars;
  for (size_t bin = 0; bin < counts.size(); ++bin)
    bars.push_back({bin == 0 ? "at most 1"
                             : std::to_string(1u << bin) + " to " +
                                   std::to_string((2u << bin) - 1),
                    double(counts[bin]), withThousands(counts[bin])});
  return drawBars("Theorems by steps shown", "Steps", bars);
}

static std::string phases(const Statistics &s) {
  if (s.phases.empty())
    return {};
  std::vector<Bar> bars;
  for (const auto &[phase, seconds] : s.phases)
    bars.push_back({phase, seconds, duration(seconds)});
  return drawBars("Time by phase", "Phase", bars);
}

static std::string blocks(const Statistics &s) {
  std::vector<Bar> bars;
  for (size_t bin = 0; bin < s.blockRows.size(); ++bin) {
    const uint64_t low = uint64_t(1) << bin;
    bars.push_back(
        {bin == 0 ? "1 or less"
                  : withThousands(low) + " to " + withThousands(2 * low - 1),
         double(s.blockRows[bin]), withThousands(s.blockRows[bin])});
  }
  return bars.empty() ? "" : drawBars("Logic Blocks by rows", "Rows", bars);
}

std::string statisticsPage(const Site &site) {
  std::vector<double> seconds;
  for (const Entry &entry : site.entries)
    if (entry.theorem->seconds > 0)
      seconds.push_back(entry.theorem->seconds);
  const std::string text = "<h1>The run in numbers</h1>\n" + numbers(site) +
                           drawStaircase("Theorems proved over time", seconds) +
                           "<div class=\"columns\">" + methods(site) +
                           sizes(site) + phases(site.run.statistics) +
                           blocks(site.run.statistics) + "</div>\n";
  return page(site.frame("Statistics", "statistics.html"), text);
}

} // namespace mplreport
