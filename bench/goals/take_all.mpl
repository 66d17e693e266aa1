// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// As many elements as the first part has.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,length,take]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (lengthOfLists[length,L,nil,cons,N,i0,s])
    (taking[take,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// take(length(l), append(l, m)) = l
(conjecture take_all (>[l,m,c,d](&(in2[l,c,length])(in3[l,m,d,append]))(in3[c,d,l,take])))
