// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// What is dropped may be other elements.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,-,eq,drop,count]
  (&(NaturalNumbers[N,i0,s])
    (subtraction[-,N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (dropping[drop,L,nil,cons,N,i0,s])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// False: count(a, drop(n, l)) = count(a, l) - n
(conjecture count_drop (>[a,n,l,c,d,f](&(in3[a,l,c,count])(in3[c,n,d,-])(in3[n,l,f,drop]))(in3[a,f,d,count])))
