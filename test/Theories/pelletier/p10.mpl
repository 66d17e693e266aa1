// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p10 proved
(theory Pelletier10
  T(q) implies T(r);
  T(r) implies T(p) and T(q);
  T(p) implies T(q) or T(r))
(set A)
(relation T : A)
(constant p, q, r : A)
(conjecture p10 T(p) iff T(q))
