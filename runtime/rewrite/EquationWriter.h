//===- EquationWriter.h - Rewrite steps as a proof --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_REWRITE_EQUATIONWRITER_H
#define MPLRT_REWRITE_EQUATIONWRITER_H

#include "runtime/proof/FormWriter.h"
#include "runtime/rewrite/Reading.h"
#include "runtime/rewrite/Rewriter.h"

namespace mplrt::rewrite {

/// Where an equation that is not derived comes from.
struct Source {
  enum class Kind : uint8_t {
    Rule,    ///< Rule `index` of the program.
    Theorem, ///< What is proved or assumed.
    Premise, ///< Premise `index` of the goal.
  } kind = Kind::Rule;
  uint32_t index = 0;
  const calculus::Conjecture *theorem = nullptr;
  Reading reading; ///< Of its variables.
};

/// What an existential goal asks for: how its parts read, with variables for what is
/// unknown, and values of these.
struct Asked {
  Reading reading;
  Terms::Substitution values;
};

/// Writes what follows by rewriting into the steps of docs/proof-format.md. Each term
/// has a name, by which the relation's atom says what it is: a premise's, or that of a
/// witness. An equation is the clause that says it, cited with the names of the terms
/// for its variables; a position is reached by rewriting atoms upwards, where
/// functionality says that two names are one. An equation that was derived, and not
/// just taken over, is a universal statement of its own, proved once and cited.
class EquationWriter {
public:
  EquationWriter(Signature &signature, const Rewriter &rewriter,
                 const std::vector<Source> &sources);

  /// The proof of a goal whose head reads as an equation, by the chain from its left
  /// side to its right side. Nothing, if it cannot be said: a variable of some
  /// equation would need a value in a set of which no member is known. `asked`: an
  /// existential goal's, whose one condition the chain proves; otherwise null.
  std::optional<WrittenProof> write(const calculus::Conjecture &conjecture,
                                    const Reading &reading, const HeadEquation &head,
                                    const Chain &chain, const Asked *asked);

private:
  /// What is known inside a block of the proof.
  struct Scope {
    StepLog log;
    std::map<TermId, std::string> names;
    std::map<TermId, uint32_t> atoms; ///< The step that says what an application is.
  };
  /// How a derived equation is cited.
  struct Lemma {
    uint32_t step = 0;
    std::vector<std::pair<std::string, TermId>> binders;
    std::vector<TermId> variables, applications;
  };

  const std::string &name(TermId t);
  uint32_t atom(TermId t);
  uint32_t membership(TermId t);
  uint32_t membershipOfConstant(TermId t, const std::string &wanted);
  uint32_t witness(TermId t);
  std::string text(TermId application, const std::string &output);
  std::string equality(TermId a, TermId b);
  /// From steps that give an application two outputs: that these are equal.
  uint32_t functionality(TermId application, const std::string &first,
                         uint32_t firstStep, const std::string &second,
                         uint32_t secondStep);

  //===--- Equations. Each gives a step, or 0 if the names are the same. ------//
  uint32_t instance(EquationId e, bool isForward, TermId before, TermId after);
  uint32_t cite(const Source &source, const Terms::Substitution &values);
  uint32_t clause(const Source &source, const Terms::Substitution &values,
                  const std::vector<std::pair<std::string, calculus::Term>> &binders,
                  const std::string &root, const std::string &path,
                  const std::vector<calculus::Cite> &cites,
                  const std::vector<calculus::Atom> &premises,
                  calculus::Rule::Head head, const calculus::Atom &atom,
                  calculus::Term left, calculus::Term right);
  uint32_t premise(const Source &source);
  uint32_t lemma(EquationId e, const Terms::Substitution &values);
  uint32_t replace(TermId &whole, const Step &step);
  /// That the names of the two ends are equal: always a step.
  uint32_t follow(TermId start, const Chain &chain);

  void collect(const Chain &chain, std::set<EquationId> &used) const;
  void prove(EquationId e);
  void applications(TermId t, std::vector<TermId> &out) const;
  void giveValues(Terms::Substitution &values, TermId term);
  TermId value(const Source &source, calculus::Term t, const Terms::Substitution &values);
  uint32_t existential(const calculus::Goal &g, const Asked &asked,
                       const std::string &wanted, uint32_t equal);
  void openGoal(const calculus::Conjecture &conjecture, const Reading &reading);

  Signature &signature;
  const calculus::Program &program;
  Terms &terms;
  const Rewriter &rewriter;
  const std::vector<Source> &sources;
  FormWriter out;
  Scope *scope = nullptr;
  std::map<EquationId, Lemma> lemmas;
  std::map<std::string, std::string> binderNames; ///< Of the goal.
  const calculus::Conjecture *goal = nullptr;
  const Reading *goalReading = nullptr;
  bool isImpossible = false;
};

} // namespace mplrt::rewrite

#endif // MPLRT_REWRITE_EQUATIONWRITER_H
