//===- ImportTheorems.h - Theorems of earlier runs --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_IMPORTTHEOREMS_H
#define MPLC_LIB_PARSE_IMPORTTHEOREMS_H

#include "Diagnostics.h"
#include "FileParser.h"

namespace mplc {

/// A file of theorems, read and desugared, and where it is.
struct Theorems {
  TheoremImport import;
  std::unique_ptr<Module> module;
  std::string path; ///< Absolute.
};

/// Adds the theorems to the statements of `module`, as assumed ones that name the
/// file, with the definitions that they need and with what they assume
/// themselves. Their theory must be part of the module's: its constants, axioms
/// (as they stand or as part of a definition that an axiom asserts), induction
/// forms and facts. Each must have its proof beside the file.
void importTheorems(Module &module, Theorems &theorems,
                    Diagnostics &diagnostics);

} // namespace mplc

#endif // MPLC_LIB_PARSE_IMPORTTHEOREMS_H
