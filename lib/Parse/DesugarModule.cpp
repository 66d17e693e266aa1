//===- DesugarModule.cpp - Definitions, theories, statements, facts -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sets of variables are known by what the axioms of the core say, so these are
// read first: definitions on demand, then the declarations and the axioms that
// hold no terms, then the other axioms, then all statements.
//
//===----------------------------------------------------------------------===//

#include "Desugar.h"
#include "FileParser.h"

#include "mplc/Parse/Parser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace mplc;

namespace {

/// The definitions by which the library says that something is a function.
struct LibraryFunction {
  const char *name;
  std::vector<const char *> parameters;
  const char *body;
};
const LibraryFunction libraryFunctions[] = {
    {"fXY",
     {"f", "X", "Y"},
     "(&(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))"
     "(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))"
     "(>[x,y,z](&(in2[x,y,f])(in2[x,z,f]))(=[y,z])))"},
    {"fXYZ",
     {"f", "X", "Y", "Z"},
     "(&(>[x,y](&(in[x,X])(in[y,Y]))!(>[z](in[z,Z])!(in3[x,y,z,f])))"
     "(>[x,y,z](in3[x,y,z,f])(&(in[x,X])(in[y,Y])(in[z,Z])))"
     "(>[x,y,z,w](&(in3[x,y,z,f])(in3[x,y,w,f]))(=[z,w])))"},
    {"fXYZW",
     {"f", "X", "Y", "Z", "W"},
     "(&(>[x,y,z](&(in[x,X])(in[y,Y])(in[z,Z]))"
     "!(>[w](in[w,W])!(in4[x,y,z,w,f])))"
     "(>[x,y,z,w](in4[x,y,z,w,f])"
     "(&(in[x,X])(in[y,Y])(in[z,Z])(in[w,W])))"
     "(>[x,y,z,w,v](&(in4[x,y,z,w,f])(in4[x,y,z,v,f]))(=[w,v])))"}};

class ModuleDesugarer {
public:
  ModuleDesugarer(Module &module, Diagnostics &diagnostics)
      : module(module), diagnostics(diagnostics) {}

  void run() {
    for (size_t i = 0; i < module.definitions.size(); ++i) {
      index.try_emplace(module.definitions[i].id.name, i);
      names.insert(module.definitions[i].id.name);
    }
    for (size_t i = 0; i < module.definitions.size(); ++i)
      readDefinition(i);
    if (!module.theory)
      return;
    Context context = newContext();
    module.theory->axioms =
        readTheory(*module.theory, context, module.inductions);
    addNumerals(context, module.inductions);
    for (Conjecture &conjecture : module.conjectures)
      if (conjecture.syntax)
        conjecture.statement =
            desugar(*conjecture.syntax, context, diagnostics);
    for (Fact &fact : module.facts)
      readFact(fact, context);
    addLibraryFunctions();
  }

private:
  Context newContext() {
    Context context;
    context.definitions = &names;
    return context;
  }

  Signatures::Lookup lookup() {
    return [this](const std::string &name) -> const Definition * {
      auto it = index.find(name);
      if (it == index.end())
        return nullptr;
      readDefinition(it->second);
      return &module.definitions[it->second];
    };
  }

  void readDefinition(size_t i) {
    if (!started.insert(i).second)
      return;
    Definition &definition = module.definitions[i];
    Context context = newContext();
    if (definition.theory) {
      Theory &theory = *definition.theory;
      std::vector<Induction> inductions;
      theory.constants = definition.parameters;
      ExprPtr axioms = readTheory(theory, context, inductions);
      module.definitions[i].parameters = theory.constants;
      module.definitions[i].body = std::move(axioms);
      return;
    }
    if (!definition.syntax)
      return;
    for (const Parameter &parameter : definition.parameters)
      context.scope.insert(parameter.id.name);
    const Syntax &syntax = *definition.syntax;
    bool bare = definition.isBare;
    ExprPtr body;
    if (bare || isCore(syntax)) {
      body = desugar(syntax, context, diagnostics, Free::Keep);
    } else {
      std::vector<ExprPtr> parts = readAxioms({definition.syntax}, {}, {}, context);
      if (!parts.empty())
        body = makeConjunction(std::move(parts), syntax.loc);
    }
    module.definitions[i].body = std::move(body);
  }

  ExprPtr readTheory(Theory &theory, Context &context,
                     std::vector<Induction> &inductions) {
    for (const Parameter &constant : theory.constants)
      context.scope.insert(constant.id.name);
    if (theory.syntax.size() == 1 && theory.declarations.empty() &&
        isCore(*theory.syntax[0])) {
      ExprPtr axioms =
          desugar(*theory.syntax[0], context, diagnostics, Free::Keep);
      context.signatures.collect(*axioms, lookup());
      return axioms;
    }
    std::vector<Induction> declared;
    for (const Declaration &declaration : theory.declarations)
      declare(declaration, theory, context, declared);
    inductions.insert(inductions.begin(),
                      std::make_move_iterator(declared.begin()),
                      std::make_move_iterator(declared.end()));
    std::vector<ExprPtr> parts =
        readAxioms(theory.syntax, theory.declarations, inductions, context);
    checkDeclarations(theory, context);
    if (parts.empty()) {
      diagnostics.error(theory.id.loc, "theory '" + theory.id.name +
                                           "' says nothing: it has no axioms "
                                           "and no declarations");
      return nullptr;
    }
    return makeConjunction(std::move(parts), theory.id.loc);
  }

  /// The parts of axioms and declarations, those without terms read first.
  std::vector<ExprPtr> readAxioms(const std::vector<SyntaxPtr> &formulas,
                                  const std::vector<Declaration> &declarations,
                                  const std::vector<Induction> &inductions,
                                  Context &context) {
    struct Part {
      ExprPtr expr;
      const Syntax *syntax;
    };
    std::vector<Part> parts;
    auto add = [&](const Syntax &syntax) {
      Part part{nullptr, &syntax};
      if (isCore(syntax)) {
        part.expr = desugar(syntax, context, diagnostics, Free::Keep);
        if (part.expr)
          context.signatures.collect(*part.expr, lookup());
      }
      parts.push_back(std::move(part));
    };
    for (const SyntaxPtr &formula : formulas) {
      if (formula->kind == Syntax::Kind::Conjunction)
        for (const SyntaxPtr &operand : formula->operands)
          add(*operand);
      else
        add(*formula);
    }
    for (const Declaration &declaration : declarations) {
      std::vector<ExprPtr> axioms;
      axiomsOf(declaration, usesLibrary(), axioms);
      usedLibrary |= usesLibrary();
      for (ExprPtr &axiom : axioms)
        parts.push_back({std::move(axiom), nullptr});
      for (const SyntaxPtr &clause : declaration.clauses)
        add(*clause);
    }
    addNumerals(context, inductions);
    std::vector<ExprPtr> result;
    for (Part &part : parts) {
      if (!part.expr)
        part.expr = desugar(*part.syntax, context, diagnostics);
      if (part.expr)
        result.push_back(std::move(part.expr));
    }
    return result;
  }

  void checkDeclarations(const Theory &theory, const Context &context) {
    std::vector<const Declaration *> datatypes;
    for (const Declaration &declaration : theory.declarations)
      if (declaration.kind == Declaration::Kind::Datatype)
        datatypes.push_back(&declaration);
    for (const Declaration &declaration : theory.declarations)
      if (declaration.kind == Declaration::Kind::Function &&
          !declaration.clauses.empty())
        checkClauses(declaration, datatypes, context, diagnostics);
  }

  static void addNumerals(Context &context,
                          const std::vector<Induction> &inductions) {
    for (const Induction &induction : inductions) {
      if (induction.constructors.size() != 2)
        continue;
      for (unsigned zero : {0u, 1u}) {
        const std::string &constant = induction.constructors[zero].name;
        const std::string &successor = induction.constructors[1 - zero].name;
        const Signature *signature = context.signatures.find(successor);
        const std::string &set = induction.set.name;
        bool known =
            llvm::any_of(context.numerals, [&](const Numerals &each) {
              return each.set == set;
            });
        if (!known && signature && signature->columns.size() == 2 &&
            signature->columns[0] == set && signature->columns[1] == set &&
            context.signatures.setOf(constant) == set)
          context.numerals.push_back({set, constant, successor});
      }
    }
  }

  void readFact(Fact &fact, const Context &context) {
    if (!fact.syntax)
      return;
    fact.atom = desugarFact(*fact.syntax, context);
    if (!fact.atom)
      diagnostics.error(fact.syntax->loc,
                        "a fact is one atom without variables, such as "
                        "'(in[a,S])'");
  }

  //===--- fXY, fXYZ, fXYZW -----------------------------------------------===//

  static ExprPtr libraryBody(const LibraryFunction &function) {
    Diagnostics silent;
    SyntaxPtr syntax = parseFormula(function.body, silent);
    return desugar(*syntax, Context(), silent, Free::Keep);
  }

  /// Do these names mean what they do in the library, or nothing yet?
  bool usesLibrary() {
    if (library)
      return *library;
    library = true;
    for (const LibraryFunction &function : libraryFunctions) {
      const Definition *definition = lookup()(function.name);
      if (!definition)
        continue;
      bool same = definition->body &&
                  definition->parameters.size() == function.parameters.size() &&
                  toString(*definition->body) ==
                      toString(*libraryBody(function));
      for (size_t i = 0; same && i < function.parameters.size(); ++i)
        same = definition->parameters[i].id.name == function.parameters[i];
      library = *library && same;
    }
    return *library;
  }

  void addLibraryFunctions() {
    if (!usedLibrary)
      return;
    for (const LibraryFunction &function : libraryFunctions) {
      if (index.contains(function.name) || !isCalled(function.name))
        continue;
      Definition definition;
      definition.id = {function.name, module.theory->id.loc};
      for (const char *parameter : function.parameters)
        definition.parameters.push_back(
            {{parameter, module.theory->id.loc}, nullptr});
      definition.body = libraryBody(function);
      setPlaces(*definition.body, module.theory->id.loc);
      module.definitions.push_back(std::move(definition));
    }
  }

  static bool calls(const Expr &expr, llvm::StringRef name) {
    return (expr.kind == Expr::Kind::Atom && expr.name == name) ||
           llvm::any_of(expr.operands, [&](const ExprPtr &operand) {
             return calls(*operand, name);
           });
  }

  bool isCalled(llvm::StringRef name) const {
    auto in = [&](const ExprPtr &expr) { return expr && calls(*expr, name); };
    return in(module.theory->axioms) ||
           llvm::any_of(module.definitions, [&](const Definition &definition) {
             return in(definition.body);
           });
  }

  static void setPlaces(Expr &expr, llvm::SMLoc loc) {
    expr.loc = loc;
    for (Identifier &argument : expr.arguments)
      argument.loc = loc;
    for (ExprPtr &operand : expr.operands)
      setPlaces(*operand, loc);
  }

  Module &module;
  Diagnostics &diagnostics;
  llvm::StringMap<size_t> index;
  llvm::StringSet<> names;
  std::set<size_t> started;
  std::optional<bool> library;
  bool usedLibrary = false;
};

} // namespace

void mplc::desugar(Module &module, Diagnostics &diagnostics) {
  ModuleDesugarer(module, diagnostics).run();
}
