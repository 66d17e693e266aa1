//===- ProofText.h - The lines of a proof and their scopes ------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_MUTATE_PROOFTEXT_H
#define MPL_MUTATE_PROOFTEXT_H

#include <map>
#include <string>
#include <vector>

namespace mplmutate {

/// A line that is no comment, split into words. A step has a number.
struct Line {
  std::vector<std::string> words;
  int number = 0;
  /// How many blocks are open before the line; a line that opens or closes one
  /// counts for the outside.
  int depth = 0;
  std::vector<int> open;             ///< Steps whose blocks are open here.
  std::vector<int> inScope;          ///< Steps that may be cited here.
  std::vector<std::string> known;    ///< Names in scope here.
  std::vector<std::string> retired;  ///< Names that were in scope before.
  std::vector<std::string> introduces;

  const std::string &word(size_t i) const {
    static const std::string none;
    return i < words.size() ? words[i] : none;
  }
  bool isStep() const { return number != 0; }
  const std::string &formula() const { return word(1); }
  const std::string &reason() const { return word(2); }
  /// The first word after `from`, or the first cited step of a reason without
  /// that word; the number of words if there is none.
  size_t firstCited() const;
  std::string text() const;
};

/// A valid proof.
struct ProofText {
  std::vector<Line> lines;
  std::map<int, size_t> lineOf; ///< By step number.
  std::vector<std::string> constants; ///< Of the theorem's statement.

  explicit ProofText(const std::string &text);
  size_t endOf(size_t caseLine) const;
};

/// Where the arguments of atoms stand in a formula: offset and length.
std::vector<std::pair<size_t, size_t>> argumentsOf(const std::string &formula);

/// The text of lines.
std::string join(const std::vector<Line> &lines);

} // namespace mplmutate

#endif // MPL_MUTATE_PROOFTEXT_H
