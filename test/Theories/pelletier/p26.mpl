// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p26 proved
(theory Pelletier26
  (exists x: P(x)) iff exists x: Q(x);
  forall x, y: P(x) and Q(y) implies (R(x) iff S(y)))
(set D)
(relation P, Q, R, S : D)
(constant d : D)
(conjecture p26 (forall x: P(x) implies R(x)) iff forall x: Q(x) implies S(x))
