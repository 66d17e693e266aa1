// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p42 proved
(theory Pelletier42)
(set D)
(relation F : D, D)
(constant d : D)
(conjecture p42 not exists y: forall x: F(x,y) iff not exists z: F(x,z) and F(z,x))
