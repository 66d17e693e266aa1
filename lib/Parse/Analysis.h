//===- Analysis.h - What the parts of analysis share ------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_ANALYSIS_H
#define MPLC_LIB_PARSE_ANALYSIS_H

#include "Diagnostics.h"

#include "mplc/Parse/AST.h"

#include <optional>

namespace mplc {

/// The number of arguments of the primitive predicate `name`: 2 for `in`, K + 1
/// for `inK` with K >= 2; none if `name` is not primitive.
std::optional<unsigned> primitiveArity(llvm::StringRef name);

/// Infers the types of all parameters, constants and bound variables; the
/// definitions must be ordered, each before its first use, and may contain
/// errors of other kinds, which are passed over.
void inferTypes(Module &module, Diagnostics &diagnostics);

} // namespace mplc

#endif // MPLC_LIB_PARSE_ANALYSIS_H
