// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p29 proved
(theory Pelletier29
  exists x: F(x);
  exists x: G(x))
(set D)
(relation F, G, H, J : D)
(constant d : D)
(conjecture p29
  (forall x: F(x) implies H(x)) and (forall x: G(x) implies J(x)) iff forall x, y: F(x) and G(y)
    implies H(x) and J(y))
