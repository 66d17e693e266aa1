// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Contrapositives of chains; no axiom has a negation.
(theory Chain[S,A,B,C,r] (&
  (>[x,y](in2[x,y,r])(&(in[x,S])(in[y,S])))
  (>[x](in[x,A])(in[x,B]))(>[x](in[x,B])(in[x,C]))
  (>[x,y](&(in2[x,y,r])(in[x,B]))(in[y,B]))
  (>[x](in[x,A])(in[x,S]))(>[x](in[x,B])(in[x,S]))(>[x](in[x,C])(in[x,S]))))
// VERDICT back proved
(conjecture back (>[x](&(in[x,S])!(in[x,C]))!(in[x,A])))
// VERDICT step proved
(conjecture step (>[x,y,z](&(in2[x,y,r])(in2[y,z,r])!(in[z,B]))!(in[x,A])))
// VERDICT forth refuted
(conjecture forth (>[x](&(in[x,S])!(in[x,A]))!(in[x,C])))
