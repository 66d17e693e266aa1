// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p11 proved
(theory Pelletier11)
(set A)
(relation T : A)
(constant p : A)
(conjecture p11 T(p) iff T(p))
