// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p24 proved
(theory Pelletier24
  not exists x: S(x) and Q(x);
  forall x: P(x) implies Q(x) or R(x);
  (not exists x: P(x)) implies exists x: Q(x);
  forall x: Q(x) or R(x) implies S(x))
(set D)
(relation P, Q, R, S : D)
(constant d : D)
(conjecture p24 exists x: P(x) and R(x))
