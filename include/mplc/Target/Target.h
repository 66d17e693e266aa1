//===- Target.h - What plans are compiled for -------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The seam between the compiler and its back ends. A target takes a module of
// the plan dialect; how far it goes from there is the product that is asked
// for.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_TARGET_TARGET_H
#define MPLC_TARGET_TARGET_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/LLVM.h"
#include "mlir/Support/Timing.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <functional>
#include <string>

namespace mplc {

enum class Product {
  Plan,       ///< The plan dialect, as text.
  LLVM,       ///< The target's own dialect, as text.
  LLVMIR,     ///< LLVM IR after optimisation, as text.
  Object,     ///< Object file.
  Executable, ///< Linked with the runtime.
};

struct TargetOptions {
  Product product = Product::Executable;
  std::string output = "-"; ///< A path; `-`: standard output.
  unsigned level = 2;       ///< -O0 to -O3.
  std::string cpu = "native";
  std::string support; ///< Bitcode of the support functions; empty: none.
  std::string runtime; ///< The static library that executables are linked with.
  std::string linker;  ///< Compiler driver that links; empty: the first found.
  mlir::TimingScope *timing = nullptr; ///< Below it, what each phase costs.
  /// Applied to the target's own pass manager (printing, timing, reproducers).
  std::function<mlir::LogicalResult(mlir::PassManager &)> configure;
};

class Target {
public:
  virtual ~Target() = default;
  virtual llvm::StringRef getName() const = 0;
  virtual llvm::StringRef getDescription() const = 0;
  virtual bool supports(Product product) const = 0;

  /// Compiles a module of plans and writes `options.product`; the module is
  /// used up. Errors are diagnostics of the module's context.
  virtual mlir::LogicalResult emit(mlir::ModuleOp module,
                                   const TargetOptions &options) const = 0;
};

/// All targets that this compiler was built with, the default one first.
llvm::ArrayRef<const Target *> allTargets();

/// The target of that name, or null.
const Target *findTarget(llvm::StringRef name);

} // namespace mplc

#endif // MPLC_TARGET_TARGET_H
