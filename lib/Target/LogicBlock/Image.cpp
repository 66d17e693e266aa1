//===- Image.cpp - The image of an lbm module -----------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mplc/Target/LogicBlock/Passes.h"

#include "lib/Target/LogicBlock/Units.h"

#include "dialects/LBM/LBM.h"
#include "dialects/Plan/Plan.h"

#include "mlir/Pass/PassManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace mlir;

namespace mplc {
namespace {

LogicalResult addTable(lbm::TableOp op, machine::Image &image) {
  if (op.getId() != image.tables.size())
    return op.emitOpError("is out of order: its id should be ")
           << image.tables.size();
  if (!op.getLists())
    return op.emitOpError("has no banks; lbm-allocate-banks chooses them");
  machine::Table table;
  table.name = op.getSymName().str();
  table.arity = op.getArity();
  table.functional = op.getFunctional();
  table.rotation = *op.getRotation();
  table.sort.fill(calculus::none);
  for (uint32_t c = 0; c < table.arity; ++c) {
    table.base[c] = uint32_t((*op.getLists())[c]);
    if (op.getSorts()[c] >= 0)
      table.sort[c] = uint32_t(op.getSorts()[c]);
  }
  image.tables.push_back(std::move(table));
  return success();
}

LogicalResult addUnit(Operation *op, machine::Unit unit, machine::Image &image) {
  const auto code = lbm::instructionsOf(op);
  if (failed(code))
    return failure();
  if (!lbm::isAllocated(op))
    return op->emitOpError(
        "has no registers; lbm-allocate-registers chooses them");
  unit.name = SymbolTable::getSymbolName(op).str();
  unit.code.insert(unit.code.end(), code->begin(), code->end());
  std::string error;
  for (const machine::Instruction &instruction : unit.code)
    if (!machine::encode(instruction, error))
      return op->emitOpError(error);
  image.units.push_back(std::move(unit));
  return success();
}

uint32_t tableId(Operation *from, FlatSymbolRefAttr name) {
  return SymbolTable::lookupNearestSymbolFrom<lbm::TableOp>(from, name).getId();
}

LogicalResult addPlan(lbm::PlanOp plan, machine::Image &image) {
  machine::Unit unit;
  unit.index = tableId(plan->getParentOp(), plan.getTableAttr());
  unit.rule = plan.getRule();
  machine::Instruction begin;
  begin.op = machine::Op::Plan;
  begin.rule = plan.getRule();
  begin.count = plan.getCount();
  begin.number = machine::kNoAddress;
  unit.code.push_back(begin);
  return addUnit(plan, std::move(unit), image);
}

LogicalResult addRoutine(lbm::RoutineOp routine, machine::Image &image) {
  machine::Unit unit;
  unit.rule = routine.getRule();
  if (routine.getTableAttr()) {
    unit.kind = machine::Unit::Kind::Licence;
    unit.index = tableId(routine->getParentOp(), routine.getTableAttr());
  } else {
    unit.kind = machine::Unit::Kind::Existential;
    unit.index = *routine.getExistential();
  }
  return addUnit(routine, std::move(unit), image);
}

} // namespace

std::optional<machine::Image> imageOf(ModuleOp module) {
  machine::Image image;
  image.columns = 0;
  for (Operation &op : *module.getBody()) {
    LogicalResult result = success();
    if (auto machineOp = dyn_cast<lbm::MachineOp>(op))
      image.columns = machineOp.getColumns();
    else if (auto table = dyn_cast<lbm::TableOp>(op))
      result = addTable(table, image);
    else if (auto pair = dyn_cast<lbm::DistinctOp>(op))
      image.distinct.push_back({pair.getLeft(), pair.getRight()});
    else if (auto plan = dyn_cast<lbm::PlanOp>(op))
      result = addPlan(plan, image);
    else if (auto routine = dyn_cast<lbm::RoutineOp>(op))
      result = addRoutine(routine, image);
    else if (auto program = dyn_cast<plan::ProgramOp>(op))
      image.program = program.getText();
    if (failed(result))
      return std::nullopt;
  }
  if (image.columns == 0) {
    module.emitError("has no lbm.machine");
    return std::nullopt;
  }
  return image;
}

void addPlanToLBMPasses(OpPassManager &passes) {
  passes.addPass(createConvertPlanToLBM());
  passes.addPass(createLBMAllocateRegisters());
  passes.addPass(createLBMAllocateBanks());
}

} // namespace mplc
