//===- Facts.h - A model that a user supplies -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_FACTS_H
#define MPLRT_EXPLORE_FACTS_H

#include "mplc/Calculus/Program.h"
#include "runtime/explore/Model.h"

#include <map>
#include <memory>
#include <set>

namespace mplrt {

namespace calculus = mplc::calculus;

/// A model given as a table of facts, one a line: a relation (the name of its
/// predicate, or, where the last argument names it, that name: `+` for
/// `in3[a,b,c,+]`) and its arguments, with tabs between them. Elements are what
/// occurs; outputs that are not given are unknown; relations that are not given do
/// not hold. It is the user's word that this is a model of the theory.
class FactsModel final : public Model {
public:
  /// Null, and a message that names file, line and column, if the file cannot be
  /// read or does not fit the theory.
  static std::shared_ptr<FactsModel> read(const std::string &path,
                                          const calculus::Program &program,
                                          std::string &error);

  std::vector<Element> values(uint32_t sort) override;
  Element constant(uint32_t sort, uint32_t index) override;
  void apply(uint32_t function, ElementColumns inputs, size_t n,
             Element *outputs) override;
  void holds(uint32_t relation, ElementColumns arguments, size_t n,
             uint8_t *results) override;
  Shape shape(uint32_t sort, Element element) override;
  bool isDefinite(uint32_t, Element element) override { return element != kUnknown; }
  std::string text(uint32_t sort, Element element) override;

private:
  explicit FactsModel(const calculus::Program &program) : program(program) {}
  bool add(const std::vector<std::string> &words, size_t &wrongWord,
           std::string &error);
  Element number(const std::string &name);

  const calculus::Program &program;
  std::vector<std::string> names; ///< By element.
  std::map<uint32_t, std::set<Element>> sorts; ///< What is in them.
  std::map<uint32_t, std::map<std::vector<Element>, Element>> functions;
  std::map<uint32_t, std::set<std::vector<Element>>> relations;
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_FACTS_H
