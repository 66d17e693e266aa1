//===- Formula.h - Reading formulas of the mpl dialect ----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_TRANSFORMS_FORMULA_H
#define MPLC_LIB_TRANSFORMS_FORMULA_H

#include "llvm/ADT/DenseMap.h"
#include "dialects/MPL/MPL.h"

#include <optional>
#include <string>

namespace mplc {

/// The name in the source of a bound variable, parameter or constant.
llvm::StringRef boundName(mlir::Value term);

/// Names to print instead of a variable's own.
using TermNames = llvm::DenseMap<mlir::Value, std::string>;

/// The formula as MPL text without white space.
std::string formulaText(mlir::Value formula, const TermNames &names = TermNames());

/// `!(>[y]A !B)`: there is a y with A and B.
struct Existential {
  mlir::Block *binder; ///< Its arguments are the y.
  mlir::Value left, right;
};
std::optional<Existential> asExistential(mlir::Value formula);

/// Flattens as proofs do: a conjunction part by part, all else is one entry.
void flatten(mlir::Value formula, llvm::SmallVectorImpl<mlir::Value> &parts);

} // namespace mplc

#endif // MPLC_LIB_TRANSFORMS_FORMULA_H
