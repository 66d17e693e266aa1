// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sorting keeps the length.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,length,insert,sort]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// length(sort(l)) = length(l)
(conjecture length_sort (>[l,c,d](&(in2[l,c,length])(in2[l,d,sort]))(in2[d,c,length])))
