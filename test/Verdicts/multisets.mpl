// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Insertion in any order: a commuting constructor.
// VERDICT insert_injective refuted
// VERDICT twice proved
(import "../../mpl/function.mpl")
(theory Multisets[E,M,empty,ins]
  (& (in[empty,M]) (fXYZ[ins,E,M,M])
     (>[x,y,l,m,a,b] (& (in3[y,l,a,ins]) (in3[x,a,m,ins]) (in3[x,l,b,ins])) (in3[y,b,m,ins]))))
(induction [M,empty,ins])
(conjecture twice (>[x,l,m] (in3[x,l,m,ins]) (in[m,M])))
(conjecture insert_injective (>[x,y,l,m,k] (& (in3[x,l,k,ins]) (in3[y,m,k,ins])) (=[x,y])))
