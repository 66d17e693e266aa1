// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p16 proved
(theory Pelletier16)
(set A)
(relation T : A)
(constant p, q : A)
(conjecture p16 (T(p) implies T(q)) or (T(q) implies T(p)))
