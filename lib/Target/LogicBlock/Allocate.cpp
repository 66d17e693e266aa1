//===- Allocate.cpp - Registers and banks ---------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Both are computed in lib/Machine; the passes carry them over to operations.
//
//===----------------------------------------------------------------------===//

#include "mplc/Target/LogicBlock/Passes.h"

#include "lib/Target/LogicBlock/Units.h"

#include "dialects/LBM/LBM.h"

#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_LBMALLOCATEREGISTERS
#define GEN_PASS_DEF_LBMALLOCATEBANKS
#include "lib/Target/LogicBlock/Passes.h.inc"

namespace {

struct LBMAllocateRegistersPass
    : impl::LBMAllocateRegistersBase<LBMAllocateRegistersPass> {
  void runOnOperation() override {
    const lbm::TableNames tables = lbm::tableNames(getOperation());
    unsigned highest = 0;
    for (Operation &op : *getOperation().getBody()) {
      if (!isa<lbm::PlanOp, lbm::RoutineOp>(op))
        continue;
      if (failed(allocate(&op, tables, highest)))
        return signalPassFailure();
    }
    numRegisters += highest;
  }

  LogicalResult allocate(Operation *unit, const lbm::TableNames &tables,
                         unsigned &highest) {
    auto code = lbm::instructionsOf(unit);
    if (failed(code))
      return failure();
    if (lbm::isAllocated(unit))
      return success();
    std::string error;
    machine::AllocationCounts counts;
    if (!machine::allocateRegisters(*code, error, counts))
      return unit->emitOpError(error);
    numRemade += counts.remade;
    highest = std::max(highest, counts.highest);
    Block &block = unit->getRegion(0).front();
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      op.erase();
    OpBuilder builder = OpBuilder::atBlockBegin(&block);
    lbm::buildInstructions(builder, unit->getLoc(), *code, tables,
                           /*isAllocated=*/true);
    return success();
  }
};

struct LBMAllocateBanksPass : impl::LBMAllocateBanksBase<LBMAllocateBanksPass> {
  void runOnOperation() override {
    auto machines = llvm::to_vector(getOperation().getOps<lbm::MachineOp>());
    if (machines.size() != 1) {
      getOperation().emitError("has no lbm.machine: how many banks are there?");
      return signalPassFailure();
    }
    auto ops = llvm::to_vector(getOperation().getOps<lbm::TableOp>());
    std::vector<machine::Table> tables;
    for (lbm::TableOp op : ops) {
      if (op.getArity() > machines[0].getColumns()) {
        op.emitOpError("has more columns than the machine");
        return signalPassFailure();
      }
      tables.emplace_back().arity = op.getArity();
      numLists += op.getArity();
    }
    numFullest += machine::allocateBanks(tables, machines[0].getColumns());
    Builder builder(&getContext());
    for (auto [op, table] : llvm::zip(ops, tables)) {
      SmallVector<int32_t> lists(table.base.begin(),
                                 table.base.begin() + table.arity);
      op.setRotationAttr(builder.getI32IntegerAttr(table.rotation));
      op.setListsAttr(builder.getDenseI32ArrayAttr(lists));
    }
  }
};

} // namespace
} // namespace mplc
