// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p13 proved
(theory Pelletier13)
(set A)
(relation T : A)
(constant p, q, r : A)
(conjecture p13 T(p) or (T(q) and T(r)) iff (T(p) or T(q)) and (T(p) or T(r)))
