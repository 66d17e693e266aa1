// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p15 proved
(theory Pelletier15)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p15 (T(p) implies T(q)) iff (not T(p) or T(q)))
