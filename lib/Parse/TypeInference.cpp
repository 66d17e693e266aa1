//===- TypeInference.cpp - Types of arguments, by unification -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// First-order unification in the manner of Hindley and Milner: types are nodes
// of a graph under a union-find; every atom equates the types of its arguments
// with what the predicate asks for. The parameters of a definition are
// generalised: each use gets a fresh copy of their types. An argument is an
// element, a set or a relation, never a pair, so a variable cannot become a
// product; this is what tells a unary function from a binary one. A class that
// is still a variable at the end is an element.
//
// Everything is iterative or bounded: no type may have more than `maxSize`
// nodes when written out, because sharing could hide an exponential number.
//
//===----------------------------------------------------------------------===//

#include "Analysis.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringMap.h"

using namespace mplc;

namespace {

constexpr unsigned maxSize = 1000;

using NodeId = unsigned;

class TypeInference {
public:
  TypeInference(Module &module, Diagnostics &diagnostics)
      : module(module), diagnostics(diagnostics) {}

  void run() {
    for (Definition &definition : module.definitions)
      inferDefinition(definition);
    if (module.theory)
      inferTheory(*module.theory);
    for (const PendingType &pending : pendingTypes)
      *pending.where = convert(pending.node, pending.id);
    for (const PendingExpr &pending : pendingExprs)
      for (size_t i = 0; i < pending.nodes.size(); ++i)
        pending.expr->boundTypes.push_back(
            convert(pending.nodes[i], pending.expr->arguments[i]));
  }

private:
  struct Node {
    enum Kind : uint8_t { Variable, Power, Product } kind;
    NodeId parent; ///< Union-find; a root is its own.
    NodeId first = 0, second = 0;
  };

  /// A name in scope. `shaped` is the use that made its type a set.
  struct Binding {
    NodeId node;
    llvm::SMLoc firstUse, shaped;
  };

  struct PendingType {
    TypeRef *where;
    NodeId node;
    const Identifier &id;
  };
  struct PendingExpr {
    Expr *expr;
    std::vector<NodeId> nodes;
  };

  //===--- The graph ------------------------------------------------------===//

  NodeId make(Node::Kind kind, NodeId first = 0, NodeId second = 0) {
    NodeId id = nodes.size();
    nodes.push_back({kind, id, first, second});
    return id;
  }
  NodeId variable() { return make(Node::Variable); }

  /// The type of a relation between arguments of the given types.
  NodeId relation(llvm::ArrayRef<NodeId> arguments) {
    NodeId type = arguments.back();
    for (NodeId argument : llvm::reverse(arguments.drop_back()))
      type = make(Node::Product, argument, type);
    return make(Node::Power, type);
  }

  NodeId find(NodeId id) {
    while (nodes[id].parent != id) {
      NodeId parent = nodes[id].parent;
      if (nodes[parent].parent != parent)
        setParent(id, nodes[parent].parent);
      id = nodes[id].parent;
    }
    return id;
  }

  void setParent(NodeId id, NodeId parent) {
    trail.emplace_back(id, nodes[id].parent);
    nodes[id].parent = parent;
  }

  enum class Result { Ok, Clash, Infinite };

  /// Would `variable` occur in `type`? A type with too many parts counts as
  /// infinite, too.
  bool occurs(NodeId variable, NodeId type) {
    std::vector<NodeId> work{type};
    llvm::DenseSet<NodeId> seen;
    while (!work.empty()) {
      NodeId id = find(work.back());
      work.pop_back();
      if (id == variable || seen.size() > maxSize)
        return true;
      if (nodes[id].kind == Node::Variable || !seen.insert(id).second)
        continue;
      work.push_back(nodes[id].first);
      if (nodes[id].kind == Node::Product)
        work.push_back(nodes[id].second);
    }
    return false;
  }

  /// Equates two types, or leaves everything as it was.
  Result unify(NodeId left, NodeId right) {
    trail.clear();
    Result result = merge(left, right);
    if (result != Result::Ok)
      for (auto [id, parent] : llvm::reverse(trail))
        nodes[id].parent = parent;
    return result;
  }

  Result merge(NodeId left, NodeId right) {
    std::vector<std::pair<NodeId, NodeId>> work{{left, right}};
    while (!work.empty()) {
      auto [a, b] = work.back();
      work.pop_back();
      a = find(a);
      b = find(b);
      if (a == b)
        continue;
      if (nodes[a].kind != Node::Variable)
        std::swap(a, b);
      if (nodes[a].kind == Node::Variable) {
        if (nodes[b].kind == Node::Product)
          return Result::Clash;
        if (nodes[b].kind == Node::Power && occurs(a, b))
          return Result::Infinite;
        setParent(a, b);
        continue;
      }
      if (nodes[a].kind != nodes[b].kind)
        return Result::Clash;
      // Merging before the parts are compared ends the work on shared ones.
      setParent(a, b);
      work.push_back({nodes[a].first, nodes[b].first});
      if (nodes[a].kind == Node::Product)
        work.push_back({nodes[a].second, nodes[b].second});
    }
    return Result::Ok;
  }

  /// A copy of `type` with fresh variables, one for each old one.
  NodeId copy(NodeId type, llvm::DenseMap<NodeId, NodeId> &copies) {
    type = find(type);
    auto it = copies.find(type);
    if (it != copies.end())
      return it->second;
    Node node = nodes[type];
    NodeId result;
    if (node.kind == Node::Variable) {
      result = variable();
    } else {
      NodeId first = copy(node.first, copies);
      NodeId second =
          node.kind == Node::Product ? copy(node.second, copies) : 0;
      result = make(node.kind, first, second);
    }
    copies[type] = result;
    return result;
  }

  /// The type as a tree; null if it has more than `budget` nodes, which is
  /// reduced by the number of nodes.
  TypeRef build(NodeId id, unsigned &budget) {
    if (budget == 0)
      return nullptr;
    --budget;
    Node node = nodes[find(id)];
    if (node.kind == Node::Variable)
      return element;
    auto type = std::make_shared<Type>();
    type->kind =
        node.kind == Node::Power ? Type::Kind::Power : Type::Kind::Product;
    if (!(type->first = build(node.first, budget)))
      return nullptr;
    if (node.kind == Node::Product &&
        !(type->second = build(node.second, budget)))
      return nullptr;
    return type;
  }

  std::string label(NodeId id) {
    unsigned budget = maxSize;
    TypeRef type = build(id, budget);
    return type ? type->words() : "something of a very large type";
  }

  TypeRef convert(NodeId id, const Identifier &name) {
    unsigned budget = maxSize;
    if (TypeRef type = build(id, budget))
      return type;
    tooLarge(name);
    return element;
  }

  void tooLarge(const Identifier &name) {
    diagnostics.error(name.loc, "the type of '" + name.name +
                                    "' has more than " + llvm::Twine(maxSize) +
                                    " parts");
  }

  //===--- Uses -----------------------------------------------------------===//

  /// The binding of a name; a name that is not bound (an error elsewhere, or an
  /// integer in a fact) gets one for the rest of the scope.
  Binding &lookup(const Identifier &id) {
    auto [it, isNew] = scope.try_emplace(id.name);
    if (isNew)
      it->second = {variable(), {}, {}};
    return it->second;
  }

  void use(const Identifier &id, NodeId wanted) {
    if (diagnostics.isSilent())
      return;
    Binding &binding = lookup(id);
    Result result = unify(binding.node, wanted);
    if (result != Result::Ok)
      reportClash(id, binding, wanted, result);
    if (!binding.firstUse.isValid())
      binding.firstUse = id.loc;
    if (!binding.shaped.isValid() && result == Result::Ok &&
        nodes[find(binding.node)].kind != Node::Variable)
      binding.shaped = id.loc;
  }

  void reportClash(const Identifier &id, const Binding &binding, NodeId wanted,
                   Result result) {
    llvm::SMLoc other =
        binding.shaped.isValid() ? binding.shaped : binding.firstUse;
    if (result == Result::Infinite) {
      diagnostics.error(id.loc, "type clash: with this use the type of '" +
                                    id.name + "' would contain itself");
      if (other.isValid())
        diagnostics.note(other, "'" + id.name + "' is used here");
      return;
    }
    diagnostics.error(id.loc, "type clash: '" + id.name +
                                  "' is used as " + label(wanted) +
                                  " here");
    if (other.isValid())
      diagnostics.note(other, "but as " + label(binding.node) + " here");
  }

  //===--- Expressions ----------------------------------------------------===//

  void infer(Expr &expr) {
    switch (expr.kind) {
    case Expr::Kind::Atom:
      inferAtom(expr);
      return;
    case Expr::Kind::Equality: {
      NodeId type = variable();
      for (const Identifier &argument : expr.arguments)
        use(argument, type);
      return;
    }
    case Expr::Kind::Implication:
      inferImplication(expr);
      return;
    case Expr::Kind::Conjunction:
    case Expr::Kind::Negation:
      for (ExprPtr &operand : expr.operands)
        infer(*operand);
      return;
    }
  }

  void inferAtom(const Expr &atom) {
    std::vector<NodeId> types;
    if (std::optional<unsigned> arity = primitiveArity(atom.name)) {
      if (*arity == atom.arguments.size()) {
        for (unsigned i = 1; i < *arity; ++i)
          types.push_back(variable());
        types.push_back(relation(types));
      }
    } else if (auto it = schemes.find(atom.name);
               it != schemes.end() &&
               it->second.size() == atom.arguments.size()) {
      llvm::DenseMap<NodeId, NodeId> copies;
      for (NodeId parameter : it->second)
        types.push_back(copy(parameter, copies));
    }
    // Whatever is wrong with the atom has been reported.
    while (types.size() < atom.arguments.size())
      types.push_back(variable());
    for (size_t i = 0; i < atom.arguments.size(); ++i)
      use(atom.arguments[i], types[i]);
  }

  void inferImplication(Expr &expr) {
    std::vector<std::optional<Binding>> hidden;
    PendingExpr pending{&expr, {}};
    for (const Identifier &variable : expr.arguments) {
      auto it = scope.find(variable.name);
      hidden.push_back(it == scope.end() ? std::nullopt
                                         : std::optional(it->second));
      NodeId node = this->variable();
      scope[variable.name] = {node, {}, {}};
      pending.nodes.push_back(node);
    }
    for (ExprPtr &operand : expr.operands)
      infer(*operand);
    for (size_t i = expr.arguments.size(); i-- > 0;) {
      if (hidden[i])
        scope[expr.arguments[i].name] = *hidden[i];
      else
        scope.erase(expr.arguments[i].name);
    }
    pendingExprs.push_back(std::move(pending));
  }

  std::vector<NodeId> bind(std::vector<Parameter> &parameters) {
    std::vector<NodeId> types;
    for (Parameter &parameter : parameters) {
      types.push_back(variable());
      scope[parameter.id.name] = {types.back(), {}, {}};
      pendingTypes.push_back({&parameter.type, types.back(), parameter.id});
    }
    return types;
  }

  void inferDefinition(Definition &definition) {
    scope.clear();
    std::vector<NodeId> types = bind(definition.parameters);
    infer(*definition.body);
    // Uses copy the types, so they must be small; conversion reports them.
    for (NodeId &type : types) {
      unsigned budget = maxSize;
      if (!build(type, budget))
        type = variable();
    }
    schemes.try_emplace(definition.id.name, std::move(types));
  }

  void inferTheory(Theory &theory) {
    scope.clear();
    bind(theory.constants);
    infer(*theory.axioms);
    for (const Induction &induction : module.inductions)
      inferInduction(induction);
    for (Conjecture &conjecture : module.conjectures)
      infer(*conjecture.statement);
    for (Fact &fact : module.facts)
      infer(*fact.atom);
  }

  /// The set has the type of a set; a constructor is a member of it or a
  /// function into it, with as many inputs as its other uses say.
  void inferInduction(const Induction &induction) {
    NodeId member = variable();
    use(induction.set, make(Node::Power, member));
    for (const Identifier &constructor : induction.constructors) {
      Node type = nodes[find(lookup(constructor).node)];
      if (type.kind != Node::Power ||
          nodes[find(type.first)].kind != Node::Product) {
        use(constructor, member);
        continue;
      }
      std::vector<NodeId> arguments;
      Node part = nodes[find(type.first)];
      for (; part.kind == Node::Product; part = nodes[find(part.second)])
        arguments.push_back(variable());
      arguments.push_back(member);
      use(constructor, relation(arguments));
    }
  }

  Module &module;
  Diagnostics &diagnostics;
  std::vector<Node> nodes;
  /// The parents that were changed since unify() began, with their old values.
  std::vector<std::pair<NodeId, NodeId>> trail;
  llvm::StringMap<Binding> scope;
  /// The types of a definition's parameters; its variables are generic.
  llvm::StringMap<std::vector<NodeId>> schemes;
  std::vector<PendingType> pendingTypes;
  std::vector<PendingExpr> pendingExprs;
  TypeRef element = std::make_shared<Type>();
};

} // namespace

void mplc::inferTypes(Module &module, Diagnostics &diagnostics) {
  TypeInference(module, diagnostics).run();
}
