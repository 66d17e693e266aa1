// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The number may exceed the first part.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,drop]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// False: drop(n, append(l, m)) = append(drop(n, l), m)
(conjecture drop_append (>[n,l,m,c,d,f](&(in3[n,l,c,drop])(in3[c,m,d,append])(in3[l,m,f,append]))(in3[n,f,d,drop])))
