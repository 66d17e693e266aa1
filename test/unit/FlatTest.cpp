//===- FlatTest.cpp - Kernels that test, lists of premises ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PeanoProgram.h"

#include "runtime/explore/PremiseLists.h"
#include "runtime/kernel/TestKernels.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

using namespace mplrt;

namespace {

//===----------------------------------------------------------------------===//
// Kernels, against what they are meant to compute
//===----------------------------------------------------------------------===//

/// Every library that was generated and runs here.
std::vector<const TestKernels *> libraries() {
  std::vector<const TestKernels *> result{&mplTestsGeneric};
  if (&testKernels() != &mplTestsGeneric)
    result.push_back(&testKernels());
  return result;
}

constexpr size_t sizes[] = {0, 1, 2, 15, 16, 17, 31, 32, 48, 63, 64, 65, 125, 256};

std::vector<uint16_t> column(size_t n, uint32_t values, std::mt19937 &random) {
  std::vector<uint16_t> result(n);
  for (uint16_t &value : result)
    value = random() % 8 == 0 ? kUnknownValue : uint16_t(random() % values);
  return result;
}

TEST(TestKernels, GatherReadsTables) {
  std::mt19937 random(1);
  for (const TestKernels *kernels : libraries())
    for (uint32_t inputs = 1; inputs <= kMaxGatherInputs; ++inputs)
      for (const size_t n : sizes) {
        constexpr uint32_t stride = 5;
        size_t size = 1;
        for (uint32_t i = 0; i < inputs; ++i)
          size *= stride;
        std::vector<uint16_t> table(size);
        for (uint16_t &entry : table)
          entry = random() % 9 == 0 ? kPendingValue : uint16_t(random());
        std::vector<std::vector<uint16_t>> columns;
        std::vector<const uint16_t *> pointers;
        for (uint32_t i = 0; i < inputs; ++i)
          columns.push_back(column(n, stride + 1, random)); // Some are outside.
        for (const auto &c : columns)
          pointers.push_back(c.data());
        std::vector<uint16_t> outputs(n + 1, 77);
        const bool isPending =
            kernels->gather[inputs - 1](table.data(), stride, pointers.data(), n,
                                        outputs.data()) != 0;
        bool expectPending = false;
        for (size_t k = 0; k < n; ++k) {
          size_t at = 0;
          bool isKnown = true, isInside = true;
          for (const auto &c : columns) {
            isKnown &= c[k] != kUnknownValue;
            isInside &= c[k] < stride;
            at = at * stride + c[k];
          }
          const uint16_t expected = !isKnown    ? kUnknownValue
                                    : !isInside ? kPendingValue
                                                : table[at];
          EXPECT_EQ(outputs[k], expected);
          expectPending |= expected == kPendingValue;
        }
        EXPECT_EQ(isPending, expectPending);
        EXPECT_EQ(outputs[n], 77); // Nothing beyond.
      }
}

TEST(TestKernels, ComparisonsLeaveOutWhatIsUnknown) {
  std::mt19937 random(2);
  for (const TestKernels *kernels : libraries())
    for (const size_t n : sizes)
      for (int round = 0; round < 40; ++round) {
        // With one value all agree, with many all differ, most of the time.
        const std::vector<uint16_t> left = column(n, round % 4 + 1, random);
        std::vector<uint16_t> right = column(n, round % 4 + 1, random);
        if (round % 3 == 0)
          for (size_t k = 0; k < n; ++k)
            right[k] = left[k] == kUnknownValue ? 0 : left[k];
        if (round % 3 == 1)
          for (size_t k = 0; k < n; ++k)
            right[k] = right[k] == kUnknownValue ? kUnknownValue : uint16_t(right[k] + 9);
        if (n > 0 && round % 2)
          right[random() % n] = 1;
        const size_t words = (n + 63) / 64;
        std::vector<uint64_t> equal(words, 0), different(words, 0);
        bool agree = true, differ = true;
        for (size_t k = 0; k < n; ++k) {
          if (left[k] == kUnknownValue || right[k] == kUnknownValue)
            continue;
          (left[k] == right[k] ? equal : different)[k / 64] |= uint64_t(1) << k % 64;
          (left[k] == right[k] ? differ : agree) = false;
        }
        EXPECT_EQ(kernels->agree(left.data(), right.data(), n) != 0, agree);
        EXPECT_EQ(kernels->differ(left.data(), right.data(), n) != 0, differ);
        std::vector<uint64_t> own(words + 1, 5), other(words + 1, 5);
        kernels->compare(left.data(), right.data(), n, own.data(), other.data());
        for (size_t w = 0; w < words; ++w) {
          EXPECT_EQ(own[w], equal[w]);
          EXPECT_EQ(other[w], different[w]);
        }
        EXPECT_EQ(own[words], 5u);
        EXPECT_EQ(other[words], 5u);
      }
}

TEST(TestKernels, SetsAreMet) {
  std::mt19937_64 random(3);
  for (const TestKernels *kernels : libraries())
    for (const size_t words : {0, 1, 2, 3, 4, 5, 8, 11})
      for (int round = 0; round < 40; ++round) {
        std::vector<uint64_t> a(words), b(words);
        for (size_t w = 0; w < words; ++w) {
          a[w] = random() & random();
          b[w] = round % 3 == 0 ? ~a[w] : round % 3 == 1 ? a[w] | random() : random();
        }
        if (words > 0 && round % 2)
          b[random() % words] ^= uint64_t(1) << random() % 64;
        bool isDisjoint = true, isSubset = true;
        uint64_t common = 0;
        for (size_t w = 0; w < words; ++w)
          for (int bit = 0; bit < 64; ++bit) {
            const bool inA = a[w] >> bit & 1, inB = b[w] >> bit & 1;
            isDisjoint &= !(inA && inB);
            isSubset &= !inA || inB;
            common += inA && inB;
          }
        EXPECT_EQ(kernels->isDisjoint(a.data(), b.data(), words) != 0, isDisjoint);
        EXPECT_EQ(kernels->isSubset(a.data(), b.data(), words) != 0, isSubset);
        EXPECT_EQ(kernels->countCommon(a.data(), b.data(), words), common);
      }
}

//===----------------------------------------------------------------------===//
// Lists, against all orders of all lists
//===----------------------------------------------------------------------===//

using Atoms = std::vector<std::vector<uint32_t>>; ///< Relation, then arguments.

/// The least text over all orders of the atoms, names by occurrence.
std::string canonical(Atoms atoms, uint32_t numConstants) {
  std::string least;
  std::sort(atoms.begin(), atoms.end());
  do {
    std::map<uint32_t, char> names;
    std::string text;
    for (const auto &atom : atoms) {
      text += char('0' + atom[0]);
      for (size_t a = 1; a < atom.size(); ++a)
        text += atom[a] < numConstants
                    ? char('A' + atom[a])
                    : names.try_emplace(atom[a], char('a' + names.size())).first->second;
    }
    if (least.empty() || text < least)
      least = text;
  } while (std::next_permutation(atoms.begin(), atoms.end()));
  return least;
}

/// All lists, with repetitions: each premise is applied to whatever there is or to
/// new variables; its output is new, or as a condition anything. After a condition
/// there are only more of them. Numbers from 100 on are variables, those from 200 on
/// outputs.
void allLists(const std::vector<uint32_t> &functions,
              const std::vector<calculus::Relation> &relations, uint32_t variables,
              uint32_t premises, uint32_t conditions, bool isConditional, Atoms &atoms,
              std::vector<uint32_t> &operands, std::set<std::string> &found) {
  found.insert(canonical(atoms, 1));
  if (atoms.size() == premises)
    return;
  for (const uint32_t f : functions) {
    const uint32_t inputs = relations[f].arity() - 1;
    std::vector<uint32_t> choices(operands);
    for (uint32_t v = 0; v < variables; ++v)
      if (std::find(choices.begin(), choices.end(), 100 + v) == choices.end())
        choices.push_back(100 + v);
    std::vector<size_t> at(inputs, 0);
    for (bool goesOn = true; goesOn;) {
      std::vector<uint32_t> atom{f};
      for (const size_t i : at)
        atom.push_back(choices[i]);
      const bool repeats = std::any_of(atoms.begin(), atoms.end(), [&](const auto &o) {
        return std::equal(atom.begin(), atom.end(), o.begin());
      });
      std::vector<uint32_t> there(operands);
      for (size_t a = 1; a < atom.size(); ++a)
        if (std::find(there.begin(), there.end(), atom[a]) == there.end())
          there.push_back(atom[a]);
      if (!repeats) {
        std::vector<uint32_t> outputs(there);
        const uint32_t fresh = 200 + uint32_t(atoms.size());
        outputs.push_back(fresh);
        for (const uint32_t output : outputs) {
          if (output == fresh ? isConditional : conditions == 0)
            continue;
          atoms.push_back(atom);
          atoms.back().push_back(output);
          std::vector<uint32_t> next(there);
          if (output == fresh)
            next.push_back(output);
          allLists(functions, relations, variables, premises,
                   conditions - (output != fresh), isConditional || output != fresh,
                   atoms, next, found);
          atoms.pop_back();
        }
      }
      size_t i = 0;
      while (i < inputs && ++at[i] == choices.size())
        at[i++] = 0;
      goesOn = i < inputs;
    }
  }
}

TEST(PremiseLists, EachListOnceAndNoneMissing) {
  mplc::test::Program program = mplc::test::peano();
  constexpr uint32_t S = 1, Plus = 2;
  calculus::Exploration bounds;
  bounds.functions = {S, Plus};
  bounds.constants = {calculus::constantTerm(0)};
  bounds.variables = 2;
  const uint32_t N = program.relations[S].columns[0].sort;
  for (const auto &[premises, conditions] :
       {std::pair(1u, 1u), std::pair(2u, 0u), std::pair(2u, 1u), std::pair(2u, 2u),
        std::pair(3u, 1u), std::pair(3u, 2u)}) {
    std::set<std::string> expected, found;
    Atoms atoms;
    std::vector<uint32_t> operands{0};
    allLists({S, Plus}, program.relations, bounds.variables, premises, conditions,
             false, atoms, operands, expected);
    PremiseLists lists(program, bounds, {{N, N}, premises, conditions, premises});
    size_t count = 0;
    lists.enumerate([&](const PremiseList &list) {
      ++count;
      Atoms own;
      for (const ListAtom &atom : list.atoms) {
        own.push_back({atom.relation});
        own.back().insert(own.back().end(), atom.args.begin(),
                          atom.args.begin() + atom.arity);
      }
      EXPECT_TRUE(found.insert(canonical(own, 1)).second) << canonical(own, 1);
      return true;
    });
    EXPECT_EQ(count, found.size());
    EXPECT_EQ(found, expected) << premises << " premises, " << conditions;
  }
}

TEST(PremiseLists, EndsWhenItIsToldTo) {
  mplc::test::Program program = mplc::test::peano();
  calculus::Exploration bounds;
  bounds.functions = {1, 2};
  bounds.variables = 2;
  const uint32_t N = program.relations[1].columns[0].sort;
  PremiseLists lists(program, bounds, {{N, N}, 2, 1, 2});
  size_t count = 0;
  lists.enumerate([&](const PremiseList &) { return ++count < 5; });
  EXPECT_EQ(count, 5u);
}

/// a + b = c, b + a = d is the same with a and b exchanged, and c and d.
TEST(PremiseLists, SymmetriesOfListsAreThoseOfHeads) {
  mplc::test::Program program = mplc::test::peano();
  constexpr uint32_t Plus = 2;
  calculus::Exploration bounds;
  bounds.functions = {Plus};
  bounds.variables = 2;
  const uint32_t N = program.relations[Plus].columns[0].sort;
  PremiseLists lists(program, bounds, {{N, N}, 2, 0, 2});
  size_t seen = 0;
  lists.enumerate([&](const PremiseList &list) {
    if (list.atoms.size() == 2 &&
        list.atoms[0].args == PremiseLists::Arguments{0, 1, 2} &&
        list.atoms[1].args == PremiseLists::Arguments{1, 0, 3}) {
      ++seen;
      EXPECT_EQ(list.symmetries.size(), 1u);
      // c + d = a, and the same seen from the other side.
      const ListAtom head{Plus, 3, false, {2, 3, 0}}, image{Plus, 3, false, {3, 2, 1}};
      EXPECT_NE(lists.isCanonical(list, head), lists.isCanonical(list, image));
    }
    return true;
  });
  EXPECT_EQ(seen, 1u);
}

} // namespace
