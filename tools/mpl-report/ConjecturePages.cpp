//===- ConjecturePages.cpp - What is false, and what is open --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Infix.h"
#include "Markup.h"
#include "Site.h"

namespace mplreport {

using namespace mplc::proof;

static std::string statement(const Site &site, const FormulaRef &formula,
                             const std::string &text) {
  if (formula)
    return "<div class=\"say\">" + html(readingOf(site.run.theory, formula)) +
           "</div>" + source(toString(formula));
  return text.empty() ? "" : "<div class=\"say\">" + escape(text) + "</div>";
}

//===--- Values -----------------------------------------------------------===//

/// `x = y` or `x is not y`, split at the words between the sides, as one
/// formula.
static std::string comparison(const Reader &reader, std::string_view text,
                              std::string_view words, bool isEqual) {
  const size_t at = text.find(words);
  if (at == text.npos)
    return escape(text);
  const auto left = termIn(text.substr(0, at), reader);
  const auto right = termIn(text.substr(at + words.size()), reader);
  if (!left || !right)
    return escape(text);
  return isEqual ? math(*left, *right) : mathUnequal(*left, *right);
}

/// `a = 0, l = cons(1, nil)`: commas in brackets belong to the values.
static std::string valueList(const Reader &reader, std::string_view text) {
  std::string result;
  size_t begin = 0;
  int depth = 0;
  for (size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ',';
    depth += (c == '(') - (c == ')');
    if (c != ',' || depth != 0)
      continue;
    result += (result.empty() ? "" : ", ") +
              comparison(reader, text.substr(begin, at - begin), " = ", true);
    begin = at + 1;
  }
  return result;
}

//===--- Pages ------------------------------------------------------------===//

static std::string refutedOne(const Site &site, const Refuted &refuted) {
  std::string text = "<li><h3>" + escape(refuted.name) + "</h3>" +
                     statement(site, refuted.statement, refuted.text);
  if (!refuted.values.empty()) {
    const Reader reader(site.run.theory);
    text += "<p>False for ";
    // What the statement shows as a term has its value too.
    std::map<std::string, Term> terms;
    if (refuted.statement)
      for (auto &[name, term] :
           readingOf(site.run.theory, refuted.statement).outputs)
        terms[name] = term;
    for (size_t i = 0; i < refuted.values.size(); ++i) {
      const auto &[name, written] = refuted.values[i];
      auto term = terms.find(name);
      const Term left = term == terms.end() ? Term{name, {}} : term->second;
      const std::optional<Term> right = termIn(written, reader);
      text +=
          (i ? ", " : "") + std::string("<span class=\"value\">") +
          (right ? math(left, *right) : math(left) + " = " + escape(written)) +
          "</span>";
    }
    text += ".</p>";
  }
  if (!refuted.by.empty()) {
    text += "<p>These values contradict it, by ";
    for (size_t i = 0; i < refuted.by.size(); ++i)
      text += (i ? ", " : "") + site.link(refuted.by[i], "");
    text += ".</p>";
  }
  if (!refuted.model.empty())
    text += "<p>A finite model of the axioms in which it is false:</p>" +
            modelView(site, refuted.model);
  return text + "</li>\n";
}

std::string refutedPage(const Site &site) {
  const Run &run = site.run;
  std::string text = "<h1>Refuted</h1>\n<section "
                     "aria-labelledby=\"conjectures\"><h2 "
                     "id=\"conjectures\">Conjectures that are false</h2>\n";
  if (run.refuted.empty())
    text += "<p class=\"dim\">None.</p>\n";
  else
    text += "<ul class=\"cards\">\n";
  for (const Refuted &refuted : run.refuted)
    text += refutedOne(site, refuted);
  if (!run.refuted.empty())
    text += "</ul>\n";
  text += "</section>\n";
  if (!run.falseEquations.empty()) {
    text += "<section aria-labelledby=\"candidates\"><h2 id=\"candidates\">"
            "Candidates that values rule out</h2>\n<p>" +
            count(run.falseEquations.size(), "equation") +
            " that exploration looked at, each with the first values found for "
            "which the sides differ.</p>\n<div class=\"scroll\" tabindex=\"0\" "
            "role=\"region\" aria-labelledby=\"candidates\"><table>"
            "<thead><tr><th scope=\"col\">Equation</th><th "
            "scope=\"col\">False for</th><th scope=\"col\">Because</th></tr>"
            "</thead><tbody>\n";
    const Reader reader(run.theory);
    for (const FalseEquation &equation : run.falseEquations) {
      // Without variables there is nothing before the colon.
      const std::string_view values = equation.values;
      const size_t colon = std::min(values.find(": "), values.size());
      const std::string_view because =
          values.substr(std::min(colon + 2, values.size()));
      text += "<tr><td>" + comparison(reader, equation.text, " = ", true) +
              "</td><td>" +
              (colon ? valueList(reader, values.substr(0, colon)) : "") +
              "</td><td>" + comparison(reader, because, " is not ", false) +
              "</td></tr>\n";
    }
    text += "</tbody></table></div></section>\n";
  }
  return page(site.frame("Refuted", "refuted.html"), text);
}

/// What a limit means to the reader of a report.
static std::string explain(const std::string &limit) {
  if (limit == "firings")
    return "the highest number of rule firings in a block was reached";
  if (limit == "search exhausted")
    return "every budget was used up without a proof or a counterexample, which "
           "says nothing about its truth: a lemma may be missing";
  if (limit == "memory")
    return "memory ran out";
  if (limit == "blocks")
    return "the highest number of blocks was reached";
  if (limit == "time")
    return "time ran out";
  if (limit == "interrupt")
    return "the run was interrupted";
  if (limit == "contradictory axioms")
    return "the axioms are contradictory";
  if (limit == "a part is open")
    return "one of its claims is open";
  return limit.empty() ? "the run does not say why" : limit;
}

/// What was tried, and what the rules that came nearest lacked.
static std::string nearest(const Open &open) {
  std::string text;
  if (!open.tried.empty())
    text += "<p>Tried: " + escape(open.tried) + ".</p>";
  if (open.nearest.empty())
    return text;
  text += "<p>What came nearest:</p><ul>";
  for (const std::string &line : open.nearest)
    text += "<li><code>" + escape(line) + "</code></li>";
  return text + "</ul>";
}

std::string stopText(const std::string &reason) {
  if (reason == "interrupt")
    return "The run was interrupted.";
  if (reason == "time")
    return "The run was stopped because its time ran out.";
  if (reason == "contradictory axioms")
    return "The run was stopped because the axioms are contradictory.";
  return "The run was stopped: " + escape(reason) + ".";
}

std::string openPage(const Site &site) {
  const Run &run = site.run;
  std::string text = "<h1>Open</h1>\n";
  for (bool isExplored : {false, true}) {
    const std::string id = isExplored ? "candidates" : "conjectures";
    std::string items;
    for (const Open &open : run.open)
      if (open.isExplored == isExplored)
        items += "<li><h3>" + escape(open.name) + "</h3>" +
                 statement(site, open.statement, open.text) +
                 "<p class=\"limit\"><span class=\"tag open\">" +
                 escape(open.limit.empty() ? "open" : open.limit) + "</span> " +
                 escape(explain(open.limit)) + "</p>" + nearest(open) + "</li>\n";
    if (items.empty() && isExplored)
      continue;
    text +=
        "<section aria-labelledby=\"" + id + "\"><h2 id=\"" + id + "\">" +
        (isExplored ? "Candidates of exploration, neither proved nor refuted"
                    : "Conjectures, neither proved nor refuted") +
        "</h2>\n" +
        (items.empty() ? "<p class=\"dim\">None.</p>"
                       : "<ul class=\"cards\">\n" + items + "</ul>") +
        "</section>\n";
  }
  if (!run.stopped.empty())
    text += "<p>" + stopText(run.stopped) + "</p>\n";
  return page(site.frame("Open", "open.html"), text);
}

} // namespace mplreport
