// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The second part gets what the first one left.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,take]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (taking[take,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// False: take(n, append(l, m)) = append(take(n, l), take(n, m))
(conjecture take_append (>[n,l,m,c,d,f,g](&(in3[n,l,c,take])(in3[n,m,d,take])(in3[c,d,f,append])(in3[l,m,g,append]))(in3[n,g,f,take])))
