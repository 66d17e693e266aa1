//===- NegationWriter.h - Proofs by contradiction ----------------*- C++ -*-===//
//
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MPLRT_PROOF_NEGATIONWRITER_H
#define MPLRT_PROOF_NEGATIONWRITER_H

#include "runtime/proof/Inline.h"
#include "runtime/proof/Writer.h"

namespace mplrt {

/// The formula, from `refute`, which gets the step of its opposite as a premise and
/// returns that of `false`.
template <typename F>
uint32_t Writer::byContradiction(const std::string &formula, bool isNegation,
                                 F &&refute) {
  if (marking) {
    refute(0);
    return 0;
  }
  StepLog &log = scope->log;
  if (const uint32_t known = log.find(formula))
    return known;
  // `show` would take a formula apart that stands for a negated atom.
  const bool isShown = isNegation && !isInlineAtom(formula);
  const uint32_t number = out.open(formula, isShown ? "show" : "cases " + formula);
  if (!isShown) {
    out.line("case " + formula);
    out.line("end " + std::to_string(out.open(formula, "premise")));
    out.line("case !" + formula);
  }
  const size_t before = log.count();
  const std::string opposite = isNegation ? formula.substr(1) : '!' + formula;
  const uint32_t absurd = refute(write(opposite, "premise"));
  out.line("end " + std::to_string(absurd));
  log.forgetFrom(before);
  log.add(formula, number);
  return number;
}

} // namespace mplrt

#endif // MPLRT_PROOF_NEGATIONWRITER_H
