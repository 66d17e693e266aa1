// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p33 proved
(theory Pelletier33)
(set D)
(relation P : D)
(constant a, b, c : D)
(conjecture p33
  (forall x: P(a) and (P(x) implies P(b)) implies P(c)) iff forall x: (not P(a) or P(x) or P(c))
    and (not P(a) or not P(b) or P(c)))
