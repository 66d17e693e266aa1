// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p30 proved
(theory Pelletier30
  forall x: F(x) or G(x) implies not H(x);
  forall x: (G(x) implies not I(x)) implies F(x) and H(x))
(set D)
(relation F, G, H, I : D)
(constant d : D)
(conjecture p30 forall x: I(x))
