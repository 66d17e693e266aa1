//===- Proof.h - Theorems and proofs of a run -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PROOF_PROOF_H
#define MPLC_PROOF_PROOF_H

#include "mplc/Proof/Theory.h"

#include <cstdint>

namespace mplc::proof {

/// The number of a step in its proof.
using StepNumber = uint32_t;

/// Why a step holds: the table of docs/proof-format.md.
enum class Reason {
  Premise,
  Clause,
  Witness,
  Exists,
  Fold,
  Both,
  Chain,
  Rewrite,
  Absurd,
  Show,
  Induction,
  Split,
  Cases,
};

/// The word of the proof format.
std::string_view wordOf(Reason reason);

/// The clause that a step applies.
struct ClauseUse {
  enum class Root { Axioms, Definition, Fact, Theorem, Step };
  Root root = Root::Axioms;
  std::string name;    ///< Of the theory, definition or theorem.
  uint32_t number = 0; ///< Of the fact or the step.
  std::string path;
  Clause clause;
  std::vector<std::string> parameters; ///< Terms for the clause's parameters.
  std::vector<std::string> terms;      ///< Terms for its variables.
  std::vector<std::string> names;      ///< New names for its witnesses.

  /// What makes of the clause's formulas those that the step is about.
  Renaming renaming() const;
};

struct Step;

/// What a block may assume.
struct Premise {
  enum class Kind {
    Given,      ///< A premise of the formula that is proved.
    Case,       ///< How the value of the case is made.
    Membership, ///< A value of the case is a member of a set.
    Hypothesis, ///< An induction hypothesis.
    Condition,  ///< That a condition holds, or that it does not.
  };
  Kind kind;
  FormulaRef formula;
};

/// Steps with names and premises of their own.
struct Block {
  enum class Kind {
    Proof,  ///< The whole proof.
    Show,   ///< The formula of the step, with names for its variables.
    Member, ///< That the variable of an induction is a member of the set.
    Case,   ///< One constructor of an induction or a split, or one side of a
            ///< condition.
  };
  Kind kind = Kind::Proof;
  /// Case: the constructor (null for a condition), names for its inputs, and
  /// what is made of them: a new name or a constant, or the term that is split.
  const Constructor *constructor = nullptr;
  std::vector<Variable> inputs;
  std::string output;
  /// Show, Member, and Case of an induction: for each variable of the whole
  /// clause of the step's formula its term, new here but for the variable of
  /// the induction, whose term in a case is `output`.
  std::vector<Variable> terms;
  std::vector<Premise> premises;
  FormulaRef goal;
  std::vector<Step> steps;
  /// The step, in this block or one around it, that is the goal or false.
  StepNumber end = 0;
};

struct Step {
  StepNumber number = 0;
  FormulaRef formula;
  Reason reason = Reason::Premise;
  /// The steps cited, in the order of the reason: premises of a clause (after
  /// the atom of the definition, if the root is one), parts, equalities, the
  /// step that says that the term of a split is a member, the false step.
  std::vector<StepNumber> cites;
  /// Rewrite: the step whose arguments are replaced (not in `cites`).
  StepNumber rewritten = 0;
  ClauseUse use;                  ///< Clause and Witness.
  std::vector<std::string> terms; ///< Exists: for the variables.
  std::string definition;         ///< Fold.
  /// Induction: the number of the variable in the whole clause. Split: the
  /// term.
  size_t variable = 0;
  std::string subject;
  const InductionForm *form = nullptr; ///< Induction and Split.
  FormulaRef condition;                ///< Cases.
  /// Show: one. Induction: perhaps a Member, then the cases. Split: the cases.
  /// Cases: that the condition holds, then that it does not.
  std::vector<Block> blocks;
};

struct Theorem {
  std::string name;
  FormulaRef statement;
  std::vector<std::string> uses; ///< Theorems that steps may cite.
  std::string refutes; ///< A statement that it says is false, or empty.
  Block proof;
  /// Formulas of all steps by their number; null where there is none.
  std::map<StepNumber, FormulaRef> formulas;
  // From results.json, empty if that says nothing.
  std::string method;
  std::string text;     ///< As exploration wrote it.
  std::string explored; ///< `essential`, `consequence`, or empty.
  /// A consequence: the theorems that it follows from.
  std::vector<std::string> followsFrom;
  bool isVacuous = false;
  bool isGround = false;     ///< A fact about small values.
  bool isRefutation = false; ///< Contradicts a statement that is false.
  double seconds = 0;        ///< Since the start of the run.
};

/// A conjecture that was not proved.
struct Open {
  std::string name;
  FormulaRef statement;
  std::string limit; ///< What stopped the search.
  std::string text;  ///< As exploration wrote it.
  bool isExplored = false;
  std::string tried; ///< Budgets, for people.
  std::vector<std::string> nearest; ///< What the rules that came nearest lacked.
};

/// A conjecture that is false: what values it fails for, where that is known,
/// the theorems that show it, and the model that the values are of.
struct Refuted {
  std::string name;
  FormulaRef statement; ///< Null if the run does not say.
  std::string text;     ///< As exploration wrote it.
  bool isExplored = false;
  double seconds = 0; ///< Since the start of the run.
  std::vector<std::pair<std::string, std::string>> values;
  std::vector<std::string> by;
  std::string model; ///< If one had to be searched for.
};

/// An equation that exploration looked at, and the values that make it false,
/// as the run wrote them: `a + a = a`, `a = 1: 2 is not 1`.
struct FalseEquation {
  std::string text, values;
};

/// What a run took, from results.json.
struct Statistics {
  bool isKnown = false;
  double seconds = 0;
  uint64_t cycles = 0, attempts = 0, blocks = 0, firings = 0, slowFirings = 0;
  uint64_t rulesKept = 0, largestBlockRows = 0;
  /// Seconds of each phase, in the order in which the phases began.
  std::vector<std::pair<std::string, double>> phases;
  /// Number k is how many blocks had at least 2^k rows and fewer than 2^(k+1);
  /// those without rows count for k = 0.
  std::vector<uint64_t> blockRows;
};

/// What a run leaves behind.
struct Run {
  Theory theory;
  std::vector<Theorem> theorems; ///< Each after those that it uses.
  std::vector<Open> open;
  std::vector<Refuted> refuted;
  std::vector<FalseEquation> falseEquations;
  Statistics statistics;
  std::string stopped; ///< Why the run was stopped, if it was.

  const Theorem *theorem(std::string_view name) const;
};

/// Reads the folder of a run (docs/output.md): theorems.mpl, proofs/*.proof,
/// and, if they are there, open.mpl, refuted.tsv and results.json. Null if
/// something cannot be read; `error` is one line that names the file.
///
/// This is no checker. It finds what breaks the form of a proof (syntax, scope,
/// names that are not fresh, paths, uses that go round in a circle); whether a
/// step follows from what it cites is for mpl-verify, or the target, to say.
///
/// The run keeps pointers into its own theory and cannot be copied.
std::unique_ptr<Run> readRun(const std::string &folder, std::string &error);

/// Reads one proof against a theory. `statements` are those of all theorems.
bool readProof(const Theory &theory,
               const std::map<std::string, FormulaRef> &statements,
               std::string_view text, Theorem &theorem, std::string &error);

} // namespace mplc::proof

#endif // MPLC_PROOF_PROOF_H
