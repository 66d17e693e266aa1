//===- PlanBuilder.cpp - Plans as kernels ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A plan says for each operation which columns are known. A kernel nests one
// operation in the other, so that a variable is in scope exactly where it is
// known: the builder only has to keep the value of each variable, and to
// compare where a column has a value already that the operation itself cannot
// use (a constant of the pivot, a variable that occurs twice in one atom).
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/PlanBuilder.h"

#include "dialects/Plan/Plan.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <map>

using namespace mlir;

namespace mplc {
namespace {

using calculus::Action;
using calculus::Atom;
using calculus::Matcher;
using calculus::Plan;
using calculus::PlanOp;
using calculus::Program;
using calculus::Term;

/// Constants and relations share one name space here, but not in a program.
std::string elementSymbol(const Program &program, uint32_t index) {
  const std::string &name = program.constants[index];
  const bool taken = llvm::any_of(
      program.relations, [&](const auto &r) { return r.name == name; });
  return taken ? "element." + name : name;
}

/// Builds the kernel of one matcher and pivot.
class KernelBuilder {
public:
  KernelBuilder(const Program &program, const Matcher &matcher,
                const Plan &plan, Location loc, OpBuilder &builder)
      : program(program), matcher(matcher), plan(plan), loc(loc),
        builder(builder), values(matcher.numVariables) {}

  void build(StringRef name) {
    OpBuilder::InsertionGuard guard(builder);
    const Atom &pivot = matcher.premises[plan.pivot];
    auto kernel = plan::KernelOp::create(builder, loc, name,
                                         program.relations[pivot.relation].name,
                                         plan.pivot, matcher.rule);
    Block *body = makeBody(kernel.getBody(), pivot.args.size());
    builder.setInsertionPointToStart(body);
    // Constants first: one value for all their uses, whatever the nesting.
    loadConstants();
    matchColumns(pivot, /*known=*/0, body->getArguments());
    for (const PlanOp &op : plan.ops)
      buildOp(op);
    buildAction();
  }

private:
  Block *makeBody(Region &region, size_t columns) {
    Block &body = region.emplaceBlock();
    const Type id = builder.getType<plan::IdType>();
    for (size_t c = 0; c < columns; ++c)
      body.addArgument(id, loc);
    return &body;
  }

  void loadConstants() {
    auto load = [&](Term term) {
      if (!calculus::isConstant(term))
        return;
      const uint32_t index = calculus::constantIndex(term);
      if (!constants.count(index))
        constants[index] = plan::ConstantOp::create(
            builder, loc, builder.getType<plan::IdType>(),
            elementSymbol(program, index));
    };
    for (const Atom &premise : matcher.premises)
      llvm::for_each(premise.args, load);
    switch (matcher.action.kind) {
    case Action::Kind::Create:
    case Action::Kind::Derive:
    case Action::Kind::Invent:
      for (Term term : actionTerms())
        load(term);
      break;
    case Action::Kind::Equate:
      load(matcher.action.left);
      load(matcher.action.right);
      break;
    case Action::Kind::Refute:
    case Action::Kind::Reach:
      break;
    }
  }

  /// The arguments that the head takes: an application's output is not asked.
  ArrayRef<Term> actionTerms() const {
    ArrayRef<Term> terms = matcher.action.atom.args;
    return matcher.action.kind == Action::Kind::Create ? terms.drop_back()
                                                       : terms;
  }

  Value value(Term term) const {
    return calculus::isConstant(term)
               ? constants.at(calculus::constantIndex(term))
               : values[term];
  }

  SmallVector<Value> valuesOf(ArrayRef<Term> terms) const {
    return llvm::map_to_vector(terms, [&](Term t) { return value(t); });
  }

  /// Gives the unknown columns of `atom` the values `bound`, in order, and goes
  /// into a comparison for each that has a value already.
  void matchColumns(const Atom &atom, uint32_t known, ValueRange bound) {
    size_t next = 0;
    for (auto [column, term] : llvm::enumerate(atom.args)) {
      if (known >> column & 1)
        continue;
      const Value columnValue = bound[next++];
      if (Value expected = value(term)) {
        auto same = plan::SameOp::create(builder, loc, columnValue, expected);
        builder.setInsertionPointToStart(makeBody(same.getBody(), 0));
        continue;
      }
      values[term] = columnValue;
    }
  }

  void buildOp(const PlanOp &op) {
    const Atom &atom = matcher.premises[op.premise];
    SmallVector<bool> known;
    SmallVector<Value> inputs;
    for (auto [column, term] : llvm::enumerate(atom.args)) {
      known.push_back(op.known >> column & 1);
      if (known.back())
        inputs.push_back(value(term));
    }
    const auto bound = calculus::matchesStrictlyOlder(op.premise, plan.pivot)
                           ? plan::Bound::Older
                           : plan::Bound::Upto;
    const IntegerAttr premise = builder.getI32IntegerAttr(op.premise);
    const StringRef table = program.relations[atom.relation].name;
    Region *region = nullptr;
    switch (op.kind) {
    case PlanOp::Kind::Probe:
      region = &plan::ProbeOp::create(builder, loc, table, known, inputs,
                                      premise, bound)
                    .getBody();
      break;
    case PlanOp::Kind::Scan:
      region = &plan::ScanOp::create(builder, loc, table, known, inputs,
                                     premise, bound)
                    .getBody();
      break;
    case PlanOp::Kind::All:
      region =
          &plan::AllOp::create(builder, loc, table, premise, bound).getBody();
      break;
    }
    Block *body = makeBody(*region, atom.args.size() - inputs.size());
    builder.setInsertionPointToStart(body);
    matchColumns(atom, op.known, body->getArguments());
  }

  void buildAction() {
    const Action &action = matcher.action;
    StringRef table;
    if (action.kind == Action::Kind::Derive ||
        action.kind == Action::Kind::Create)
      table = program.relations[action.atom.relation].name;
    switch (action.kind) {
    case Action::Kind::Derive:
      plan::DeriveOp::create(builder, loc, table, valuesOf(actionTerms()));
      break;
    case Action::Kind::Equate:
      plan::EquateOp::create(builder, loc, value(action.left),
                             value(action.right));
      break;
    case Action::Kind::Refute:
      plan::RefuteOp::create(builder, loc);
      break;
    case Action::Kind::Create:
      plan::CreateOp::create(
          builder, loc, FlatSymbolRefAttr::get(builder.getContext(), table),
          valuesOf(actionTerms()), builder.getI32IntegerAttr(action.core),
          action.unfold ? builder.getUnitAttr() : UnitAttr());
      break;
    case Action::Kind::Invent:
      plan::InventOp::create(builder, loc, valuesOf(actionTerms()), action.core,
                             action.unfold);
      break;
    case Action::Kind::Reach:
      plan::ReachOp::create(builder, loc);
      break;
    }
  }

  const Program &program;
  const Matcher &matcher;
  const Plan &plan;
  const Location loc;
  OpBuilder &builder;
  std::vector<Value> values; ///< By variable; null while unknown.
  std::map<uint32_t, Value> constants;
};

void buildProgramText(const Program &program, OpBuilder &builder,
                      Location loc) {
  const std::string text = calculus::print(program);
  SmallVector<StringRef> lines;
  StringRef(text).split(lines, '\n');
  if (!lines.empty() && lines.back().empty())
    lines.pop_back();
  plan::ProgramOp::create(builder, loc, builder.getStrArrayAttr(lines));
}

/// rule.pivot, or rule.create.pivot; a number makes it unique.
std::string kernelName(const Program &program, const Matcher &matcher,
                       uint32_t pivot, llvm::StringSet<> &taken) {
  std::string stem = matcher.rule < program.rules.size()
                         ? program.rules[matcher.rule].name
                         : "rule" + std::to_string(matcher.rule);
  if (matcher.action.kind == Action::Kind::Create ||
      matcher.action.kind == Action::Kind::Invent)
    stem += ".create";
  const std::string end = "." + std::to_string(pivot);
  std::string name = stem + end;
  for (unsigned i = 1; !taken.insert(name).second; ++i)
    name = stem + std::to_string(i) + end;
  return name;
}

} // namespace

void buildPlan(ModuleOp module, const Program &program,
               ArrayRef<LocatedMatcher> matchers) {
  OpBuilder builder = OpBuilder::atBlockEnd(module.getBody());
  const Location loc = module.getLoc();
  llvm::StringSet<> taken;
  for (uint32_t index = 0; index < program.constants.size(); ++index) {
    const std::string name = elementSymbol(program, index);
    taken.insert(name);
    plan::ElementOp::create(builder, loc, name,
                            builder.getI32IntegerAttr(index));
  }
  uint32_t slot = 0;
  for (auto [id, relation] : llvm::enumerate(program.relations)) {
    taken.insert(relation.name);
    plan::TableOp::create(
        builder, loc, builder.getStringAttr(relation.name),
        builder.getI32IntegerAttr(id), builder.getI32IntegerAttr(slot),
        builder.getI32IntegerAttr(relation.arity()),
        relation.functional ? builder.getUnitAttr() : UnitAttr());
    slot += relation.arity();
  }
  for (const LocatedMatcher &located : matchers)
    for (const Plan &plan : calculus::plan(located.matcher, program)) {
      const std::string name =
          kernelName(program, located.matcher, plan.pivot, taken);
      KernelBuilder(program, located.matcher, plan, located.location, builder)
          .build(name);
    }
  buildProgramText(program, builder, loc);
}

} // namespace mplc
