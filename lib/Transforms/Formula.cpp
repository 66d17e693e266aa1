//===- Formula.cpp - Reading formulas of the mpl dialect ------------------===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Formula.h"

#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

namespace mplc {

StringRef boundName(Value term) {
  const BlockArgument argument = cast<BlockArgument>(term);
  Operation *binder = argument.getOwner()->getParentOp();
  const auto names = binder->getAttrOfType<ArrayAttr>("names");
  return cast<StringAttr>(names[argument.getArgNumber()]).getValue();
}

static void print(Value formula, const TermNames &names,
                  llvm::raw_ostream &os) {
  auto arguments = [&](ValueRange terms) {
    os << '[';
    llvm::interleave(
        terms, os,
        [&](Value t) {
          const auto it = names.find(t);
          if (it != names.end())
            os << it->second;
          else
            os << boundName(t);
        },
        ",");
    os << ']';
  };
  llvm::TypeSwitch<Operation *>(formula.getDefiningOp())
      .Case([&](mpl::AtomOp op) {
        os << '(' << op.getPredicate();
        arguments(op.getArgs());
        os << ')';
      })
      .Case([&](mpl::EqualOp op) {
        os << "(=";
        arguments(op->getOperands());
        os << ')';
      })
      .Case([&](mpl::AndOp op) {
        os << "(&";
        for (Value part : op.getParts())
          print(part, names, os);
        os << ')';
      })
      .Case([&](mpl::NotOp op) {
        os << '!';
        print(op.getFormula(), names, os);
      })
      .Case([&](mpl::ForallOp op) {
        os << "(>";
        arguments(op.getBody().getArguments());
        print(op.getLeft(), names, os);
        print(op.getRight(), names, os);
        os << ')';
      });
}

std::string formulaText(Value formula, const TermNames &names) {
  std::string text;
  llvm::raw_string_ostream os(text);
  print(formula, names, os);
  return text;
}

std::optional<Existential> asExistential(Value formula) {
  auto outer = formula.getDefiningOp<mpl::NotOp>();
  if (!outer)
    return std::nullopt;
  auto forall = outer.getFormula().getDefiningOp<mpl::ForallOp>();
  if (!forall)
    return std::nullopt;
  auto inner = forall.getRight().getDefiningOp<mpl::NotOp>();
  if (!inner)
    return std::nullopt;
  return Existential{&forall.getBody().front(), forall.getLeft(),
                     inner.getFormula()};
}

void flatten(Value formula, SmallVectorImpl<Value> &parts) {
  if (auto conjunction = formula.getDefiningOp<mpl::AndOp>()) {
    for (Value part : conjunction.getParts())
      flatten(part, parts);
  } else {
    parts.push_back(formula);
  }
}

} // namespace mplc
