// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Sorting keeps the count of each element.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,eq,count,insert,sort]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// count(a, sort(l)) = count(a, l)
(conjecture count_sort (>[a,l,c,d](&(in3[a,l,c,count])(in2[l,d,sort]))(in3[a,d,c,count])))
