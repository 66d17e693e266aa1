//===- Clause.h - What a path reaches in a formula --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_CLAUSE_H
#define MPL_VERIFY_CLAUSE_H

#include "Theory.h"

#include <deque>
#include <unordered_map>

namespace mplverify {

/// A clause: for all variables, the premises imply the head. Premises, head
/// and parts are canonical. The pattern variables are, in this order, the
/// parameters of the definition that the path starts in, the variables along
/// the path, and what an existential head binds.
struct Clause {
  size_t parameters = 0;
  std::vector<Symbol> variables;
  std::vector<Symbol> witnesses;
  std::vector<Type> types; ///< Of all of them.
  std::vector<Formula> premises;
  Formula head = FormulaStore::falseFormula;
  bool existential = false;
  std::vector<Formula> parts; ///< What holds of the witnesses.
  std::string error;          ///< Why there is no such clause.

  size_t patterns() const {
    return parameters + variables.size() + witnesses.size();
  }
};

/// The types of names that are in scope outside a formula.
class NameTypes {
public:
  virtual Type typeOf(Symbol name) const = 0;

protected:
  ~NameTypes() = default;
};

/// Finds clauses and remembers them: a clause depends on the formula (with the
/// names that it binds), the parameters and the path only.
class ClauseTable {
public:
  ClauseTable(Theory &theory, const NameTypes &names)
      : theory(theory), names(names) {}

  /// The path in `root`, in whose pattern variables (the parameters of
  /// `definition`, if that is not null) the clause is stated.
  const Clause &find(Formula root, const Definition *definition,
                     std::string_view path);

  /// The clause of the whole formula: through all implications to the
  /// innermost right side.
  const Clause &whole(Formula f);

  /// To be called when names in formulas change their types.
  void clear() {
    numbers = {};
    clauses.clear();
    last = {};
  }

private:
  struct Key {
    Formula root;
    Symbol definition;
    Symbol path;
    bool operator==(const Key &) const = default;
  };
  struct KeyHash {
    size_t operator()(const Key &key) const {
      uint64_t hash = key.root * 0x9E3779B97F4A7C15u;
      hash = (hash ^ uint32_t(key.definition)) * 0xD6E8FEB86659FD93u;
      return size_t((hash ^ uint32_t(key.path)) * 0x9E3779B97F4A7C15u);
    }
  };

  Theory &theory;
  const NameTypes &names;
  std::unordered_map<Key, Clause *, KeyHash> numbers;
  std::deque<Clause> clauses;
  std::pair<Key, Clause *> last{};
};

/// Infers the types of pattern variables of formulas, against a theory whose
/// own types are known.
class PatternTypes final : public TypeScope {
public:
  PatternTypes(const Theory &theory, TypeTable &types, const NameTypes &names)
      : theory(theory), names(names), unifier(types) {}

  void add(Type known) { patterns.push_back(unifier.known(known)); }
  void addUnknown() { patterns.push_back(unifier.unknown()); }
  bool infer(Formula f) { return inferTypes(theory.store, f, unifier, *this); }
  /// False if a type is too deep.
  bool resolve(std::vector<Type> &types);

private:
  Unifier::Slot symbol(Symbol name) override {
    return unifier.known(names.typeOf(name));
  }
  Unifier::Slot pattern(uint32_t index) override { return patterns[index]; }
  Unifier::Slot parameter(Symbol name, size_t index) override;

  const Theory &theory;
  const NameTypes &names;
  Unifier unifier;
  std::vector<Unifier::Slot> patterns;
};

} // namespace mplverify

#endif // MPL_VERIFY_CLAUSE_H
