// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p08 proved
(theory Pelletier8)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p08 ((T(p) implies T(q)) implies T(p)) implies T(p))
