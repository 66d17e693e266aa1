// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// RUN: %check-verdicts %s %t
// One value in two generated sets: what makes it in one says nothing of the other.
// VERDICT one_is_odd proved
// VERDICT two_is_even proved
// VERDICT all_even refuted
(import "../../mpl/function.mpl")
(import "../../mpl/natural.mpl")
(theory Even[N,i0,s,Ev,plus2]
  (& (NaturalNumbers[N,i0,s]) (>[x] (in[x,Ev]) (in[x,N])) (in[i0,Ev]) (fXY[plus2,Ev,Ev])
     (>[x,y,z] (& (in[x,Ev]) (in2[x,y,s]) (in2[y,z,s])) (in2[x,z,plus2]))))
(induction [N,i0,s])
(induction [Ev,i0,plus2])
(conjecture one_is_odd (>[i] (in2[i0,i,s]) !(in[i,Ev])))
(conjecture two_is_even (>[i,j] (& (in2[i0,i,s]) (in2[i,j,s])) (in[j,Ev])))
(conjecture all_even (>[x] (in[x,N]) (in[x,Ev])))
