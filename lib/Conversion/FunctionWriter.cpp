//===- FunctionWriter.cpp - Writing one kernel function -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lib/Conversion/FunctionWriter.h"

#include "dialects/Plan/Plan.h"
#include "runtime/layout/KernelABI.h"

#include <cstddef>

using namespace mlir;

namespace mplc {

// The struct type below is Step: one pointer, six words, eight registers.
static_assert(offsetof(mplrt::Step, relation) == 8);
static_assert(offsetof(mplrt::Step, slot) == 12);
static_assert(offsetof(mplrt::Step, rule) == 16);
static_assert(offsetof(mplrt::Step, premise) == 20);
static_assert(offsetof(mplrt::Step, strict) == 24);
static_assert(offsetof(mplrt::Step, extra) == 28);
static_assert(offsetof(mplrt::Step, reg) == 32);

namespace {
constexpr int32_t kStepRun = 0;
constexpr int32_t kStepRegisters = 7;
} // namespace

FunctionWriter::FunctionWriter(Operation *source, StringRef name,
                               SupportFunctions &support)
    : builder(source), loc(source->getLoc()), support(support) {
  const Type pointer = pointerType();
  const Type second = isa<plan::StepOp>(source) ? pointer : i32Type();
  function = func::FuncOp::create(
      builder, loc, name,
      builder.getFunctionType({pointer, second, pointer}, {}));
  function.setPrivate();
  builder.setInsertionPointToStart(function.addEntryBlock());
}

FunctionWriter::~FunctionWriter() {
  builder.setInsertionPointToEnd(&function.getBody().front());
  func::ReturnOp::create(builder, function.getLoc());
}

Value FunctionWriter::i32(uint32_t number) {
  Value &constant = constants[number];
  if (!constant) {
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointToStart(&function.getBody().front());
    constant = arith::ConstantOp::create(
        builder, function.getLoc(), builder.getI32IntegerAttr(int32_t(number)));
  }
  return constant;
}

Value FunctionWriter::call(StringRef name, Type result, ValueRange arguments) {
  const auto type = builder.getFunctionType(
      TypeRange(arguments), result ? TypeRange(result) : TypeRange());
  auto call =
      func::CallOp::create(builder, loc, support.get(name, type), arguments);
  return result ? call.getResult(0) : Value();
}

Value FunctionWriter::array(ValueRange numbers) {
  if (numbers.empty())
    return LLVM::ZeroOp::create(builder, loc, pointerType());
  Value memory;
  {
    // In the entry block, so that a loop does not take more each time.
    const Value count = i32(numbers.size());
    OpBuilder::InsertionGuard guard(builder);
    builder.setInsertionPointAfterValue(count);
    memory =
        LLVM::AllocaOp::create(builder, loc, pointerType(), i32Type(), count);
  }
  for (auto [index, number] : llvm::enumerate(numbers))
    LLVM::StoreOp::create(builder, loc, number,
                          address(i32Type(), memory, {int32_t(index)}));
  return memory;
}

Value FunctionWriter::parameter(uint32_t index) {
  return load(address(i32Type(), argument(2), {int32_t(index)}));
}

Type FunctionWriter::stepType() {
  SmallVector<Type> fields{pointerType()};
  fields.append(6, i32Type());
  fields.push_back(LLVM::LLVMArrayType::get(i32Type(), 8));
  return LLVM::LLVMStructType::getLiteral(builder.getContext(), fields);
}

Value FunctionWriter::descriptor(StepWord word) {
  return load(address(stepType(), argument(1), {0, int32_t(word)}));
}

Value FunctionWriter::stepRegister(uint32_t column) {
  return load(
      address(stepType(), argument(1), {0, kStepRegisters, int32_t(column)}));
}

Value FunctionWriter::loadRegister(uint32_t column) {
  return load(address(i32Type(), argument(2), {stepRegister(column)}));
}

void FunctionWriter::storeRegister(uint32_t column, Value value) {
  LLVM::StoreOp::create(
      builder, loc, value,
      address(i32Type(), argument(2), {stepRegister(column)}));
}

void FunctionWriter::callNextStep() {
  const Value next = address(stepType(), argument(1), {1});
  const Value run = LLVM::LoadOp::create(
      builder, loc, pointerType(), address(stepType(), next, {0, kStepRun}));
  const auto type = LLVM::LLVMFunctionType::get(
      LLVM::LLVMVoidType::get(builder.getContext()),
      {pointerType(), pointerType(), pointerType()});
  LLVM::CallOp::create(builder, loc, type,
                       ValueRange{run, block(), next, argument(2)});
}

void FunctionWriter::beginIf(Value condition) {
  auto branch =
      scf::IfOp::create(builder, loc, condition, /*withElseRegion=*/false);
  builder.setInsertionPointToStart(branch.thenBlock());
}

void FunctionWriter::forEachRow(Value first,
                                llvm::function_ref<Value(Value)> next,
                                llvm::function_ref<void(Value)> body) {
  auto loop = scf::WhileOp::create(builder, loc, TypeRange{i32Type()},
                                   ValueRange{first});
  Block *before =
      builder.createBlock(&loop.getBefore(), {}, {i32Type()}, {loc});
  const Value candidate = before->getArgument(0);
  const Value isRow = arith::CmpIOp::create(
      builder, loc, arith::CmpIPredicate::ne, candidate, i32(mplrt::kNone));
  scf::ConditionOp::create(builder, loc, isRow, candidate);

  Block *after = builder.createBlock(&loop.getAfter(), {}, {i32Type()}, {loc});
  const Value current = after->getArgument(0);
  body(current);
  builder.setInsertionPointToEnd(after);
  scf::YieldOp::create(builder, loc, next(current));
}

} // namespace mplc
