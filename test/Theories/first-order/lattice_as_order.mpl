// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// A lattice as an order in which bounds exist, said by relations.
(theory Lattice[L,<=,meet,join] (&
  (>[x](in[x,L])(in2[x,x,<=])) (>[x,y](in2[x,y,<=])(&(in[x,L])(in[y,L])))
  (>[x,y,z](&(in2[x,y,<=])(in2[y,z,<=]))(in2[x,z,<=]))
  (>[x,y](&(in2[x,y,<=])(in2[y,x,<=]))(=[x,y]))
  (>[x,y](&(in[x,L])(in[y,L]))!(>[z](in[z,L])!(in3[x,y,z,meet])))
  (>[x,y](&(in[x,L])(in[y,L]))!(>[z](in[z,L])!(in3[x,y,z,join])))
  (>[x,y,z](in3[x,y,z,meet])(&(in[x,L])(in[y,L])(in[z,L])(in2[z,x,<=])(in2[z,y,<=])))
  (>[x,y,z](in3[x,y,z,join])(&(in[x,L])(in[y,L])(in[z,L])(in2[x,z,<=])(in2[y,z,<=])))
  (>[x,y,z,w](&(in3[x,y,z,meet])(in2[w,x,<=])(in2[w,y,<=]))(in2[w,z,<=]))
  (>[x,y,z,w](&(in3[x,y,z,join])(in2[x,w,<=])(in2[y,w,<=]))(in2[z,w,<=]))))
// VERDICT meet_unique proved
(conjecture meet_unique (>[x,y,z,w](&(in3[x,y,z,meet])(in3[x,y,w,meet]))(=[z,w])))
// VERDICT meet_comm proved
(conjecture meet_comm (>[x,y,z,w](&(in3[x,y,z,meet])(in3[y,x,w,meet]))(=[z,w])))
// VERDICT meet_below proved
(conjecture meet_below (>[x,y,z](&(in2[x,y,<=])(in3[x,y,z,meet]))(=[z,x])))
// VERDICT absorb proved
(conjecture absorb (>[x,y,z,w](&(in3[x,y,z,join])(in3[x,z,w,meet]))(=[w,x])))
// VERDICT mono proved
(conjecture mono (>[x,y,z,u,v](&(in2[x,y,<=])(in3[x,z,u,join])(in3[y,z,v,join]))(in2[u,v,<=])))
// VERDICT lower_bound proved
(conjecture lower_bound (>[x,y,z](&(in[x,L])(in[y,L])(in[z,L]))!(>[w](in2[w,x,<=])!(&(in2[w,y,<=])(in2[w,z,<=])))))
// VERDICT half_distributive proved
(conjecture half_distributive (>[x,y,z,a,b,c,d,e](&(in3[x,y,a,meet])(in3[x,z,b,meet])(in3[a,b,c,join])(in3[y,z,d,join])(in3[x,d,e,meet]))(in2[c,e,<=])))
// VERDICT distributive refuted
(conjecture distributive (>[x,y,z,a,b,c,d,e](&(in3[x,y,a,meet])(in3[x,z,b,meet])(in3[a,b,c,join])(in3[y,z,d,join])(in3[x,d,e,meet]))(in2[e,c,<=])))
// VERDICT chain refuted
(conjecture chain (>[x,y](&(in[x,L])(in[y,L]))!(&!(in2[x,y,<=])!(in2[y,x,<=]))))
