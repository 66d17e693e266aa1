// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p07 proved
(theory Pelletier7)
(set A)
(relation T : A)
(constant p : A)
(conjecture p07 T(p) or not not not T(p))
