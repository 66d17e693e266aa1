//===- FileParser.h - The forms of one file ---------------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_FILEPARSER_H
#define MPLC_LIB_PARSE_FILEPARSER_H

#include "Diagnostics.h"

#include "mplc/Parse/Syntax.h"

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace mplc {

/// `(import "path")` or `(import "path" as name[parameters])`.
struct Import {
  std::string path;
  llvm::SMLoc loc; ///< Of the path.
  bool isLibrary = false; ///< `<path>`: looked for where libraries are.
  std::optional<Identifier> name;
  std::vector<Parameter> parameters;
};

/// `(import-theorems "path")` or `(import-theorems "path" [name,...])`.
struct TheoremImport {
  Import file;
  std::vector<Identifier> names; ///< All, if there are none.
};

/// What one file says, imports not followed.
struct File {
  std::vector<Import> imports;
  std::vector<TheoremImport> theoremImports;
  std::vector<Definition> definitions;
  std::optional<Theory> theory;
  std::vector<Induction> inductions;
  std::vector<Explore> explores;
  std::vector<Conjecture> conjectures;
  std::vector<Fact> facts;
  std::vector<Declaration> declarations;
  SyntaxPtr bareExpression;
};

/// Parses the text of one file. Every error is reported; what could be read in
/// spite of errors is in the result.
File parseFile(llvm::StringRef buffer, Diagnostics &diagnostics);

/// Parses one formula, such as a line of input. Null after an error.
SyntaxPtr parseFormula(llvm::StringRef text, Diagnostics &diagnostics);

} // namespace mplc

#endif // MPLC_LIB_PARSE_FILEPARSER_H
