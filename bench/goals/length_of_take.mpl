// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The list may be shorter.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,length,take]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (taking[take,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// False: length(take(n, l)) = n
(conjecture length_of_take (>[n,l,c](in3[n,l,c,take])(in2[c,n,length])))
