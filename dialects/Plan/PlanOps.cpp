//===- PlanOps.cpp - Syntax and invariants of the plan dialect ------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Matching operations share one form: the table's columns in brackets, known
// ones as values and unknown ones as `?`, then the names of what is bound. The
// invariant that the verifiers keep is that columns fit: as many brackets as
// the table has columns, and as many bound names as there are `?`.
//
//===----------------------------------------------------------------------===//

#include "dialects/Plan/Plan.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc::plan {

//===----------------------------------------------------------------------===//
// Syntax
//===----------------------------------------------------------------------===//

/// Reads `(%a, %b)`, if there, as region arguments, then the region.
static ParseResult parseBody(OpAsmParser &parser, Region &body) {
  SmallVector<OpAsmParser::Argument> arguments;
  if (parser.parseArgumentList(arguments,
                               OpAsmParser::Delimiter::OptionalParen))
    return failure();
  const Type id = parser.getBuilder().getType<IdType>();
  for (OpAsmParser::Argument &argument : arguments)
    argument.type = id;
  if (parser.parseRegion(body, arguments))
    return failure();
  if (body.empty())
    body.emplaceBlock();
  return success();
}

static void printBody(OpAsmPrinter &printer, Operation *, Region &body) {
  if (body.getNumArguments() != 0) {
    printer << '(';
    llvm::interleaveComma(body.getArguments(), printer,
                          [&](BlockArgument argument) {
                            printer.printRegionArgument(argument, {},
                                                        /*omitType=*/true);
                          });
    printer << ") ";
  }
  printer.printRegion(body, /*printEntryBlockArgs=*/false);
}

/// The same after an arrow, which stands for 'binds'.
static ParseResult parseRows(OpAsmParser &parser, Region &body) {
  if (failed(parser.parseOptionalArrow()))
    return parseBody(parser, body);
  return parseBody(parser, body);
}

static void printRows(OpAsmPrinter &printer, Operation *op, Region &body) {
  if (body.getNumArguments() != 0)
    printer << "-> ";
  printBody(printer, op, body);
}

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

/// One string a line, so that a program reads as its text does.
static ParseResult parseLines(OpAsmParser &parser, ArrayAttr &lines) {
  if (parser.parseLBrace())
    return failure();
  SmallVector<Attribute> texts;
  std::string text;
  while (succeeded(parser.parseOptionalString(&text)))
    texts.push_back(parser.getBuilder().getStringAttr(text));
  lines = parser.getBuilder().getArrayAttr(texts);
  return parser.parseRBrace();
}

static void printLines(OpAsmPrinter &printer, Operation *, ArrayAttr lines) {
  printer << '{';
  printer.increaseIndent();
  for (Attribute line : lines) {
    printer.printNewline();
    printer.printAttribute(line);
  }
  printer.decreaseIndent();
  printer.printNewline();
  printer << '}';
}

/// a, b, c, ... : a rule rarely has more variables, and the printer makes names
/// unique.
static void nameArguments(Region &region, OpAsmSetValueNameFn setName) {
  for (BlockArgument argument : region.getArguments()) {
    const char letter = char('a' + argument.getArgNumber() % 26);
    setName(argument, StringRef(&letter, 1));
  }
}

#define MPLC_PLAN_ARGUMENT_NAMES(Op)                                           \
  void Op::getAsmBlockArgumentNames(Region &region,                            \
                                    OpAsmSetValueNameFn setName) {             \
    nameArguments(region, setName);                                            \
  }
MPLC_PLAN_ARGUMENT_NAMES(KernelOp)
MPLC_PLAN_ARGUMENT_NAMES(ShapeOp)
MPLC_PLAN_ARGUMENT_NAMES(ProbeOp)
MPLC_PLAN_ARGUMENT_NAMES(ScanOp)
MPLC_PLAN_ARGUMENT_NAMES(AllOp)
MPLC_PLAN_ARGUMENT_NAMES(PivotOp)
#undef MPLC_PLAN_ARGUMENT_NAMES

void ConstantOp::getAsmResultNames(OpAsmSetValueNameFn setName) {
  setName(getResult(), getElement());
}

//===----------------------------------------------------------------------===//
// Symbols
//===----------------------------------------------------------------------===//

Operation *lookup(Operation *from, FlatSymbolRefAttr name) {
  for (Operation *scope = from; scope; scope = scope->getParentOp())
    if (scope->hasTrait<OpTrait::SymbolTable>())
      if (Operation *found = SymbolTable::lookupSymbolIn(scope, name.getAttr()))
        return found;
  return nullptr;
}

TableOp lookupTable(Operation *from, FlatSymbolRefAttr name) {
  return dyn_cast_or_null<TableOp>(lookup(from, name));
}

ElementOp lookupElement(Operation *from, FlatSymbolRefAttr name) {
  return dyn_cast_or_null<ElementOp>(lookup(from, name));
}

/// The table `name` for a verifier, through the cache of symbol tables.
static FailureOr<TableOp> tableFor(Operation *op, FlatSymbolRefAttr name,
                                   SymbolTableCollection &symbols) {
  for (Operation *scope = op; scope; scope = scope->getParentOp())
    if (scope->hasTrait<OpTrait::SymbolTable>())
      if (Operation *found = symbols.lookupSymbolIn(scope, name.getAttr())) {
        if (auto table = dyn_cast<TableOp>(found))
          return table;
        break;
      }
  op->emitOpError("refers to ") << name << ", which is not a table";
  return failure();
}

static LogicalResult verifyPivotColumns(Operation *op, FlatSymbolRefAttr name,
                                        Region &body,
                                        SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(op, name, symbols);
  if (failed(table))
    return failure();
  if (body.getNumArguments() != table->getArity())
    return op->emitOpError("binds ")
           << body.getNumArguments() << " columns, but " << name << " has "
           << table->getArity();
  return success();
}

static LogicalResult verifyIds(Operation *op, Region &body) {
  for (BlockArgument argument : body.getArguments())
    if (!isa<IdType>(argument.getType()))
      return op->emitOpError("region arguments must be of type !plan.id");
  return success();
}

LogicalResult KernelOp::verifySymbolUses(SymbolTableCollection &symbols) {
  if (failed(verifyIds(*this, getBody())))
    return failure();
  return verifyPivotColumns(*this, getTableAttr(), getBody(), symbols);
}

LogicalResult ShapeOp::verifySymbolUses(SymbolTableCollection &symbols) {
  if (failed(verifyIds(*this, getBody())))
    return failure();
  return verifyPivotColumns(*this, getTableAttr(), getBody(), symbols);
}

LogicalResult PivotOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyPivotColumns(*this, getTableAttr(), getBody(), symbols);
}

LogicalResult AllOp::verifySymbolUses(SymbolTableCollection &symbols) {
  return verifyPivotColumns(*this, getTableAttr(), getBody(), symbols);
}

LogicalResult ConstantOp::verifySymbolUses(SymbolTableCollection &) {
  if (!lookupElement(*this, getElementAttr()))
    return emitOpError("refers to ")
           << getElementAttr() << ", which is not an element";
  return success();
}

SmallVector<Operation *> ShapeOp::getFormals() {
  SmallVector<Operation *> formals;
  for (Operation &op : getBody().front())
    if (isa<TableOp, ElementOp>(op))
      formals.push_back(&op);
  return formals;
}

LogicalResult InstanceOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto shape = dyn_cast_or_null<ShapeOp>(
      symbols.lookupSymbolIn((*this)->getParentOp(), getShapeAttr().getAttr()));
  if (!shape)
    return emitOpError("refers to ")
           << getShapeAttr() << ", which is not a shape";
  const SmallVector<Operation *> formals = shape.getFormals();
  if (formals.size() != getArguments().size())
    return emitOpError("gives ")
           << getArguments().size() << " arguments, but " << getShapeAttr()
           << " has " << formals.size() << " formals";
  for (auto [formal, argument] :
       llvm::zip(formals, getArguments().getAsRange<FlatSymbolRefAttr>())) {
    Operation *actual =
        symbols.lookupSymbolIn((*this)->getParentOp(), argument.getAttr());
    if (!actual || actual->getName() != formal->getName())
      return emitOpError("argument ")
             << argument << " is not a "
             << (isa<TableOp>(formal) ? "table" : "element");
    auto table = dyn_cast<TableOp>(actual);
    if (!table)
      continue;
    auto expected = cast<TableOp>(formal);
    if (table.getArity() != expected.getArity() ||
        table.getFunctional() != expected.getFunctional())
      return emitOpError("table ")
             << argument << " has another layout than the formal @"
             << expected.getSymName();
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Invariants
//===----------------------------------------------------------------------===//

LogicalResult TableOp::verify() {
  if (getFunctional() && getArity() == 0)
    return emitOpError("is functional but has no output column");
  if (getId().has_value() != getSlot().has_value())
    return emitOpError("needs both a number and a slot, or neither");
  const bool inside = !isa_and_nonnull<ModuleOp>((*this)->getParentOp());
  if (inside != isFormal())
    return emitOpError(inside ? "in a shape or step must be formal"
                              : "needs a number: only those of a shape or step "
                                "are formal");
  return success();
}

LogicalResult ElementOp::verify() {
  const bool inside = !isa_and_nonnull<ModuleOp>((*this)->getParentOp());
  if (inside != isFormal())
    return emitOpError(inside ? "in a shape must be formal"
                              : "needs an index: only those of a shape are "
                                "formal");
  return success();
}

LogicalResult StepOp::verify() {
  if (getBody().getNumArguments() != 0)
    return emitOpError("has no region arguments");
  const bool takesKnown =
      llvm::is_contained({StepField::Enter, StepField::ProbeFunction,
                          StepField::Scan, StepField::All},
                         getField());
  const bool takesArity = !llvm::is_contained(
      {StepField::Equate, StepField::Refute, StepField::Reach, StepField::Same},
      getField());
  if (getKnown().has_value() != takesKnown ||
      getArity().has_value() != takesArity)
    return emitOpError("field ")
           << stringifyStepField(getField()) << " takes "
           << (takesKnown   ? "an arity and known columns"
               : takesArity ? "an arity only"
                            : "neither an arity nor known columns");
  return success();
}

LogicalResult SameOp::verify() {
  if (getBody().getNumArguments() != 0)
    return emitOpError("binds nothing");
  return success();
}

/// What probes and scans have in common; `bound` is how many columns the body
/// is given.
static LogicalResult verifyColumns(Operation *op, TableOp table,
                                   ArrayRef<bool> known, size_t numInputs,
                                   Region &body, size_t bound) {
  if (failed(verifyIds(op, body)))
    return failure();
  if (known.size() != table.getArity())
    return op->emitOpError("names ")
           << known.size() << " columns, but @" << table.getSymName() << " has "
           << table.getArity();
  if (size_t(llvm::count(known, true)) != numInputs)
    return op->emitOpError("has as many values as known columns");
  if (body.getNumArguments() != bound)
    return op->emitOpError("binds ")
           << bound << " columns, but names " << body.getNumArguments();
  return success();
}

/// Bounds and premises are part of a kernel and come with a step's descriptor.
static LogicalResult verifyPremise(Operation *op, bool hasPremise,
                                   Bound bound) {
  const bool inStep = op->getParentOfType<StepOp>() != nullptr;
  if (inStep == hasPremise || inStep != (bound == Bound::Given))
    return op->emitOpError(inStep
                               ? "in a step has a given bound and no premise"
                               : "needs a premise, and a bound of `older` or "
                                 "`upto`");
  return success();
}

LogicalResult ProbeOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(*this, getTableAttr(), symbols);
  if (failed(table))
    return failure();
  const size_t unknown = getKnown().size() - getInputs().size();
  if (failed(verifyColumns(*this, *table, getKnown(), getInputs().size(),
                           getBody(), unknown)) ||
      failed(verifyPremise(*this, getPremise().has_value(), getBound())))
    return failure();
  for (uint32_t c = 0; c < table->getKeyColumns(); ++c)
    if (!getKnown()[c])
      return emitOpError("column ") << c << " of the key is unknown";
  return success();
}

LogicalResult ScanOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(*this, getTableAttr(), symbols);
  if (failed(table))
    return failure();
  const size_t unknown = getKnown().size() - getInputs().size();
  if (failed(verifyColumns(*this, *table, getKnown(), getInputs().size(),
                           getBody(), unknown)) ||
      failed(verifyPremise(*this, getPremise().has_value(), getBound())))
    return failure();
  if (getInputs().empty())
    return emitOpError("needs a known column");
  return success();
}

LogicalResult DeriveOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(*this, getTableAttr(), symbols);
  if (failed(table))
    return failure();
  if (getColumns().size() != table->getArity())
    return emitOpError("gives ")
           << getColumns().size() << " columns, but " << getTableAttr()
           << " has " << table->getArity();
  return success();
}

LogicalResult CreateOp::verifySymbolUses(SymbolTableCollection &symbols) {
  FailureOr<TableOp> table = tableFor(*this, getTableAttr(), symbols);
  if (failed(table))
    return failure();
  if (!table->getFunctional())
    return emitOpError("table ") << getTableAttr() << " is not functional";
  if (getInputs().size() + 1 != table->getArity())
    return emitOpError("gives ")
           << getInputs().size() << " inputs, but " << getTableAttr() << " has "
           << table->getArity() - 1;
  if (((*this)->getParentOfType<StepOp>() != nullptr) == getCore().has_value())
    return emitOpError("needs `core` in a kernel, and has none in a step");
  return success();
}

static LogicalResult verifyInStep(Operation *op) {
  if (!op->getParentOfType<StepOp>())
    return op->emitOpError("is for steps only");
  return success();
}
LogicalResult OperandOp::verify() { return verifyInStep(*this); }
LogicalResult BindOp::verify() { return verifyInStep(*this); }
LogicalResult NextOp::verify() { return verifyInStep(*this); }

std::string ProgramOp::getText() {
  std::string text;
  for (StringAttr line : getLines().getAsRange<StringAttr>()) {
    text += line.getValue();
    text += '\n';
  }
  return text;
}

//===----------------------------------------------------------------------===//
// Dialect
//===----------------------------------------------------------------------===//

void PlanDialect::initialize() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/Plan/PlanTypes.cpp.inc"
      >();
  addOperations<
#define GET_OP_LIST
#include "dialects/Plan/PlanOps.cpp.inc"
      >();
}

} // namespace mplc::plan

#include "dialects/Plan/PlanDialect.cpp.inc"
#include "dialects/Plan/PlanEnums.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/Plan/PlanTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dialects/Plan/PlanOps.cpp.inc"
