//===- KernelTables.cpp - How the runtime finds kernels -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes the constant globals of runtime/layout/KernelABI.h: for a theory the
// list of kernels and the program's text, for the step library its table of
// functions, in which what does not exist stays null.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/Passes.h"
#include "runtime/layout/KernelABI.h"

#include "dialects/Plan/Plan.h"

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLExtras.h"

#include <cstddef>

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_EMITKERNELTABLES
#include "lib/Conversion/Passes.h.inc"

namespace {

static_assert(sizeof(mplrt::KernelEntry) == 24);
constexpr size_t kStepEntries =
    sizeof(mplrt::StepLibrary) / sizeof(mplrt::StepFunction);

/// Where mplSteps has a step, counted in pointers.
size_t stepPosition(plan::StepEntryOp entry) {
  using mplrt::StepLibrary;
  const size_t arity = entry.getArity().value_or(0);
  const size_t known = entry.getKnown().value_or(0);
  const size_t masks = size_t(1) << mplrt::kMaxStepArity;
  auto at = [](size_t offset, size_t index = 0) {
    return offset / sizeof(mplrt::StepFunction) + index;
  };
  switch (entry.getField()) {
  case plan::StepField::Enter:
    return at(offsetof(StepLibrary, enter), arity * masks + known);
  case plan::StepField::ProbeFunction:
    return at(offsetof(StepLibrary, probeFunction), arity * 2 + known);
  case plan::StepField::ProbeRelation:
    return at(offsetof(StepLibrary, probeRelation), arity);
  case plan::StepField::Scan:
    return at(offsetof(StepLibrary, scan), arity * masks + known);
  case plan::StepField::All:
    return at(offsetof(StepLibrary, all), arity * masks + known);
  case plan::StepField::DeriveFunction:
    return at(offsetof(StepLibrary, deriveFunction), arity);
  case plan::StepField::DeriveRelation:
    return at(offsetof(StepLibrary, deriveRelation), arity);
  case plan::StepField::Create:
    return at(offsetof(StepLibrary, create), arity);
  case plan::StepField::Equate:
    return at(offsetof(StepLibrary, equate));
  case plan::StepField::Refute:
    return at(offsetof(StepLibrary, refute));
  case plan::StepField::Reach:
    return at(offsetof(StepLibrary, reach));
  case plan::StepField::Same:
    return at(offsetof(StepLibrary, same));
  }
  llvm_unreachable("no such field");
}

class TableWriter {
public:
  explicit TableWriter(ModuleOp module)
      : builder(OpBuilder::atBlockEnd(module.getBody())), loc(module.getLoc()),
        pointer(LLVM::LLVMPointerType::get(builder.getContext())) {}

  void writeKernels(ArrayRef<plan::EntryOp> entries) {
    SmallVector<LLVM::GlobalOp> parameters;
    for (auto [index, entry] : llvm::enumerate(entries))
      parameters.push_back(writeParameters(entry, index));

    const Type i32 = builder.getI32Type();
    const Type row = LLVM::LLVMStructType::getLiteral(
        builder.getContext(), {pointer, pointer, i32, i32});
    const Type table = LLVM::LLVMArrayType::get(row, entries.size());
    writeTable("mplKernels", table, [&](Value all) {
      for (auto [index, each] : llvm::enumerate(entries)) {
        plan::EntryOp entry = each;
        Value fields = LLVM::ZeroOp::create(builder, loc, row);
        fields = insert(fields, function(entry.getFunctionAttr()), 0);
        if (parameters[index])
          fields = insert(
              fields,
              LLVM::AddressOfOp::create(builder, loc, parameters[index]), 1);
        fields = insert(fields, number(entry.getRelation()), 2);
        fields = insert(fields, number(entry.getRule()), 3);
        all = insert(all, fields, index);
      }
      return all;
    });
    LLVM::GlobalOp::create(builder, loc, i32, /*isConstant=*/true,
                           LLVM::Linkage::External, "mplKernelCount",
                           builder.getI32IntegerAttr(entries.size()));
  }

  void writeSteps(ArrayRef<plan::StepEntryOp> entries) {
    const Type table = LLVM::LLVMArrayType::get(pointer, kStepEntries);
    writeTable("mplSteps", table, [&](Value all) {
      for (plan::StepEntryOp entry : entries)
        all =
            insert(all, function(entry.getFunctionAttr()), stepPosition(entry));
      return all;
    });
  }

  void writeProgram(plan::ProgramOp program) {
    const std::string text = program.getText();
    // With a final zero, for the sake of debuggers.
    const std::string terminated = text + '\0';
    LLVM::GlobalOp::create(
        builder, loc,
        LLVM::LLVMArrayType::get(builder.getI8Type(), terminated.size()),
        /*isConstant=*/true, LLVM::Linkage::External, "mplProgramText",
        builder.getStringAttr(terminated));
    LLVM::GlobalOp::create(builder, loc, builder.getI64Type(),
                           /*isConstant=*/true, LLVM::Linkage::External,
                           "mplProgramSize",
                           builder.getI64IntegerAttr(text.size()));
  }

private:
  Value insert(Value aggregate, Value part, int64_t at) {
    return LLVM::InsertValueOp::create(builder, loc, aggregate, part, at);
  }
  Value number(uint32_t value) {
    return LLVM::ConstantOp::create(builder, loc,
                                    builder.getI32IntegerAttr(int32_t(value)));
  }
  Value function(FlatSymbolRefAttr name) {
    return LLVM::AddressOfOp::create(builder, loc, pointer, name);
  }

  LLVM::GlobalOp writeParameters(plan::EntryOp entry, size_t index) {
    const std::optional<ArrayRef<int32_t>> words = entry.getParameters();
    if (!words)
      return {};
    const auto shape =
        RankedTensorType::get({int64_t(words->size())}, builder.getI32Type());
    return LLVM::GlobalOp::create(
        builder, loc,
        LLVM::LLVMArrayType::get(builder.getI32Type(), words->size()),
        /*isConstant=*/true, LLVM::Linkage::Internal,
        "parameters." + std::to_string(index),
        DenseElementsAttr::get(shape, *words));
  }

  void writeTable(StringRef name, Type type,
                  llvm::function_ref<Value(Value)> fill) {
    auto global = LLVM::GlobalOp::create(
        builder, loc, type,
        /*isConstant=*/true, LLVM::Linkage::External, name, Attribute());
    OpBuilder::InsertionGuard guard(builder);
    builder.createBlock(&global.getInitializerRegion());
    const Value zero = LLVM::ZeroOp::create(builder, loc, type);
    LLVM::ReturnOp::create(builder, loc, fill(zero));
  }

  OpBuilder builder;
  const Location loc;
  const Type pointer;
};

struct EmitKernelTablesPass : impl::EmitKernelTablesBase<EmitKernelTablesPass> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    auto entries = llvm::to_vector(module.getOps<plan::EntryOp>());
    auto steps = llvm::to_vector(module.getOps<plan::StepEntryOp>());
    auto programs = llvm::to_vector(module.getOps<plan::ProgramOp>());
    TableWriter writer(module);
    if (!steps.empty())
      writer.writeSteps(steps);
    // A theory without rules has a list of kernels all the same: an empty one.
    if (!entries.empty() || !programs.empty())
      writer.writeKernels(entries);
    for (plan::ProgramOp program : programs) {
      writer.writeProgram(program);
      program.erase();
    }
    for (plan::EntryOp entry : entries)
      entry.erase();
    for (plan::StepEntryOp entry : steps)
      entry.erase();
  }
};

} // namespace
} // namespace mplc
