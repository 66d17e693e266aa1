//===- SpecialiseConstants.cpp - Fold sets and functions into relations ---===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// First-order matching never binds a set or a function, so an atom's arguments
// of these types are known before anything runs, and the relation may as well be
// split by them: `in3(a,b,c,+)` is a row of a table of its own, without the last
// column. The worklist starts from the rules and goals that are no templates;
// each instance of a defined relation that they mention brings the definition's
// rules with the sets and functions put in, which may mention further instances.
// It ends because there are finitely many constants.
//
//===----------------------------------------------------------------------===//

#include "RuleData.h"

#include "mplc/Transforms/Passes.h"

#include "llvm/ADT/StringMap.h"

#include <map>

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_HORNSPECIALISECONSTANTS
#include "lib/Transforms/Passes.h.inc"

namespace {

/// A relation with some columns fixed.
struct Instance {
  horn::RelationOp general;
  std::vector<std::string> fixed; ///< One a column; empty: an element column.
  std::string name;
  std::string complement; ///< Of a negated relation, by name.

  std::string suffix(const char *separator) const {
    std::string text;
    for (const std::string &constant : fixed)
      if (!constant.empty())
        text += (text.empty() ? "" : separator) + constant;
    return text;
  }
};

class Specialiser {
public:
  explicit Specialiser(horn::ProgramOp program) : program(program) {
    for (auto constant : program.getOps<horn::ConstantOp>())
      labels[constant.getSymName()] =
          constant.getLabel() ? constant.getLabel()->str() : "(1)";
    for (auto relation : program.getOps<horn::RelationOp>())
      relations[relation.getSymName()] = relation;
    for (auto rule : program.getOps<horn::RuleOp>()) {
      RuleData data = readRule(rule);
      if (data.templateOf.empty())
        rules.push_back(std::move(data));
      else
        templates[data.templateOf].push_back(std::move(data));
    }
    for (auto goal : program.getOps<horn::GoalOp>())
      goals.push_back(readRule(goal));
  }

  LogicalResult run() {
    bool isGood = true;
    for (RuleData &rule : rules)
      isGood &= succeeded(specialise(rule));
    for (RuleData &goal : goals)
      isGood &= succeeded(specialise(goal));
    for (auto induction : program.getOps<horn::InductionOp>())
      isGood &= succeeded(specialise(induction));
    for (size_t i = 0; i < instances.size(); ++i) {
      const Instance instance = instances[i];
      isGood &= succeeded(instantiate(instance));
    }
    return success(isGood);
  }

  /// Replaces the program's contents.
  void emit() {
    SmallVector<Operation *> old;
    for (Operation &op : program.getBody().front())
      if (!isa<horn::InductionOp, horn::DefinitionOp, horn::ComposeOp>(op))
        old.push_back(&op);
    OpBuilder builder = OpBuilder::atBlockEnd(&program.getBody().front());
    for (auto constant : llvm::to_vector(program.getOps<horn::ConstantOp>()))
      if (!constant.getLabel())
        builder.clone(*constant);
    for (const Instance &instance : instances)
      emit(builder, instance);
    moveToEnd<horn::InductionOp>(builder);
    moveToEnd<horn::DefinitionOp>(builder);
    for (const RuleData &rule : rules)
      emitRule(builder, rule);
    for (const RuleData &goal : goals)
      emitRule(builder, goal);
    moveToEnd<horn::ComposeOp>(builder);
    for (Operation *op : llvm::reverse(old))
      op->erase();
  }

  unsigned numRelations() const { return unsigned(instances.size()); }
  unsigned numInstances = 0;
  unsigned numDropped() const {
    unsigned dropped = 0;
    for (const auto &[relation, list] : templates)
      if (llvm::none_of(instances, [&](const Instance &instance) {
            return horn::RelationOp(instance.general).getSymName() == relation;
          }))
        dropped += unsigned(list.size());
    return dropped;
  }

private:
  /// What specialisation leaves as it is keeps its place among the others.
  template <typename KeptOp> void moveToEnd(OpBuilder &builder) {
    for (auto op : llvm::to_vector(program.getOps<KeptOp>()))
      op->moveBefore(builder.getInsertionBlock(), builder.getInsertionPoint());
  }

  FailureOr<std::string> request(Location loc, horn::RelationOp general,
                                 std::vector<std::string> fixed) {
    Instance instance{general, std::move(fixed), "", ""};
    const std::string suffix = instance.suffix(".");
    instance.name =
        general.getSymName().str() + (suffix.empty() ? "" : "." + suffix);
    auto known = llvm::find_if(instances, [&](const Instance &other) {
      return other.general == general && other.fixed == instance.fixed;
    });
    if (known != instances.end())
      return known->name;
    // Names are made of names that may hold dots themselves.
    while (llvm::any_of(instances, [&](const Instance &other) {
      return other.name == instance.name;
    }))
      instance.name += "'";
    if (general.getComplement()) {
      // Whatever does not hold may hold elsewhere, and the rules then say when.
      FailureOr<std::string> positive = request(
          loc, relations.lookup(*general.getComplement()), instance.fixed);
      if (failed(positive))
        return failure();
      instance.complement = std::move(*positive);
    }
    instances.push_back(instance);
    return instance.name;
  }

  LogicalResult specialise(const RuleData &rule, AtomData &atom) {
    horn::RelationOp general = relations.lookup(atom.relation);
    std::vector<std::string> fixed(atom.args.size());
    std::vector<TermData> rest;
    for (auto [c, term] : llvm::enumerate(atom.args)) {
      if (general.isElement(unsigned(c))) {
        rest.push_back(term);
      } else if (term.isVariable()) {
        return emitError(rule.loc)
               << "not supported yet: '" << atom.relation << "' of the "
               << "variable '" << rule.variables[term.variable]
               << "', which is a set or function and no constant of the theory";
      } else {
        fixed[c] = term.constant;
      }
    }
    FailureOr<std::string> name = request(rule.loc, general, std::move(fixed));
    if (failed(name))
      return failure();
    atom.relation = std::move(*name);
    atom.args = std::move(rest);
    return success();
  }

  LogicalResult specialise(RuleData &rule) {
    bool isGood = true;
    rule.forEachAtom([&](AtomData &atom) {
      if (isGood)
        isGood = succeeded(specialise(rule, atom));
    });
    return success(isGood);
  }

  /// The rules of a definition for one instance of its relation.
  LogicalResult instantiate(const Instance &instance) {
    horn::RelationOp own = instance.general;
    auto list = templates.find(own.getSymName().str());
    if (list == templates.end())
      return success();
    bool isGood = true;
    for (const RuleData &general : list->second) {
      RuleData rule = general;
      const AtomData &trigger = rule.source == RuleData::Source::Fold
                                    ? rule.atom
                                    : rule.premises.front();
      std::vector<TermData> by;
      for (int v = 0; v < int(rule.variables.size()); ++v)
        by.push_back(TermData::var(v));
      for (auto [term, constant] : llvm::zip(trigger.args, instance.fixed))
        if (!constant.empty() && term.isVariable())
          by[term.variable] = TermData::named(constant);
      substitute(rule, by);
      const std::string suffix = instance.suffix(",");
      if (!suffix.empty())
        rule.name += "[" + suffix + "]";
      rule.templateOf.clear();
      if (failed(specialise(rule))) {
        isGood = false;
        continue;
      }
      rules.push_back(std::move(rule));
      ++numInstances;
    }
    return success(isGood);
  }

  /// Puts constants in for variables, which then disappear.
  static void substitute(RuleData &rule, const std::vector<TermData> &by) {
    std::vector<int> number(by.size(), -1);
    std::vector<std::string> names;
    for (size_t v = 0; v < by.size(); ++v)
      if (by[v].isVariable()) {
        number[v] = int(names.size());
        names.push_back(rule.variables[v]);
      }
    rule.forEachTerm([&](TermData &t) {
      if (!t.isVariable())
        return;
      t = by[t.variable];
      if (t.isVariable())
        t.variable = number[t.variable];
    });
    rule.variables = std::move(names);
  }

  /// The set becomes its membership relation, a function constructor its table.
  LogicalResult specialise(horn::InductionOp induction) {
    Builder builder(induction.getContext());
    FailureOr<std::string> sort = membership(induction, induction.getSet());
    if (failed(sort))
      return failure();
    SmallVector<Attribute> constructors;
    SmallVector<bool> functions;
    for (Attribute attribute : induction.getWritten()) {
      const StringRef name = cast<StringAttr>(attribute).getValue();
      const bool isFunction = labels.lookup(name) != "(1)";
      std::string target = name.str();
      if (isFunction) {
        FailureOr<std::string> table = membership(induction, name);
        if (failed(table))
          return failure();
        target = std::move(*table);
      }
      functions.push_back(isFunction);
      constructors.push_back(
          FlatSymbolRefAttr::get(induction.getContext(), target));
    }
    induction.setSortAttr(FlatSymbolRefAttr::get(induction.getContext(), *sort));
    induction.setConstructorsAttr(builder.getArrayAttr(constructors));
    induction.setFunctionsAttr(builder.getDenseBoolArrayAttr(functions));
    return success();
  }

  /// The relation by which a set or function of the theory is used: `in`, `in2`,
  /// ... by the number of elements in its type.
  FailureOr<std::string> membership(horn::InductionOp induction,
                                    StringRef constant) {
    auto label = labels.find(constant);
    if (label == labels.end())
      return induction.emitOpError("names an unknown constant '")
             << constant << "'";
    const size_t columns = StringRef(label->second).count("(1)");
    const std::string predicate =
        columns == 1 ? "in" : "in" + std::to_string(columns);
    horn::RelationOp general = relations.lookup(predicate);
    if (!general)
      return emitError(induction.getLoc())
             << "induction over '" << induction.getSet() << "' needs '"
             << constant << "', but no axiom says anything about it";
    std::vector<std::string> fixed(columns);
    fixed.push_back(constant.str());
    return request(induction.getLoc(), general, std::move(fixed));
  }

  static void emit(OpBuilder &builder, const Instance &instance) {
    std::vector<std::string> pattern, columns;
    for (const std::string &constant : instance.fixed) {
      if (!constant.empty()) {
        pattern.push_back(constant);
        continue;
      }
      pattern.push_back("$" + std::to_string(columns.size()));
      columns.push_back("(1)");
    }
    horn::RelationOp general = instance.general;
    auto relation = horn::RelationOp::create(
        builder, general.getLoc(), instance.name, general.getPredicate(), pattern,
        columns, general.getNegated());
    if (!instance.complement.empty())
      relation.setComplementAttr(
          FlatSymbolRefAttr::get(builder.getContext(), instance.complement));
  }

  horn::ProgramOp program;
  llvm::StringMap<std::string> labels;
  llvm::StringMap<horn::RelationOp> relations;
  std::map<std::string, std::vector<RuleData>, std::less<>> templates;
  std::vector<RuleData> rules, goals;
  std::vector<Instance> instances;
};

struct HornSpecialiseConstantsPass
    : impl::HornSpecialiseConstantsBase<HornSpecialiseConstantsPass> {
  void runOnOperation() override {
    const horn::ProgramOp program = findProgram(getOperation());
    if (!program)
      return signalPassFailure();
    Specialiser specialiser(program);
    if (failed(specialiser.run()))
      return signalPassFailure();
    numRelations += specialiser.numRelations();
    numInstances += specialiser.numInstances;
    numDropped += specialiser.numDropped();
    specialiser.emit();
  }
};

} // namespace

} // namespace mplc
