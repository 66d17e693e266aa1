// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// To drop twice is to drop the sum.
(import "../../mpl/natural.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,E,nil,cons,N,i0,s,+,drop]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (lists[L,E,nil,cons])
    (dropping[drop,L,nil,cons,N,i0,s])))

(induction [L,nil,cons])
(induction [N,i0,s])

// drop(a, drop(b, l)) = drop(a + b, l)
(conjecture drop_drop (>[a,b,l,c,d,f](&(in3[a,b,c,+])(in3[c,l,d,drop])(in3[b,l,f,drop]))(in3[a,f,d,drop])))
