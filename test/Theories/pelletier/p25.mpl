// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p25 proved
(theory Pelletier25)
(set D)
(relation P, Q, R, F, G : D)
(constant d : D)
(conjecture p25
  (exists x: P(x)) and (forall x: F(x) implies not G(x) and R(x)) and (forall x: P(x) implies
    G(x) and F(x)) and ((forall x: P(x) implies Q(x)) or exists x: P(x) and R(x)) implies exists
    x: Q(x) and P(x))
