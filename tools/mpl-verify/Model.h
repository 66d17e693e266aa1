//===- Model.h - Finite structures that refute statements -------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_MODEL_H
#define MPL_VERIFY_MODEL_H

#include "Text.h"
#include "Theory.h"

namespace mplverify {

/// A finite structure as a file gives it: elements 0, 1, .. and what constants
/// stand for. A constant that it leaves out is element 0, a set is empty.
struct Structure {
  using Row = std::vector<uint32_t>;

  uint32_t elements = 0;
  std::map<Symbol, uint32_t> constants;
  std::map<Symbol, std::vector<Row>> sets; ///< Rows are sorted.
};

/// A model file: a structure in which the theory holds and a statement does not.
struct ModelFile {
  std::string path;
  Statement refuted;
  Structure structure;
  /// Elements for variables of the statement, by name.
  std::map<Symbol, uint32_t> values;
  std::string error;
  size_t errorLine = 0;
};

/// Reads and checks a model file (docs/proof-format.md). False if it cannot be
/// read; otherwise `error` is empty if all that it claims is so.
bool checkModel(Theory &theory, const std::string &path, ModelFile &file);

/// Whether the axioms, facts, assumed statements and induction forms of the theory
/// hold in the structure and the statement is false with these values; `error` says
/// what is otherwise.
bool refutes(Theory &theory, const Structure &structure, const Statement &statement,
             const std::map<Symbol, uint32_t> &values, std::string &error);

} // namespace mplverify

#endif // MPL_VERIFY_MODEL_H
