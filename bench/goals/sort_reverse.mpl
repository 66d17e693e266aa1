// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sorting undoes reversal.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,append,reverse,insert,sort]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (reversing[reverse,append,L,nil,cons])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// False: sort(reverse(l)) = reverse(sort(l))
(conjecture sort_reverse (>[l,c,d,f](&(in2[l,c,sort])(in2[c,d,reverse])(in2[l,f,reverse]))(in2[f,d,sort])))
