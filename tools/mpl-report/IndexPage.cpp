//===- IndexPage.cpp - All theorems, with search and filters --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The list is complete without the script, which only hides what a search does
// not want: it reads the attributes of the items once.
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Site.h"

#include <algorithm>

namespace mplreport {

using namespace mplc::proof;

static std::string methodOf(const Entry &entry) {
  const std::string &method = entry.method;
  return method.starts_with("induction") ? "induction" : method;
}

static std::string
select(const std::string &id, const std::string &label,
       const std::vector<std::pair<std::string, std::string>> &options) {
  std::string text = "<label>" + label + " <select id=\"" + id + "\">";
  for (const auto &[value, title] : options)
    text += "<option value=\"" + escape(value) + "\">" + escape(title) +
            "</option>";
  return text + "</select></label>\n";
}

static std::string filters(const Site &site) {
  std::set<std::string> methods, kinds, operators;
  for (const Entry &entry : site.entries) {
    if (!entry.method.empty())
      methods.insert(methodOf(entry));
    kinds.insert(entry.kind);
    operators.insert(entry.operators.begin(), entry.operators.end());
  }
  std::vector<std::pair<std::string, std::string>> method = {{"", "any"}},
                                                   kind = {{"", "any"}};
  for (const std::string &name : methods)
    method.emplace_back(name, name);
  for (const std::string &name : kinds)
    kind.emplace_back(name, name);
  std::string text =
      "<form class=\"filters\" role=\"search\" aria-label=\"Theorems\" "
      "hidden>\n<label class=\"search\">Search <input id=\"q\" type=\"search\" "
      "placeholder=\"a name, a law, or a + b\" autocomplete=\"off\" "
      "spellcheck=\"false\"></label>\n";
  text += select("method", "Method", method) + select("kind", "Kind", kind);
  text += select("size", "Steps",
                 {{"", "any"},
                  {"5", "at most 5"},
                  {"10", "at most 10"},
                  {"20", "at most 20"},
                  {"50", "at most 50"}});
  text += select("sort", "Order",
                 {{"", "by kind"},
                  {"dependency", "by dependency"},
                  {"time", "by time"},
                  {"steps", "by steps"},
                  {"cited", "most cited first"}});
  if (!operators.empty()) {
    const Reader reader(site.run.theory);
    text += "<fieldset><legend>Uses</legend>";
    for (const Variable &constant : site.run.theory.constants)
      if (operators.count(constant.name))
        text += "<label class=\"op\"><input type=\"checkbox\" name=\"op\" "
                "value=\"" +
                escape(constant.name) + "\">" +
                escape(symbol(reader.term(constant.name).name)) + "</label>";
    text += "</fieldset>\n";
  }
  const bool hasLaws =
      std::any_of(site.entries.begin(), site.entries.end(),
                  [](const Entry &entry) { return !entry.law.empty(); });
  if (hasLaws)
    text += "<label class=\"op\"><input id=\"named\" "
            "type=\"checkbox\">well-known laws only</label>\n";
  return text + "</form>\n<p id=\"count\" class=\"dim\" role=\"status\">" +
         count(site.entries.size(), "theorem") + "</p>\n";
}

static std::string item(const Entry &entry, size_t place) {
  const Theorem &theorem = *entry.theorem;
  std::string operators;
  for (const std::string &name : entry.operators)
    operators += (operators.empty() ? "" : " ") + name;
  std::string text =
      "<li data-o=\"" + escape(operators) + "\" data-m=\"" +
      escape(methodOf(entry)) + "\" data-k=\"" + escape(entry.kind) +
      "\" data-n=\"" + std::to_string(entry.mainSteps) + "\" data-u=\"" +
      std::to_string(entry.usedBy.size()) + "\" data-p=\"" +
      std::to_string(place) + "\" data-t=\"" + fixed(theorem.seconds, 6) +
      "\"><a href=\"t/" + entry.page + "\">" + escape(theorem.name) +
      "</a><div class=\"say\">" + html(entry.sentence) +
      "</div><div class=\"what\">";
  if (!entry.law.empty())
    text += "<span class=\"lawname\">" + escape(entry.law) + "</span> ";
  if (entry.kind != "stated")
    text += "<span class=\"tag " + entry.kind.substr(0, entry.kind.find(' ')) +
            "\">" + escape(entry.kind) + "</span> ";
  text += "<span>" + escape(entry.method) + "</span> <span>" +
          count(entry.mainSteps, "step") + "</span>";
  if (!entry.usedBy.empty())
    text += " <span>cited " + std::to_string(entry.usedBy.size()) + "×</span>";
  return text + "</div></li>\n";
}

/// What a reader looks for comes first: what was asked for, and what else there
/// is to know.
static size_t rankOf(const Entry &entry) {
  const std::string_view kinds[] = {"contradiction", "stated",
                                    "essential",     "consequence",
                                    "refutation",    "ground fact"};
  return size_t(std::find(std::begin(kinds), std::end(kinds), entry.kind) -
                std::begin(kinds));
}

/// Items stand by kind; `data-p` is their place by dependency.
static std::string items(const Site &site) {
  std::vector<size_t> places(site.entries.size());
  for (size_t i = 0; i < places.size(); ++i)
    places[i] = i;
  std::sort(places.begin(), places.end(), [&](size_t a, size_t b) {
    return std::pair(rankOf(site.entries[a]), a) <
           std::pair(rankOf(site.entries[b]), b);
  });
  std::string text;
  for (size_t place : places)
    text += item(site.entries[place], place);
  return text;
}

std::string indexPage(const Site &site) {
  const Run &run = site.run;
  std::string text = "<h1>" + escape(run.theory.name) +
                     "</h1>\n<p class=\"lead\">" +
                     count(site.entries.size(), "theorem") +
                     " proved, <a "
                     "href=\"refuted.html\">" +
                     count(run.refuted.size(), "conjecture") +
                     " refuted</a>, <a href=\"open.html\">" +
                     withThousands(run.open.size()) + " open</a>";
  if (run.statistics.isKnown)
    text += ", in <a href=\"statistics.html\">" +
            duration(run.statistics.seconds) + "</a>";
  text += ".</p>\n";
  if (!run.stopped.empty())
    text += "<p><strong>" + stopText(run.stopped) +
            " What was proved until then is here.</strong></p>\n";
  text += filters(site) + "<ol class=\"theorems\" id=\"theorems\">\n";
  text += items(site);
  Frame frame = site.frame("Theorems", "index.html");
  frame.kind = "index";
  return page(frame, text + "</ol>\n");
}

} // namespace mplreport
