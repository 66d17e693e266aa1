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
#include "llvm/Support/ToolOutputFile.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace mplc {

/// What a target can write: a place on its way where it may end.
struct Product {
  llvm::StringLiteral name; ///< As in `--emit=name`, of one target only.
  llvm::StringLiteral description;
  bool isText;
  llvm::StringLiteral suffix = ""; ///< Of a file named after the input.
};

struct TargetOptions {
  const Product *product = nullptr; ///< One of the target's.
  std::string output = "-"; ///< A path; `-`: standard output.
  /// -O0 to -O3; if nobody says, what the size of the program suggests.
  std::optional<unsigned> level;
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
  /// In the order in which they are made; the last is what is made unless
  /// something else is asked for.
  virtual llvm::ArrayRef<Product> getProducts() const = 0;
  /// Whether the last product is a program for this machine.
  virtual bool makesPrograms() const = 0;
  virtual void registerDialects(mlir::DialectRegistry &registry) const {}

  /// Compiles a module of plans and writes `options.product`; the module is
  /// used up. Errors are diagnostics of the module's context.
  virtual mlir::LogicalResult emit(mlir::ModuleOp module,
                                   const TargetOptions &options) const = 0;
};

/// All targets that this compiler was built with, the default one first.
llvm::ArrayRef<const Target *> allTargets();

/// The target of that name, or null.
const Target *findTarget(llvm::StringRef name);

/// The target's product of that name, or null.
const Product *findProduct(const Target &target, llvm::StringRef name);

/// Opens a file for a product; `-` is standard output. Null, and a diagnostic, if it
/// cannot be written.
std::unique_ptr<llvm::ToolOutputFile>
openOutput(mlir::ModuleOp module, llvm::StringRef path, bool isText);

/// Writes the module as text.
mlir::LogicalResult printModule(mlir::ModuleOp module, llvm::StringRef path);

} // namespace mplc

#endif // MPLC_TARGET_TARGET_H
