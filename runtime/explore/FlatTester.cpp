//===- FlatTester.cpp - Heads that the models allow -----------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Most candidates are false for one of the first assignments. So an application is
// computed for these alone, compared with every value that could be its output, and
// computed for all assignments only if one of them is left. For lists with conditions
// the assignments that meet them are copied to the front first; there are few, and
// heads are tested under these and no others.
//
//===----------------------------------------------------------------------===//

#include "runtime/explore/FlatTester.h"

#include <algorithm>
#include <bit>
#include <ctime>

namespace mplrt {

namespace {

constexpr size_t minWitnesses = 3; // Assignments for which a law says something.
constexpr size_t firstLook = 16;   // Assignments that a head is tested under at first.
constexpr size_t lanes = 16;       // What kernels work on at once.

/// Whether the theory says of anything that it is not so.
bool hasNegatedStatements(const calculus::Program &program) {
  using Head = calculus::Rule::Head;
  return !program.distinct.empty() ||
         std::any_of(program.rules.begin(), program.rules.end(),
                     [](const calculus::Rule &r) { return r.head == Head::Refute; }) ||
         std::any_of(program.relations.begin(), program.relations.end(),
                     [](const calculus::Relation &r) { return r.negated; });
}

} // namespace

double threadSeconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

FlatTester::FlatTester(const calculus::Program &program, const PremiseLists &lists,
                       const Sample &sample, uint32_t maxNegated)
    : program(program), lists(lists), sample(sample), kernels(testKernels()),
      hasNegations(hasNegatedStatements(program)), maxNegated(maxNegated) {
  for (const calculus::Term constant : lists.exploration().constants)
    constants.push_back(
        sample.constant(program.sortOf(constant), calculus::constantIndex(constant)));
  for (const Sample::Stretch &s : sample.stretches()) {
    auto &own = tables.emplace_back(program.relations.size());
    for (const uint32_t function : lists.functions())
      if (program.relations[function].arity() > 1)
        own[function] = s.model->table(function);
    all.stretches.push_back({s.model.get(), own.data(), s.first, s.size});
  }
  all.size = all.witnesses = sample.size();
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

void FlatTester::apply(const Part &of, uint32_t function, const Operand *inputs,
                       uint32_t numInputs, size_t first, size_t n,
                       Element *results) const {
  const Element *columns[ListAtom::maxArity];
  for (const Stretch &s : of.stretches) {
    const size_t begin = std::max(first, s.first);
    const size_t end = std::min(first + n, s.first + s.size);
    if (begin >= end)
      continue;
    for (uint32_t i = 0; i < numInputs; ++i)
      columns[i] = of.values[inputs[i]] + begin;
    Element *own = results + (begin - first);
    const Model::Table &table = s.tables[function];
    if (table.entries != nullptr &&
        !kernels.gather[numInputs - 1](table.entries, table.stride, columns, end - begin,
                                       own))
      continue;
    const double start = threadSeconds();
    s.model->apply(function, ElementColumns(columns, numInputs), end - begin, own);
    modelSeconds += threadSeconds() - start;
  }
}

/// A row of a relation of negations holds where all is known and what it negates does
/// not hold.
void FlatTester::holds(const Part &of, const ListAtom &atom, size_t n,
                       uint8_t *results) const {
  const calculus::Relation &relation = program.relations[atom.relation];
  const Element *columns[ListAtom::maxArity];
  for (const Stretch &s : of.stretches) {
    if (s.first >= n)
      break;
    const size_t size = std::min(s.size, n - s.first);
    for (uint32_t a = 0; a < atom.arity; ++a)
      columns[a] = of.values[atom.args[a]] + s.first;
    uint8_t *own = results + s.first;
    if (!relation.negated) {
      s.model->holds(atom.relation, ElementColumns(columns, atom.arity), size, own);
      continue;
    }
    if (relation.complement != calculus::none)
      s.model->holds(relation.complement, ElementColumns(columns, atom.arity), size, own);
    else
      for (size_t k = 0; k < size; ++k)
        own[k] = columns[0][k] == columns[1][k];
    for (size_t k = 0; k < size; ++k) {
      bool isKnown = true;
      for (uint32_t a = 0; a < atom.arity; ++a)
        isKnown &= columns[a][k] != kUnknown;
      own[k] = isKnown && !own[k];
    }
  }
}

std::vector<FlatTester::Truth> FlatTester::truth(const Part &of,
                                                 const ListAtom &atom) const {
  std::vector<Truth> result(of.witnesses);
  const bool isEquality = atom.relation == calculus::none;
  if (isEquality || program.relations[atom.relation].functional) {
    Column computed(of.size);
    const Element *side = of.values[atom.args[0]];
    if (!isEquality) {
      apply(of, atom.relation, atom.args.data(), atom.arity - 1, 0, of.size,
            computed.data());
      side = computed.data();
    }
    const Element *other = of.values[atom.output()];
    for (size_t k = 0; k < result.size(); ++k)
      result[k] = side[k] == kUnknown || other[k] == kUnknown ? Truth::Unknown
                  : (side[k] == other[k]) != atom.isNegated   ? Truth::True
                                                              : Truth::False;
    return result;
  }
  std::vector<uint8_t> is(of.size);
  holds(of, atom, of.size, is.data());
  for (size_t k = 0; k < result.size(); ++k) {
    bool isKnown = true;
    for (uint32_t a = 0; a < atom.arity; ++a)
      isKnown &= of.values[atom.args[a]][k] != kUnknown;
    result[k] = !isKnown                         ? Truth::Unknown
                : (is[k] != 0) != atom.isNegated ? Truth::True
                                                 : Truth::False;
  }
  return result;
}

/// Values of all operands, and where the conditions are met.
void FlatTester::evaluate(const PremiseList &list, const PremiseList &extended) {
  all.values.resize(extended.sorts.size());
  for (size_t o = 0; o < extended.sorts.size(); ++o)
    if (o < constants.size())
      all.values[o] = constants[o].data();
    else if (extended.variables[o] != calculus::none)
      all.values[o] = sample.variable(extended.variables[o]).data();
  outputs.resize(std::max(outputs.size(), list.numDefinitions));
  size_t same = 0;
  while (same < std::min(known.size(), list.numDefinitions) &&
         known[same] == list.atoms[same])
    ++same;
  known.resize(same);
  for (size_t d = 0; d < list.numDefinitions; ++d) {
    const ListAtom &atom = list.atoms[d];
    if (d >= same) {
      outputs[d].resize(all.size);
      apply(all, atom.relation, atom.args.data(), atom.arity - 1, 0, all.size,
            outputs[d].data());
      known.push_back(atom);
    }
    all.values[atom.output()] = outputs[d].data();
  }
  met.clear();
  for (size_t c = list.numDefinitions; c < list.atoms.size(); ++c) {
    const std::vector<Truth> is = truth(all, list.atoms[c]);
    met.emplace_back(words(all), 0);
    for (size_t k = 0; k < is.size(); ++k)
      met.back()[k / 64] |= uint64_t(is[k] == Truth::True) << k % 64;
  }
}

/// Makes `part` of the assignments that meet all conditions; false if they are few.
bool FlatTester::restrict(const PremiseList &list) {
  if (list.numConditions() == 0) {
    part = all;
    return true;
  }
  std::vector<uint32_t> rows;
  part.stretches.clear();
  for (const Stretch &s : all.stretches) {
    const size_t first = rows.size();
    for (size_t k = s.first; k < s.first + s.size; ++k)
      if (std::all_of(met.begin(), met.end(),
                      [&](const Bits &m) { return m[k / 64] >> k % 64 & 1; }))
        rows.push_back(uint32_t(k));
    if (rows.size() > first)
      part.stretches.push_back({s.model, s.tables, first, rows.size() - first});
  }
  part.witnesses = rows.size();
  if (rows.size() < minWitnesses)
    return false;
  // Whole vectors are compared faster.
  while (rows.size() % lanes != 0) {
    rows.push_back(rows.back());
    ++part.stretches.back().size;
  }
  part.size = rows.size();
  restricted.resize(std::max(restricted.size(), all.values.size()));
  part.values.resize(all.values.size());
  for (size_t o = 0; o < all.values.size(); ++o) {
    restricted[o].resize(rows.size());
    for (size_t k = 0; k < rows.size(); ++k)
      restricted[o][k] = all.values[o][rows[k]];
    part.values[o] = restricted[o].data();
  }
  return true;
}

//===----------------------------------------------------------------------===//
// Heads
//===----------------------------------------------------------------------===//

std::vector<ListAtom> FlatTester::survivors(const PremiseList &list,
                                            const PremiseList &extended) {
  found.clear();
  unused.clear();
  for (size_t d = 0; d < list.numDefinitions; ++d) {
    const Operand output = list.atoms[d].output();
    bool isUsed = false;
    for (size_t i = 0; i < list.atoms.size(); ++i)
      isUsed |= i != d && list.atoms[i].has(output, list.atoms[i].arity);
    if (!isUsed)
      unused.push_back(output);
  }
  if (unused.size() > ListAtom::maxArity)
    return {};
  evaluate(list, extended);
  if (!restrict(list))
    return {};
  left.resize(part.size);
  leftOfAll.resize(all.size);
  equal.assign(words(all), 0);
  different.assign(words(all), 0);
  testEqualities(list);
  for (const uint32_t function : lists.functions())
    testApplications(list, extended, function);
  for (const uint32_t relation : lists.relations())
    if (!program.relations[relation].negated)
      testRelation(list, extended, relation);
  return std::move(found);
}

/// An output that only the head uses is no side of it: an application as the head says
/// the same with one premise fewer.
void FlatTester::testEqualities(const PremiseList &list) {
  if (!unused.empty() || list.numConditions() == 0)
    return;
  for (size_t x = 0; x < list.sorts.size(); ++x)
    for (size_t y = 0; y < x; ++y) {
      if (list.sorts[x] != list.sorts[y])
        continue;
      ListAtom head{calculus::none, 2, false, {Operand(x), Operand(y)}};
      for (const bool isNegated : {false, true}) {
        if (isNegated && !mayNegate(list))
          break;
        head.isNegated = isNegated;
        if (!lists.isCanonical(list, head))
          continue;
        ++candidates;
        if ((isNegated ? kernels.differ : kernels.agree)(part.values[x], part.values[y],
                                                         part.size))
          finish(list, head);
      }
    }
}

void FlatTester::testApplications(const PremiseList &list, const PremiseList &extended,
                                  uint32_t function) {
  const calculus::Relation &relation = program.relations[function];
  const uint32_t inputs = relation.arity() - 1;
  uint32_t sorts[ListAtom::maxArity];
  for (uint32_t c = 0; c <= inputs; ++c)
    sorts[c] = relation.columns[c].sort;
  std::vector<Operand> outputs;
  outputs.reserve(extended.sorts.size());
  PremiseLists::forArguments(
      extended, list.sorts.size(), sorts, inputs, [&](const auto &args) {
        ListAtom head{function, uint8_t(inputs + 1), false, args};
        size_t missing = 0; // Of the outputs that the head has to use.
        Operand wanted = 0;
        for (const Operand o : unused)
          if (!head.has(o, inputs)) {
            ++missing;
            wanted = o;
          }
        if (missing > 1 || (missing == 1 && extended.sorts[wanted] != sorts[inputs]))
          return;
        for (const ListAtom &premise : list.atoms)
          if (premise.isSameApplication(head))
            return;
        outputs.clear();
        if (missing == 1)
          outputs.push_back(wanted);
        else
          for (size_t o = 0; o < extended.sorts.size(); ++o)
            if (extended.sorts[o] == sorts[inputs] &&
                (o < list.sorts.size() || head.has(Operand(o), inputs)))
              outputs.push_back(Operand(o));
        testApplication(list, head, outputs);
      });
}

void FlatTester::testApplication(const PremiseList &list, ListAtom head,
                                 const std::vector<Operand> &outputs) {
  Side here{part, left, 0}, everywhere{all, leftOfAll, 0};
  for (const Operand output : outputs) {
    head.args[head.arity - 1] = output;
    for (const bool isNegated : {false, true}) {
      if (isNegated && !mayNegate(list))
        break;
      head.isNegated = isNegated;
      ++candidates;
      if (isNeverFalse(here, head) && isMostlyKnown(here, head) &&
          isSupported(everywhere, head) && lists.isCanonical(list, head))
        found.push_back(head);
    }
  }
}

/// Computes the head's side for so many assignments, if that is not done.
void FlatTester::compute(Side &side, const ListAtom &head, size_t n) const {
  if (side.known >= n)
    return;
  apply(side.part, head.relation, head.args.data(), head.arity - 1, side.known,
        n - side.known, side.values.data() + side.known);
  side.known = n;
}

bool FlatTester::isNeverFalse(Side &side, const ListAtom &head) const {
  const auto test = head.isNegated ? kernels.differ : kernels.agree;
  const Element *values = side.part.values[head.output()];
  const size_t few = std::min(side.part.size, firstLook);
  compute(side, head, few);
  if (!test(side.values.data(), values, few))
    return false;
  compute(side, head, side.part.size);
  return test(side.values.data() + few, values + few, side.part.size - few);
}

/// Of the assignments enough are known, and most of all.
bool FlatTester::isMostlyKnown(Side &side, const ListAtom &head) {
  compareSides(side, head);
  size_t known = 0;
  for (size_t w = 0; w < words(side.part); ++w)
    known += size_t(std::popcount((head.isNegated ? different : equal)[w]));
  return known >= minWitnesses && known * 2 > side.part.witnesses;
}

void FlatTester::compareSides(const Side &side, const ListAtom &head) {
  kernels.compare(side.values.data(), side.part.values[head.output()],
                        side.part.witnesses, equal.data(), different.data());
}

/// Every condition is needed.
bool FlatTester::isSupported(Side &side, const ListAtom &head) {
  if (met.empty())
    return true;
  bool isWeaker;
  if (met.size() == 1) {
    isWeaker = isNeverFalse(side, head);
  } else {
    compute(side, head, side.part.size);
    compareSides(side, head);
    isWeaker = hasIdleCondition(head.isNegated ? equal : different);
  }
  weaker += isWeaker;
  return !isWeaker;
}

/// Whether without some condition the head is still not false for any assignment.
bool FlatTester::hasIdleCondition(const Bits &isFalse) const {
  for (size_t c = 0; c < met.size(); ++c) {
    Bits rest = isFalse;
    for (size_t other = 0; other < met.size(); ++other)
      for (size_t w = 0; w < rest.size() && other != c; ++w)
        rest[w] &= met[other][w];
    if (std::all_of(rest.begin(), rest.end(), [](uint64_t word) { return word == 0; }))
      return true;
  }
  return false;
}

void FlatTester::testRelation(const PremiseList &list, const PremiseList &extended,
                              uint32_t relation) {
  const calculus::Relation &r = program.relations[relation];
  uint32_t sorts[ListAtom::maxArity];
  for (uint32_t c = 0; c < r.arity(); ++c)
    sorts[c] = r.columns[c].sort;
  PremiseLists::forArguments(
      extended, list.sorts.size(), sorts, r.arity(), [&](const auto &args) {
        ListAtom head{relation, uint8_t(r.arity()), false, args};
        for (const Operand o : unused)
          if (!head.has(o, r.arity()))
            return;
        if (std::find(list.atoms.begin(), list.atoms.end(), head) != list.atoms.end() ||
            !lists.isCanonical(list, head))
          return;
        const std::vector<Truth> is = truth(part, head);
        ++candidates;
        if (std::find(is.begin(), is.end(), Truth::False) == is.end())
          finish(list, head);
        if (!mayNegate(list))
          return;
        ++candidates;
        head.isNegated = true;
        if (std::find(is.begin(), is.end(), Truth::True) == is.end())
          finish(list, head);
      });
}

/// What testApplication() asks, of any head.
void FlatTester::finish(const PremiseList &list, const ListAtom &head) {
  const std::vector<Truth> here = truth(part, head);
  const auto known = size_t(std::count(here.begin(), here.end(), Truth::True));
  if (known < minWitnesses || known * 2 <= here.size())
    return;
  Bits isFalse(words(all), 0);
  const std::vector<Truth> everywhere = truth(all, head);
  for (size_t k = 0; k < everywhere.size(); ++k)
    isFalse[k / 64] |= uint64_t(everywhere[k] == Truth::False) << k % 64;
  if (hasIdleCondition(isFalse))
    ++weaker;
  else
    found.push_back(head);
}

} // namespace mplrt
