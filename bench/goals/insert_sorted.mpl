// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Insertion keeps a list sorted.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,insert,sorted]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (ascending[sorted,<=,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// sorted(l) = true -> sorted(insert(a, l)) = true
(conjecture insert_sorted (>[l,a,c](&(in2[l,true,sorted])(in3[a,l,c,insert]))(in2[c,true,sorted])))
