// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Sets as elements, with union, intersection and difference; an element that tells two sets apart is a function of them.
(import "../../../mpl/function.mpl")
(theory Sets[E,S,m,cup,cap,minus,sub,empty,wit] (&
  (fXYZ[cup,S,S,S])(fXYZ[cap,S,S,S])(fXYZ[minus,S,S,S])(in[empty,S])(fXYZ[wit,S,S,E])
  (>[x,a](in2[x,a,m])(&(in[x,E])(in[a,S])))
  (>[x](in[x,E])!(in2[x,empty,m]))
  (>[a,b,c,x](&(in3[a,b,c,cup])(in2[x,a,m]))(in2[x,c,m]))
  (>[a,b,c,x](&(in3[a,b,c,cup])(in2[x,b,m]))(in2[x,c,m]))
  (>[a,b,c,x](&(in3[a,b,c,cup])(in2[x,c,m]))!(&!(in2[x,a,m])!(in2[x,b,m])))
  (>[a,b,c,x](&(in3[a,b,c,cap])(in2[x,a,m])(in2[x,b,m]))(in2[x,c,m]))
  (>[a,b,c,x](&(in3[a,b,c,cap])(in2[x,c,m]))(&(in2[x,a,m])(in2[x,b,m])))
  (>[a,b,c,x](&(in3[a,b,c,minus])(in2[x,a,m])!(in2[x,b,m]))(in2[x,c,m]))
  (>[a,b,c,x](&(in3[a,b,c,minus])(in2[x,c,m]))(&(in2[x,a,m])!(in2[x,b,m])))
  (>[a,b](in2[a,b,sub])(&(in[a,S])(in[b,S])))
  (>[a,b,x](&(in2[a,b,sub])(in2[x,a,m]))(in2[x,b,m]))
  (>[a,b,x](&(in3[a,b,x,wit])(in2[x,b,m]))(in2[a,b,sub]))
  (>[a,b,x](&(in3[a,b,x,wit])!(in2[x,a,m]))(in2[a,b,sub]))
  (>[a,b](&(in2[a,b,sub])(in2[b,a,sub]))(=[a,b]))))
// VERDICT sub_refl proved
(conjecture sub_refl (>[a](in[a,S])(in2[a,a,sub])))
// VERDICT sub_trans proved
(conjecture sub_trans (>[a,b,c](&(in2[a,b,sub])(in2[b,c,sub]))(in2[a,c,sub])))
// VERDICT empty_sub proved
(conjecture empty_sub (>[a](in[a,S])(in2[empty,a,sub])))
// VERDICT cap_sub proved
(conjecture cap_sub (>[a,b,c](in3[a,b,c,cap])(in2[c,a,sub])))
// VERDICT cup_upper proved
(conjecture cup_upper (>[a,b,c](in3[a,b,c,cup])(in2[a,c,sub])))
// VERDICT cup_least proved
(conjecture cup_least (>[a,b,c,d](&(in3[a,b,c,cup])(in2[a,d,sub])(in2[b,d,sub]))(in2[c,d,sub])))
// VERDICT cup_comm proved
(conjecture cup_comm (>[a,b,c](in3[a,b,c,cup])(in3[b,a,c,cup])))
// VERDICT cap_idem proved
(conjecture cap_idem (>[a](in[a,S])(in3[a,a,a,cap])))
// VERDICT minus_self proved
(conjecture minus_self (>[a](in[a,S])(in3[a,a,empty,minus])))
// VERDICT minus_apart proved
(conjecture minus_apart (>[a,b,c](in3[a,b,c,minus])(in3[c,b,empty,cap])))
// VERDICT cup_comm_wrong refuted
(conjecture cup_comm_wrong (>[a,b,c](in3[a,b,c,minus])(in3[b,a,c,minus])))
// VERDICT sub_total refuted
(conjecture sub_total (>[a,b](&(in[a,S])(in[b,S]))!(&!(in2[a,b,sub])!(in2[b,a,sub]))))
