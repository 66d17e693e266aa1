// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A Galois connection that reverses orders.
(import "../../../mpl/function.mpl")
(theory Antitone[P,Q,<=,=<,f,g] (&
  (>[x](in[x,P])(in2[x,x,<=])) (>[x,y](in2[x,y,<=])(&(in[x,P])(in[y,P])))
  (>[x,y,z](&(in2[x,y,<=])(in2[y,z,<=]))(in2[x,z,<=]))
  (>[x,y](&(in2[x,y,<=])(in2[y,x,<=]))(=[x,y]))
  (>[x](in[x,Q])(in2[x,x,=<])) (>[x,y](in2[x,y,=<])(&(in[x,Q])(in[y,Q])))
  (>[x,y,z](&(in2[x,y,=<])(in2[y,z,=<]))(in2[x,z,=<]))
  (>[x,y](&(in2[x,y,=<])(in2[y,x,=<]))(=[x,y]))
  (fXY[f,P,Q]) (fXY[g,Q,P])
  (>[x,y,u,v](&(in2[x,u,f])(in2[y,v,g])(in2[y,u,=<]))(in2[x,v,<=]))
  (>[x,y,u,v](&(in2[x,u,f])(in2[y,v,g])(in2[x,v,<=]))(in2[y,u,=<]))))
// VERDICT f_antitone proved
(conjecture f_antitone (>[x,y,u,v](&(in2[x,y,<=])(in2[x,u,f])(in2[y,v,f]))(in2[v,u,=<])))
// VERDICT g_antitone proved
(conjecture g_antitone (>[x,y,u,v](&(in2[x,y,=<])(in2[x,u,g])(in2[y,v,g]))(in2[v,u,<=])))
// VERDICT inflates proved
(conjecture inflates (>[x,u,v](&(in2[x,u,f])(in2[u,v,g]))(in2[x,v,<=])))
// VERDICT gfg proved
(conjecture gfg (>[y,x,u,v](&(in2[y,x,g])(in2[x,u,f])(in2[u,v,g]))(=[x,v])))
// VERDICT f_onto refuted
(conjecture f_onto (>[y](in[y,Q])!(>[x](in[x,P])!(in2[x,y,f]))))
// VERDICT f_monotone refuted
(conjecture f_monotone (>[x,y,u,v](&(in2[x,y,<=])(in2[x,u,f])(in2[y,v,f]))(in2[u,v,=<])))
