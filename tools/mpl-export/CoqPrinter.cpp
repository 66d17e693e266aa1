//===- CoqPrinter.cpp - Formulas and types as Gallina ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Coq.h"

namespace mplexport::coq {

/// What no name may be: the words that Coq's lexer keeps for itself, those of
/// the vernacular among them (`Variable Axiom : U` is no sentence), and what
/// this exporter uses of Coq's library. Everything else of the library may be
/// hidden: notations such as `/\` do not look names up.
static const std::set<std::string> reserved{
    // Gallina.
    "IF", "Prop", "SProp", "Set", "Type", "as", "at", "by", "cofix", "else",
    "end", "exists", "exists2", "fix", "for", "forall", "fun", "if", "in",
    "let", "match", "mod", "return", "then", "using", "where", "with",
    // The vernacular.
    "Axiom", "CoFixpoint", "Definition", "Fixpoint", "Hypothesis", "Parameter",
    "Theorem", "Variable",
    // The library.
    "False", "False_ind", "conj", "eq", "eq_ind", "eq_ind_r", "eq_refl",
    "eq_sym", "eq_trans", "ex", "ex_intro", "or_introl", "or_intror", "proj1",
    "proj2",
    // What stands where a proof cites nothing that fits must mean nothing.
    "unknown_name", "no_such_premise", "no_such_equality", "nothing_cited"};

Printer::Printer() : names(reserved) { universe = names.global("U"); }

std::string Printer::type(const Type &type) const {
  switch (type.kind) {
  case Type::Kind::Element:
    return universe;
  case Type::Kind::Power:
    return functionType(*type.first);
  case Type::Kind::Product:
    break;
  }
  return "(" + Printer::type(*type.first) + " * " +
         Printer::type(*type.second) + ")";
}

std::string Printer::functionType(const Type &tuple) const {
  auto input = [&](const Type &part) {
    return part.kind == Type::Kind::Power ? "(" + type(part) + ")" : type(part);
  };
  if (tuple.kind != Type::Kind::Product)
    return input(tuple) + " -> Prop";
  return input(*tuple.first) + " -> " + functionType(*tuple.second);
}

std::string Printer::term(const std::string &name) const {
  std::string text = names.find(name);
  // Readers find every name; what they do not must not pass.
  return text.empty() ? "unknown_name" : text;
}

std::string Printer::binders(std::span<const Variable> variables,
                             const std::string &prefix) {
  std::string text, last;
  for (const Variable &variable : variables) {
    const std::string its = type(*variable.type);
    text += its == last ? " " : (last.empty() ? " (" : " : " + last + ") (");
    text += names.enter(prefix + variable.name, variable.name);
    last = its;
  }
  return last.empty() ? text : text + " : " + last + ")";
}

std::string Printer::conjunction(std::span<const FormulaRef> parts) {
  std::string text;
  for (const FormulaRef &part : parts)
    text += (text.empty() ? "" : " /\\ ") + premise(part);
  return text;
}

std::string Printer::atom(const Formula &f) {
  if (f.isEquality())
    return term(f.arguments[0]) + " = " + term(f.arguments[1]);
  std::string text;
  size_t count = f.arguments.size();
  auto defined = predicates.find(f.predicate);
  if (defined == predicates.end())
    text = term(f.arguments[--count]);
  else
    text = defined->second;
  for (size_t i = 0; i < count; ++i)
    text += " " + term(f.arguments[i]);
  return text;
}

std::string Printer::argument(const FormulaRef &f) {
  std::string text = formula(f);
  return text.find(' ') == text.npos ? text : "(" + text + ")";
}

std::string Printer::premise(const FormulaRef &f) {
  return f->kind == Formula::Kind::Atom ? formula(f) : argument(f);
}

std::string Printer::formula(const FormulaRef &f) {
  const size_t outer = names.mark();
  std::string text;
  switch (f->kind) {
  case Formula::Kind::False:
    return "False";
  case Formula::Kind::Atom:
    return atom(*f);
  case Formula::Kind::Conjunction:
    return conjunction(f->parts);
  case Formula::Kind::Implication:
    if (!f->variables.empty())
      text = "forall" + binders(f->variables) + ", ";
    for (const FormulaRef &premise : flatten(f->parts[0]))
      text += Printer::premise(premise) + " -> ";
    text += formula(f->parts[1]);
    break;
  case Formula::Kind::Negation:
    for (const FormulaRef &premise : flatten(f->parts[0]))
      text += Printer::premise(premise) + " -> ";
    text += "False";
    break;
  case Formula::Kind::Exists:
    if (!f->variables.empty())
      text = "exists" + binders(f->variables) + ", ";
    text += conjunction(bodyOf(f));
    break;
  }
  names.leave(outer);
  return text;
}

//===--- Conjunctions and existentials ------------------------------------===//

std::string project(std::string term, size_t part, size_t count) {
  for (size_t i = 0; i < part; ++i)
    term = "(proj2 " + term + ")";
  return part + 1 < count ? "(proj1 " + term + ")" : term;
}

static size_t leavesOf(const FormulaRef &f) { return flatten(f).size(); }

std::string projectLeaf(std::string term, const FormulaRef &f, size_t leaf) {
  if (f->kind != Formula::Kind::Conjunction)
    return term;
  size_t part = 0;
  while (leaf >= leavesOf(f->parts[part]))
    leaf -= leavesOf(f->parts[part++]);
  return projectLeaf(project(std::move(term), part, f->parts.size()),
                     f->parts[part], leaf);
}

std::string conjoin(std::span<const std::string> proofs) {
  if (proofs.size() == 1)
    return proofs[0];
  return "(conj " + proofs[0] + " " + conjoin(proofs.subspan(1)) + ")";
}

std::string pattern(std::span<const std::string> variables,
                    std::span<const std::string> parts) {
  if (variables.empty())
    return conjoin(parts);
  return "(ex_intro _ " + variables[0] + " " +
         pattern(variables.subspan(1), parts) + ")";
}

//===--- Paths ------------------------------------------------------------===//

std::string follow(const Theory &theory, std::string term, FormulaRef at,
                   std::string_view path, std::span<const std::string> terms,
                   std::span<const std::string> premises) {
  auto apply = [&](std::span<const std::string> &arguments, size_t count) {
    count = std::min(count, arguments.size());
    for (const std::string &argument : arguments.first(count))
      term += " " + argument;
    arguments = arguments.subspan(count);
  };
  while (!path.empty() && path != "-") {
    const size_t dot = path.find('.');
    const std::string_view word = path.substr(0, dot);
    path.remove_prefix(dot == path.npos ? path.size() : dot + 1);
    if (word == "i") {
      apply(terms, at->variables.size());
      apply(premises, leavesOf(at->parts[0]));
      term = "(" + term + ")";
      at = at->parts[1];
    } else if (word == "u") {
      at = theory.definition(at->predicate)->body;
    } else {
      const size_t part = std::stoul(std::string(word));
      term = project(std::move(term), part, at->parts.size());
      at = at->parts[part];
    }
  }
  // A negated head has premises of its own.
  if (premises.empty())
    return term;
  apply(premises, premises.size());
  return "(" + term + ")";
}

} // namespace mplexport::coq
