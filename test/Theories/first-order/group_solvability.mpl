// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Solvability in groups.
(import "../../../mpl/function.mpl")
(theory Group[G,*,inv,e] (&
  (fXYZ[*,G,G,G])(fXY[inv,G,G])(in[e,G])(associative[*])
  (>[x](in[x,G])(in3[e,x,x,*]))
  (>[x,y](in2[x,y,inv])(in3[y,x,e,*]))))
// VERDICT right_inverse proved
(conjecture right_inverse (>[x,y](in2[x,y,inv])(in3[x,y,e,*])))
// VERDICT solve_left proved
(conjecture solve_left (>[a,b](&(in[a,G])(in[b,G]))!(>[x](in[x,G])!(in3[a,x,b,*]))))
// VERDICT solve_right proved
(conjecture solve_right (>[a,b](&(in[a,G])(in[b,G]))!(>[x](in[x,G])!(in3[x,a,b,*]))))
// VERDICT conjugate refuted
(conjecture conjugate (>[a,b](&(in[a,G])(in[b,G]))!(>[x,y](&(in[x,G])(in3[x,a,y,*]))!(in3[b,x,y,*])))) 
// VERDICT root refuted
(conjecture root (>[b](in[b,G])!(>[x](in[x,G])!(in3[x,x,b,*]))))
