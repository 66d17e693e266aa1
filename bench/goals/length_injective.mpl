// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Different lists may be equally long.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,length]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// False: length(l) = length(m) -> l = m
(conjecture length_injective (>[l,m,c](&(in2[m,c,length])(in2[l,c,length]))(=[l,m])))
