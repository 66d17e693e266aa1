// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p43 proved
(theory Pelletier43
  forall x, y: Q(x,y) iff forall z: F(z,x) iff F(z,y))
(set D)
(relation F, Q : D, D)
(constant d : D)
(conjecture p43 forall x, y: Q(x,y) iff Q(y,x))
