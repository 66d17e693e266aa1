// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p14 proved
(theory Pelletier14)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p14 (T(p) iff T(q)) iff (T(q) or not T(p)) and (not T(q) or T(p)))
