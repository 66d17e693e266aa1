//===- Printer.cpp - Modules as text --------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace mplc;

static void printInner(const Type &type, std::string &out) {
  if (type.isElement())
    out += "1";
  else
    out += type.label();
}

std::string Type::label() const {
  if (kind == Kind::Element)
    return "(1)";
  std::string out = kind == Kind::Power ? "P(" : "x(";
  printInner(*first, out);
  if (kind == Kind::Product) {
    out += ")(";
    printInner(*second, out);
  }
  return out + ")";
}

static std::string plural(const Type &type) {
  if (type.isElement())
    return "elements";
  if (type.kind == Type::Kind::Power && type.first->kind != Type::Kind::Product)
    return "sets of " + plural(*type.first);
  return "relations";
}

std::string Type::words() const {
  if (isElement())
    return "an element";
  if (kind == Kind::Product)
    return "a tuple";
  if (first->kind != Kind::Product)
    return "a set of " + plural(*first);
  unsigned columns = 1;
  bool elements = true;
  const Type *part = first.get();
  for (; part->kind == Kind::Product; part = part->second.get(), ++columns)
    elements &= part->first->isElement();
  elements &= part->isElement();
  static const char *const numbers[] = {"one",  "two", "three", "four",
                                        "five", "six", "seven", "eight"};
  auto number = [](unsigned n) {
    return n <= 8 ? numbers[n - 1] : std::to_string(n);
  };
  std::string things = elements ? "elements" : "things";
  return "a relation of " + number(columns) + " " + things +
         " (or a function of " + number(columns - 1) + ")";
}

static llvm::StringRef nameOf(const Identifier &id) { return id.name; }
static llvm::StringRef nameOf(const Parameter &parameter) {
  return parameter.id.name;
}

template <typename T>
static void printList(const std::vector<T> &names, llvm::raw_ostream &os) {
  os << '[';
  llvm::interleave(
      names, os, [&](const T &name) { os << nameOf(name); }, ",");
  os << ']';
}

void mplc::print(const Expr &expr, llvm::raw_ostream &os) {
  switch (expr.kind) {
  case Expr::Kind::Negation:
    os << '!';
    print(*expr.operands[0], os);
    return;
  case Expr::Kind::Atom:
    os << '(' << expr.name;
    break;
  case Expr::Kind::Equality:
    os << "(=";
    break;
  case Expr::Kind::Conjunction:
    os << "(&";
    break;
  case Expr::Kind::Implication:
    os << "(>";
    break;
  }
  if (expr.kind != Expr::Kind::Conjunction)
    printList(expr.arguments, os);
  for (const ExprPtr &operand : expr.operands)
    print(*operand, os);
  os << ')';
}

std::string mplc::toString(const Expr &expr) {
  std::string text;
  llvm::raw_string_ostream os(text);
  print(expr, os);
  return text;
}

static void printForm(llvm::StringRef form, llvm::StringRef name,
                      const std::vector<Parameter> &parameters,
                      const Expr &body, llvm::raw_ostream &os) {
  os << '(' << form << ' ' << name;
  printList(parameters, os);
  os << ' ';
  print(body, os);
  os << ")\n";
}

using StatementPrinter = llvm::function_ref<std::string(const Expr &)>;

static void printConjecture(const Conjecture &conjecture, llvm::raw_ostream &os,
                            StatementPrinter print) {
  os << (conjecture.assumed ? "(assume " : "(conjecture ") << conjecture.id.name
     << ' ' << print(*conjecture.statement);
  if (!conjecture.provedIn.empty())
    os << " \"" << conjecture.provedIn << '"';
  os << ")\n";
}

/// What belongs to a theory besides its axioms.
static void printGiven(const Module &module, llvm::raw_ostream &os,
                       StatementPrinter print) {
  for (const Induction &induction : module.inductions) {
    os << "(induction [" << induction.set.name;
    for (const Identifier &constructor : induction.constructors)
      os << ',' << constructor.name;
    os << "])\n";
  }
  for (const Fact &fact : module.facts) {
    os << "(fact ";
    mplc::print(*fact.atom, os);
    os << ")\n";
  }
  for (const Conjecture &conjecture : module.conjectures)
    if (conjecture.assumed)
      printConjecture(conjecture, os, print);
}

/// What is to be done with it.
static void printGoals(const Module &module, llvm::raw_ostream &os,
                       StatementPrinter print) {
  for (const Explore &explore : module.explores) {
    os << "(explore " << explore.id.name;
    printList(explore.symbols, os);
    for (const auto &[key, value] : explore.bounds)
      os << " (" << key.name << ' ' << value << ')';
    os << ")\n";
  }
  for (const Conjecture &conjecture : module.conjectures)
    if (!conjecture.assumed)
      printConjecture(conjecture, os, print);
}

void mplc::printForms(const Module &module, llvm::raw_ostream &os,
                      StatementPrinter print) {
  printGiven(module, os, print);
  printGoals(module, os, print);
}

void mplc::printTheory(const Module &module, llvm::raw_ostream &os) {
  for (const Definition &definition : module.definitions)
    printForm("define", definition.id.name, definition.parameters,
              *definition.body, os);
  if (module.theory)
    printForm("theory", module.theory->id.name, module.theory->constants,
              *module.theory->axioms, os);
  printGiven(module, os, toString);
}

void mplc::print(const Module &module, llvm::raw_ostream &os) {
  printTheory(module, os);
  printGoals(module, os, toString);
}

//===----------------------------------------------------------------------===//
// The tree, for people
//===----------------------------------------------------------------------===//

static std::string labelOf(const TypeRef &type) {
  return type ? " : " + type->label() : "";
}

static void dumpParameters(const std::vector<Parameter> &parameters,
                           llvm::raw_ostream &os) {
  os << " [";
  llvm::interleaveComma(parameters, os, [&](const Parameter &parameter) {
    os << parameter.id.name << labelOf(parameter.type);
  });
  os << "]\n";
}

static void dumpExpr(const Expr &expr, unsigned indent, llvm::raw_ostream &os) {
  // Deep trees would otherwise print as mostly white space.
  os.indent(2 * std::min(indent, 40u));
  switch (expr.kind) {
  case Expr::Kind::Atom:
    os << "atom " << expr.name << ' ';
    printList(expr.arguments, os);
    break;
  case Expr::Kind::Equality:
    os << "equality ";
    printList(expr.arguments, os);
    break;
  case Expr::Kind::Conjunction:
    os << "conjunction";
    break;
  case Expr::Kind::Negation:
    os << "negation";
    break;
  case Expr::Kind::Implication:
    os << "implication [";
    for (size_t i = 0; i < expr.arguments.size(); ++i)
      os << (i ? ", " : "") << expr.arguments[i].name
         << (i < expr.boundTypes.size() ? labelOf(expr.boundTypes[i]) : "");
    os << ']';
    break;
  }
  os << '\n';
  for (const ExprPtr &operand : expr.operands)
    dumpExpr(*operand, indent + 1, os);
}

void mplc::dumpTree(const Module &module, llvm::raw_ostream &os) {
  for (const Definition &definition : module.definitions) {
    os << "definition " << definition.id.name;
    dumpParameters(definition.parameters, os);
    dumpExpr(*definition.body, 1, os);
  }
  if (module.theory) {
    os << "theory " << module.theory->id.name;
    dumpParameters(module.theory->constants, os);
    dumpExpr(*module.theory->axioms, 1, os);
  }
  for (const Induction &induction : module.inductions) {
    os << "induction " << induction.set.name << ' ';
    printList(induction.constructors, os);
    os << '\n';
  }
  for (const Explore &explore : module.explores) {
    os << "explore " << explore.id.name << ' ';
    printList(explore.symbols, os);
    for (const auto &[key, value] : explore.bounds)
      os << ' ' << key.name << '=' << value;
    os << '\n';
  }
  for (const Conjecture &conjecture : module.conjectures) {
    os << (conjecture.assumed ? "assumption " : "conjecture ")
       << conjecture.id.name << '\n';
    dumpExpr(*conjecture.statement, 1, os);
  }
  for (const Fact &fact : module.facts) {
    os << "fact\n";
    dumpExpr(*fact.atom, 1, os);
  }
}
