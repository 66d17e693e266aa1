// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A relation that is symmetric, transitive and serial.
(theory Serial[S,r] (&
  (>[x,y](in2[x,y,r])(&(in[x,S])(in[y,S])))
  (>[x,y](in2[x,y,r])(in2[y,x,r]))
  (>[x,y,z](&(in2[x,y,r])(in2[y,z,r]))(in2[x,z,r]))
  (>[x](in[x,S])!(>[y](in[y,S])!(in2[x,y,r])))))
// VERDICT reflexive proved
(conjecture reflexive (>[x](in[x,S])(in2[x,x,r])))
// VERDICT euclidean proved
(conjecture euclidean (>[x,y,z](&(in2[x,y,r])(in2[x,z,r]))(in2[y,z,r])))
// VERDICT two_steps proved
(conjecture two_steps (>[x](in[x,S])!(>[y,z](&(in2[x,y,r])(in2[y,z,r]))!(in2[z,x,r]))))
// VERDICT apart_stay proved
(conjecture apart_stay (>[x,y,z](&(in2[x,y,r])(in[z,S])!(in2[x,z,r]))!(in2[y,z,r])))
// VERDICT one_class refuted
(conjecture one_class (>[x,y](&(in[x,S])(in[y,S]))(in2[x,y,r])))
// VERDICT equal refuted
(conjecture equal (>[x,y](in2[x,y,r])(=[x,y])))
