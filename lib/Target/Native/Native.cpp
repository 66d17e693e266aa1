//===- Native.cpp - Code for the machine it is compiled on ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// plan dialect -> LLVM dialect -> LLVM IR, with the support functions -> object
// -> executable. Each product of TargetOptions is where this path ends.
//
//===----------------------------------------------------------------------===//

#include "lib/Target/Native/Native.h"

#include "mplc/Conversion/Passes.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/IR/LegacyPassManager.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/ToolOutputFile.h"

using namespace mlir;

namespace mplc {
namespace {

constexpr Product kProducts[] = {
    {"llvm", "LLVM dialect", true},
    {"llvm-ir", "LLVM IR, optimised", true},
    {"obj", "object file", false, ".o"},
    {"exe", "executable", false},
};
constexpr const Product &kLLVM = kProducts[0], &kLLVMIR = kProducts[1],
                        &kObject = kProducts[2];

class NativeTarget : public Target {
public:
  StringRef getName() const override { return "native"; }
  StringRef getDescription() const override {
    return "machine code for this computer's processor";
  }
  ArrayRef<Product> getProducts() const override { return kProducts; }
  bool makesPrograms() const override { return true; }
  LogicalResult emit(ModuleOp module,
                     const TargetOptions &options) const override;
};

LogicalResult report(ModuleOp module, llvm::Error error) {
  if (!error)
    return success();
  return emitError(UnknownLoc::get(module.getContext()))
         << llvm::toString(std::move(error));
}

LogicalResult writeObject(ModuleOp module, llvm::Module &code,
                          llvm::TargetMachine &machine, StringRef path) {
  auto file = openOutput(module, path, /*isText=*/false);
  if (!file)
    return failure();
  // Objects are written back to front in places, which a pipe cannot be.
  SmallVector<char, 0> bytes;
  llvm::raw_svector_ostream stream(bytes);
  llvm::legacy::PassManager passes;
  if (machine.addPassesToEmitFile(passes, stream, nullptr,
                                  llvm::CodeGenFileType::ObjectFile))
    return emitError(UnknownLoc::get(module.getContext()))
           << "this processor's code generator writes no object files";
  passes.run(code);
  file->os() << StringRef(bytes.data(), bytes.size());
  file->keep();
  return success();
}

/// A kernel takes 17 ms to optimise and generate, 1 ms as it is. A theory that
/// people write has fewer than a hundred; one with thousands of rules should not
/// take minutes before it starts.
unsigned usualLevel(const llvm::Module &code) {
  constexpr size_t mostOptimised = 512;
  size_t kernels = 0;
  for (const llvm::Function &function : code)
    kernels += !function.isDeclaration();
  return kernels > mostOptimised ? 0 : 2;
}

/// Runs the phases of compilation, each timed if asked for.
class Phases {
public:
  explicit Phases(TimingScope *scope) : scope(scope) {}
  template <typename Run> auto operator()(StringRef name, Run run) const {
    TimingScope phase = scope ? scope->nest(name) : TimingScope();
    return run();
  }

private:
  TimingScope *scope;
};

LogicalResult NativeTarget::emit(ModuleOp module,
                                 const TargetOptions &options) const {
  const Phases phase(options.timing);
  PassManager passes(module.getContext());
  if (options.configure && failed(options.configure(passes)))
    return failure();
  addPlanToLLVMPasses(passes);
  if (failed(passes.run(module)))
    return failure();
  if (options.product == &kLLVM)
    return printModule(module, options.output);

  DialectRegistry translations;
  registerBuiltinDialectTranslation(translations);
  registerLLVMDialectTranslation(translations);
  module.getContext()->appendDialectRegistry(translations);
  llvm::LLVMContext context;
  std::unique_ptr<llvm::Module> code = phase("translate to LLVM IR", [&] {
    return translateModuleToLLVMIR(module, context, "kernels");
  });
  if (!code)
    return failure();

  const unsigned level = options.level.value_or(usualLevel(*code));
  auto machine = createTargetMachine(options, level);
  if (!machine)
    return report(module, machine.takeError());
  code->setDataLayout((*machine)->createDataLayout());
  code->setTargetTriple((*machine)->getTargetTriple());
  if (!options.support.empty() &&
      failed(report(module, phase("link support functions", [&] {
                      return linkSupport(*code, options.support);
                    }))))
    return failure();
  phase("optimise", [&] { optimise(*code, **machine, level); });

  if (options.product == &kLLVMIR) {
    auto file = openOutput(module, options.output, /*isText=*/true);
    if (!file)
      return failure();
    code->print(file->os(), nullptr);
    file->keep();
    return success();
  }
  if (options.product == &kObject)
    return phase("generate code", [&] {
      return writeObject(module, *code, **machine, options.output);
    });

  SmallString<128> object;
  if (std::error_code error =
          llvm::sys::fs::createTemporaryFile("mplc", "o", object))
    return emitError(UnknownLoc::get(module.getContext()))
           << "cannot make a temporary file: " << error.message();
  const llvm::FileRemover remover(object);
  if (failed(phase("generate code", [&] {
        return writeObject(module, *code, **machine, object);
      })))
    return failure();
  return report(module, phase("link", [&] {
                  return linkExecutable(object, options.output, options);
                }));
}

} // namespace

const Target &nativeTarget() {
  static const NativeTarget target;
  return target;
}

} // namespace mplc
