//===- Optimise.cpp - Support functions, inlined --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How tables are laid out is written down once, in the runtime's support
// functions. Their bitcode is linked into the kernels before optimisation: a
// probe in a kernel is then a few loads. Only functions that kernels use are
// read (the bitcode is loaded lazily), and whatever is not part of the contract
// with the runtime becomes private, so that it can be inlined and dropped.
//
// Kernels chase pointers: loops over lists have nothing to vectorise, and
// unrolling them only makes code larger. Leaving both out is most of what makes
// -O2 quick.
//
//===----------------------------------------------------------------------===//

#include "lib/Target/Native/Native.h"

#include "llvm/Analysis/TargetLibraryInfo.h"
#include "llvm/Bitcode/BitcodeReader.h"
#include "llvm/IR/DebugInfo.h"
#include "llvm/Linker/Linker.h"
#include "llvm/MC/TargetRegistry.h"
#include "llvm/Passes/PassBuilder.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/Transforms/IPO/Internalize.h"

#include <mutex>

namespace mplc {

llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
createTargetMachine(const TargetOptions &options, unsigned level) {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeNativeTarget();
    llvm::InitializeNativeTargetAsmPrinter();
  });
  const llvm::Triple triple(llvm::sys::getDefaultTargetTriple());
  std::string error;
  const llvm::Target *target =
      llvm::TargetRegistry::lookupTarget(triple, error);
  if (!target)
    return llvm::createStringError(error);

  std::string cpu = options.cpu;
  std::string features;
  if (cpu == "native") {
    cpu = llvm::sys::getHostCPUName().str();
    for (const auto &feature : llvm::sys::getHostCPUFeatures())
      features += (features.empty() ? "" : ",") +
                  std::string(feature.second ? "+" : "-") +
                  feature.first().str();
  }
  constexpr llvm::CodeGenOptLevel levels[] = {
      llvm::CodeGenOptLevel::None, llvm::CodeGenOptLevel::Less,
      llvm::CodeGenOptLevel::Default, llvm::CodeGenOptLevel::Aggressive};
  std::unique_ptr<llvm::TargetMachine> machine(target->createTargetMachine(
      triple, cpu, features, llvm::TargetOptions(), llvm::Reloc::PIC_,
      std::nullopt, levels[level]));
  if (!machine)
    return llvm::createStringError("no code generator for " + triple.str());
  return machine;
}

llvm::Error linkSupport(llvm::Module &module, llvm::StringRef bitcode) {
  auto buffer = llvm::MemoryBuffer::getFile(bitcode);
  if (!buffer)
    return llvm::createStringError(
        buffer.getError(), "cannot read support functions '" + bitcode + "'");
  auto support =
      llvm::getOwningLazyBitcodeModule(std::move(*buffer), module.getContext());
  if (!support)
    return support.takeError();
  (*support)->setDataLayout(module.getDataLayout());
  (*support)->setTargetTriple(module.getTargetTriple());
  llvm::StripDebugInfo(**support);

  if (llvm::Linker::linkModules(module, std::move(*support),
                                llvm::Linker::LinkOnlyNeeded))
    return llvm::createStringError("cannot link support functions '" + bitcode +
                                   "'");
  // The bitcode was made for any processor of this kind; here it is compiled
  // for the same one as the kernels, or it could not be inlined into them.
  for (llvm::Function &function : module) {
    function.removeFnAttr("target-cpu");
    function.removeFnAttr("target-features");
    function.removeFnAttr("tune-cpu");
  }
  return llvm::Error::success();
}

void optimise(llvm::Module &module, llvm::TargetMachine &machine,
              unsigned level) {
  llvm::internalizeModule(module, [](const llvm::GlobalValue &value) {
    return llvm::isa<llvm::GlobalVariable>(value) &&
           (value.getName().starts_with("mpl") ||
            !llvm::cast<llvm::GlobalVariable>(value).isConstant());
  });
  llvm::PipelineTuningOptions tuning;
  tuning.LoopVectorization = false;
  tuning.SLPVectorization = false;
  tuning.LoopUnrolling = false;
  tuning.LoopInterleaving = false;

  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  llvm::PassBuilder passes(&machine, tuning);
  passes.registerModuleAnalyses(modules);
  passes.registerCGSCCAnalyses(components);
  passes.registerFunctionAnalyses(functions);
  passes.registerLoopAnalyses(loops);
  passes.crossRegisterProxies(loops, functions, components, modules);

  const llvm::OptimizationLevel levels[] = {
      llvm::OptimizationLevel::O0, llvm::OptimizationLevel::O1,
      llvm::OptimizationLevel::O2, llvm::OptimizationLevel::O3};
  llvm::ModulePassManager pipeline =
      level == 0 ? passes.buildO0DefaultPipeline(levels[0])
                 : passes.buildPerModuleDefaultPipeline(levels[level]);
  pipeline.run(module, modules);
}

} // namespace mplc
