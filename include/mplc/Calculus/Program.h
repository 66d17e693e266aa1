//===- Program.h - A theory as rules over relations -------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the compiler knows about a theory after definitions have become rules,
// as plain data that does not depend on LLVM: the compiler's passes compute
// with it, the generated executable carries it (as text, see print/parse) and
// the runtime plans the rules that only appear while it runs from it.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_CALCULUS_PROGRAM_H
#define MPLC_CALCULUS_PROGRAM_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mplc::calculus {

/// A variable (>= 0) of the rule that the term stands in, or an element
/// constant of the theory (-1 - index).
using Term = int32_t;
inline bool isConstant(Term t) { return t < 0; }
inline Term constantTerm(uint32_t index) { return -1 - Term(index); }
inline uint32_t constantIndex(Term t) { return uint32_t(-1 - t); }

using RelationId = uint32_t;
using RuleId = uint32_t;
inline constexpr uint32_t none = ~0u;

struct Atom {
  RelationId relation = none;
  std::vector<Term> args;
  bool operator==(const Atom &) const = default;
};

/// How one premise of the source clause is met by an instance of the rule.
struct Cite {
  enum class Kind : uint8_t {
    Premise,   ///< By the fact that premise `premise` of the rule matched.
    Typing,    ///< Membership of that premise's `column`, by the typing clause
               ///< of the column (Relation::columns).
    Reflexive, ///< An equality `term = term`, left over from substitution.
    Assumed,   ///< The clause's head is a negation, and the rule's head says the
               ///< same of a negated relation: what it negates is assumed, and
               ///< the clause then gives false.
  };
  Kind kind = Kind::Premise;
  uint32_t premise = 0;
  uint32_t column = 0;
  Term term = 0;
  bool operator==(const Cite &) const = default;
};

/// The clause of the source that a rule is an instance scheme of; enough to
/// write a proof step that cites it (docs/proof-format.md, 'Words').
struct Clause {
  enum class Kind : uint8_t {
    Use,  ///< `clause <root> <path>`
    Fold, ///< `fold <root>`, with `exists` first if the body is existential.
    Contradict, ///< A fact and its negation; cites: the negation, then the fact.
    Symmetry,   ///< From `!(x = y)` to `!(y = x)`.
    Contrapose, ///< Another rule, the other way round: see `base`.
  };
  Kind kind = Kind::Use;
  std::string root; ///< Theory, definition, assumed theorem or `fact:K`.
  std::string path; ///< `-` if empty.
  /// The clause's variables in order, by source name, and what the rule has for
  /// them. Fold: the variables that the body's existentials bind.
  std::vector<std::pair<std::string, Term>> substitution;
  std::vector<Cite> cites; ///< One a flattened premise of the clause, in order.
  /// Contrapose: if premise `dropped` of rule `base` held, the base rule would
  /// contradict what is known. The premises are the base rule's without that one,
  /// and, unless the base rule's head is false, the negation of the head, last.
  /// With a `column`, the premise stays, with a variable of its own in that
  /// column, and the head keeps this variable apart from what stood there. In the
  /// form of a theorem, `base` is how many forms before this one the base stands.
  RuleId base = none;
  uint32_t dropped = 0;
  uint32_t column = none;
};

struct Rule {
  enum class Head : uint8_t {
    Derive,  ///< `atom`
    Equate,  ///< `left = right`
    Refute,  ///< false
    Witness, ///< there are values for `fresh` such that all `witnesses` hold
  };
  std::string name; ///< Unique in the program.
  std::vector<Atom> premises;
  Head head = Head::Derive;
  Atom atom;
  Term left = 0, right = 0;
  /// Witness: the variables that the head binds, by source name, and its
  /// flattened body.
  std::vector<std::pair<std::string, Term>> fresh;
  std::vector<Atom> witnesses;
  uint32_t numVariables = 0;
  Clause clause;
  /// False: never run by kernels, because insertion does its work (keys and
  /// typing) or because it only licenses witnesses (totality).
  bool active = true;
};

/// What a block can hold: columns of a relation, and premises and variables of a rule
/// that is matched. Goals may have more premises, which are facts of their blocks.
inline constexpr uint32_t maxColumns = 8, maxPremises = 46, maxVariables = 200;
inline bool canBeMatched(const Rule &rule) {
  return rule.premises.size() <= maxPremises && rule.numVariables <= maxVariables;
}

/// One column of a relation.
struct Column {
  RelationId sort = none; ///< Unary membership relation implied, or none.
  RuleId typing = none;   ///< The rule `R(..x..) -> sort(x)`.
};

/// A table. `pattern` is the MPL atom that a row stands for: `$k` is column k,
/// anything else a constant; for instance predicate `in3`, pattern {$0,$1,$2,+}.
struct Relation {
  std::string name; ///< Unique in the program, for instance `in3.+`.
  std::string predicate;
  std::vector<std::string> pattern;
  std::vector<Column> columns; ///< One a column; the arity is their number.
  bool functional = false; ///< The last column is determined by the others.
  RuleId key = none;       ///< Functional: the clause that says so.
  RuleId totality = none;  ///< The clause by which an output always exists.
  bool constructor = false;
  /// A row says that the atom does not hold.
  bool negated = false;
  /// The relation of the same atoms, negated or not; none if nothing negates it,
  /// and for inequality, whose complement is no table.
  RelationId complement = none;

  uint32_t arity() const { return uint32_t(columns.size()); }
};

/// `(induction [S,c1,..])` over element constants and functional relations.
struct Constructor {
  bool isFunction = false;
  uint32_t index = 0; ///< Constant index, or relation id if isFunction.
};
struct InductionForm {
  RelationId sort = none; ///< Membership relation of S.
  std::string set;        ///< S, as written.
  std::vector<Constructor> constructors;
};

/// One thing to prove: premises and a head over universally bound variables.
/// The head Witness asks for the existence of `fresh` with `witnesses`.
struct Goal {
  std::vector<Atom> premises;
  Rule::Head head = Rule::Head::Derive;
  Atom atom;
  Term left = 0, right = 0;
  std::vector<std::pair<std::string, Term>> fresh;
  std::vector<Atom> witnesses;
  /// The rule variables, 0.. in order of the statement's quantifiers; entries of
  /// `binders` say how each bound name of the statement reads as a term (an
  /// equality among the premises may have identified two, or made one a constant).
  uint32_t numVariables = 0;
  std::vector<std::pair<std::string, Term>> binders;
  /// How each flattened premise of the statement reads: an atom of `premises`
  /// (Premise) or an equality that substitution made trivial (Reflexive).
  std::vector<Cite> cites;
};

struct Conjecture {
  std::string name;
  std::string statement; ///< Canonical MPL.
  std::string location;  ///< file:line:column, for messages.
  bool assumed = false;  ///< Taken as proved.
  Goal goal;
  /// A statement with several claims (its head is a conjunction, or an atom of a
  /// universal definition) has a conjecture of its own for each claim, in the
  /// order of a walk through it, and no goal.
  std::vector<std::string> parts;

  bool isComposite() const { return !parts.empty(); }
};

/// Definitions that the compiler made for parts of statements are called this and a
/// number (lib/Parse/NameSubformulas.cpp).
inline constexpr std::string_view inlinePrefix = "\xC2\xA7";

/// A definition of the source, for proofs that fold it.
struct Definition {
  std::string name;
  std::vector<std::string> parameters;
  std::string body; ///< Canonical MPL.
};

/// Two constants that a clause `!(=[left,right])` keeps apart.
struct Distinct {
  Term left = 0, right = 0;
  Clause clause;
};

/// `(explore name[symbols] bounds)`: what conjectures may be made of.
struct Exploration {
  std::string name;
  std::vector<RelationId> functions; ///< Total functions.
  std::vector<RelationId> relations; ///< Others, in conditions and heads.
  std::vector<Term> constants;       ///< Element constants.
  uint32_t size = 3;      ///< Applications in one side of an equation.
  uint32_t variables = 3; ///< Of each sort.
  uint32_t premises = 1;  ///< Conditions of a law, up to two.
  uint32_t depth = 1;     ///< Highest generation of witnesses in an attempt.
  uint32_t splits = 1;    ///< Nested case splits in an attempt.
  uint32_t firings = 5000; ///< Of a block in an attempt.
  uint32_t ground = 5;    ///< Values of a set like the natural numbers.
};

struct Program {
  std::string theory;
  /// The theory file without its conjectures, canonical: what theorems that are
  /// written out stand below, so that they can be read back.
  std::string source;
  std::vector<std::string> constants; ///< Element constants, by index.
  std::vector<Relation> relations;
  std::vector<Rule> rules; ///< Axioms, definitions and facts.
  std::vector<Distinct> distinct;
  std::vector<Definition> definitions;
  std::vector<InductionForm> inductions;
  std::vector<Conjecture> conjectures;
  std::vector<Exploration> explorations;

  /// The relation of rows `!(=[x,y])`; none if no premise says such a thing.
  RelationId apart() const {
    for (RelationId r = 0; r < relations.size(); ++r)
      if (relations[r].negated && relations[r].predicate == "=")
        return r;
    return none;
  }
  /// The set that facts say an element constant is in, by membership or as a column
  /// of another relation; none if they say nothing.
  RelationId sortOf(Term constant) const {
    for (const Rule &rule : rules)
      for (size_t c = 0; rule.premises.empty() && rule.head == Rule::Head::Derive &&
                         c < rule.atom.args.size(); ++c)
        if (rule.atom.args[c] == constant) {
          const RelationId relation = rule.atom.relation;
          const RelationId sort = rule.atom.args.size() == 1
                                      ? relation
                                      : relations[relation].columns[c].sort;
          if (sort != none)
            return sort;
        }
    return none;
  }
};

/// Line-oriented text, one record a line; print(parse(t)) == t.
std::string print(const Program &program);
/// Reads what print() writes; nothing, and a message, if the text is damaged.
std::optional<Program> parse(std::string_view text, std::string &error);

/// MPL text of an atom, arguments given as text, by the relation's pattern.
std::string formula(const Relation &relation,
                    const std::vector<std::string> &arguments);

} // namespace mplc::calculus

#endif // MPLC_CALCULUS_PROGRAM_H
