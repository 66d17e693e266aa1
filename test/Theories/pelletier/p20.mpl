// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p20 proved
(theory Pelletier20)
(set D)
(relation P, Q, R, S : D)
(constant d : D)
(conjecture p20
  (forall x, y: exists z: forall w: P(x) and Q(y) implies R(z) and S(w)) implies (exists x, y:
    P(x) and Q(y)) implies exists z: R(z))
