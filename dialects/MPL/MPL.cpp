//===- MPL.cpp - The mpl dialect ------------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dialects/MPL/MPL.h"

#include "dialects/Binders.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc::mpl {

/// `(1)` is bracketed already, other labels are not.
static std::string wrap(Type type) {
  return isa<ElemType>(type) ? "(1)" : "(" + label(type) + ")";
}

std::string label(Type type) {
  return llvm::TypeSwitch<Type, std::string>(type)
      .Case([](PowerType t) { return "P" + wrap(t.getMember()); })
      .Case([](ProductType t) {
        return "x" + wrap(t.getLeft()) + wrap(t.getRight());
      })
      .Default([](Type) { return std::string("(1)"); });
}

unsigned primitiveArity(llvm::StringRef predicate) {
  if (!predicate.consume_front("in"))
    return 0;
  if (predicate.empty())
    return 2;
  unsigned columns = 0;
  if (predicate.getAsInteger(10, columns) || columns < 2)
    return 0;
  return columns + 1;
}

namespace {

/// Types of arguments are long; the usual ones get names at the top of a file.
struct AliasInterface : OpAsmDialectInterface {
  using OpAsmDialectInterface::OpAsmDialectInterface;
  AliasResult getAlias(Type type, raw_ostream &os) const final {
    const std::string text = isa<PowerType>(type) ? label(type) : "";
    if (text == "P(1)")
      os << "set";
    else if (text == "P(x(1)(1))")
      os << "unary";
    else if (text == "P(x(1)(x(1)(1)))")
      os << "binary";
    else
      return AliasResult::NoAlias;
    return AliasResult::OverridableAlias;
  }
};

ParseResult parseForm(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  ArrayAttr names;
  SmallVector<OpAsmParser::Argument> arguments;
  if (parser.parseSymbolName(name, "sym_name", result.attributes) ||
      binders::parse(parser, arguments, names) ||
      parser.parseOptionalAttrDictWithKeyword(result.attributes))
    return failure();
  result.addAttribute("names", names);
  return parser.parseRegion(*result.addRegion(), arguments);
}

template <typename FormOp>
void printForm(FormOp op, OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(op.getSymName());
  binders::print(printer, op.getBody().getArguments(), op.getNames(), true);
  printer.printOptionalAttrDictWithKeyword(op->getAttrs(),
                                           {"sym_name", "names"});
  printer << ' ';
  printer.printRegion(op.getBody(), /*printEntryBlockArgs=*/false);
}

template <typename FormOp>
LogicalResult verifyForm(FormOp op) {
  Block &block = op.getBody().front();
  if (block.empty() || !isa<HoldOp>(block.back()))
    return op.emitOpError("must end with mpl.hold");
  return binders::verify(op, op.getBody(), op.getNames());
}

} // namespace

#define MPLC_FORM(Form)                                                        \
  ParseResult Form::parse(OpAsmParser &parser, OperationState &result) {       \
    return parseForm(parser, result);                                          \
  }                                                                            \
  void Form::print(OpAsmPrinter &printer) { printForm(*this, printer); }       \
  LogicalResult Form::verify() { return verifyForm(*this); }                   \
  void Form::getAsmBlockArgumentNames(Region &region,                          \
                                      OpAsmSetValueNameFn setName) {           \
    binders::suggest(region, getNames(), setName);                             \
  }

MPLC_FORM(DefineOp)
MPLC_FORM(TheoryOp)
MPLC_FORM(ConjectureOp)
MPLC_FORM(AssumeOp)
#undef MPLC_FORM

ParseResult ForallOp::parse(OpAsmParser &parser, OperationState &result) {
  ArrayAttr names;
  SmallVector<OpAsmParser::Argument> arguments;
  if (binders::parse(parser, arguments, names) ||
      parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
      parser.parseRegion(*result.addRegion(), arguments))
    return failure();
  result.addAttribute("names", names);
  result.addTypes(PropType::get(parser.getContext()));
  return success();
}

void ForallOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  binders::print(printer, getBody().getArguments(), getNames(), true);
  printer.printOptionalAttrDictWithKeyword((*this)->getAttrs(), {"names"});
  printer << ' ';
  printer.printRegion(getBody(), /*printEntryBlockArgs=*/false);
}

LogicalResult ForallOp::verify() {
  Block &block = getBody().front();
  if (block.empty() || !isa<ImpliesOp>(block.back()))
    return emitOpError("must end with mpl.implies");
  return binders::verify(*this, getBody(), getNames());
}

void ForallOp::getAsmBlockArgumentNames(Region &region,
                                        OpAsmSetValueNameFn setName) {
  binders::suggest(region, getNames(), setName);
}

LogicalResult AtomOp::verify() {
  const unsigned arity = primitiveArity(getPredicate());
  if (arity == 0)
    return success();
  if (getArgs().size() != arity)
    return emitOpError("'") << getPredicate() << "' takes " << arity
                            << " arguments, not " << getArgs().size();
  if (!isa<PowerType>(getArgs().back().getType()))
    return emitOpError("the last argument of '")
           << getPredicate() << "' must be a set or function";
  return success();
}

LogicalResult AndOp::verify() {
  if (getParts().size() < 2)
    return emitOpError("needs two parts or more");
  return success();
}

LogicalResult ExploreOp::verify() {
  if (getKeys().size() != getValues().size())
    return emitOpError("needs one value a key");
  return success();
}

static ParseResult parseBounds(OpAsmParser &parser, ArrayAttr &keys,
                               DenseI64ArrayAttr &values) {
  SmallVector<Attribute> keyList;
  SmallVector<int64_t> valueList;
  auto parseOne = [&]() -> ParseResult {
    std::string key;
    if (parser.parseString(&key) || parser.parseEqual() ||
        parser.parseInteger(valueList.emplace_back()))
      return failure();
    keyList.push_back(parser.getBuilder().getStringAttr(key));
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseOne))
    return failure();
  keys = parser.getBuilder().getArrayAttr(keyList);
  values = parser.getBuilder().getDenseI64ArrayAttr(valueList);
  return success();
}

static void printBounds(OpAsmPrinter &printer, Operation *, ArrayAttr keys,
                        DenseI64ArrayAttr values) {
  printer << '[';
  llvm::interleaveComma(llvm::zip(keys, values.asArrayRef()),
                        printer.getStream(), [&](auto pair) {
                          printer << std::get<0>(pair) << " = "
                                  << std::get<1>(pair);
                        });
  printer << ']';
}

} // namespace mplc::mpl

#include "dialects/MPL/MPLDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/MPL/MPLTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dialects/MPL/MPLOps.cpp.inc"

void mplc::mpl::MPLDialect::initialize() {
  registerTypes();
  addOperations<
#define GET_OP_LIST
#include "dialects/MPL/MPLOps.cpp.inc"
      >();
  addInterfaces<mplc::mpl::AliasInterface>();
}

void mplc::mpl::MPLDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/MPL/MPLTypes.cpp.inc"
      >();
}
