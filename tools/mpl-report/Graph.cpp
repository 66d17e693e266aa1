//===- Graph.cpp - Graphs as SVG ------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Graphviz finds the places of nodes and the paths of edges (Gansner,
// Koutsofios, North, Vo: A technique for drawing directed graphs, IEEE TSE
// 19(3), 1993). The drawing is made here: with links, classes for the style
// sheet, and without Graphviz's colours, which would not go with a dark page.
//
//===----------------------------------------------------------------------===//

#include "Graph.h"

#include "Markup.h"

#include <algorithm>
#include <cmath>
#include <graphviz/gvc.h>
#include <memory>

namespace mplreport {

// Pixels; one is a point of Graphviz.
static constexpr double characterWidth = 6.6, lineHeight = 15, padding = 9;

/// Graphviz takes strings that it does not change as `char *`.
static char *text(const char *constant) { return const_cast<char *>(constant); }
static char *text(const std::string &string) { return text(string.c_str()); }

static size_t characters(const std::string &text) {
  return size_t(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

static std::string shortened(const std::string &text, size_t most) {
  if (characters(text) <= most)
    return text;
  size_t at = 0;
  for (size_t n = 0; n + 1 < most; ++n)
    do
      ++at;
    while (at < text.size() &&
           (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
  return text.substr(0, at) + "…";
}

static std::string number(double value) {
  return std::to_string(long(std::lround(value)));
}

namespace {

/// One graph of Graphviz. The context is made once: it reads the list of
/// plugins.
class Layout {
public:
  Layout(const std::vector<GraphNode> &nodes,
         const std::vector<GraphEdge> &edges, bool isAcross) {
    graph = agopen(text("g"), Agstrictdirected, nullptr);
    agattr(graph, AGRAPH, text("ranksep"), text(isAcross ? "0.8" : "0.35"));
    agattr(graph, AGRAPH, text("rankdir"), text(isAcross ? "LR" : "TB"));
    agattr(graph, AGRAPH, text("nodesep"), text("0.15"));
    agattr(graph, AGEDGE, text("arrowsize"), text("0.7"));
    for (auto [name, value] :
         {std::pair{"shape", "box"}, {"label", ""}, {"fixedsize", "true"}})
      agattr(graph, AGNODE, text(name), text(value));
    Agsym_t *width = agattr(graph, AGNODE, text("width"), text("1"));
    Agsym_t *height = agattr(graph, AGNODE, text("height"), text("1"));
    for (const GraphNode &node : nodes) {
      const std::string name = std::to_string(handles.size());
      Agnode_t *handle = agnode(graph, text(name), 1);
      const size_t longest =
          std::max(characters(node.title), characters(node.detail));
      const double wide = double(longest) * characterWidth + 2 * padding;
      const double high = lineHeight * (node.detail.empty() ? 1 : 2) + padding;
      agxset(handle, width, text(std::to_string(wide / 72)));
      agxset(handle, height, text(std::to_string(high / 72)));
      handles.push_back(handle);
    }
    for (const GraphEdge &edge : edges)
      agedge(graph, handles[edge.from], handles[edge.to], nullptr, 1);
    isGood = gvLayout(context(), graph, "dot") == 0;
  }
  ~Layout() {
    gvFreeLayout(context(), graph);
    agclose(graph);
  }
  Layout(const Layout &) = delete;

  static GVC_t *context() {
    static GVC_t *const made = gvContext();
    return made;
  }

  /// The y axis of Graphviz points up.
  double flip(double y) const { return GD_bb(graph).UR.y - y; }

  Agraph_t *graph;
  std::vector<Agnode_t *> handles;
  bool isGood = false;
};

} // namespace

static std::string point(const Layout &layout, pointf p) {
  return number(p.x) + " " + number(layout.flip(p.y));
}

/// A triangle with its tip at `tip`, away from `tail`.
static std::string arrow(const Layout &layout, pointf tail, pointf tip) {
  constexpr double halfWidth = 3;
  const double dx = tip.x - tail.x, dy = tip.y - tail.y;
  const double length = std::hypot(dx, dy);
  if (length == 0)
    return {};
  const double wx = -dy / length * halfWidth, wy = dx / length * halfWidth;
  return "M" + point(layout, tip) + "L" +
         point(layout, {tail.x + wx, tail.y + wy}) + " " +
         point(layout, {tail.x - wx, tail.y - wy}) + "Z";
}

static std::string path(const Layout &layout, Agedge_t *edge,
                        std::string &heads) {
  std::string result;
  const splines *curves = ED_spl(edge);
  for (size_t c = 0; curves && c < size_t(curves->size); ++c) {
    const bezier &curve = curves->list[c];
    result += "M" + point(layout, curve.list[0]) + "C";
    for (size_t i = 1; i < size_t(curve.size); ++i)
      result += (i > 1 ? " " : "") + point(layout, curve.list[i]);
    if (curve.eflag)
      heads += arrow(layout, curve.list[curve.size - 1], curve.ep);
  }
  return result;
}

std::string drawGraph(const std::vector<GraphNode> &given,
                      const std::vector<GraphEdge> &edges,
                      const std::string &label, bool isAcross) {
  std::vector<GraphNode> nodes = given;
  for (GraphNode &node : nodes) {
    node.title = shortened(node.title, 30);
    node.detail = shortened(node.detail, 34);
  }
  const Layout layout(nodes, edges, isAcross);
  if (!layout.isGood)
    return {};
  const pointf size = GD_bb(layout.graph).UR;
  const std::string width = number(size.x + 4), height = number(size.y + 4);
  std::string svg = "<div class=\"graph\" tabindex=\"0\" role=\"region\" "
                    "aria-label=\"" +
                    escape(label) + "\"><svg role=\"group\" viewBox=\"-2 -2 " +
                    width + " " + height + "\" width=\"" + width +
                    "\" height=\"" + height + "\">\n<path class=\"edges\" d=\"";
  std::string heads;
  for (Agnode_t *node = agfstnode(layout.graph); node;
       node = agnxtnode(layout.graph, node))
    for (Agedge_t *edge = agfstout(layout.graph, node); edge;
         edge = agnxtout(layout.graph, edge))
      svg += path(layout, edge, heads);
  svg += "\"/><path class=\"heads\" d=\"" + heads + "\"/>\n";
  for (size_t i = 0; i < nodes.size(); ++i) {
    Agnode_t *const at = layout.handles[i];
    const GraphNode &node = nodes[i];
    const double wide = ND_width(at) * 72, high = ND_height(at) * 72;
    const double x = ND_coord(at).x, y = layout.flip(ND_coord(at).y);
    svg += "<a href=\"" + escape(node.href) + "\" class=\"" + node.kind +
           "\"><title>" + escape(node.tip) + "</title><rect x=\"" +
           number(x - wide / 2) + "\" y=\"" + number(y - high / 2) +
           "\" width=\"" + number(wide) + "\" height=\"" + number(high) +
           "\" rx=\"4\"/><text x=\"" + number(x) + "\" y=\"" +
           number(y + (node.detail.empty() ? 4 : -3)) + "\">" +
           escape(node.title) + "</text>";
    if (!node.detail.empty())
      svg += "<text class=\"detail\" x=\"" + number(x) + "\" y=\"" +
             number(y + 12) + "\">" + escape(node.detail) + "</text>";
    svg += "</a>\n";
  }
  return svg + "</svg></div>\n";
}

} // namespace mplreport
