// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p34 proved
(theory Pelletier34)
(set D)
(relation P, Q : D)
(constant d : D)
(conjecture p34
  ((exists x: forall y: P(x) iff P(y)) iff ((exists x: Q(x)) iff forall y: Q(y))) iff ((exists x:
    forall y: Q(x) iff Q(y)) iff ((exists x: P(x)) iff forall y: P(y))))
