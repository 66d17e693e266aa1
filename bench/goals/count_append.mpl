// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The count of a list in two parts.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,+,eq,append,count]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// count(a, append(l, m)) = count(a, l) + count(a, m)
(conjecture count_append (>[a,l,m,c,d,f,g](&(in3[a,l,c,count])(in3[a,m,d,count])(in3[c,d,f,+])(in3[l,m,g,append]))(in3[a,g,f,count])))
