//===- Signatures.h - Which sets functions and relations are on -*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLC_LIB_PARSE_SIGNATURES_H
#define MPLC_LIB_PARSE_SIGNATURES_H

#include "mplc/Parse/AST.h"

#include <functional>
#include <map>

namespace mplc {

/// What axioms say about the sets that a symbol is on.
struct Signature {
  /// The set of each column, inputs first; empty where nothing says it.
  std::vector<std::string> columns;
  bool isTotal = false; ///< As a function: every input has a value.
};

/// The symbols of a theory or a definition, as its axioms have them: typing
/// `(>[x,y](in2[x,y,f])(&(in[x,X])(in[y,Y])))`, totality
/// `(>[x](in[x,X])!(>[y](in[y,Y])!(in2[x,y,f])))` and membership `(in[c,S])`,
/// written out or by definitions that are called.
class Signatures {
public:
  using Lookup = std::function<const Definition *(const std::string &name)>;

  /// Reads all that `axioms` say; `lookup` finds definitions.
  void collect(const Expr &axioms, const Lookup &lookup);

  const Signature *find(const std::string &symbol) const {
    auto it = symbols.find(symbol);
    return it == symbols.end() ? nullptr : &it->second;
  }
  /// The set that a constant is in; empty if nothing says it.
  std::string setOf(const std::string &constant) const {
    auto it = members.find(constant);
    return it == members.end() ? "" : it->second;
  }
  void add(const std::string &symbol, Signature signature) {
    symbols[symbol] = std::move(signature);
  }
  void addMember(const std::string &constant, const std::string &set) {
    members.try_emplace(constant, set);
  }

  bool empty() const { return symbols.empty() && members.empty(); }

private:
  using Renaming = std::map<std::string, std::string>;
  void collect(const Expr &axioms, const Renaming &renaming, const Lookup &lookup,
               unsigned depth);
  void readTyping(const Expr &implication, const Renaming &renaming);
  void readTotality(const Expr &implication, const Renaming &renaming);

  std::map<std::string, Signature> symbols;
  std::map<std::string, std::string> members;
};

} // namespace mplc

#endif // MPLC_LIB_PARSE_SIGNATURES_H
