// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// VERDICT p39 proved
(theory Pelletier39)
(set D)
(relation F : D, D)
(constant d : D)
(conjecture p39 not exists x: forall y: F(y,x) iff not F(y,y))
