//===- ProofReader.h - Reads one proof --------------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PROOF_PROOFREADER_H
#define MPLC_LIB_PROOF_PROOFREADER_H

#include "Reader.h"

#include <algorithm>

namespace mplc::proof {

/// The words of a line.
class Words {
public:
  explicit Words(std::string_view line) {
    while (true) {
      const size_t start = line.find_first_not_of(" \t");
      if (start == line.npos)
        return;
      line.remove_prefix(start);
      const size_t end = std::min(line.find_first_of(" \t"), line.size());
      words.emplace_back(line.substr(0, end));
      line.remove_prefix(end);
    }
  }
  bool empty() const { return next == words.size(); }
  std::string peek() const { return empty() ? "" : words[next]; }
  std::string take() { return empty() ? "" : words[next++]; }

private:
  std::vector<std::string> words;
  size_t next = 0;
};

/// Reads a proof into a theorem, front to back. Functions are false after an
/// error, which is then in `error`, with its line.
class ProofReader {
public:
  /// `statements` are those of the theory file, by their names.
  ProofReader(const Theory &theory,
              const std::map<std::string, FormulaRef> &statements,
              std::string_view text, Theorem &theorem, std::string &error);

  /// Reads the header alone.
  bool runHeader() { return header(); }
  bool run();

private:
  bool fail(const std::string &message);

  //===--- Lines ----------------------------------------------------------===//

  /// Makes `words` the next line that has any; false at the end.
  bool nextLine();
  bool header();

  //===--- Names and formulas ---------------------------------------------===//

  bool isKnown(const std::string &name) const;
  bool introduce(const std::string &name, const TypeRef &type,
                 std::vector<Variable> &into);
  bool term(const std::string &name);
  bool formula(const std::string &word, FormulaRef &result);

  //===--- Citations ------------------------------------------------------===//

  bool number(const std::string &word, StepNumber &value);
  bool cite(const std::string &word, StepNumber &step);
  bool citeAll(std::vector<StepNumber> &steps);
  bool citeFrom(std::vector<StepNumber> &steps);
  FormulaRef formulaOf(StepNumber step) const;
  /// `x=t`, with x one of the variables.
  bool pair(const std::vector<Variable> &variables, size_t &variable,
            std::string &value);
  bool substitution(const std::vector<Variable> &variables,
                    std::vector<std::string> &terms);

  //===--- Clauses --------------------------------------------------------===//

  bool findRoot(ClauseUse &use, FormulaRef &root,
                const Definition *&definition);
  /// The terms for the parameters of a definition: those of its atom in the
  /// first cited step; of several atoms, of the first that makes the head what
  /// is stated.
  bool parameters(Step &step);
  /// Whether the step states what the clause says under these terms.
  static bool states(const ClauseUse &use, const Step &step);
  bool clauseReason(Step &step, const std::string &stated);
  bool witnesses(ClauseUse &use);

  //===--- Steps ----------------------------------------------------------===//

  bool step(Block &block, const std::string &first);
  bool reason(Step &step);
  bool induction(Step &step, const std::string &set);

  //===--- Blocks ---------------------------------------------------------===//

  static void give(Block &block, Premise::Kind kind, FormulaRef formula);
  static FormulaRef memberOf(const std::string &name, const std::string &set);
  /// The terms of the variables of a clause, which are in `block.terms`.
  static Renaming termsOf(const Block &block, const Clause &clause);
  static void givePremises(Block &block, const Clause &clause);
  /// `case A`, then `case !A`.
  bool conditionCases(Step &step);
  bool blocks(Step &step);
  bool member(Step &step, const Clause &clause);
  /// `a=a1 b=b1 ..` for all variables of the clause but number `except`.
  bool fix(Block &block, const Clause &clause, size_t except);
  bool caseBlock(Step &step, const Clause &clause,
                 const Constructor &constructor);
  void casePremises(const Step &step, Block &block);
  bool inductionCase(const Step &step, const Clause &clause, Block &block);
  bool leave(size_t outer);
  bool body(Block &block);

  const Theory &theory;
  const std::map<std::string, FormulaRef> &statements;
  std::string_view text;
  Theorem &theorem;
  std::string &error;

  std::map<std::string, std::vector<TypeRef>> parameterTypes;
  size_t offset = 0, lineNumber = 0;
  Words words{""}; ///< What is left of the line.
  StepNumber lastNumber = 0;
  unsigned depth = 0;
  // What is in scope, as stacks, and for look-up.
  std::map<std::string, TypeRef> names;
  std::set<std::string> everIntroduced;
  std::vector<std::string> introduced;
  std::set<StepNumber> inScope;
  std::vector<StepNumber> visible;
  std::vector<std::string> showNames; ///< Of the `show` that was read last.
};

} // namespace mplc::proof

#endif // MPLC_LIB_PROOF_PROOFREADER_H
