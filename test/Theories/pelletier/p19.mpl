// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p19 proved
(theory Pelletier19)
(set D)
(relation P, Q : D)
(constant d : D)
(conjecture p19 exists x: forall y, z: (P(y) implies Q(z)) implies (P(x) implies Q(x)))
