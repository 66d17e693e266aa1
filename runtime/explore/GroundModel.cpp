//===- GroundModel.cpp - A theory's functions on small values -------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All applications that a request misses are created together, and the block runs
// to its fixpoint with unfolding alone, by the same kernels that prove. Two values
// are the same if the block has merged them; for values built from constructors,
// not being merged means being different in the intended model. The block is never
// split, so a definition that waits for something unknown leaves its output
// unknown: such a value is equal to nothing else, which can only lose candidates.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/GroundModel.h"

#include "runtime/block/BlockInline.h"
#include "runtime/kernel/TestKernels.h"

#include <algorithm>

namespace mplrt {

namespace {

constexpr uint32_t maxRows = 200000;     // Of the whole model.
constexpr uint32_t maxBatchRows = 30000; // That one request may add.
constexpr size_t maxElements = 20000;    // Of a domain.
constexpr size_t numUnknowns = 3;        // Elements of a set without constructors.
constexpr size_t moreStructures = 3;     // Than numerals.
constexpr size_t choices = 2; // Of what else goes into a structure, for each shape.
constexpr uint32_t maxInputs = kMaxGatherInputs; // Of a function that is tabulated.
// Of the array of a table, by the number of inputs: 8 KB to 128 KB.
constexpr uint32_t strides[maxInputs + 1] = {1, 4096, 256, 32, 16};

uint64_t sparseKey(ElementColumns inputs, size_t k) {
  uint64_t key = 0;
  for (const Element *column : inputs)
    key = key << 16 | column[k];
  return key;
}

const calculus::InductionForm *formOf(const calculus::Program &program,
                                      uint32_t sort) {
  for (const calculus::InductionForm &form : program.inductions)
    if (form.sort == sort)
      return &form;
  return nullptr;
}

/// Whether the set is made of one constant and one function from it alone.
bool isNumeral(const calculus::Program &program, const calculus::InductionForm &form) {
  if (form.constructors.size() != 2)
    return false;
  uint32_t constants = 0, successors = 0;
  for (const calculus::Constructor &c : form.constructors) {
    constants += !c.isFunction;
    successors += c.isFunction && program.relations[c.index].arity() == 2 &&
                  program.relations[c.index].columns[0].sort == form.sort;
  }
  return constants == 1 && successors == 1;
}

} // namespace

GroundModel::GroundModel(const Theory &theory, size_t numerals)
    : theory(theory), numerals(numerals), block(theory, noTheorems),
      hasWitnesses(theory.program.relations.size(), false) {
  block.stayHere(); // A model is no search for a proof.
  settle();
}

void GroundModel::settle() {
  Budget budget;
  budget.generations = 0;
  budget.firings = ~uint64_t(0);
  const size_t first = block.rows.size();
  block.restartGrowth();
  do {
    block.saturate(budget);
    if (block.rows.size() > first + maxBatchRows) {
      block.forgetDemands(); // As for 4 to the 16: its value stays unknown.
      hasForgotten = true;
      break;
    }
  } while (!block.isFalse() && stopRequest.load() == 0 && block.grow(budget));
  if (block.edges.size() != knownEdges)
    renumber();
  knownEdges = block.edges.size();
}

/// After merges values are found by their new representatives. An equation that
/// holds late leaves two numbers of one value: terms that have them are not grouped,
/// which loses a candidate; nothing is refuted by them (isSame).
void GroundModel::renumber() {
  numbers.clear();
  for (size_t e = 0; e < ids.size(); ++e)
    numbers.try_emplace(block.find(ids[e]), Element(e));
}

Element GroundModel::number(Id id) {
  id = block.find(id);
  const auto it = numbers.find(id);
  if (it != numbers.end())
    return it->second;
  if (ids.size() >= maxElements)
    return kUnknown;
  const auto element = Element(ids.size());
  ids.push_back(id);
  numbers[id] = element;
  return element;
}

Element GroundModel::constant(uint32_t, uint32_t index) { return number(Id(index)); }

//===----------------------------------------------------------------------===//
// Pools
//===----------------------------------------------------------------------===//

/// Elements of which nothing is known are different in the model: definitions by
/// cases on equality then compute.
void GroundModel::keepApart(const std::vector<Element> &elements) {
  const uint32_t apart = theory.program.apart();
  for (size_t i = 0; i < elements.size() && apart != calculus::none; ++i)
    for (size_t j = 0; j < i; ++j) {
      const Id pair[] = {ids[elements[i]], ids[elements[j]]};
      block.assertFact(apart, pair, block.record(prov::Premise, {}));
    }
}

std::vector<Element> GroundModel::values(uint32_t sort) {
  const auto [it, isNew] = pools.try_emplace(sort);
  if (isNew)
    it->second = makePool(sort);
  return it->second;
}

std::vector<Element> GroundModel::makePool(uint32_t sort) {
  const calculus::Program &program = theory.program;
  const calculus::InductionForm *form = formOf(program, sort);
  std::vector<Element> pool;
  if (!form) {
    for (size_t i = 0; i < numUnknowns; ++i) {
      const Id id = block.addConstant(0);
      if (sort != calculus::none)
        block.assertFact(sort, &id, block.record(prov::Premise, {}));
      pool.push_back(number(id));
      isAtom.resize(ids.size(), false);
      isAtom.back() = true;
    }
    keepApart(pool);
    block.flush();
    return pool;
  }
  const size_t wanted =
      isNumeral(program, *form) ? numerals : numerals + moreStructures;
  auto add = [&](Element element) {
    if (element != kUnknown && pool.size() < wanted &&
        std::find(pool.begin(), pool.end(), element) == pool.end())
      pool.push_back(element);
  };
  for (const calculus::Constructor &c : form->constructors)
    if (!c.isFunction)
      add(constant(sort, c.index));
  // By the greatest number, among those made so far, of a value that goes in:
  // small ones first, all shapes of them. The other sorts' values come in turn.
  uint32_t turn = 0;
  for (size_t greatest = 0; greatest < wanted && pool.size() < wanted; ++greatest)
    for (const calculus::Constructor &c : form->constructors) {
      if (!c.isFunction)
        continue;
      const calculus::Relation &relation = program.relations[c.index];
      std::vector<uint32_t> recursive; // Columns.
      for (uint32_t a = 0; a + 1 < relation.arity(); ++a)
        if (relation.columns[a].sort == sort)
          recursive.push_back(a);
        else if (values(relation.columns[a].sort).empty())
          return pool;
      size_t tuples = 1;
      for (size_t i = 0; i < recursive.size(); ++i)
        tuples *= greatest + 1;
      for (size_t tuple = 0; tuple < tuples && pool.size() < wanted; ++tuple) {
        std::vector<Element> inputs(relation.arity() - 1);
        size_t rest = tuple, largest = 0;
        for (const uint32_t a : recursive) {
          const size_t at = rest % (greatest + 1);
          largest = std::max(largest, at);
          rest /= greatest + 1;
          inputs[a] = at < pool.size() ? pool[at] : kUnknown;
        }
        if (!recursive.empty() && largest != greatest)
          continue; // It was made before.
        for (size_t choice = 0; choice < choices; ++choice) {
          for (uint32_t a = 0; a + 1 < relation.arity(); ++a)
            if (relation.columns[a].sort != sort) {
              const std::vector<Element> source = values(relation.columns[a].sort);
              inputs[a] = source[turn++ % source.size()];
            }
          add(apply(c.index, inputs));
        }
      }
    }
  return pool;
}

//===----------------------------------------------------------------------===//
// Functions
//===----------------------------------------------------------------------===//

GroundModel::Outputs &GroundModel::tableOf(uint32_t function) {
  const auto [it, isNew] = tables.try_emplace(function);
  Outputs &table = it->second;
  if (isNew) {
    const uint32_t inputs = theory.program.relations[function].arity() - 1;
    if (inputs <= maxInputs) {
      table.stride = strides[inputs];
      size_t size = 1;
      for (uint32_t a = 0; a < inputs; ++a)
        size *= table.stride;
      table.dense.assign(size, kPendingValue);
    }
  }
  return table;
}

Model::Table GroundModel::table(uint32_t function) {
  const Outputs &outputs = tableOf(function);
  if (outputs.dense.empty())
    return {};
  return {outputs.dense.data(), outputs.stride};
}

void GroundModel::apply(uint32_t function, ElementColumns inputs, size_t n,
                        Element *outputs) {
  if (inputs.size() > maxInputs) {
    std::fill_n(outputs, n, kUnknown);
    return;
  }
  Outputs &table = tableOf(function);
  if (inputs.empty())
    std::fill_n(outputs, n, table.dense[0]);
  else if (!testKernels().gather[inputs.size() - 1](table.dense.data(), table.stride,
                                                    inputs.data(), n, outputs))
    return;
  // What the array does not have: beyond it, or asked for the first time.
  std::vector<uint32_t> missing;
  for (size_t k = 0; k < n; ++k) {
    if (outputs[k] != kPendingValue)
      continue;
    if (const Element *known = find(table, inputs, k))
      outputs[k] = *known;
    else
      missing.push_back(uint32_t(k));
  }
  if (missing.empty())
    return;
  compute(function, table, inputs, missing);
  for (const uint32_t k : missing)
    outputs[k] = *find(table, inputs, k);
}

/// The entry of the inputs; null if there is none yet.
const Element *GroundModel::find(const Outputs &table, ElementColumns inputs, size_t k) {
  static constexpr Element unknown = kUnknown;
  size_t at = 0;
  bool isDense = true;
  for (const Element *column : inputs) {
    if (column[k] == kUnknown)
      return &unknown;
    isDense &= column[k] < table.stride;
    at = at * table.stride + column[k];
  }
  if (isDense)
    return table.dense[at] == kPendingValue ? nullptr : &table.dense[at];
  const auto it = table.sparse.find(sparseKey(inputs, k));
  return it == table.sparse.end() ? nullptr : &it->second;
}

void GroundModel::compute(uint32_t function, Outputs &table, ElementColumns inputs,
                          const std::vector<uint32_t> &missing) {
  std::vector<Id> outputs(missing.size(), kNone);
  for (size_t i = 0; i < missing.size(); ++i) {
    if (block.rows.size() >= maxRows || block.isFalse())
      break;
    Id arguments[kMaxArity];
    for (size_t a = 0; a < inputs.size(); ++a)
      arguments[a] = ids[inputs[a][missing[i]]];
    outputs[i] = block.apply(function, arguments, 0);
    block.flush();
  }
  settle();
  const uint32_t sort = theory.program.relations[function].columns.back().sort;
  // What was given up on the way is no value, though it has a number.
  const bool mayBeUnfinished = hasForgotten && formOf(theory.program, sort);
  for (size_t i = 0; i < missing.size(); ++i) {
    Element output = outputs[i] == kNone ? kUnknown : number(outputs[i]);
    if (mayBeUnfinished && output != kUnknown && !isDefinite(sort, output))
      output = kUnknown;
    size_t at = 0;
    bool isDense = true;
    for (const Element *column : inputs) {
      isDense &= column[missing[i]] < table.stride;
      at = at * table.stride + column[missing[i]];
    }
    if (isDense)
      table.dense[at] = output;
    else
      table.sparse[sparseKey(inputs, missing[i])] = output;
  }
}

Element GroundModel::apply(uint32_t function, const std::vector<Element> &inputs) {
  std::vector<const Element *> columns;
  for (const Element &input : inputs)
    columns.push_back(&input);
  Element output = kUnknown;
  apply(function, columns, 1, &output);
  return output;
}

//===----------------------------------------------------------------------===//
// Relations
//===----------------------------------------------------------------------===//

/// What a rule may need to conclude the relation, as the c of `a + c = b` for
/// `a <= b`, exists only if something creates it: the rule's applications to all
/// small values.
void GroundModel::makeWitnesses(uint32_t relation) {
  if (hasWitnesses[relation])
    return;
  hasWitnesses[relation] = true;
  const calculus::Program &program = theory.program;
  for (const calculus::Rule &rule : program.rules) {
    if (rule.head != calculus::Rule::Head::Derive || rule.atom.relation != relation)
      continue;
    for (const calculus::Atom &premise : rule.premises) {
      const calculus::Relation &function = program.relations[premise.relation];
      if (premise.relation == relation)
        continue;
      if (!function.functional) {
        makeWitnesses(premise.relation);
        continue;
      }
      if (function.totality == calculus::none || function.arity() - 1 > maxInputs)
        continue;
      std::vector<std::vector<Element>> columns(1);
      size_t n = 1;
      std::vector<std::vector<Element>> tuples{{}};
      for (uint32_t a = 0; a + 1 < function.arity(); ++a) {
        std::vector<std::vector<Element>> next;
        for (const auto &tuple : tuples)
          for (const Element e : values(function.columns[a].sort)) {
            next.push_back(tuple);
            next.back().push_back(e);
          }
        tuples = std::move(next);
      }
      n = tuples.size();
      columns.assign(function.arity(), std::vector<Element>(n));
      std::vector<const Element *> inputs;
      for (uint32_t a = 0; a + 1 < function.arity(); ++a) {
        for (size_t k = 0; k < n; ++k)
          columns[a][k] = tuples[k][a];
        inputs.push_back(columns[a].data());
      }
      apply(premise.relation, inputs, n, columns.back().data());
    }
  }
}

void GroundModel::holds(uint32_t relation, ElementColumns arguments, size_t n,
                        uint8_t *results) {
  makeWitnesses(relation);
  for (size_t k = 0; k < n; ++k) {
    Id row[kMaxArity];
    results[k] = 1;
    for (size_t a = 0; a < arguments.size() && results[k]; ++a) {
      const Element e = arguments[a][k];
      results[k] = e != kUnknown;
      if (results[k])
        row[a] = block.find(ids[e]);
    }
    results[k] = results[k] && block.lookup(relation, row) != kNone;
  }
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

bool GroundModel::isSame(uint32_t, Element a, Element b) {
  if (a == b || a == kUnknown || b == kUnknown)
    return a == b;
  return block.find(ids[a]) == block.find(ids[b]);
}

Model::Shape GroundModel::shape(uint32_t sort, Element element) {
  Shape result;
  if (element == kUnknown)
    return result;
  const Id id = block.find(ids[element]);
  const calculus::InductionForm *form = formOf(theory.program, sort);
  if (!form) {
    if (element < isAtom.size() && isAtom[element])
      result.kind = Shape::Kind::Atom;
    // Its number among its set's.
    const std::vector<Element> &pool = pools[sort];
    result.index =
        uint32_t(std::find(pool.begin(), pool.end(), element) - pool.begin());
    return result;
  }
  const Construction made = constructionOf(*form, id);
  if (made.constructor == calculus::none)
    return result;
  result.index = form->constructors[made.constructor].index;
  result.kind = made.row == kNone ? Shape::Kind::Constant : Shape::Kind::Application;
  for (uint32_t a = 0; made.row != kNone && a + 1 < theory.relations[result.index].arity;
       ++a)
    result.inputs.push_back(number(cellOf(block, made.row, a)));
  return result;
}

/// The only one, or that of the smallest term.
GroundModel::Construction
GroundModel::constructionOf(const calculus::InductionForm &form, Id id) {
  Construction found;
  for (uint32_t k = 0; k < form.constructors.size() && !isFolded; ++k) {
    const calculus::Constructor &c = form.constructors[k];
    if (!c.isFunction) {
      if (block.find(Id(c.index)) != id)
        continue;
      isFolded = found.constructor != calculus::none;
      found = {kNone, k};
      continue;
    }
    const RelationLayout &layout = theory.relations[c.index];
    const Block::List &list =
        listOf(block, layout.firstSlot + layout.arity - 1, id);
    if (list.length == 0)
      continue;
    isFolded = list.length > 1 || found.constructor != calculus::none;
    found = {list.first, k};
  }
  if (!isFolded)
    return found;
  findSmallest();
  const auto at = size_t(&form - theory.program.inductions.data()) *
                      block.numConstants() + id;
  return smallestBy[at];
}

/// Relaxation from the constants up, as terms are extracted from congruence classes.
/// What contains itself alone keeps no construction.
void GroundModel::findSmallest() {
  const std::pair now(block.rows.size(), block.edges.size());
  if (smallestAt == now && !smallest.empty())
    return;
  smallestAt = now;
  const auto &forms = theory.program.inductions;
  const size_t n = block.numConstants();
  constexpr uint32_t never = ~0u;
  smallest.assign(forms.size() * n, never);
  smallestBy.assign(forms.size() * n, {});
  auto formIndex = [&](uint32_t sort) {
    return size_t(std::find_if(forms.begin(), forms.end(),
                               [&](const auto &f) { return f.sort == sort; }) -
                  forms.begin());
  };
  auto offer = [&](size_t form, Id id, uint32_t size, Construction by) {
    const size_t at = form * n + id;
    if (size >= smallest[at])
      return false;
    smallest[at] = size;
    smallestBy[at] = by;
    return true;
  };
  /// never if an input is in a set with constructors and has no term yet.
  auto sizeOf = [&](const RelationLayout &layout, const calculus::Relation &relation,
                    RowId row) {
    uint64_t size = 1;
    for (uint32_t a = 0; a + 1 < layout.arity; ++a) {
      const size_t form = formIndex(relation.columns[a].sort);
      const uint32_t input =
          form < forms.size() ? smallest[form * n + cellOf(block, row, a)] : 0;
      if (input == never)
        return never;
      size += input;
    }
    return uint32_t(std::min<uint64_t>(size, never - 1));
  };
  for (bool again = true; again && stopRequest.load() == 0;) {
    again = false;
    for (size_t f = 0; f < forms.size(); ++f)
      for (uint32_t k = 0; k < forms[f].constructors.size(); ++k) {
        const calculus::Constructor &c = forms[f].constructors[k];
        if (!c.isFunction) {
          again |= offer(f, block.find(Id(c.index)), 0, {kNone, k});
          continue;
        }
        const RelationLayout &layout = theory.relations[c.index];
        const calculus::Relation &relation = theory.program.relations[c.index];
        for (RowId row = block.relationFirst[c.index]; row != kNone;
             row = block.rows[row].next)
          if (const uint32_t size = sizeOf(layout, relation, row); size != never)
            again |= offer(f, cellOf(block, row, layout.arity - 1), size, {row, k});
      }
  }
}

/// Depth first, without recursion: numbers are deep. What is definite stays so.
bool GroundModel::isDefinite(uint32_t sort, Element element) {
  std::vector<std::pair<uint32_t, Element>> path{{sort, element}};
  while (!path.empty()) {
    const auto [of, top] = path.back();
    if (top == kUnknown)
      return false;
    if (path.size() > ids.size()) { // A circle: a value that contains itself.
      if (isFolded)
        return false;
      isFolded = true;
      return isDefinite(sort, element);
    }
    isBuilt.resize(std::max(isBuilt.size(), ids.size()), false);
    if (isBuilt[top]) {
      path.pop_back();
      continue;
    }
    const Shape s = shape(of, top);
    if (s.kind == Shape::Kind::Unknown)
      return false;
    size_t next = 0;
    while (next < s.inputs.size() && s.inputs[next] < isBuilt.size() &&
           isBuilt[s.inputs[next]])
      ++next;
    if (next == s.inputs.size()) {
      isBuilt[top] = true;
      path.pop_back();
    } else {
      path.push_back({theory.program.relations[s.index].columns[next].sort, s.inputs[next]});
    }
  }
  return true;
}

/// Structures are as deep as they are built; what contains itself is not written out.
std::string GroundModel::text(uint32_t sort, Element element) {
  return isDefinite(sort, element) ? definiteText(sort, element) : "?";
}

std::string GroundModel::definiteText(uint32_t sort, Element element) {
  const calculus::Program &program = theory.program;
  const Shape s = shape(sort, element);
  switch (s.kind) {
  case Shape::Kind::Unknown:
    return "?";
  case Shape::Kind::Atom:
    return "element " + std::to_string(s.index + 1);
  case Shape::Kind::Constant:
    return isNumeral(program, *formOf(program, sort)) ? "0"
                                                      : program.constants[s.index];
  case Shape::Kind::Application:
    break;
  }
  const calculus::Relation &relation = program.relations[s.index];
  if (isNumeral(program, *formOf(program, sort))) {
    size_t count = 0;
    Shape smaller = s;
    for (; smaller.kind == Shape::Kind::Application; ++count)
      smaller = shape(sort, smaller.inputs[0]);
    if (smaller.kind == Shape::Kind::Constant)
      return std::to_string(count);
  }
  std::string out = relation.pattern.back() + '(';
  for (size_t a = 0; a < s.inputs.size(); ++a)
    out += (a ? ", " : "") + definiteText(relation.columns[a].sort, s.inputs[a]);
  return out + ')';
}

} // namespace mplrt
