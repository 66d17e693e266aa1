// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Insertion adds one element.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,<=,length,insert]
  (&(NaturalNumbers[N,i0,s])
    (comparison[<=,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (inserting[insert,<=,N,L,nil,cons,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// length(insert(a, l)) = s(length(l))
(conjecture length_insert (>[a,l,c,d,f](&(in2[l,c,length])(in2[c,d,s])(in3[a,l,f,insert]))(in2[f,d,length])))
