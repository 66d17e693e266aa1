// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// A set with a function of its own is no sort: that its members are some of the numbers
// stays a condition.
// VERDICT zero_is_no_positive proved
// VERDICT sum_zero proved
// VERDICT has_predecessor proved
// VERDICT all_positive refuted
// VERDICT none_positive refuted
(import "../../mpl/function.mpl")
(import "../../mpl/natural.mpl")
(theory Positive[N,i0,s,+,Pos,pred]
  (& (NaturalNumbers[N,i0,s]) (addition[+,N,i0,s])
     (>[x] (in[x,Pos]) (in[x,N])) (fXY[pred,Pos,N])
     (>[x,y] (in2[x,y,pred]) (in2[y,x,s]))
     (>[x,y] (in2[x,y,s]) (in[y,Pos]))))
(induction [N,i0,s])
(conjecture zero_is_no_positive !(in[i0,Pos]))
(conjecture sum_zero (>[a,b] (in3[a,b,i0,+]) !(in[b,Pos])))
(conjecture has_predecessor (>[x] (in[x,Pos]) !(>[y] (in[y,N]) !(in2[y,x,s]))))
(conjecture all_positive (>[x] (in[x,N]) (in[x,Pos])))
(conjecture none_positive (>[x] (in[x,N]) !(in[x,Pos])))
