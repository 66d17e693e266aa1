// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reversal keeps the count.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,eq,append,reverse,count]
  (&(NaturalNumbers[N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// count(a, reverse(l)) = count(a, l)
(conjecture count_reverse (>[a,l,c,d](&(in3[a,l,c,count])(in2[l,d,reverse]))(in3[a,d,c,count])))
