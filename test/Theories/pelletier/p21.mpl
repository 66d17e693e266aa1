// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p21 proved
(theory Pelletier21
  exists x: T(p) implies F(x);
  exists x: F(x) implies T(p))
(set D)
(relation F : D)
(constant d : D)
(set A)
(relation T : A)
(constant p : A)
(conjecture p21 exists x: T(p) iff F(x))
