// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p31 proved
(theory Pelletier31
  not exists x: F(x) and (G(x) or H(x));
  exists x: I(x) and F(x);
  forall x: not H(x) implies J(x))
(set D)
(relation F, G, H, I, J : D)
(constant d : D)
(conjecture p31 exists x: I(x) and J(x))
