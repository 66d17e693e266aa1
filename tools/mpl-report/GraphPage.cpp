//===- GraphPage.cpp - What rests on what ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Graph.h"
#include "Markup.h"
#include "Site.h"

#include <algorithm>

namespace mplreport {

// What a reader can take in, and what a layout takes no time for.
static constexpr size_t mostNodes = 60, mostNeighbours = 10;

static GraphNode node(const Entry &entry, const std::string &folder) {
  GraphNode result;
  result.title = entry.theorem->name;
  result.detail = entry.law.empty() ? entry.text : entry.law;
  // A graph has no room for where variables range.
  if (entry.law.empty())
    if (const size_t end = entry.text.rfind(" for all ");
        end != std::string::npos)
      result.detail = entry.text.substr(
          0, end > 0 && entry.text[end - 1] == ',' ? end - 1 : end);
  result.detail = withSymbols(result.detail);
  result.href = folder + entry.page;
  result.tip = entry.theorem->name + ": " + entry.text;
  result.kind = entry.kind.substr(0, entry.kind.find(' '));
  return result;
}

namespace {

/// Some theorems, with numbers of their own.
class Selection {
public:
  Selection(const Site &site, std::vector<size_t> chosen)
      : site(site), places(std::move(chosen)) {
    std::sort(places.begin(), places.end());
    for (size_t i = 0; i < places.size(); ++i)
      numbers[places[i]] = i;
  }

  std::vector<GraphNode> nodes(const std::string &folder) const {
    std::vector<GraphNode> result;
    for (size_t place : places)
      result.push_back(node(site.entries[place], folder));
    return result;
  }

  std::vector<GraphEdge> edges() const {
    std::vector<GraphEdge> result;
    for (size_t i = 0; i < places.size(); ++i)
      for (size_t used : site.entries[places[i]].uses)
        if (auto it = numbers.find(used); it != numbers.end())
          result.push_back({i, it->second});
    return result;
  }

  /// Without edges that longer ways make superfluous. Theorems stand in an
  /// order in which each comes after those that it uses.
  std::vector<GraphEdge> reducedEdges() const {
    std::vector<GraphEdge> result;
    std::vector<std::vector<bool>> reached(places.size());
    for (size_t i = 0; i < places.size(); ++i) {
      reached[i].resize(places.size());
      std::vector<size_t> used;
      for (size_t place : site.entries[places[i]].uses)
        if (auto it = numbers.find(place); it != numbers.end())
          used.push_back(it->second);
      std::sort(used.rbegin(), used.rend());
      for (size_t next : used) {
        if (reached[i][next])
          continue;
        result.push_back({i, next});
        reached[i][next] = true;
        for (size_t k = 0; k < places.size(); ++k)
          if (reached[next][k])
            reached[i][k] = true;
      }
    }
    return result;
  }

private:
  const Site &site;
  std::vector<size_t> places;
  std::map<size_t, size_t> numbers;
};

} // namespace

std::string graphPage(const Site &site) {
  std::vector<size_t> places(site.entries.size());
  for (size_t i = 0; i < places.size(); ++i)
    places[i] = i;
  std::string text = "<h1>What rests on what</h1>\n<p>An arrow leads from a "
                     "theorem to one that its proof cites; where a longer way "
                     "leads there too, it is left out.";
  if (places.size() > mostNodes) {
    // Stated and essential ones first, then what has a name, then what is
    // cited most.
    auto rank = [&](size_t place) {
      const Entry &entry = site.entries[place];
      const bool isMain = entry.kind == "stated" || entry.kind == "essential";
      return std::tuple(isMain, !entry.law.empty(), entry.usedBy.size());
    };
    std::sort(places.begin(), places.end(), [&](size_t a, size_t b) {
      return std::pair(rank(b), a) < std::pair(rank(a), b);
    });
    places.resize(mostNodes);
    text += " Of " + count(site.entries.size(), "theorem") + " these are " +
            std::to_string(mostNodes) +
            ": stated and essential ones first, then well-known laws, then "
            "those that are cited most. The page of each theorem shows what is "
            "around it.";
  }
  text += "</p>\n";
  if (site.entries.empty()) {
    text += "<p class=\"dim\">There are no theorems.</p>\n";
  } else {
    // What neither cites another one nor is cited says nothing here.
    std::set<size_t> drawn;
    const Selection candidates(site, places);
    std::sort(places.begin(), places.end());
    for (const GraphEdge &edge : candidates.edges()) {
      drawn.insert(places[edge.from]);
      drawn.insert(places[edge.to]);
    }
    if (drawn.size() < places.size())
      text += "<p class=\"dim\">" +
              std::to_string(places.size() - drawn.size()) +
              " of them follow from the axioms alone, and none of the others "
              "cites them; they are not drawn.</p>\n";
    const Selection selection(site, {drawn.begin(), drawn.end()});
    text += drawGraph(selection.nodes("t/"), selection.reducedEdges(),
                      "Graph of theorems", /*isAcross=*/true);
  }
  return page(site.frame("Graph", "graph.html"), text);
}

std::string neighbourhood(const Site &site, size_t place) {
  const Entry &entry = site.entries[place];
  if (entry.uses.empty() && entry.usedBy.empty())
    return {};
  std::vector<size_t> places = {place};
  size_t left = 0;
  for (const auto *list : {&entry.uses, &entry.usedBy}) {
    const size_t shown = std::min(list->size(), mostNeighbours);
    places.insert(places.end(), list->begin(), list->begin() + long(shown));
    left += list->size() - shown;
  }
  const Selection selection(site, places);
  std::vector<GraphNode> nodes = selection.nodes("");
  std::sort(places.begin(), places.end());
  const size_t self =
      size_t(std::find(places.begin(), places.end(), place) - places.begin());
  nodes[self].kind += " self";
  std::string text =
      drawGraph(nodes, selection.edges(), "Graph around this theorem",
                /*isAcross=*/true);
  if (left)
    text += "<p class=\"dim\">" + std::to_string(left) +
            " more are in the lists below.</p>\n";
  return text;
}

} // namespace mplreport
