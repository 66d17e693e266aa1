//===- HornToPlan.cpp - Plan the rules of a theory ------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the compiler's two halves meet: the horn module is read as plain data,
// planned, and replaced by the plans.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/Passes.h"
#include "mplc/Conversion/PlanBuilder.h"
#include "mplc/Transforms/HornProgram.h"

#include "dialects/MPL/MPL.h"
#include "dialects/Plan/Plan.h"

namespace mplc {

#define GEN_PASS_DEF_CONVERTHORNTOPLAN
#include "lib/Conversion/Passes.h.inc"

namespace {

struct ConvertHornToPlanPass
    : impl::ConvertHornToPlanBase<ConvertHornToPlanPass> {
  void runOnOperation() override {
    mlir::ModuleOp module = getOperation();
    mlir::FailureOr<calculus::Program> program = programOf(module);
    if (failed(program))
      return signalPassFailure();
    std::vector<LocatedMatcher> matchers;
    for (const SourcedMatcher &sourced : matchersOf(module, *program))
      matchers.push_back({sourced.op->getLoc(), sourced.matcher});

    warnAboutExplorations(module, *program);

    std::vector<mlir::Operation *> replaced;
    for (mlir::Operation &op : *module.getBody())
      replaced.push_back(&op);
    // Rules may refer to relations, so users go first.
    for (mlir::Operation *op : llvm::reverse(replaced))
      op->erase();
    module->removeAttr("mpl.source"); // The program text has it now.
    buildPlan(module, *program, matchers);
    count(module);
  }

  /// Whatever an explore form asks for and the program will not do.
  void warnAboutExplorations(mlir::ModuleOp module,
                             const calculus::Program &program) {
    size_t number = 0;
    for (auto explore : module.getOps<mpl::ExploreOp>()) {
      const calculus::Exploration &read = program.explorations[number++];
      auto isUsed = [&](llvm::StringRef symbol) {
        auto names = [&](calculus::RelationId f) {
          return program.relations[f].pattern.back() == symbol ||
                 program.relations[f].predicate == symbol;
        };
        return llvm::any_of(read.functions, names) ||
               llvm::any_of(read.relations, names) ||
               llvm::any_of(read.constants, [&](calculus::Term c) {
          return program.constants[calculus::constantIndex(c)] == symbol;
        });
      };
      for (mlir::Attribute symbol : explore.getSymbols())
        if (!isUsed(llvm::cast<mlir::StringAttr>(symbol).getValue()))
          mlir::emitWarning(explore.getLoc(), "leaves out ")
              << symbol << ", which is no total function, relation or element";
    }
  }

  void count(mlir::ModuleOp module) {
    module.walk([&](mlir::Operation *op) {
      numKernels += llvm::isa<plan::KernelOp>(op);
      numProbes += llvm::isa<plan::ProbeOp>(op);
      numScans += llvm::isa<plan::ScanOp>(op);
      numAll += llvm::isa<plan::AllOp>(op);
    });
  }
};

} // namespace
} // namespace mplc
