//===- Ground.cpp - Facts about small values ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Ground.h"

#include <algorithm>
#include <set>

namespace mplrt {

bool writeValue(const calculus::Program &program, Model &model, uint32_t sort,
                Element element, std::vector<ExploredTerm> &terms, uint32_t &term,
                const WriteAtom &writeAtom) {
  const Model::Shape shape = model.shape(sort, element);
  ExploredTerm made;
  made.sort = sort;
  made.head = shape.index;
  if (shape.kind == Model::Shape::Kind::Constant) {
    made.kind = ExploredTerm::Kind::Constant;
  } else if (shape.kind == Model::Shape::Kind::Application) {
    made.kind = ExploredTerm::Kind::Application;
    for (size_t a = 0; a < shape.inputs.size(); ++a) {
      uint32_t input = 0;
      if (!writeValue(program, model, program.relations[shape.index].columns[a].sort,
                      shape.inputs[a], terms, input, writeAtom))
        return false;
      made.args.push_back(input);
    }
  } else {
    return shape.kind == Model::Shape::Kind::Atom && writeAtom &&
           writeAtom(sort, element, term);
  }
  terms.push_back(std::move(made));
  term = uint32_t(terms.size() - 1);
  return true;
}

namespace {

class GroundFacts {
public:
  GroundFacts(const calculus::Program &program, Model &model, uint32_t count)
      : program(program), model(model), count(count) {}

  std::vector<GroundFact> run() {
    std::set<uint32_t> sorts;
    for (const calculus::Relation &relation : program.relations)
      for (const calculus::Column &column : relation.columns)
        sorts.insert(column.sort);
    for (uint32_t r = 0; r < program.relations.size(); ++r) {
      const calculus::Relation &relation = program.relations[r];
      const bool isFunction = relation.totality != calculus::none;
      const bool isMembership = sorts.count(r) != 0;
      if (relation.constructor || relation.negated || isMembership || (relation.functional && !isFunction))
        continue;
      std::vector<Element> arguments;
      addTuples(r, relation.arity() - (isFunction ? 1 : 0), arguments);
    }
    return std::move(facts);
  }

private:
  std::vector<Element> valuesOf(uint32_t sort) {
    std::vector<Element> values = model.values(sort);
    values.resize(std::min<size_t>(values.size(), count));
    return values;
  }

  void addTuples(uint32_t relation, uint32_t length, std::vector<Element> &arguments) {
    if (arguments.size() < length) {
      const uint32_t sort =
          program.relations[relation].columns[arguments.size()].sort;
      for (const Element value : valuesOf(sort)) {
        arguments.push_back(value);
        addTuples(relation, length, arguments);
        arguments.pop_back();
      }
      return;
    }
    if (program.relations[relation].totality != calculus::none)
      addOutput(relation, arguments);
    else
      addTruth(relation, arguments);
  }

  bool write(uint32_t relation, const std::vector<Element> &arguments,
             std::vector<uint32_t> &written) {
    for (size_t a = 0; a < arguments.size(); ++a) {
      uint32_t term = 0;
      if (!writeValue(program, model, program.relations[relation].columns[a].sort,
                      arguments[a], terms, term))
        return false;
      written.push_back(term);
    }
    return true;
  }

  void addOutput(uint32_t function, const std::vector<Element> &inputs) {
    std::vector<const Element *> columns;
    for (const Element &input : inputs)
      columns.push_back(&input);
    Element output = kUnknown;
    model.apply(function, columns, 1, &output);
    const uint32_t sort = program.relations[function].columns.back().sort;
    ExploredTerm application;
    application.kind = ExploredTerm::Kind::Application;
    application.head = function;
    application.sort = sort;
    application.size = 1;
    if (output == kUnknown || !model.isDefinite(sort, output) ||
        !write(function, inputs, application.args))
      return;
    terms.push_back(std::move(application));
    const auto left = uint32_t(terms.size() - 1);
    std::vector<Element> candidates = valuesOf(sort);
    if (std::find(candidates.begin(), candidates.end(), output) == candidates.end())
      candidates.insert(candidates.begin(), output);
    for (const Element value : candidates) {
      Literal literal;
      uint32_t right = 0;
      if (!writeValue(program, model, sort, value, terms, right))
        continue;
      literal.terms = {left, right};
      literal.isNegated = value != output;
      add(std::move(literal));
    }
  }

  void addTruth(uint32_t relation, const std::vector<Element> &arguments) {
    std::vector<const Element *> columns;
    for (const Element &argument : arguments)
      columns.push_back(&argument);
    uint8_t holds = 0;
    model.holds(relation, columns, 1, &holds);
    Literal literal;
    literal.relation = relation;
    literal.isNegated = holds == 0;
    if (write(relation, arguments, literal.terms))
      add(std::move(literal));
  }

  void add(Literal literal) {
    const LawWriter writer(program, terms);
    const Law law{{}, std::move(literal)};
    const std::string name = "fact" + std::to_string(facts.size() + 1);
    facts.push_back({writer.conjecture(law, name), writer.text(law)});
  }

  const calculus::Program &program;
  Model &model;
  const uint32_t count;
  std::vector<ExploredTerm> terms;
  std::vector<GroundFact> facts;
};

} // namespace

std::vector<GroundFact> groundFacts(const calculus::Program &program, Model &model,
                                    uint32_t count) {
  return GroundFacts(program, model, count).run();
}

} // namespace mplrt
