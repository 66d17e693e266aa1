//===- Target.h - What exports to one system ---------------------*- C++
//-*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPL_EXPORT_TARGET_H
#define MPL_EXPORT_TARGET_H

#include "mplc/Proof/Proof.h"

#include <ostream>
#include <span>

namespace mplexport {

/// A system that proofs can be exported to.
struct Target {
  const char *name;        ///< What `--to` takes.
  const char *description; ///< One line.
  /// Writes everything that the run has proved. False if something cannot be
  /// expressed; `error` is one line then.
  bool (*write)(const mplc::proof::Run &run, std::ostream &os,
                std::string &error);
};

bool writeCoq(const mplc::proof::Run &run, std::ostream &os,
              std::string &error);

/// All targets, in alphabetical order.
std::span<const Target> targets();

} // namespace mplexport

#endif // MPL_EXPORT_TARGET_H
