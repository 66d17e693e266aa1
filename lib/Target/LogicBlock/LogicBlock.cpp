//===- LogicBlock.cpp - Images of the Logic Block machine -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// plan dialect -> lbm dialect, registers and banks allocated -> image, as a file or
// as assembly text.
//
//===----------------------------------------------------------------------===//

#include "lib/Target/LogicBlock/LogicBlock.h"

#include "mplc/Target/LogicBlock/Passes.h"

#include "dialects/LBM/LBM.h"

#include "mlir/IR/Diagnostics.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;

namespace mplc {
namespace {

constexpr Product kProducts[] = {
    {"lbm", "lbm dialect, registers and banks allocated", true},
    {"lbm-asm", "assembly text", true},
    {"lbm-bin", "image", false, ".lbm"},
};
constexpr const Product &kDialect = kProducts[0], &kAssembly = kProducts[1];

class LogicBlockTarget : public Target {
public:
  StringRef getName() const override { return "lbm"; }
  StringRef getDescription() const override {
    return "image for the Logic Block machine (lbm-sim)";
  }
  ArrayRef<Product> getProducts() const override { return kProducts; }
  bool makesPrograms() const override { return false; }
  void registerDialects(DialectRegistry &registry) const override {
    registry.insert<lbm::LBMDialect>();
  }

  LogicalResult emit(ModuleOp module,
                     const TargetOptions &options) const override {
    PassManager passes(module.getContext());
    if (options.configure && failed(options.configure(passes)))
      return failure();
    addPlanToLBMPasses(passes);
    if (failed(passes.run(module)))
      return failure();
    if (options.product == &kDialect)
      return printModule(module, options.output);

    const std::optional<machine::Image> image = imageOf(module);
    if (!image)
      return failure();
    std::string error;
    const auto bytes = options.product == &kAssembly
                           ? std::optional(machine::disassemble(*image))
                           : machine::writeImage(*image, error);
    if (!bytes)
      return module.emitError(error);
    auto file = openOutput(module, options.output, options.product->isText);
    if (!file)
      return failure();
    file->os() << *bytes;
    file->keep();
    return success();
  }
};

} // namespace

const Target &logicBlockTarget() {
  static const LogicBlockTarget target;
  return target;
}

} // namespace mplc
