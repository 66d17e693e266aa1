// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p09 proved
(theory Pelletier9)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p09
  (T(p) or T(q)) and (not T(p) or T(q)) and (T(p) or not T(q)) implies not (not T(p) or not T(q)))
