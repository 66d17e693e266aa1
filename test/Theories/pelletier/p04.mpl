// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p04 proved
(theory Pelletier4)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p04 (not T(p) implies T(q)) iff (not T(q) implies T(p)))
