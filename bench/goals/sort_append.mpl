// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Elements of both parts may mix.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,append,insert,sort]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (inserting[insert,<=,N,L,nil,cons,true,false])
    (sorting[sort,insert,L,nil,cons])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// False: sort(append(l, m)) = append(sort(l), sort(m))
(conjecture sort_append (>[l,m,c,d,f,g](&(in2[l,c,sort])(in2[m,d,sort])(in3[c,d,f,append])(in3[l,m,g,append]))(in2[g,f,sort])))
