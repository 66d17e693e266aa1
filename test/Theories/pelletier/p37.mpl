// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p37 proved
(theory Pelletier37
  forall z: exists w: forall x: exists y: (P(x,z) implies P(y,w)) and P(y,z) and (P(y,w) implies
    exists u: Q(u,w));
  forall x, z: not P(x,z) implies exists y: Q(y,z);
  (exists x, y: Q(x,y)) implies forall x: R(x,x))
(set D)
(relation P, Q, R : D, D)
(constant d : D)
(conjecture p37 forall x: exists y: R(x,y))
