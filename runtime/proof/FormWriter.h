//===- FormWriter.h - Steps of a proof that need no block -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_FORMWRITER_H
#define MPLRT_PROOF_FORMWRITER_H

#include "runtime/proof/ProofWriter.h"

#include <map>
#include <set>
#include <unordered_map>

namespace mplrt {

/// Steps that may be cited, by formula; a formula is never proved twice in the
/// same place.
class StepLog {
public:
  uint32_t find(const std::string &formula) const {
    const auto it = steps.find(formula);
    return it == steps.end() ? 0 : it->second;
  }
  void add(const std::string &formula, uint32_t step) {
    if (steps.emplace(formula, step).second)
      order.push_back(step);
    formulas.emplace(step, formula);
  }
  /// Forgets the steps added since there were `count`: a block has closed.
  size_t count() const { return order.size(); }
  void forgetFrom(size_t count) {
    for (; order.size() > count; order.pop_back())
      steps.erase(formulas.at(order.back()));
  }
  const std::string &formulaOf(uint32_t step) const { return formulas.at(step); }

private:
  std::unordered_map<std::string, uint32_t> steps;
  std::unordered_map<uint32_t, std::string> formulas;
  std::vector<uint32_t> order;
};

std::string conjunction(const std::vector<std::string> &parts);
std::string from(const std::vector<uint32_t> &steps);
std::string by(const std::vector<uint32_t> &steps);
std::string constructorName(const calculus::Program &program,
                            const calculus::Constructor &constructor);

/// How an instance of a rule form is cited.
struct FormRef {
  std::string root, path;
  std::vector<std::pair<std::string, calculus::Term>> binders;
  /// The clause's premises: one of the form's, or `t = t`.
  struct Argument {
    bool isReflexive = false;
    calculus::Term term = 0;
    uint32_t premise = 0; ///< Index into RuleForm::formPremises.
  };
  std::vector<Argument> arguments;
};

/// The theorem or hypothesis that a form belongs to.
struct SourceTheorem {
  std::string root; ///< As `clause` cites it.
  std::string statement;
  calculus::NormalGoal goal;
  std::string without; ///< A hypothesis: the binder that it has no more.
};

/// Writes steps, gives numbers and names.
class FormWriter {
public:
  explicit FormWriter(const calculus::Program &program);

  /// A step, or the earlier one with the same formula.
  uint32_t step(StepLog &log, const std::string &formula, const std::string &reason);
  /// A step that opens a block; it may be cited only after the block.
  uint32_t open(const std::string &formula, const std::string &reason);
  void line(const std::string &text) { body += text + '\n'; }
  const std::string &formulaOf(const StepLog &log, uint32_t step) const {
    return log.formulaOf(step);
  }

  void reserve(const std::set<std::string> &names) {
    taken.insert(names.begin(), names.end());
  }
  std::string freshName(const std::string &base);
  void use(const std::string &theorem) { uses.insert(theorem); }

  /// Membership of column `column` of a fact, given by its text and step.
  uint32_t typing(StepLog &log, uint32_t relation, uint32_t column,
                  const std::string &fact, uint32_t factStep);
  /// The atom of a definition from the parts of its body.
  uint32_t fold(StepLog &log, const calculus::Rule &rule,
                const std::vector<std::string> &args,
                const std::map<std::string, std::string> &witnesses,
                const std::vector<uint32_t> &cites);
  /// Makes a form citable: as the theorem itself if it is the theorem as
  /// stated, otherwise proves it. `names` are those of constants, by id.
  FormRef form(StepLog &log, const calculus::RuleForm &form,
               const SourceTheorem &source, const std::vector<std::string> &names);

  WrittenProof finish(const std::string &name, const std::string &statement,
                      uint32_t last);

private:
  friend class FormProof;
  const calculus::Program &program;
  std::string body;
  uint32_t numSteps = 0;
  std::set<std::string> taken;
  std::map<std::string, uint32_t> counters;
  std::set<std::string> uses;
};

} // namespace mplrt

#endif // MPLRT_PROOF_FORMWRITER_H
