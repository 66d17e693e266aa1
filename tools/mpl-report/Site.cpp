//===- Site.cpp - A run as a site -----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Site.h"

#include "Markup.h"

#include <algorithm>

namespace mplreport {

using namespace mplc::proof;

static constexpr std::pair<const char *, const char *> assets[] = {
#include "Site.inc"
};

std::string fileName(std::string_view name, std::set<std::string> &used) {
  std::string base, folded;
  for (char c : name) {
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '_' || c == '-';
    base += isPlain ? c : '_';
  }
  // Names that some systems keep for devices are taken everywhere; long ones
  // are cut.
  base.resize(std::min<size_t>(base.size(), 100));
  auto lower = [](std::string text) {
    for (char &c : text)
      c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return text;
  };
  static const std::set<std::string> devices = {"con", "prn", "aux", "nul"};
  folded = lower(base);
  const bool isPort = folded.size() == 4 &&
                      (folded.starts_with("com") || folded.starts_with("lpt"));
  if (base.empty() || devices.count(folded) || isPort)
    base = "_" + base;
  std::string candidate = base;
  for (size_t n = 2; !used.insert(lower(candidate)).second; ++n)
    candidate = base + "-" + std::to_string(n);
  return candidate;
}

Site::Site(Run &run) : run(run) {
  readAxioms();
  readTheorems(run);
}

//===--- Axioms -----------------------------------------------------------===//

void Site::readAxioms() {
  const std::vector<FormulaRef> parts = run.theory.axiomList();
  const bool isList = run.theory.axioms->kind == Formula::Kind::Conjunction;
  for (size_t i = 0; i < parts.size(); ++i)
    addAxiom(parts[i], isList ? std::to_string(i) : "",
             "A" + std::to_string(i + 1), 0);
}

void Site::addAxiom(const FormulaRef &formula, const std::string &path,
                    const std::string &label, size_t depth) {
  Axiom axiom{path,
              label,
              "axiom-" + label.substr(1),
              formula,
              readingOf(run.theory, formula),
              {},
              depth};
  std::replace(axiom.anchor.begin(), axiom.anchor.end(), '.', '-');
  if (auto law = LawNames(run.theory).find(formula))
    axiom.law = lawText(*law);
  axioms.push_back(std::move(axiom));
  // Conjunctions and definitions stand with their parts below them.
  auto child = [&](const std::string &words) {
    return path.empty() ? words : path + "." + words;
  };
  auto add = [&](const FormulaRef &part, const std::string &words, size_t i) {
    addAxiom(part, child(words), label + "." + std::to_string(i + 1),
             depth + 1);
  };
  if (depth > 8)
    return;
  if (formula->kind == Formula::Kind::Conjunction) {
    for (size_t i = 0; i < formula->parts.size(); ++i)
      add(formula->parts[i], std::to_string(i), i);
    return;
  }
  const Definition *definition = formula->kind == Formula::Kind::Atom
                                     ? run.theory.definition(formula->predicate)
                                     : nullptr;
  if (!definition || isMapping(*definition))
    return;
  Renaming arguments;
  for (size_t i = 0; i < formula->arguments.size(); ++i)
    arguments[definition->parameters[i].name] = formula->arguments[i];
  const FormulaRef body = substitute(definition->body, arguments);
  if (body->kind != Formula::Kind::Conjunction)
    return add(body, "u", 0);
  for (size_t i = 0; i < body->parts.size(); ++i)
    add(body->parts[i], "u." + std::to_string(i), i);
}

const Axiom *Site::axiom(std::string_view path) const {
  const Axiom *best = nullptr;
  if (path == "-")
    path = "";
  for (const Axiom &axiom : axioms) {
    const bool isPrefix =
        axiom.path.empty() ||
        (path.starts_with(axiom.path) &&
         (path.size() == axiom.path.size() || path[axiom.path.size()] == '.'));
    if (isPrefix && (!best || axiom.path.size() >= best->path.size()))
      best = &axiom;
  }
  return best;
}

std::string Site::definitionAnchor(const std::string &name) {
  // Names of definitions may have any character but brackets and space.
  std::string anchor = "definition-";
  for (unsigned char c : name) {
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9');
    anchor += isPlain ? std::string(1, char(c)) : "." + std::to_string(c);
  }
  return anchor;
}

//===--- Theorems ---------------------------------------------------------===//

static unsigned countSteps(const Block &block) {
  unsigned result = 0;
  for (const Step &step : block.steps) {
    ++result;
    for (const Block &inner : step.blocks)
      result += countSteps(inner);
  }
  return result;
}

static unsigned countMain(const OutlineBlock &block) {
  unsigned result = 0;
  for (const OutlineStep &step : block.steps) {
    result = std::max(result, step.number);
    for (const OutlineBlock &inner : step.blocks)
      result = std::max(result, countMain(inner));
  }
  return result;
}

static std::string kindOf(const Theorem &theorem) {
  if (theorem.statement->kind == Formula::Kind::False)
    return "contradiction";
  if (theorem.isRefutation)
    return "refutation";
  if (theorem.isGround)
    return "ground fact";
  return theorem.explored.empty() ? "stated" : theorem.explored;
}

void Site::readTheorems(Run &run) {
  LawNames laws(run.theory);
  for (const Theorem &theorem : run.theorems)
    laws.note(theorem.statement);
  std::set<std::string> used;
  const auto uses = dependenciesOf(run);
  entries.resize(run.theorems.size());
  for (size_t i = 0; i < entries.size(); ++i) {
    Theorem &theorem = run.theorems[i];
    trim(theorem);
    Entry &entry = entries[i];
    places[theorem.name] = i;
    entry.theorem = &theorem;
    entry.page = fileName(theorem.name, used) + ".html";
    const Names names = namesOf(run, theorem);
    entry.sentence = readingOf(run.theory, theorem.statement, names);
    constexpr std::string_view induction = "induction on ";
    entry.method = theorem.method;
    if (entry.method.starts_with(induction))
      if (auto it = names.find(entry.method.substr(induction.size()));
          it != names.end())
        entry.method = std::string(induction) + it->second;
    entry.text = toString(entry.sentence);
    if (auto law = laws.find(theorem.statement))
      entry.law = lawText(*law);
    entry.kind = kindOf(theorem);
    std::set<std::string> free;
    freeNames(theorem.statement, free);
    for (const Variable &constant : run.theory.constants)
      if (free.count(constant.name) &&
          constant.type->kind == Type::Kind::Power &&
          constant.type->first->kind == Type::Kind::Product)
        entry.operators.push_back(constant.name);
    entry.uses = uses[i];
    entry.outline = outlineOf(run, theorem);
    entry.steps = countSteps(theorem.proof);
    entry.mainSteps = countMain(entry.outline);
  }
  for (size_t i = 0; i < entries.size(); ++i)
    for (size_t used : entries[i].uses)
      entries[used].usedBy.push_back(i);
}

//===--- Pages ------------------------------------------------------------===//

Frame Site::frame(const std::string &title, const std::string &current,
                  const std::string &root) const {
  return {run.theory.name, title, current, root, "page"};
}

std::string Site::link(const std::string &name, const std::string &root) const {
  auto it = places.find(name);
  if (it == places.end()) {
    const bool isAssumed = run.theory.assumption(name) != nullptr;
    return isAssumed ? "<a href=\"" + root + "axioms.html#assumed\">" +
                           escape(name) + "</a>"
                     : escape(name);
  }
  const Entry &entry = entries[it->second];
  return "<a href=\"" + root + "t/" + entry.page + "\" title=\"" +
         escape(entry.law.empty() ? entry.text : name + ": " + entry.text) +
         "\">" + escape(entry.law.empty() ? name : entry.law) + "</a>";
}

std::string source(const std::string &text) {
  return "<details class=\"src\"><summary>MPL</summary><code>" + escape(text) +
         "</code></details>";
}

std::vector<File> Site::files() const {
  std::vector<File> result = {{"index.html", indexPage(*this)},
                              {"axioms.html", theoryPage(*this)},
                              {"refuted.html", refutedPage(*this)},
                              {"open.html", openPage(*this)},
                              {"graph.html", graphPage(*this)},
                              {"statistics.html", statisticsPage(*this)}};
  for (auto [name, text] : assets)
    result.push_back({name, text});
  for (size_t i = 0; i < entries.size(); ++i)
    result.push_back({"t/" + entries[i].page, theoremPage(*this, i)});
  std::sort(result.begin(), result.end(),
            [](const File &a, const File &b) { return a.path < b.path; });
  return result;
}

} // namespace mplreport
