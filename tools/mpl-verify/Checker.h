//===- Checker.h - Checks one proof, front to back --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_CHECKER_H
#define MPL_VERIFY_CHECKER_H

#include "Clause.h"
#include "FormulaParser.h"
#include "Text.h"

namespace mplverify {

/// A theorem that a proof may cite, or that it proves.
struct Theorem {
  Symbol name = SymbolTable::anonymous;
  Formula statement = FormulaStore::falseFormula;
};

class Checker final : NameScope, NameTypes {
public:
  explicit Checker(Theory &theory);

  /// Checks the steps of a proof: `text` from `line` on. `uses` may be cited.
  /// False if the proof is to be rejected; `error` says why then, and where.
  bool check(const Theorem &theorem, const std::vector<Theorem> &uses,
             std::string_view text, size_t line);

  std::string error;
  size_t errorLine = 0;
  size_t stepsChecked = 0;
  /// Whether the proof cites facts of the theory file.
  bool citesFacts = false;

private:
  /// A proved step that may be cited.
  struct Step {
    uint32_t number;
    Formula named;
    Formula canonical;
  };

  enum class BlockKind { Show, Cases, Case, Member };

  /// An open block; `Cases` is the sequence of the cases of an induction, a
  /// split or a condition, and `Member` and `Case` stand in it.
  struct Block {
    BlockKind kind;
    uint32_t number = 0;
    Formula named = 0;
    Formula goal = 0;
    // What is in scope outside it.
    size_t steps = 0, premises = 0, introduced = 0;
    // Cases: what they go through, a form's constructors or, without a form,
    // that `condition` holds and that it does not. `variable` is the one of an
    // induction and `subject` the term of a split.
    const InductionForm *form = nullptr;
    Formula condition = 0;
    const Clause *clause = nullptr;
    bool induction = false, memberNeeded = false;
    size_t variable = 0, next = 0;
    Term subject = 0;
    // Case: its inputs and whether its `fix` line may or must come now.
    std::vector<Term> inputs;
    Term output = 0;
    bool mayFix = false, mustFix = false;
  };

  /// What is known of a name of this proof; `file` tells whether it is.
  struct NameInfo {
    uint32_t file = 0;
    bool inScope = false;
    bool constant = false;
    Type type = TypeTable::element;
  };

  /// Where a clause comes from.
  struct Root {
    Formula formula = 0;
    const Definition *definition = nullptr;
    bool isStep = false;
  };

  static constexpr Term noTerm = INT32_MIN;

  bool fail(std::string message);

  // Checker.cpp: lines, names, steps and blocks.
  bool line(std::string_view text);
  bool stepLine(std::string_view number, Words words);
  bool reason(std::string_view word, Words words, Formula f);
  bool caseLine(Words words);
  bool fixLine(Words words);
  bool memberLine(Words words);
  bool endLine(Words words);
  bool qedLine(Words words);
  bool stepsAllowed();

  bool freeName(Symbol name, Term &term) override;
  bool isTaken(Symbol) override { return false; }
  bool predicate(Symbol name, size_t arguments) override {
    return theory.isPredicate(name, arguments);
  }
  Type typeOf(Symbol name) const override { return names[name].type; }
  NameInfo &info(Symbol name);
  bool introduce(std::string_view name, Type type, Term &term);
  bool termInScope(std::string_view name, Term &term);

  bool parseFormula(std::string_view text, Formula &f);
  bool wellTyped(Formula f);
  void addStep(uint32_t number, Formula f);
  const Step *findStep(uint32_t number) const;
  bool cite(std::string_view word, Step &step);
  bool citeAll(Words words, bool needsFrom);
  bool counts(Formula stated, Formula pattern) const;
  bool nothingMore(Words words);

  Block &open(BlockKind kind, uint32_t number, Formula f);
  void leave();
  bool conditionCase(Words words);
  void addCasePremises(const Block &cases, const Constructor &constructor);
  bool startInductionCase(Words words);
  bool bindNames(Words words, const Clause &clause, size_t except);
  void addPremise(Symbol predicate, std::initializer_list<Term> arguments);
  void addApplication(const Constructor &constructor,
                      const std::vector<Term> &inputs, Term output);
  Formula hypothesis(Formula f, size_t variable, Term term);

  // Reasons.cpp.
  bool premiseReason(Words words, Formula f);
  bool clauseReason(Words words, Formula f);
  bool witnessReason(Words words, std::string_view formula, Formula &f);
  bool existsReason(Words words, Formula f);
  bool foldReason(Words words, Formula f);
  bool bothReason(Words words, Formula f);
  bool chainReason(Words words, Formula f);
  bool rewriteReason(Words words, Formula f);
  bool absurdReason(Words words, Formula f);
  bool showReason(Words words, Formula f);
  bool inductionReason(Words words, Formula f);
  bool splitReason(Words words, Formula f);
  bool casesReason(Words words, Formula f);

  bool findRoot(std::string_view word, Root &root);
  bool findClause(Words &words, Root &root, const Clause *&clause);
  bool splitPair(std::string_view word, const std::vector<Symbol> &variables,
                 size_t &variable, std::string_view &value);
  bool substitute(Words &words, const std::vector<Symbol> &variables,
                  size_t offset, const std::vector<Type> &types);
  bool nameWitnesses(Words &words, const Clause &clause);
  bool headMatches(const Clause &clause);
  bool applies(const Root &root, const Clause &clause);
  bool citedAre(const std::vector<Formula> &patterns, size_t firstCited,
                bool report);
  void equalities(Formula f);
  bool rewrites(Formula from, Formula to) const;
  const InductionForm *findForm(std::string_view word);

  Theory &theory;
  FormulaStore &store;
  SymbolTable &symbols;
  FormulaParser parser;
  ClauseTable theoryClauses, stepClauses;
  size_t baseSymbols, baseFormulas;

  // The proof being checked.
  uint32_t file = 0;
  Theorem theorem;
  const std::vector<Theorem> *uses = nullptr;
  bool proved = false;
  uint32_t lastNumber = 0;
  uint32_t currentNumber = 0;
  std::vector<NameInfo> names;
  std::vector<Step> steps;
  std::vector<uint32_t> stepAt;
  size_t stepAtLimit = 0;
  std::vector<Block> blocks;
  std::vector<Formula> premises;
  std::vector<Symbol> introduced;

  // Scratch of one step: what it states, cites, and puts for variables.
  Formula stated = 0;
  bool witnessed = false;
  std::vector<Step> cited;
  std::vector<Term> terms;
  std::vector<Formula> parts;
  std::vector<std::pair<Term, Term>> pairs;
};

} // namespace mplverify

#endif // MPL_VERIFY_CHECKER_H
