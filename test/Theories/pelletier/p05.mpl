// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p05 proved
(theory Pelletier5)
(set A)
(relation T : A)
(constant p, q, r : A)
(conjecture p05 (T(p) or T(q) implies T(p) or T(r)) implies T(p) or (T(q) implies T(r)))
