//===- Native.h - Code for the machine it is compiled on --------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TARGET_NATIVE_NATIVE_H
#define MPLC_LIB_TARGET_NATIVE_NATIVE_H

#include "mplc/Target/Target.h"

#include "llvm/IR/Module.h"
#include "llvm/Support/Error.h"
#include "llvm/Target/TargetMachine.h"

#include <memory>

namespace mplc {

const Target &nativeTarget();

/// A machine for `cpu`, or for this computer if it is `native`, that optimises at
/// the level.
llvm::Expected<std::unique_ptr<llvm::TargetMachine>>
createTargetMachine(const TargetOptions &options, unsigned level);

/// Links the support functions that `module` uses into it, as functions of its
/// own, so that they can be inlined and what remains of them is private.
llvm::Error linkSupport(llvm::Module &module, llvm::StringRef bitcode);

/// Runs LLVM's pipeline of that level.
void optimise(llvm::Module &module, llvm::TargetMachine &machine,
              unsigned level);

/// Links an object file with the runtime.
llvm::Error linkExecutable(llvm::StringRef object, llvm::StringRef output,
                           const TargetOptions &options);

} // namespace mplc

#endif // MPLC_LIB_TARGET_NATIVE_NATIVE_H
