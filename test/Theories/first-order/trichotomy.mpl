// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// OPTIONS --time-limit 60
// Orders whose definitions have an existential beside other parts.
(import "../../../mpl/natural.mpl")
(define atMost[N,+,a,b] (&(in[a,N])(in[b,N])!(>[c](in[c,N])!(in3[a,c,b,+]))))
(define below[N,+,a,b] (&(in[a,N])(in[b,N])!(>[c](in[c,N])!(in3[a,c,b,+]))!(=[a,b])))
(theory Order[N,i0,s,+] (&(NaturalNumbers[N,i0,s])(addition[+,N,i0,s])))
(induction [N,i0,s])
(assume total (>[a,b](&(in[a,N])(in[b,N]))!(&!(atMost[N,+,a,b])!(atMost[N,+,b,a]))))
// VERDICT from_not_below proved
(conjecture from_not_below (>[a,b](&(in[a,N])(in[b,N])!(below[N,+,a,b])!(=[a,b]))(atMost[N,+,b,a])))
// VERDICT trichotomy proved
(conjecture trichotomy (>[a,b](&(in[a,N])(in[b,N])!(=[a,b])!(below[N,+,a,b]))(below[N,+,b,a])))
// VERDICT at_most_self proved
(conjecture at_most_self (>[a](in[a,N])(atMost[N,+,a,a])))
// VERDICT always_below refuted
(conjecture always_below (>[a,b](&(in[a,N])(in[b,N]))(below[N,+,a,b])))
