// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p44 proved
(theory Pelletier44
  forall x: F(x) implies (exists y: G(y) and H(x,y)) and exists y: G(y) and not H(x,y);
  exists x: J(x) and forall y: G(y) implies H(x,y))
(set D)
(relation F, G, J : D)
(relation H : D, D)
(constant d : D)
(conjecture p44 exists x: J(x) and not F(x))
