//===- Reader.h - What the readers of text share ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PROOF_READER_H
#define MPLC_LIB_PROOF_READER_H

#include "mplc/Proof/Proof.h"

#include <functional>

namespace mplc::proof {

/// A formula while its types are not known yet.
using OpenFormula = std::shared_ptr<Formula>;

/// MPL text, read front to back.
class Scanner {
public:
  explicit Scanner(std::string_view text) : text(text) {}

  /// Skips white space and comments.
  void skipSpace();
  bool atEnd();
  char peek();
  bool take(char c);
  /// The name at the front, taken; empty if there is none.
  std::string takeName();
  /// `[a,b,..]`, which may be empty.
  bool takeList(std::vector<std::string> &names);
  /// Goes on behind the next `c`; false if there is none.
  bool skipPast(char c);
  /// One expression; null if there is none, with `error` set.
  FormulaRef formula();

  std::string error;

private:
  FormulaRef bracketed();
  FormulaRef fail(const char *expected);

  std::string_view text;
  size_t at = 0;
  unsigned depth = 0;
};

/// Types with unknowns. Slots are numbers; unification is by union-find.
class Unifier {
public:
  using Slot = size_t;
  Slot unknown();
  Slot known(const TypeRef &type);
  Slot power(Slot member);
  Slot product(Slot left, Slot right);
  bool unify(Slot a, Slot b);
  /// The type; what is unknown is an element. Null if it contains itself, is
  /// very large, or is that of a pair.
  TypeRef resolve(Slot slot);

private:
  struct Node {
    enum class State { Unknown, Element, Power, Product, Same } state;
    Slot first = 0, second = 0;
  };
  Slot find(Slot slot);
  TypeRef resolve(Slot slot, unsigned &budget);
  std::vector<Node> nodes;
};

/// Infers types of formulas, and writes those of bound variables into them.
/// Formulas added must not be shared with anything that has its types already.
class TypeInference {
public:
  using Slot = Unifier::Slot;
  /// The slot of a name that no formula binds, none if it is unknown.
  using FreeName = std::function<std::optional<Slot>(const std::string &)>;
  /// The slots of the parameters of a definition; null if there is none.
  using Parameters =
      std::function<const std::vector<Slot> *(const std::string &)>;

  TypeInference(FreeName freeName, Parameters parameters)
      : freeName(std::move(freeName)), parameters(std::move(parameters)) {}

  Unifier unifier;

  /// False if a name is unknown, with `error` set, or if types clash, with
  /// `error` set and `clash` true.
  bool add(const FormulaRef &formula);
  /// Writes the types of all bound variables met.
  bool finish();

  std::string error;
  bool clash = false;

private:
  bool infer(const FormulaRef &formula);
  bool atom(const Formula &formula);
  std::optional<Slot> slotOf(const std::string &name);
  bool unify(Slot a, Slot b, const Formula &where);

  FreeName freeName;
  Parameters parameters;
  std::vector<std::pair<std::string, Slot>> bound;
  std::vector<std::pair<Variable *, Slot>> variables;
};

/// The number of arguments of a primitive predicate; 0 for any other name.
size_t primitiveArity(std::string_view name);

/// Finds out what the axioms say of the inputs of constructors.
bool supportInductions(Theory &theory, std::string &error);

/// Reads the header of a proof only; `statements` are those of the theory file.
bool readHeader(const Theory &theory,
                const std::map<std::string, FormulaRef> &statements,
                std::string_view text, Theorem &theorem, std::string &error);

} // namespace mplc::proof

#endif // MPLC_LIB_PROOF_READER_H
