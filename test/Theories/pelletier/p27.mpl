// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p27 proved
(theory Pelletier27
  exists x: F(x) and not G(x);
  forall x: F(x) implies H(x);
  forall x: J(x) and I(x) implies F(x);
  (exists x: H(x) and not G(x)) implies forall x: I(x) implies not H(x))
(set D)
(relation F, G, H, I, J : D)
(constant d : D)
(conjecture p27 forall x: J(x) implies not I(x))
