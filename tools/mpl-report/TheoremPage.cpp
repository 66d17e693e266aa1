//===- TheoremPage.cpp - A theorem and its proof --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Site.h"

namespace mplreport {

using namespace mplc::proof;

/// Theorems as a list of links, the first ones open to view.
static std::string listOf(const Site &site, const std::vector<size_t> &places,
                          const std::string &id, const std::string &title) {
  constexpr size_t shown = 30;
  std::string text = "<section aria-labelledby=\"" + id + "\"><h3 id=\"" + id +
                     "\">" + title + "</h3>";
  if (places.empty())
    return text + "<p class=\"dim\">Nothing.</p></section>\n";
  auto item = [&](size_t place) {
    const Entry &entry = site.entries[place];
    return "<li><a href=\"" + entry.page + "\">" + escape(entry.theorem->name) +
           "</a> " + html(entry.sentence) + "</li>\n";
  };
  text += "<ul class=\"cited\">\n";
  for (size_t i = 0; i < std::min(shown, places.size()); ++i)
    text += item(places[i]);
  text += "</ul>";
  if (places.size() > shown) {
    text += "<details><summary>" + std::to_string(places.size() - shown) +
            " more</summary><p class=\"more\">";
    for (size_t i = shown; i < places.size(); ++i)
      text += "<a href=\"" + site.entries[places[i]].page + "\">" +
              escape(site.entries[places[i]].theorem->name) + "</a> ";
    text += "</p></details>";
  }
  return text + "</section>\n";
}

static std::string facts(const Site &site, const Entry &entry) {
  const Theorem &theorem = *entry.theorem;
  std::string text = "<p class=\"facts\">";
  text += "<span class=\"tag " + entry.kind.substr(0, entry.kind.find(' ')) +
          "\">" + escape(entry.kind) + "</span> ";
  if (!entry.method.empty())
    text += "<span>" + escape(entry.method) + "</span> ";
  text += "<span>" + count(entry.mainSteps, "step") +
          (entry.steps > entry.mainSteps ? ", " + std::to_string(entry.steps) +
                                               " with all that is implicit"
                                         : "") +
          "</span> ";
  if (theorem.seconds > 0)
    text += "<span>found after " + duration(theorem.seconds) + "</span> ";
  if (theorem.isVacuous)
    text += "<strong>Its conditions can never hold.</strong> ";
  text += "</p>\n";
  if (!theorem.followsFrom.empty()) {
    text += "<p class=\"facts\">Follows directly from ";
    for (size_t i = 0; i < theorem.followsFrom.size(); ++i)
      text += (i ? ", " : "") + site.link(theorem.followsFrom[i], "../");
    text += ".</p>\n";
  }
  return text;
}

static constexpr const char *tools =
    "<div class=\"tools\" role=\"toolbar\" aria-label=\"View of the proof\" "
    "hidden><button type=\"button\" data-do=\"all\" aria-pressed=\"false\">All "
    "steps</button><button type=\"button\" data-do=\"mpl\" "
    "aria-pressed=\"false\">MPL</button><button type=\"button\" "
    "data-do=\"collapse\" aria-pressed=\"false\">Collapse</button>"
    "<button type=\"button\" data-do=\"help\" "
    "aria-expanded=\"false\" aria-controls=\"help\">Keys</button></div>\n"
    "<dl id=\"help\" class=\"help\" hidden>"
    "<div><dt><kbd>j</kbd> <kbd>↓</kbd></dt><dd>next step</dd></div>"
    "<div><dt><kbd>k</kbd> <kbd>↑</kbd></dt><dd>step before</dd></div>"
    "<div><dt><kbd>Enter</kbd></dt><dd>first step that it uses</dd></div>"
    "<div><dt><kbd>b</kbd></dt><dd>back from there</dd></div>"
    "<div><dt><kbd>o</kbd></dt><dd>open or close the block around it</dd></div>"
    "<div><dt><kbd>a</kbd></dt><dd>all steps, or the main ones</dd></div>"
    "<div><dt><kbd>m</kbd></dt><dd>MPL of each step</dd></div>"
    "<div><dt><kbd>n</kbd> <kbd>p</kbd></dt><dd>next, previous "
    "theorem</dd></div>"
    "<div><dt><kbd>?</kbd></dt><dd>this help</dd></div></dl>\n";

std::string theoremPage(const Site &site, size_t place) {
  const Entry &entry = site.entries[place];
  const std::string &name = entry.theorem->name;
  std::string text = "<article><div class=\"turn\">";
  if (place > 0)
    text += "<a rel=\"prev\" href=\"" + site.entries[place - 1].page + "\">← " +
            escape(site.entries[place - 1].theorem->name) + "</a>";
  if (place + 1 < site.entries.size())
    text += "<a rel=\"next\" href=\"" + site.entries[place + 1].page + "\">" +
            escape(site.entries[place + 1].theorem->name) + " →</a>";
  text += "</div>\n<h1>" + escape(name) + "</h1>\n";
  if (!entry.law.empty())
    text += "<p class=\"law\">" + escape(entry.law) + "</p>\n";
  text += "<div class=\"statement\">" + html(entry.sentence) + "</div>\n" +
          source(toString(entry.theorem->statement)) + facts(site, entry);
  text += "<section aria-labelledby=\"proof\" class=\"proof\"><h2 "
          "id=\"proof\">Proof</h2>\n" +
          std::string(tools) +
          (entry.mainSteps == 0
               ? "<p class=\"dim\">In terms there is nothing to show.</p>\n"
               : "") +
          proofView(site, entry) +
          "<p class=\"qed\"><span title=\"what was to be shown\">∎</span></p>"
          "</section>\n";
  text += "<section aria-labelledby=\"rests\" class=\"around\"><h2 "
          "id=\"rests\">What it rests on, and what rests on it</h2>\n" +
          neighbourhood(site, place) + "<div class=\"columns\">" +
          listOf(site, entry.uses, "uses", "Uses") +
          listOf(site, entry.usedBy, "used-by", "Used by") +
          "</div></section></article>\n";
  Frame frame = site.frame(entry.law.empty() ? name : name + ", " + entry.law,
                           "index.html", "../");
  frame.kind = "theorem";
  return page(frame, text);
}

} // namespace mplreport
