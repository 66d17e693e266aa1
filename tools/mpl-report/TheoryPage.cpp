//===- TheoryPage.cpp - Axioms and definitions ----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Markup.h"
#include "Site.h"

namespace mplreport {

using namespace mplc::proof;

static std::string names(const std::vector<Variable> &variables) {
  std::string text;
  for (const Variable &variable : variables)
    text += (text.empty() ? "" : ",") + variable.name;
  return "[" + text + "]";
}

/// What the type of a constant makes it, and of which sets.
static std::string describe(const Theory &theory, const Variable &constant) {
  const Type &type = *constant.type;
  if (type.kind == Type::Kind::Element)
    return "an element";
  if (type.kind != Type::Kind::Power)
    return type.label();
  if (type.first->kind != Type::Kind::Product)
    return "a set";
  auto it = theory.signatures.find(constant.name);
  const bool isFunction = theory.functions.count(constant.name) != 0;
  if (it == theory.signatures.end())
    return isFunction ? "a function" : "a relation";
  Sentence mapping;
  mapping.kind = Sentence::Kind::Mapping;
  mapping.claim.arguments.push_back({constant.name, {}});
  for (const std::string &set : it->second)
    mapping.claim.arguments.push_back({set.empty() ? "?" : set, {}});
  if (isFunction)
    return html(mapping);
  std::string text = "a relation between ";
  for (size_t i = 0; i < it->second.size(); ++i)
    text += (i ? ", " : "") +
            math(Term{it->second[i].empty() ? "?" : it->second[i], {}});
  return text;
}

static std::string constants(const Site &site) {
  const Theory &theory = site.run.theory;
  const Reader reader(theory);
  std::string text = "<section aria-labelledby=\"constants\"><h2 "
                     "id=\"constants\">Symbols</h2><dl class=\"symbols\">\n";
  for (const Variable &constant : theory.constants) {
    const Term term = reader.term(constant.name);
    text += "<div><dt>" + math(term) +
            (term.name == constant.name
                 ? ""
                 : " <code>" + escape(constant.name) + "</code>") +
            "</dt><dd>" + describe(theory, constant) + "</dd></div>\n";
  }
  return text + "</dl></section>\n";
}

static std::string axiomList(const Site &site) {
  std::string text =
      "<section aria-labelledby=\"axioms\"><h2 id=\"axioms\">Axioms</h2>\n<ol "
      "class=\"axioms\">\n";
  for (const Axiom &axiom : site.axioms) {
    const std::string depth = std::to_string(std::min<size_t>(axiom.depth, 4));
    text += "<li id=\"" + axiom.anchor + "\" class=\"d" + depth +
            "\"><span class=\"no\">" + axiom.label +
            "</span> <div class=\"say\">";
    const bool isList = axiom.formula->kind == Formula::Kind::Conjunction;
    text += isList ? "all of" : html(axiom.sentence);
    if (!axiom.law.empty())
      text += " <span class=\"lawname\">" + escape(axiom.law) + "</span>";
    text += isList ? "</div></li>\n"
                   : source(toString(axiom.formula)) + "</div></li>\n";
  }
  return text + "</ol></section>\n";
}

static std::string inductions(const Site &site) {
  const Theory &theory = site.run.theory;
  if (theory.inductions.empty())
    return {};
  const Reader reader(theory);
  std::string text = "<section aria-labelledby=\"induction\"><h2 "
                     "id=\"induction\">Induction</h2><ul>\n";
  for (const InductionForm &form : theory.inductions) {
    text += "<li>Every member of " + math(Term{form.set, {}}) +
            " is made by finitely many applications of ";
    for (size_t i = 0; i < form.constructors.size(); ++i)
      text += (i == 0                              ? ""
               : i + 1 == form.constructors.size() ? " and "
                                                   : ", ") +
              math(reader.term(form.constructors[i].name));
    text += ".";
    const Term zero = reader.term(form.constructors[0].name);
    const Term next = {reader.term(form.constructors.back().name).name, {zero}};
    const Term one = reader.withNumeral(next);
    if (one.isName())
      text += " " + math(one) + " is " + math(next) + ", and so on.";
    text += "</li>\n";
  }
  return text + "</ul></section>\n";
}

static std::string assumed(const Site &site) {
  const Theory &theory = site.run.theory;
  std::string text;
  if (!theory.assumed.empty()) {
    text += "<section aria-labelledby=\"assumed\"><h2 "
            "id=\"assumed\">Assumed without proof</h2><ul class=\"plain\">\n";
    for (const Statement &statement : theory.assumed)
      text += "<li><strong>" + escape(statement.name) + "</strong> " +
              html(readingOf(theory, statement.formula)) +
              source(toString(statement.formula)) + "</li>\n";
    text += "</ul></section>\n";
  }
  if (!theory.facts.empty()) {
    text += "<section aria-labelledby=\"facts\"><h2 id=\"facts\">Facts</h2><ul "
            "class=\"plain\">\n";
    for (size_t i = 0; i < theory.facts.size(); ++i)
      text += "<li id=\"fact-" + std::to_string(i) + "\">" +
              html(readingOf(theory, theory.facts[i])) + "</li>\n";
    text += "</ul></section>\n";
  }
  return text;
}

/// Adds the definitions that the formula speaks of, and those that these do.
static void addUsed(const Theory &theory, const Formula &formula,
                    std::set<std::string> &used) {
  if (formula.kind == Formula::Kind::Atom)
    if (const Definition *definition = theory.definition(formula.predicate))
      if (used.insert(definition->name).second)
        addUsed(theory, *definition->body, used);
  for (const FormulaRef &part : formula.parts)
    addUsed(theory, *part, used);
}

static std::string definitionItem(const Theory &theory,
                                  const Definition &definition) {
  std::string text = "<div id=\"" + Site::definitionAnchor(definition.name) +
                     "\"><dt><code>" + escape(definition.name) +
                     escape(names(definition.parameters)) + "</code></dt><dd>";
  if (isMapping(definition)) {
    Sentence mapping;
    mapping.kind = Sentence::Kind::Mapping;
    for (const Variable &parameter : definition.parameters)
      mapping.claim.arguments.push_back({parameter.name, {}});
    text += html(mapping) + ", that is: ";
  }
  Reader reader(theory);
  std::set<std::string> functions;
  for (const FormulaRef &part : flatten(definition.body))
    if (const Definition *used = part->kind == Formula::Kind::Atom
                                     ? theory.definition(part->predicate)
                                     : nullptr;
        used && isMapping(*used))
      functions.insert(part->arguments[0]);
  reader.assume(functions);
  text += "<ul>";
  for (const FormulaRef &part : flatten(definition.body))
    text += "<li>" + html(reader.read(part)) + "</li>";
  return text + "</ul>" + source(toString(definition.body)) + "</dd></div>\n";
}

/// What a theory imports it need not use: that comes last, and folded.
static std::string definitions(const Site &site) {
  const Theory &theory = site.run.theory;
  if (theory.definitions.empty())
    return {};
  std::set<std::string> used;
  addUsed(theory, *theory.axioms, used);
  for (const auto *list : {&theory.assumed, &theory.stated})
    for (const Statement &statement : *list)
      addUsed(theory, *statement.formula, used);
  for (const Entry &entry : site.entries)
    addUsed(theory, *entry.theorem->statement, used);
  const std::string list = "<dl class=\"definitions\">\n";
  std::string text =
      "<section aria-labelledby=\"definitions\"><h2 id=\"definitions\">"
      "Definitions</h2><p class=\"dim\">A function is a relation of its inputs "
      "and its output, which stands last.</p>\n" +
      list;
  std::string others;
  size_t number = 0;
  for (const Definition &definition : theory.definitions) {
    const bool isUsed = used.count(definition.name);
    (isUsed ? text : others) += definitionItem(theory, definition);
    number += !isUsed;
  }
  text += "</dl>";
  if (number)
    text += "<details><summary>" + count(number, "definition") +
            " that this theory does not use</summary>" + list + others +
            "</dl></details>";
  return text + "</section>\n";
}

std::string theoryPage(const Site &site) {
  return page(site.frame("Axioms", "axioms.html"),
              "<h1>Axioms and definitions</h1>\n" + constants(site) +
                  axiomList(site) + inductions(site) + assumed(site) +
                  definitions(site));
}

} // namespace mplreport
