// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The first elements and the others make up the list.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,append,take,drop]
  (&(NaturalNumbers[N,i0,s])
    (lists[L,E,nil,cons])
    (appending[append,L,nil,cons])
    (taking[take,L,nil,cons,N,i0,s])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// append(take(n, l), drop(n, l)) = l
(conjecture take_drop (>[n,l,c,d](&(in3[n,l,c,take])(in3[n,l,d,drop]))(in3[c,d,l,append])))
