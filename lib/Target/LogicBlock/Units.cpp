//===- Units.cpp - Between lbm operations and instructions ----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One operation is one instruction. What is computed with instructions, register
// allocation and encoding, is in lib/Machine, which the host of a machine has too.
//
//===----------------------------------------------------------------------===//

#include "lib/Target/LogicBlock/Units.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc::lbm {

using machine::Instruction;
using machine::Op;

TableNames tableNames(ModuleOp module) {
  TableNames names;
  for (auto table : module.getOps<TableOp>()) {
    if (names.size() <= table.getId())
      names.resize(table.getId() + 1);
    names[table.getId()] = table.getSymNameAttr();
  }
  return names;
}

//===----------------------------------------------------------------------===//
// To operations
//===----------------------------------------------------------------------===//

namespace {

class Builder {
public:
  Builder(OpBuilder &builder, Location loc, const TableNames &tables,
          bool isAllocated)
      : builder(builder), loc(loc), tables(tables), isAllocated(isAllocated) {}

  void build(const Instruction &i) {
    switch (i.op) {
    case Op::Plan:
      break;
    case Op::New:
      return match<NewOp>(i);
    case Op::Probe:
      return match<ProbeOp>(i);
    case Op::Scan:
      return match<ScanOp>(i);
    case Op::All:
      return match<AllOp>(i);
    case Op::Same:
      SameOp::create(builder, loc, value(i, 0), value(i, 1));
      break;
    case Op::Equate:
      EquateOp::create(builder, loc, value(i, 0), value(i, 1));
      break;
    case Op::Const:
      return source<ConstOp>(i);
    case Op::Input:
      return source<InputOp>(i);
    case Op::Fresh:
      return source<FreshOp>(i);
    case Op::Fetch:
      set(i, 0, FetchOp::create(builder, loc, type(i, 0), i.premise, i.number));
      break;
    case Op::Derive:
      DeriveOp::create(builder, loc, table(i), values(i));
      break;
    case Op::Assert:
      AssertOp::create(builder, loc, table(i), values(i));
      break;
    case Op::Refute:
      RefuteOp::create(builder, loc);
      break;
    case Op::Reach:
      ReachOp::create(builder, loc);
      break;
    case Op::Create:
      CreateOp::create(builder, loc, table(i), values(i),
                       builder.getI32IntegerAttr(i.premise), unit(i.flag));
      break;
    case Op::Invent:
      InventOp::create(builder, loc, builder.getI32IntegerAttr(i.relation),
                       values(i), builder.getI32IntegerAttr(i.premise),
                       unit(i.flag));
      break;
    case Op::Witness:
      WitnessOp::create(builder, loc, i.rule, i.count, i.number);
      break;
    case Op::Done:
      DoneOp::create(builder, loc, unit(i.flag));
      break;
    }
  }

private:
  UnitAttr unit(bool is) { return is ? builder.getUnitAttr() : UnitAttr(); }
  FlatSymbolRefAttr table(const Instruction &i) {
    return FlatSymbolRefAttr::get(tables[i.relation]);
  }
  Type type(const Instruction &i, unsigned column) {
    return RegType::get(builder.getContext(),
                        isAllocated ? int32_t(i.reg[column]) : -1);
  }
  Value value(const Instruction &i, unsigned column) {
    return current.lookup(i.reg[column]);
  }
  void set(const Instruction &i, unsigned column, Value value) {
    current[i.reg[column]] = value;
  }
  SmallVector<Value> values(const Instruction &i) {
    return llvm::map_to_vector(llvm::seq<unsigned>(i.columns),
                               [&](unsigned c) { return value(i, c); });
  }

  template <typename OpTy> void source(const Instruction &i) {
    set(i, 0, OpTy::create(builder, loc, type(i, 0), i.number));
  }

  template <typename OpTy> void match(const Instruction &i) {
    SmallVector<bool> known;
    SmallVector<Value> inputs;
    SmallVector<Type> outputs;
    for (unsigned c = 0; c < i.columns; ++c) {
      known.push_back(i.reads(c));
      if (known.back())
        inputs.push_back(value(i, c));
      else
        outputs.push_back(type(i, c));
    }
    auto op = OpTy::create(builder, loc, outputs, table(i),
                           builder.getDenseBoolArrayAttr(known), inputs,
                           builder.getI32IntegerAttr(i.premise), unit(i.flag));
    auto result = op.getOutputs().begin();
    for (unsigned c = 0; c < i.columns; ++c)
      if (!known[c])
        set(i, c, *result++);
  }

  OpBuilder &builder;
  const Location loc;
  const TableNames &tables;
  const bool isAllocated;
  DenseMap<unsigned, Value> current;
};

} // namespace

void buildInstructions(OpBuilder &builder, Location loc,
                       ArrayRef<Instruction> code, const TableNames &tables,
                       bool isAllocated) {
  Builder writer(builder, loc, tables, isAllocated);
  for (const Instruction &instruction : code)
    writer.build(instruction);
}

//===----------------------------------------------------------------------===//
// From operations
//===----------------------------------------------------------------------===//

namespace {

class Reader {
public:
  explicit Reader(Operation *unit)
      : module(unit->getParentOfType<ModuleOp>()),
        isAllocated(lbm::isAllocated(unit)) {}

  Instruction read(Operation *op) {
    Instruction i;
    llvm::TypeSwitch<Operation *>(op)
        .Case([&](NewOp op) { i = match(Op::New, op); })
        .Case([&](ProbeOp op) { i = match(Op::Probe, op); })
        .Case([&](ScanOp op) { i = match(Op::Scan, op); })
        .Case([&](AllOp op) { i = match(Op::All, op); })
        .Case([&](SameOp op) { i = reading(Op::Same, op->getOperands()); })
        .Case([&](EquateOp op) { i = reading(Op::Equate, op->getOperands()); })
        .Case([&](ConstOp op) { i = source(Op::Const, op); })
        .Case([&](InputOp op) { i = source(Op::Input, op); })
        .Case([&](FreshOp op) { i = source(Op::Fresh, op); })
        .Case([&](FetchOp op) {
          i.op = Op::Fetch;
          i.columns = 1;
          i.reg[0] = define(op.getResult());
          i.premise = op.getPremise();
          i.number = op.getColumn();
        })
        .Case([&](DeriveOp op) {
          i = reading(Op::Derive, op.getColumns());
          i.relation = id(op, op.getTableAttr());
        })
        .Case([&](AssertOp op) {
          i = reading(Op::Assert, op.getColumns());
          i.relation = id(op, op.getTableAttr());
        })
        .Case([&](RefuteOp) { i.op = Op::Refute; })
        .Case([&](ReachOp) { i.op = Op::Reach; })
        .Case([&](CreateOp op) {
          i = reading(Op::Create, op.getInputs());
          i.relation = id(op, op.getTableAttr());
          i.premise = op.getCore();
          i.flag = op.getUnfold();
        })
        .Case([&](InventOp op) {
          i = reading(Op::Invent, op.getShared());
          i.relation = op.getExistential();
          i.premise = op.getCore();
          i.flag = op.getUnfold();
        })
        .Case([&](WitnessOp op) {
          i.op = Op::Witness;
          i.rule = op.getRule();
          i.count = op.getCount();
          i.number = op.getNumber();
        })
        .Case([&](DoneOp op) {
          i.op = Op::Done;
          i.flag = op.getCreated();
        });
    return i;
  }

private:
  uint32_t id(Operation *from, FlatSymbolRefAttr name) {
    return cast<TableOp>(SymbolTable::lookupSymbolIn(module, name.getAttr()))
        .getId();
  }
  uint16_t define(Value value) {
    const auto number =
        isAllocated ? uint16_t(cast<RegType>(value.getType()).getNumber())
                    : uint16_t(numbers.size());
    numbers[value] = number;
    return number;
  }

  Instruction reading(Op op, ValueRange operands) {
    Instruction i;
    i.op = op;
    for (Value operand : operands)
      i.reg[i.columns++] = numbers.lookup(operand);
    return i;
  }

  template <typename OpTy> Instruction source(Op kind, OpTy op) {
    Instruction i;
    i.op = kind;
    i.columns = 1;
    i.reg[0] = define(op.getResult());
    i.number = op.getNumber();
    return i;
  }

  template <typename OpTy> Instruction match(Op kind, OpTy op) {
    Instruction i;
    i.op = kind;
    i.relation = id(op, op.getTableAttr());
    i.premise = op.getPremise();
    i.flag = op.getOlder();
    auto input = op.getInputs().begin();
    auto output = op.getOutputs().begin();
    for (const bool isKnown : op.getKnown()) {
      const unsigned c = i.columns++;
      if (isKnown)
        i.known |= uint8_t(1u << c);
      i.reg[c] = isKnown ? numbers.lookup(*input++) : define(*output++);
    }
    return i;
  }

  ModuleOp module;
  const bool isAllocated;
  DenseMap<Value, uint16_t> numbers;
};

template <typename Visit> void forEachValue(Operation *unit, Visit visit) {
  for (Operation &op : unit->getRegion(0).front())
    for (Value result : op.getResults())
      visit(result);
}

} // namespace

bool isAllocated(Operation *unit) {
  bool all = true;
  forEachValue(unit, [&](Value value) {
    all &= cast<RegType>(value.getType()).isAllocated();
  });
  return all;
}

FailureOr<std::vector<Instruction>> instructionsOf(Operation *unit) {
  bool some = false;
  forEachValue(unit, [&](Value value) {
    some |= cast<RegType>(value.getType()).isAllocated();
  });
  if (some && !isAllocated(unit))
    return unit->emitOpError("has registers for some values only");
  std::vector<Instruction> code;
  Reader reader(unit);
  for (Operation &op : unit->getRegion(0).front())
    code.push_back(reader.read(&op));
  return code;
}

} // namespace mplc::lbm
