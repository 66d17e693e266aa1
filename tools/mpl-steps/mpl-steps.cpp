//===- mpl-steps.cpp - Compile the libraries of kernels -------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A tool of the build: writes the object files that become part of the runtime
// library, the one with every step kernel, by the same passes as a theory's kernels,
// and those with the kernels that candidates are tested with.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/PlanBuilder.h"
#include "mplc/Conversion/TestKernels.h"
#include "mplc/Target/Target.h"

#include "dialects/Plan/Plan.h"

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/MLIRContext.h"
#include "mlir/IR/OwningOpRef.h"
#include "mlir/Pass/PassManager.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"

namespace cl = llvm::cl;

static cl::OptionCategory category("Options");
static cl::opt<std::string> output("o", cl::desc("Where to write"),
                                   cl::value_desc("file"), cl::init("-"),
                                   cl::cat(category));
static cl::opt<std::string>
    support("support", cl::desc("Bitcode of the runtime's support functions"),
            cl::value_desc("file"), cl::cat(category));
static cl::opt<std::string> cpu("cpu", cl::desc("Processor, or 'native'"),
                                cl::init("native"), cl::cat(category));
static cl::opt<std::string>
    emit("emit", cl::desc("What to write: plan (as built), llvm, llvm-ir or obj"),
         cl::init("obj"), cl::cat(category));
static cl::opt<std::string>
    tests("tests", cl::desc("Compile the test kernels, with a table of this name"),
          cl::value_desc("symbol"), cl::cat(category));

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::HideUnrelatedOptions(category);
  cl::ParseCommandLineOptions(argc, argv, "Compiles the step library, or the test kernels\n");

  mlir::MLIRContext context;
  context.loadDialect<mplc::plan::PlanDialect>();
  mlir::OwningOpRef<mlir::ModuleOp> module =
      mlir::ModuleOp::create(mlir::UnknownLoc::get(&context));
  if (tests.empty())
    mplc::buildStepLibrary(*module);
  else
    mplc::buildTestKernels(*module, tests);

  if (emit == "plan")
    return succeeded(mplc::printModule(*module, output)) ? 0 : 1;
  const mplc::Target *native = mplc::findTarget("native");
  mplc::TargetOptions options;
  options.product = mplc::findProduct(*native, emit);
  if (!options.product) {
    llvm::errs() << "mpl-steps: error: cannot write '" << emit << "'\n";
    return 1;
  }
  if (!tests.empty()) {
    mlir::PassManager passes(&context);
    mplc::addTestKernelsToLLVMPasses(passes);
    if (failed(passes.run(*module)))
      return 1;
  }
  options.output = output;
  options.support = support;
  options.cpu = cpu;
  return succeeded(native->emit(*module, options)) ? 0 : 1;
}
