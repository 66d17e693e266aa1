// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p02 proved
(theory Pelletier2)
(set A)
(relation T : A)
(constant p : A)
(conjecture p02 not not T(p) iff T(p))
