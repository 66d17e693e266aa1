//===- Theory.h - What proofs are checked against ---------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_THEORY_H
#define MPL_VERIFY_THEORY_H

#include "Formula.h"
#include "Types.h"

#include <map>

namespace mplverify {

/// The body's pattern variables are the parameters.
struct Definition {
  Symbol name;
  std::vector<Symbol> parameters;
  Formula body;
  std::vector<Type> types;
};

struct Constructor {
  Symbol name;
  /// For a function, how many inputs; 0 for a constant.
  uint32_t inputs = 0;
  /// For each input, the sets that typing clauses put it in.
  std::vector<std::vector<Symbol>> inputSets;
};

struct InductionForm {
  Symbol set;
  std::vector<Constructor> constructors;
  /// Why the axioms do not support the form; empty if they do.
  std::string problem;
};

struct Statement {
  Symbol name = SymbolTable::anonymous;
  Formula formula = FormulaStore::falseFormula;
  bool assumed = false;
  /// Of an assumed one, the theorems of the run that proved it, if one did.
  std::string provedIn;
};

class Theory {
public:
  SymbolTable symbols;
  FormulaStore store;
  TypeTable types;

  Symbol name = SymbolTable::anonymous;
  Formula axioms = FormulaStore::falseFormula;
  std::map<Symbol, Type> constants; ///< Those of facts too.
  std::vector<Definition> definitions;
  std::vector<InductionForm> inductions;
  std::vector<Statement> statements;
  std::vector<Formula> facts;

  /// Null if there is none.
  const Definition *definition(Symbol name) const;
  const Statement *statement(Symbol name) const;
  const InductionForm *induction(Symbol set) const;

  void addDefinition(Definition definition);
  void addStatement(Statement statement);
  void addInduction(InductionForm form);
  /// Whether an atom may have this predicate with so many arguments.
  bool isPredicate(Symbol name, size_t arguments) const;
  /// Whether the name is `=`, `in`, `in2`, and so on.
  bool isPrimitive(Symbol name) const;

private:
  /// Where each symbol's definition, statement or form is, plus one; 0 where
  /// it has none.
  std::vector<uint32_t> definitionOf, statementOf, inductionOf;
};

/// Reads a theory file and all that it imports. On an error it is false, and
/// `error` is one line with file, line and column.
bool readTheory(const std::string &path, Theory &theory, std::string &error);

/// Infers the types of constants and parameters. False with the name of what
/// clashes.
bool inferTheoryTypes(Theory &theory, std::string &clash);

/// Finds out what the axioms say about the constructors of induction forms.
void supportInductions(Theory &theory);

/// The file, or its first `limit` bytes; false if it cannot be read, with the
/// reason. Only regular files are read, and none of more than 1 GiB: a pipe may
/// never end, and nobody writes that much.
bool readFile(const std::string &path, std::string &text,
              size_t limit = size_t(-1), std::string *reason = nullptr);

} // namespace mplverify

#endif // MPL_VERIFY_THEORY_H
