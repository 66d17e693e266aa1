//===- FunctionWriter.h - Writing one kernel function -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The vocabulary of generated functions: arithmetic on 32-bit numbers, calls of
// support functions, control flow, and the layouts of
// runtime/layout/KernelABI.h.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_CONVERSION_FUNCTIONWRITER_H
#define MPLC_LIB_CONVERSION_FUNCTIONWRITER_H

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

#include <map>

namespace mplc {

/// Declares support functions when they are first called.
class SupportFunctions {
public:
  explicit SupportFunctions(mlir::ModuleOp module)
      : builder(mlir::OpBuilder::atBlockBegin(module.getBody())),
        loc(module.getLoc()) {}

  mlir::func::FuncOp get(llvm::StringRef name, mlir::FunctionType type) {
    mlir::func::FuncOp &declared = functions[name];
    if (!declared) {
      declared = mlir::func::FuncOp::create(builder, loc, name, type);
      declared.setPrivate();
    }
    return declared;
  }

private:
  mlir::OpBuilder builder;
  const mlir::Location loc;
  llvm::StringMap<mlir::func::FuncOp> functions;
};

/// The 32-bit words of a Step, as fields of its struct type.
enum class StepWord { Relation = 1, Slot, Rule, Premise, Strict, Extra };

class FunctionWriter {
public:
  /// Makes the function `name` before `source`: kernels and shapes take (block,
  /// row, parameters), steps (block, step, environment).
  FunctionWriter(mlir::Operation *source, llvm::StringRef name,
                 SupportFunctions &support);
  /// Ends the function.
  ~FunctionWriter();
  FunctionWriter(const FunctionWriter &) = delete;

protected:
  void setLoc(mlir::Location at) { loc = at; }
  mlir::Type i32Type() { return builder.getI32Type(); }
  mlir::Type pointerType() {
    return mlir::LLVM::LLVMPointerType::get(builder.getContext());
  }

  mlir::Value argument(unsigned index) { return function.getArgument(index); }
  mlir::Value block() { return argument(0); }

  mlir::Value i32(uint32_t number);
  mlir::Value add(mlir::Value a, mlir::Value b) {
    return mlir::arith::AddIOp::create(builder, loc, a, b);
  }
  mlir::Value subtract(mlir::Value a, mlir::Value b) {
    return mlir::arith::SubIOp::create(builder, loc, a, b);
  }
  mlir::Value both(mlir::Value a, mlir::Value b) {
    return mlir::arith::AndIOp::create(builder, loc, a, b);
  }
  mlir::Value select(mlir::Value condition, mlir::Value a, mlir::Value b) {
    return mlir::arith::SelectOp::create(builder, loc, condition, a, b);
  }
  mlir::Value equal(mlir::Value a, mlir::Value b) {
    return compare(mlir::arith::CmpIPredicate::eq, a, b);
  }
  mlir::Value below(mlir::Value a, mlir::Value b) {
    return compare(mlir::arith::CmpIPredicate::ult, a, b);
  }
  mlir::Value atMost(mlir::Value a, mlir::Value b) {
    return compare(mlir::arith::CmpIPredicate::ule, a, b);
  }

  /// Calls a support function; `result` is its type, or null for none.
  mlir::Value call(llvm::StringRef name, mlir::Type result,
                   mlir::ValueRange arguments);

  /// The address of numbers in memory of the function's own.
  mlir::Value array(mlir::ValueRange numbers);

  /// Word `index` of a shared kernel's parameters.
  mlir::Value parameter(uint32_t index);

  /// Steps: a word of the descriptor, the register number of a column, and what
  /// the register holds.
  mlir::Value descriptor(StepWord word);
  mlir::Value stepRegister(uint32_t column);
  mlir::Value loadRegister(uint32_t column);
  void storeRegister(uint32_t column, mlir::Value value);
  void callNextStep();

  /// Goes on writing where `condition` holds.
  void beginIf(mlir::Value condition);

  /// A loop over rows, until `next` gives none.
  void forEachRow(mlir::Value first,
                  llvm::function_ref<mlir::Value(mlir::Value)> next,
                  llvm::function_ref<void(mlir::Value)> body);

  mlir::OpBuilder::InsertPoint save() { return builder.saveInsertionPoint(); }
  void restore(mlir::OpBuilder::InsertPoint point) {
    builder.restoreInsertionPoint(point);
  }

private:
  mlir::Value compare(mlir::arith::CmpIPredicate predicate, mlir::Value a,
                      mlir::Value b) {
    return mlir::arith::CmpIOp::create(builder, loc, predicate, a, b);
  }
  mlir::Type stepType();
  mlir::Value load(mlir::Value address) {
    return mlir::LLVM::LoadOp::create(builder, loc, i32Type(), address);
  }
  mlir::Value address(mlir::Type element, mlir::Value base,
                      llvm::ArrayRef<mlir::LLVM::GEPArg> indices) {
    return mlir::LLVM::GEPOp::create(builder, loc, pointerType(), element, base,
                                     indices);
  }

  mlir::OpBuilder builder;
  mlir::Location loc;
  SupportFunctions &support;
  mlir::func::FuncOp function;
  std::map<uint32_t, mlir::Value> constants; ///< At the start of the function.
};

} // namespace mplc

#endif // MPLC_LIB_CONVERSION_FUNCTIONWRITER_H
