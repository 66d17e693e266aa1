//===- Freeness.cpp - What axioms should say of constructors --------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rules are recognised by how freeness is usually stated:
//
//   f(..) is not c            f(..) = c -> false
//   f(..) is not g(..)        f(..) = z, g(..) = z -> false
//   f is injective            f(..x..) = z, f(..y..) = z -> x = y
//   an input can be read off  f(..x..) = z -> h(z) = x
//
//===----------------------------------------------------------------------===//

#include "Freeness.h"

#include "mlir/IR/Diagnostics.h"

using namespace mlir;

namespace mplc {

namespace {

using Head = RuleData::Head;

struct Constructor {
  std::string name;    ///< As written.
  std::string symbol;  ///< A constant or relation.
  bool isFunction = false;
  unsigned inputs = 0;
  std::vector<bool> isOwn; ///< By input: of the set itself.
  std::vector<std::string> sets; ///< By input, as written; empty if it has none.
};

class FreenessCheck {
public:
  FreenessCheck(horn::InductionOp induction,
                const llvm::StringMap<horn::RelationOp> &relations,
                ArrayRef<RuleData> rules)
      : induction(induction), rules(rules) {
    for (auto [target, isFunction, written] :
         llvm::zip(*induction.getConstructors(), *induction.getFunctions(),
                   induction.getWritten())) {
      Constructor &c = constructors.emplace_back();
      c.name = cast<StringAttr>(written).getValue().str();
      c.symbol = cast<FlatSymbolRefAttr>(target).getValue().str();
      c.isFunction = isFunction;
      if (!isFunction)
        continue;
      horn::RelationOp relation = relations.lookup(c.symbol);
      c.inputs = relation.getArity() - 1;
      for (unsigned k = 0; k < c.inputs; ++k) {
        const FlatSymbolRefAttr sort = relation.getSort(k);
        c.isOwn.push_back(sort && sort.getValue() == *induction.getSort());
        const ArrayAttr pattern =
            sort ? relations.lookup(sort.getValue()).getPattern() : ArrayAttr();
        c.sets.push_back(pattern ? cast<StringAttr>(pattern[pattern.size() - 1]).str()
                                 : "");
      }
    }
  }

  void run() {
    const std::string set = induction.getSet().str();
    if (llvm::all_of(constructors, [](const Constructor &c) {
          return llvm::is_contained(c.isOwn, true);
        })) {
      mlir::emitWarning(induction.getLoc())
          << "the induction form for '" << set
          << "' has no base constructor: nothing is in '" << set << "'";
      return;
    }
    if (isMeantToCollapse())
      return;
    for (size_t i = 0; i < constructors.size(); ++i) {
      for (size_t j = i + 1; j < constructors.size(); ++j)
        distinct(constructors[i], constructors[j]);
      for (unsigned k = 0; k < constructors[i].inputs; ++k)
        injective(constructors[i], k);
    }
    if (missing.empty())
      return;
    mlir::InFlightDiagnostic warning = mlir::emitWarning(induction.getLoc());
    warning << "the axioms do not say that different constructors and inputs make "
               "different members of '"
            << set << "'; missing:";
    for (const std::string &axiom : missing)
      warning << " " << axiom;
  }

private:
  bool isConstructor(llvm::StringRef relation) const {
    return llvm::any_of(constructors, [&](const Constructor &c) {
      return c.isFunction && c.symbol == relation;
    });
  }

  /// Something that constructors make is said to be made by another one, or in another
  /// way, too.
  bool isMeantToCollapse() const {
    return llvm::any_of(rules, [&](const RuleData &rule) {
      std::vector<TermData> outputs;
      for (const AtomData &premise : rule.premises) {
        if (premise.args.size() > 1 && !isConstructor(premise.relation))
          return false;
        if (premise.args.size() > 1)
          outputs.push_back(premise.args.back());
      }
      // That a function has one output is inactive by now.
      if (outputs.empty() || rule.inactive || rule.source != RuleData::Source::Use)
        return false;
      if (rule.head == Head::Equate)
        return llvm::is_contained(outputs, rule.left) ||
               llvm::is_contained(outputs, rule.right);
      return rule.head == Head::Derive && isConstructor(rule.atom.relation);
    });
  }

  /// The premises about constructors; nothing if others could fail.
  std::vector<const AtomData *> applications(const RuleData &rule) const {
    std::vector<const AtomData *> result;
    for (const AtomData &premise : rule.premises)
      if (premise.args.size() > 1)
        result.push_back(&premise);
    return result;
  }

  void distinct(const Constructor &a, const Constructor &b) {
    if (!a.isFunction && b.isFunction)
      return distinct(b, a);
    const bool isSaid = llvm::any_of(rules, [&](const RuleData &rule) {
      if (!a.isFunction)
        return rule.head == Head::Apart &&
               ((rule.left.constant == a.symbol && rule.right.constant == b.symbol) ||
                (rule.left.constant == b.symbol && rule.right.constant == a.symbol));
      if (rule.head != Head::Refute)
        return false;
      const auto made = applications(rule);
      if (!b.isFunction)
        return made.size() == 1 && made[0]->relation == a.symbol &&
               made[0]->args.back() == TermData::named(b.symbol);
      return made.size() == 2 && made[0]->args.back() == made[1]->args.back() &&
             ((made[0]->relation == a.symbol && made[1]->relation == b.symbol) ||
              (made[0]->relation == b.symbol && made[1]->relation == a.symbol));
    });
    if (isSaid)
      return;
    if (!a.isFunction) {
      missing.push_back("!(=[" + a.name + "," + b.name + "])");
      return;
    }
    std::string names;
    const std::string first = inputs("x", a.inputs, names);
    if (!b.isFunction) {
      missing.push_back("(>[" + names + "]" + memberships(a) + "!" +
                        atom(a, first, b.name) + ")");
      return;
    }
    const std::string second = inputs("y", b.inputs, names);
    missing.push_back("(>[" + names + ",z]" + atom(a, first, "z") + "!" +
                      atom(b, second, "z") + ")");
  }

  void injective(const Constructor &f, unsigned k) {
    const bool isSaid = llvm::any_of(rules, [&](const RuleData &rule) {
      const auto made = applications(rule);
      if (rule.head == Head::Derive)
        return made.size() == 1 && made[0]->relation == f.symbol &&
               rule.atom.args.size() == 2 &&
               rule.atom.args[0] == made[0]->args.back() &&
               rule.atom.args[1] == made[0]->args[k];
      if (rule.head != Head::Equate || made.size() != 2)
        return false;
      const AtomData &a = *made[0], &b = *made[1];
      return a.relation == f.symbol && b.relation == f.symbol &&
             a.args.back() == b.args.back() &&
             ((rule.left == a.args[k] && rule.right == b.args[k]) ||
              (rule.left == b.args[k] && rule.right == a.args[k]));
    });
    if (isSaid)
      return;
    std::string names;
    const std::string first = inputs("x", f.inputs, names);
    const std::string second = inputs("y", f.inputs, names);
    const std::string number = f.inputs > 1 ? std::to_string(k + 1) : "";
    missing.push_back("(>[" + names + ",z](&" + atom(f, first, "z") +
                      atom(f, second, "z") + ")(=[x" + number + ",y" + number + "]))");
  }

  /// That the inputs x, or x1, x2 and so on, are in their sets.
  static std::string memberships(const Constructor &f) {
    std::string result;
    unsigned parts = 0;
    for (unsigned k = 0; k < f.inputs; ++k) {
      const std::string name = f.inputs > 1 ? "x" + std::to_string(k + 1) : "x";
      result += f.sets[k].empty() ? "(=[" + name + "," + name + "])"
                                  : "(in[" + name + "," + f.sets[k] + "])";
      ++parts;
    }
    return parts > 1 ? "(&" + result + ")" : result;
  }

  static std::string inputs(const std::string &base, unsigned count,
                            std::string &names) {
    std::string result;
    for (unsigned k = 0; k < count; ++k)
      result += (k ? "," : "") + base + (count > 1 ? std::to_string(k + 1) : "");
    names += (names.empty() ? "" : ",") + result;
    return result;
  }

  static std::string atom(const Constructor &f, const std::string &inputs,
                          const std::string &output) {
    return "(in" + std::to_string(f.inputs + 1) + "[" + inputs + "," + output + "," +
           f.name + "])";
  }

  horn::InductionOp induction;
  ArrayRef<RuleData> rules;
  std::vector<Constructor> constructors;
  std::vector<std::string> missing;
};

} // namespace

void warnOfConstructors(horn::InductionOp induction,
                        const llvm::StringMap<horn::RelationOp> &relations,
                        ArrayRef<RuleData> rules) {
  FreenessCheck(induction, relations, rules).run();
}

} // namespace mplc
