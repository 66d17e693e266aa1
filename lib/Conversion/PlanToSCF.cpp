//===- PlanToSCF.cpp - Kernels as functions with loops --------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A kernel's nest of 'for every way to go on' becomes a nest of `scf.if` (at
// most one way) and `scf.while` (any number), around calls of the runtime's
// support functions. Tables' numbers, the rule and the bound on rows are values
// here: constants in a kernel, parameters in a shape, fields of the descriptor
// in a step. That is the only difference between the three.
//
// Rows are numbered in order of insertion, so that a bound is a comparison with
// the new row's number. It also holds back the 'no row' that a failed probe
// gives, which is the largest number.
//
//===----------------------------------------------------------------------===//

#include "mplc/Conversion/Passes.h"

#include "dialects/Plan/Plan.h"
#include "lib/Conversion/FunctionWriter.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc {

#define GEN_PASS_DEF_CONVERTPLANTOSCF
#include "lib/Conversion/Passes.h.inc"

namespace {

/// Keys that the runtime can be probed with.
constexpr uint32_t kMaxProbeKey = 5;

/// Writes the body of one function.
class BodyWriter : FunctionWriter {
public:
  using FunctionWriter::FunctionWriter;

  void writeKernel(plan::KernelOp kernel) {
    rule = i32(kernel.getRule());
    writePivot(kernel.getPivot(), kernel.getBody());
  }

  void writeShape(plan::ShapeOp shape) {
    uint32_t word = 0;
    rule = parameter(word++);
    for (Operation *formal : shape.getFormals()) {
      if (auto table = dyn_cast<plan::TableOp>(formal)) {
        const Value id = parameter(word++);
        formalTables[table] = {id, parameter(word++)};
      } else {
        formalElements[formal] = parameter(word++);
      }
    }
    writePivot(shape.getPivot(), shape.getBody());
  }

  void writeStep(plan::StepOp step) {
    rule = descriptor(StepWord::Rule);
    premise = descriptor(StepWord::Premise);
    strict = descriptor(StepWord::Strict);
    extra = descriptor(StepWord::Extra);
    for (auto table : step.getBody().front().getOps<plan::TableOp>())
      formalTables[table] = {descriptor(StepWord::Relation),
                             descriptor(StepWord::Slot)};
    row = call("mpl_delta", i32Type(), {block()});
    write(step.getBody().front());
  }

private:
  struct TableNumbers {
    Value id, slot;
  };

  TableNumbers numbers(plan::TableOp table) {
    if (table.isFormal())
      return formalTables.lookup(table);
    return {i32(*table.getId()), i32(*table.getSlot())};
  }

  /// The slot of a table's column.
  Value slot(plan::TableOp table, uint32_t column) {
    const Value first = numbers(table).slot;
    if (!table.isFormal())
      return i32(*table.getSlot() + column);
    return column == 0 ? first : add(first, i32(column));
  }

  Value column(Value ofRow, Value index) {
    return call("mpl_column", i32Type(), {block(), ofRow, index});
  }

  void writePivot(uint32_t pivot, Region &body) {
    row = argument(1);
    goOn(row, i32(pivot), body, allColumns(body.getNumArguments()));
  }

  static SmallVector<uint32_t> allColumns(uint32_t count) {
    return llvm::to_vector(llvm::seq(count));
  }

  /// Records a matched row, binds its columns and writes what is nested.
  void goOn(Value matched, Value premiseNumber, Region &body,
            ArrayRef<uint32_t> columns) {
    call("mpl_match", {}, {block(), premiseNumber, matched});
    for (auto [argument, index] : llvm::zip(body.getArguments(), columns))
      values[argument] = column(matched, i32(index));
    write(body.front());
  }

  void write(Block &body) {
    for (Operation &op : body) {
      setLoc(op.getLoc());
      llvm::TypeSwitch<Operation *>(&op)
          .Case<plan::SameOp, plan::ProbeOp, plan::ScanOp, plan::AllOp,
                plan::PivotOp>([&](auto nest) {
            const auto outside = save();
            writeNest(nest);
            restore(outside);
          })
          .Case<plan::ConstantOp, plan::OperandOp, plan::BindOp, plan::NextOp,
                plan::DeriveOp, plan::EquateOp, plan::RefuteOp, plan::ReachOp,
                plan::CreateOp, plan::InventOp>(
              [&](auto leaf) { writeLeaf(leaf); })
          .Default([](Operation *op) {
            assert((isa<plan::TableOp, plan::ElementOp>(op)) &&
                   "an operation that kernels do not have");
          });
    }
  }

  //===--------------------------------------------------------------------===//
  // Nests
  //===--------------------------------------------------------------------===//

  void writeNest(plan::SameOp op) {
    beginIf(equal(value(op.getLeft()), value(op.getRight())));
    write(op.getBody().front());
  }

  void writeNest(plan::PivotOp op) {
    goOn(row, premise, op.getBody(),
         allColumns(op.getBody().getNumArguments()));
  }

  /// Is this row one that the premise may match? False for 'no row'.
  Value withinBound(Value candidate, plan::Bound bound) {
    switch (bound) {
    case plan::Bound::Older:
      return below(candidate, row);
    case plan::Bound::Upto:
      return atMost(candidate, row);
    case plan::Bound::Given:
      return below(candidate, subtract(add(row, i32(1)), strict));
    }
    llvm_unreachable("no such bound");
  }

  template <typename Op> Value premiseOf(Op op) {
    return op.getPremise() ? i32(*op.getPremise()) : premise;
  }

  /// Known columns (with their values) and unknown ones of a probe or scan.
  struct Split {
    SmallVector<std::pair<uint32_t, Value>> known;
    SmallVector<uint32_t> unknown;
  };
  template <typename Op> Split split(Op op) {
    Split result;
    auto input = op.getInputs().begin();
    for (auto [index, isKnown] : llvm::enumerate(op.getKnown()))
      if (isKnown)
        result.known.push_back({uint32_t(index), value(*input++)});
      else
        result.unknown.push_back(uint32_t(index));
    return result;
  }

  /// Goes into an `if` that holds where a row has all these values.
  void compare(Value candidate, ArrayRef<std::pair<uint32_t, Value>> columns) {
    Value all;
    for (auto [index, expected] : columns) {
      const Value is = equal(column(candidate, i32(index)), expected);
      all = all ? both(all, is) : is;
    }
    if (all)
      beginIf(all);
  }

  void writeNest(plan::ProbeOp op) {
    const plan::TableOp table = plan::lookupTable(op, op.getTableAttr());
    const Split columns = split(op);
    const uint32_t key = plan::TableOp(table).getKeyColumns();
    if (key > kMaxProbeKey)
      return scanLists(op, table, columns);
    if (key == 0)
      return scanAll(op, table, columns);
    SmallVector<Value> arguments{block(),
                                 key == 1 ? slot(table, 0) : numbers(table).id};
    for (auto [index, known] : ArrayRef(columns.known).take_front(key))
      arguments.push_back(known);
    const Value found =
        call("mpl_probe" + std::to_string(key), i32Type(), arguments);
    beginIf(withinBound(found, op.getBound()));
    compare(found, ArrayRef(columns.known).drop_front(key));
    goOn(found, premiseOf(op), op.getBody(), columns.unknown);
  }

  void writeNest(plan::ScanOp op) {
    scanLists(op, plan::lookupTable(op, op.getTableAttr()), split(op));
  }

  void writeNest(plan::AllOp op) {
    Split columns;
    columns.unknown = allColumns(op.getBody().getNumArguments());
    scanAll(op, plan::lookupTable(op, op.getTableAttr()), columns);
  }

  /// Every row of a table, by way of its list.
  template <typename Op>
  void scanAll(Op op, plan::TableOp table, const Split &columns) {
    const Value first =
        call("mpl_relation_first", i32Type(), {block(), numbers(table).id});
    forEachRow(
        first,
        [&](Value current) {
          return call("mpl_relation_next", i32Type(), {block(), current});
        },
        [&](Value current) {
          beginIf(withinBound(current, op.getBound()));
          compare(current, columns.known);
          goOn(current, premiseOf(op), op.getBody(), columns.unknown);
        });
  }

  /// The rows in the shortest list of a known column.
  template <typename Op>
  void scanLists(Op op, plan::TableOp table, const Split &columns) {
    const List list = shortest(table, columns);
    const Value first =
        call("mpl_list_first", i32Type(), {block(), list.slot, list.value});
    forEachRow(
        first,
        [&](Value current) {
          return call("mpl_list_next", i32Type(),
                      {block(), current, list.column});
        },
        [&](Value current) {
          beginIf(withinBound(current, op.getBound()));
          // The list's own column needs no comparison if it is the only one.
          if (columns.known.size() > 1)
            compare(current, columns.known);
          goOn(current, premiseOf(op), op.getBody(), columns.unknown);
        });
  }

  struct List {
    Value slot, value, column;
  };
  List shortest(plan::TableOp table, const Split &columns) {
    List best;
    Value bestLength;
    for (auto [index, known] : columns.known) {
      const List candidate{slot(table, index), known, i32(index)};
      // With a single list there is nothing to choose.
      if (columns.known.size() == 1)
        return candidate;
      const Value length = call("mpl_list_length", i32Type(),
                                {block(), candidate.slot, candidate.value});
      if (!bestLength) {
        best = candidate;
        bestLength = length;
        continue;
      }
      const Value shorter = below(length, bestLength);
      best = {select(shorter, candidate.slot, best.slot),
              select(shorter, candidate.value, best.value),
              select(shorter, candidate.column, best.column)};
      bestLength = select(shorter, length, bestLength);
    }
    return best;
  }

  //===--------------------------------------------------------------------===//
  // Leaves
  //===--------------------------------------------------------------------===//

  Value value(Value id) const {
    assert(values.count(id) && "used before it is bound");
    return values.lookup(id);
  }
  SmallVector<Value> valuesOf(OperandRange ids) const {
    return llvm::map_to_vector(ids, [&](Value id) { return value(id); });
  }

  void writeLeaf(plan::ConstantOp op) {
    plan::ElementOp element = plan::lookupElement(op, op.getElementAttr());
    const Value index = element.isFormal() ? formalElements.lookup(element)
                                           : i32(*element.getIndex());
    values[op.getResult()] = call("mpl_constant", i32Type(), {block(), index});
  }

  void writeLeaf(plan::OperandOp op) {
    values[op.getResult()] = loadRegister(op.getColumn());
  }
  void writeLeaf(plan::BindOp op) {
    storeRegister(op.getColumn(), value(op.getValue()));
  }
  void writeLeaf(plan::NextOp) { callNextStep(); }

  void writeLeaf(plan::DeriveOp op) {
    plan::TableOp table = plan::lookupTable(op, op.getTableAttr());
    call(table.getFunctional() ? "mpl_derive_function" : "mpl_derive_relation",
         {},
         {block(), numbers(table).id, numbers(table).slot, rule,
          i32(table.getArity()), array(valuesOf(op.getColumns()))});
  }
  void writeLeaf(plan::EquateOp op) {
    call("mpl_equate", {},
         {block(), rule, value(op.getLeft()), value(op.getRight())});
  }
  void writeLeaf(plan::RefuteOp) { call("mpl_refute", {}, {block(), rule}); }
  void writeLeaf(plan::ReachOp) { call("mpl_reach", {}, {block(), rule}); }

  void writeLeaf(plan::CreateOp op) {
    plan::TableOp table = plan::lookupTable(op, op.getTableAttr());
    const Value generation =
        op.getCore() ? i32(*op.getCore() << 1 | unsigned(op.getUnfold()))
                     : extra;
    call("mpl_create", {},
         {block(), numbers(table).id, numbers(table).slot, rule,
          i32(table.getArity()), generation, array(valuesOf(op.getInputs()))});
  }
  void writeLeaf(plan::InventOp op) {
    call("mpl_invent", {},
         {block(), rule, i32(op.getShared().size()),
          i32(op.getCore() << 1 | unsigned(op.getUnfold())),
          array(valuesOf(op.getShared()))});
  }

  Value rule, row;
  Value premise, strict, extra; ///< Steps only.
  DenseMap<Operation *, TableNumbers> formalTables;
  DenseMap<Operation *, Value> formalElements;
  DenseMap<Value, Value> values;
};

struct ConvertPlanToSCFPass : impl::ConvertPlanToSCFBase<ConvertPlanToSCFPass> {
  void runOnOperation() override {
    ModuleOp module = getOperation();
    SupportFunctions support(module);
    SmallVector<Operation *> done;
    // By name, as functions are about to take the same names.
    shapes.clear();
    for (auto shape : module.getOps<plan::ShapeOp>())
      shapes[shape.getSymNameAttr()] = shape;
    for (Operation &op : llvm::make_early_inc_range(*module.getBody()))
      llvm::TypeSwitch<Operation *>(&op)
          .Case<plan::KernelOp, plan::ShapeOp, plan::StepOp, plan::InstanceOp>(
              [&](auto unit) {
                convert(unit, support);
                done.push_back(unit);
              })
          .Case<plan::TableOp, plan::ElementOp>(
              [&](auto declared) { done.push_back(declared); })
          .Default([](Operation *) {});
    // Instances need their shapes and tables until all are converted.
    for (Operation *op : done)
      op->erase();
  }

  void convert(plan::KernelOp kernel, SupportFunctions &support) {
    BodyWriter(kernel, kernel.getSymName(), support).writeKernel(kernel);
    OpBuilder builder(kernel);
    plan::EntryOp::create(
        builder, kernel.getLoc(), kernel.getSymNameAttr(),
        *plan::lookupTable(kernel, kernel.getTableAttr()).getId(),
        kernel.getRule(), DenseI32ArrayAttr());
    ++numFunctions;
  }

  void convert(plan::ShapeOp shape, SupportFunctions &support) {
    BodyWriter(shape, shape.getSymName(), support).writeShape(shape);
    ++numFunctions;
  }

  void convert(plan::StepOp step, SupportFunctions &support) {
    BodyWriter(step, step.getSymName(), support).writeStep(step);
    OpBuilder builder(step);
    plan::StepEntryOp::create(
        builder, step.getLoc(), FlatSymbolRefAttr::get(step.getSymNameAttr()),
        step.getFieldAttr(), step.getArityAttr(), step.getKnownAttr());
    ++numFunctions;
  }

  /// The words that BodyWriter::writeShape reads, in the same order.
  void convert(plan::InstanceOp instance, SupportFunctions &) {
    plan::ShapeOp shape = shapes.lookup(instance.getShapeAttr().getAttr());
    SmallVector<int32_t> words{int32_t(instance.getRule())};
    uint32_t relation = ~0u;
    for (auto [formal, symbol] :
         llvm::zip(shape.getFormals(),
                   instance.getArguments().getAsRange<FlatSymbolRefAttr>())) {
      if (plan::TableOp table = plan::lookupTable(instance, symbol)) {
        words.push_back(*table.getId());
        words.push_back(*table.getSlot());
        if (cast<plan::TableOp>(formal).getSymName() == shape.getTable())
          relation = *table.getId();
      } else {
        words.push_back(*plan::lookupElement(instance, symbol).getIndex());
      }
    }
    OpBuilder builder(instance);
    plan::EntryOp::create(builder, instance.getLoc(), instance.getShapeAttr(),
                          builder.getI32IntegerAttr(relation),
                          instance.getRuleAttr(),
                          builder.getDenseI32ArrayAttr(words));
  }

  DenseMap<StringAttr, plan::ShapeOp> shapes;
};

} // namespace
} // namespace mplc
