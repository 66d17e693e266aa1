// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// The count of what is taken and of what is left.
(import "../../mpl/arithmetic.mpl")
(import "../../mpl/bool.mpl")
(import "../../mpl/list_functions.mpl")

(theory Goal[L,nil,cons,N,i0,s,B,true,false,+,eq,take,drop,count]
  (&(NaturalNumbers[N,i0,s])
    (addition[+,N,i0,s])
    (equalityTest[eq,N,i0,s,B,true,false])
    (truthValues[B,true,false])
    (lists[L,N,nil,cons])
    (taking[take,L,nil,cons,N,i0,s])
    (dropping[drop,L,nil,cons,N,i0,s])
    (counting[count,eq,N,L,nil,cons,N,i0,s,true,false])))

(induction [L,nil,cons])
(induction [N,i0,s])
(induction [B,true,false])

// count(a, take(n, l)) + count(a, drop(n, l)) = count(a, l)
(conjecture count_take_drop (>[a,n,l,c,d,f,g,h](&(in3[a,l,c,count])(in3[n,l,d,take])(in3[a,d,f,count])(in3[n,l,g,drop])(in3[a,g,h,count]))(in3[f,h,c,+])))
