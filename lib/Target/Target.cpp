//===- Target.cpp - The targets of this compiler --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Target/Target.h"
#include "lib/Target/LogicBlock/LogicBlock.h"
#include "lib/Target/Native/Native.h"

#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using namespace mlir;

namespace mplc {

llvm::ArrayRef<const Target *> allTargets() {
  static const Target *const targets[] = {&nativeTarget(),
                                          &logicBlockTarget()};
  return targets;
}

const Target *findTarget(llvm::StringRef name) {
  for (const Target *target : allTargets())
    if (target->getName() == name)
      return target;
  return nullptr;
}

const Product *findProduct(const Target &target, llvm::StringRef name) {
  for (const Product &product : target.getProducts())
    if (product.name == name)
      return &product;
  return nullptr;
}

std::unique_ptr<llvm::ToolOutputFile> openOutput(ModuleOp module,
                                                 StringRef path, bool isText) {
  std::error_code error;
  auto file = std::make_unique<llvm::ToolOutputFile>(
      path, error,
      isText ? llvm::sys::fs::OF_TextWithCRLF : llvm::sys::fs::OF_None);
  if (!error)
    return file;
  emitError(UnknownLoc::get(module.getContext()))
      << "cannot write '" << path << "': " << error.message();
  return nullptr;
}

LogicalResult printModule(ModuleOp module, StringRef path) {
  auto file = openOutput(module, path, /*isText=*/true);
  if (!file)
    return failure();
  module.print(file->os());
  file->os() << '\n';
  file->keep();
  return success();
}

} // namespace mplc
