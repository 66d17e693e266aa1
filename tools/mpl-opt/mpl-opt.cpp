//===- mpl-opt.cpp - Run passes on any stage ------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/Passes.h"
#include "mplc/Target/LogicBlock/Passes.h"
#include "mplc/Transforms/Passes.h"

#include "dialects/Horn/Horn.h"
#include "dialects/LBM/LBM.h"
#include "dialects/MPL/MPL.h"
#include "dialects/Plan/Plan.h"

#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlow.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "mlir/Transforms/Passes.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  registry.insert<mplc::horn::HornDialect, mplc::lbm::LBMDialect,
                  mplc::mpl::MPLDialect,
                  mplc::plan::PlanDialect, mlir::arith::ArithDialect,
                  mlir::cf::ControlFlowDialect, mlir::func::FuncDialect,
                  mlir::LLVM::LLVMDialect, mlir::scf::SCFDialect>();
  mplc::registerMPLTransformsPasses();
  mplc::registerConversionPasses();
  mplc::registerConversionPipelines();
  mplc::registerLogicBlockPasses();
  mlir::registerTransformsPasses();
  mlir::registerSCFToControlFlowPass();
  mlir::registerConvertFuncToLLVMPass();
  mlir::registerArithToLLVMConversionPass();
  mlir::registerConvertControlFlowToLLVMPass();
  return failed(mlir::MlirOptMain(
      argc, argv, "Runs the passes of mplc on any of its stages\n", registry));
}
