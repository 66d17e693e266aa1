// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// To sort twice is to sort once.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,insert,sort]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// sort(sort(l)) = sort(l)
(conjecture sort_sort (>[l,c](in2[l,c,sort])(in2[c,c,sort])))
