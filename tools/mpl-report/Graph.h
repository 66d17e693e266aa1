//===- Graph.h - Graphs as SVG ----------------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_REPORT_GRAPH_H
#define MPL_REPORT_GRAPH_H

#include <string>
#include <vector>

namespace mplreport {

struct GraphNode {
  std::string title;  ///< The line above.
  std::string detail; ///< The line below; may be empty.
  std::string href;   ///< Relative to the page.
  std::string tip;    ///< All that there is to say.
  std::string kind;   ///< A class for the style sheet.
};

/// From what uses to what is used.
struct GraphEdge {
  size_t from, to;
};

/// Lays the graph out in layers, by Graphviz, from left to right or from the
/// top down, and draws it: nodes are links. The text sizes do not depend on the
/// fonts of the machine, so that neither does the layout. Empty if Graphviz
/// cannot lay it out.
std::string drawGraph(const std::vector<GraphNode> &nodes,
                      const std::vector<GraphEdge> &edges,
                      const std::string &label, bool isAcross);

} // namespace mplreport

#endif // MPL_REPORT_GRAPH_H
