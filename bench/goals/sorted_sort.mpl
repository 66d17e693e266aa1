// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is sorted ascends.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,insert,sort,sorted]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])
    (ascending[sorted,<=,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// sorted(sort(l)) = true
(conjecture sorted_sort (>[l,c](in2[l,c,sort])(in2[c,true,sorted])))
