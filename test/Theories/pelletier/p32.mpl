// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p32 proved
(theory Pelletier32
  forall x: F(x) and (G(x) or H(x)) implies I(x);
  forall x: I(x) and H(x) implies J(x);
  forall x: K(x) implies H(x))
(set D)
(relation F, G, H, I, J, K : D)
(constant d : D)
(conjecture p32 forall x: F(x) and K(x) implies J(x))
