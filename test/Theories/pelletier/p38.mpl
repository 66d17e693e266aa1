// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p38 proved
(theory Pelletier38)
(set D)
(relation P : D)
(relation R : D, D)
(constant a : D)
(conjecture p38
  (forall x: P(a) and (P(x) implies exists y: P(y) and R(x,y)) implies exists z, w: P(z) and
    R(x,w) and R(w,z)) iff forall x: (not P(a) or P(x) or exists z, w: P(z) and R(x,w) and
    R(w,z)) and (not P(a) or (not exists y: P(y) and R(x,y)) or exists z, w: P(z) and R(x,w) and
    R(w,z)))
