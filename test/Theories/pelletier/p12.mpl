// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p12 proved
(theory Pelletier12)
(set A)
(relation T : A)
(constant p, q, r : A)
(conjecture p12 ((T(p) iff T(q)) iff T(r)) iff (T(p) iff (T(q) iff T(r))))
