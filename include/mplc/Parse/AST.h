//===- AST.h - Syntax of MPL, with source locations -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The tree that the parser builds and that semantic analysis decorates with
// types. It is plain data: after analysis every name is known to be bound,
// used with the right arity and never shadowed, so that later stages may look
// names up by spelling alone.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_AST_H
#define MPLC_PARSE_AST_H

#include "llvm/Support/SMLoc.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mplc {

/// The type of an argument: an element `(1)`, a power set `P(T)`, or a product
/// `x(T)(U)`. A unary function is `P(x(1)(1))`, a binary one
/// `P(x(1)(x(1)(1)))`. Types are immutable and shared.
struct Type {
  enum class Kind { Element, Power, Product };
  Kind kind = Kind::Element;
  std::shared_ptr<const Type> first;  ///< Power: the member; Product: the left.
  std::shared_ptr<const Type> second; ///< Product: the right.

  bool isElement() const { return kind == Kind::Element; }
  /// The label of the language document, for instance `P(x(1)(1))`.
  std::string label() const;
  /// The same in words: "an element", "a set of elements", "a relation of two
  /// elements".
  std::string words() const;
};
using TypeRef = std::shared_ptr<const Type>;

/// A name at a place.
struct Identifier {
  std::string name;
  llvm::SMLoc loc;
};

/// One MPL expression.
///
///   Atom         name = predicate, arguments
///   Equality     arguments[0] = arguments[1]
///   Conjunction  operands, two or more
///   Implication  arguments = bound variables, operands = {left, right}
///   Negation     operands = {negated}
struct Expr {
  enum class Kind { Atom, Equality, Conjunction, Implication, Negation };
  Kind kind;
  llvm::SMLoc loc;
  std::string name;
  std::vector<Identifier> arguments;
  std::vector<std::unique_ptr<Expr>> operands;
  /// Implication, after analysis: the types of the bound variables.
  std::vector<TypeRef> boundTypes;
};
using ExprPtr = std::unique_ptr<Expr>;

/// An expression as it is written (Syntax.h); trees are shared, never changed.
struct Syntax;
using SyntaxPtr = std::shared_ptr<Syntax>;

/// A parameter of a definition or a constant of a theory.
struct Parameter {
  Identifier id;
  TypeRef type; ///< Set by analysis.
};

/// A declaration of constants: `(datatype S = c | f(S1))`,
/// `(function f : S1, S2 -> S clauses)`, `(relation R : S1, S2 formula)`,
/// `(set S)`, `(constant c : S)`.
struct Declaration {
  enum class Kind { Datatype, Function, Relation, Set, Constant };
  Kind kind;
  llvm::SMLoc loc;
  std::vector<Identifier> names; ///< What is declared; a datatype's own set.
  struct Constructor {
    Identifier id;
    std::vector<Identifier> sets;
  };
  std::vector<Constructor> constructors;
  std::vector<Identifier> inputs;
  Identifier output;
  std::vector<SyntaxPtr> clauses;
};

/// `(theory name[constants] axioms)`, with what the file declares besides.
struct Theory {
  Identifier id;
  std::vector<Parameter> constants;
  ExprPtr axioms; ///< Made from what follows once all files are read.
  std::vector<SyntaxPtr> syntax;
  std::vector<Declaration> declarations;
};

/// `(define name[parameters] body)`. An imported theory is a definition too:
/// its constants are the parameters and its axioms the body.
struct Definition {
  Identifier id;
  std::vector<Parameter> parameters;
  ExprPtr body;     ///< Made from `syntax` once all files are read.
  SyntaxPtr syntax; ///< Null if the definition was not written.
  bool isBare = false; ///< A file's only expression: free names are kept.
  std::shared_ptr<Theory> theory; ///< An imported theory.
};

/// `(induction [set,constructor,...])`.
struct Induction {
  llvm::SMLoc loc;
  Identifier set;
  std::vector<Identifier> constructors;
};

/// `(explore name[symbols] (key value)...)`: what exploration may use, and its
/// bounds, in the order written.
struct Explore {
  Identifier id;
  std::vector<Identifier> symbols;
  std::vector<std::pair<Identifier, long>> bounds;
};

/// `(conjecture name statement)` or `(assume name statement ["theorems.mpl"])`.
struct Conjecture {
  Identifier id;
  ExprPtr statement;
  bool assumed = false;
  /// The theorems of the run that proved what is assumed, if one did.
  std::string provedIn;
  SyntaxPtr syntax;
};

/// `(fact atom)`.
struct Fact {
  llvm::SMLoc loc;
  ExprPtr atom;
  SyntaxPtr syntax;
};

/// A file with everything that it imports. Imports contribute definitions
/// (theories included, as definitions), each before its first use; all other
/// forms come from the main file only.
struct Module {
  std::string path;
  std::vector<std::string> libraryPaths; ///< For hints about imports.
  std::vector<Definition> definitions;
  std::optional<Theory> theory;
  std::vector<Induction> inductions;
  std::vector<Explore> explores;
  std::vector<Conjecture> conjectures; ///< Assumed ones too, in file order.
  std::vector<Fact> facts;
};

} // namespace mplc

#endif // MPLC_PARSE_AST_H
