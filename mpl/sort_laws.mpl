// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Insertion sort of lists of numbers, from the definitions alone; the program finds
// the laws.
(import "arithmetic.mpl")
(import "bool.mpl")
(import "list_functions.mpl")

(theory InsertionSort[L,nil,cons,length,insert,sort,sorted,N,i0,s,<=,B,true,false]
  (&(NaturalNumbers[N,i0,s])
    (truthValues[B,true,false])
    (comparison[<=,N,i0,s,B,true,false])
    (lists[L,N,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])
    (ascending[sorted,<=,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

(explore laws[nil,cons,length,insert,sort,sorted,i0,s,<=,true,false] (size 3) (variables 3))
