// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p36 proved
(theory Pelletier36
  forall x: exists y: F(x,y);
  forall x: exists y: G(x,y);
  forall x, y: F(x,y) or G(x,y) implies forall z: F(y,z) or G(y,z) implies H(x,z))
(set D)
(relation F, G, H : D, D)
(constant d : D)
(conjecture p36 forall x: exists y: H(x,y))
