//===- StepLibrary.cpp - Every operation of a plan, alone -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Theorems and induction hypotheses become rules while the program runs, when
// there is no compiler left to make kernels for them. But the operations of a
// plan are few once tables, registers and numbers come from a descriptor: this
// builds one step for each (runtime/layout/KernelABI.h, StepLibrary). They are
// compiled when the project is built and linked into every executable.
//
// A variable that occurs twice in one atom has two registers, which the step
// `same` compares. Known columns are therefore always known before the step.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/PlanBuilder.h"
#include "runtime/layout/KernelABI.h"

#include "dialects/Plan/Plan.h"

#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace mlir;

namespace mplc {
namespace {

using plan::StepField;

class StepBuilder {
public:
  explicit StepBuilder(ModuleOp module)
      : builder(OpBuilder::atBlockEnd(module.getBody())), loc(module.getLoc()) {
  }

  void enter(uint32_t arity, uint32_t known) {
    begin(StepField::Enter, arity, known, /*functional=*/false);
    auto pivot = plan::PivotOp::create(builder, loc, table());
    const ValueRange columns = into(pivot.getBody(), arity);
    for (auto [c, value] : llvm::enumerate(columns))
      if (known >> c & 1)
        compare(value, operand(c));
    bindUnknown(columns, known);
    end();
  }

  void probeFunction(uint32_t arity, bool outputKnown) {
    begin(StepField::ProbeFunction, arity, outputKnown, /*functional=*/true);
    SmallVector<Value> inputs = operands(outputKnown ? arity : arity - 1);
    SmallVector<bool> known(arity, true);
    known.back() = outputKnown;
    auto probe = plan::ProbeOp::create(builder, loc, table(), known, inputs,
                                       IntegerAttr(), plan::Bound::Given);
    const ValueRange output = into(probe.getBody(), outputKnown ? 0 : 1);
    if (!outputKnown)
      plan::BindOp::create(builder, loc, arity - 1, output.front());
    end();
  }

  void probeRelation(uint32_t arity) {
    begin(StepField::ProbeRelation, arity, std::nullopt, /*functional=*/false);
    SmallVector<Value> inputs = operands(arity);
    auto probe = plan::ProbeOp::create(builder, loc, table(),
                                       SmallVector<bool>(arity, true), inputs,
                                       IntegerAttr(), plan::Bound::Given);
    into(probe.getBody(), 0);
    end();
  }

  void scan(uint32_t arity, uint32_t known) {
    begin(StepField::Scan, arity, known, /*functional=*/false);
    SmallVector<bool> isKnown;
    SmallVector<Value> inputs;
    for (uint32_t c = 0; c < arity; ++c) {
      isKnown.push_back(known >> c & 1);
      if (isKnown.back())
        inputs.push_back(operand(c));
    }
    auto scan = plan::ScanOp::create(builder, loc, table(), isKnown, inputs,
                                     IntegerAttr(), plan::Bound::Given);
    const ValueRange bound = into(scan.getBody(), arity - inputs.size());
    for (size_t c = 0, next = 0; c < arity; ++c)
      if (!isKnown[c])
        plan::BindOp::create(builder, loc, c, bound[next++]);
    end();
  }

  void all(uint32_t arity) {
    begin(StepField::All, arity, /*known=*/0, /*functional=*/false);
    auto all = plan::AllOp::create(builder, loc, table(), IntegerAttr(),
                                   plan::Bound::Given);
    bindUnknown(into(all.getBody(), arity), /*known=*/0);
    end();
  }

  void derive(uint32_t arity, bool functional) {
    begin(functional ? StepField::DeriveFunction : StepField::DeriveRelation,
          arity, std::nullopt, functional);
    SmallVector<Value> columns = operands(arity);
    plan::DeriveOp::create(builder, loc, table(), columns);
    leave();
  }

  void create(uint32_t arity) {
    begin(StepField::Create, arity, std::nullopt, /*functional=*/true);
    SmallVector<Value> inputs = operands(arity - 1);
    plan::CreateOp::create(builder, loc, table(), inputs, IntegerAttr(),
                           /*unfold=*/false);
    leave();
  }

  void equate() {
    begin(StepField::Equate);
    const SmallVector<Value> sides = operands(2);
    plan::EquateOp::create(builder, loc, sides[0], sides[1]);
    leave();
  }

  void refute() {
    begin(StepField::Refute);
    plan::RefuteOp::create(builder, loc);
    leave();
  }

  void same() {
    begin(StepField::Same);
    const SmallVector<Value> sides = operands(2);
    compare(sides[0], sides[1]);
    end();
  }

  void reach() {
    begin(StepField::Reach);
    plan::ReachOp::create(builder, loc);
    leave();
  }

private:
  static StringRef table() { return "t"; }

  /// Opens a step and declares its table.
  void begin(StepField field, std::optional<uint32_t> arity = std::nullopt,
             std::optional<uint32_t> known = std::nullopt,
             bool functional = false) {
    std::string name = stringifyStepField(field).str();
    for (std::optional<uint32_t> part : {arity, known})
      if (part)
        name += "." + std::to_string(*part);
    auto number = [&](std::optional<uint32_t> value) {
      return value ? builder.getI32IntegerAttr(*value) : IntegerAttr();
    };
    auto step = plan::StepOp::create(builder, loc, builder.getStringAttr(name),
                                     field, number(arity), number(known));
    outside = builder.saveInsertionPoint();
    builder.setInsertionPointToStart(&step.getBody().emplaceBlock());
    if (arity)
      plan::TableOp::create(builder, loc, builder.getStringAttr("t"),
                            IntegerAttr(), IntegerAttr(), number(arity),
                            functional ? builder.getUnitAttr() : UnitAttr());
  }

  void leave() { builder.restoreInsertionPoint(outside); }

  void end() {
    plan::NextOp::create(builder, loc);
    leave();
  }

  /// Goes on inside `region`, which binds this many columns.
  ValueRange into(Region &region, size_t columns) {
    Block &body = region.emplaceBlock();
    for (size_t c = 0; c < columns; ++c)
      body.addArgument(builder.getType<plan::IdType>(), loc);
    builder.setInsertionPointToStart(&body);
    return body.getArguments();
  }

  Value operand(uint32_t column) {
    return plan::OperandOp::create(builder, loc,
                                   builder.getType<plan::IdType>(), column);
  }

  SmallVector<Value> operands(uint32_t count) {
    return llvm::map_to_vector(llvm::seq(count),
                               [&](uint32_t c) { return operand(c); });
  }

  void compare(Value left, Value right) {
    auto same = plan::SameOp::create(builder, loc, left, right);
    into(same.getBody(), 0);
  }

  void bindUnknown(ValueRange columns, uint32_t known) {
    for (auto [c, value] : llvm::enumerate(columns))
      if (!(known >> c & 1))
        plan::BindOp::create(builder, loc, c, value);
  }

  OpBuilder builder;
  const Location loc;
  OpBuilder::InsertPoint outside;
};

} // namespace

void buildStepLibrary(ModuleOp module) {
  StepBuilder steps(module);
  for (uint32_t arity = 0; arity <= mplrt::kMaxStepArity; ++arity) {
    const uint32_t everything = (1u << arity) - 1;
    for (uint32_t known = 0; known <= everything; ++known) {
      steps.enter(arity, known);
      if (known != 0 && known != everything)
        steps.scan(arity, known);
    }
    steps.all(arity);
    steps.probeRelation(arity);
    steps.derive(arity, /*functional=*/false);
    if (arity == 0)
      continue;
    steps.probeFunction(arity, /*outputKnown=*/false);
    steps.probeFunction(arity, /*outputKnown=*/true);
    steps.derive(arity, /*functional=*/true);
    steps.create(arity);
  }
  steps.equate();
  steps.refute();
  steps.reach();
  steps.same();
}

} // namespace mplc
