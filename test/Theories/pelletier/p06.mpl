// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p06 proved
(theory Pelletier6)
(set A)
(relation T : A)
(constant p : A)
(conjecture p06 T(p) or not T(p))
