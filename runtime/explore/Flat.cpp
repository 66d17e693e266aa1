//===- Flat.cpp - All laws within bounds ----------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/Flat.h"

#include "runtime/block/BlockInline.h"
#include "runtime/explore/Vectors.h"

#include <algorithm>
#include <map>
#include <set>

namespace mplrt {

namespace {

constexpr size_t maxAssignments = 256;
constexpr size_t minWitnesses = 3; // Assignments that meet the condition.
constexpr size_t chunk = 512;      // Shapes tested before they are decided.

/// One a variable.
std::vector<uint32_t> sortsOf(const calculus::Program &program,
                              const calculus::Exploration &bounds) {
  std::set<uint32_t> sorts;
  for (const calculus::RelationId function : bounds.functions)
    for (const calculus::Column &column : program.relations[function].columns)
      sorts.insert(column.sort);
  std::vector<uint32_t> result;
  for (const uint32_t sort : sorts)
    result.insert(result.end(), bounds.variables, sort);
  return result;
}

void assume(Block &block, uint32_t relation, const Id *args) {
  block.assertFact(relation, args, block.record(prov::Premise, {}));
  block.flush();
}

/// That the value is made by this constructor.
void assumeConstructor(Block &block, const calculus::Constructor &constructor, Id value) {
  if (!constructor.isFunction) {
    block.assertEqual(value, constructor.index, block.record(prov::Premise, {}));
    block.flush();
    return;
  }
  Id args[kMaxArity];
  const uint32_t arity = block.theory->relations[constructor.index].arity;
  for (uint32_t c = 0; c + 1 < arity; ++c)
    args[c] = block.addConstant(0);
  args[arity - 1] = value;
  assume(block, constructor.index, args);
}

bool contains(const std::vector<uint8_t> &operands, uint8_t operand) {
  return std::find(operands.begin(), operands.end(), operand) != operands.end();
}

} // namespace

FlatExplorer::FlatExplorer(const Theory &theory, const calculus::Exploration &bounds,
                           std::vector<std::shared_ptr<Model>> models)
    : theory(theory), bounds(bounds), variableSorts(sortsOf(theory.program, bounds)),
      sample(std::move(models), variableSorts, maxAssignments),
      laws(theory.program, terms) {}

//===----------------------------------------------------------------------===//
// Enumeration
//===----------------------------------------------------------------------===//

FlatExplorer::Shape FlatExplorer::emptyShape() const {
  Shape shape;
  for (const calculus::Term constant : bounds.constants) {
    shape.sorts.push_back(theory.program.sortOf(constant));
    shape.variables.push_back(calculus::none);
  }
  return shape;
}

void FlatExplorer::enumerate(const Shape &shape) {
  if (!shape.premises.empty()) {
    if (!seen.insert(canonical(shape)).second)
      return;
    shapes.push_back(shape);
    addConditional(shape);
  }
  if (shape.premises.size() >= maxPremises)
    return;
  for (const calculus::RelationId function : bounds.functions) {
    std::vector<Operand> inputs;
    addApplications(shape, function, inputs);
  }
}

/// Chooses the inputs in turn, then goes on with the application as one more premise.
void FlatExplorer::addApplications(const Shape &shape, uint32_t function,
                                   std::vector<Operand> &inputs) {
  const calculus::Relation &relation = theory.program.relations[function];
  const size_t column = inputs.size();
  const uint32_t sort = relation.columns[column].sort;
  if (column + 1 == relation.arity()) {
    for (const Application &other : shape.premises)
      if (other.function == function && other.inputs == inputs)
        return;
    Shape next = shape;
    next.premises.push_back({function, inputs, Operand(shape.sorts.size())});
    next.sorts.push_back(sort);
    next.variables.push_back(calculus::none);
    enumerate(next);
    return;
  }
  for (size_t operand = 0; operand < shape.sorts.size(); ++operand)
    if (shape.sorts[operand] == sort) {
      inputs.push_back(Operand(operand));
      addApplications(shape, function, inputs);
      inputs.pop_back();
    }
  // A variable that is new: the next of its sort.
  const auto used = uint32_t(std::count_if(
      shape.variables.begin(), shape.variables.end(), [&](uint32_t v) {
        return v != calculus::none && variableSorts[v] == sort;
      }));
  const auto first = std::find(variableSorts.begin(), variableSorts.end(), sort);
  if (used >= bounds.variables || first == variableSorts.end())
    return;
  Shape next = shape;
  next.sorts.push_back(sort);
  next.variables.push_back(uint32_t(first - variableSorts.begin()) + used);
  inputs.push_back(Operand(next.sorts.size() - 1));
  addApplications(next, function, inputs);
  inputs.pop_back();
}

/// A premise whose output nothing uses may say what it equals.
void FlatExplorer::addConditional(const Shape &shape) {
  for (size_t p = 0; p < shape.premises.size(); ++p) {
    const Operand output = shape.premises[p].output;
    const bool isInput = std::any_of(
        shape.premises.begin(), shape.premises.end(),
        [&](const Application &a) { return contains(a.inputs, output); });
    for (size_t operand = 0; operand < shape.sorts.size() && !isInput; ++operand) {
      const bool isConstant = operand < bounds.constants.size();
      if (operand == output || shape.sorts[operand] != shape.sorts[output] ||
          (shape.premises.size() > maxConditional && !isConstant))
        continue;
      Shape conditional = shape;
      conditional.condition = int(p);
      conditional.premises[p].output = Operand(operand);
      if (seen.insert(canonical(conditional)).second)
        shapes.push_back(std::move(conditional));
    }
  }
}

/// The least text over all orders of the premises, operands by occurrence.
std::string FlatExplorer::canonical(const Shape &shape) const {
  std::vector<size_t> order;
  for (size_t p = 0; p < shape.premises.size(); ++p)
    order.push_back(p);
  std::string least;
  do {
    std::string text;
    std::map<Operand, char> names;
    auto add = [&](Operand operand) {
      if (operand < bounds.constants.size())
        text += char('A' + operand);
      else
        text += names.try_emplace(operand, char('a' + names.size())).first->second;
    };
    for (const size_t p : order) {
      text += std::to_string(shape.premises[p].function);
      for (const Operand input : shape.premises[p].inputs)
        add(input);
      add(shape.premises[p].output);
    }
    if (least.empty() || text < least)
      least = text;
  } while (std::next_permutation(order.begin(), order.end()));
  return least;
}

//===----------------------------------------------------------------------===//
// Testing
//===----------------------------------------------------------------------===//

/// Every output is used: by another premise or the head.
bool FlatExplorer::isUsed(const Shape &shape, const Head &head) const {
  for (size_t p = 0; p < shape.premises.size(); ++p) {
    if (int(p) == shape.condition)
      continue;
    const Operand output = shape.premises[p].output;
    bool used = head.output == output || contains(head.inputs, output);
    for (size_t q = 0; q < shape.premises.size(); ++q)
      used |= contains(shape.premises[q].inputs, output) ||
              (q != p && shape.premises[q].output == output);
    if (!used)
      return false;
  }
  return true;
}

std::vector<FlatExplorer::Head> FlatExplorer::survivors(const Shape &shape,
                                                        FlatReport &report) {
  // Values of all operands, one an assignment; none of an output that is no value
  // of its own.
  std::vector<std::vector<Element>> values(shape.sorts.size());
  for (size_t o = 0; o < shape.sorts.size(); ++o)
    if (o < bounds.constants.size())
      values[o] = sample.constant(shape.sorts[o],
                                  calculus::constantIndex(bounds.constants[o]));
    else if (shape.variables[o] != calculus::none)
      values[o] = sample.variable(shape.variables[o]);
  auto apply = [&](uint32_t function, const std::vector<Operand> &inputs) {
    std::vector<const Element *> columns;
    for (const Operand input : inputs)
      columns.push_back(values[input].data());
    return sample.apply(function, columns);
  };
  std::vector<uint8_t> mask(sample.size(), 1);
  std::vector<Element> conditional;
  for (size_t p = 0; p < shape.premises.size(); ++p) {
    const Application &premise = shape.premises[p];
    std::vector<Element> output = apply(premise.function, premise.inputs);
    if (int(p) == shape.condition)
      conditional = std::move(output);
    else
      values[premise.output] = std::move(output);
  }
  if (shape.condition >= 0)
    restrictToEqual(conditional.data(),
                    values[shape.premises[size_t(shape.condition)].output].data(),
                    mask.data(), mask.size());
  std::vector<Head> result;
  if (size_t(std::count(mask.begin(), mask.end(), 1)) < minWitnesses)
    return result;

  auto test = [&](const std::vector<Element> &left, Head head) {
    ++report.tested;
    if (agreeWhere(mask.data(), left.data(), values[head.output].data(),
                   left.size()) &&
        isUsed(shape, head))
      result.push_back(std::move(head));
  };
  for (size_t x = 0; x < values.size(); ++x)
    for (size_t y = 0; y < x; ++y)
      if (shape.sorts[x] == shape.sorts[y] && !values[x].empty() && !values[y].empty())
        test(values[x], {calculus::none, {Operand(x)}, Operand(y)});
  for (const calculus::RelationId function : bounds.functions) {
    const calculus::Relation &relation = theory.program.relations[function];
    std::vector<Operand> inputs;
    std::function<void()> choose = [&] {
      if (inputs.size() + 1 < relation.arity()) {
        for (size_t o = 0; o < values.size(); ++o)
          if (shape.sorts[o] == relation.columns[inputs.size()].sort &&
              !values[o].empty()) {
            inputs.push_back(Operand(o));
            choose();
            inputs.pop_back();
          }
        return;
      }
      // A head that is a premise says nothing.
      for (const Application &premise : shape.premises)
        if (premise.function == function && premise.inputs == inputs)
          return;
      const std::vector<Element> left = apply(function, inputs);
      for (size_t o = 0; o < values.size(); ++o)
        if (shape.sorts[o] == relation.columns.back().sort && !values[o].empty())
          test(left, {function, inputs, Operand(o)});
    };
    choose();
  }
  report.survived += result.size();
  return result;
}

//===----------------------------------------------------------------------===//
// Deciding
//===----------------------------------------------------------------------===//

/// Heads as equations of a block.
struct FlatExplorer::Attempt {
  const Shape &shape;
  const Budget &budget;
  std::vector<Id> ids;                        ///< By operand.
  std::vector<std::pair<Id, Id>> equations{}; ///< By head.
};

/// Runs the block; what it does not reach, though all its cases do, is reached as
/// well. Splits variables of the shape from this one on. Clears `isOpen` of what
/// is reached.
void FlatExplorer::runCases(const Attempt &attempt, Block &block, size_t variable,
                            uint32_t splits, std::vector<bool> &isOpen) const {
  const auto &equations = attempt.equations;
  auto close = [&](const Block &of, std::vector<bool> &open) {
    for (size_t h = 0; h < open.size(); ++h)
      open[h] = open[h] && !of.isFalse() &&
                (equations[h].first == kNone ||
                 of.find(equations[h].first) != of.find(equations[h].second));
    return std::find(open.begin(), open.end(), true) == open.end();
  };
  do
    block.saturate(attempt.budget);
  while (block.limitReached() == Limit::None && !close(block, isOpen) &&
         block.grow(attempt.budget));
  if (close(block, isOpen) || splits == 0)
    return;
  for (size_t o = variable; o < attempt.ids.size(); ++o) {
    if (attempt.shape.variables[o] == calculus::none)
      continue;
    for (const calculus::InductionForm &form : theory.program.inductions) {
      if (form.sort != attempt.shape.sorts[o])
        continue;
      std::vector<bool> isOpenInSome(isOpen.size(), false);
      for (const calculus::Constructor &constructor : form.constructors) {
        Block branch = block;
        assumeConstructor(branch, constructor, attempt.ids[o]);
        std::vector<bool> open = isOpen;
        runCases(attempt, branch, o + 1, splits - 1, open);
        for (size_t h = 0; h < open.size(); ++h)
          isOpenInSome[h] = isOpenInSome[h] || open[h];
      }
      isOpen = std::move(isOpenInSome);
      if (std::find(isOpen.begin(), isOpen.end(), true) == isOpen.end())
        return;
    }
  }
}

/// Runs one block with the premises as facts and the heads' applications created;
/// the heads that it does not reach.
std::vector<FlatExplorer::Head>
FlatExplorer::decide(const Shape &shape, const std::vector<Head> &heads,
                     const RuleSet &rules, const Budget &budget) const {
  Block block(theory, rules);
  Attempt attempt{shape, budget, std::vector<Id>(shape.sorts.size())};
  std::vector<Id> &ids = attempt.ids;
  for (size_t o = 0; o < ids.size(); ++o)
    ids[o] = o < bounds.constants.size()
                 ? Id(calculus::constantIndex(bounds.constants[o]))
                 : block.addConstant(0);
  for (size_t o = bounds.constants.size(); o < ids.size(); ++o)
    if (shape.variables[o] != calculus::none && shape.sorts[o] != calculus::none)
      assume(block, shape.sorts[o], &ids[o]);
  Id args[kMaxArity];
  auto fillInputs = [&](const Application &application) {
    size_t n = 0;
    for (const Operand input : application.inputs)
      args[n++] = ids[input];
    return n;
  };
  for (const Application &application : shape.premises) {
    args[fillInputs(application)] = ids[application.output];
    assume(block, application.function, args);
  }
  for (const Head &head : heads) {
    Id left = ids[head.inputs[0]];
    if (head.function != calculus::none) {
      fillInputs(head);
      left = block.apply(head.function, args, 0);
      block.flush();
    }
    attempt.equations.emplace_back(left, ids[head.output]);
  }
  std::vector<bool> isOpen(heads.size(), true);
  runCases(attempt, block, 0, shape.condition < 0 ? 0 : bounds.splits, isOpen);
  std::vector<Head> result;
  for (size_t h = 0; h < heads.size(); ++h)
    if (isOpen[h])
      result.push_back(heads[h]);
  return result;
}

Law FlatExplorer::lawOf(const Shape &shape, const Head &head) {
  std::vector<uint32_t> made(shape.sorts.size(), calculus::none); // Terms.
  auto add = [&](ExploredTerm term) {
    terms.push_back(std::move(term));
    return uint32_t(terms.size() - 1);
  };
  for (size_t o = 0; o < shape.sorts.size(); ++o) {
    ExploredTerm term;
    term.sort = shape.sorts[o];
    if (o < bounds.constants.size()) {
      term.kind = ExploredTerm::Kind::Constant;
      term.head = calculus::constantIndex(bounds.constants[o]);
    } else if (shape.variables[o] != calculus::none) {
      term.head = shape.variables[o];
    } else {
      continue;
    }
    made[o] = add(std::move(term));
  }
  auto apply = [&](const Application &application) {
    ExploredTerm term;
    term.kind = ExploredTerm::Kind::Application;
    term.head = application.function;
    term.sort = theory.program.relations[application.function].columns.back().sort;
    term.size = 1;
    for (const Operand input : application.inputs) {
      term.args.push_back(made[input]);
      term.size += terms[made[input]].size;
    }
    return add(std::move(term));
  };
  Law law;
  for (size_t p = 0; p < shape.premises.size(); ++p)
    if (int(p) != shape.condition)
      made[shape.premises[p].output] = apply(shape.premises[p]);
  if (shape.condition >= 0) {
    const Application &condition = shape.premises[size_t(shape.condition)];
    law.conditions.push_back(
        {calculus::none, {apply(condition), made[condition.output]}, false});
  }
  law.head.terms = {head.function == calculus::none ? made[head.inputs[0]] : apply(head),
                    made[head.output]};
  if (terms[law.head.terms[0]].kind != ExploredTerm::Kind::Application)
    std::swap(law.head.terms[0], law.head.terms[1]);
  return law;
}

FlatReport FlatExplorer::run(const RuleSet &rules, const Budget &budget,
                             const Parallel &run) {
  FlatReport report;
  enumerate(emptyShape());
  report.shapes = shapes.size();
  // Testing fills the model's tables, so it is done by one thread; deciding is not.
  for (size_t first = 0; first < shapes.size(); first += chunk) {
    if (stopRequest.load(std::memory_order_relaxed))
      break;
    const size_t n = std::min(chunk, shapes.size() - first);
    std::vector<std::vector<Head>> heads(n), open(n);
    for (size_t i = 0; i < n; ++i)
      heads[i] = survivors(shapes[first + i], report);
    run(n, [&](size_t i) {
      if (!heads[i].empty())
        open[i] = decide(shapes[first + i], heads[i], rules, budget);
    });
    for (size_t i = 0; i < n; ++i) {
      report.direct += heads[i].size() - open[i].size();
      // What is open is a part of the heads, in their order.
      size_t next = 0;
      for (const Head &head : heads[i]) {
        if (next < open[i].size() && open[i][next] == head) {
          left.push_back(lawOf(shapes[first + i], head));
          ++next;
        } else if (onFollows) {
          const size_t before = terms.size();
          onFollows(laws.text(lawOf(shapes[first + i], head)));
          terms.resize(before);
        }
      }
    }
  }
  return report;
}

} // namespace mplrt
