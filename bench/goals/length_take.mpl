// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The length of what is taken.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,min,length,take]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (lists[L,E,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (taking[take,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// length(take(n, l)) = min(n, length(l))
(conjecture length_take (>[n,l,c,d,f](&(in2[l,c,length])(in3[n,c,d,min])(in3[n,l,f,take]))(in2[f,d,length])))
