//===- TermPrinter.cpp - The core as terms and formulas -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Desugaring backwards: a variable that one premise has as a function's value
// is that application wherever it stands. Texts are tried from the shortest on,
// each is desugared again, and the first that is the same statement is taken;
// so nothing here needs to be exact, and nothing printed is ambiguous.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/TermPrinter.h"

#include "Analysis.h"
#include "Desugar.h"
#include "FileParser.h"
#include "Lexer.h"

#include "mplc/Parse/Parser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace mplc;

namespace {

/// How much a text leaves to be inferred.
enum class Style {
  Free,       ///< Free variables, sets by their uses.
  Quantified, ///< `forall a in S:`, sets not repeated as premises.
  Premises,   ///< Free variables, every membership a premise.
  Flat,       ///< The same, and no applications inside of others.
};

class Writer {
public:
  Writer(const Context &context, Style style) : context(context), style(style) {}

  std::string run(const Expr &expr) {
    std::string text = formula(expr, 0, /*top=*/true);
    return ok ? text : "";
  }

private:
  struct Text {
    std::string text;
    int level; ///< Precedence; large for what needs no brackets.
  };
  static constexpr int closed = 100;

  static std::string bracket(const Text &text, int least) {
    return text.level >= least ? text.text : "(" + text.text + ")";
  }

  std::string symbol(const std::string &name) {
    if (isWordOfFormulas(name))
      ok = false;
    return name;
  }

  //===--- Terms ----------------------------------------------------------===//

  Text term(const std::string &name) {
    auto it = values.find(name);
    if (it == values.end())
      return {symbol(name), closed};
    const Expr &atom = *it->second;
    return application(atom, atom.arguments.size() - 2);
  }

  /// The symbol of an atom, applied to its first `count` arguments.
  Text application(const Expr &atom, size_t count) {
    std::string name = symbol(atom.arguments.back().name);
    if (count == 2 && !isIdentifier(name)) {
      Precedence precedence = precedenceOf(name);
      auto side = [&](size_t i, Precedence::Side own) {
        Text text = term(atom.arguments[i].name);
        bool other = text.level < closed &&
                     (precedence.level == Precedence::other ||
                      text.level == Precedence::other);
        bool tight = precedence.side != own;
        return bracket(text, other ? closed : precedence.level + tight);
      };
      return {side(0, Precedence::Side::Left) + " " + name + " " +
                  side(1, Precedence::Side::Right),
              precedence.level};
    }
    std::string text = name + "(";
    for (size_t i = 0; i < count; ++i)
      text += (i ? ", " : "") + term(atom.arguments[i].name).text;
    return {text + ")", closed};
  }

  bool isFunction(const Expr &atom) const {
    if (!primitiveArity(atom.name) || atom.arguments.size() < 3)
      return false;
    const Signature *signature =
        context.signatures.find(atom.arguments.back().name);
    if (signature)
      return signature->isTotal;
    // An operator of two columns reads as a relation, all else as a function.
    return atom.arguments.size() > 3 ||
           isIdentifier(atom.arguments.back().name);
  }

  //===--- Formulas -------------------------------------------------------===//

  std::string formula(const Expr &expr, int least, bool top = false) {
    return bracket(formulaText(expr, top), least);
  }

  Text infix(const std::string &left, const char *word,
             const std::string &right, Precedence::Level level) {
    return {left + " " + word + " " + right, level};
  }

  Text equation(const Expr &expr, const char *sign) {
    if (expr.kind == Expr::Kind::Equality)
      return infix(bracket(term(expr.arguments[0].name), Precedence::other),
                   sign,
                   bracket(term(expr.arguments[1].name), Precedence::other),
                   Precedence::relation);
    size_t inputs = expr.arguments.size() - 2;
    return infix(bracket(application(expr, inputs), Precedence::other), sign,
                 bracket(term(expr.arguments[inputs].name), Precedence::other),
                 Precedence::relation);
  }

  Text atom(const Expr &expr) {
    if (!primitiveArity(expr.name)) {
      std::string text = expr.name + "[";
      for (size_t i = 0; i < expr.arguments.size(); ++i)
        text += (i ? "," : "") + term(expr.arguments[i].name).text;
      return {text + "]", closed};
    }
    if (isFunction(expr))
      return equation(expr, "=");
    size_t columns = expr.arguments.size() - 1;
    if (columns == 1)
      return infix(bracket(term(expr.arguments[0].name), Precedence::other),
                   "in", term(expr.arguments[1].name).text,
                   Precedence::relation);
    Text text = application(expr, columns);
    if (text.level < closed)
      text.level = std::min<int>(text.level, Precedence::relation);
    return text;
  }

  Text formulaText(const Expr &expr, bool top) {
    switch (expr.kind) {
    case Expr::Kind::Atom:
      return atom(expr);
    case Expr::Kind::Equality:
      return equation(expr, "=");
    case Expr::Kind::Conjunction: {
      std::string text;
      for (const ExprPtr &operand : expr.operands)
        text += (text.empty() ? "" : " and ") +
                formula(*operand, Precedence::conjunction + 1);
      return {text, Precedence::conjunction};
    }
    case Expr::Kind::Implication:
      return quantified(expr, top);
    case Expr::Kind::Negation:
      return negation(*expr.operands[0]);
    }
    return {"", 0};
  }

  Text negation(const Expr &inner) {
    if (inner.kind == Expr::Kind::Negation)
      return formulaText(*inner.operands[0], false);
    if (inner.kind == Expr::Kind::Equality ||
        (inner.kind == Expr::Kind::Atom && isFunction(inner)))
      return equation(inner, "!=");
    if (inner.kind == Expr::Kind::Implication && !inner.arguments.empty())
      return existential(inner);
    if (inner.kind == Expr::Kind::Conjunction &&
        llvm::all_of(inner.operands, [](const ExprPtr &operand) {
          return operand->kind == Expr::Kind::Negation;
        })) {
      std::string text;
      for (const ExprPtr &operand : inner.operands)
        text += (text.empty() ? "" : " or ") +
                formula(*operand->operands[0], Precedence::disjunction + 1);
      return {text, Precedence::disjunction};
    }
    return {"not " + formula(inner, Precedence::negation),
            Precedence::negation};
  }

  //===--- Quantifiers ----------------------------------------------------===//

  static void flatten(const Expr &expr, std::vector<const Expr *> &parts) {
    if (expr.kind != Expr::Kind::Conjunction) {
      parts.push_back(&expr);
      return;
    }
    for (const ExprPtr &operand : expr.operands)
      flatten(*operand, parts);
  }

  static bool mentions(const Expr &expr, const std::string &name) {
    return llvm::any_of(expr.arguments,
                        [&](const Identifier &id) { return id.name == name; }) ||
           llvm::any_of(expr.operands, [&](const ExprPtr &operand) {
             return mentions(*operand, name);
           });
  }

  /// Does the value of `atom` depend on `name`, through what is known so far?
  bool dependsOn(const Expr &atom, const std::string &name) const {
    for (size_t i = 0; i + 2 < atom.arguments.size(); ++i) {
      const std::string &input = atom.arguments[i].name;
      if (input == name)
        return true;
      auto it = values.find(input);
      if (it != values.end() && dependsOn(*it->second, name))
        return true;
    }
    return atom.arguments.back().name == name;
  }

  struct Parts {
    std::vector<std::string> variables;
    std::map<std::string, std::string> sets;
    std::vector<const Expr *> premises;
  };

  /// Which variables are values, which are in sets, and what is left.
  Parts split(const Expr &implication, bool existential) {
    Parts result;
    std::vector<const Expr *> all;
    flatten(*implication.operands[0], all);
    auto binds = [&](const std::string &name) {
      return llvm::any_of(implication.arguments, [&](const Identifier &id) {
        return id.name == name;
      });
    };
    std::vector<const Expr *> rest;
    for (const Expr *part : all) {
      bool takes = style != Style::Flat && part->kind == Expr::Kind::Atom &&
                   isFunction(*part);
      const std::string &value =
          takes ? part->arguments[part->arguments.size() - 2].name : "";
      takes = takes && binds(value) && !values.count(value) &&
              !dependsOn(*part, value);
      if (takes) {
        bool elsewhere = mentions(*implication.operands[1], value);
        for (const Expr *other : all)
          elsewhere |= other != part && mentions(*other, value);
        takes = elsewhere;
      }
      if (takes)
        values[value] = part;
      else
        rest.push_back(part);
    }
    for (const Expr *part : rest) {
      bool isSet = part->kind == Expr::Kind::Atom && part->name == "in" &&
                   part->arguments.size() == 2 &&
                   binds(part->arguments[0].name) &&
                   !binds(part->arguments[1].name);
      bool keeps = style == Style::Premises || style == Style::Flat;
      if (isSet && (existential || !keeps) &&
          !values.count(part->arguments[0].name) &&
          result.sets
              .try_emplace(part->arguments[0].name, part->arguments[1].name)
              .second)
        continue;
      result.premises.push_back(part);
    }
    for (const Identifier &id : implication.arguments)
      if (!values.count(id.name))
        result.variables.push_back(symbol(id.name));
    return result;
  }

  std::string prefix(const char *word, const Parts &parts) {
    std::string text = word;
    const char *separator = " ";
    for (size_t i = 0; i < parts.variables.size(); ++i) {
      auto set = parts.sets.find(parts.variables[i]);
      auto next = i + 1 < parts.variables.size()
                      ? parts.sets.find(parts.variables[i + 1])
                      : parts.sets.end();
      text += separator + parts.variables[i];
      separator = ", ";
      bool ends = next == parts.sets.end() || set == parts.sets.end() ||
                  next->second != set->second;
      if (set != parts.sets.end() && ends)
        text += " in " + symbol(set->second);
    }
    return text + ": ";
  }

  std::string conjunction(const std::vector<const Expr *> &parts, int least) {
    if (parts.size() == 1)
      return formula(*parts[0], least);
    std::string text;
    for (const Expr *part : parts)
      text += (text.empty() ? "" : " and ") +
              formula(*part, Precedence::conjunction + 1);
    return least > Precedence::conjunction ? "(" + text + ")" : text;
  }

  Text quantified(const Expr &expr, bool top) {
    auto saved = values;
    Parts parts = split(expr, /*existential=*/false);
    std::string text;
    int level = Precedence::implies;
    bool free = top && style != Style::Quantified;
    if (!parts.variables.empty() && !free) {
      text = prefix("forall", parts);
      level = 0;
    }
    if (!parts.premises.empty())
      text += conjunction(parts.premises, Precedence::disjunction) +
              " implies ";
    else if (level != 0)
      level = closed;
    Text head = formulaText(*expr.operands[1], false);
    text += parts.premises.empty() ? head.text
                                   : bracket(head, Precedence::implies);
    values = std::move(saved);
    return {text, level == closed ? head.level : level};
  }

  Text existential(const Expr &inner) {
    auto saved = values;
    Parts parts = split(inner, /*existential=*/true);
    // A premise that the head denies stands there once.
    const Expr &head = *inner.operands[1];
    if (head.kind == Expr::Kind::Negation &&
        parts.premises.size() == 1 &&
        toString(*parts.premises[0]) == toString(*head.operands[0]))
      parts.premises.clear();
    std::string text = prefix("exists", parts);
    if (!parts.premises.empty())
      text += conjunction(parts.premises, Precedence::conjunction) + " and ";
    Text body = head.kind == Expr::Kind::Negation
                    ? formulaText(*head.operands[0], false)
                    : negation(head);
    text += parts.premises.empty()
                ? body.text
                : bracket(body, Precedence::conjunction + 1);
    values = std::move(saved);
    return {text, 0};
  }

  const Context &context;
  Style style;
  bool ok = true;
  std::map<std::string, const Expr *> values;
};

std::string write(const Expr &expr, const Context &context) {
  for (Style style : {Style::Free, Style::Quantified, Style::Premises,
                      Style::Flat}) {
    std::string text = Writer(context, style).run(expr);
    if (text.empty())
      continue;
    Diagnostics diagnostics;
    SyntaxPtr syntax = parseFormula(text, diagnostics);
    ExprPtr again = syntax ? desugar(*syntax, context, diagnostics) : nullptr;
    if (again && !diagnostics.hadError() && isSameStatement(expr, *again))
      return text;
  }
  return toString(expr);
}

bool isCoreText(const std::string &text) {
  return text.size() > 1 && (text[0] == '!' || (text[0] == '(' &&
                                                 text.back() == ')'));
}

} // namespace

struct TermPrinter::State {
  const Module &module;
  llvm::StringMap<const Definition *> definitions;
  Context context;

  explicit State(const Module &module) : module(module) {
    for (const Definition &definition : module.definitions)
      definitions[definition.id.name] = &definition;
    if (!module.theory)
      return;
    for (const Parameter &constant : module.theory->constants)
      context.scope.insert(constant.id.name);
    if (module.theory->axioms)
      context.signatures.collect(*module.theory->axioms, lookup());
  }

  Signatures::Lookup lookup() const {
    return [this](const std::string &name) -> const Definition * {
      auto it = definitions.find(name);
      return it == definitions.end() ? nullptr : it->second;
    };
  }

  /// The parts of axioms. Those that say what is known of sets are printed in
  /// the core, so that all others are read with the same knowledge.
  std::vector<std::string> axioms(const Expr &expr,
                                  const Context &given) const {
    std::vector<const Expr *> parts;
    if (expr.kind == Expr::Kind::Conjunction)
      for (const ExprPtr &operand : expr.operands)
        parts.push_back(operand.get());
    else
      parts.push_back(&expr);
    std::vector<bool> says(parts.size());
    Context own = given;
    own.signatures = {};
    for (size_t i = 0; i < parts.size(); ++i) {
      Signatures alone;
      alone.collect(*parts[i], lookup());
      says[i] = !alone.empty();
      if (says[i])
        own.signatures.collect(*parts[i], lookup());
    }
    std::vector<std::string> result;
    for (size_t i = 0; i < parts.size(); ++i)
      result.push_back(says[i] ? toString(*parts[i]) : write(*parts[i], own));
    return result;
  }

  void printDefinition(const Definition &definition,
                       llvm::raw_ostream &os) const {
    Context own;
    os << "(define " << definition.id.name << '[';
    llvm::interleave(
        definition.parameters, os,
        [&](const Parameter &parameter) {
          own.scope.insert(parameter.id.name);
          os << parameter.id.name;
        },
        ",");
    std::vector<std::string> parts = axioms(*definition.body, own);
    os << ']';
    if (parts.size() == 1) {
      os << "\n  " << parts[0] << ")\n";
      return;
    }
    os << "\n  (&";
    const char *separator = " ";
    for (const std::string &part : parts) {
      bool bare = isCoreText(part) && toStringIsCore(part);
      os << separator << (bare ? part : "(" + part + ")");
      separator = "\n    ";
    }
    os << "))\n";
  }

  static bool toStringIsCore(const std::string &text) {
    Diagnostics diagnostics;
    SyntaxPtr syntax = parseFormula(text, diagnostics);
    return syntax && (syntax->bracketed ||
                      syntax->kind == Syntax::Kind::Negation);
  }
};

TermPrinter::TermPrinter(const Module &module)
    : state(std::make_unique<State>(module)) {}
TermPrinter::~TermPrinter() = default;

std::string TermPrinter::statement(const Expr &expr) const {
  return write(expr, state->context);
}

std::string TermPrinter::definition(const Definition &definition) const {
  std::string text;
  llvm::raw_string_ostream os(text);
  state->printDefinition(definition, os);
  return text;
}

void TermPrinter::print(llvm::raw_ostream &os) const {
  const Module &module = state->module;
  for (const Definition &definition : module.definitions)
    state->printDefinition(definition, os);
  if (module.theory) {
    os << "(theory " << module.theory->id.name << '[';
    llvm::interleave(
        module.theory->constants, os,
        [&](const Parameter &constant) { os << constant.id.name; }, ",");
    os << ']';
    const char *separator = "\n  ";
    for (const std::string &part :
         state->axioms(*module.theory->axioms, state->context)) {
      os << separator << part;
      separator = ";\n  ";
    }
    os << ")\n";
  }
  printForms(module, os,
             [&](const Expr &expr) { return statement(expr); });
}
