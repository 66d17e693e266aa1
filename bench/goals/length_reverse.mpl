// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Reversal keeps the length.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,reverse,length]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// length(reverse(l)) = length(l)
(conjecture length_reverse (>[l,c,d](&(in2[l,c,length])(in2[l,d,reverse]))(in2[d,c,length])))
