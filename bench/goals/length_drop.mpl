// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The length of what is left.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,-,length,drop]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])
    (lists[L,E,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// length(drop(n, l)) = length(l) - n
(conjecture length_drop (>[n,l,c,d,f](&(in2[l,c,length])(in3[c,n,d,-])(in3[n,l,f,drop]))(in2[f,d,length])))
