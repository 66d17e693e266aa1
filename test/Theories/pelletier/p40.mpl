// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p40 proved
(theory Pelletier40)
(set D)
(relation F : D, D)
(constant d : D)
(conjecture p40
  (exists y: forall x: F(x,y) iff F(x,x)) implies not forall x: exists y: forall z: F(z,y) iff
    not F(z,x))
