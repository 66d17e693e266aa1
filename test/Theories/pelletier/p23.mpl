// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p23 proved
(theory Pelletier23)
(set D)
(relation F : D)
(constant d : D)
(set A)
(relation T : A)
(constant p : A)
(conjecture p23 (forall x: T(p) or F(x)) iff (T(p) or forall x: F(x)))
