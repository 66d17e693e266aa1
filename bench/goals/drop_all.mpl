// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is left behind the first part.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,length,drop]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// drop(length(l), append(l, m)) = m
(conjecture drop_all (>[l,m,c,d](&(in2[l,c,length])(in3[l,m,d,append]))(in3[c,d,m,drop])))
