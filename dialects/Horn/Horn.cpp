//===- Horn.cpp - The horn dialect ----------------------------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dialects/Horn/Horn.h"

#include "dialects/Binders.h"

#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;

namespace mplc::horn {

//===----------------------------------------------------------------------===//
// Program: references
//===----------------------------------------------------------------------===//

namespace {

/// Names of one kind, and what they stand for.
class NameTable {
public:
  explicit NameTable(const char *kind) : kind(kind) {}

  LogicalResult declare(Operation *op, StringRef name) {
    if (table.try_emplace(name, op).second)
      return success();
    return op->emitOpError("declares the ") << kind << " @" << name << " again";
  }
  Operation *find(Operation *user, FlatSymbolRefAttr name) const {
    if (Operation *op = table.lookup(name.getValue()))
      return op;
    user->emitOpError("refers to an unknown ") << kind << ' ' << name;
    return nullptr;
  }

private:
  const char *kind;
  llvm::StringMap<Operation *> table;
};

struct Names {
  NameTable constants{"constant"}, relations{"relation"}, rules{"rule"},
      goals{"goal"}, builds{"build"};
};

LogicalResult declare(Names &names, Operation &op) {
  return llvm::TypeSwitch<Operation *, LogicalResult>(&op)
      .Case([&](ConstantOp o) {
        return names.constants.declare(o, o.getSymName());
      })
      .Case([&](RelationOp o) {
        return names.relations.declare(o, o.getSymName());
      })
      .Case([&](RuleOp o) { return names.rules.declare(o, o.getSymName()); })
      .Case([&](GoalOp o) { return names.goals.declare(o, o.getSymName()); })
      .Case([&](BuildOp o) { return names.builds.declare(o, o.getSymName()); })
      .Case([&](ComposeOp o) { return names.goals.declare(o, o.getSymName()); })
      .Case<InductionOp, DefinitionOp>([&](auto) { return success(); })
      .Default([&](Operation *o) {
        return o->emitOpError("may not stand in a horn.program");
      });
}

template <typename AtomOp>
LogicalResult checkAtom(const Names &names, AtomOp op) {
  Operation *relation = names.relations.find(op, op.getRelationAttr());
  if (!relation)
    return failure();
  const unsigned arity = cast<RelationOp>(relation).getArity();
  if (op.getArgs().size() != arity)
    return op.emitOpError("gives ")
           << op.getArgs().size() << " arguments to "
           << op.getRelationAttr() << ", which has " << arity << " columns";
  return success();
}

LogicalResult checkReferences(const Names &names, Operation *op) {
  auto known = [&](const NameTable &table, std::optional<FlatSymbolRefAttr> ref) {
    return success(!ref || table.find(op, *ref));
  };
  return llvm::TypeSwitch<Operation *, LogicalResult>(op)
      .Case<MatchOp, DeriveOp, CreateOp>(
          [&](auto o) { return checkAtom(names, o); })
      .Case([&](ValueOp o) { return known(names.constants, o.getConstantAttr()); })
      .Case([&](SourceOp o) {
        return o.getKind() == "contrapose"
                   ? known(names.rules, FlatSymbolRefAttr::get(o.getRootAttr()))
                   : success();
      })
      .Case([&](BuildOp o) { return known(names.rules, o.getRuleAttr()); })
      .Case([&](RuleOp o) {
        return known(names.relations, o.getTemplateOfAttr()
                                          ? std::optional(o.getTemplateOfAttr())
                                          : std::nullopt);
      })
      .Case([&](RelationOp o) -> LogicalResult {
        for (auto ref : {o.getKeyAttr(), o.getTotalityAttr()})
          if (ref && failed(known(names.rules, ref)))
            return failure();
        if (o.getComplementAttr() &&
            failed(known(names.relations, o.getComplementAttr())))
          return failure();
        for (unsigned c = 0; c < o.getArity(); ++c)
          if (o.getSort(c) && (failed(known(names.relations, o.getSort(c))) ||
                               failed(known(names.rules, o.getTyping(c)))))
            return failure();
        return success();
      })
      .Case([&](InductionOp o) -> LogicalResult {
        if (!o.getSort())
          return success();
        if (failed(known(names.relations, o.getSortAttr())))
          return failure();
        for (auto [c, isFunction] :
             llvm::zip(o.getConstructorsAttr(), *o.getFunctions()))
          if (failed(known(isFunction ? names.relations : names.constants,
                           cast<FlatSymbolRefAttr>(c))))
            return failure();
        return success();
      })
      .Default([](Operation *) { return success(); });
}

} // namespace

LogicalResult ProgramOp::verifyRegions() {
  Names names;
  for (Operation &op : getBody().front())
    if (failed(declare(names, op)))
      return failure();
  const WalkResult result = getBody().walk([&](Operation *op) {
    return failed(checkReferences(names, op)) ? WalkResult::interrupt()
                                              : WalkResult::advance();
  });
  return failure(result.wasInterrupted());
}

//===----------------------------------------------------------------------===//
// Relations and inductions
//===----------------------------------------------------------------------===//

void RelationOp::build(OpBuilder &builder, OperationState &state, StringRef name,
                       StringRef predicate, ArrayRef<std::string> pattern,
                       ArrayRef<std::string> labels, bool negated) {
  auto strings = [&](ArrayRef<std::string> list) {
    SmallVector<StringRef> refs(list.begin(), list.end());
    return builder.getStrArrayAttr(refs);
  };
  const SmallVector<Attribute> unknown(labels.size(), builder.getUnitAttr());
  build(builder, state, builder.getStringAttr(name),
        builder.getStringAttr(predicate), strings(pattern), strings(labels),
        builder.getArrayAttr(unknown), builder.getArrayAttr(unknown), nullptr,
        nullptr, nullptr, negated ? builder.getUnitAttr() : UnitAttr(), nullptr);
}

void RelationOp::setColumn(unsigned c, StringRef sort, StringRef typing) {
  SmallVector<Attribute> sorts(getSorts().getValue());
  SmallVector<Attribute> typings(getTypings().getValue());
  sorts[c] = FlatSymbolRefAttr::get(getContext(), sort);
  typings[c] = FlatSymbolRefAttr::get(getContext(), typing);
  setSortsAttr(ArrayAttr::get(getContext(), sorts));
  setTypingsAttr(ArrayAttr::get(getContext(), typings));
}

LogicalResult RelationOp::verify() {
  if (getSorts().size() != getArity() || getTypings().size() != getArity())
    return emitOpError("needs a sort, or none, for each column");
  SmallVector<bool> shown(getArity(), false);
  for (Attribute entry : getPattern()) {
    StringRef text = cast<StringAttr>(entry).getValue();
    if (!text.consume_front("$"))
      continue;
    unsigned column = 0;
    if (text.getAsInteger(10, column) || column >= getArity() || shown[column])
      return emitOpError("has no column for ") << entry << " of its pattern";
    shown[column] = true;
  }
  if (llvm::is_contained(shown, false))
    return emitOpError("has a column that its pattern does not show");
  if (isFunctional() && getArity() < 2)
    return emitOpError("is functional but has no input");
  return success();
}

static ParseResult parseColumns(OpAsmParser &parser, ArrayAttr &labels,
                                ArrayAttr &sorts, ArrayAttr &typings) {
  Builder &builder = parser.getBuilder();
  SmallVector<Attribute> labelList, sortList, typingList;
  auto parseOne = [&]() -> ParseResult {
    std::string label = "(1)";
    Attribute sort = builder.getUnitAttr(), typing = builder.getUnitAttr();
    if (succeeded(parser.parseOptionalKeyword("of"))) {
      if (parser.parseString(&label))
        return failure();
    } else if (parser.parseKeyword("element")) {
      return failure();
    }
    if (succeeded(parser.parseOptionalKeyword("in"))) {
      StringAttr sortName, typingName;
      if (parser.parseSymbolName(sortName) || parser.parseKeyword("by") ||
          parser.parseSymbolName(typingName))
        return failure();
      sort = FlatSymbolRefAttr::get(sortName);
      typing = FlatSymbolRefAttr::get(typingName);
    }
    labelList.push_back(builder.getStringAttr(label));
    sortList.push_back(sort);
    typingList.push_back(typing);
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Paren, parseOne))
    return failure();
  labels = builder.getArrayAttr(labelList);
  sorts = builder.getArrayAttr(sortList);
  typings = builder.getArrayAttr(typingList);
  return success();
}

static void printColumns(OpAsmPrinter &printer, RelationOp op, ArrayAttr labels,
                         ArrayAttr sorts, ArrayAttr typings) {
  printer << '(';
  llvm::interleaveComma(llvm::seq(0u, op.getArity()), printer.getStream(),
                        [&](unsigned c) {
                          if (op.isElement(c))
                            printer << "element";
                          else
                            printer << "of " << labels[c];
                          if (op.getSort(c))
                            printer << " in " << op.getSort(c) << " by "
                                    << op.getTyping(c);
                        });
  printer << ')';
}

static ParseResult parseConstructors(OpAsmParser &parser, ArrayAttr &constructors,
                                     DenseBoolArrayAttr &functions) {
  SmallVector<Attribute> list;
  SmallVector<bool> flags;
  auto parseOne = [&]() -> ParseResult {
    flags.push_back(succeeded(parser.parseOptionalKeyword("function")));
    StringAttr name;
    if (parser.parseSymbolName(name))
      return failure();
    list.push_back(FlatSymbolRefAttr::get(name));
    return success();
  };
  if (parser.parseCommaSeparatedList(AsmParser::Delimiter::Square, parseOne))
    return failure();
  constructors = parser.getBuilder().getArrayAttr(list);
  functions = parser.getBuilder().getDenseBoolArrayAttr(flags);
  return success();
}

static void printConstructors(OpAsmPrinter &printer, Operation *,
                              ArrayAttr constructors,
                              DenseBoolArrayAttr functions) {
  printer << '[';
  llvm::interleaveComma(llvm::zip(constructors, functions.asArrayRef()),
                        printer.getStream(), [&](auto pair) {
                          if (std::get<1>(pair))
                            printer << "function ";
                          printer << std::get<0>(pair);
                        });
  printer << ']';
}

//===----------------------------------------------------------------------===//
// Rules, goals, builds, witnesses
//===----------------------------------------------------------------------===//

static ParseResult parseVariablesAndBody(OpAsmParser &parser,
                                         OperationState &result) {
  ArrayAttr names;
  SmallVector<OpAsmParser::Argument> arguments;
  if (binders::parse(parser, arguments, names,
                     TermType::get(parser.getContext())) ||
      parser.parseOptionalAttrDictWithKeyword(result.attributes) ||
      parser.parseRegion(*result.addRegion(), arguments))
    return failure();
  result.addAttribute("names", names);
  return success();
}

template <typename RuleLike>
static void printVariablesAndBody(OpAsmPrinter &printer, RuleLike op,
                                  ArrayRef<StringRef> elided) {
  binders::print(printer, op.getBody().getArguments(), op.getNames(), false);
  printer.printOptionalAttrDictWithKeyword(op->getAttrs(), elided);
  printer << ' ';
  printer.printRegion(op.getBody(), /*printEntryBlockArgs=*/false);
}

static void parseFlag(OpAsmParser &parser, OperationState &result,
                      StringRef keyword) {
  if (succeeded(parser.parseOptionalKeyword(keyword)))
    result.addAttribute(keyword, parser.getBuilder().getUnitAttr());
}

/// Matches and values first, then one head, then where it comes from.
template <typename... Heads, typename RuleLike>
static LogicalResult verifyBody(RuleLike op) {
  Block &block = op.getBody().front();
  if (block.empty() || !isa<SourceOp>(block.back()))
    return op.emitOpError("must end with horn.source");
  unsigned heads = 0, matches = 0;
  for (Operation &inner : block.without_terminator()) {
    if (isa<ApartOp>(inner))
      ++matches; // The equality that it denies.
    if (isa<MatchOp>(inner)) {
      ++matches;
      if (heads)
        return inner.emitOpError("must stand before the head");
    } else if (isa<Heads...>(inner)) {
      ++heads;
    } else if (!isa<ValueOp>(inner)) {
      return inner.emitOpError("may not stand in ") << op->getName();
    }
  }
  if (heads != 1)
    return op.emitOpError("needs exactly one head, not ") << heads;
  ArrayRef<int32_t> cites = cast<SourceOp>(block.back()).getCites();
  for (size_t i = 0; i + 2 < cites.size(); i += 3)
    if (cites[i] <= SourceOp::Typing && unsigned(cites[i + 1]) >= matches)
      return block.back().emitOpError("cites premise ")
             << cites[i + 1] << " of " << matches;
  return binders::verify(op, op.getBody(), op.getNames());
}

ParseResult RuleOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  FlatSymbolRefAttr templateOf;
  if (parser.parseSymbolName(name, "sym_name", result.attributes))
    return failure();
  if (succeeded(parser.parseOptionalKeyword("template")) &&
      parser.parseAttribute(templateOf, "template_of", result.attributes))
    return failure();
  parseFlag(parser, result, "inactive");
  return parseVariablesAndBody(parser, result);
}

void RuleOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  if (getTemplateOfAttr())
    printer << " template " << getTemplateOfAttr() << ' ';
  if (getInactive())
    printer << " inactive ";
  printVariablesAndBody(printer, *this,
                        {"sym_name", "names", "template_of", "inactive"});
}

LogicalResult RuleOp::verify() {
  return verifyBody<DeriveOp, EquateOp, RefuteOp, WitnessOp, ApartOp>(*this);
}

ParseResult GoalOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name, statement;
  if (parser.parseSymbolName(name, "sym_name", result.attributes) ||
      parser.parseAttribute(statement, "statement", result.attributes))
    return failure();
  parseFlag(parser, result, "assumed");
  return parseVariablesAndBody(parser, result);
}

void GoalOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  printer << ' ' << getStatementAttr() << ' ';
  if (getAssumed())
    printer << "assumed ";
  printVariablesAndBody(printer, *this,
                        {"sym_name", "statement", "names", "assumed"});
}

LogicalResult GoalOp::verify() {
  return verifyBody<DeriveOp, EquateOp, RefuteOp, WitnessOp>(*this);
}

ParseResult BuildOp::parse(OpAsmParser &parser, OperationState &result) {
  StringAttr name;
  FlatSymbolRefAttr rule;
  int32_t core = 0;
  if (parser.parseSymbolName(name, "sym_name", result.attributes) ||
      parser.parseKeyword("for") ||
      parser.parseAttribute(rule, "rule", result.attributes) ||
      parser.parseKeyword("core") || parser.parseInteger(core))
    return failure();
  result.addAttribute("core", parser.getBuilder().getI32IntegerAttr(core));
  parseFlag(parser, result, "unfold");
  return parseVariablesAndBody(parser, result);
}

void BuildOp::print(OpAsmPrinter &printer) {
  printer << ' ';
  printer.printSymbolName(getSymName());
  printer << " for " << getRuleAttr() << " core " << getCore() << ' ';
  if (getUnfold())
    printer << "unfold ";
  printVariablesAndBody(printer, *this,
                        {"sym_name", "rule", "core", "unfold", "names"});
}

LogicalResult BuildOp::verify() {
  Block &block = getBody().front();
  if (block.empty() || !isa<CreateOp>(block.back()))
    return emitOpError("must end with horn.create");
  unsigned matches = 0;
  for (Operation &inner : block.without_terminator()) {
    if (isa<MatchOp>(inner))
      ++matches;
    else if (!isa<ValueOp>(inner))
      return inner.emitOpError("may not stand in ") << (*this)->getName();
  }
  if (getCore() < 1 || getCore() > matches)
    return emitOpError("has a core of ") << getCore() << " among " << matches
                                         << " matches";
  return binders::verify(*this, getBody(), getNames());
}

ParseResult WitnessOp::parse(OpAsmParser &parser, OperationState &result) {
  return parseVariablesAndBody(parser, result);
}

void WitnessOp::print(OpAsmPrinter &printer) {
  printVariablesAndBody(printer, *this, {"names"});
}

LogicalResult WitnessOp::verify() {
  for (Operation &inner : getBody().front())
    if (!isa<MatchOp, ValueOp>(inner))
      return inner.emitOpError("may not stand in ") << (*this)->getName();
  return binders::verify(*this, getBody(), getNames());
}

#define MPLC_NAMES(Op)                                                         \
  void Op::getAsmBlockArgumentNames(Region &region,                            \
                                    OpAsmSetValueNameFn setName) {             \
    binders::suggest(region, getNames(), setName);                             \
  }
MPLC_NAMES(RuleOp)
MPLC_NAMES(GoalOp)
MPLC_NAMES(BuildOp)
MPLC_NAMES(WitnessOp)
#undef MPLC_NAMES

//===----------------------------------------------------------------------===//
// Source
//===----------------------------------------------------------------------===//

ParseResult SourceOp::parse(OpAsmParser &parser, OperationState &result) {
  Builder &builder = parser.getBuilder();
  const Type term = TermType::get(parser.getContext());
  StringRef kind;
  const SMLoc kindLoc = parser.getCurrentLocation();
  std::string root, path;
  if (parser.parseKeyword(&kind))
    return failure();
  if (kind == "use" || kind == "contrapose") {
    if (parser.parseString(&root) || parser.parseKeyword("at") ||
        parser.parseString(&path))
      return failure();
  } else if (kind == "fold") {
    if (parser.parseString(&root))
      return failure();
  } else if (!llvm::is_contained({"statement", "contradict", "symmetry"}, kind)) {
    return parser.emitError(kindLoc, "expected 'use', 'fold', 'statement', "
                                     "'contradict', 'symmetry' or 'contrapose'");
  }

  SmallVector<Attribute> names;
  SmallVector<Value> terms, equal;
  auto parseTerm = [&](SmallVectorImpl<Value> &to) -> ParseResult {
    OpAsmParser::UnresolvedOperand operand;
    return failure(parser.parseOperand(operand) ||
                   parser.resolveOperand(operand, term, to));
  };
  auto parseName = [&]() -> ParseResult {
    std::string name;
    if (parser.parseString(&name) || parser.parseEqual())
      return failure();
    names.push_back(builder.getStringAttr(name));
    return parseTerm(terms);
  };
  SmallVector<int32_t> cites;
  auto parseCite = [&]() -> ParseResult {
    int32_t premise = 0, column = 0;
    if (succeeded(parser.parseOptionalKeyword("premise"))) {
      if (parser.parseInteger(premise))
        return failure();
      cites.append({Premise, premise, 0});
    } else if (succeeded(parser.parseOptionalKeyword("typing"))) {
      if (parser.parseInteger(premise) || parser.parseKeyword("column") ||
          parser.parseInteger(column))
        return failure();
      cites.append({Typing, premise, column});
    } else if (succeeded(parser.parseOptionalKeyword("assumed"))) {
      cites.append({Assumed, 0, 0});
    } else {
      if (parser.parseKeyword("reflexive"))
        return failure();
      cites.append({Reflexive, int32_t(equal.size()), 0});
      return parseTerm(equal);
    }
    return success();
  };
  const auto square = AsmParser::Delimiter::Square;
  if (parser.parseKeyword("where") ||
      parser.parseCommaSeparatedList(square, parseName) ||
      parser.parseKeyword("cites") ||
      parser.parseCommaSeparatedList(square, parseCite) ||
      parser.parseOptionalAttrDict(result.attributes))
    return failure();
  OpBuilder opBuilder(parser.getContext());
  build(opBuilder, result, TypeRange(), builder.getStringAttr(kind),
        builder.getStringAttr(root), builder.getStringAttr(path),
        builder.getArrayAttr(names), builder.getDenseI32ArrayAttr(cites), terms,
        equal);
  return success();
}

void SourceOp::print(OpAsmPrinter &printer) {
  printer << ' ' << getKind();
  const bool hasPath = getKind() == "use" || getKind() == "contrapose";
  if (hasPath || getKind() == "fold")
    printer << ' ' << getRootAttr();
  if (hasPath)
    printer << " at " << getPathAttr();
  printer << " where [";
  llvm::interleaveComma(llvm::zip(getNames(), getTerms()), printer.getStream(),
                        [&](auto pair) {
                          printer << std::get<0>(pair) << " = "
                                  << std::get<1>(pair);
                        });
  printer << "] cites [";
  ArrayRef<int32_t> list = getCites();
  llvm::interleaveComma(
      llvm::seq<size_t>(0, list.size() / 3), printer.getStream(), [&](size_t i) {
        const int32_t first = list[3 * i + 1];
        switch (list[3 * i]) {
        case Premise:
          printer << "premise " << first;
          break;
        case Typing:
          printer << "typing " << first << " column " << list[3 * i + 2];
          break;
        case Assumed:
          printer << "assumed";
          break;
        default:
          printer << "reflexive " << getEqual()[first];
        }
      });
  printer << ']';
  printer.printOptionalAttrDict((*this)->getAttrs(),
                                {"kind", "root", "path", "names", "cites",
                                 "operandSegmentSizes"});
}

LogicalResult SourceOp::verify() {
  if (!llvm::is_contained({"use", "fold", "statement", "contradict", "symmetry",
                           "contrapose"},
                          getKind()))
    return emitOpError("has an unknown kind '") << getKind() << "'";
  if ((getKind() == "statement") != isa<GoalOp>((*this)->getParentOp()))
    return emitOpError("'statement' is for goals, and goals only");
  if (getNames().size() != getTerms().size())
    return emitOpError("needs a term for each name");
  ArrayRef<int32_t> list = getCites();
  if (list.size() % 3)
    return emitOpError("has damaged cites");
  for (size_t i = 0; i < list.size(); i += 3)
    if (list[i] < Premise || list[i] > Assumed || list[i + 1] < 0 ||
        (list[i] == Reflexive && size_t(list[i + 1]) >= getEqual().size()))
      return emitOpError("has damaged cites");
  return success();
}

} // namespace mplc::horn

#include "dialects/Horn/HornDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "dialects/Horn/HornTypes.cpp.inc"

#define GET_OP_CLASSES
#include "dialects/Horn/HornOps.cpp.inc"

void mplc::horn::HornDialect::initialize() {
  registerTypes();
  addOperations<
#define GET_OP_LIST
#include "dialects/Horn/HornOps.cpp.inc"
      >();
}

void mplc::horn::HornDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "dialects/Horn/HornTypes.cpp.inc"
      >();
}
