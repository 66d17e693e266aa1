// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p22 proved
(theory Pelletier22)
(set D)
(relation F : D)
(constant d : D)
(set A)
(relation T : A)
(constant p : A)
(conjecture p22 (forall x: T(p) iff F(x)) implies (T(p) iff forall x: F(x)))
