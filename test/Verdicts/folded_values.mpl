// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// Constructors that are not free: values contain themselves, and finite models exist.
// VERDICT s_injective proved
// VERDICT one_element refuted
// VERDICT no_fixed_point refuted
(import "../../mpl/function.mpl")
(theory Integers[Z,zero,s,p]
  (& (in[zero,Z]) (fXY[s,Z,Z]) (fXY[p,Z,Z])
     (>[x,y] (in2[x,y,s]) (in2[y,x,p])) (>[x,y] (in2[x,y,p]) (in2[y,x,s]))))
(induction [Z,zero,s,p])
(conjecture s_injective (>[x,y,w] (& (in2[x,w,s]) (in2[y,w,s])) (=[x,y])))
(conjecture one_element (>[x] (in[x,Z]) (=[x,zero])))
(conjecture no_fixed_point (>[x] (in[x,Z]) !(in2[x,x,s])))
