// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Divisors, from the laws that they need.
(import "../../../mpl/natural.mpl")
(define divides[N,*,d,a] (&(in[d,N])(in[a,N])!(>[q](in[q,N])!(in3[d,q,a,*]))))
(theory Divisors[N,i0,s,+,*] (&
  (NaturalNumbers[N,i0,s])(addition[+,N,i0,s])(multiplication[*,+,N,i0,s])))
(induction [N,i0,s])
(assume distributive (>[b,c,x,a,y,u,v](&(in3[b,c,x,+])(in3[a,x,y,*])(in3[a,b,u,*])(in3[a,c,v,*]))(in3[u,v,y,+])))
(assume associative_times (>[a,b,c,d,e,g](&(in3[a,b,d,*])(in3[d,c,e,*])(in3[b,c,g,*]))(in3[a,g,e,*])))
(assume commutative_times (>[a,b,c](in3[a,b,c,*])(in3[b,a,c,*])))
// VERDICT divides_sum proved
(conjecture divides_sum (>[d,a,b,c](&(divides[N,*,d,a])(divides[N,*,d,b])(in3[a,b,c,+]))(divides[N,*,d,c])))
// VERDICT divides_product proved
(conjecture divides_product (>[d,a,b,c](&(divides[N,*,d,a])(in3[a,b,c,*]))(divides[N,*,d,c])))
// VERDICT divides_zero proved
(conjecture divides_zero (>[d](in[d,N])(divides[N,*,d,i0])))
// VERDICT transitive proved
(conjecture transitive (>[d,a,b](&(divides[N,*,d,a])(divides[N,*,a,b]))(divides[N,*,d,b])))
// VERDICT reflexive proved
(conjecture reflexive (>[a](in[a,N])(divides[N,*,a,a])))
// VERDICT common_divisor false
(conjecture common_divisor (>[d,a,b,c](&(divides[N,*,d,c])(in3[a,b,c,+]))(divides[N,*,d,a])))
