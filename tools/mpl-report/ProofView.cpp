//===- ProofView.cpp - Proofs as nested lists -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A step is a list item whose id is its number in the proof file. What it rests
// on stands in links of its reason; the script finds what uses a step from
// these. Steps that are not main ones have the class `fold`.
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Site.h"

#include <algorithm>

namespace mplreport {

using namespace mplc::proof;
using Role = OutlineStep::Role;

namespace {

class View {
public:
  View(const Site &site, const Entry &entry) : site(site), entry(entry) {
    index(entry.outline);
  }

  std::string run() {
    // A theorem whose proof is one `show` needs no frame around that.
    const OutlineBlock &proof = entry.outline;
    std::string text = "<ol class=\"steps\">\n";
    for (const OutlineStep &step : proof.steps) {
      const bool isWhole = step.step->number == proof.block->end;
      if (isWhole && step.step->reason == Reason::Show)
        text += "</ol>\n" + block(step.blocks[0], *step.step, true) +
                "<ol class=\"steps\">\n";
      else
        text += item(step, isWhole);
    }
    text += "</ol>\n";
    // Lists without items say nothing.
    const std::string empty = "<ol class=\"steps\">\n</ol>\n";
    for (size_t at = text.find(empty); at != text.npos; at = text.find(empty))
      text.erase(at, empty.size());
    return text;
  }

private:
  void index(const OutlineBlock &block) {
    for (const OutlineStep &step : block.steps) {
      steps[step.step->number] = &step;
      for (const OutlineBlock &inner : step.blocks)
        index(inner);
    }
  }

  //===--- Steps ----------------------------------------------------------===//

  std::string label(StepNumber number) const {
    auto it = steps.find(number);
    if (it == steps.end() || it->second->number == 0)
      return "·" + std::to_string(number);
    return std::to_string(it->second->number);
  }

  std::string item(const OutlineStep &step, bool isWhole) {
    const std::string number = std::to_string(step.step->number);
    const bool isMain = step.number != 0;
    std::string text =
        "<li id=\"s" + number + "\"" + (isMain ? "" : " class=\"fold\"") + ">" +
        "<div class=\"st\"><span class=\"no\">" + label(step.step->number) +
        "</span> <div class=\"say\">" + statement(step) +
        "</div> <span class=\"why\">" + reason(step) +
        "</span></div><code class=\"mpl\">" +
        escape(toString(step.step->formula)) + "</code>";
    for (const OutlineBlock &inner : step.blocks)
      text += block(inner, *step.step, false);
    return text + "</li>\n";
  }

  std::string statement(const OutlineStep &step) {
    std::string text;
    if (!step.chain.empty()) {
      // The first line is an equation; of a long one only its left side.
      const std::string first = math(step.chainStart, step.chain[0].side);
      const bool isLong = first.find("<wbr>") != first.npos;
      text = isLong ? math(step.chainStart) : first + links(step.chain[0].from);
      for (size_t i = isLong ? 0 : 1; i < step.chain.size(); ++i)
        text += "<div class=\"chain\">" + mathEquals(step.chain[i].side) +
                links(step.chain[i].from) + "</div>";
      return text;
    }
    if (step.role == Role::Value)
      return "<span class=\"dim\">a name for</span> " + value(step.sentence);
    if (!step.named.empty())
      text = "let " + math(step.named) + " be such that ";
    return text + html(step.sentence);
  }

  /// What is named: a side of `t = t`.
  static std::string value(const Sentence &sentence) {
    if (sentence.kind == Sentence::Kind::Claim)
      return math(sentence.claim.arguments[0]);
    std::string text;
    for (const Sentence &part : sentence.parts)
      if (part.kind == Sentence::Kind::Claim && part.claim.predicate == "=")
        text += (text.empty() ? "" : ", ") + math(part.claim.arguments[0]);
    return text;
  }

  std::string links(const std::vector<StepNumber> &numbers) const {
    if (numbers.empty())
      return {};
    std::string text = " <span class=\"by\">(";
    for (size_t i = 0; i < numbers.size(); ++i)
      text += (i ? ", " : "") + link(numbers[i]);
    return text + ")</span>";
  }

  std::string link(StepNumber number) const {
    return "<a href=\"#s" + std::to_string(number) + "\">" + label(number) +
           "</a>";
  }

  //===--- Reasons --------------------------------------------------------===//

  std::string reason(const OutlineStep &step) {
    std::string text = why(step);
    // `rewriting 4 by 2, 5`, and `by 2, 5` if 4 only names a value.
    const bool isRewriting = step.step->reason == Reason::Rewrite;
    if (isRewriting)
      text = step.applied ? "rewriting " + link(step.applied) : "";
    std::string cited;
    for (StepNumber number : step.from)
      if (step.chain.empty() && number != step.applied)
        cited += (cited.empty() ? "" : ", ") + link(number);
    if (!cited.empty())
      text += (text.empty() ? "by " : isRewriting ? " by " : ", ") + cited;
    std::string also;
    for (StepNumber number : step.alsoFrom)
      also += (also.empty() ? "" : ", ") + link(number);
    if (!also.empty())
      text += "<span class=\"fold\"> [" + also + "]</span>";
    return text;
  }

  std::string theorems(const OutlineStep &step) const {
    std::string text;
    for (const std::string &name : step.theorems)
      text += (text.empty() ? "" : ", ") + site.link(name, "../");
    return text;
  }

  std::string why(const OutlineStep &step) {
    const Step &s = *step.step;
    std::string by = theorems(step);
    if (step.role == Role::Restated && s.reason == Reason::Show)
      return by.empty() ? "as before" : "a form of " + by;
    switch (s.reason) {
    case Reason::Premise:
      return premise(step.premise);
    case Reason::Clause:
    case Reason::Witness: {
      // Two values of one application: the chain tells.
      if (!step.chain.empty())
        return {};
      std::string root = clause(step);
      if (root.empty())
        return by.empty() ? "" : "by " + by;
      return "by " + root + (by.empty() ? "" : ", " + by);
    }
    case Reason::Exists:
      return "such a value is known";
    case Reason::Fold:
      return "by " + definition(s.definition);
    case Reason::Both:
      return "together";
    case Reason::Chain:
      return step.chain.empty() ? "equal" : "";
    case Reason::Rewrite:
      return {}; // `reason` tells.
    case Reason::Absurd:
      return "from a contradiction anything follows";
    case Reason::Show:
      return "shown below";
    case Reason::Induction:
      return "by induction on " + variable(step);
    case Reason::Split:
      return "by cases of " + (step.blocks.empty()
                                   ? std::string("the value")
                                   : math(step.blocks[0].subject));
    case Reason::Cases:
      return "by cases";
    }
    return {};
  }

  std::string variable(const OutlineStep &step) const {
    for (const OutlineBlock &block : step.blocks)
      if (block.block->kind == Block::Kind::Case)
        return math(block.subject);
    return "a variable";
  }

  static std::string premise(Premise::Kind kind) {
    switch (kind) {
    case Premise::Kind::Given:
      return "assumed";
    case Premise::Kind::Case:
      return "in this case";
    case Premise::Kind::Membership:
      return "where it ranges";
    case Premise::Kind::Hypothesis:
      return "induction hypothesis";
    case Premise::Kind::Condition:
      return "in this case";
    }
    return {};
  }

  std::string definition(const std::string &name) const {
    return "<a href=\"../axioms.html#" + Site::definitionAnchor(name) +
           "\">definition of " + escape(name) + "</a>";
  }

  /// What is applied; empty for a theorem, which `theorems` names.
  std::string clause(const OutlineStep &step) const {
    const ClauseUse &use = step.step->use;
    switch (use.root) {
    case ClauseUse::Root::Axioms: {
      const Axiom *axiom = site.axiom(use.path);
      if (!axiom)
        return "<a href=\"../axioms.html\">the axioms</a>";
      return "<a href=\"../axioms.html#" + axiom->anchor + "\" title=\"" +
             escape(toString(axiom->sentence)) + "\">" +
             (axiom->law.empty() ? "axiom " + axiom->label
                                 : escape(axiom->law)) +
             "</a>";
    }
    case ClauseUse::Root::Definition:
      return definition(use.name);
    case ClauseUse::Root::Fact:
      return "<a href=\"../axioms.html#fact-" + std::to_string(use.number) +
             "\">a fact</a>";
    case ClauseUse::Root::Theorem:
      return {};
    case ClauseUse::Root::Step:
      if (!step.applied)
        return {};
      auto it = steps.find(step.applied);
      const bool isHypothesis =
          it->second->step->reason == Reason::Premise &&
          it->second->premise == Premise::Kind::Hypothesis;
      return (isHypothesis ? "induction hypothesis " : "") + link(step.applied);
    }
    return {};
  }

  //===--- Blocks ---------------------------------------------------------===//

  std::string block(const OutlineBlock &at, const Step &around, bool isWhole) {
    std::string text;
    if (!isWhole)
      text += std::string("<details open class=\"block") +
              (at.isFolded ? " fold" : "") + "\"><summary>" +
              heading(at, around) + "</summary>\n";
    std::string open;
    if (!at.named.empty())
      open = "Let " + math(at.named) + ". ";
    const bool hasGoal =
        at.block->kind != Block::Kind::Proof && at.block->goal != nullptr;
    // Cases of a value or a condition show what stands above them.
    if (hasGoal && at.block->kind != Block::Kind::Member &&
        around.reason != Reason::Split && around.reason != Reason::Cases)
      open += "To show: " + html(at.goal);
    if (!open.empty())
      text += "<p class=\"open\">" + open + "</p>\n";
    text += "<ol class=\"steps\">\n";
    for (const OutlineStep &step : at.steps)
      text += item(step, false);
    text += "</ol>\n";
    return isWhole ? text : text + "</details>";
  }

  std::string heading(const OutlineBlock &at, const Step &around) const {
    switch (at.block->kind) {
    case Block::Kind::Proof:
      return "Proof";
    case Block::Kind::Show:
      return "Proof of " + label(around.number);
    case Block::Kind::Member:
      return "The variable ranges over " +
             (around.form ? math(Term{around.form->set, {}})
                          : std::string("the set"));
    case Block::Kind::Case:
      break;
    }
    if (!at.block->constructor)
      return "Case " + html(at.condition);
    const bool isInduction = around.reason == Reason::Induction;
    return (isInduction ? (at.isBase ? "Base case " : "Step case ") : "Case ") +
           math(at.subject, at.made);
  }

  const Site &site;
  const Entry &entry;
  std::map<StepNumber, const OutlineStep *> steps;
};

} // namespace

std::string proofView(const Site &site, const Entry &entry) {
  return View(site, entry).run();
}

} // namespace mplreport
