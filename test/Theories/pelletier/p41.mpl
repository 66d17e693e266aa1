// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// REQUIRES: premises-of-any-form
// RUN: %check-verdicts %s %t
// VERDICT p41 proved
(theory Pelletier41)
(set D)
(relation F : D, D)
(constant d : D)
(conjecture p41
  (forall z: exists y: forall x: F(x,y) iff F(x,z) and not F(x,x)) implies not exists z: forall
    x: F(x,z))
