//===- ModelFile.cpp - Finite models as files -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/model/ModelFile.h"

#include "runtime/proof/Inline.h"

#include <algorithm>
#include <map>
#include <set>

namespace mplrt {

namespace {

class Writer {
public:
  Writer(const calculus::Program &program, const FiniteModel &model)
      : program(program), model(model), offsets{0} {
    for (const uint32_t size : model.sizes)
      offsets.push_back(offsets.back() + size);
  }

  std::string run(const calculus::Conjecture &refuted, const calculus::Goal &goal,
                  const std::vector<uint32_t> &assignment) {
    std::string text = "mpl-model 1\ntheory " + program.theory + "\nrefutes " +
                       refuted.name + " " + inlined(program, refuted.statement) + "\nelements " + std::to_string(offsets.back()) +
                       "\n";
    for (uint32_t c = 0; c < program.constants.size(); ++c)
      text += "element " + program.constants[c] + " " + std::to_string(constant(c)) +
              "\n";
    for (calculus::RelationId r = 0; r < program.relations.size(); ++r)
      addRows(r);
    for (const auto &[name, rows] : sets) {
      text += "set " + name;
      for (const std::vector<uint32_t> &row : rows)
        for (size_t i = 0; i < row.size(); ++i)
          text += (i ? "," : " ") + std::to_string(row[i]);
      text += "\n";
    }
    return text + values(goal, assignment) + "end\n";
  }

private:
  uint32_t constant(uint32_t c) const {
    return offsets[model.domains.constants[c]] + model.constants[c];
  }

  /// The facts of a relation that says what a set of the theory has. Definitions and
  /// negations follow from these.
  void addRows(calculus::RelationId r) {
    const calculus::Relation &relation = program.relations[r];
    const bool isDefined = std::any_of(
        program.definitions.begin(), program.definitions.end(),
        [&](const auto &d) { return d.name == relation.predicate; });
    if (relation.negated || isDefined || relation.predicate == "=" ||
        relation.pattern.empty() || relation.pattern.back()[0] == '$')
      return;
    auto &rows = sets[relation.pattern.back()];
    const std::vector<uint32_t> &columns = model.domains.columns[r];
    for (size_t at = 0; at < model.tables[r].size(); ++at) {
      if (!model.tables[r][at])
        continue;
      std::vector<uint32_t> args(columns.size()), row;
      size_t rest = at;
      for (size_t c = columns.size(); c-- > 0; rest /= model.sizes[columns[c]])
        args[c] = offsets[columns[c]] + uint32_t(rest % model.sizes[columns[c]]);
      for (size_t i = 0; i + 1 < relation.pattern.size(); ++i)
        row.push_back(element(relation.pattern[i], args));
      rows.insert(std::move(row));
    }
  }

  uint32_t element(const std::string &part, const std::vector<uint32_t> &args) const {
    if (part[0] == '$')
      return args[size_t(std::stoul(part.substr(1)))];
    const auto at =
        std::find(program.constants.begin(), program.constants.end(), part);
    return at == program.constants.end()
               ? 0
               : constant(uint32_t(at - program.constants.begin()));
  }

  std::string values(const calculus::Goal &goal,
                     const std::vector<uint32_t> &assignment) const {
    const auto ofVariables = model.domains.ofVariables(asRule(goal));
    std::string text;
    for (const auto &[name, term] : goal.binders) {
      if (calculus::isConstant(term))
        text += " " + name + "=" +
                std::to_string(constant(calculus::constantIndex(term)));
      else if (ofVariables && assignment[term] != FiniteModel::undefined)
        text += " " + name + "=" +
                std::to_string(offsets[(*ofVariables)[term]] + assignment[term]);
    }
    return text.empty() ? text : "values" + text + "\n";
  }

  const calculus::Program &program;
  const FiniteModel &model;
  std::vector<uint32_t> offsets; ///< By domain.
  std::map<std::string, std::set<std::vector<uint32_t>>> sets;
};

} // namespace

std::string modelFile(const calculus::Program &program,
                      const calculus::Conjecture &refuted, const calculus::Goal &goal,
                      const FiniteRefutation &refutation) {
  return Writer(program, refutation.model).run(refuted, goal, refutation.assignment);
}

} // namespace mplrt
