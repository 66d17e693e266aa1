// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p45 proved
(theory Pelletier45
  forall x: F(x) and (forall y: G(y) and H(x,y) implies J(x,y)) implies forall y: G(y) and H(x,y)
    implies K(y);
  not exists y: L(y) and K(y);
  exists x: F(x) and (forall y: H(x,y) implies L(y)) and forall y: G(y) and H(x,y) implies J(x,y))
(set D)
(relation F, G, K, L : D)
(relation H, J : D, D)
(constant d : D)
(conjecture p45 exists x: F(x) and not exists y: G(y) and H(x,y))
