//===- InferKeys.cpp - Functions, totality and the sorts of columns -------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Three shapes of rules say something about a relation as a whole:
//
//   key       R(x,y), R(x,y') -> y = y'         the last column is a function
//   typing    R(..x..) -> S(x)                  a column ranges over a set
//   totality  S(x).. -> exists y: R(x,y)        there is always an output
//
// Insertion takes care of the first two, and the third only licenses witnesses,
// so none of them is run. Finding one may reveal the next: a membership that a
// column's sort implies is left out of other rules, which may thereby get one of
// these shapes. Rounds go on until nothing changes. A sort is only ever used to
// leave out a premise after the rule that states it has become inactive, so that
// no two rules justify each other.
//
//===----------------------------------------------------------------------===//

#include "Freeness.h"
#include "RuleData.h"

#include "mplc/Transforms/Passes.h"

#include "llvm/ADT/StringMap.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_HORNINFERKEYS
#include "lib/Transforms/Passes.h.inc"

namespace {

using Head = RuleData::Head;
using CiteKind = horn::SourceOp::CiteKind;

/// Variables, no two the same.
bool areDifferentVariables(ArrayRef<TermData> terms) {
  for (size_t i = 0; i < terms.size(); ++i)
    if (!terms[i].isVariable() || llvm::is_contained(terms.take_front(i), terms[i]))
      return false;
  return true;
}

class KeyFinder {
public:
  explicit KeyFinder(horn::ProgramOp program) : program(program) {
    for (auto relation : program.getOps<horn::RelationOp>())
      relations[relation.getSymName()] = relation;
    for (auto rule : program.getOps<horn::RuleOp>())
      rules.push_back(readRule(rule));
  }

  void run() {
    for (bool again = true; again;) {
      again = false;
      for (RuleData &rule : rules) {
        if (rule.inactive)
          continue;
        while (leaveOutMembership(rule))
          again = true;
        if (isTyping(rule) || isKey(rule) || isTotality(rule))
          rule.inactive = again = true;
      }
    }
  }

  LogicalResult checkInductions() {
    bool isGood = true;
    for (auto induction : program.getOps<horn::InductionOp>())
      isGood &= succeeded(check(induction));
    for (auto induction : program.getOps<horn::InductionOp>())
      if (isGood)
        warnOfConstructors(induction, relations, rules);
    return success(isGood);
  }

  void writeBack() {
    for (auto [op, rule] : llvm::zip(
             llvm::to_vector(program.getOps<horn::RuleOp>()), rules)) {
      OpBuilder builder(op);
      emitRule(builder, rule);
      op.erase();
    }
  }

  unsigned numFunctional = 0, numTotal = 0, numSorted = 0, numElided = 0;

private:
  horn::RelationOp relation(const AtomData &atom) const {
    return relations.lookup(atom.relation);
  }
  StringRef sort(horn::RelationOp relation, unsigned column) const {
    const FlatSymbolRefAttr ref = relation.getSort(column);
    return ref ? ref.getValue() : StringRef();
  }

  /// Drops one premise S(x) where another premise has x in a column of sort S.
  /// That premise stays, so x stays bound and some premise is left.
  bool leaveOutMembership(RuleData &rule) {
    for (size_t i = 0; i < rule.premises.size(); ++i) {
      if (rule.premises[i].args.size() != 1)
        continue;
      for (size_t j = 0; j < rule.premises.size(); ++j) {
        const AtomData &other = rule.premises[j];
        for (unsigned c = 0; other.args.size() > 1 && c < other.args.size(); ++c)
          if (other.args[c] == rule.premises[i].args[0] &&
              sort(relation(other), c) == rule.premises[i].relation) {
            drop(rule, int(i), int(j), int(c));
            ++numElided;
            return true;
          }
      }
    }
    return false;
  }

  static void drop(RuleData &rule, int dropped, int by, int column) {
    for (CiteData &cite : rule.cites) {
      if (cite.kind == CiteKind::Reflexive)
        continue;
      if (cite.kind == CiteKind::Premise && cite.premise == dropped) {
        cite.kind = CiteKind::Typing;
        cite.premise = by;
        cite.column = column;
      }
      if (cite.premise > dropped)
        --cite.premise;
    }
    rule.premises.erase(rule.premises.begin() + dropped);
  }

  /// Unary relations are sets: what they are included in stays a rule.
  bool isTyping(const RuleData &rule) {
    if (rule.head != Head::Derive || rule.premises.size() != 1 ||
        rule.atom.args.size() != 1)
      return false;
    const AtomData &premise = rule.premises[0];
    if (premise.args.size() < 2 || !areDifferentVariables(premise.args))
      return false;
    auto at = llvm::find(premise.args, rule.atom.args[0]);
    if (at == premise.args.end())
      return false;
    const unsigned column = unsigned(at - premise.args.begin());
    horn::RelationOp typed = relation(premise);
    const StringRef known = sort(typed, column);
    if (!known.empty())
      return known == rule.atom.relation;
    typed.setColumn(column, rule.atom.relation, rule.name);
    ++numSorted;
    return true;
  }

  bool isKey(const RuleData &rule) {
    if (rule.head != Head::Equate || rule.premises.size() != 2)
      return false;
    const AtomData &a = rule.premises[0], &b = rule.premises[1];
    if (a.relation != b.relation || a.args.size() < 2)
      return false;
    std::vector<TermData> all = a.args;
    all.push_back(b.args.back());
    if (!std::equal(a.args.begin(), a.args.end() - 1, b.args.begin()) ||
        !areDifferentVariables(all))
      return false;
    const TermData &y = a.args.back(), &z = b.args.back();
    if (!(rule.left == y && rule.right == z) &&
        !(rule.left == z && rule.right == y))
      return false;
    horn::RelationOp function = relation(a);
    if (!function.isFunctional()) {
      function.setKeyAttr(
          FlatSymbolRefAttr::get(function.getContext(), rule.name));
      ++numFunctional;
    }
    return true;
  }

  /// Only of functions: a witness of a mere relation is a new value each time.
  bool isTotality(const RuleData &rule) {
    if (rule.head != Head::Witness || rule.numFresh != 1)
      return false;
    const TermData output = TermData::var(int(rule.numOuter()));
    const AtomData *application = nullptr;
    for (const AtomData &witness : rule.witnesses)
      if (witness.args.size() > 1) {
        if (application)
          return false;
        application = &witness;
      }
    if (!application || application->args.back() != output ||
        !areDifferentVariables(application->args))
      return false;
    horn::RelationOp function = relation(*application);
    if (!function.isFunctional())
      return false;
    auto isInput = [&](const AtomData &premise) {
      return premise.args.size() == 1 &&
             llvm::is_contained(application->args, premise.args[0]);
    };
    // What else is said of the output must follow from its column.
    auto isKnown = [&](const AtomData &witness) {
      return &witness == application ||
             (witness.args[0] == output &&
              sort(function, unsigned(application->args.size()) - 1) ==
                  witness.relation);
    };
    if (!llvm::all_of(rule.premises, isInput) ||
        !llvm::all_of(rule.witnesses, isKnown))
      return false;
    if (!function.getTotality()) {
      function.setTotalityAttr(
          FlatSymbolRefAttr::get(function.getContext(), rule.name));
      ++numTotal;
    }
    return true;
  }

  /// The axioms must say that the set is closed under its constructors.
  LogicalResult check(horn::InductionOp induction) {
    if (!induction.getSort())
      return induction.emitOpError("is not specialised");
    const StringRef set = induction.getSet(), sortName = *induction.getSort();
    bool isGood = true;
    auto need = [&](const llvm::Twine &what) {
      emitError(induction.getLoc())
          << "induction over '" << set << "' needs " << what;
      isGood = false;
    };
    for (auto [target, isFunction, written] :
         llvm::zip(*induction.getConstructors(), *induction.getFunctions(),
                   induction.getWritten())) {
      const StringRef name = cast<FlatSymbolRefAttr>(target).getValue();
      const std::string text = cast<StringAttr>(written).str();
      if (!isFunction) {
        if (!isFact(sortName, name))
          need("'" + text + "' in '" + set + "' as an axiom");
        continue;
      }
      horn::RelationOp function = relations.lookup(name);
      if (!function.isFunctional())
        need("'" + text + "' to be a function (one output)");
      if (!function.getTotality())
        need("'" + text + "' to be total (some output)");
      if (sort(function, function.getArity() - 1) != sortName)
        need("the output of '" + text + "' in '" + set + "'");
      function.setConstructor(true);
    }
    return success(isGood);
  }

  bool isFact(StringRef sortName, StringRef constant) const {
    return llvm::any_of(rules, [&](const RuleData &rule) {
      return rule.head == Head::Derive && rule.premises.empty() &&
             rule.atom.relation == sortName &&
             rule.atom.args[0] == TermData::named(constant);
    });
  }

  horn::ProgramOp program;
  llvm::StringMap<horn::RelationOp> relations;
  std::vector<RuleData> rules;
};

struct HornInferKeysPass : impl::HornInferKeysBase<HornInferKeysPass> {
  void runOnOperation() override {
    const horn::ProgramOp program = findProgram(getOperation());
    if (!program)
      return signalPassFailure();
    KeyFinder finder(program);
    finder.run();
    if (failed(finder.checkInductions()))
      return signalPassFailure();
    finder.writeBack();
    numFunctional += finder.numFunctional;
    numTotal += finder.numTotal;
    numSorted += finder.numSorted;
    numElided += finder.numElided;
  }
};

} // namespace

} // namespace mplc
