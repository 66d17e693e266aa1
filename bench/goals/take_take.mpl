// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// To take twice is to take the minimum.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,min,take]
  (&(NaturalNumbers[N,i0,s])
    (minimum[min,N,i0,s])
    (lists[L,E,nil,cons])
    (taking[take,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// take(a, take(b, l)) = take(min(a, b), l)
(conjecture take_take (>[a,b,l,c,d,f](&(in3[a,b,c,min])(in3[c,l,d,take])(in3[b,l,f,take]))(in3[a,f,d,take])))
