// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Closure operators on a preorder.
(import "../../../mpl/function.mpl")
(theory Closure[P,<=,c] (&
  (>[x](in[x,P])(in2[x,x,<=]))
  (>[x,y](in2[x,y,<=])(&(in[x,P])(in[y,P])))
  (>[x,y,z](&(in2[x,y,<=])(in2[y,z,<=]))(in2[x,z,<=]))
  (>[x,y](&(in2[x,y,<=])(in2[y,x,<=]))(=[x,y]))
  (fXY[c,P,P])
  (>[x,y](in2[x,y,c])(in2[x,y,<=]))
  (>[x,y,u,v](&(in2[x,y,<=])(in2[x,u,c])(in2[y,v,c]))(in2[u,v,<=]))
  (>[x,y,z](&(in2[x,y,c])(in2[y,z,c]))(in2[z,y,<=]))))
// VERDICT idempotent proved
(conjecture idempotent (>[x,y](in2[x,y,c])(in2[y,y,c])))
// VERDICT below_closed proved
(conjecture below_closed (>[x,y,u](&(in2[x,y,<=])(in2[y,y,c])(in2[x,u,c]))(in2[u,y,<=])))
// VERDICT below_closure proved
(conjecture below_closure (>[x,y,u,v](&(in2[x,y,c])(in2[u,v,c])(in2[x,v,<=]))(in2[y,v,<=])))
// VERDICT between proved
(conjecture between (>[x,u,y](&(in2[x,u,<=])(in2[x,y,c])(in2[u,y,<=]))(in2[u,y,c])))
// VERDICT closed_above proved
(conjecture closed_above (>[x](in[x,P])!(>[y](&(in[y,P])(in2[x,y,<=]))!(in2[y,y,c]))))
// VERDICT all_closed refuted
(conjecture all_closed (>[x,y](in2[x,y,c])(=[x,y])))
// VERDICT above_closed refuted
(conjecture above_closed (>[x,y](&(in2[x,y,<=])(in2[x,x,c]))(in2[y,y,c])))
