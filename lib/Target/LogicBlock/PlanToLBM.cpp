//===- PlanToLBM.cpp - Kernels as straight lines --------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A kernel is a nest with one way through it, so that the line is there already:
// the new row, then what is nested in it, then what is nested in that. Comparisons of
// the new row with constants become part of taking it apart. Constants that only
// later operations need are loaded after it, as most new rows do not fit, and before
// the first iterator, so that it is done once.
//
// The result is what machine::translate() gives for the same rule.
//
//===----------------------------------------------------------------------===//

#include "mplc/Target/LogicBlock/Passes.h"

#include "lib/Target/LogicBlock/Units.h"

#include "dialects/LBM/LBM.h"
#include "dialects/Plan/Plan.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_CONVERTPLANTOLBM
#include "lib/Target/LogicBlock/Passes.h.inc"

namespace {

using machine::Instruction;
using machine::Op;

/// The tables and elements that names stand for: those of the module, and in an
/// instance of a shape the actual ones for the formal ones.
using Scope = DenseMap<StringAttr, Operation *>;

/// Lowers one kernel, or one instance of a shape.
class KernelLowering {
public:
  KernelLowering(const Scope &scope, const calculus::Program &program)
      : scope(scope), program(program) {}

  FailureOr<std::vector<Instruction>> run(Operation *unit, Region &body,
                                          FlatSymbolRefAttr table,
                                          uint32_t pivot, uint32_t ofRule) {
    rule = ofRule;
    Operation *first = only(body.front(), unit);
    if (!first)
      return failure();
    first = takePivot(body, table, pivot, first);
    if (!first || failed(loadConstants(first)) || failed(lower(first)))
      return failure();
    return std::move(code);
  }

  uint32_t premises = 1; ///< Matched; what a match reports.
  uint32_t pivotRelation = 0;

private:
  uint32_t idOf(FlatSymbolRefAttr table) {
    return *cast<plan::TableOp>(scope.lookup(table.getAttr())).getId();
  }
  uint32_t elementOf(plan::ConstantOp constant) {
    return *cast<plan::ElementOp>(
                scope.lookup(constant.getElementAttr().getAttr()))
                .getIndex();
  }

  /// The one operation of a nest besides constants and declarations.
  Operation *only(Block &block, Operation *parent) {
    Operation *result = nullptr;
    for (Operation &op : block) {
      if (isa<plan::ConstantOp, plan::TableOp, plan::ElementOp>(op))
        continue;
      if (result) {
        op.emitError("has an operation beside it: a plan of the machine is a "
                     "straight line");
        return nullptr;
      }
      result = &op;
    }
    if (!result)
      parent->emitError("does nothing");
    return result;
  }

  //===--- Values ----------------------------------------------------------===//

  uint16_t value(Value id) {
    if (auto constant = id.getDefiningOp<plan::ConstantOp>())
      return constants.lookup(elementOf(constant));
    return values.lookup(id);
  }

  void load(Value id) {
    auto constant = id.getDefiningOp<plan::ConstantOp>();
    if (!constant || constants.count(elementOf(constant)))
      return;
    Instruction i;
    i.op = Op::Const;
    i.columns = 1;
    i.number = elementOf(constant);
    i.reg[0] = constants[i.number] = next++;
    code.push_back(i);
  }

  //===--- The new row -----------------------------------------------------===//

  /// Also takes the comparisons that follow; gives what comes after them.
  Operation *takePivot(Region &body, FlatSymbolRefAttr table, uint32_t pivot,
                       Operation *op) {
    Block &block = body.front();
    DenseMap<Value, Value> equals; // Columns that are constants.
    SmallVector<plan::SameOp> others;
    while (auto same = dyn_cast<plan::SameOp>(op)) {
      Value column = same.getLeft(), constant = same.getRight();
      if (!isConstant(constant))
        std::swap(column, constant);
      if (isConstant(constant) && isColumn(column, block) &&
          equals.try_emplace(column, constant).second)
        ;
      else
        others.push_back(same);
      op = only(same.getBody().front(), same);
      if (!op)
        return nullptr;
    }
    pivotRelation = idOf(table);
    Instruction i;
    i.op = Op::New;
    i.columns = uint8_t(block.getNumArguments());
    i.relation = pivotRelation;
    i.premise = pivot;
    for (BlockArgument column : block.getArguments())
      if (Value constant = equals.lookup(column))
        load(constant);
    for (auto [c, column] : llvm::enumerate(block.getArguments())) {
      if (Value constant = equals.lookup(column)) {
        i.known |= uint8_t(1u << c);
        i.reg[c] = value(constant);
      } else {
        i.reg[c] = next++;
      }
      values[column] = i.reg[c];
    }
    code.push_back(i);
    for (plan::SameOp same : others) {
      load(same.getLeft());
      load(same.getRight());
      pair(Op::Same, same.getLeft(), same.getRight());
    }
    return op;
  }

  static bool isConstant(Value id) {
    return isa_and_nonnull<plan::ConstantOp>(id.getDefiningOp());
  }
  static bool isColumn(Value id, Block &block) {
    auto argument = dyn_cast<BlockArgument>(id);
    return argument && argument.getOwner() == &block;
  }

  //===--- What follows ----------------------------------------------------===//

  LogicalResult loadConstants(Operation *op) {
    for (;;) {
      for (Value operand : op->getOperands())
        load(operand);
      if (op->getNumRegions() == 0)
        return success();
      op = only(op->getRegion(0).front(), op);
      if (!op)
        return failure();
    }
  }

  LogicalResult lower(Operation *op) {
    for (;;) {
      const bool isKnown =
          llvm::TypeSwitch<Operation *, bool>(op)
              .Case([&](plan::SameOp same) {
                pair(Op::Same, same.getLeft(), same.getRight());
                return true;
              })
              .Case([&](plan::ProbeOp probe) {
                return match(Op::Probe, probe, probe.getKnown(),
                             probe.getInputs());
              })
              .Case([&](plan::ScanOp scan) {
                return match(Op::Scan, scan, scan.getKnown(), scan.getInputs());
              })
              .Case([&](plan::AllOp all) {
                const SmallVector<bool> known(
                    all.getBody().getNumArguments(), false);
                return match(Op::All, all, known, {});
              })
              .Default([&](Operation *leaf) { return act(leaf); });
      if (!isKnown)
        return op->emitError("has no instruction");
      if (op->getNumRegions() == 0)
        return success();
      op = &*llvm::find_if(op->getRegion(0).front(), [](Operation &nested) {
        return !isa<plan::ConstantOp>(nested);
      });
    }
  }

  template <typename OpTy>
  bool match(Op kind, OpTy op, ArrayRef<bool> known, ValueRange inputs) {
    ++premises;
    Instruction i;
    i.op = kind;
    i.columns = uint8_t(known.size());
    i.relation = idOf(op.getTableAttr());
    i.premise = op.getPremise().value_or(0);
    i.flag = op.getBound() == plan::Bound::Older;
    auto input = inputs.begin();
    auto bound = op.getBody().getArguments().begin();
    for (unsigned c = 0; c < known.size(); ++c) {
      if (known[c]) {
        i.known |= uint8_t(1u << c);
        i.reg[c] = value(*input++);
      } else {
        values[*bound++] = i.reg[c] = next++;
      }
    }
    code.push_back(i);
    return op.getBound() != plan::Bound::Given;
  }

  void pair(Op kind, Value left, Value right) {
    Instruction i;
    i.op = kind;
    i.columns = 2;
    i.reg[0] = value(left);
    i.reg[1] = value(right);
    code.push_back(i);
  }

  bool act(Operation *op) {
    Instruction i;
    for (Value operand : op->getOperands())
      i.reg[i.columns++] = value(operand);
    const bool isKnown =
        llvm::TypeSwitch<Operation *, bool>(op)
            .Case([&](plan::DeriveOp derive) {
              i.op = Op::Derive;
              i.relation = idOf(derive.getTableAttr());
              return true;
            })
            .Case([&](plan::EquateOp) {
              i.op = Op::Equate;
              return true;
            })
            .Case([&](plan::RefuteOp) {
              i.op = Op::Refute;
              return true;
            })
            .Case([&](plan::ReachOp) {
              i.op = Op::Reach;
              return true;
            })
            .Case([&](plan::CreateOp create) {
              i.op = Op::Create;
              i.relation = idOf(create.getTableAttr());
              i.premise = create.getCore().value_or(0);
              i.flag = create.getUnfold();
              premises = 0; // The demand of an application reports nothing.
              return true;
            })
            .Case([&](plan::InventOp invent) {
              i.op = Op::Invent;
              i.relation = machine::existentialNumber(program, rule);
              i.premise = invent.getCore();
              i.flag = invent.getUnfold();
              return i.relation != calculus::none;
            })
            .Default([](Operation *) { return false; });
    code.push_back(i);
    return isKnown;
  }

  const Scope &scope;
  const calculus::Program &program;
  uint32_t rule = 0;
  std::vector<Instruction> code;
  DenseMap<Value, uint16_t> values;
  DenseMap<uint32_t, uint16_t> constants;
  uint16_t next = 0;
};

struct ConvertPlanToLBMPass : impl::ConvertPlanToLBMBase<ConvertPlanToLBMPass> {
  void runOnOperation() override {
    if (failed(convert(getOperation())))
      signalPassFailure();
  }

  LogicalResult convert(ModuleOp module) {
    auto texts = llvm::to_vector(module.getOps<plan::ProgramOp>());
    if (texts.size() != 1)
      return module.emitError("has no plan.program: sorts and witnesses come "
                              "from it");
    std::string error;
    const auto program = calculus::parse(texts[0].getText(), error);
    if (!program)
      return texts[0].emitError("cannot be read: ") << error;
    error = machine::refuse(*program);
    if (!error.empty())
      return texts[0].emitError(error);

    OpBuilder builder(module.getContext());
    builder.setInsertionPointToStart(module.getBody());
    lbm::MachineOp::create(builder, module.getLoc(),
                           machine::columnsFor(*program));
    SmallVector<Operation *> done;
    scope.clear();
    for (Operation &op : *module.getBody())
      if (isa<plan::TableOp, plan::ElementOp>(op))
        scope[SymbolTable::getSymbolName(&op)] = &op;
    if (failed(convertTables(module, *program, builder, done)))
      return failure();
    for (const calculus::Distinct &pair : program->distinct)
      lbm::DistinctOp::create(builder, module.getLoc(),
                              calculus::constantIndex(pair.left),
                              calculus::constantIndex(pair.right));
    for (Operation &op : llvm::make_early_inc_range(*module.getBody())) {
      LogicalResult result = success();
      if (auto kernel = dyn_cast<plan::KernelOp>(op))
        result = convert(kernel, *program);
      else if (auto instance = dyn_cast<plan::InstanceOp>(op))
        result = convert(instance, *program);
      else if (isa<plan::StepOp>(op))
        result = op.emitError("is for native code: the machine runs whole plans");
      if (failed(result))
        return failure();
      if (isa<plan::KernelOp, plan::InstanceOp, plan::ShapeOp, plan::ElementOp>(op))
        done.push_back(&op);
    }
    // Instances need their shapes, and names are free only when their owners go.
    for (Operation *op : done)
      op->erase();
    builder.setInsertionPoint(texts[0]);
    makeRoutines(module, *program, builder);
    return success();
  }

  LogicalResult convertTables(ModuleOp module, const calculus::Program &program,
                              OpBuilder &builder,
                              SmallVectorImpl<Operation *> &done) {
    const auto tables = machine::tablesOf(program);
    tableNames.assign(tables.size(), StringAttr());
    for (auto table : module.getOps<plan::TableOp>()) {
      const uint32_t id = *table.getId();
      if (id >= tables.size() || tables[id].arity != table.getArity() ||
          tables[id].functional != table.getFunctional())
        return table.emitError("is not a relation of plan.program");
      tableNames[id] = table.getSymNameAttr();
      done.push_back(table);
    }
    for (auto [id, table] : llvm::enumerate(tables)) {
      if (!tableNames[id])
        tableNames[id] = builder.getStringAttr(table.name);
      SmallVector<int32_t> sorts;
      for (uint32_t c = 0; c < table.arity; ++c)
        sorts.push_back(table.sort[c] == calculus::none ? -1
                                                        : int32_t(table.sort[c]));
      lbm::TableOp::create(
          builder, module.getLoc(), tableNames[id], builder.getI32IntegerAttr(id),
          builder.getI32IntegerAttr(table.arity),
          table.functional ? builder.getUnitAttr() : UnitAttr(),
          builder.getDenseI32ArrayAttr(sorts), IntegerAttr(),
          DenseI32ArrayAttr());
    }
    return success();
  }

  LogicalResult convert(plan::KernelOp kernel, const calculus::Program &program) {
    return lower(kernel, kernel.getBody(), kernel.getTableAttr(),
                 kernel.getPivot(), kernel.getRule(), scope, program);
  }

  LogicalResult convert(plan::InstanceOp instance,
                        const calculus::Program &program) {
    auto shape = cast<plan::ShapeOp>(SymbolTable::lookupNearestSymbolFrom(
        instance, instance.getShapeAttr()));
    Scope inside = scope;
    for (auto [formal, actual] :
         llvm::zip(shape.getFormals(),
                   instance.getArguments().getAsRange<FlatSymbolRefAttr>()))
      inside[SymbolTable::getSymbolName(formal)] = scope.lookup(actual.getAttr());
    return lower(instance, shape.getBody(), shape.getTableAttr(),
                 shape.getPivot(), instance.getRule(), inside, program);
  }

  LogicalResult lower(Operation *unit, Region &body, FlatSymbolRefAttr table,
                      uint32_t pivot, uint32_t rule, const Scope &names,
                      const calculus::Program &program) {
    KernelLowering lowering(names, program);
    auto code = lowering.run(unit, body, table, pivot, rule);
    if (failed(code))
      return failure();
    OpBuilder builder(unit);
    auto plan = lbm::PlanOp::create(
        builder, unit->getLoc(), SymbolTable::getSymbolName(unit),
        tableNames[lowering.pivotRelation].getValue(), rule, lowering.premises);
    builder.setInsertionPointToStart(&plan.getBody().emplaceBlock());
    lbm::buildInstructions(builder, unit->getLoc(), *code, tableNames,
                           /*isAllocated=*/false);
    ++numPlans;
    numInstructions += code->size() + 1;
    return success();
  }

  void makeRoutines(ModuleOp module, const calculus::Program &program,
                    OpBuilder &builder) {
    SymbolTable symbols(module);
    auto add = [&](const machine::Unit &unit) {
      const bool isLicence = unit.kind == machine::Unit::Kind::Licence;
      auto routine = lbm::RoutineOp::create(
          builder, module.getLoc(), builder.getStringAttr(unit.name),
          isLicence ? FlatSymbolRefAttr::get(tableNames[unit.index])
                    : FlatSymbolRefAttr(),
          isLicence ? IntegerAttr() : builder.getI32IntegerAttr(unit.index),
          builder.getI32IntegerAttr(unit.rule));
      {
        OpBuilder::InsertionGuard guard(builder);
        builder.setInsertionPointToStart(&routine.getBody().emplaceBlock());
        lbm::buildInstructions(builder, module.getLoc(), unit.code, tableNames, false);
      }
      symbols.insert(routine);
      ++numRoutines;
      numInstructions += unit.code.size();
    };
    for (calculus::RelationId r = 0; r < program.relations.size(); ++r)
      if (const auto unit = machine::translateLicence(r, program))
        add(*unit);
    for (calculus::RuleId r = 0; r < program.rules.size(); ++r)
      if (machine::existentialNumber(program, r) != calculus::none)
        add(machine::translateExistential(r, program));
  }

  lbm::TableNames tableNames;
  Scope scope; ///< Of the module.
};

} // namespace
} // namespace mplc
