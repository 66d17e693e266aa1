//===- NameSubformulas.cpp - Definitions for parts of statements ----------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules have atoms, equalities and their negations as premises, and existential heads
// hold such literals only. Where a statement has a formula in such a place, a
// definition is made for it, and the formula becomes the definition's atom or its
// negation (Tseitin's renaming, as in clausal normal forms; Nonnengart and Weidenbach,
// Handbook of Automated Reasoning, 2001). Two kinds of bodies are enough:
//
//   a conjunction   of literals; a disjunction !(&!(A)!(B)) is the negation of one
//   an existential  !(>[x] L !(B)); a universal statement is the negation of one
//
// For both, the passes that follow derive rules for use, for proof, and, as the atom's
// negation occurs, the contrapositives of these. A proof speaks of the formula itself:
// its writer puts bodies in place of atoms (runtime/proof/Inline.h), so that a
// checker never hears of these definitions.
//
//===----------------------------------------------------------------------===//

#include "mplc/Parse/Parser.h"

#include "mplc/Calculus/Program.h"

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/ADT/Twine.h"

#include <algorithm>
#include <map>

namespace mplc {

namespace {

using Kind = Expr::Kind;

class Namer {
public:
  explicit Namer(const Module &source) : source(source) {}

  Module run() {
    collectNames();
    Module result;
    result.path = source.path;
    for (const Definition &definition : source.definitions) {
      Definition own;
      own.id = definition.id;
      own.parameters = definition.parameters;
      withScope(definition.parameters, [&] { own.body = head(*definition.body); });
      flush(result);
      result.definitions.push_back(std::move(own));
    }
    const std::vector<Parameter> none;
    const auto &constants = source.theory ? source.theory->constants : none;
    if (source.theory)
      withScope(constants, [&] {
        result.theory.emplace();
        result.theory->id = source.theory->id;
        result.theory->constants = constants;
        result.theory->axioms = head(*source.theory->axioms);
      });
    for (const Conjecture &conjecture : source.conjectures)
      withScope(constants, [&] {
        Conjecture &own = result.conjectures.emplace_back();
        own.id = conjecture.id;
        isStatement = !conjecture.assumed;
        own.statement = head(*conjecture.statement);
        isStatement = false;
        own.assumed = conjecture.assumed;
      });
    flush(result);
    result.inductions = source.inductions;
    result.explores = source.explores;
    for (const Fact &fact : source.facts) {
      Fact &own = result.facts.emplace_back();
      own.loc = fact.loc;
      own.atom = clone(*fact.atom);
    }
    return result;
  }

private:
  //===--- Names -------------------------------------------------------------//

  void collectNames() {
    for (const Definition &definition : source.definitions) {
      used.insert(definition.id.name);
      for (const Parameter &parameter : definition.parameters)
        used.insert(parameter.id.name);
      collectNames(*definition.body);
    }
    if (source.theory) {
      for (const Parameter &constant : source.theory->constants)
        used.insert(constant.id.name);
      collectNames(*source.theory->axioms);
    }
    for (const Conjecture &conjecture : source.conjectures)
      collectNames(*conjecture.statement);
  }

  void collectNames(const Expr &expr) {
    for (const Identifier &id : expr.arguments)
      used.insert(id.name);
    for (const ExprPtr &operand : expr.operands)
      collectNames(*operand);
  }

  std::string freshVariable(llvm::StringRef base) {
    for (unsigned k = 1;; ++k) {
      std::string name = (base + "_" + llvm::Twine(k)).str();
      if (used.insert(name).second)
        return name;
    }
  }

  template <typename F>
  void withScope(const std::vector<Parameter> &parameters, F &&work) {
    for (const Parameter &parameter : parameters)
      types[parameter.id.name] = parameter.type;
    work();
    types.clear();
  }

  void flush(Module &module) {
    for (Definition &definition : made)
      module.definitions.push_back(std::move(definition));
    made.clear();
  }

  //===--- Copies ------------------------------------------------------------//

  static ExprPtr make(const Expr &from) {
    auto expr = std::make_unique<Expr>();
    expr->kind = from.kind;
    expr->loc = from.loc;
    expr->name = from.name;
    expr->arguments = from.arguments;
    expr->boundTypes = from.boundTypes;
    return expr;
  }
  static ExprPtr make(Kind kind, llvm::SMLoc loc, ExprPtr operand) {
    auto expr = std::make_unique<Expr>();
    expr->kind = kind;
    expr->loc = loc;
    expr->operands.push_back(std::move(operand));
    return expr;
  }
  static ExprPtr clone(const Expr &from) {
    ExprPtr expr = make(from);
    for (const ExprPtr &operand : from.operands)
      expr->operands.push_back(clone(*operand));
    return expr;
  }
  static ExprPtr negation(ExprPtr expr) {
    const llvm::SMLoc loc = expr->loc;
    return make(Kind::Negation, loc, std::move(expr));
  }

  /// Two negations say nothing.
  static const Expr &strip(const Expr &expr) {
    const Expr *at = &expr;
    while (at->kind == Kind::Negation && at->operands[0]->kind == Kind::Negation)
      at = at->operands[0]->operands[0].get();
    return *at;
  }
  static bool isAtomic(const Expr &expr) {
    return expr.kind == Kind::Atom || expr.kind == Kind::Equality;
  }

  template <typename F> ExprPtr inImplication(const Expr &expr, F &&work) {
    ExprPtr result = make(expr);
    for (size_t i = 0; i < expr.arguments.size(); ++i)
      types[expr.arguments[i].name] =
          i < expr.boundTypes.size() ? expr.boundTypes[i] : nullptr;
    work(*result);
    return result;
  }

  //===--- Places ------------------------------------------------------------//

  /// What an axiom, a definition or a statement says.
  ExprPtr head(const Expr &expr) {
    const Expr &formula = strip(expr);
    switch (formula.kind) {
    case Kind::Atom:
    case Kind::Equality:
      return clone(formula);
    case Kind::Conjunction: {
      ExprPtr result = make(formula);
      for (const ExprPtr &operand : formula.operands)
        result->operands.push_back(head(*operand));
      return result;
    }
    case Kind::Implication:
      return inImplication(formula, [&](Expr &result) {
        result.operands.push_back(premise(*formula.operands[0]));
        result.operands.push_back(head(*formula.operands[1]));
      });
    case Kind::Negation:
      break;
    }
    const Expr &negated = *formula.operands[0];
    if (negated.kind == Kind::Implication)
      return negation(existential(negated));
    // An axiom that keeps constants apart says so itself.
    if (negated.kind == Kind::Equality && !isStatement)
      return clone(formula);
    return negation(premise(negated));
  }

  /// `(>[x] L !(B))` of an existential, all parts literals.
  ExprPtr existential(const Expr &forall) {
    return inImplication(forall, [&](Expr &result) {
      result.operands.push_back(conjunction(*forall.operands[0]));
      const Expr &right = strip(*forall.operands[1]);
      ExprPtr witnessed = right.kind == Kind::Negation
                              ? conjunction(*right.operands[0])
                              : literal(right, /*isNegated=*/true);
      // What stands there is denied; twice would say nothing.
      if (witnessed->kind == Kind::Negation)
        witnessed = named(std::move(witnessed));
      result.operands.push_back(negation(std::move(witnessed)));
    });
  }

  ExprPtr conjunction(const Expr &expr) {
    const Expr &formula = strip(expr);
    if (formula.kind != Kind::Conjunction)
      return literal(formula, false);
    ExprPtr result = make(formula);
    for (const ExprPtr &operand : formula.operands)
      result->operands.push_back(conjunction(*operand));
    return result;
  }

  /// Entries on the left of an implication.
  ExprPtr premise(const Expr &expr) {
    const Expr &formula = strip(expr);
    if (formula.kind == Kind::Conjunction) {
      ExprPtr result = make(formula);
      for (const ExprPtr &operand : formula.operands)
        result->operands.push_back(premise(*operand));
      return result;
    }
    // Constants that are equal are an entry that no substitution removes.
    if (formula.kind == Kind::Equality && isConstant(formula.arguments[0]) &&
        isConstant(formula.arguments[1]))
      return named(clone(formula));
    return literal(formula, false);
  }

  bool isConstant(const Identifier &id) const {
    return source.theory &&
           std::any_of(source.theory->constants.begin(), source.theory->constants.end(),
                       [&](const Parameter &constant) {
                         return constant.id.name == id.name &&
                                (!constant.type || constant.type->isElement());
                       });
  }

  /// The formula, or its negation, as an atom, an equality or the negation of one.
  ExprPtr literal(const Expr &expr, bool isNegated) {
    const Expr *formula = &strip(expr);
    if (formula->kind == Kind::Negation) {
      formula = formula->operands[0].get();
      isNegated = !isNegated;
    }
    ExprPtr atom;
    switch (formula->kind) {
    case Kind::Atom:
    case Kind::Equality:
      atom = clone(*formula);
      break;
    case Kind::Conjunction: {
      ExprPtr body = make(*formula);
      for (const ExprPtr &operand : formula->operands)
        body->operands.push_back(conjunction(*operand));
      atom = named(std::move(body));
      break;
    }
    case Kind::Implication: // A universal statement denies an existential.
      atom = named(negation(existential(*formula)));
      isNegated = !isNegated;
      break;
    case Kind::Negation:
      break;
    }
    return isNegated ? negation(std::move(atom)) : std::move(atom);
  }

  //===--- Definitions -------------------------------------------------------//

  /// The atom of a definition with this body; the same one for bodies that differ in
  /// names alone.
  ExprPtr named(ExprPtr body) {
    std::vector<Identifier> free;
    std::map<std::string, std::string> bound;
    renameBound(*body, bound, free);
    auto atom = std::make_unique<Expr>();
    atom->kind = Kind::Atom;
    atom->loc = body->loc;
    atom->arguments = free;
    std::map<std::string, std::string> numbers;
    std::string key;
    writeKey(*body, numbers, key);
    std::string &name = known[key];
    if (name.empty()) {
      name = std::string(calculus::inlinePrefix) + std::to_string(known.size());
      Definition definition;
      definition.id = {name, body->loc};
      for (const Identifier &id : free)
        definition.parameters.push_back({id, types[id.name]});
      definition.body = std::move(body);
      made.push_back(std::move(definition));
    }
    atom->name = name;
    return atom;
  }

  /// Bound names that occur nowhere else: arguments put into the body are safe.
  void renameBound(Expr &expr, std::map<std::string, std::string> bound,
                   std::vector<Identifier> &free) {
    if (expr.kind == Kind::Implication) {
      for (size_t i = 0; i < expr.arguments.size(); ++i) {
        Identifier &id = expr.arguments[i];
        std::string fresh = freshVariable(llvm::StringRef(id.name).split('_').first);
        types[fresh] = i < expr.boundTypes.size() ? expr.boundTypes[i] : nullptr;
        bound[id.name] = fresh;
        id.name = fresh;
      }
    } else {
      for (Identifier &id : expr.arguments) {
        const auto it = bound.find(id.name);
        if (it != bound.end())
          id.name = it->second;
        else if (std::none_of(free.begin(), free.end(), [&](const Identifier &f) {
                   return f.name == id.name;
                 }))
          free.push_back(id);
      }
    }
    for (const ExprPtr &operand : expr.operands)
      renameBound(*operand, bound, free);
  }

  /// All names by order of occurrence, with the types of what is free.
  void writeKey(const Expr &expr, std::map<std::string, std::string> &numbers,
                std::string &key) {
    key += char('a' + int(expr.kind));
    key += expr.name;
    key += '[';
    for (const Identifier &id : expr.arguments) {
      auto [it, isNew] = numbers.try_emplace(id.name, std::to_string(numbers.size()));
      key += it->second;
      if (isNew) {
        const TypeRef &type = types[id.name];
        key += ':' + (type ? type->label() : std::string("(1)"));
      }
      key += ',';
    }
    key += ']';
    for (const ExprPtr &operand : expr.operands)
      writeKey(*operand, numbers, key);
    key += ';';
  }

  const Module &source;
  llvm::StringSet<> used;
  std::map<std::string, TypeRef> types; ///< Of the names in scope.
  std::map<std::string, std::string> known; ///< Definitions by their bodies.
  std::vector<Definition> made;
  bool isStatement = false; ///< To be proved: what it denies is assumed.
};

} // namespace

Module nameSubformulas(const Module &module) { return Namer(module).run(); }

} // namespace mplc
