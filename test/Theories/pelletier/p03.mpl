// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p03 proved
(theory Pelletier3)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p03 not (T(p) implies T(q)) implies (T(q) implies T(p)))
