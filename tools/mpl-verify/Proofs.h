//===- Proofs.h - A set of proofs and how they depend -----------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_PROOFS_H
#define MPL_VERIFY_PROOFS_H

#include "Checker.h"

namespace mplverify {

/// Parses a statement about the constants of the theory, or 'false'. On an error it is
/// false and `error` says what it is.
bool parseStatement(Theory &theory, std::string_view text, Formula &f,
                    std::string &error);

/// Reads the words after 'refutes': a name and a statement, which is that of the theory
/// file if it states one of that name.
bool parseRefuted(Theory &theory, Words words, Statement &refuted, std::string &error);

/// A proof file. `error` is empty as long as nothing speaks against it.
struct Proof {
  std::string path;
  Theorem theorem;
  Symbol refuted = SymbolTable::anonymous; ///< A statement, or none.
  std::vector<Symbol> uses;
  size_t theoremLine = 0, usesLine = 0;
  size_t bodyOffset = 0; ///< Where the steps start, and the line before it.
  size_t bodyLine = 0;
  std::string text; ///< Until it is checked, if all of it is in memory.
  bool citesFacts = false;
  bool assumes = false; ///< By way of any theorem that it uses.
  std::string error;
  size_t errorLine = 0;
  /// Another proof's error stands for this one's, too.
  bool isSilent = false;
};

class ProofSet {
public:
  explicit ProofSet(Theory &theory) : theory(theory) {}

  /// Reads the header of a proof; false if the file cannot be read.
  bool add(const std::string &path);
  /// Checks all proofs, then what they use.
  void check();

  const std::vector<Proof> &all() const { return proofs; }
  size_t stepsChecked() const { return steps; }

private:
  bool readHeader(Proof &proof, const std::string &text);
  bool headerLine(Proof &proof, size_t which, std::string_view line);
  bool theoremLine(Proof &proof, Words words);
  bool refutesLine(Proof &proof, Words words);
  void checkOne(Checker &checker, Proof &proof);
  void resolve(size_t start);
  void joinOtherTheories();

  Theory &theory;
  std::vector<Proof> proofs;
  std::map<Symbol, size_t> proofOf;
  /// The proofs of theories that are not the file's, by theory.
  std::map<std::string, std::vector<size_t>, std::less<>> others;
  std::vector<uint8_t> states;
  size_t steps = 0;
  size_t bytesKept = 0; ///< Of `text`, in all proofs.
};

} // namespace mplverify

#endif // MPL_VERIFY_PROOFS_H
