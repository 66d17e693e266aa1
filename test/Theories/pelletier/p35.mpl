// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p35 proved
(theory Pelletier35)
(set D)
(relation P : D, D)
(constant d : D)
(conjecture p35 exists x, y: P(x,y) implies forall z, w: P(z,w))
