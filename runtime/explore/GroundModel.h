//===- GroundModel.h - A theory's functions on small values -----*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_EXPLORE_GROUNDMODEL_H
#define MPLRT_EXPLORE_GROUNDMODEL_H

#include "runtime/block/Block.h"
#include "runtime/explore/Model.h"

#include <map>
#include <unordered_map>

namespace mplrt {

/// The model of a theory whose sets are generated. It is derived, not given: a
/// block without variables in which the theory's own rules compute. Values of a set
/// with constructors are built from them; sets without get a few elements of which
/// nothing is known.
class GroundModel final : public Model {
public:
  /// `numerals`: small values of a set like the natural numbers; sets of larger
  /// structures get some more.
  explicit GroundModel(const Theory &theory, size_t numerals = 5);

  std::vector<Element> values(uint32_t sort) override;
  Element constant(uint32_t sort, uint32_t index) override;
  void apply(uint32_t function, ElementColumns inputs, size_t n,
             Element *outputs) override;
  Model::Table table(uint32_t function) override;
  void holds(uint32_t relation, ElementColumns arguments, size_t n,
             uint8_t *results) override;
  bool isSame(uint32_t sort, Element a, Element b) override;
  Shape shape(uint32_t sort, Element element) override;
  /// Whether the value is built from constructors and unknown elements alone.
  bool isDefinite(uint32_t sort, Element element) override;
  std::string text(uint32_t sort, Element element) override;

  /// One application; kUnknown if it cannot be computed within bounds.
  Element apply(uint32_t function, const std::vector<Element> &inputs);
  bool isFalse() const { return block.isFalse(); }

private:
  /// Outputs by inputs: a dense array for small numbers, a map for others.
  struct Outputs {
    uint32_t stride = 0;         ///< Elements below it are in the array.
    std::vector<Element> dense;
    std::unordered_map<uint64_t, Element> sparse; ///< By up to four inputs.
  };

  /// How a value of a set with constructors is made: a constructor's row, a constant,
  /// or neither.
  struct Construction {
    RowId row = kNone;
    uint32_t constructor = calculus::none; ///< Of the form.
  };
  Construction constructionOf(const calculus::InductionForm &form, Id id);
  void findSmallest();
  std::string definiteText(uint32_t sort, Element element);
  void settle();
  void renumber();
  Element number(Id id);
  Outputs &tableOf(uint32_t function);
  const Element *find(const Outputs &table, ElementColumns inputs, size_t k);
  void compute(uint32_t function, Outputs &table, ElementColumns inputs,
               const std::vector<uint32_t> &missing);
  std::vector<Element> makePool(uint32_t sort);
  void makeWitnesses(uint32_t relation);
  void keepApart(const std::vector<Element> &elements);

  const Theory &theory;
  const size_t numerals;
  const RuleSet noTheorems;
  Block block;
  size_t knownEdges = 0;
  std::vector<Id> ids;                     ///< By element, in order of appearance.
  std::unordered_map<Id, Element> numbers; ///< By representative.
  std::vector<bool> isAtom; ///< By element: of a set without constructors.
  std::vector<bool> isBuilt; ///< By element: known to be definite.
  bool hasForgotten = false; ///< Some computation was given up.
  std::map<uint32_t, std::vector<Element>> pools; ///< By sort.
  std::map<uint32_t, Outputs> tables;   ///< By function.
  std::vector<bool> hasWitnesses;     ///< By relation.
  /// Some value is made in two ways or contains itself, as where constructors are not
  /// free: values are then read as their smallest terms.
  bool isFolded = false;
  std::vector<uint32_t> smallest; ///< By form and constant: the size of that term.
  std::vector<Construction> smallestBy;
  std::pair<size_t, size_t> smallestAt; ///< Rows and merges when they were found.
};

} // namespace mplrt

#endif // MPLRT_EXPLORE_GROUNDMODEL_H
