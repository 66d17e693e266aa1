//===- Index.h - Where the names of a file stand and what they are -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_PARSE_INDEX_H
#define MPLC_PARSE_INDEX_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mplc {

/// A name with a meaning of its own in a file.
struct IndexedSymbol {
  enum class Kind : uint8_t {
    Definition,
    Theory,
    Statement,
    Exploration,
    Constant,
    Parameter,
    Variable,
    Primitive, ///< `in`, `in2` and so on.
    External,  ///< A predicate that this file does not define.
  };
  Kind kind;
  std::string name;
  size_t place = 0; ///< Of the definition, as an offset; of the first use else.
};

/// One occurrence of a symbol: `length` bytes at `offset`.
struct Occurrence {
  size_t offset, length;
  unsigned symbol;
  bool defines;
};

/// A form of the file, for outlines.
struct IndexedForm {
  std::string keyword, name;
  size_t begin, end;   ///< The whole form, brackets included.
  size_t nameOffset;
};

/// What editors want to know of a file, as far as it can be parsed.
struct Index {
  std::vector<IndexedSymbol> symbols;
  std::vector<Occurrence> occurrences; ///< By offset.
  std::vector<IndexedForm> forms;

  /// The occurrence at or directly before `offset`; null if there is none.
  const Occurrence *at(size_t offset) const;
};

Index indexFile(llvm::StringRef text);

/// One word of a file, for colours.
struct Word {
  enum class Kind : uint8_t {
    Keyword,
    Variable,
    Parameter,
    Constant,
    Predicate,
    Statement,
    String,
    Number,
    Comment,
  };
  size_t offset, length;
  Kind kind;
};
std::vector<Word> classifyWords(llvm::StringRef text, const Index &index);

/// Is `text` one name of the language?
bool isNameOfLanguage(llvm::StringRef text);

} // namespace mplc

#endif // MPLC_PARSE_INDEX_H
