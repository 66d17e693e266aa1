//===- Binders.h - Assembly of bound names ----------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Proofs refer to variables by their names in the source, so names must survive
// in the IR even where they are no legal SSA names or had to be made unique. A
// region that binds names keeps them in an attribute; in text the SSA name says
// it all unless it is different: `(%x: !mpl.elem, %plus "+": !binary)`.
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_DIALECTS_BINDERS_H
#define MPLC_DIALECTS_BINDERS_H

#include "mlir/IR/Builders.h"
#include "mlir/IR/OpImplementation.h"

namespace mplc::binders {

/// Parses `(%a ["name"] [: type], ...)`. With `fixedType` no types are written.
inline mlir::ParseResult
parse(mlir::OpAsmParser &parser,
      llvm::SmallVectorImpl<mlir::OpAsmParser::Argument> &arguments,
      mlir::ArrayAttr &names, mlir::Type fixedType = {}) {
  llvm::SmallVector<mlir::Attribute> list;
  auto parseOne = [&]() -> mlir::ParseResult {
    mlir::OpAsmParser::Argument &argument = arguments.emplace_back();
    if (parser.parseArgument(argument))
      return mlir::failure();
    std::string name = argument.ssaName.name.drop_front().str();
    (void)parser.parseOptionalString(&name);
    list.push_back(parser.getBuilder().getStringAttr(name));
    argument.type = fixedType;
    return fixedType ? mlir::success() : parser.parseColonType(argument.type);
  };
  if (parser.parseCommaSeparatedList(mlir::AsmParser::Delimiter::Paren, parseOne))
    return mlir::failure();
  names = parser.getBuilder().getArrayAttr(list);
  return mlir::success();
}

inline void print(mlir::OpAsmPrinter &printer,
                  mlir::Block::BlockArgListType arguments,
                  mlir::ArrayAttr names, bool withTypes) {
  printer << '(';
  llvm::interleaveComma(
      llvm::zip(arguments, names), printer.getStream(), [&](auto pair) {
        const mlir::BlockArgument argument = std::get<0>(pair);
        const llvm::StringRef name =
            llvm::cast<mlir::StringAttr>(std::get<1>(pair)).getValue();
        std::string spelled;
        llvm::raw_string_ostream os(spelled);
        printer.printOperand(argument, os);
        printer << spelled;
        if (llvm::StringRef(spelled).drop_front() != name) {
          printer << ' ';
          printer.printString(name);
        }
        if (withTypes)
          printer << ": " << argument.getType();
      });
  printer << ')';
}

/// A readable SSA name for a bound name.
inline llvm::StringRef ssaName(llvm::StringRef name) {
  if (name == "+")
    return "plus";
  if (name == "*")
    return "times";
  if (name == "-")
    return "minus";
  return name;
}

inline void suggest(mlir::Region &region, mlir::ArrayAttr names,
                    mlir::OpAsmSetValueNameFn setName) {
  if (region.empty())
    return;
  for (auto [argument, name] : llvm::zip(region.getArguments(), names))
    if (auto text = llvm::dyn_cast<mlir::StringAttr>(name))
      setName(argument, ssaName(text.getValue()));
}

/// One name an argument of the region, all different.
inline mlir::LogicalResult verify(mlir::Operation *op, mlir::Region &region,
                                  mlir::ArrayAttr names) {
  if (names.size() != region.getNumArguments())
    return op->emitOpError("binds ")
           << region.getNumArguments() << " values but names " << names.size();
  llvm::SmallVector<mlir::Attribute> seen;
  for (mlir::Attribute name : names) {
    if (llvm::is_contained(seen, name))
      return op->emitOpError("binds the name ") << name << " twice";
    seen.push_back(name);
  }
  return mlir::success();
}

} // namespace mplc::binders

#endif // MPLC_DIALECTS_BINDERS_H
