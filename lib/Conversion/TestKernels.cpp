//===- TestKernels.cpp - Kernels that test candidates ---------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Exploration tests a candidate under all assignments of a sample at once: values are
// looked up in tables, columns of them are compared, sets of assignments are met
// (runtime/kernel/TestKernels.h). What is done to one element is written once, for a
// number of lanes: a loop runs it on as many as fill the vectors of the processors
// that it is for, and a second one on what is left, a lane at a time.
//
// Most candidates differ at the first assignments, so comparisons end as soon as one
// step of theirs has seen enough. A lookup has no condition: what is outside the table
// reads its first entry and drops it, so that all lanes do the same.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/TestKernels.h"

#include "runtime/kernel/TestKernels.h"

#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ControlFlowToLLVM/ControlFlowToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Conversion/VectorToLLVM/ConvertVectorToLLVMPass.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace mplc {
namespace {

// Lanes of a step: 256 bits of values, and of words of sets.
constexpr int64_t valueLanes = 16, wordLanes = 4;
constexpr int64_t wordBits = 64;

using Predicate = arith::CmpIPredicate;

class TestKernelBuilder {
public:
  explicit TestKernelBuilder(ModuleOp module)
      : b(module.getLoc(), OpBuilder::atBlockEnd(module.getBody())) {
    pointer = LLVM::LLVMPointerType::get(b.getContext());
  }

  void gather(uint32_t numInputs);
  void compareUntil(StringRef name, Predicate refuting);
  void compare();
  void compareSets(StringRef name, bool isSubset);
  void countCommon();
  void writeTable(StringRef name);

private:
  //===--- Functions ------------------------------------------------------===//
  /// Makes a function that is to be the next of the table, and enters it.
  void begin(StringRef name, Type result, ArrayRef<Type> arguments) {
    const auto type = LLVM::LLVMFunctionType::get(result, arguments);
    outside = b.saveInsertionPoint();
    function = LLVM::LLVMFuncOp::create(b, name, type);
    functions.push_back(function);
    b.setInsertionPointToStart(function.addEntryBlock(b));
  }
  void end(ValueRange results) {
    LLVM::ReturnOp::create(b, results);
    b.restoreInsertionPoint(outside);
  }
  Value argument(unsigned index) { return function.getArgument(index); }
  Type voidType() { return LLVM::LLVMVoidType::get(b.getContext()); }

  //===--- Numbers and lanes ----------------------------------------------===//
  Value number(Type type, int64_t value) {
    if (const auto vector = dyn_cast<VectorType>(type))
      return arith::ConstantOp::create(
          b, DenseElementsAttr::get(vector, b.getIntegerAttr(vector.getElementType(),
                                                             value)));
    return arith::ConstantOp::create(b, b.getIntegerAttr(type, value));
  }
  Value index(int64_t value) { return number(b.getI64Type(), value); }
  Value truth(bool value) { return number(b.getI1Type(), value); }
  VectorType lanes(int64_t count, unsigned bits) {
    return VectorType::get({count}, b.getIntegerType(bits));
  }
  Value compare(Predicate predicate, Value left, Value right) {
    return arith::CmpIOp::create(b, predicate, left, right);
  }
  Value add(Value a, Value c) { return arith::AddIOp::create(b, a, c); }
  Value multiply(Value a, Value c) { return arith::MulIOp::create(b, a, c); }
  Value both(Value a, Value c) { return arith::AndIOp::create(b, a, c); }
  Value either(Value a, Value c) { return arith::OrIOp::create(b, a, c); }
  /// Whether any lane is true.
  Value any(Value truths) {
    return vector::ReductionOp::create(b, vector::CombiningKind::OR, truths);
  }
  Value isKnown(Value values) {
    return compare(Predicate::ne, values,
                   number(values.getType(), int16_t(mplrt::kUnknownValue)));
  }

  //===--- Memory ---------------------------------------------------------===//
  Value address(Value base, unsigned bits, Value at) {
    return LLVM::GEPOp::create(b, pointer, b.getIntegerType(bits), base,
                               ArrayRef<LLVM::GEPArg>{at});
  }
  Value load(int64_t count, unsigned bits, Value base, Value at) {
    return LLVM::LoadOp::create(b, lanes(count, bits), address(base, bits, at),
                                bits / 8);
  }
  void store(Value values, unsigned bits, Value base, Value at) {
    LLVM::StoreOp::create(b, values, address(base, bits, at), bits / 8);
  }

  //===--- Loops ----------------------------------------------------------===//
  using Step = llvm::function_ref<Value(int64_t count, Value at, Value carried)>;
  /// Runs the step for all numbers below n, first many at once, then each alone; what
  /// it gives goes into the next.
  Value forAll(Value n, int64_t count, Value initial, Step step) {
    const Value whole =
        multiply(arith::DivUIOp::create(b, n, index(count)), index(count));
    const Value most = loop(index(0), whole, count, initial, step);
    return loop(whole, n, 1, most, step);
  }
  Value loop(Value first, Value last, int64_t count, Value initial, Step step) {
    auto loop = scf::ForOp::create(
        b, first, last, index(count), initial,
        [&](OpBuilder &, Location, Value at, ValueRange carried) {
          const OpBuilder::InsertionGuard guard(b);
          b.setInsertionPointToEnd(at.getParentBlock());
          const Value next = step(count, at, carried[0]);
          scf::YieldOp::create(b, next);
        });
    return loop.getResult(0);
  }
  using Test = llvm::function_ref<Value(int64_t count, Value at)>;
  /// Whether no step says yes; the first that does is the last.
  Value none(Value n, int64_t count, Test test) {
    const auto [at, found] = search(index(0), n, truth(false), count, test);
    return arith::XOrIOp::create(b, search(at, n, found, 1, test).second,
                                 truth(true));
  }
  std::pair<Value, Value> search(Value first, Value n, Value found, int64_t count,
                                 Test test) {
    auto loop = scf::WhileOp::create(
        b, TypeRange{b.getI64Type(), b.getI1Type()}, ValueRange{first, found},
        [&](OpBuilder &, Location, ValueRange state) {
          const OpBuilder::InsertionGuard guard(b);
          b.setInsertionPointToEnd(state[0].getParentBlock());
          const Value end = add(state[0], index(count));
          const Value goesOn = arith::AndIOp::create(
              b, compare(Predicate::ule, end, n),
              arith::XOrIOp::create(b, state[1], truth(true)));
          scf::ConditionOp::create(b, goesOn, state);
        },
        [&](OpBuilder &, Location, ValueRange state) {
          const OpBuilder::InsertionGuard guard(b);
          b.setInsertionPointToEnd(state[0].getParentBlock());
          const Value next = test(count, state[0]);
          const Value end = add(state[0], index(count));
          scf::YieldOp::create(b, ValueRange{end, next});
        });
    return {loop.getResult(0), loop.getResult(1)};
  }
  Value asNumber(Value isTrue) {
    return arith::ExtUIOp::create(b, b.getI32Type(), isTrue);
  }

  ImplicitLocOpBuilder b;
  Type pointer;
  LLVM::LLVMFuncOp function;
  OpBuilder::InsertPoint outside;
  SmallVector<LLVM::LLVMFuncOp> functions; ///< In the order of the table.
};

void TestKernelBuilder::gather(uint32_t numInputs) {
  begin("gather" + std::to_string(numInputs), b.getI32Type(),
        {pointer, b.getI32Type(), pointer, b.getI64Type(), pointer});
  const Value table = argument(0), stride = argument(1), n = argument(3),
              outputs = argument(4);
  SmallVector<Value> columns;
  for (uint32_t i = 0; i < numInputs; ++i)
    columns.push_back(LLVM::LoadOp::create(
        b, pointer,
        LLVM::GEPOp::create(b, pointer, pointer, argument(2),
                            ArrayRef<LLVM::GEPArg>{int32_t(i)})));
  const Value isPending =
      forAll(n, valueLanes, truth(false), [&](int64_t count, Value at, Value before) {
        const VectorType words = lanes(count, 32), values = lanes(count, 16);
        const Value strides = vector::BroadcastOp::create(b, words, stride);
        Value position, isInside, areKnown;
        for (const Value column : columns) {
          const Value input = load(count, 16, column, at);
          const Value wide = arith::ExtUIOp::create(b, words, input);
          const Value below = compare(Predicate::ult, wide, strides);
          isInside = isInside ? both(isInside, below) : below;
          areKnown = areKnown ? both(areKnown, isKnown(input)) : isKnown(input);
          position = position ? add(multiply(position, strides), wide) : wide;
        }
        // Lanes that are outside read the first entry.
        const Value safe =
            arith::SelectOp::create(b, isInside, position, number(words, 0));
        const Value addresses = LLVM::GEPOp::create(
            b, VectorType::get({count}, pointer), b.getI16Type(), table,
            ValueRange{safe});
        const Value found = LLVM::masked_gather::create(
            b, values, addresses, number(lanes(count, 1), 1),
            ValueRange{number(values, 0)}, /*alignment=*/2);
        const Value inside = arith::SelectOp::create(
            b, isInside, found, number(values, int16_t(mplrt::kPendingValue)));
        const Value output = arith::SelectOp::create(
            b, areKnown, inside, number(values, int16_t(mplrt::kUnknownValue)));
        store(output, 16, outputs, at);
        const Value pending = compare(
            Predicate::eq, output, number(values, int16_t(mplrt::kPendingValue)));
        return either(before, any(pending));
      });
  end(asNumber(isPending));
}

/// Ends with the first step in which two known values are related like this.
void TestKernelBuilder::compareUntil(StringRef name, Predicate refuting) {
  begin(name, b.getI32Type(), {pointer, pointer, b.getI64Type()});
  const Value holds =
      none(argument(2), valueLanes, [&](int64_t count, Value at) {
        const Value left = load(count, 16, argument(0), at);
        const Value right = load(count, 16, argument(1), at);
        return any(both(both(isKnown(left), isKnown(right)),
                        compare(refuting, left, right)));
      });
  end(asNumber(holds));
}

/// A step's truth values are 16 bits; as words are stored with their lowest bits first,
/// those of step k are the k-th 16 bits of the set.
void TestKernelBuilder::compare() {
  begin("compare", voidType(), {pointer, pointer, b.getI64Type(), pointer, pointer});
  const Value n = argument(2), equal = argument(3), different = argument(4);
  const Type part = b.getIntegerType(valueLanes);
  const Value none = index(0), count = index(valueLanes), bits = index(wordBits);
  const Value isEmpty = compare(Predicate::eq, n, none);
  auto hasLast = scf::IfOp::create(b, arith::XOrIOp::create(b, isEmpty, truth(true)),
                                   /*withElseRegion=*/false);
  {
    const OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(hasLast.thenBlock());
    const Value last = arith::DivUIOp::create(
        b, arith::SubIOp::create(b, n, index(1)), bits);
    for (const Value set : {equal, different})
      LLVM::StoreOp::create(b, none, address(set, wordBits, last), wordBits / 8);
  }
  /// Of these lanes, as a vector of truth values.
  auto related = [&](int64_t lanesNow, Value at, Predicate predicate) {
    const Value left = load(lanesNow, 16, argument(0), at);
    const Value right = load(lanesNow, 16, argument(1), at);
    return both(both(isKnown(left), isKnown(right)), compare(predicate, left, right));
  };
  const Value steps = arith::DivUIOp::create(b, n, count);
  const Value rest = multiply(steps, count);
  for (const auto &[set, predicate] :
       {std::pair(equal, Predicate::eq), std::pair(different, Predicate::ne)}) {
    loop(none, steps, 1, none, [&](int64_t, Value step, Value) {
      const Value truths = related(valueLanes, multiply(step, count), predicate);
      const Value word = vector::ExtractOp::create(
          b, vector::BitCastOp::create(b, lanes(1, valueLanes), truths), 0);
      LLVM::StoreOp::create(b, word, address(set, valueLanes, step), valueLanes / 8);
      return none;
    });
    const Value last =
        loop(rest, n, 1, number(part, 0), [&](int64_t, Value at, Value word) {
          const Value is =
              vector::ExtractOp::create(b, related(1, at, predicate), 0);
          const Value place = arith::TruncIOp::create(
              b, part, arith::SubIOp::create(b, at, rest));
          return either(word, arith::ShLIOp::create(
                                  b, arith::ExtUIOp::create(b, part, is), place));
        });
    auto isRest = scf::IfOp::create(b, compare(Predicate::ult, rest, n),
                                    /*withElseRegion=*/false);
    const OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(isRest.thenBlock());
    LLVM::StoreOp::create(b, last, address(set, valueLanes, steps), valueLanes / 8);
  }
  end({});
}

void TestKernelBuilder::compareSets(StringRef name, bool isSubset) {
  begin(name, b.getI32Type(), {pointer, pointer, b.getI64Type()});
  const Value holds =
      none(argument(2), wordLanes, [&](int64_t count, Value at) {
        const Value left = load(count, wordBits, argument(0), at);
        Value right = load(count, wordBits, argument(1), at);
        const VectorType type = lanes(count, wordBits);
        if (isSubset)
          right = arith::XOrIOp::create(b, right, number(type, -1));
        return any(compare(Predicate::ne, both(left, right), number(type, 0)));
      });
  end(asNumber(holds));
}

void TestKernelBuilder::countCommon() {
  begin("countCommon", b.getI64Type(), {pointer, pointer, b.getI64Type()});
  const Value sum = forAll(
      argument(2), wordLanes, index(0), [&](int64_t count, Value at, Value before) {
        const Value common = both(load(count, wordBits, argument(0), at),
                                  load(count, wordBits, argument(1), at));
        const Value bits = LLVM::CtPopOp::create(b, common);
        return add(before,
                   vector::ReductionOp::create(b, vector::CombiningKind::ADD, bits));
      });
  end(sum);
}

void TestKernelBuilder::writeTable(StringRef name) {
  const Type type = LLVM::LLVMArrayType::get(pointer, functions.size());
  auto global = LLVM::GlobalOp::create(b, type, /*isConstant=*/true,
                                       LLVM::Linkage::External, name, Attribute());
  const OpBuilder::InsertionGuard guard(b);
  b.createBlock(&global.getInitializerRegion());
  Value all = LLVM::ZeroOp::create(b, type);
  for (auto [i, entry] : llvm::enumerate(functions))
    all = LLVM::InsertValueOp::create(b, all, LLVM::AddressOfOp::create(b, entry),
                                      int64_t(i));
  LLVM::ReturnOp::create(b, all);
}

} // namespace

void buildTestKernels(ModuleOp module, StringRef table) {
  module.getContext()
      ->loadDialect<arith::ArithDialect, LLVM::LLVMDialect, scf::SCFDialect,
                    vector::VectorDialect>();
  TestKernelBuilder kernels(module);
  for (uint32_t inputs = 1; inputs <= mplrt::kMaxGatherInputs; ++inputs)
    kernels.gather(inputs);
  kernels.compareUntil("agree", Predicate::ne);
  kernels.compareUntil("differ", Predicate::eq);
  kernels.compare();
  kernels.compareSets("isDisjoint", /*isSubset=*/false);
  kernels.compareSets("isSubset", /*isSubset=*/true);
  kernels.countCommon();
  kernels.writeTable(table);
}

void addTestKernelsToLLVMPasses(OpPassManager &passes) {
  passes.addPass(createSCFToControlFlowPass());
  passes.addPass(createConvertVectorToLLVMPass());
  passes.addPass(createArithToLLVMConversionPass());
  passes.addPass(createConvertControlFlowToLLVMPass());
  passes.addPass(createReconcileUnrealizedCastsPass());
}

} // namespace mplc
