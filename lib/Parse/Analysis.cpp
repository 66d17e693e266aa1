//===- Analysis.cpp - Names, arities, scopes, recursion -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Checks that every name is bound, used with its arity and never shadowed. The
// definitions form a graph by use; a depth-first walk over it, with a stack of
// its own because chains of definitions may be long, yields them in an order in
// which each stands before its first use, and meets every recursive definition
// as an edge back into the stack. Errors do not stop the analysis: each part
// goes on with what is known.
//
//===----------------------------------------------------------------------===//

#include "Analysis.h"

#include "Lexer.h"

#include "mplc/Parse/Parser.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <set>

using namespace mplc;

/// More inputs than anyone writes; it bounds the size of types.
static constexpr unsigned maxInputs = 100;

std::optional<unsigned> mplc::primitiveArity(llvm::StringRef name) {
  if (name == "in")
    return 2;
  unsigned inputs;
  if (!name.consume_front("in") || name.starts_with("0") ||
      name.getAsInteger(10, inputs) || inputs < 2 || inputs > maxInputs)
    return std::nullopt;
  return inputs + 1;
}

/// A suggestion is not worth comparing with more names than this.
static constexpr size_t maxCandidates = 2000;

/// Names that cannot be defined because they mean something already.
static bool isReserved(llvm::StringRef name) {
  if (llvm::is_contained({"&", ">", "=", "import", "define", "theory",
                          "induction", "explore", "conjecture", "assume", "import-theorems",
                          "fact", "false"},
                         name))
    return true;
  return name.consume_front("in") && llvm::all_of(name, llvm::isDigit);
}

namespace {

class Analysis {
public:
  Analysis(Module &module, llvm::SourceMgr &sources)
      : module(module), diagnostics(sources) {}

  bool run() {
    declareNames();
    orderDefinitions();
    for (const Definition &definition : module.definitions)
      checkDefinition(definition);
    if (module.theory)
      checkTheory();
    inferTypes(module, diagnostics);
    return !diagnostics.hadError();
  }

private:
  struct Binding {
    llvm::SMLoc loc;
    const char *what; ///< For messages: "parameter", "constant", "variable".
    bool used = false;
  };

  //===--- Declarations ---------------------------------------------------===//

  void declare(const Identifier &id, const char *what) {
    auto [it, isNew] = declared.try_emplace(id.name, id.loc);
    if (isReserved(id.name)) {
      diagnostics.error(id.loc, "'" + id.name + "' is a word of the language");
    } else if (!isNew) {
      diagnostics.error(id.loc, llvm::Twine("duplicate ") + what + " '" +
                                    id.name + "'");
      diagnostics.note(it->second, "the name is first given here");
    }
  }

  void declareNames() {
    for (const Definition &definition : module.definitions) {
      declare(definition.id, "definition");
      if (definitions.try_emplace(definition.id.name, definitionList.size())
              .second)
        definitionList.push_back(&definition);
    }
    if (module.theory)
      declare(module.theory->id, "theory");
    for (const Conjecture &conjecture : module.conjectures) {
      const Identifier &id = conjecture.id;
      declare(id, conjecture.assumed ? "assumption" : "conjecture");
      // A theorem's proof is a file of that name, and this one is taken.
      if (id.name == "contradiction")
        diagnostics.error(id.loc, "'contradiction' is a word of the language");
      if (!isIdentifier(id.name))
        diagnostics.error(id.loc,
                          "the name of a statement is an identifier, found '" +
                              id.name + "'");
    }
    llvm::StringMap<llvm::SMLoc> explores;
    for (const Explore &explore : module.explores) {
      auto [it, isNew] = explores.try_emplace(explore.id.name, explore.id.loc);
      if (isNew)
        continue;
      diagnostics.error(explore.id.loc,
                        "duplicate exploration '" + explore.id.name + "'");
      diagnostics.note(it->second, "the name is first given here");
    }
  }

  //===--- The graph of definitions ---------------------------------------===//

  struct Use {
    size_t definition;
    llvm::SMLoc loc;
  };

  void collectUses(const Expr &expr, std::vector<Use> &uses,
                   std::set<size_t> &seen) {
    if (expr.kind == Expr::Kind::Atom) {
      auto it = definitions.find(expr.name);
      if (it != definitions.end() && seen.insert(it->second).second)
        uses.push_back({it->second, expr.loc});
    }
    for (const ExprPtr &operand : expr.operands)
      collectUses(*operand, uses, seen);
  }

  void orderDefinitions() {
    size_t count = definitionList.size();
    std::vector<std::vector<Use>> uses(count);
    for (size_t i = 0; i < count; ++i) {
      std::set<size_t> seen;
      collectUses(*definitionList[i]->body, uses[i], seen);
    }
    enum : uint8_t { New, Open, Done };
    std::vector<uint8_t> state(count, New);
    std::vector<size_t> order;
    struct Frame {
      size_t definition;
      size_t next;
    };
    for (size_t root = 0; root < count; ++root) {
      if (state[root] != New)
        continue;
      std::vector<Frame> stack{{root, 0}};
      state[root] = Open;
      while (!stack.empty()) {
        Frame &top = stack.back();
        if (top.next == uses[top.definition].size()) {
          state[top.definition] = Done;
          order.push_back(top.definition);
          stack.pop_back();
          continue;
        }
        const Use &use = uses[top.definition][top.next++];
        if (state[use.definition] == New) {
          state[use.definition] = Open;
          stack.push_back({use.definition, 0});
        } else if (state[use.definition] == Open && !diagnostics.isSilent()) {
          auto first = llvm::find_if(stack, [&](const Frame &frame) {
            return frame.definition == use.definition;
          });
          const Definition &start = *definitionList[use.definition];
          diagnostics.error(start.id.loc,
                            "definition '" + start.id.name + "' is recursive");
          for (auto it = first; it != stack.end(); ++it) {
            if (it - first == 20) // A longer chain explains nothing.
              break;
            const Use &edge = uses[it->definition][it->next - 1];
            diagnostics.note(
                edge.loc,
                "'" + definitionList[it->definition]->id.name + "' uses '" +
                    definitionList[edge.definition]->id.name + "' here");
          }
        }
      }
    }
    reorder(order);
  }

  /// Brings module.definitions into the given order; duplicates go last.
  void reorder(const std::vector<size_t> &order) {
    std::vector<Definition> ordered;
    std::vector<bool> moved(module.definitions.size());
    for (size_t i : order) {
      size_t at = definitionList[i] - module.definitions.data();
      moved[at] = true;
      ordered.push_back(std::move(module.definitions[at]));
    }
    for (size_t at = 0; at < moved.size(); ++at)
      if (!moved[at])
        ordered.push_back(std::move(module.definitions[at]));
    module.definitions = std::move(ordered);
    for (size_t i = 0; i < order.size(); ++i)
      definitionList[order[i]] = &module.definitions[i];
  }

  //===--- Scopes ---------------------------------------------------------===//

  void bindAll(const std::vector<Parameter> &parameters, const char *what) {
    for (const Parameter &parameter : parameters) {
      auto [it, isNew] = scope.try_emplace(
          parameter.id.name, Binding{parameter.id.loc, what, false});
      if (isNew)
        continue;
      diagnostics.error(parameter.id.loc, llvm::Twine("duplicate ") + what +
                                              " '" + parameter.id.name + "'");
      diagnostics.note(it->second.loc, "first given here");
    }
  }

  void checkDefinition(const Definition &definition) {
    scope.clear();
    bindAll(definition.parameters, "parameter");
    checkExpr(*definition.body);
  }

  void checkTheory() {
    const Theory &theory = *module.theory;
    scope.clear();
    bindAll(theory.constants, "constant");
    checkExpr(*theory.axioms);
    for (const Induction &induction : module.inductions)
      checkInduction(induction);
    for (const Explore &explore : module.explores)
      checkExplore(explore);
    for (const Conjecture &conjecture : module.conjectures)
      checkExpr(*conjecture.statement);
    for (const Fact &fact : module.facts)
      checkFact(*fact.atom);
    for (const Parameter &constant : theory.constants)
      if (!scope.find(constant.id.name)->second.used)
        diagnostics.warning(constant.id.loc,
                            "constant '" + constant.id.name +
                                "' is not used: nothing is said about it");
  }

  std::vector<llvm::StringRef> namesInScope() const {
    std::vector<llvm::StringRef> names;
    if (diagnostics.isSilent() || scope.size() > maxCandidates)
      return names;
    for (const auto &entry : scope)
      names.push_back(entry.getKey());
    llvm::sort(names); // The map's order is not stable.
    return names;
  }

  /// Is `id` bound? Reports it as `what` if not.
  bool use(const Identifier &id, const llvm::Twine &what) {
    auto it = scope.find(id.name);
    if (it != scope.end()) {
      it->second.used = true;
      return true;
    }
    diagnostics.error(id.loc, what + " '" + id.name + "'" +
                                  suggestion(id.name, namesInScope()));
    return false;
  }

  void checkExpr(const Expr &expr) {
    if (expr.kind == Expr::Kind::Atom)
      checkPredicate(expr);
    if (expr.kind != Expr::Kind::Implication) {
      for (const Identifier &argument : expr.arguments)
        use(argument, "unbound variable");
      for (const ExprPtr &operand : expr.operands)
        checkExpr(*operand);
      return;
    }
    std::vector<const Identifier *> bound;
    for (const Identifier &variable : expr.arguments) {
      auto [it, isNew] = scope.try_emplace(
          variable.name, Binding{variable.loc, "variable", false});
      if (isNew) {
        bound.push_back(&variable);
        continue;
      }
      diagnostics.error(variable.loc, "'" + variable.name +
                                          "' is bound again: it shadows a " +
                                          it->second.what);
      diagnostics.note(it->second.loc, "first bound here");
    }
    checkPremises(*expr.operands[0]);
    for (const ExprPtr &operand : expr.operands)
      checkExpr(*operand);
    for (const Identifier *variable : bound) {
      auto it = scope.find(variable->name);
      if (!it->second.used)
        diagnostics.warning(variable->loc,
                            "variable '" + variable->name + "' is not used");
      scope.erase(it);
    }
  }

  void checkPredicate(const Expr &atom) {
    std::optional<unsigned> arity = primitiveArity(atom.name);
    const Definition *definition = nullptr;
    if (!arity) {
      auto it = definitions.find(atom.name);
      if (it == definitions.end())
        return unknownPredicate(atom);
      definition = definitionList[it->second];
      arity = definition->parameters.size();
    }
    if (atom.arguments.size() == *arity)
      return;
    diagnostics.error(atom.loc, "wrong arity: '" + atom.name + "' takes " +
                                    llvm::Twine(*arity) +
                                    (*arity == 1 ? " argument" : " arguments") +
                                    ", found " +
                                    llvm::Twine(atom.arguments.size()));
    if (definition)
      diagnostics.note(definition->id.loc,
                       "'" + atom.name + "' is defined here");
  }

  void unknownPredicate(const Expr &atom) {
    if (module.theory && module.theory->id.name == atom.name) {
      diagnostics.error(atom.loc,
                        "theory '" + atom.name +
                            "' is stated in this file; only an imported theory "
                            "is a predicate");
      return;
    }
    if (diagnostics.isSilent())
      return diagnostics.error(atom.loc, "unknown predicate");
    std::vector<llvm::StringRef> names{"in", "in2", "in3"};
    if (definitionList.size() <= maxCandidates)
      for (const Definition *definition : definitionList)
        names.push_back(definition->id.name);
    std::string hint = suggestion(atom.name, names);
    if (std::string library = libraryOf(atom.name); !library.empty())
      hint = "; it is defined in (import <" + library + ">)";
    diagnostics.error(atom.loc,
                      "unknown predicate '" + atom.name + "'" + hint);
  }

  /// The file of the library that defines `name`; empty if none does. The words
  /// `(define name[` say it, so that no file needs to be parsed.
  std::string libraryOf(llvm::StringRef name) {
    for (const std::string &folder : module.libraryPaths) {
      std::error_code error;
      std::vector<std::string> files;
      for (llvm::sys::fs::directory_iterator it(folder, error), end;
           it != end && !error && files.size() < 1000; it.increment(error))
        if (llvm::sys::path::extension(it->path()) == ".mpl")
          files.push_back(it->path());
      llvm::sort(files);
      for (const std::string &file : files) {
        auto buffer = llvm::MemoryBuffer::getFile(file);
        if (buffer && (*buffer)->getBuffer().contains(
                          ("(define " + name + "[").str()))
          return llvm::sys::path::stem(file).str();
      }
    }
    return "";
  }

  /// Warns of a premise next to its own negation.
  void checkPremises(const Expr &left) {
    std::vector<const Expr *> parts;
    flatten(left, parts);
    if (parts.size() < 2 || llvm::none_of(parts, [](const Expr *part) {
          return part->kind == Expr::Kind::Negation;
        }))
      return;
    llvm::StringMap<const Expr *> positive;
    for (const Expr *part : parts)
      if (part->kind != Expr::Kind::Negation)
        positive.try_emplace(toString(*part), part);
    for (const Expr *part : parts) {
      if (part->kind != Expr::Kind::Negation)
        continue;
      auto it = positive.find(toString(*part->operands[0]));
      if (it == positive.end())
        continue;
      diagnostics.warning(part->loc, "the premises can never hold: this is the "
                                     "negation of another one");
      diagnostics.note(it->second->loc, "the other one is here");
    }
  }

  static void flatten(const Expr &expr, std::vector<const Expr *> &parts) {
    if (expr.kind != Expr::Kind::Conjunction) {
      parts.push_back(&expr);
      return;
    }
    for (const ExprPtr &operand : expr.operands)
      flatten(*operand, parts);
  }

  //===--- Forms of the theory --------------------------------------------===//

  void checkInduction(const Induction &induction) {
    use(induction.set, "not a constant of the theory:");
    auto [it, isNew] =
        inductionSets.try_emplace(induction.set.name, induction.set.loc);
    if (!isNew) {
      diagnostics.error(induction.set.loc, "duplicate induction form for '" +
                                               induction.set.name + "'");
      diagnostics.note(it->second, "the first one is here");
    }
    llvm::StringMap<llvm::SMLoc> seen;
    seen[induction.set.name] = induction.set.loc;
    for (const Identifier &constructor : induction.constructors) {
      use(constructor, "not a constant of the theory:");
      auto [first, isFirst] =
          seen.try_emplace(constructor.name, constructor.loc);
      if (isFirst)
        continue;
      diagnostics.error(constructor.loc, "duplicate name '" + constructor.name +
                                             "' in an induction form");
      diagnostics.note(first->second, "first given here");
    }
  }

  void checkExplore(const Explore &explore) {
    llvm::StringMap<llvm::SMLoc> seen;
    for (const Identifier &symbol : explore.symbols) {
      auto [first, isFirst] = seen.try_emplace(symbol.name, symbol.loc);
      if (!isFirst) {
        diagnostics.error(symbol.loc, "duplicate symbol '" + symbol.name + "'");
        diagnostics.note(first->second, "first given here");
      }
      if (!definitions.contains(symbol.name))
        use(symbol, "not a constant or definition:");
    }
  }

  void checkFact(const Expr &atom) {
    checkPredicate(atom);
    // Integers need no declaration: data names its elements by them.
    for (const Identifier &argument : atom.arguments)
      if (!isInteger(argument.name) || scope.contains(argument.name))
        use(argument, "a fact is about constants and integers, not");
  }

  Module &module;
  Diagnostics diagnostics;
  /// Names of definitions, the theory and statements: proofs cite all of them.
  llvm::StringMap<llvm::SMLoc> declared;
  llvm::StringMap<size_t> definitions;
  std::vector<const Definition *> definitionList;
  llvm::StringMap<Binding> scope;
  llvm::StringMap<llvm::SMLoc> inductionSets;
};

} // namespace

bool mplc::analyse(Module &module, llvm::SourceMgr &sources) {
  return Analysis(module, sources).run();
}
