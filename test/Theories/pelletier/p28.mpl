// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p28 proved
(theory Pelletier28
  forall x: P(x) implies forall z: Q(z);
  (forall x: Q(x) or R(x)) implies exists x: Q(x) and S(x);
  (exists x: S(x)) implies forall x: F(x) implies G(x))
(set D)
(relation P, Q, R, S, F, G : D)
(constant d : D)
(conjecture p28 forall x: P(x) and F(x) implies G(x))
