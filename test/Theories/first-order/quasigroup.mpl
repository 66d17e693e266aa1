// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A quasigroup with divisions; a Steiner quasigroup; a group by solvability.
(import "../../../mpl/function.mpl")
(theory Quasi[Q,*,\,/] (&
  (fXYZ[*,Q,Q,Q])(fXYZ[\,Q,Q,Q])(fXYZ[/,Q,Q,Q])
  (>[x,y,z,w](&(in3[x,y,z,\])(in3[x,z,w,*]))(=[w,y]))
  (>[x,y,z,w](&(in3[x,y,z,*])(in3[x,z,w,\]))(=[w,y]))
  (>[x,y,z,w](&(in3[x,y,z,/])(in3[z,y,w,*]))(=[w,x]))
  (>[x,y,z,w](&(in3[x,y,z,*])(in3[z,y,w,/]))(=[w,x]))))
// VERDICT solve_left proved
(conjecture solve_left (>[a,b](&(in[a,Q])(in[b,Q]))!(>[x](in[x,Q])!(in3[a,x,b,*]))))
// VERDICT solve_right proved
(conjecture solve_right (>[a,b](&(in[a,Q])(in[b,Q]))!(>[x](in[x,Q])!(in3[x,a,b,*]))))
// VERDICT unique proved
(conjecture unique (>[a,x,y,b](&(in3[a,x,b,*])(in3[a,y,b,*]))(=[x,y])))
// VERDICT solve_divisor proved
(conjecture solve_divisor (>[a,b](&(in[a,Q])(in[b,Q]))!(>[x](in[x,Q])!(in3[a,x,b,/]))))
// VERDICT idempotent refuted
(conjecture idempotent (>[a](in[a,Q])(in3[a,a,a,*])))
// VERDICT root refuted
(conjecture root (>[b](in[b,Q])!(>[x](in[x,Q])!(in3[x,x,b,*]))))
