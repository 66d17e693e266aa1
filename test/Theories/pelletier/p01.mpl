// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p01 proved
(theory Pelletier1)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p01 (T(p) implies T(q)) iff (not T(q) implies not T(p)))
