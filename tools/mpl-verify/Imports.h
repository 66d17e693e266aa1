//===- Imports.h - Theorems that other runs proved --------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_VERIFY_IMPORTS_H
#define MPL_VERIFY_IMPORTS_H

#include "Proofs.h"

#include <memory>
#include <set>

namespace mplverify {

/// Appends the files that an argument stands for, in order of their names: itself,
/// or the proofs and models in a folder. False if there is nothing.
bool findFiles(const std::string &path, std::vector<std::string> &files);

/// Follows the references of assumed statements to the runs that proved them: the
/// theory of such a run must be part of the one that uses it, and the statement
/// proved there by proofs that are accepted, which may again rest on other runs.
class ImportChecker {
public:
  /// Adds a line to `problems` for whatever speaks against a reference.
  void check(Theory &theory);

  std::vector<std::string> problems;
  size_t numProofs = 0; ///< Accepted, in all runs.

private:
  struct Run {
    Theory theory;
    std::set<std::string> proved;
  };

  Run *load(const std::string &path);
  void checkProofs(Run &run, const std::string &path);
  bool isPart(Theory &theory, Theory &whole, std::string &problem);

  std::map<std::string, std::unique_ptr<Run>> runs;
  std::vector<std::string> open;
};

} // namespace mplverify

#endif // MPL_VERIFY_IMPORTS_H
