// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p46 proved
(theory Pelletier46
  forall x: F(x) and (forall y: F(y) and H(y,x) implies G(y)) implies G(x);
  (exists x: F(x) and not G(x)) implies exists x: F(x) and not G(x) and forall y: F(y) and not
    G(y) implies J(x,y);
  forall x, y: F(x) and F(y) and H(x,y) implies not J(y,x))
(set D)
(relation F, G : D)
(relation H, J : D, D)
(constant d : D)
(conjecture p46 forall x: F(x) implies G(x))
