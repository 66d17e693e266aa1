// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p17 proved
(theory Pelletier17)
(set A)
(relation T : A)
(constant p, q, r, s : A)
(conjecture p17
  (T(p) and (T(q) implies T(r)) implies T(s)) iff (not T(p) or T(q) or T(s)) and (not T(p) or not
    T(r) or T(s)))
