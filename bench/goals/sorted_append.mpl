// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The second part may start below the end of the first.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,append,sorted]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (ascending[sorted,<=,L,nil,cons,B,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// False: sorted(l) = true and sorted(m) = true -> sorted(append(l, m)) = true
(conjecture sorted_append (>[l,m,c](&(in2[l,true,sorted])(in2[m,true,sorted])(in3[l,m,c,append]))(in2[c,true,sorted])))
