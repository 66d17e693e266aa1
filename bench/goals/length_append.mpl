// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Lengths add up.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,+,append,length]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// length(append(l, m)) = length(l) + length(m)
(conjecture length_append (>[l,m,c,d,f,g](&(in2[l,c,length])(in2[m,d,length])(in3[c,d,f,+])(in3[l,m,g,append]))(in2[g,f,length])))
