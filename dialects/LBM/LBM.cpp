//===- LBM.cpp - Syntax and invariants of the lbm dialect -----------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The verifiers keep what the machine takes for granted: columns fit their
// tables, a plan begins with the new row and ends with its only action, a routine
// ends with `done`.
//
//===----------------------------------------------------------------------===//

#include "dialects/LBM/LBM.h"

#include "mplc/Machine/Instruction.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc::lbm {

//===----------------------------------------------------------------------===//
// Syntax
//===----------------------------------------------------------------------===//

static ParseResult
parseColumns(OpAsmParser &parser, DenseBoolArrayAttr &known,
             SmallVectorImpl<OpAsmParser::UnresolvedOperand> &inputs) {
  SmallVector<bool> isKnown;
  auto column = [&]() -> ParseResult {
    isKnown.push_back(failed(parser.parseOptionalQuestion()));
    return isKnown.back() ? parser.parseOperand(inputs.emplace_back())
                          : success();
  };
  if (parser.parseCommaSeparatedList(OpAsmParser::Delimiter::Square, column))
    return failure();
  known = parser.getBuilder().getDenseBoolArrayAttr(isKnown);
  return success();
}

static void printColumns(OpAsmPrinter &printer, Operation *,
                         DenseBoolArrayAttr known, OperandRange inputs) {
  printer << '[';
  auto input = inputs.begin();
  llvm::interleaveComma(known.asArrayRef(), printer, [&](bool isKnown) {
    if (isKnown && input != inputs.end())
      printer << *input++;
    else
      printer << '?';
  });
  printer << ']';
}

/// `p1c2`: column 2 of what premise 1 matched.
template <typename Op>
static void nameColumns(Op op, OpAsmSetValueNameFn setName) {
  auto result = op.getOutputs().begin();
  for (auto [column, isKnown] : llvm::enumerate(op.getKnown()))
    if (!isKnown && result != op.getOutputs().end())
      setName(*result++, "p" + std::to_string(op.getPremise()) + "c" +
                             std::to_string(column));
}

//===----------------------------------------------------------------------===//
// Invariants
//===----------------------------------------------------------------------===//

LogicalResult RegType::verify(function_ref<InFlightDiagnostic()> emitError,
                              int32_t number) {
  if (number < -1 || number >= int32_t(machine::kRegisters))
    return emitError() << "there is no register " << number;
  return success();
}

LogicalResult MachineOp::verify() {
  if (getColumns() != 4 && getColumns() != 8)
    return emitOpError("has 4 or 8 columns");
  return success();
}

LogicalResult TableOp::verify() {
  if (getArity() > machine::kColumns)
    return emitOpError("has at most ") << machine::kColumns << " columns";
  if (getFunctional() && getArity() == 0)
    return emitOpError("has no output");
  if (getSorts().size() != getArity())
    return emitOpError("has ") << getArity() << " columns, but "
                               << getSorts().size() << " sorts";
  if (getLists() && getLists()->size() != getArity())
    return emitOpError("has ") << getArity() << " columns, but "
                               << getLists()->size() << " lists";
  return success();
}

static FailureOr<TableOp> tableFor(Operation *op, FlatSymbolRefAttr name,
                                   SymbolTableCollection &symbols) {
  auto table = symbols.lookupNearestSymbolFrom<TableOp>(
      op->getParentOp(), name);
  if (table)
    return table;
  op->emitOpError("refers to ") << name << ", which is not a table";
  return failure();
}

static LogicalResult verifyColumns(Operation *op, FlatSymbolRefAttr name,
                                   size_t columns, size_t left,
                                   SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(op, name, symbols);
  if (failed(table))
    return failure();
  if (columns + left != table->getArity())
    return op->emitOpError("takes ")
           << columns << " columns, but " << name << " has "
           << table->getArity() - left << " to give";
  return success();
}

template <typename Op>
static LogicalResult verifyMatch(Op op, SymbolTableCollection &symbols) {
  const size_t known = llvm::count(op.getKnown(), true);
  if (known != op.getInputs().size() ||
      op.getKnown().size() - known != op.getOutputs().size())
    return op.emitOpError("has ")
           << op.getKnown().size() << " columns, but "
           << op.getInputs().size() << " inputs and " << op.getOutputs().size()
           << " results";
  if (op.getPremise() >= machine::kPremises)
    return op.emitOpError("premise must be less than ") << machine::kPremises;
  return verifyColumns(op, op.getTableAttr(), op.getKnown().size(), 0, symbols);
}

#define MPLC_LBM_MATCH(Op)                                                     \
  void Op::getAsmResultNames(OpAsmSetValueNameFn setName) {                    \
    nameColumns(*this, setName);                                               \
  }                                                                            \
  LogicalResult Op::verifySymbolUses(SymbolTableCollection &symbols) {         \
    return verifyMatch(*this, symbols);                                        \
  }
MPLC_LBM_MATCH(NewOp)
MPLC_LBM_MATCH(ProbeOp)
MPLC_LBM_MATCH(ScanOp)
MPLC_LBM_MATCH(AllOp)
#undef MPLC_LBM_MATCH

LogicalResult DeriveOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyColumns(*this, getTableAttr(), getColumns().size(), 0, symbols);
}
LogicalResult AssertOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyColumns(*this, getTableAttr(), getColumns().size(), 0, symbols);
}
LogicalResult CreateOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyColumns(*this, getTableAttr(), getInputs().size(), 1, symbols);
}

static bool isAction(Operation &op) {
  return isa<DeriveOp, EquateOp, RefuteOp, ReachOp, CreateOp, InventOp>(op);
}

LogicalResult PlanOp::verify() {
  Block &block = getBody().front();
  if (block.empty() || !isAction(block.back()))
    return emitOpError("does not end with an action");
  bool isNew = false;
  for (Operation &op : block) {
    if (isa<NewOp>(op)) {
      if (isNew)
        return op.emitOpError("there is one new row only");
      isNew = true;
    } else if (isAction(op)) {
      if (&op != &block.back())
        return op.emitOpError("is not the last of its plan");
    } else if (isa<InputOp, FreshOp, WitnessOp, AssertOp, DoneOp>(op)) {
      return op.emitOpError("belongs in a routine");
    } else if (!isNew && !isa<ConstOp>(op)) {
      return op.emitOpError("comes before the new row");
    }
  }
  if (!isNew)
    return emitOpError("takes no new row");
  return success();
}

LogicalResult RoutineOp::verify() {
  if (bool(getTable()) == bool(getExistential()))
    return emitOpError("is for a table or for an existential rule");
  Block &block = getBody().front();
  if (block.empty() || !isa<DoneOp>(block.back()))
    return emitOpError("does not end with lbm.done");
  for (Operation &op : block)
    if (isAction(op) || isa<NewOp>(op))
      return op.emitOpError("belongs in a plan");
  return success();
}

void LBMDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/LBM/LBMTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/LBM/LBMOps.cpp.inc"
      >();
}

} // namespace mplc::lbm

#include "dialects/LBM/LBMDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/LBM/LBMTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dialects/LBM/LBMOps.cpp.inc"
