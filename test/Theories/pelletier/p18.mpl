// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p18 proved
(theory Pelletier18)
(set D)
(relation F : D)
(constant d : D)
(conjecture p18 exists y: forall x: F(y) implies F(x))
