// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The total of a list in two parts.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,+,append,total]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (lists[L,N,nil,cons])
    (appending[append,L,nil,cons])
    (totalling[total,+,L,N,nil,cons,i0])))

(induction [L,nil,cons])
(induction [N,i0,s])

// total(append(l, m)) = total(l) + total(m)
(conjecture total_append (>[l,m,c,d,f,g](&(in2[l,c,total])(in2[m,d,total])(in3[c,d,f,+])(in3[l,m,g,append]))(in2[g,f,total])))
